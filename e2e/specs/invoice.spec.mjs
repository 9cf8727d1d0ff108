// An invoice is entered with the keyboard, comes to the right total while it is typed, and is settled by a receipt.

import assert from 'node:assert/strict';
import { capability } from '../harness/capability.mjs';
import { plain } from '../harness/locale.mjs';
import { addsCustomer } from './steps.mjs';

/** Three lines: description, quantity, price, discount in per cent. 2 × 1,000 − 10 % + 3 × 150 + 250 = 2,500. */
const LINES = [
  ['Cupboard', '2', '1000', '10'],
  ['Chair', '3', '150', ''],
  ['Delivery', '', '250', ''],
];

capability('Enter an invoice', (scenario, language) => {
  scenario('three lines with a discount come to their total, and a receipt settles them', async ({ bookkeeper, page }) => {
    const business = await bookkeeper.createsBusiness(`Invoices ${language}`);
    await addsCustomer(bookkeeper, business, 'Karim & Sons');
    await addsBankAccount(bookkeeper, business, 'City Bank');
    await opensInvoice(page, business);
    await entersLines(page);
    await totalIs(page, '2,500.00');
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(/\/record\/[0-9a-f-]{36}$/);
    const invoice = new URL(page.url()).pathname;
    assert.match(await bookkeeper.mainText(), /Cupboard/);

    await page.goto(`${invoice}/copy?to=receipts`);
    assert.equal(await page.locator('[name="lines[0].Amount"]').inputValue(), '2,500.00');
    await page.locator('[name="ReceivedIn"]').selectOption({ label: 'City Bank' });
    await bookkeeper.sendFormWith('ReceivedIn');
    await page.waitForURL(/\/record\/[0-9a-f-]{36}$/);
    assert.match(await bookkeeper.mainText(), /2,500/);
    // Nothing is left to pay: the invoice is no longer among those that a receipt can settle.
    await page.goto(`/businesses/${business}/records/receipts/new`);
    const value = `sales-invoice:${invoice.split('/').pop()}`;
    assert.equal(await page.locator(`[name="lines[0].Account"] option[value="${value}"]`).count(), 0);
  });

  scenario('without scripts, Calculate shows the total and nothing is lost', async ({ bookkeeper, page }) => {
    const business = await bookkeeper.createsBusiness(`Plain invoices ${language}`);
    await addsCustomer(bookkeeper, business, 'Karim & Sons');
    await opensInvoice(page, business);
    await fillsLine(page, 0, LINES[0]);
    await bookkeeper.press('form-calculate', page.locator('main'));
    assert.match(plain(await page.locator('[data-totals]').innerText()), /1,800\.00/);
    assert.equal(await page.locator('[name="lines[0].LineDescription"]').inputValue(), 'Cupboard');
  }, { scripts: false });
});

async function addsBankAccount(bookkeeper, business, name) {
  const { page } = bookkeeper;
  await page.goto(`/businesses/${business}/records/bank-and-cash-accounts/new`);
  await page.locator('[name="Name"]').fill(name);
  await bookkeeper.sendFormWith('Name');
  await page.waitForURL(/\/record\//);
}

async function opensInvoice(page, business) {
  await page.goto(`/businesses/${business}/records/sales-invoices/new`);
  await page.locator('[name="Customer"]').selectOption({ label: 'Karim & Sons' });
  await page.locator('[name="Discount"]').check();
}

/** Fills the lines; Enter leads from each to the next. */
async function entersLines(page) {
  for (const [at, line] of LINES.entries()) {
    await fillsLine(page, at, line);
    await page.locator(`[name="lines[${at}].SalesUnitPrice"]`).press('Enter');
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('name'));
    assert.equal(focused, `lines[${at + 1}].Item`);
  }
}

async function fillsLine(page, at, [description, quantity, price, discount]) {
  const field = (name) => page.locator(`[name="lines[${at}].${name}"]`);
  await field('Item').selectOption({ index: 1 });
  await field('LineDescription').fill(description);
  await field('Qty').fill(quantity);
  await field('SalesUnitPrice').fill(price);
  await field('DiscountPercentage').fill(discount);
}

/** Waits until the form shows the total. */
async function totalIs(page, amount) {
  await page.locator('[data-totals] .is-total', { hasText: amount }).waitFor();
}
