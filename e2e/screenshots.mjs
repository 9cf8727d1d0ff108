// Takes the set of screenshots that a person looks at before a release, into e2e/shots.
//
//   TIJORI_BIN=../target/debug/tijori node screenshots.mjs [PAGE…]
//
// Every page narrow and wide, light and dark, in English and Bengali. Without the real files only
// the pages that need none are taken.

import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Bookkeeper } from './harness/bookkeeper.mjs';
import { openPage, startBrowser } from './harness/browser.mjs';
import { SAMPLES } from './harness/samples.mjs';
import { startServer } from './harness/server.mjs';

const FOLDER = fileURLToPath(new URL('./shots/', import.meta.url));
const LANGUAGES = ['en', 'bn'];
const WIDTHS = [390, 1280];
const SCHEMES = ['light', 'dark'];
const ARABIC_NAME = 'مؤسسة النور للتجارة';

/** Prepares the books once and returns the pages by name; an address or a way to get there. */
async function prepare(bookkeeper) {
  const own = await bookkeeper.createsBusiness('Riverside Bakery & Sons');
  const arabic = await bookkeeper.createsBusiness(ARABIC_NAME);
  const pages = {
    businesses: '/',
    'new-business': '/businesses/new',
    'arabic-summary': `/businesses/${arabic}`,
    'own-summary': `/businesses/${own}`,
    'journal-entry-form': `/businesses/${own}/records/journal-entries/new`,
    trash: '/trash',
  };
  const real = SAMPLES[1];
  if (!real.isPresent) {
    console.log(`skipped: ${real.file} is not on this machine`);
    return pages;
  }
  const business = await bookkeeper.importsFile(real.path);
  const invoice = await bookkeeper.opensFirstRecord(business, 'sales-invoices');
  const customer = await bookkeeper.opensFirstRecord(business, 'customers');
  return {
    ...pages,
    'import-preview': (visitor) => visitor.previewsImport(real.path),
    summary: `/businesses/${business}`,
    customers: `/businesses/${business}/records/customers`,
    invoice,
    'customer-form': `${customer}/edit`,
    history: `/businesses/${business}/history`,
    backup: `/businesses/${business}/backups/new`,
    'trial-balance': `/businesses/${business}/reports/trial-balance`,
  };
}

/** Takes one page in one language in every width and scheme. */
async function shoot(browser, server, name, place, language) {
  for (const width of WIDTHS) {
    for (const colorScheme of SCHEMES) {
      const opened = await openPage(browser, server, { language, width, colorScheme });
      if (typeof place === 'string') await opened.page.goto(place);
      else await place(new Bookkeeper(opened.page, language));
      await opened.page.screenshot({
        path: `${FOLDER}${name}-${language}-${width}-${colorScheme}.png`,
        fullPage: true,
      });
      for (const complaint of opened.complaints()) console.log(`${name}: ${complaint}`);
      await opened.close();
    }
  }
}

mkdirSync(FOLDER, { recursive: true });
const wanted = process.argv.slice(2);
const server = await startServer();
const browser = await startBrowser();
try {
  const opened = await openPage(browser, server, { language: 'en' });
  const pages = await prepare(new Bookkeeper(opened.page, 'en'));
  await opened.close();
  for (const [name, place] of Object.entries(pages)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    for (const language of LANGUAGES) await shoot(browser, server, name, place, language);
    console.log(`taken: ${name}`);
  }
} finally {
  await browser.close();
  await server.stop();
}
