// A bad file is refused with a reason, and nothing changes.

import assert from 'node:assert/strict';
import { capability } from '../harness/capability.mjs';
import { badFiles } from '../harness/samples.mjs';
import { makesCustomer } from './steps.mjs';

capability('Refuse a bad file', (scenario) => {
  scenario('each kind of bad file has a reason of its own', async ({ bookkeeper, page, folder }) => {
    const { business } = await makesCustomer(bookkeeper, 'Whole');
    const { file: whole } = await bookkeeper.makesBackup(business, folder);
    const before = await bookkeeper.businessNames();
    const reasons = new Map();
    for (const bad of badFiles(whole)) {
      await bookkeeper.previewsImport(await bad.make(folder));
      const alert = page.getByRole('alert').first();
      await alert.waitFor();
      const reason = (await alert.innerText()).trim();
      assert.ok(reason.length > 20, `${bad.fault}: ${reason}`);
      assert.equal(await page.locator('form[action$="/confirmation"]').count(), 0, bad.fault);
      assert.deepEqual(await bookkeeper.businessNames(), before, bad.fault);
      reasons.set(bad.fault, reason);
    }
    for (const fault of ['empty', 'text', 'old-form', 'other-database']) {
      const same = [...reasons].filter(([, reason]) => reason === reasons.get(fault));
      assert.deepEqual(same.map(([name]) => name), [fault]);
    }
  });
});
