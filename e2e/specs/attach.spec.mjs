// Files are attached to a record, looked at, downloaded unchanged and removed again.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { capability } from '../harness/capability.mjs';
import { fileIn } from '../harness/samples.mjs';
import { makesCustomer, newestChange } from './steps.mjs';

/** One file with bytes that no text has, and one whose name is in Bengali. */
const BYTES = Buffer.from([0, 255, 13, 10, 26, 0, 137, 80, 78, 71]);

capability('Attach files', (scenario) => {
  scenario('several files at once, downloaded byte for byte', async ({ bookkeeper, page, folder }) => {
    await makesCustomer(bookkeeper, 'With files');
    const files = [
      await fileIn(folder, 'receipt.bin', BYTES),
      await fileIn(folder, 'রসিদ ১.txt', 'এক কাপ চা'),
    ];
    await bookkeeper.attaches(files);
    for (const file of files) {
      const name = file.split('/').at(-1);
      const link = page.locator('main a[href*="/attachments/"]', { hasText: name }).first();
      const answer = await page.request.get(await link.getAttribute('href'));
      assert.deepEqual(await answer.body(), await readFile(file), name);
      assert.match(answer.headers()['x-content-type-options'], /nosniff/);
    }
  });

  scenario('a page attached by a stranger is never shown as a page of ours', async ({ bookkeeper, page, folder }) => {
    await makesCustomer(bookkeeper, 'With a page');
    const file = await fileIn(folder, 'offer.html', '<script>alert(1)</script>');
    await bookkeeper.attaches([file]);
    const href = await page.locator('main a[href*="/attachments/"]').first().getAttribute('href');
    const answer = await page.request.get(href);
    const headers = answer.headers();
    const isSafe = /attachment/.test(headers['content-disposition'] ?? '')
      || /sandbox/.test(headers['content-security-policy'] ?? '');
    assert.ok(isSafe, JSON.stringify(headers));
  });

  scenario('a removed file is gone from the record and named in History', async ({ bookkeeper, page, folder }) => {
    const { business, record } = await makesCustomer(bookkeeper, 'Without files');
    await bookkeeper.attaches([await fileIn(folder, 'mistake.txt', 'mistake')]);
    await page.goto(record);
    const href = await bookkeeper.attachmentLinks().first().getAttribute('href');
    await bookkeeper.sendFormTo('/removal');
    await page.goto(record);
    assert.equal(await bookkeeper.attachmentLinks().count(), 0);
    assert.equal((await page.request.get(href)).status(), 404);
    assert.match(await newestChange(page, business), /mistake\.txt/);
  });
});
