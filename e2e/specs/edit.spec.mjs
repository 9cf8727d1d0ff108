// Records are created, changed and deleted, and History tells each change with before and after.

import assert from 'node:assert/strict';
import { capability } from '../harness/capability.mjs';
import { SAMPLES, absent } from '../harness/samples.mjs';
import { makesCustomer, nameField } from './steps.mjs';

capability('Change a record', (scenario) => {
  scenario('a customer is renamed, and History shows both names', async ({ bookkeeper, page }) => {
    const { business, record } = await makesCustomer(bookkeeper, 'Old Name');
    await renames(bookkeeper, record, 'New Name');
    await bookkeeper.opensList(business, 'customers');
    assert.match(await bookkeeper.mainText(), /New Name/);
    const shown = await newestChange(page, business);
    assert.match(shown, /Old Name/);
    assert.match(shown, /New Name/);
  });

  scenario('a deleted customer leaves the list and stays in History', async ({ bookkeeper, page }) => {
    const { business, record } = await makesCustomer(bookkeeper, 'Short Visit');
    await page.goto(record);
    await bookkeeper.press('button-delete', page.locator('main'));
    await bookkeeper.sendFormTo('/deletion');
    await page.waitForURL((url) => !url.pathname.endsWith('/deletion'));
    await bookkeeper.opensList(business, 'customers');
    assert.doesNotMatch(await bookkeeper.mainText(), /Short Visit/);
    assert.match(await newestChange(page, business), /Short Visit/);
  });

  scenario('what was typed is shown as text, whatever it is', async ({ bookkeeper, page }) => {
    const { business } = await makesCustomer(bookkeeper, '<img src=x onerror=alert(1)>');
    await bookkeeper.opensList(business, 'customers');
    assert.match(await bookkeeper.mainText(), /<img src=x onerror=alert\(1\)>/);
  });

  for (const sample of SAMPLES) {
    scenario(`${sample.file}: an imported customer is renamed`, async ({ bookkeeper, page }) => {
      const business = await bookkeeper.importsFile(sample.path);
      const record = await bookkeeper.opensFirstRecord(business, 'customers');
      await renames(bookkeeper, record, 'Renamed Here');
      await page.goto(record);
      assert.match(await page.locator('main').innerText(), /Renamed Here/);
      assert.match(await newestChange(page, business), /Renamed Here/);
    }, { skip: absent(sample) });
  }
});

/** Gives a record another name through its form. */
async function renames(bookkeeper, record, name) {
  const { page } = bookkeeper;
  await page.goto(`${record}/edit`);
  await nameField(page).fill(name);
  await bookkeeper.sendFormWith(await nameField(page).getAttribute('name'));
  await page.waitForURL((url) => !url.pathname.endsWith('/edit'));
}

/** What the page of the newest change says. */
async function newestChange(page, business) {
  await page.goto(`/businesses/${business}/history`);
  const href = await page.locator('main a[href*="/history/"]').first().getAttribute('href');
  await page.goto(href);
  return page.locator('main').innerText();
}
