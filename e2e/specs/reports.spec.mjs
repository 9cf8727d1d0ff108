// Reports: from a figure down to its document, out into a spreadsheet, and saved under a name.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { capability } from '../harness/capability.mjs';
import { makesBooks } from '../made-up-books.mjs';

capability('Reports', (scenario) => {
  scenario('from the balance sheet down to the document', async ({ bookkeeper, page, folder }) => {
    const { business } = await makesBooks(bookkeeper, folder, 'Riverside Bakery');
    await page.goto(`/businesses/${business}/reports`);
    await page.locator('main a[href$="/reports/balance-sheet"]').click();
    const figure = page.locator('table.report a[href*="general-ledger-transactions"]').first();
    const shown = (await figure.innerText()).trim();
    assert.notEqual(shown, '');
    await figure.click();
    await page.waitForURL(/general-ledger-transactions/);
    await page.locator('table.report a[href*="/record/"]').first().click();
    await page.waitForURL(/\/record\/[0-9a-f-]{36}$/);
  });

  scenario('a period chosen in the form stays in the address', async ({ bookkeeper, page, folder }) => {
    const { business } = await makesBooks(bookkeeper, folder, 'Riverside Bakery 2');
    await page.goto(`/businesses/${business}/reports/profit-and-loss-statement`);
    await page.locator('select[name="period"]').selectOption('everything');
    await page.locator('details.report-more summary').click();
    await page.locator('select[name="basis"]').selectOption('cash');
    await page.locator('form.report-options button[type="submit"]').click();
    await page.waitForURL(/\?period=everything&basis=cash$/);
    const total = page.locator('tr.report-grand-total td').first();
    assert.match(await total.innerText(), /\d/);
  });

  scenario('the same figures as CSV', async ({ bookkeeper, page, folder }) => {
    const { business } = await makesBooks(bookkeeper, folder, 'Riverside Bakery 3');
    await page.goto(`/businesses/${business}/reports/trial-balance?period=everything`);
    await page.locator('.heading-actions details.menu summary').click();
    const begun = page.waitForEvent('download');
    await page.locator('a[href*="trial-balance.csv"]').click();
    const file = await readFile(await (await begun).path(), 'utf8');
    const lines = file.trim().split('\r\n');
    assert.ok(lines.length > 4, file);
    const [, debit, credit] = lines.at(-1).split(',').slice(-4);
    assert.match(file, /\d+\.\d\d/);
    assert.ok(debit !== undefined && credit !== undefined, lines.at(-1));
  });

  scenario('a report is saved under a name and opens again', async ({ bookkeeper, page, folder }) => {
    const { business } = await makesBooks(bookkeeper, folder, 'Riverside Bakery 4');
    await page.goto(`/businesses/${business}/reports/balance-sheet?period=end-of-last-month`);
    await page.locator('.heading-actions a[href*="/saved/new"]').click();
    await page.locator('[name="name"]').fill('Month end');
    await page.locator('main form button.primary[type="submit"]').click();
    await page.waitForURL(/\/reports$/);
    await page.locator('.saved-reports a', { hasText: 'Month end' }).click();
    await page.waitForURL(/balance-sheet\?period=end-of-last-month$/);
  });
  // The made-up books name English accounts; these pages in Bengali are judged by the accessibility spec.
}, { languages: ['en'] });
