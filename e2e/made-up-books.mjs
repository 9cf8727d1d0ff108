// A small made-up business with a month of records, for pictures and for looking at pages.
//
// Its accounts are those that a new business begins with, in the language of the bookkeeper.

import { fileIn } from './harness/samples.mjs';
import { addsCustomer } from './specs/steps.mjs';

/** Receipts: day, who paid, account, for what, how much. */
const RECEIPTS = [
  ['2026-10-03', 'Café Lumière', 'Sales', 'Bread and cakes, September', '48,250.00'],
  ['2026-10-12', 'Hotel Padma', 'Sales', 'Breakfast rolls', '31,900.00'],
  ['2026-10-27', 'Sunrise School', 'Sales', 'Lunch boxes', '22,480.50'],
];

/** Payments: day, to whom, account, for what, how much. */
const PAYMENTS = [
  ['2026-10-05', 'City Properties', 'Rent', 'October', '18,000.00'],
  ['2026-10-08', 'Golden Mills', 'Purchases', 'Flour, 40 bags', '26,400.00'],
  ['2026-10-20', 'Power Company', 'Electricity', 'September', '6,312.75'],
  ['2026-10-31', 'Staff', 'Wages', 'October', '24,000.00'],
];

/** Makes the business and returns its key and the addresses of a payment and of a journal entry. */
export async function makesBooks(bookkeeper, folder, name = 'Riverside Bakery & Sons') {
  const { page } = bookkeeper;
  const business = await bookkeeper.createsBusiness(name, {
    country: 'BD',
    currency: 'BDT',
    timeZone: 'Asia/Dhaka',
  });
  for (const customer of ['Café Lumière', 'Hotel Padma', 'Sunrise School']) {
    await addsCustomer(bookkeeper, business, customer);
  }
  for (const [kind, entries] of [['receipts', RECEIPTS], ['payments', PAYMENTS]]) {
    for (const entry of entries) await addsMoney(bookkeeper, business, kind, entry);
  }
  const payment = new URL(page.url()).pathname;
  await bookkeeper.attaches([await fileIn(folder, 'wages-october.txt', 'Paid in cash on 31 October.')]);
  await addsJournalEntry(bookkeeper, business);
  const entry = new URL(page.url()).pathname;
  return { business, payment, entry };
}

/** A receipt or a payment of one line. */
async function addsMoney(bookkeeper, business, kind, [date, who, account, words, amount]) {
  const { page } = bookkeeper;
  await page.goto(`/businesses/${business}/records/${kind}/new`);
  await page.locator('[name="Date"]').fill(date);
  await page.locator('[name="Contact"]').fill(who);
  const place = page.locator('[name="ReceivedIn"], [name="PaidFrom"]').first();
  await place.selectOption({ index: (await place.locator('option').count()) - 1 });
  await fillsLine(bookkeeper, 0, { Account: account, LineDescription: words, Amount: amount });
  await saves(page);
}

/** What the owner took home, on two lines. */
async function addsJournalEntry(bookkeeper, business) {
  const { page } = bookkeeper;
  await page.goto(`/businesses/${business}/records/journal-entries/new`);
  await page.locator('[name="Date"]').fill('2026-10-31');
  await fillsLine(bookkeeper, 0, { Account: 'RepairsAndMaintenance', Debit: '2,750.00' });
  await fillsLine(bookkeeper, 1, { Account: 'BalanceSheetRetainedEarningsAccount', Credit: '2,750.00' });
  await saves(page);
}

/** Fills the fields of a line; an account is chosen by its name in the catalogue. */
async function fillsLine(bookkeeper, line, { Account, ...texts }) {
  const { page } = bookkeeper;
  const label = bookkeeper.say(`account-${Account}`);
  await page.locator(`[name="lines[${line}].Account"]`).selectOption({ label });
  for (const [field, value] of Object.entries(texts)) {
    await page.locator(`[name="lines[${line}].${field}"]`).fill(value);
  }
}

async function saves(page) {
  await page.locator('main form button.primary[type="submit"]').first().click();
  await page.waitForURL(/\/record\/[0-9a-f-]{36}$/);
}
