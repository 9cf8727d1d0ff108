// A month of a lamp shop, entered with the keyboard: 15 bills, 20 invoices, a credit note, money in
// and out, the bank reconciled and the tax return drawn. Every figure at the end was worked out by
// hand, and the working stands beside it.

import assert from 'node:assert/strict';
import { capability } from '../harness/capability.mjs';
import { plain } from '../harness/locale.mjs';
import { Shopkeeper } from '../harness/shopkeeper.mjs';

const CUSTOMERS = ['Aurora Hotel', 'Bright Homes', 'Lumen Café', 'Okafor'];
const SUPPLIERS = ['Glassworks North', 'Volt Wholesale', 'Halls Property', 'Metro Power', 'Quick Print'];

/** Code, name, sales price, purchase price. */
const ITEMS = [
  ['D1', 'Desk lamp', '80', '30'],
  ['F1', 'Floor lamp', '150', '70'],
  ['B1', 'LED bulb', '6', '2'],
];

/** Bills entered one by one: day of May, supplier, item or account, quantity, price or what the item brings. */
const BILLS = [
  [1, 'Glassworks', 'D1', '40', ''], //   40 × 30 = 1,200 + 240
  [2, 'Glassworks', 'D1', '20', '36'], // 20 × 36 =   720 + 144
  [2, 'Volt', 'F1', '15', ''], //         15 × 70 = 1,050 + 210
  [2, 'Volt', 'B1', '200', ''], //        200 × 2 =   400 +  80
  [1, 'Halls', 'Rent', '', '800'], //                 800, without tax
];

/** Bills pasted from a spreadsheet: day, supplier, item or account, quantity, price, tax code. */
const PASTED_BILLS = [
  [6, 'Metro Power', 'Electricity', '', '60', 'VAT 20%'], //                  60 + 12
  [7, 'Volt Wholesale', 'Repairs and maintenance', '', '45', 'VAT 20%'], //   45 +  9
  [8, 'Quick Print', 'Printing and stationery', '', '25', 'VAT 20%'], //      25 +  5
  [11, 'Volt Wholesale', 'B1', '100', '2', 'VAT 20%'], //                    200 + 40
  [12, 'Quick Print', 'Advertising and promotion', '', '150', 'VAT 20%'], // 150 + 30
  [14, 'Metro Power', 'Telephone', '', '30', 'VAT 20%'], //                   30 +  6
  [18, 'Glassworks North', 'F1', '5', '70', 'VAT 20%'], //                   350 + 70
  [20, 'Quick Print', 'Accounting fees', '', '120', 'VAT 20%'], //           120 + 24
  [25, 'Halls Property', 'Repairs and maintenance', '', '80', ''], //         80, without tax
  [28, 'Volt Wholesale', 'Motor vehicle expenses', '', '40', 'VAT 20%'], //   40 +  8
];

/** Invoices: day, customer, then code and quantity of each line; prices and tax come with the item. */
const INVOICES = [
  [4, 'Aurora', ['D1', '10']], //               800
  [4, 'Aurora', ['F1', '2'], ['B1', '20']], //  300 + 120 = 420
  [5, 'Bright', ['D1', '3']], //                240
  [6, 'Lumen', ['B1', '4'], ['F1', '1']], //    24 + 150 = 174
  [7, 'Okafor', ['D1', '1']], //                 80
  [8, 'Okafor', ['B1', '10']], //                60
  [11, 'Aurora', ['D1', '5']], //               400
  [11, 'Bright', ['F1', '2']], //               300
  [12, 'Lumen', ['D1', '2']], //                160
  [13, 'Bright', ['B1', '30']], //              180
  [14, 'Okafor', ['F1', '1']], //               150
  [15, 'Aurora', ['F1', '3']], //               450
  [18, 'Lumen', ['B1', '6']], //                 36
  [19, 'Bright', ['D1', '4'], ['B1', '8']], //  320 + 48 = 368
  [20, 'Okafor', ['D1', '2']], //               160
  [21, 'Aurora', ['D1', '10', '10']], //        800 − 10 % = 720
  [22, 'Lumen', ['F1', '1']], //                150
  [25, 'Bright', ['D1', '1']], //                80
  [26, 'Okafor', ['B1', '12']], //               72
  [28, 'Aurora', ['F1', '2']], //               300
];

const MONTH = 5;
const MAY = 'period=&from=2026-05-01&to=2026-05-31';
const END_OF_MAY = 'period=&as_at=2026-05-31';

