// Real files are previewed, imported and read, and what is in them is shown but never run.

import assert from 'node:assert/strict';
import { capability } from '../harness/capability.mjs';
import { SAMPLES, absent } from '../harness/samples.mjs';
import { command } from '../harness/server.mjs';

/** How many records of each kind are opened. */
const RECORDS_OPENED_MAX = 3;

capability('Import a business', (scenario) => {
  for (const sample of SAMPLES) {
    const skip = absent(sample);
    /** The business that the first scenario imported and the next ones read. */
    let imported;

    scenario(`${sample.file}: the preview says what is in it and imports nothing`, async ({ bookkeeper, page }) => {
      const { json } = await command('inspect', sample.path, '--json');
      const before = await bookkeeper.businessNames();
      await bookkeeper.previewsImport(sample.path);
      await page.locator('form[action$="/confirmation"]:not(:has([name="replace"]))').waitFor();
      const numbers = await page.locator('main table').first().locator('td.end').allInnerTexts();
      const records = numbers.reduce((sum, shown) => sum + latin(shown), 0);
      assert.equal(records, json.records, 'the kinds of the preview add up to the records of the file');
      assert.deepEqual(await bookkeeper.businessNames(), before);
    }, { skip });

    scenario(`${sample.file}: imported, it opens with its customers`, async ({ bookkeeper, page }) => {
      imported = await bookkeeper.importsFile(sample.path);
      await bookkeeper.opensList(imported, 'customers');
      assert.match(await bookkeeper.mainText(), new RegExp(sample.customer));
      await page.goto(`/businesses/${imported}/history`);
      assert.match(await bookkeeper.mainText(), new RegExp(bookkeeper.say('history-action-restored')));
    }, { skip });

    scenario(`${sample.file}: every tab and every kind of record can be read`, async ({ page }) => {
      await page.goto(`/businesses/${imported}`);
      const tabs = await linksIn(page, 'nav.tabs a');
      assert.ok(tabs.length >= 4, tabs.join(' '));
      for (const tab of tabs) {
        assert.equal((await page.goto(tab)).status(), 200, tab);
        const records = [...new Set(await linksIn(page, 'main a[href*="/record/"]'))];
        for (const record of records.slice(0, RECORDS_OPENED_MAX)) {
          assert.equal((await page.goto(record)).status(), 200, record);
          // Scripts inside records are text: an element of theirs in our page would be ours to run.
          assert.equal(await page.locator('main script').count(), 0, record);
        }
      }
    }, { skip });

    scenario(`${sample.file}: the number of each tab is the length of its list`, async ({ page }) => {
      await page.goto(`/businesses/${imported}`);
      const tabs = await page.locator('nav.tabs a:has(.tab-count)').evaluateAll((links) =>
        links.map((link) => [link.getAttribute('href'), link.querySelector('.tab-count').textContent]),
      );
      assert.ok(tabs.length > 0);
      for (const [href, count] of tabs) {
        await page.goto(href);
        assert.equal(await page.locator('main table.data tbody tr').count(), latin(count), href);
      }
    }, { skip });

    scenario(`${sample.file}: the trial balance is equal on both sides, and that of the file`, async (world) => {
      const { page } = world;
      const { json } = await command('inspect', sample.path, '--json');
      await page.goto(`/businesses/${imported}/reports/trial-balance?period=everything`);
      const totals = await page.locator('main .report-grand-total td').allInnerTexts();
      const figures = totals.filter((shown) => /[0-9০-৯]/.test(shown)).map(latin);
      assert.equal(figures.length, 2, totals.join(' | '));
      assert.equal(figures[0], figures[1]);
      if (json.trial_balance) assert.equal(figures[0], Number(json.trial_balance.total_debit));
    }, { skip });

    scenario(`${sample.file}: imported again, both are kept and can be told apart`, async ({ bookkeeper }) => {
      const second = await bookkeeper.importsFile(sample.path);
      assert.notEqual(imported, second);
      const names = await bookkeeper.businessNames();
      assert.equal(new Set(names).size, names.length, names.join(' | '));
    }, { skip });

    if (sample.arabic) {
      scenario('an Arabic name runs from right to left inside the page', async ({ bookkeeper, page }) => {
        await bookkeeper.opensList(imported, 'customers');
        const direction = await page.locator('main').getByText('شركة').first()
          .evaluate((element) => getComputedStyle(element).direction);
        assert.equal(direction, 'rtl');
        assert.equal(await page.locator('html').getAttribute('dir'), 'ltr');
      }, { skip });
    }
  }
});

/** The number that is shown, whatever its digits and grouping. */
function latin(shown) {
  const digits = shown.replace(/[০-৯]/g, (digit) => String(digit.codePointAt(0) - '০'.codePointAt(0)));
  return Number(digits.replace(/[^0-9.]/g, ''));
}

/** The addresses of links, in order. */
function linksIn(page, selector) {
  return page.locator(selector).evaluateAll((links) => links.map((link) => link.getAttribute('href')));
}
