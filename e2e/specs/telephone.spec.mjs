// On a telephone: the figures of reports, of the lines of an invoice and of what it posts are in sight without
// scrolling sideways.

import assert from 'node:assert/strict';
import { capability } from '../harness/capability.mjs';
import { makesBooks } from '../made-up-books.mjs';
import { addsCustomer } from './steps.mjs';

const REPORTS = [
  'trial-balance',
  'balance-sheet?compare=previous-year&columns=2',
  'profit-and-loss-statement?compare=previous-period&columns=3',
  'general-ledger-summary',
  'general-ledger-transactions',
  'aged-receivables',
  'tax-summary',
  'cash-summary',
  'bank-account-summary',
  'twelve-months',
];

/** The figures of the page that somebody at a window of this width does not see whole, by their text. */
async function outOfSight(page) {
  return page.evaluate(() => {
    const shown = [...document.querySelectorAll('main .table-scroll .end')].filter((it) => it.innerText.trim() !== '');
    const figures = shown.map((it) => ({ text: it.innerText, box: it.getBoundingClientRect() }));
    const seen = figures.filter((it) => it.box.width > 0);
    return seen.filter((it) => it.box.left < 0 || it.box.right > window.innerWidth).map((it) => it.text);
  });
}

capability('On a telephone', (scenario) => {
  scenario('every figure of a report is in sight', async ({ bookkeeper, page, folder }) => {
    const { business } = await makesBooks(bookkeeper, folder, 'Telephone Bakery');
    for (const report of REPORTS) {
      const rest = report.includes('?') ? '&' : '?';
      await page.goto(`/businesses/${business}/reports/${report}${rest}period=everything`);
      assert.deepEqual(await outOfSight(page), [], report);
    }
    await page.goto(`/businesses/${business}/reports/trial-balance?period=everything`);
    const figures = page.locator('table.report tbody td.end:visible');
    assert.ok((await figures.count()) > 4);
  }, { width: 390 });

  scenario('an invoice shows its lines, its total and when it is due', async ({ bookkeeper, page }) => {
    const business = await bookkeeper.createsBusiness('Telephone Shop');
    await addsCustomer(bookkeeper, business, 'Karim & Sons');
    await page.goto(`/businesses/${business}/records/sales-invoices/new`);
    await page.locator('[name="IssueDate"]').fill('2026-05-04');
    await page.locator('[name="Customer"]').selectOption({ label: 'Karim & Sons' });
    await page.locator('[name="DueDateDays"]').fill('7');
    const line = { LineDescription: 'Cupboard of oak, delivered', Qty: '2', SalesUnitPrice: '125000' };
    await page.locator('[name="lines[0].Item"]').selectOption({ index: 1 });
    for (const [field, value] of Object.entries(line)) await page.locator(`[name="lines[0].${field}"]`).fill(value);
    await bookkeeper.sendFormWith('IssueDate');
    await page.waitForURL(/\/record\/[0-9a-f-]{36}$/);
    assert.deepEqual(await outOfSight(page), []);
    await page.locator('.standing .badge.bad').waitFor();
    assert.match(await page.locator('.standing').innerText(), /11/);
    assert.match(await page.locator('.folds-lines').first().innerText(), /250,000\.00/);
  }, { width: 390 });
}, { languages: ['en'] });
