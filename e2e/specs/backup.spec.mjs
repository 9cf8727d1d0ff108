// A backup holds what was ticked, says what was left out, and has the suggested name.

import assert from 'node:assert/strict';
import { capability } from '../harness/capability.mjs';
import { fileIn, rowsOf } from '../harness/samples.mjs';
import { command } from '../harness/server.mjs';
import { makesCustomer } from './steps.mjs';

const BOXES = ['attachments', 'emails', 'history'];

capability('Back up a business', (scenario) => {
  scenario('all boxes are ticked, and the name is the business and its date', async ({ bookkeeper, page }) => {
    const { business, businessName } = await makesCustomer(bookkeeper, 'Boxes');
    await page.goto(`/businesses/${business}`);
    await bookkeeper.press('action-backup', page.locator('header'));
    await page.waitForURL(/\/backups\/new$/);
    for (const box of BOXES) assert.ok(await page.locator(`[name="${box}"]`).isChecked(), box);
    const name = await page.locator('[name="file_name"]').inputValue();
    // Digits in file names are Latin in every language: names travel to other machines.
    assert.match(name, new RegExp(`^${businessName} \\(\\d{4}-\\d{2}-\\d{2}\\)\\.manager$`));
  });

  scenario('everything ticked: whole, and verify finds nothing left out', async ({ bookkeeper, folder }) => {
    const { business, businessName } = await preparedBusiness(bookkeeper, folder, 'Everything');
    const { file, suggestedName } = await bookkeeper.makesBackup(business, folder);
    assert.match(suggestedName, new RegExp(`^${businessName} .*\\.manager$`));
    const { code, json } = await command('verify', file, '--json');
    assert.equal(code, 0);
    assert.equal(json.result, 'whole');
    assert.equal(json.business_name, businessName);
    assert.deepEqual(json.left_out, []);
    assert.deepEqual(json.faults, []);
    assert.equal(json.attachments, 2);
    assert.equal(json.by_type.Customer, 1);
    assert.ok(json.history >= 4, `created, customer and two files: ${json.history}`);
    // What the page says was proved is what the file says of itself.
    assert.match(await bookkeeper.mainText(), new RegExp(json.content_digest));
    assert.match(await bookkeeper.mainText(), new RegExp(json.sha256));
  });

  for (const box of BOXES) {
    scenario(`without ${box}: exactly that is left out, and the file says so`, async ({ bookkeeper, folder }) => {
      const { business } = await preparedBusiness(bookkeeper, folder, `no ${box}`);
      const { file } = await bookkeeper.makesBackup(business, folder, { without: [box] });
      assert.match(await bookkeeper.mainText(), new RegExp(bookkeeper.say(`backup-${box}`)));
      const { code, json } = await command('verify', file, '--json');
      assert.equal(code, 2, 'whole, but something was left out on purpose');
      assert.equal(json.result, 'left-out');
      assert.deepEqual(json.left_out, [box]);
      assert.deepEqual(json.faults, []);
      for (const other of ['data', ...BOXES]) {
        const expected = other === box ? 'left-out' : 'present';
        assert.equal(json.sections[other].state, expected, other);
        assert.equal(json.sections[other].agrees, true, other);
      }
      assert.equal(json.attachments, box === 'attachments' ? 0 : 2);
      assert.equal(json.history > 0, box !== 'history');
    });
  }

  scenario('uncompressed: the sqlite3 shell reads the records', async ({ bookkeeper, folder }) => {
    const { business } = await preparedBusiness(bookkeeper, folder, 'Plain');
    const { file } = await bookkeeper.makesBackup(business, folder, { plain: true });
    const { code, json } = await command('verify', file, '--json');
    assert.equal(code, 0);
    assert.equal(json.form, 'plain');
    assert.equal(rowsOf(file, 'Objects', ['Key']).length, json.records);
    assert.equal(rowsOf(file, 'Blobs', ['Key']).length >= 2, true);
  });

  scenario('the name can be changed before the backup is made', async ({ bookkeeper, folder }) => {
    const { business } = await preparedBusiness(bookkeeper, folder, 'Year end');
    const backup = await bookkeeper.makesBackup(business, folder, { fileName: 'Year end.manager' });
    assert.equal(backup.suggestedName, 'Year end.manager');
    const { code } = await command('verify', backup.file, '--json');
    assert.equal(code, 0);
  });

  scenario('without scripts: the page leads to the file', async ({ bookkeeper, page }) => {
    const { business } = await makesCustomer(bookkeeper, 'No scripts');
    await page.goto(`/businesses/${business}/backups/new`);
    await bookkeeper.sendFormWith('file_name');
    await page.waitForURL(/\/backups\/(?!new)[^/]+$/);
    const link = page.locator('main a[href$="/file"]');
    await link.waitFor();
    const answer = await page.request.get(await link.getAttribute('href'));
    assert.equal(answer.status(), 200);
    assert.match(answer.headers()['content-disposition'], /attachment/);
  }, { scripts: false });
});

/** A business with a customer who has two files. */
async function preparedBusiness(bookkeeper, folder, name) {
  const made = await makesCustomer(bookkeeper, name);
  const files = [await fileIn(folder, 'paper.txt', 'paper'), await fileIn(folder, 'ink.txt', 'ink')];
  await bookkeeper.attaches(files);
  return made;
}
