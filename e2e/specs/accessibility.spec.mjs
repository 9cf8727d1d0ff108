// The main pages, judged by axe: in light and dark, narrow and wide.

import { judge, judgePages } from '../harness/axe.mjs';
import { capability } from '../harness/capability.mjs';
import { SAMPLES, absent } from '../harness/samples.mjs';
import { makesBooks } from '../made-up-books.mjs';

const sample = SAMPLES[1];
const WIDE = { width: 1280, colorScheme: 'light' };
const NARROW = { width: 390, colorScheme: 'dark' };

/** Bengali has the longest words, which matter where there is the least room. */
const VIEWS = { en: [WIDE, NARROW], bn: [NARROW] };

/** The addresses of a made-up business and of a real one: made once, in English, and judged in both languages. */
let own;
let real;

capability('Accessibility', (scenario, language) => {
  const isFirst = language === 'en';

  if (isFirst) scenario('books to judge are made', async ({ bookkeeper, folder }) => {
    own = await makesOwnPages(bookkeeper, folder, 'Judged');
  });

  if (isFirst) scenario('a real file to judge is imported', async ({ bookkeeper, page }) => {
    await bookkeeper.previewsImport(sample.path);
    await page.locator('form[action$="/confirmation"]:not(:has([name="replace"]))').waitFor();
    const preview = new URL(page.url()).pathname;
    const business = await bookkeeper.importsFile(sample.path);
    const invoice = await bookkeeper.opensFirstRecord(business, 'sales-invoices');
    const customer = await bookkeeper.opensFirstRecord(business, 'customers');
    const of = (rest) => `/businesses/${business}${rest}`;
    real = [
      preview, of(''), of('/records/customers'), of('/records/sales-invoices'), invoice, customer,
      `${customer}/edit`, of('/chart-of-accounts'), of('/history'), of('/reports/trial-balance'),
      of('/settings'),
    ];
  }, { skip: absent(sample) });

  for (const view of VIEWS[language]) {
    const name = `${view.width} px, ${view.colorScheme}`;

    scenario(`pages of no business and of one made here: ${name}`, async ({ page }) => {
      await judgePages(page, ['/', '/businesses/new', '/imports/new', '/trash', ...own]);
    }, view);

    scenario(`pages of a real business: ${name}`, async ({ page }) => {
      await judgePages(page, real);
    }, { ...view, skip: absent(sample) });

    scenario(`menus and refusals: ${name}`, async ({ bookkeeper, page }) => {
      await page.goto('/');
      await page.locator('details.menu summary').click();
      // The table beneath is out of reach until the menu is closed.
      await judge(page, 'the open menu', ['main table']);
      await page.goto('/businesses/new');
      await page.locator('form').filter({ has: page.locator('[name="name"]') }).first()
        .evaluate((form) => { form.noValidate = true; });
      await bookkeeper.sendFormWith('name');
      await page.locator('#name-error').waitFor();
      await judge(page, 'a refused form');
    }, view);
  }
});

/** A small business; returns the addresses of its pages. */
async function makesOwnPages(bookkeeper, folder, name) {
  const { business, payment, entry } = await makesBooks(bookkeeper, folder, name);
  const of = (rest) => `/businesses/${business}${rest}`;
  await bookkeeper.makesBackup(business, folder);
  const backup = new URL(bookkeeper.page.url()).pathname;
  await bookkeeper.page.goto(of('/history'));
  const changes = bookkeeper.page.locator('main table a[href*="/history/"]');
  const change = await changes.nth(1).getAttribute('href');
  return [
    of(''), payment, entry, `${entry}/edit`, `${entry}/deletion`, of('/records/payments'),
    of('/records/suppliers'), of('/records/receipts/new'), of('/chart-of-accounts'), of('/history'),
    change, of('/backups/new'), backup, of('/reports'), of('/reports/trial-balance'), of('/emails'),
  ];
}
