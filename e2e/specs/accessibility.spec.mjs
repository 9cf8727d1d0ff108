// The main pages, judged by axe: in light and dark, narrow and wide.

import assert from 'node:assert/strict';
import { accessibilityFindings } from '../harness/axe.mjs';
import { capability } from '../harness/capability.mjs';
import { SAMPLES, absent } from '../harness/samples.mjs';

const sample = SAMPLES[1];
const VIEWS = [
  { width: 1280, colorScheme: 'light' },
  { width: 390, colorScheme: 'dark' },
];

capability('Accessibility', (scenario) => {
  for (const view of VIEWS) {
    const name = `${view.width} px, ${view.colorScheme}`;

    scenario(`pages before a business is open: ${name}`, async ({ page }) => {
      await judgePages(page, ['/', '/businesses/new', '/imports/new', '/trash']);
    }, view);

    scenario(`pages of a real business: ${name}`, async ({ bookkeeper, page }) => {
      await bookkeeper.previewsImport(sample.path);
      await page.waitForURL(/\/imports\/[^/]+$/);
      await judgePages(page, [page.url()]);
      await page.goBack();
      const business = await bookkeeper.importsFile(sample.path);
      const invoice = await bookkeeper.opensFirstRecord(business, 'sales-invoices');
      const customer = await bookkeeper.opensFirstRecord(business, 'customers');
      const of = (rest) => `/businesses/${business}${rest}`;
      await judgePages(page, [
        of(''),
        of('/records/customers'),
        of('/records/customers/new'),
        of('/records/journal-entries/new'),
        invoice,
        customer,
        `${customer}/edit`,
        of('/history'),
        of('/backups/new'),
        of('/reports/trial-balance'),
      ]);
    }, { ...view, skip: absent(sample) });
  }
});

/** Opens each page and judges it; nothing may scroll sideways as a whole either. */
async function judgePages(page, addresses) {
  for (const address of addresses) {
    await page.goto(address);
    assert.deepEqual(await accessibilityFindings(page), [], address);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    assert.ok(overflow <= 1, `${address} is ${overflow} px too wide`);
  }
}