capability('A month of a shop', (scenario) => {
  scenario('from the first bill to the tax return, with the keyboard', async ({ bookkeeper, page }) => {
    const shop = new Shop(bookkeeper, page, MONTH);
    await shop.opens();
    for (const bill of BILLS) await shop.entersBill(bill);
    await shop.pastesBills();
    await shop.entersInvoices();
    await shop.creditsALamp();
    await shop.receives();
    await shop.pays();
    await shop.reconciles();
    await shop.figuresAreRight();
    await shop.customerIsRight();
  });
}, { languages: ['en'] });

class Shop extends Shopkeeper {
  /** The business, its parties, items, tax code, owner's account and bank. */
  async opens() {
    const { keys } = this;
    await this.begins('Lamp Shop');
    await this.namesAll('customers', CUSTOMERS);
    await this.namesAll('suppliers', SUPPLIERS);
    await this.namesAll('bank-and-cash-accounts', ['High Street Bank']);
    await this.taxes('VAT 20%', '20');
    await this.owns('Capital');
    for (const [code, name, sales, purchase] of ITEMS) {
      await this.form('inventory-items');
      await keys.types('Item code', code);
      await keys.types('Item name', name);
      await keys.types('Sales price', sales);
      await keys.types('Purchase price', purchase);
      await keys.picks('Tax code', 'VAT 20%');
      await this.saves();
    }
  }

  /** One bill by the form: what is bought brings its price and tax code unless another is typed. */
  async entersBill([day, supplier, what, quantity, price]) {
    const { keys } = this;
    await this.form('purchase-invoices');
    await keys.types('Issue date', this.day(day));
    await keys.picks('Supplier', supplier);
    await this.picksWhat(what);
    if (quantity !== '') await keys.types('Quantity', quantity);
    if (price !== '') await keys.types('Unit price', price);
    await this.saves();
  }

  /** The other bills as cells of a spreadsheet: looked at first, then saved. */
  async pastesBills() {
    const { keys, page } = this;
    await page.goto(`/businesses/${this.business}/records/purchase-invoices/batch`);
    const rows = PASTED_BILLS.map(([day, ...cells]) => [this.day(day), ...cells].join('\t'));
    const heading = 'Issue date\tSupplier\tItem\tQuantity\tUnit price\tTax code';
    await keys.tabTo('Cells pasted');
    await page.keyboard.insertText([heading, ...rows].join('\n'));
    await keys.enters('Check');
    await page.waitForURL(/\/batch\/preview$/);
    await page.locator('main button[type="submit"]').first().press('Enter');
    await page.waitForURL(/purchase-invoices(\?.*)?$/);
    assert.equal(await this.bookkeeper.recordLinks().count() > 0, true);
  }

  async entersInvoices() {
    const { keys, page } = this;
    for (const [day, customer, ...lines] of INVOICES) {
      await this.form('sales-invoices');
      await keys.types('Issue date', this.day(day));
      await keys.picks('Customer', customer);
      if (lines[0].length > 2) await keys.ticks('Discount');
      for (const [at, [code, quantity, discount]] of lines.entries()) {
        if (at > 0) await page.keyboard.press('Enter');
        await this.picksWhat(code);
        await keys.types('Quantity', quantity);
        if (discount) await keys.types('Discount (%)', discount);
      }
      await this.saves();
    }
  }

  /** One desk lamp of invoice 14 comes back: 80 + 16. */
  async creditsALamp() {
    const { keys } = this;
    await this.form('credit-notes');
    await keys.types('Issue date', this.day(27));
    await keys.picks('Customer', 'Bright');
    await this.picksWhat('D1');
    await keys.types('Quantity', '1');
    await this.saves();
  }

  async receives() {
    await this.money('receipts', 1, '', [['Capital', '5000']]);
    // Three invoices at once: 960 + 504 + 480 = 1,944.
    await this.money('receipts', 15, 'Aurora', [['1 ', '960'], ['2 ', '504'], ['7 ', '480']]);
    // One in full, and a part of another: 288 + 112 = 400.
    await this.money('receipts', 18, 'Bright', [['3 ', '288'], ['8 ', '112']]);
    await this.settles('sales-invoices', '5', 'receipts', 20, 'Received in', 96);
    await this.settles('sales-invoices', '4', 'receipts', 26, 'Received in', 208.8);
    await this.money('receipts', 31, '', [['Interest received', '3.20']]);
  }

