// What a backup holds comes back: imported again, it has the same digest and the same files.

import assert from 'node:assert/strict';
import { capability } from '../harness/capability.mjs';
import { SAMPLES, absent, fileIn } from '../harness/samples.mjs';
import { command } from '../harness/server.mjs';
import { makesCustomer } from './steps.mjs';

capability('Restore from a backup', (scenario) => {
  scenario('a business made here comes back with its file and its history', async ({ bookkeeper, page, folder }) => {
    const { business } = await makesCustomer(bookkeeper, 'Round Trip');
    await bookkeeper.attaches([await fileIn(folder, 'paper.txt', 'the very bytes')]);
    const { file } = await bookkeeper.makesBackup(business, folder);
    const again = await bookkeeper.importsFile(file);
    assert.notEqual(again, business);
    await assertSameDigest(bookkeeper, folder, file, again);
    await bookkeeper.opensFirstRecord(again, 'customers');
    const href = await bookkeeper.attachmentLinks().first().getAttribute('href');
    assert.equal(await (await page.request.get(href)).text(), 'the very bytes');
    await page.goto(`/businesses/${again}/history`);
    assert.match(await bookkeeper.mainText(), /Round Trip/);
  });

  for (const sample of SAMPLES) {
    scenario(`${sample.file}: import, backup, import give the same digest`, async ({ bookkeeper, folder }) => {
      const business = await bookkeeper.importsFile(sample.path);
      const { file } = await bookkeeper.makesBackup(business, folder);
      const again = await bookkeeper.importsFile(file);
      await assertSameDigest(bookkeeper, folder, file, again);
    }, { skip: absent(sample) });
  }
});

/** A backup of the new business has the content digest of the file it came from. */
async function assertSameDigest(bookkeeper, folder, file, again) {
  const second = await bookkeeper.makesBackup(again, folder);
  const [first, last] = await Promise.all(
    [file, second.file].map((each) => command('inspect', each, '--json')),
  );
  assert.ok(first.json.content_digest, JSON.stringify(first.json));
  assert.equal(last.json.content_digest, first.json.content_digest);
}
