// A backup is looked into like a business and changes nothing; one record comes back out of it.

import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { capability } from '../harness/capability.mjs';
import { fileIn } from '../harness/samples.mjs';
import { makesCustomer } from './steps.mjs';

capability('Look into a backup and bring a record back', (scenario) => {
  scenario('a deleted customer comes back with its file', async ({ bookkeeper, page, folder }) => {
    const { business, record } = await makesCustomer(bookkeeper, 'Nadia');
    await bookkeeper.attaches([await fileIn(folder, 'contract.txt', 'signed by both')]);
    const { file } = await bookkeeper.makesBackup(business, folder);

    await page.goto(`${record}/deletion`);
    await page.locator('main form button[type="submit"]').click();
    await page.waitForURL((url) => !url.pathname.endsWith('/deletion'));
    assert.equal((await page.goto(record)).status(), 404);

    await page.goto('/opened/new');
    await page.locator('input[type="file"][name="file"]').setInputFiles(file);
    await page.locator('main form[action="/opened"] button[type="submit"]').click();
    await page.waitForURL(/\/businesses\/[0-9a-f-]{36}$/);
    const opened = new URL(page.url()).pathname;
    assert.notEqual(opened, `/businesses/${business}`);
    assert.ok(await page.locator('aside.banner').isVisible(), 'it says what it is');

    await page.goto(`${opened}/records/customers`);
    assert.equal(await page.locator('main a[href$="/new"]:visible').count(), 0, 'nothing is new');
    await page.locator('main table a[href*="/record/"]', { hasText: 'Nadia' }).first().click();
    await page.waitForURL(/\/record\//);
    assert.equal(await page.locator('main form[method="post"]:visible').count(), 0);
    await page.locator('main a[href$="/taking"]').click();
    await page.waitForURL(/\/taking/);
    const chosen = await page.locator('select[name="into"]').inputValue();
    assert.equal(chosen, business, 'the business of the same History stands first');
    await page.locator('main button[name="take"]').click();
    await page.waitForURL(/\/businesses\//);
    assert.equal(new URL(page.url()).pathname, record);
    assert.match(await bookkeeper.mainText(), /contract\.txt/);

    await page.goto(`/businesses/${business}/history`);
    await page.locator('main table a[href*="/history/"]').first().click();
    await page.waitForURL(/\/history\/\d+/);
    assert.ok((await bookkeeper.mainText()).includes(basename(file)), 'History names the file');

    await page.goto(opened);
    await page.locator('aside.banner button').click();
    await page.waitForURL(/\/opened\/new/);
    assert.equal((await page.goto(opened)).status(), 404);
  });
});