  async pays() {
    // Two bills at once: 1,440 + 864 = 2,304.
    await this.money('payments', 10, 'Glassworks', [['1 ', '1440'], ['2 ', '864']]);
    await this.settles('purchase-invoices', '5', 'payments', 12, 'Paid from', 800);
    await this.money('payments', 20, 'Volt', [['3 ', '1000']]);
    await this.money('payments', 30, 'Volt', [['4 ', '480']], 'Not yet');
    await this.money('payments', 31, '', [['Bank charges', '7.50']]);
  }

  /**
   * Received 5,000 + 1,944 + 400 + 96 + 208.80 + 3.20 = 7,652.00;
   * paid 2,304 + 800 + 1,000 + 480 + 7.50 = 4,591.50; so 3,060.50 in the books.
   * The bank does not know of the 480 yet: 3,540.50.
   */
  async reconciles() {
    const { keys } = this;
    await this.form('bank-reconciliations');
    await keys.types('Date', this.day(31));
    await keys.picks('Bank account', 'High');
    await keys.types('Statement balance', '3540.50');
    await this.saves();
    const said = await this.bookkeeper.mainText();
    assert.ok(said.includes(this.bookkeeper.say('reconciliation-agrees')), said);
    for (const amount of ['3,060.50', '480.00', '3,540.50']) assert.ok(said.includes(amount), `${amount} in ${said}`);
  }

  async figuresAreRight() {
    // Debits 3,060.50 + 3,615.20 + 1,716 + 2,204 + 1,357.50; credits 1,564 + 166 + 5,000 + 5,220 + 3.20.
    await this.reportHas('trial-balance', END_OF_MAY, [
      ['High Street Bank', '3,060.50', ''],
      // Bills 6,148 (stock 3,920, expenses 1,350, tax 878) less 2,304 + 800 + 1,000 + 480 paid.
      ['Accounts payable', '', '1,564.00'],
      // Left of the lamps: 23 × 32 (60 cost 1,920), 8 × 70 and 210 × 2.
      ['D1 Desk lamp', '736.00', ''],
      ['F1 Floor lamp', '560.00', ''],
      ['B1 LED bulb', '420.00', ''],
      ['Total', '11,953.20', '11,953.20'],
    ]);
    // Assets less 1,564 + 166 owed leave the capital and the profit.
    await this.reportHas('balance-sheet', END_OF_MAY, [
      ['Total Assets', '8,391.70'],
      ['Total Liabilities', '1,730.00'],
      ['Total Equity', '6,661.70'],
    ]);
    await this.reportHas('profit-and-loss-statement', MAY, [
      ['Inventory sales', '5,220.00'], // 5,300 invoiced less 80 credited.
      ['Inventory cost', '2,204.00'], //  37 × 32 + 12 × 70 + 90 × 2.
      ['Net profit (loss)', '1,661.70'], // 5,220 + 3.20 − 2,204 − 1,350 − 7.50.
    ]);
    // 20 % of 5,220 sold, less 784 on stock and 94 on expenses.
    await this.reportHas('tax-summary', MAY, [
      ['VAT 20%', '5,220.00', '1,044.00', '4,390.00', '878.00', '166.00'],
      ['Total', '5,220.00', '1,044.00', '4,390.00', '878.00', '166.00'],
    ]);
    await this.reportHas('aged-receivables', END_OF_MAY, [
      ['Aurora Hotel', '1,764.00'], // 3,708 − 1,944.
      ['Bright Homes', '905.60'], //   1,401.60 − 96 − 400.
      ['Lumen Café', '415.20'], //     624 − 208.80.
      ['Okafor', '530.40'], //         626.40 − 96.
      ['Total', '3,615.20'],
    ]);
  }

  /** The statement that Aurora gets: invoices 12, 16 and 20, as 540 + 864 + 360. */
  async customerIsRight() {
    const { keys, page } = this;
    await page.goto(`/businesses/${this.business}/reports/customer-statement-unpaid?${END_OF_MAY}`);
    await keys.picks('Customer', 'Aurora');
    await keys.enters('Show');
    await page.waitForURL(/about=/);
    const rows = await page.locator('table.report tbody tr').allInnerTexts();
    const said = rows.map((row) => plain(row).replace(/\s+/g, ' ').trim());
    assert.ok(said.some((row) => row === 'Balance due 1,764.00'), said.join('\n'));
    assert.equal(said.filter((row) => row.includes('Sales Invoice')).length, 3, said.join('\n'));
    // The list of customers owes the same.
    await page.goto(`/businesses/${this.business}/records/customers`);
    const aurora = plain(await page.locator('main tr', { hasText: 'Aurora Hotel' }).innerText());
    assert.ok(aurora.includes('1,764.00'), aurora);
  }
}
