// A removed business lies in Trash and comes back from there as it was.

import assert from 'node:assert/strict';
import { capability } from '../harness/capability.mjs';
import { makesCustomer } from './steps.mjs';

capability('Remove and restore a business', (scenario) => {
  scenario('removed, it leaves the list; restored, it is back with its records', async ({ bookkeeper, page }) => {
    const { business } = await makesCustomer(bookkeeper, 'Trash');
    await bookkeeper.removesBusiness(business);
    assert.ok(!(await bookkeeper.businessNames()).includes('Shop of Trash'));
    await page.goto('/trash');
    assert.match(await bookkeeper.mainText(), /Shop of Trash/);
    await bookkeeper.restoresFromTrash(business);
    assert.ok((await bookkeeper.businessNames()).includes('Shop of Trash'));
    await bookkeeper.opensList(business, 'customers');
    assert.match(await bookkeeper.mainText(), /Trash/);
  });
});
