// A backup holds what was ticked, says what was left out, and has the suggested name.

import assert from 'node:assert/strict';
import { capability } from '../harness/capability.mjs';
import { fileIn } from '../harness/samples.mjs';
import { command } from '../harness/server.mjs';
import { makesCustomer } from './steps.mjs';

const BOXES = ['attachments', 'emails', 'history'];

capability('Back up a business', (scenario, language) => {
  scenario('all boxes are ticked, and the name is the business and its date', async ({ bookkeeper, page }) => {
    const { business } = await makesCustomer(bookkeeper, 'Boxes');
    await page.goto(`/businesses/${business}`);
    await bookkeeper.press('action-backup', page.locator('header'));
    await page.waitForURL(/\/backups\/new$/);
    for (const box of BOXES) assert.ok(await page.locator(`[name="${box}"]`).isChecked(), box);
    const name = await page.locator('[name="file_name"]').inputValue();
    // Digits in file names are Latin in every language: names travel to other machines.
    assert.match(name, /^Shop of Boxes \(\d{4}-\d{2}-\d{2}\)\.manager$/);
  });

  scenario('everything ticked: whole, and verify finds nothing left out', async ({ bookkeeper, folder }) => {
    const { business } = await preparedBusiness(bookkeeper, folder, language);
    const { file, suggestedName } = await bookkeeper.makesBackup(business, folder);
    assert.match(suggestedName, /\.manager$/);
    const { code, json } = await command('verify', file, '--json');
    assert.equal(code, 0);
    assert.deepEqual(json.left_out, []);
  });

  for (const box of BOXES) {
    scenario(`without ${box}: exactly that is left out, and the file says so`, async ({ bookkeeper, folder }) => {
      const { business } = await preparedBusiness(bookkeeper, folder, language);
      const { file } = await bookkeeper.makesBackup(business, folder, { without: [box] });
      const { code, json } = await command('verify', file, '--json');
      assert.equal(code, 2, 'whole, but something was left out on purpose');
      assert.equal(json.left_out.length, 1, JSON.stringify(json.left_out));
      assert.match(JSON.stringify(json.left_out).toLowerCase(), new RegExp(box));
    });
  }

  scenario('the name can be changed before the backup is made', async ({ bookkeeper, folder }) => {
    const { business } = await preparedBusiness(bookkeeper, folder, language);
    const backup = await bookkeeper.makesBackup(business, folder, { fileName: 'Year end.manager' });
    assert.equal(backup.suggestedName, 'Year end.manager');
  });
});

/** A business with a customer who has a file. */
async function preparedBusiness(bookkeeper, folder, language) {
  const made = await makesCustomer(bookkeeper, `Backup ${language}`);
  await bookkeeper.attaches([await fileIn(folder, 'paper.txt', 'paper')]);
  return made;
}
