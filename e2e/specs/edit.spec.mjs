// Records are created, changed and deleted, and History tells each change with before and after.

import assert from 'node:assert/strict';
import { capability } from '../harness/capability.mjs';
import { SAMPLES, absent } from '../harness/samples.mjs';
import { makesCustomer, nameField, newestChange } from './steps.mjs';

/** The number 1,250.50 as a person types it: Bengali digits are understood as well as Latin ones. */
const TYPED = { en: '1,250.50', bn: '১,২৫০.৫০' };

capability('Change a record', (scenario, language) => {
  scenario('a customer is renamed, and History shows both names', async ({ bookkeeper }) => {
    const { business, record } = await makesCustomer(bookkeeper, 'Old Name');
    await renames(bookkeeper, record, 'New Name');
    await bookkeeper.opensList(business, 'customers');
    assert.match(await bookkeeper.mainText(), /New Name/);
    const shown = await newestChange(bookkeeper.page, business);
    assert.match(shown, /Old Name/);
    assert.match(shown, /New Name/);
  });

  scenario('a journal entry moves its amount between two accounts', async ({ bookkeeper, page }) => {
    const business = await bookkeeper.createsBusiness(`Journal ${language}`);
    await opensJournalForm(bookkeeper, business);
    await fillsLine(page, 0, 1, 'Debit', TYPED[language]);
    await fillsLine(page, 1, 2, 'Credit', TYPED[language]);
    await bookkeeper.sendFormWith('Date');
    await page.waitForURL(/\/record\/[0-9a-f-]{36}$/);
    await page.goto(`/businesses/${business}/reports/trial-balance?period=everything`);
    const totals = await page.locator('main .report-grand-total td.end').allInnerTexts();
    assert.deepEqual(totals, ['1,250.50', '1,250.50']);
  });

  scenario('a journal entry that does not balance is refused, and what was typed stays', async (world) => {
    const { bookkeeper, page } = world;
    const business = await bookkeeper.createsBusiness(`Unbalanced ${language}`);
    await opensJournalForm(bookkeeper, business);
    await fillsLine(page, 0, 1, 'Debit', '12');
    await fillsLine(page, 1, 2, 'Credit', '7');
    await bookkeeper.sendFormWith('Date');
    await page.getByRole('alert').first().waitFor();
    assert.equal(await page.locator('[name="lines[0].Debit"]').inputValue(), '12');
    await bookkeeper.opensList(business, 'journal-entries');
    assert.equal(await bookkeeper.recordLinks().count(), 0);
  });

  scenario('a deleted customer leaves the list and stays in History', async ({ bookkeeper, page }) => {
    const { business, record } = await makesCustomer(bookkeeper, 'Short Visit');
    await page.goto(record);
    await bookkeeper.press('button-delete', page.locator('main'));
    await page.waitForURL(/\/deletion$/);
    assert.match(await bookkeeper.mainText(), /Short Visit/);
    await bookkeeper.sendFormTo('/deletion');
    await page.waitForURL((url) => !url.pathname.endsWith('/deletion'));
    await bookkeeper.opensList(business, 'customers');
    assert.doesNotMatch(await bookkeeper.mainText(), /Short Visit/);
    assert.equal((await page.goto(record)).status(), 404);
    assert.match(await newestChange(page, business), /Short Visit/);
  });

  scenario('what was typed is shown as text, whatever it is', async ({ bookkeeper }) => {
    const { business } = await makesCustomer(bookkeeper, '<img src=x onerror=alert(1)>');
    await bookkeeper.opensList(business, 'customers');
    assert.match(await bookkeeper.mainText(), /<img src=x onerror=alert\(1\)>/);
  });

  for (const sample of SAMPLES) {
    scenario(`${sample.file}: an imported customer is renamed and keeps the rest`, async ({ bookkeeper, page }) => {
      const business = await bookkeeper.importsFile(sample.path);
      const record = await bookkeeper.opensFirstRecord(business, 'customers');
      const before = await bookkeeper.facts();
      const name = await page.locator('h1').innerText();
      await renames(bookkeeper, record, 'Renamed Here');
      await page.goto(record);
      const isStored = ([label]) => [say('field-Size'), say('list-column-changed')].includes(label);
      const after = await bookkeeper.facts();
      const expected = before.map(([label, value]) => [label, value === name ? 'Renamed Here' : value]);
      assert.deepEqual(after.filter((row) => !isStored(row)), expected.filter((row) => !isStored(row)));
      assert.match(await newestChange(page, business), /Renamed Here/);

      function say(key) {
        return bookkeeper.say(key);
      }
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

/** Opens the form for a journal entry and dates it. */
async function opensJournalForm({ page }, business) {
  await page.goto(`/businesses/${business}/records/journal-entries/new`);
  await page.locator('[name="Date"]').fill('2026-03-31');
}

/** Fills a line: the account that stands at a place of the list, and an amount. */
async function fillsLine(page, line, account, side, amount) {
  await page.locator(`[name="lines[${line}].Account"]`).selectOption({ index: account });
  await page.locator(`[name="lines[${line}].${side}"]`).fill(amount);
}
