// What a subscriber does: signing up and in, at the books and at the portal.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** The password of everybody here. */
export const PASSWORD = 'seven green lamps in a row';

/** How long a node may take for what is asked of it, in milliseconds. */
const ERRAND_TIMEOUT_MS = 60_000;

/** Pages on which somebody proves who they are when they are asked. */
const proving = new WeakSet();

/**
 * From now on, whenever a page asks for a proof because five minutes have passed, it is given: a scenario may take as
 * long as it needs.
 */
function provesWhenAsked({ page }, password) {
  if (proving.has(page)) return;
  proving.add(page);
  page.on('domcontentloaded', async () => {
    try {
      const field = page.locator('[name="proof_password"]');
      if (!(await field.count())) return;
      await field.fill(password);
      await page.locator('form:has([name="proof_password"]) button[type="submit"]').click();
    } catch {
      // The page went on or was closed: what the scenario waits for tells whether that was right.
    }
  });
}

/** Makes an account; ends on the list of businesses, signed in. */
export async function signsUp(bookkeeper, { firm, email }) {
  const { page } = bookkeeper;
  await page.goto('/sign-up');
  await page.locator('[name="firm"]').fill(firm);
  await page.locator('[name="full_name"]').fill('Asha Devi');
  await page.locator('[name="email"]').fill(email);
  await page.locator('[name="password"]').fill(PASSWORD);
  await bookkeeper.sendFormWith('email');
  await page.waitForURL((url) => url.pathname === '/');
  provesWhenAsked(bookkeeper, PASSWORD);
}

/** Signs in at the page that asks for it; ends on the first page. */
export async function signsIn(bookkeeper, email, password = PASSWORD) {
  const { page } = bookkeeper;
  await page.goto('/sign-in');
  await page.locator('[name="name"]').fill(email);
  await page.locator('[name="password"]').fill(password);
  await bookkeeper.sendFormWith('password');
  await page.waitForURL((url) => url.pathname === '/');
  provesWhenAsked(bookkeeper, password);
}

/** Makes the first administrator of a Server edition with the code that it printed, and signs in. */
export async function setsUp(bookkeeper, server) {
  const { page } = bookkeeper;
  const code = /half an hour: (\S+)/.exec(server.printed())?.[1];
  assert.ok(code, `no code in: ${server.printed()}`);
  await page.goto('/setup');
  await page.locator('[name="code"]').fill(code);
  await page.locator('[name="name"]').fill('asha');
  await page.locator('[name="full_name"]').fill('Asha Devi');
  await page.locator('[name="password"]').fill(PASSWORD);
  await bookkeeper.sendFormWith('code');
  await page.waitForURL((url) => url.pathname === '/sign-in');
  await signsIn(bookkeeper, 'asha');
}

/**
 * Has a backup of this moment made at the portal and downloads it. The page's own figures hold: the length that was
 * announced, and the SHA-256 that it shows.
 */
export async function takesBackupAtPortal(bookkeeper, business, folder) {
  const { page } = bookkeeper;
  await page.goto(`/businesses/${business}`);
  await bookkeeper.sendFormWith('history');
  const link = bookkeeper.control('portal-now-download', page.locator('main'));
  await link.waitFor({ timeout: ERRAND_TIMEOUT_MS });
  const begun = page.waitForEvent('download');
  const [answer] = await Promise.all([page.request.head(await link.getAttribute('href')), link.click()]);
  const file = path.join(folder, `portal-${business}.manager`);
  await (await begun).saveAs(file);
  const bytes = await readFile(file);
  assert.equal(String(bytes.length), answer.headers()['content-length']);
  const digest = createHash('sha256').update(bytes).digest('hex');
  assert.ok((await page.content()).includes(digest), `${digest} stands on the page`);
  return file;
}
