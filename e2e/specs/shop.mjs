// A small shop's books, and what is compared of them: an invoice, its receipt, a file, an email, and the trial balance.

import assert from 'node:assert/strict';
import { LOGIN } from '../harness/mail_server.mjs';
import { plain } from '../harness/locale.mjs';
import { fileIn } from '../harness/samples.mjs';
import { addsCustomer } from './steps.mjs';

/**
 * A new business with an invoice of three decimals' worth of trouble, a receipt of a part of it, and a file on the
 * customer; the keys and addresses of what was made.
 */
export async function keepsBooks(bookkeeper, name, folder) {
  const { page } = bookkeeper;
  const business = await bookkeeper.createsBusiness(name);
  const customer = await addsCustomer(bookkeeper, business, 'Karim & Sons');
  await page.goto(customer);
  await bookkeeper.attaches([await fileIn(folder, 'paper.txt', 'paper')]);
  await page.goto(customer);
  const attachment = await bookkeeper.attachmentLinks().first().getAttribute('href');
  await addsBankAccount(bookkeeper, business, 'City Bank');
  const invoice = await entersInvoice(bookkeeper, business);
  await page.goto(`${invoice}/copy?to=receipts`);
  await page.locator('[name="lines[0].Amount"]').fill('1000.01');
  await page.locator('[name="ReceivedIn"]').selectOption({ label: 'City Bank' });
  await bookkeeper.sendFormWith('ReceivedIn');
  await page.waitForURL(/\/record\/[0-9a-f-]{36}$/);
  return { business, customer, invoice, attachment };
}

async function addsBankAccount(bookkeeper, business, name) {
  const { page } = bookkeeper;
  await page.goto(`/businesses/${business}/records/bank-and-cash-accounts/new`);
  await page.locator('[name="Name"]').fill(name);
  await bookkeeper.sendFormWith('Name');
  await page.waitForURL(/\/record\//);
}

/** Three for 411.37 each, and seven for 0.05. */
async function entersInvoice(bookkeeper, business) {
  const { page } = bookkeeper;
  await page.goto(`/businesses/${business}/records/sales-invoices/new`);
  await page.locator('[name="Customer"]').selectOption({ label: 'Karim & Sons' });
  const lines = [['Lamp', '3', '411.37'], ['Wick', '7', '0.05']];
  for (const [at, [description, quantity, price]] of lines.entries()) {
    const field = (name) => page.locator(`[name="lines[${at}].${name}"]`);
    await field('Item').selectOption({ index: 1 });
    await field('LineDescription').fill(description);
    await field('Qty').fill(quantity);
    await field('SalesUnitPrice').fill(price);
    await field('SalesUnitPrice').press('Enter');
  }
  await page.keyboard.press('Control+Enter');
  await page.waitForURL(/\/record\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

/** The trial balance as it stands on the page, row by row; both sides are equal. */
export async function trialBalance(page, business) {
  await page.goto(`/businesses/${business}/reports/trial-balance?period=everything`);
  const rows = (await page.locator('main table tr').allInnerTexts()).map(plain);
  const totals = await page.locator('main .report-grand-total td').allInnerTexts();
  const figures = totals.map(plain).filter((shown) => /\p{Nd}/u.test(shown));
  assert.equal(figures.length, 2, totals.join(' | '));
  assert.equal(figures[0], figures[1]);
  return rows;
}

/** The account through which a business sends its emails. */
export async function entersAccount(bookkeeper, business, mail) {
  const { page } = bookkeeper;
  await page.goto(`/businesses/${business}/settings/email`);
  await page.locator('[name="host"]').fill('localhost');
  await page.locator('[name="port"]').fill(String(mail.port));
  await page.locator('[name="security"][value="starttls"]').check();
  await page.locator('[name="username"]').fill(LOGIN.username);
  await page.locator('[name="password"]').fill(LOGIN.password);
  await page.locator('[name="from_address"]').fill('rahima@example.com');
  const authority = page.locator('[name="authority"]');
  if (!(await authority.isVisible())) await page.locator('details.panel summary').click();
  await authority.fill(mail.authority);
  await page.locator('button[name="act"][value="save"]').click();
  await page.locator('main .notice').first().waitFor();
}

/** Sends the document of a record, and waits until it is told as sent. */
export async function sendsDocument(bookkeeper, record, to) {
  const { page } = bookkeeper;
  await page.goto(record);
  await page.locator('main a[href*="/emails/new?"]').first().click();
  await page.locator('[name="to"]').fill(to);
  await page.locator('button[name="act"][value="send"]').click();
  await page.waitForURL(/\/emails\/[0-9a-f-]{36}$/);
  const words = bookkeeper.say('email-state-sent');
  await page.locator('main .badge', { hasText: new RegExp(`^\\s*${words}\\s*$`) }).first().waitFor({ timeout: 60_000 });
}
