// A damaged file is refused, shown with what is whole in it, and rescued by choice only.

import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { capability } from '../harness/capability.mjs';
import { command } from '../harness/server.mjs';
import { makesCustomer } from './steps.mjs';

/** How long looking through a file may take, in milliseconds. */
const LONG_WORK_TIMEOUT_MS = 60_000;
/** How much is cut off: more than a page of the database. */
const CUT_BYTES = 5000;

capability('Rescue what is whole in a damaged file', (scenario) => {
  scenario('refused, listed, ticked, and told by the business for good', async ({ bookkeeper, page, folder }) => {
    const { file } = await damaged(bookkeeper, folder, 'Rescued');
    const before = await bookkeeper.businessNames();
    await bookkeeper.previewsImport(file);
    await page.getByRole('alert').first().waitFor({ timeout: LONG_WORK_TIMEOUT_MS });
    const offer = page.locator('main a[href^="/rescues/"]');
    await offer.click();
    await page.waitForURL(/\/rescues\/[0-9a-f-]{36}$/);
    const list = page.url();
    const told = await bookkeeper.mainText();
    for (const key of ['rescue-certain', 'rescue-uncertain', 'rescue-lost', 'rescue-told', 'rescue-now']) {
      assert.ok(told.includes(bookkeeper.say(key)), `${key}: ${told}`);
    }
    const begun = page.waitForEvent('download');
    await page.locator('main a[href$="/list/csv"]').first().click();
    assert.equal((await begun).suggestedFilename(), 'rescue.csv');

    // Without the tick nothing comes over.
    await bookkeeper.sendFormTo('/confirmation');
    await page.getByText(bookkeeper.say('error-rescue-not-accepted')).waitFor();
    await page.goto(list);
    await page.locator('[name="accepted"]').check();
    await bookkeeper.sendFormTo('/confirmation');
    await page.waitForURL(/\/businesses\/[0-9a-f-]{36}$/, { timeout: LONG_WORK_TIMEOUT_MS });
    const rescued = bookkeeper.keyOfBusiness();
    assert.ok((await bookkeeper.mainText()).includes(bookkeeper.say('rescue-mark-title')));
    await page.locator(`main a[href="/businesses/${rescued}/rescue"]`).click();
    await page.waitForURL(/\/rescue$/);
    assert.ok((await bookkeeper.mainText()).includes(bookkeeper.say('rescue-list')));
    await bookkeeper.opensList(rescued, 'customers');
    assert.match(await bookkeeper.mainText(), /Rescued/);
    assert.equal((await bookkeeper.businessNames()).length, before.length + 1);
  });

  scenario('let go of, nothing has changed', async ({ bookkeeper, page, folder }) => {
    const { file } = await damaged(bookkeeper, folder, 'Let go');
    const before = await bookkeeper.businessNames();
    await bookkeeper.previewsImport(file);
    await page.locator('main a[href^="/rescues/"]').click();
    await page.waitForURL(/\/rescues\/[0-9a-f-]{36}$/);
    const here = page.url();
    await page.locator('main button[formaction$="/cancellation"]').click();
    await page.waitForURL((url) => url.pathname === '/');
    assert.deepEqual(await bookkeeper.businessNames(), before);
    assert.equal((await page.goto(here)).status(), 404);
  });

  scenario('the command lists the same, and ends with 1', async ({ bookkeeper, folder }) => {
    const { file, whole } = await damaged(bookkeeper, folder, 'Listed');
    const data = path.join(folder, 'other');
    const { code, json } = await command('rescue', file, '--list-only', '--data', data, '--json');
    assert.equal(code, 1);
    assert.equal(json.business, null);
    assert.ok(json.items.length > 0);
    const sound = await command('rescue', whole, '--list-only', '--data', data, '--json');
    assert.equal(sound.code, 64, 'what is whole is imported');
  });
});

/** An uncompressed backup, and a copy of it whose end is missing. */
async function damaged(bookkeeper, folder, name) {
  const { business } = await makesCustomer(bookkeeper, name);
  const { file: whole } = await bookkeeper.makesBackup(business, folder, { plain: true });
  const bytes = await readFile(whole);
  const file = path.join(folder, 'damaged.manager');
  await writeFile(file, bytes.subarray(0, bytes.length - CUT_BYTES));
  return { file, whole };
}
