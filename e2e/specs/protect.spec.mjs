// A backup with a passphrase: drawn or one's own, on paper, proved, and opened again.

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { capability } from '../harness/capability.mjs';
import { command } from '../harness/server.mjs';
import { makesCustomer } from './steps.mjs';

const WORDS = 'tulip granite seventeen kettle orbit plum';

/** Deriving a key twice takes its time, in milliseconds. */
const LONG_WORK_TIMEOUT_MS = 60_000;

capability('Protect a backup with a passphrase', (scenario) => {
  scenario('six drawn words: on the sheet, typed back, and shown no more', async ({ bookkeeper, page, folder }) => {
    const { business } = await makesCustomer(bookkeeper, 'Sheet');
    await page.goto(`/businesses/${business}/backups/new`);
    await page.locator('[name="protect"][value="words"]').check();
    await bookkeeper.sendFormWith('file_name');
    const sheet = page.locator('main a[href$="/sheet"]');
    await sheet.waitFor({ timeout: LONG_WORK_TIMEOUT_MS });
    const backup = new URL(page.url()).pathname;
    await sheet.click();
    await page.waitForURL(/\/sheet$/);
    const words = (await page.locator('main strong code').innerText()).trim();
    assert.equal(words.split(' ').length, 6, words);
    // On paper there are lines to write on, unless the person asks for the words.
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('main strong code').isVisible(), false);
    await page.emulateMedia({ media: 'screen' });
    await page.locator('main a[href$="?words=1"]').click();
    await page.waitForURL(/words=1/);
    await page.emulateMedia({ media: 'print' });
    assert.ok(await page.locator('main strong code').isVisible());
    await page.emulateMedia({ media: 'screen' });

    await types(page, backup, 'tulip');
    assert.match(await page.locator('main .field-error').innerText(), /\S/);
    await types(page, backup, words);
    await page.locator('main .badge.good').waitFor({ timeout: LONG_WORK_TIMEOUT_MS });
    await page.goto(`${backup}/sheet?words=1`);
    assert.ok(!(await bookkeeper.mainText()).includes(words));
    const file = await downloads(page, backup, folder);
    assert.match((await readFile(file)).subarray(0, 22).toString(), /^age-encryption\.org\/v1/);
  });

  scenario('one’s own: a wrong passphrase is told, the right one imports', async (world) => {
    const { bookkeeper, page, folder } = world;
    const { business, businessName } = await makesCustomer(bookkeeper, 'Locked');
    await page.goto(`/businesses/${business}/backups/new`);
    await page.locator('[name="protect"][value="own"]').check();
    await page.locator('details:has([name="passphrase"]) > summary').click();
    await page.locator('[name="passphrase"]').fill(WORDS);
    await page.locator('[name="passphrase_again"]').fill(WORDS);
    await bookkeeper.sendFormWith('file_name');
    await page.locator('main a[href$="/sheet"]').waitFor({ timeout: LONG_WORK_TIMEOUT_MS });
    const file = await downloads(page, new URL(page.url()).pathname, folder);

    const before = await bookkeeper.businessNames();
    await bookkeeper.previewsImport(file);
    await page.waitForURL(/\/locked\//, { timeout: LONG_WORK_TIMEOUT_MS });
    await unlocks(page, 'tulip');
    assert.match(await page.locator('main .field-error').innerText(), /\S/);
    assert.equal(await page.locator('[name="passphrase"]').inputValue(), '');
    assert.ok(!page.url().includes('tulip'));
    await unlocks(page, WORDS);
    await page.waitForURL(/\/imports\//, { timeout: LONG_WORK_TIMEOUT_MS });
    assert.ok((await bookkeeper.mainText()).includes(businessName));
    await bookkeeper.confirmsImport();
    assert.equal((await bookkeeper.businessNames()).length, before.length + 1);

    // The command line opens the same file, and says what it is.
    const secret = path.join(folder, 'passphrase.txt');
    await writeFile(secret, `${WORDS}\n`);
    const { code, json } = await command('verify', file, '--json', '--passphrase-file', secret);
    assert.equal(code, 0);
    assert.equal(json.encrypted, true);
    assert.equal(json.result, 'whole');
  });

  scenario('a summary beside the file is read before the passphrase, and only where it was allowed', async (world) => {
    const { bookkeeper, page, folder } = world;
    const { business, businessName } = await makesCustomer(bookkeeper, 'Summary');
    await page.goto(`/businesses/${business}/backups/new`);
    const box = page.locator('[name="readable_summary"]');
    assert.equal(await box.isChecked(), false, 'nobody is told without having been asked');
    await page.locator('[name="protect"][value="own"]').check();
    await page.locator('details:has([name="passphrase"]) > summary').click();
    await page.locator('[name="passphrase"]').fill(WORDS);
    await page.locator('[name="passphrase_again"]').fill(WORDS);
    await box.check();
    await bookkeeper.sendFormWith('file_name');
    const link = page.locator('main a[href$="/summary"]');
    await link.waitFor({ timeout: LONG_WORK_TIMEOUT_MS });
    const backup = new URL(page.url()).pathname;
    const begun = page.waitForEvent('download');
    await link.click();
    const download = await begun;
    assert.match(download.suggestedFilename(), /\.summary\.txt$/);
    const summary = path.join(folder, 'beside.summary.txt');
    await download.saveAs(summary);
    const told = await readFile(summary, 'utf8');
    assert.match(told, /^tijori summary 1\n/);
    assert.ok(told.includes(businessName) && !told.includes(WORDS), told);
    const file = await downloads(page, backup, folder);

    await page.goto('/verifications/new');
    await page.locator('main input[name="file"]').setInputFiles(file);
    await page.locator('details:has([name="summary"]) > summary').click();
    await page.locator('main input[name="summary"]').setInputFiles(summary);
    await bookkeeper.sendFormWith('file');
    await page.waitForURL(/\/locked\//, { timeout: LONG_WORK_TIMEOUT_MS });
    const locked = await bookkeeper.mainText();
    assert.ok(locked.includes(businessName), locked);
    assert.ok(locked.includes(bookkeeper.say('backup-summary-not-proved')), locked);
    await unlocks(page, WORDS);
    await page.waitForURL(/\/verifications\//, { timeout: LONG_WORK_TIMEOUT_MS });
    assert.ok((await bookkeeper.mainText()).includes(bookkeeper.say('verify-result-whole')));
  });

  scenario('two different passphrases are refused beside the form', async ({ bookkeeper, page }) => {
    const { business } = await makesCustomer(bookkeeper, 'Twice');
    await page.goto(`/businesses/${business}/backups/new`);
    await page.locator('[name="protect"][value="own"]').check();
    await page.locator('details:has([name="passphrase"]) > summary').click();
    await page.locator('[name="passphrase"]').fill(WORDS);
    await page.locator('[name="passphrase_again"]').fill(`${WORDS} x`);
    await bookkeeper.sendFormWith('file_name');
    await page.getByRole('alert').first().waitFor();
    assert.ok(await page.locator('[name="protect"][value="own"]').isChecked());
    assert.equal(await page.locator('[name="passphrase"]').inputValue(), '');
  });
});

/** Types a passphrase on the page of a finished backup. */
async function types(page, backup, words) {
  await page.goto(backup);
  await page.locator('main [name="passphrase"]').fill(words);
  await sends(page, /\/passphrase$/);
}

/** Types a passphrase for a file that waits for it. */
async function unlocks(page, words) {
  await page.locator('main [name="passphrase"]').fill(words);
  await sends(page, /\/locked\//);
}

/** Sends the form with the passphrase and waits for what comes of it. */
async function sends(page, address) {
  const answered = page.waitForResponse(
    (response) => response.request().method() === 'POST' && address.test(new URL(response.url()).pathname),
    { timeout: LONG_WORK_TIMEOUT_MS },
  );
  await page.locator('main form:has([name="passphrase"]) button.primary').click();
  await answered;
  await page.waitForLoadState();
}

/** Downloads a finished backup by its link. */
async function downloads(page, backup, folder) {
  await page.goto(backup);
  const begun = page.waitForEvent('download', { timeout: LONG_WORK_TIMEOUT_MS });
  await page.locator('main a[href$="/file"]').click();
  const file = path.join(folder, `secret-${randomUUID()}.manager`);
  await (await begun).saveAs(file);
  return file;
}
