// Steps that several specs begin with.

/**
 * A business with one customer, whose page is open; returns both addresses and the business's name.
 * The name of the business ends with the language, because both languages share a data folder.
 */
export async function makesCustomer(bookkeeper, name) {
  const businessName = `Shop of ${name} ${bookkeeper.language}`;
  const business = await bookkeeper.createsBusiness(businessName);
  const record = await addsCustomer(bookkeeper, business, name);
  return { business, record, businessName };
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

/** What the page of the newest change says. */
export async function newestChange(page, business) {
  await page.goto(`/businesses/${business}/history`);
  const href = await page.locator('main table a[href*="/history/"]').first().getAttribute('href');
  await page.goto(href);
  return page.locator('main').innerText();
}
