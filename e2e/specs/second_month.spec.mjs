// The second month of a workshop: bills and invoices that come again are copied from the first
// month, the others typed, money comes in for both months, the bank agrees and the tax return is
// drawn. Everything with the keyboard; every figure at the end was worked out by hand.

import assert from 'node:assert/strict';
import { capability } from '../harness/capability.mjs';
import { Shopkeeper } from '../harness/shopkeeper.mjs';

const JUNE = 6;
const CUSTOMERS = ['Ada Cycles', 'Bell Couriers', 'Chain Gang', 'Dynamo School'];
const SUPPLIERS = ['Arches Property', 'Grid Energy', 'Spares Direct'];

/** What each customer was invoiced in May: 200 + 150 + 100 + 50 = 500, and 100 of tax. */
const MAY_INVOICES = [
  ['Ada', '200'],
  ['Bell', '150'],
  ['Chain', '100'],
  ['Dynamo', '50'],
];

/** What was billed in May: 600 without tax, 80 with. */
const MAY_BILLS = [
  ['Arches', 'Rent', '600', ''],
  ['Grid', 'Electricity', '80', 'VAT'],
];

/** Invoices of June that are typed: day, customer, net amounts of the lines. Together 1,600. */
const TYPED_INVOICES = [
  [2, 'Ada', '120'],
  [3, 'Bell', '60', '40'], //    100
  [4, 'Chain', '80'],
  [5, 'Dynamo', '30', '30'], //   60
  [8, 'Ada', '140'],
  [9, 'Bell', '110'],
  [10, 'Chain', '90'],
  [11, 'Dynamo', '70'],
  [15, 'Ada', '50', '50'], //    100
  [16, 'Bell', '130'],
  [17, 'Chain', '60'],
  [18, 'Dynamo', '40'],
  [22, 'Ada', '160'],
  [23, 'Bell', '150'],
  [24, 'Chain', '100'],
  [25, 'Dynamo', '90'],
];

/** Bills of June that are typed: day, supplier, account, net amount. Together 910. */
const TYPED_BILLS = [
  [1, 'Spares', 'Purchases', '100'],
  [2, 'Spares', 'Purchases', '75'],
  [4, 'Spares', 'Repairs', '45'],
  [5, 'Grid', 'Telephone', '30'],
  [8, 'Spares', 'Purchases', '110'],
  [9, 'Spares', 'Purchases', '65'],
  [11, 'Spares', 'Printing', '20'],
  [12, 'Spares', 'Purchases', '90'],
  [15, 'Spares', 'Purchases', '85'],
  [16, 'Spares', 'Repairs', '55'],
  [18, 'Spares', 'Advertising', '60'],
  [22, 'Spares', 'Purchases', '95'],
  [25, 'Spares', 'Purchases', '80'],
];

const OF_JUNE = 'period=&from=2026-06-01&to=2026-06-30';
const END_OF_JUNE = 'period=&as_at=2026-06-30';

capability('A second month of a shop', (scenario) => {
  scenario('what comes again is copied, and the books of both months agree', async ({ bookkeeper, page }) => {
    const shop = new Workshop(bookkeeper, page, JUNE);
    await shop.opens();
    await shop.hadAFirstMonth();
    await shop.copiesWhatComesAgain();
    await shop.typesTheOthers();
    await shop.receivesAndPays();
    await shop.reconciles();
    await shop.figuresAreRight();
  });
}, { languages: ['en'] });

class Workshop extends Shopkeeper {
  async opens() {
    await this.begins('Corner Workshop');
    await this.namesAll('customers', CUSTOMERS);
    await this.namesAll('suppliers', SUPPLIERS);
    await this.namesAll('bank-and-cash-accounts', ['Market Bank']);
    await this.taxes('VAT 20%', '20');
    await this.owns('Capital');
  }

  /** An invoice or bill over amounts on an account. */
  async bills(kind, date, party, account, amounts, tax) {
    const { keys, page } = this;
    await this.form(kind);
    await keys.types('Issue date', date);
    await keys.picks(kind === 'sales-invoices' ? 'Customer' : 'Supplier', party);
    for (const [at, amount] of amounts.entries()) {
      if (at > 0) await page.keyboard.press('Enter');
      await keys.picks('Item or account', account);
      await keys.types('Unit price', amount);
      if (tax) await keys.picks('Tax code', tax);
    }
    return this.saves();
  }

  /** May: four invoices, two bills, 1,000 of capital on 1 May. */
  async hadAFirstMonth() {
    this.firstMonth = { invoices: [], bills: [] };
    for (const [customer, amount] of MAY_INVOICES) {
      const made = await this.bills('sales-invoices', this.day(20, 5), customer, 'Sales', [amount], 'VAT');
      this.firstMonth.invoices.push(made);
    }
    for (const [supplier, account, amount, tax] of MAY_BILLS) {
      const made = await this.bills('purchase-invoices', this.day(2, 5), supplier, account, [amount], tax);
      this.firstMonth.bills.push(made);
    }
    await this.gets('receipts', this.day(1, 5), [['Capital', '1000']]);
  }

