// Settings as a bookkeeper changes them: details, tabs, the lock date.

import assert from 'node:assert/strict';
import { capability } from '../harness/capability.mjs';

capability('Settings', (scenario, language) => {
  scenario('the name on papers is changed, and dates look as the business writes them', async ({ bookkeeper, page }) => {
    const business = await bookkeeper.createsBusiness(`Details ${language}`);
    await page.goto(`/businesses/${business}/settings/business-details`);
    await page.locator('[name="name"]').fill('Rahim Traders');
    await bookkeeper.sendFormWith('name');
    await page.waitForURL(/saved=1$/);
    assert.equal(await page.locator('[name="name"]').inputValue(), 'Rahim Traders');
    await page.goto(`/businesses/${business}/settings/date-and-number-format`);
    await bookkeeper.choose('dates', 'yyyy-MM-dd');
    await bookkeeper.sendFormWith('dates');
    await page.waitForURL(/saved=1$/);
    await page.goto(`/businesses/${business}/records/journal-entries/new`);
    assert.match(await page.locator('[name="Date"]').inputValue(), /^\d{4}-\d{2}-\d{2}$/);
  });

  scenario('a tab that is switched off leaves, and comes back', async ({ bookkeeper, page }) => {
    const business = await bookkeeper.createsBusiness(`Tabs ${language}`);
    const tab = page.locator(`nav.tabs a[href$="/records/customers"]`);
    for (const count of [0, 1]) {
      await page.goto(`/businesses/${business}/settings/customize`);
      await page.locator('[name="tab"][value="customers"]').setChecked(count === 1);
      await bookkeeper.sendFormWith('tab');
      await page.waitForURL(/saved=1$/);
      assert.equal(await tab.count(), count);
    }
  });

  scenario('the lock date goes forward freely and back with a reason', async ({ bookkeeper, page }) => {
    const business = await bookkeeper.createsBusiness(`Lock ${language}`);
    const lock = async (date, reason) => {
      await page.goto(`/businesses/${business}/settings/lock-date`);
      await page.locator('[name="date"]').fill(date);
      await page.locator('[name="reason"]').fill(reason);
      await bookkeeper.sendFormWith('date');
    };
    await lock('2026-03-31', '');
    await page.waitForURL(/saved=1$/);
    await lock('2026-02-28', '');
    await page.locator('#reason-error').waitFor();
    await lock('2026-02-28', 'Auditor');
    await page.waitForURL(/saved=1$/);
  });
});
