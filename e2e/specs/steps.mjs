// Steps that several specs begin with.

/** A business with one customer, whose page is open; returns both addresses. */
export async function makesCustomer(bookkeeper, name) {
  const business = await bookkeeper.createsBusiness(`Shop of ${name}`);
  const record = await addsCustomer(bookkeeper, business, name);
  return { business, record };
}

/** One more customer in a business; returns the address of its page. */
export async function addsCustomer(bookkeeper, business, name) {
  const { page } = bookkeeper;
  await page.goto(`/businesses/${business}/records/customers/new`);
  await nameField(page).fill(name);
  await bookkeeper.sendFormWith(await nameField(page).getAttribute('name'));
  await page.waitForURL((url) => !url.pathname.endsWith('/new'));
  if (!/\/record\/[0-9a-f-]{36}$/.test(page.url())) {
    await page.locator('main a[href*="/record/"]', { hasText: name }).first().click();
    await page.waitForURL(/\/record\/[0-9a-f-]{36}/);
  }
  return new URL(page.url()).pathname.replace(/\/edit$/, '');
}

/** The field for the name on a record's form. */
export function nameField(page) {
  return page.locator('main form [name="Name"], main form [name="name"]').first();
}
