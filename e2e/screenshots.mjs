// Takes the set of screenshots that a person looks at before a release, into e2e/shots.
//
//   TIJORI_BIN=../target/debug/tijori node screenshots.mjs [PAGE…] [--quick] [--docs]
//
// Every page narrow and wide, light and dark, in English and Bengali; with --quick, one narrow and
// dark in Bengali and one wide and light in English. With --docs, the pictures of the documents are
// taken as well. Without the real files only the pages that need none are taken.

import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Bookkeeper } from './harness/bookkeeper.mjs';
import { openPage, startBrowser } from './harness/browser.mjs';
import { SAMPLES, scratchFolder } from './harness/samples.mjs';
import { startServer } from './harness/server.mjs';
import { makesBooks } from './made-up-books.mjs';

const FOLDER = fileURLToPath(new URL('./shots/', import.meta.url));
const DOCUMENTS = fileURLToPath(new URL('../docs/images/', import.meta.url));
const ARABIC_NAME = 'مؤسسة النور للتجارة';

const words = process.argv.slice(2);
const isQuick = words.includes('--quick');
const wanted = words.filter((word) => !word.startsWith('--'));

/** In which languages, widths and schemes each page is taken. */
const VIEWS = isQuick
  ? [
      { language: 'en', width: 1280, colorScheme: 'light' },
      { language: 'bn', width: 390, colorScheme: 'dark' },
    ]
  : ['en', 'bn'].flatMap((language) =>
      [390, 1280].flatMap((width) =>
        ['light', 'dark'].map((colorScheme) => ({ language, width, colorScheme })),
      ),
    );

/** Prepares the books once and returns the pages by name; an address or a way to get there. */
async function prepare(bookkeeper, folder) {
  const arabic = await bookkeeper.createsBusiness(ARABIC_NAME);
  const { business: own, payment, entry } = await makesBooks(bookkeeper, folder);
  const of = (rest) => `/businesses/${own}${rest}`;
  const { page } = bookkeeper;
  await bookkeeper.makesBackup(own, folder, { without: ['emails'] });
  const backupDone = new URL(page.url()).pathname;
  await page.goto(of('/history'));
  const changes = page.locator('main table a[href*="/history/"]');
  const change = await changes.nth(2).getAttribute('href');
  const pages = {
    businesses: '/',
    'add-business': async (visitor) => {
      await visitor.page.goto('/');
      await visitor.page.locator('main summary').first().click();
    },
    'new-business': '/businesses/new',
    import: '/imports/new',
    'arabic-summary': `/businesses/${arabic}`,
    'own-summary': of(''),
    payments: of('/records/payments'),
    payment,
    'journal-entry': entry,
    'deletion': `${entry}/deletion`,
    'journal-entry-form': of('/records/journal-entries/new'),
    'form-with-errors': async (visitor) => {
      await visitor.page.goto(of('/records/journal-entries/new'));
      await visitor.page.locator('[name="Date"]').fill('31/31/2026');
      await visitor.page.locator('[name="lines[0].Debit"]').fill('12,5x');
      await visitor.sendFormWith('Date');
      await visitor.page.getByRole('alert').first().waitFor();
    },
    'chart-of-accounts': of('/chart-of-accounts'),
    reports: of('/reports'),
    'own-trial-balance': of('/reports/trial-balance'),
    settings: of('/settings'),
    'own-history': of('/history'),
    change,
    backup: of('/backups/new'),
    'backup-done': backupDone,
    emails: of('/emails'),
    trash: '/trash',
  };
  const real = SAMPLES[1];
  if (!real.isPresent) {
    console.log(`skipped: ${real.file} is not on this machine`);
    return { pages, own };
  }
  const business = await bookkeeper.importsFile(real.path);
  const invoice = await bookkeeper.opensFirstRecord(business, 'sales-invoices');
  const customer = await bookkeeper.opensFirstRecord(business, 'customers');
  const realPages = {
    'import-preview': async (visitor) => {
      await visitor.previewsImport(real.path);
      await visitor.page.locator('form[action$="/confirmation"]:not(:has([name="replace"]))').waitFor();
    },
    summary: `/businesses/${business}`,
    customers: `/businesses/${business}/records/customers`,
    'sales-invoices': `/businesses/${business}/records/sales-invoices`,
    invoice,
    customer,
    'customer-form': `${customer}/edit`,
    'real-chart-of-accounts': `/businesses/${business}/chart-of-accounts`,
    history: `/businesses/${business}/history`,
    'trial-balance': `/businesses/${business}/reports/trial-balance`,
  };
  return { pages: { ...pages, ...realPages }, own };
}

/** Takes one page in every view. */
async function shoot(browser, server, name, place) {
  for (const view of VIEWS) {
    const opened = await openPage(browser, server, view);
    if (typeof place === 'string') await opened.page.goto(place);
    else await place(new Bookkeeper(opened.page, view.language));
    // A window as high as the page, so that what sticks to the window's edges stands where it belongs.
    const height = await opened.page.evaluate(() => document.documentElement.scrollHeight);
    await opened.page.setViewportSize({ width: view.width, height: Math.max(height, 700) });
    await opened.page.screenshot({
      path: `${FOLDER}${name}-${view.language}-${view.width}-${view.colorScheme}.png`,
      fullPage: true,
    });
    for (const complaint of opened.complaints()) console.log(`${name}: ${complaint}`);
    await opened.close();
  }
}

/** Takes the pictures that README shows: the made-up business, wide, light, in English. */
async function shootDocuments(browser, server, own) {
  mkdirSync(DOCUMENTS, { recursive: true });
  const opened = await openPage(browser, server, { language: 'en', width: 1280, height: 760 });
  for (const [name, place] of [['summary', ''], ['backup', '/backups/new']]) {
    await opened.page.goto(`/businesses/${own}${place}`);
    await opened.page.screenshot({ path: `${DOCUMENTS}${name}.png` });
  }
  await opened.close();
}

mkdirSync(FOLDER, { recursive: true });
const scratch = await scratchFolder();
const [server, browser] = await Promise.all([startServer(), startBrowser()]);
try {
  const opened = await openPage(browser, server, { language: 'en' });
  const { pages, own } = await prepare(new Bookkeeper(opened.page, 'en'), scratch.path);
  await opened.close();
  if (words.includes('--docs')) await shootDocuments(browser, server, own);
  for (const [name, place] of Object.entries(pages)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    await shoot(browser, server, name, place);
    console.log(`taken: ${name}`);
  }
} finally {
  await browser.close();
  await server.stop();
  await scratch.remove();
}
