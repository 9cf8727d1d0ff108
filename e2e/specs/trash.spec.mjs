// A removed business lies in Trash and comes back from there as it was.

import assert from 'node:assert/strict';
import { capability } from '../harness/capability.mjs';
import { fileIn } from '../harness/samples.mjs';
import { command } from '../harness/server.mjs';
import { makesCustomer } from './steps.mjs';

capability('Remove and restore a business', (scenario) => {
  scenario('removed, it leaves the list; restored, it is back as it was', async ({ bookkeeper, page, folder }) => {
    const { business, businessName } = await makesCustomer(bookkeeper, 'Trash');
    await bookkeeper.attaches([await fileIn(folder, 'paper.txt', 'paper')]);
    const before = await bookkeeper.makesBackup(business, folder);
    await bookkeeper.removesBusiness(business);
    assert.ok(!(await bookkeeper.businessNames()).includes(businessName));
    assert.equal((await page.goto(`/businesses/${business}`)).status(), 404);
    await page.goto('/trash');
    assert.match(await bookkeeper.mainText(), new RegExp(businessName));
    await bookkeeper.restoresFromTrash(business);
    assert.ok((await bookkeeper.businessNames()).includes(businessName));
    await bookkeeper.opensList(business, 'customers');
    assert.match(await bookkeeper.mainText(), /Trash/);
    const after = await bookkeeper.makesBackup(business, folder);
    const [was, is] = await Promise.all(
      [before.file, after.file].map((file) => command('verify', file, '--json')),
    );
    assert.deepEqual([was.code, is.code], [0, 0]);
    assert.equal(is.json.content_digest, was.json.content_digest);
  });
});
