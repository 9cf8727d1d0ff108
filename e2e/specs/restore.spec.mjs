// What a backup holds comes back: imported again, it has the same digest, rows and files.

import assert from 'node:assert/strict';
import { capability } from '../harness/capability.mjs';
import { SAMPLES, absent, fileIn, rowsOf } from '../harness/samples.mjs';
import { command } from '../harness/server.mjs';
import { makesCustomer } from './steps.mjs';

capability('Restore from a backup', (scenario) => {
  scenario('a business made here comes back with its file and its history', async ({ bookkeeper, page, folder }) => {
    const { business } = await makesCustomer(bookkeeper, 'Round Trip');
    await bookkeeper.attaches([await fileIn(folder, 'paper.txt', 'the very bytes')]);
    const { file } = await bookkeeper.makesBackup(business, folder);
    const again = await bookkeeper.importsFile(file);
    assert.notEqual(again, business);
    await assertSameBooks(bookkeeper, folder, file, again);
    await bookkeeper.opensFirstRecord(again, 'customers');
    const href = await bookkeeper.attachmentLinks().first().getAttribute('href');
    assert.equal(await (await page.request.get(href)).text(), 'the very bytes');
    await page.goto(`/businesses/${again}/history`);
    const history = await bookkeeper.mainText();
    assert.match(history, /Round Trip/);
    assert.match(history, new RegExp(bookkeeper.say('history-action-restored')));
    // The business that the backup was made of is as it was.
    await bookkeeper.opensList(business, 'customers');
    assert.match(await bookkeeper.mainText(), /Round Trip/);
  });

  scenario('without its attachments, the records come back and the page says what is missing', async (world) => {
    const { bookkeeper, page, folder } = world;
    const { business } = await makesCustomer(bookkeeper, 'Left Behind');
    await bookkeeper.attaches([await fileIn(folder, 'paper.txt', 'left behind')]);
    const { file } = await bookkeeper.makesBackup(business, folder, { without: ['attachments'] });
    await bookkeeper.previewsImport(file);
    await page.locator('form[action$="/confirmation"]:not(:has([name="replace"]))').waitFor();
    assert.match(await bookkeeper.mainText(), new RegExp(bookkeeper.say('backup-attachments')));
    await bookkeeper.confirmsImport();
    await bookkeeper.opensFirstRecord(bookkeeper.keyOfBusiness(), 'customers');
    assert.equal(await bookkeeper.attachmentLinks().count(), 0);
    assert.match(await bookkeeper.mainText(), /Left Behind/);
  });

  for (const sample of SAMPLES) {
    scenario(`${sample.file}: import, backup, import give the same digest`, async ({ bookkeeper, folder }) => {
      const business = await bookkeeper.importsFile(sample.path);
      const { file } = await bookkeeper.makesBackup(business, folder);
      const again = await bookkeeper.importsFile(file);
      await assertSameBooks(bookkeeper, folder, file, again);
    }, { skip: absent(sample) });

    scenario(`${sample.file}: the uncompressed backup has the very rows of the original`, async ({ bookkeeper, folder }) => {
      const business = await bookkeeper.importsFile(sample.path);
      const { file } = await bookkeeper.makesBackup(business, folder, { plain: true });
      const columns = ['Key', 'ContentType', 'Content', 'Timestamp'];
      for (const table of ['Objects', 'Images']) {
        assert.deepEqual(rowsOf(file, table, columns), rowsOf(sample.path, table, columns), table);
      }
    }, { skip: absent(sample) });
  }
});

/** A backup of the new business has what the file has that it came from, and one history more. */
async function assertSameBooks(bookkeeper, folder, file, again) {
  const second = await bookkeeper.makesBackup(again, folder);
  const [first, last] = await Promise.all(
    [file, second.file].map((each) => command('verify', each, '--json')),
  );
  assert.deepEqual([first.code, last.code], [0, 0]);
  assert.match(first.json.content_digest, /^[0-9a-f]{64}$/);
  assert.equal(last.json.content_digest, first.json.content_digest);
  for (const fact of ['records', 'by_type', 'attachments', 'emails', 'trial_balance', 'unknown_fields']) {
    assert.deepEqual(last.json[fact], first.json[fact], fact);
  }
  assert.equal(last.json.sections.data.digest, first.json.sections.data.digest);
  assert.equal(last.json.sections.attachments.digest, first.json.sections.attachments.digest);
  assert.ok(last.json.history > first.json.history, 'the restoration is an entry');
}
