// Backups are kept in a place, seen in the calendar, proved to come back, and restored from there.

import assert from 'node:assert/strict';
import path from 'node:path';
import { capability } from '../harness/capability.mjs';
import { plain } from '../harness/locale.mjs';
import { addsCustomer, makesCustomer } from './steps.mjs';

/** How long a backup or a rehearsal may take, in milliseconds. */
const LONG_WORK_TIMEOUT_MS = 60_000;

capability('Keep backups in places', (scenario) => {
  scenario('kept, seen on its day, rehearsed, downloaded and restored', async ({ bookkeeper, page, folder }) => {
    const { business, businessName } = await makesCustomer(bookkeeper, 'Kept');
    const place = await addsFolder(bookkeeper, page, path.join(folder, 'disk'));
    await page.goto(`/businesses/${business}/keeping`);
    await backsUpInto(bookkeeper, page, business, place);
    assert.match(await bookkeeper.mainText(), new RegExp(bookkeeper.say('kept-run-good')));
    await page.goto(`/businesses/${business}/keeping`);
    const day = page.locator('.calendar td.today.good a');
    await day.click();
    await page.waitForURL(/day=\d{4}-\d{2}-\d{2}/);
    const kept = page.locator('#day .kept');
    assert.equal(await kept.count(), 1);
    assert.match(await kept.innerText(), new RegExp(place));
    const begun = page.waitForEvent('download');
    await kept.locator('a[href$="/file"]').click();
    assert.match((await begun).suggestedFilename(), /\.manager$/);
    await bookkeeper.press('kept-rehearse-newest', page.locator('main'));
    await page.getByText(bookkeeper.say('kept-rehearsal-good')).waitFor({ timeout: LONG_WORK_TIMEOUT_MS });
    await page.goto(`/businesses/${business}/keeping`);
    await bookkeeper.press('kept-restore', page.locator('#day .kept'));
    await page.waitForURL(/\/imports\//, { timeout: LONG_WORK_TIMEOUT_MS });
    await bookkeeper.confirmsImport();
    const names = await bookkeeper.businessNames();
    assert.equal(names.filter((name) => name.startsWith(businessName)).length, 2);
  });

  scenario('a schedule says when the next backup is due, and rests when it is paused', async ({ bookkeeper, page, folder }) => {
    const { business } = await makesCustomer(bookkeeper, 'Scheduled');
    await addsFolder(bookkeeper, page, path.join(folder, 'disk'));
    await page.goto('/keeping/schedules/new');
    await page.locator('select[name="business"]').selectOption(business);
    await page.locator('[name="rhythm"][value="weekly"]').check();
    await page.locator('[name="time"]').fill('02:30');
    await bookkeeper.sendFormWith('rhythm');
    await page.waitForURL(/\/keeping\/schedules\?done=saved/);
    const none = bookkeeper.say('kept-nothing-due');
    await page.goto(`/businesses/${business}/keeping`);
    assert.ok(!(await bookkeeper.mainText()).includes(none));
    await page.goto('/keeping/schedules');
    await bookkeeper.sendFormTo('/pause');
    await page.waitForURL(/done=paused/);
    assert.match(await bookkeeper.mainText(), new RegExp(bookkeeper.say('schedule-paused')));
    // All scenarios share one data folder: what was set up for all goes again.
    await bookkeeper.sendFormTo('/removal');
    await page.waitForURL(/done=removed/);
  });

  scenario('a kept backup goes to Trash, is seen there, and comes back', async ({ bookkeeper, page, folder }) => {
    const { business, businessName } = await makesCustomer(bookkeeper, 'Binned');
    const place = await addsFolder(bookkeeper, page, path.join(folder, 'disk'));
    await backsUpInto(bookkeeper, page, business, place);
    await page.goto(`/businesses/${business}/keeping`);
    await bookkeeper.sendFormTo('/removal');
    // The last good backup of a business is not let go of.
    const stays = bookkeeper.say('error-keeping-last-good', { file: '', business: businessName });
    assert.ok((await bookkeeper.mainText()).includes(plain(stays)));
    await addsCustomer(bookkeeper, business, 'Second');
    await backsUpInto(bookkeeper, page, business, place);
    await page.goto(`/businesses/${business}/keeping`);
    assert.equal(await page.locator('#day .kept').count(), 2);
    await bookkeeper.sendFormTo('/removal');
    await page.waitForURL(/done=trashed/);

    await page.goto('/trash');
    const row = page.locator('main tr', { hasText: businessName });
    assert.equal(await row.count(), 1);
    assert.match(await row.innerText(), new RegExp(place));
    assert.ok((await bookkeeper.mainText()).includes(bookkeeper.say('trash-backups-explained')));
    await row.locator('form[action$="/restoration"] button').click();
    await page.waitForURL(/done=brought-back/);
    await page.goto('/trash');
    assert.equal(await page.locator('main tr', { hasText: businessName }).count(), 0);
    await page.goto(`/businesses/${business}/keeping`);
    const good = page.locator('#day .kept form[action$="/verification"]');
    assert.equal(await good.count(), 2, 'both are good again');
  });

  scenario('without scripts: a rule is looked at before it is kept', async ({ bookkeeper, page, folder }) => {
    const { business } = await makesCustomer(bookkeeper, 'Rule');
    const place = await addsFolder(bookkeeper, page, path.join(folder, 'disk'));
    await backsUpInto(bookkeeper, page, business, place);
    await page.goto(`/businesses/${business}/keeping/retention`);
    await page.locator('[name="last"]').fill('3');
    await bookkeeper.press('retention-preview', page.locator('main'));
    const shown = await bookkeeper.mainText();
    assert.ok(shown.includes(bookkeeper.say('retention-not-saved')), shown);
    // Where nothing would go, the list of each backup is folded.
    const each = await page.locator('main section details').last().textContent();
    assert.ok(each.includes(bookkeeper.say('retention-stays')), each);
    assert.ok(shown.includes(bookkeeper.say('retention-of-all')), shown);
  }, { scripts: false });
});

/** Sets a folder up as a place and returns the name it was given. */
async function addsFolder(bookkeeper, page, folder) {
  const name = `Disk ${path.basename(path.dirname(folder))}`;
  await page.goto('/keeping/places/new?kind=folder');
  await page.locator('[name="name"]').fill(name);
  await page.locator('[name="folder"]').fill(folder);
  await bookkeeper.sendFormWith('folder');
  await page.waitForURL(/\/keeping\/places\?done=saved/);
  return name;
}

/** Makes a backup into one place only, and waits for its result. */
async function backsUpInto(bookkeeper, page, business, place) {
  await page.goto(`/businesses/${business}/keeping/new`);
  for (const box of await page.locator('[name="place"]').all()) await box.uncheck();
  await page.locator('label', { hasText: place }).locator('[name="place"]').check();
  await bookkeeper.sendFormWith('history');
  await page.waitForURL(/\/keeping\/jobs\//, { timeout: LONG_WORK_TIMEOUT_MS });
  await page.locator('.outcomes').waitFor({ timeout: LONG_WORK_TIMEOUT_MS });
}
