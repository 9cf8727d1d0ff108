// Files dropped on a record are shown inside the page, get another name, stand on a second record,
// are found on the Attachments page, and are removed.

import assert from 'node:assert/strict';
import { capability } from '../harness/capability.mjs';
import { addsCustomer, makesCustomer, newestChange } from './steps.mjs';

/** A picture of one pixel. */
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** Files as text in base 64: a picture, and a paper that is one by its first bytes. */
const PICTURE = { name: 'রসিদ.png', type: 'image/png', base64: PIXEL };
const PAPER = {
  name: 'bill.pdf',
  type: 'application/pdf',
  base64: Buffer.from('%PDF-1.4\n%%EOF\n').toString('base64'),
};

/** Drops files on the frame around the file field, as a hand does, and sends them. */
async function drops(bookkeeper, files) {
  const { page } = bookkeeper;
  const transfer = await page.evaluateHandle((all) => {
    const dropped = new DataTransfer();
    for (const { name, type, base64 } of all) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      dropped.items.add(new File([bytes], name, { type }));
    }
    return dropped;
  }, files);
  const frame = page.locator('[data-drop-zone]').first();
  await frame.dispatchEvent('dragover', { dataTransfer: transfer });
  await frame.dispatchEvent('drop', { dataTransfer: transfer });
  const chosen = await page.locator('input[name="files"]').evaluate((input) => input.files.length);
  assert.equal(chosen, files.length);
  await bookkeeper.sendFormWith('files');
}

/** The row of a file on the page that is open. */
function row(page, name) {
  return page.locator('main table tr', { hasText: name }).first();
}

capability('Attachments', (scenario) => {
  scenario('dropped files are shown inside the page', async ({ bookkeeper, page }) => {
    const { record } = await makesCustomer(bookkeeper, 'Drops');
    await drops(bookkeeper, [PICTURE, PAPER]);
    await row(page, PICTURE.name).waitFor();
    await bookkeeper.press('attachments-view', row(page, PICTURE.name));
    const picture = page.locator('main figure img');
    await picture.waitFor();
    await page.waitForFunction(() => document.querySelector('main figure img')?.naturalWidth === 1);
    assert.equal(new URL(page.url()).pathname, record, 'still on the record');
    // A browser without a viewer of its own saves the paper, so only the frame is looked at here.
    const paper = await bookkeeper
      .control('attachments-view', row(page, PAPER.name))
      .getAttribute('href');
    const shown = await (await page.request.get(paper)).text();
    const [, source] = /<iframe src="([^"]+)"/.exec(shown) ?? [];
    const answer = await page.request.get(source);
    assert.equal(answer.headers()['content-type'], 'application/pdf');
    assert.doesNotMatch(answer.headers()['content-security-policy'], /sandbox/);
  });

  scenario('a file gets another name, and History says so', async ({ bookkeeper, page }) => {
    const { business, record } = await makesCustomer(bookkeeper, 'Renames');
    await drops(bookkeeper, [PAPER]);
    await bookkeeper.press('attachments-rename', row(page, PAPER.name));
    await page.locator('input[name="name"]').fill('চুক্তি ২০২৬.pdf');
    await bookkeeper.sendFormWith('name');
    await page.waitForURL((url) => url.pathname === record);
    await row(page, 'চুক্তি ২০২৬.pdf').waitFor();
    assert.equal(await row(page, PAPER.name).count(), 0);
    assert.match(await newestChange(page, business), /চুক্তি ২০২৬\.pdf/);
  });

  scenario('one file on two records leaves them one by one', async ({ bookkeeper, page }) => {
    const { business, record } = await makesCustomer(bookkeeper, 'Shares');
    await drops(bookkeeper, [PAPER]);
    await row(page, PAPER.name).waitFor();
    const second = await addsCustomer(bookkeeper, business, 'Shares too');
    await page.goto(second);
    await bookkeeper.press('attachments-existing');
    await bookkeeper.press('attachments-attach', row(page, PAPER.name));
    await page.waitForURL((url) => url.pathname === second);
    await row(page, PAPER.name).waitFor();
    await page.goto(record);
    await bookkeeper.sendFormTo('/removal');
    await page.waitForURL((url) => url.pathname === record);
    assert.equal(await row(page, PAPER.name).count(), 0);
    await page.goto(second);
    await row(page, PAPER.name).waitFor();
  });

  scenario('the Attachments page finds files and takes those of the business', async (world) => {
    const { bookkeeper, page } = world;
    const { business, record } = await makesCustomer(bookkeeper, 'Finds');
    await drops(bookkeeper, [PICTURE]);
    await row(page, PICTURE.name).waitFor();
    const list = `/businesses/${business}/attachments`;
    await page.locator(`a[href="${list}"]`).first().click();
    await page.waitForURL((url) => url.pathname === list);
    await drops(bookkeeper, [PAPER]);
    await row(page, PAPER.name).waitFor();
    assert.equal(await page.locator(`main a[href="${record}"]`).count(), 1);
    await page.locator('main input[name="q"]').fill('রসিদ');
    await bookkeeper.sendFormWith('q');
    await page.waitForURL((url) => url.searchParams.get('q') === 'রসিদ');
    await row(page, PICTURE.name).waitFor();
    assert.equal(await row(page, PAPER.name).count(), 0);
  });
});
