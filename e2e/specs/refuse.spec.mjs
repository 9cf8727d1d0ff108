// A bad file is refused with a reason, and nothing changes.

import assert from 'node:assert/strict';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { capability } from '../harness/capability.mjs';
import { badFiles } from '../harness/samples.mjs';
import { command } from '../harness/server.mjs';
import { makesCustomer } from './steps.mjs';

/** The faults that must not be mistaken for each other. */
const OWN_REASONS = ['empty', 'text', 'old-form', 'other-database', 'two-databases'];

/** The exit code for what is no backup or cannot be read. */
const UNREADABLE = 3;

capability('Refuse a bad file', (scenario) => {
  scenario('each kind of bad file has a reason of its own', async ({ bookkeeper, page, folder, server }) => {
    const { business } = await makesCustomer(bookkeeper, 'Whole');
    const { file: whole } = await bookkeeper.makesBackup(business, folder);
    const before = await bookkeeper.businessNames();
    const kept = await filesUnder(path.join(server.folder, 'businesses'));
    const reasons = new Map();
    for (const bad of badFiles(whole)) {
      const file = await bad.make(folder);
      await bookkeeper.previewsImport(file);
      const alert = page.getByRole('alert').first();
      await alert.waitFor();
      const reason = (await alert.innerText()).trim();
      assert.ok(reason.length > 20, `${bad.fault}: ${reason}`);
      assert.equal(await page.locator('form[action$="/confirmation"]').count(), 0, bad.fault);
      reasons.set(bad.fault, reason);
      const answer = await command('import', file, '--data', path.join(folder, 'other'), '--json');
      assert.equal(answer.code, UNREADABLE, `${bad.fault}: ${answer.said}`);
    }
    assert.deepEqual(await bookkeeper.businessNames(), before);
    assert.deepEqual(await filesUnder(path.join(server.folder, 'businesses')), kept);
    for (const fault of OWN_REASONS) {
      const same = [...reasons].filter(([, reason]) => reason === reasons.get(fault));
      assert.deepEqual(same.map(([name]) => name), [fault]);
    }
    const { json } = await command('business', 'list', '--data', path.join(folder, 'other'), '--json');
    assert.deepEqual(json.businesses, []);
  });
});

/** The files of a folder with their sizes, write-ahead files aside. */
async function filesUnder(folder) {
  const names = (await readdir(folder, { recursive: true })).sort();
  const found = [];
  for (const name of names.filter((each) => !/-(wal|shm)$/.test(each))) {
    const { size } = await stat(path.join(folder, name));
    found.push(`${name} ${size}`);
  }
  return found;
}