  /** The same invoices and bills again, with the dates of June: a copy asks for nothing else. */
  async copiesWhatComesAgain() {
    const { keys, page } = this;
    const all = [...this.firstMonth.invoices, ...this.firstMonth.bills];
    for (const record of all) {
      await page.goto(record);
      await keys.enters('Copy');
      await page.waitForURL(/copied-from=/);
      await keys.types('Issue date', this.day(1));
      await this.saves();
    }
  }

  async typesTheOthers() {
    for (const [day, customer, ...amounts] of TYPED_INVOICES) {
      await this.bills('sales-invoices', this.day(day), customer, 'Sales', amounts, 'VAT');
    }
    this.typedBills = [];
    for (const [day, supplier, account, amount] of TYPED_BILLS) {
      const made = await this.bills('purchase-invoices', this.day(day), supplier, account, [amount], 'VAT');
      this.typedBills.push(made);
    }
  }

  /** Money on the bank, with or without a party. */
  async gets(kind, date, lines, party) {
    const { keys, page } = this;
    await this.form(kind);
    await keys.types('Date', date);
    await keys.picks(kind === 'receipts' ? 'Received in' : 'Paid from', 'Market');
    if (party) await keys.picks(kind === 'receipts' ? 'Paid by' : 'Payee', party);
    for (const [at, [account, amount]] of lines.entries()) {
      if (at > 0) await page.keyboard.press('Enter');
      await keys.picks('Account', account);
      await keys.types('Amount', amount);
    }
    return this.saves();
  }

  /** From the page of an invoice or bill on to the money that settles it in full. */
  async settlesWhole(record, copy, date, account) {
    const { keys, page } = this;
    await page.goto(`${record}/copy?to=${copy}`);
    await keys.types('Date', date);
    await keys.picks(account, 'Market');
    await this.saves();
  }

  /** Received 240 + 180 + 120 + 60 = 600 for May, and 240 + 144 = 384 from Ada for June. */
  async receivesAndPays() {
    for (const invoice of this.firstMonth.invoices) {
      await this.settlesWhole(invoice, 'receipts', this.day(10), 'Received in');
    }
    // Number 5 is the copy of May's invoice, number 9 the first that was typed.
    await this.gets('receipts', this.day(20), [['5 ', '240'], ['9 ', '144']], 'Ada');
    // Paid 600 + 96 = 696 for May, and the first three bills of June: 120 + 90 + 54 = 264.
    for (const bill of [...this.firstMonth.bills, ...this.typedBills.slice(0, 3)]) {
      await this.settlesWhole(bill, 'payments', this.day(26), 'Paid from');
    }
  }

  /** 1,000 + 600 + 384 − 696 − 264 = 1,024, and the bank says the same. */
  async reconciles() {
    const { keys } = this;
    await this.form('bank-reconciliations');
    await keys.types('Date', this.day(30));
    await keys.picks('Bank account', 'Market');
    await keys.types('Statement balance', '1024');
    await this.saves();
    const said = await this.bookkeeper.mainText();
    assert.ok(said.includes(this.bookkeeper.say('reconciliation-agrees')), said);
  }

  async figuresAreRight() {
    // June sold 1,600 + 500 = 2,100 and 420 of tax; bought 910 + 80 = 990 and 198 of tax.
    await this.reportHas('tax-summary', OF_JUNE, [
      ['VAT 20%', '2,100.00', '420.00', '990.00', '198.00', '222.00'],
    ]);
    await this.reportHas('profit-and-loss-statement', OF_JUNE, [
      ['Sales', '2,100.00'],
      ['Purchases', '700.00'], // 100 + 75 + 110 + 65 + 90 + 85 + 95 + 80.
      ['Net profit (loss)', '510.00'], // 2,100 − 990 − 600 of rent.
    ]);
    // Owed by customers: 600 + 2,520 less 984 received; to suppliers: 696 + 1,788 less 960 paid.
    await this.reportHas('trial-balance', END_OF_JUNE, [
      ['Market Bank', '1,024.00', ''],
      ['Accounts receivable', '2,136.00', ''],
      ['Accounts payable', '', '1,524.00'],
    ]);
    // The year so far earned 500 − 680 in May as well: 1,000 − 180 + 510 belong to the owner.
    await this.reportHas('balance-sheet', END_OF_JUNE, [
      ['Total Equity', '1,330.00'],
    ]);
    // 20 invoices of June and 4 of May; 15 bills and 2.
    for (const [kind, count] of [['sales-invoices', 24], ['purchase-invoices', 17]]) {
      await this.page.goto(`/businesses/${this.business}/records/${kind}`);
      assert.equal(await this.bookkeeper.recordLinks().count() >= count, true, kind);
    }
  }
}
