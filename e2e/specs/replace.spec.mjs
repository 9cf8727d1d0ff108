// A file is held against the business it came from, takes its place, and gives it back.

import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { capability } from '../harness/capability.mjs';
import { addsCustomer, makesCustomer } from './steps.mjs';

const LONG_WORK_TIMEOUT_MS = 60_000;

capability('Import in the place of a business', (scenario) => {
  scenario('the preview names what differs, Replace keeps the old one in Trash, and one press brings it back', async (world) => {
    const { bookkeeper, page, folder, server } = world;
    const { business, businessName } = await makesCustomer(bookkeeper, 'First');
    const { file } = await bookkeeper.makesBackup(business, folder);
    await addsCustomer(bookkeeper, business, 'Second');

    await bookkeeper.previewsImport(file);
    const replacing = page.locator('form[action$="/confirmation"]:has([name="replace"])');
    await replacing.waitFor({ timeout: LONG_WORK_TIMEOUT_MS });
    assert.equal(await replacing.locator('[name="replace"]').inputValue(), business);
    assert.match(await bookkeeper.mainText(), /Second/, 'what would be missing is named');

    await replacing.locator('button[type="submit"]').click();
    await page.waitForURL(/\/businesses\/[0-9a-f-]{36}/, { timeout: LONG_WORK_TIMEOUT_MS });
    const replaced = bookkeeper.keyOfBusiness();
    assert.notEqual(replaced, business);
    await bookkeeper.opensList(replaced, 'customers');
    const customers = await bookkeeper.mainText();
    assert.ok(customers.includes('First') && !customers.includes('Second'), customers);
    const named = (await bookkeeper.businessNames()).filter((name) => name.includes(businessName));
    assert.equal(named.length, 1, named.join(' | '));
    assert.ok((await readdir(path.join(server.folder, 'Safety backups'))).length > 0);
    await page.goto('/trash');
    assert.ok((await bookkeeper.mainText()).includes(businessName));

    await page.goto(`/businesses/${replaced}/replacement`);
    await page.locator('main form[action$="/replacement/undoing"] button[type="submit"]').click();
    await page.waitForURL((url) => url.pathname === '/', { timeout: LONG_WORK_TIMEOUT_MS });
    await bookkeeper.opensList(business, 'customers');
    assert.match(await bookkeeper.mainText(), /Second/, 'the old one is back as it was');
    assert.equal((await page.goto(`/businesses/${replaced}`)).status(), 404);
  });

  scenario('changes made since are told before they go', async ({ bookkeeper, page, folder }) => {
    const { business } = await makesCustomer(bookkeeper, 'Before');
    const { file } = await bookkeeper.makesBackup(business, folder);
    await bookkeeper.previewsImport(file);
    const replacing = page.locator('form[action$="/confirmation"]:has([name="replace"])');
    await replacing.waitFor({ timeout: LONG_WORK_TIMEOUT_MS });
    await replacing.locator('button[type="submit"]').click();
    await page.waitForURL(/\/businesses\/[0-9a-f-]{36}/, { timeout: LONG_WORK_TIMEOUT_MS });
    const replaced = bookkeeper.keyOfBusiness();
    await addsCustomer(bookkeeper, replaced, 'Made since');
    await page.goto(`/businesses/${replaced}/replacement`);
    assert.match(await bookkeeper.mainText(), /Made since/);
  });
});
