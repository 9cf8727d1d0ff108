// Any file can be verified on a page, which says what the command line says.

import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { capability } from '../harness/capability.mjs';
import { fileIn } from '../harness/samples.mjs';
import { command } from '../harness/server.mjs';
import { makesCustomer } from './steps.mjs';

capability('Verify a backup', (scenario) => {
  scenario('a whole file is told whole, with its digest', async ({ bookkeeper, page, folder }) => {
    const { business, businessName } = await makesCustomer(bookkeeper, 'Proved');
    const { file } = await bookkeeper.makesBackup(business, folder);
    const before = await bookkeeper.businessNames();
    await verifies(page, file);
    const told = await bookkeeper.mainText();
    const { json } = await command('verify', file, '--json');
    assert.ok(told.includes(bookkeeper.say('verify-result-whole')), told);
    assert.ok(told.includes(json.content_digest) && told.includes(businessName), told);
    assert.deepEqual(await bookkeeper.businessNames(), before, 'nothing is imported');
  });

  scenario('what was left out on purpose is named', async ({ bookkeeper, page, folder }) => {
    const { business } = await makesCustomer(bookkeeper, 'Partial');
    const { file } = await bookkeeper.makesBackup(business, folder, { without: ['emails'] });
    await verifies(page, file);
    const told = await bookkeeper.mainText();
    assert.ok(told.includes(bookkeeper.say('verify-section-left-out')), told);
  });

  scenario('a damaged file is told altered, block by block', async ({ bookkeeper, page, folder }) => {
    const { business } = await makesCustomer(bookkeeper, 'Damaged');
    const { file } = await bookkeeper.makesBackup(business, folder);
    const bytes = await readFile(file);
    bytes[Math.floor(bytes.length / 3)] ^= 1;
    const damaged = path.join(folder, 'damaged.manager');
    await writeFile(damaged, bytes);
    await verifies(page, damaged);
    const told = await bookkeeper.mainText();
    assert.ok(told.includes(bookkeeper.say('verify-result-altered')), told);
    assert.ok(told.includes(bookkeeper.say('verify-damage')), told);
    const { code, json } = await command('verify', damaged, '--json');
    assert.equal(code, 1);
    assert.equal(json.result, 'altered');
    assert.deepEqual(json.damage.blocks.map((block) => block.number), [0]);
  });

  scenario('what is no backup is told so', async ({ bookkeeper, page, folder }) => {
    await verifies(page, await fileIn(folder, 'letter.manager', 'Dear Sir,'));
    const told = await bookkeeper.mainText();
    assert.ok(told.includes(bookkeeper.say('verify-result-not-a-backup')), told);
  });
});

/** Sends a file to the Verify page and waits for the result. */
async function verifies(page, file) {
  await page.goto('/verifications/new');
  await page.locator('main input[type="file"][name="file"]').setInputFiles(file);
  await page.locator('main form[action="/verifications"] button[type="submit"]').click();
  await page.waitForURL(/\/verifications\/[0-9a-f-]{36}$/);
}
