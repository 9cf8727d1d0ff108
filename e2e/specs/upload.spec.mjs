// A large file is sent in pieces: it goes on after the connection was lost, and after the page was
// left, where it stopped.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { capability } from '../harness/capability.mjs';
import { makesCustomer } from './steps.mjs';

/** Enough for several pieces, of bytes that nothing makes smaller. */
const FILE_BYTES = 20_000_000;
/** How long the connection is away, in milliseconds. */
const AWAY_MS = 1_500;
/** How long sending and looking through may take, in milliseconds. */
const PATIENCE_MS = 60_000;

/** A backup of a business with one large attachment. */
async function largeBackup(bookkeeper, folder, name) {
  const { business, record } = await makesCustomer(bookkeeper, name);
  await bookkeeper.page.goto(record);
  await bookkeeper.attaches([{ name: 'film.bin', mimeType: 'application/octet-stream', buffer: randomBytes(FILE_BYTES) }]);
  const { file } = await bookkeeper.makesBackup(business, folder);
  return file;
}

/** Chooses a file on the Import page, or another one that takes files, and presses the button. */
async function sends(page, file, choosing = '/imports/new') {
  await page.goto(choosing);
  await page.locator('input[type="file"][name="file"]').setInputFiles(file);
  await page.locator('form:has([data-uploads]) button[type="submit"]').click();
}

/** Sees every piece that is sent; `act` says what becomes of it. */
async function watchPieces(page, act) {
  const offsets = [];
  await page.route('**/uploads/*', async (route) => {
    const request = route.request();
    if (request.method() !== 'PATCH') return route.continue();
    offsets.push(Number(request.headers()['upload-offset']));
    return (await act(offsets.length)) ? route.continue() : route.abort('connectionreset');
  });
  return offsets;
}

const PREVIEW = /\/imports\/[0-9a-f-]{36}$/;

capability('Send a large file', (scenario) => {
  scenario('the connection is lost, and it goes on by itself', async ({ bookkeeper, page, folder }) => {
    const file = await largeBackup(bookkeeper, folder, 'Lost');
    const offsets = await watchPieces(page, async (number) => {
      if (number !== 2) return true;
      await page.context().setOffline(true);
      setTimeout(() => page.context().setOffline(false), AWAY_MS);
      return false;
    });
    await sends(page, file);
    await page.getByText(bookkeeper.say('upload-waiting')).waitFor();
    await page.waitForURL(PREVIEW, { timeout: PATIENCE_MS });
    assert.ok(offsets.length >= 4, `in pieces: ${offsets}`);
    assert.equal(offsets[2], offsets[1], 'the piece that was lost is sent again');
    assert.deepEqual(offsets.filter((offset) => offset === 0), [0], 'nothing begins anew');
    await bookkeeper.confirmsImport();
    await page.goto(`${new URL(page.url()).pathname.split('/').slice(0, 3).join('/')}/attachments`);
    await page.getByText('film.bin').first().waitFor();
  });

  scenario('the page is left, and the same file goes on where it stopped', async ({ bookkeeper, page, folder }) => {
    const file = await largeBackup(bookkeeper, folder, 'Left');
    let tell;
    const stopped = new Promise((resolve) => {
      tell = resolve;
    });
    const offsets = await watchPieces(page, async (number) => {
      if (number === 3) tell();
      return number !== 3;
    });
    await sends(page, file);
    await stopped;
    await page.goto('/');
    await page.goto('/imports/new');
    await page.getByText(bookkeeper.say('upload-unfinished')).waitFor();
    const before = offsets.length;
    await sends(page, file);
    await page.waitForURL(PREVIEW, { timeout: PATIENCE_MS });
    assert.ok(offsets[before] > 0, `it goes on: ${offsets}`);
    await page.goto('/imports/new');
    assert.equal(await page.getByText(bookkeeper.say('upload-unfinished')).count(), 0);
  });

  scenario('sending is stopped, and nothing is left', async ({ bookkeeper, page, folder }) => {
    const file = await largeBackup(bookkeeper, folder, 'Stopped');
    await watchPieces(page, async (number) => {
      // Lost again and again, until somebody stops it.
      return number < 2;
    });
    await sends(page, file);
    await page.getByText(bookkeeper.say('upload-waiting')).waitFor();
    await Promise.all([page.waitForEvent('load'), bookkeeper.press('upload-stop')]);
    await page.locator('input[type="file"][name="file"]').waitFor();
    assert.equal(await page.getByText(bookkeeper.say('upload-unfinished')).count(), 0);
  });

  scenario('a file to be looked into or verified comes in pieces too', async ({ bookkeeper, page, folder }) => {
    const file = await largeBackup(bookkeeper, folder, 'Looked');
    const offsets = await watchPieces(page, async () => true);
    await sends(page, file, '/verifications/new');
    await page.waitForURL(/\/verifications\/[0-9a-f-]{36}$/, { timeout: PATIENCE_MS });
    assert.ok(offsets.length >= 3, `in pieces: ${offsets}`);
    await page.getByText(bookkeeper.say('verify-result-whole')).waitFor();
    const before = offsets.length;
    await sends(page, file, '/opened/new');
    await page.waitForURL(/\/businesses\/[0-9a-f-]{36}$/, { timeout: PATIENCE_MS });
    assert.ok(offsets.length - before >= 3, `in pieces: ${offsets}`);
  });
});
