// Real files are previewed, imported and read, and what is in them is shown but never run.

import assert from 'node:assert/strict';
import { capability } from '../harness/capability.mjs';
import { SAMPLES, absent } from '../harness/samples.mjs';

capability('Import a business', (scenario) => {
  for (const sample of SAMPLES) {
    const skip = absent(sample);

    scenario(`${sample.file}: the preview imports nothing`, async ({ bookkeeper, page }) => {
      const before = await bookkeeper.businessNames();
      await bookkeeper.previewsImport(sample.path);
      await page.waitForURL(/\/imports\/[^/]+$/);
      await page.locator('form[action$="/confirmation"]').waitFor();
      assert.deepEqual(await bookkeeper.businessNames(), before);
    }, { skip });

    scenario(`${sample.file}: imported, it opens with its customers`, async ({ bookkeeper, page }) => {
      const business = await bookkeeper.importsFile(sample.path);
      await bookkeeper.opensList(business, 'customers');
      assert.match(await bookkeeper.mainText(), new RegExp(sample.customer));
      await page.goto(`/businesses/${business}/history`);
      assert.equal((await page.goto(`/businesses/${business}/history`)).status(), 200);
    }, { skip });

    scenario(`${sample.file}: every tab and every record can be read`, async ({ bookkeeper, page }) => {
      const business = await bookkeeper.importsFile(sample.path);
      await page.goto(`/businesses/${business}`);
      const tabs = await linksIn(page, 'nav.tabs a');
      assert.ok(tabs.length >= 4, tabs.join(' '));
      for (const tab of tabs) {
        assert.equal((await page.goto(tab)).status(), 200, tab);
        const records = [...new Set(await linksIn(page, 'main a[href*="/record/"]'))];
        for (const record of records.slice(0, 5)) {
          assert.equal((await page.goto(record)).status(), 200, record);
          // Scripts inside records are text: an element of theirs in our page would be ours to run.
          assert.equal(await page.locator('main script').count(), 0, record);
        }
      }
    }, { skip });

    scenario(`${sample.file}: the trial balance is equal on both sides`, async ({ bookkeeper, page }) => {
      const business = await bookkeeper.importsFile(sample.path);
      await page.goto(`/businesses/${business}/reports/trial-balance`);
      const totals = await page.locator('main tfoot tr').last().locator('td, th').allInnerTexts();
      const figures = totals.filter((shown) => /[0-9০-৯]/.test(shown));
      assert.ok(figures.length >= 2, totals.join(' | '));
      assert.equal(figures.at(-1), figures.at(-2));
    }, { skip });

    scenario(`${sample.file}: imported twice, both are kept and can be told apart`, async ({ bookkeeper }) => {
      const first = await bookkeeper.importsFile(sample.path);
      const second = await bookkeeper.importsFile(sample.path);
      assert.notEqual(first, second);
      const names = await bookkeeper.businessNames();
      assert.equal(new Set(names).size, names.length, names.join(' | '));
    }, { skip });
  }

  const arabic = SAMPLES.find((sample) => sample.arabic);
  scenario('an Arabic name runs from right to left inside the page', async ({ bookkeeper, page }) => {
    const business = await bookkeeper.importsFile(arabic.path);
    await bookkeeper.opensList(business, 'customers');
    const direction = await page.locator('main').getByText('شركة').first()
      .evaluate((element) => getComputedStyle(element).direction);
    assert.equal(direction, 'rtl');
    assert.equal(await page.locator('html').getAttribute('dir'), 'ltr');
  }, { skip: absent(arabic) });
});

/** The addresses of links, in order. */
function linksIn(page, selector) {
  return page.locator(selector).evaluateAll((links) => links.map((link) => link.getAttribute('href')));
}
