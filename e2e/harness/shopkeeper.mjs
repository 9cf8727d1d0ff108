// A shopkeeper who keeps the books of one business by the keyboard: what every month of every shop has
// in common, from the first name to the reports.

import assert from 'node:assert/strict';
import { Keyboard } from './keyboard.mjs';
import { plain } from './locale.mjs';

export class Shopkeeper {
  /** The month, from 1, is the one in which everything is entered, of 2026. */
  constructor(bookkeeper, page, month) {
    this.bookkeeper = bookkeeper;
    this.page = page;
    this.month = month;
    this.keys = new Keyboard(page);
  }

  /** A day of the month as the shop writes dates. */
  day(day, month = this.month) {
    return `${day}/${month}/2026`;
  }

  /** A new business in the United Kingdom. */
  async begins(name) {
    const { keys, page } = this;
    await page.goto('/businesses/new');
    await keys.types('Business name', name);
    await keys.picks('Country', 'United Kingdom');
    await keys.enters('Create business');
    await page.waitForURL(/\/businesses\/[0-9a-f-]{36}$/);
    this.business = this.bookkeeper.keyOfBusiness();
  }

  /** A tax code of one rate. */
  async taxes(name, rate) {
    const { keys } = this;
    await this.form('tax-codes');
    await keys.types('Name', name);
    await keys.picks('Type of rate', 'Custom');
    await keys.types('Rate', rate);
    await this.saves();
  }

  /** An account of the owner. */
  async owns(name) {
    const { keys } = this;
    await this.form('balance-sheet-accounts');
    await keys.types('Name', name);
    await keys.picks('Group', 'Equity');
    await this.saves();
  }

  async form(kind) {
    await this.page.goto(`/businesses/${this.business}/records/${kind}/new`);
  }

  /** Ctrl+Enter, and the page of the record that was saved. */
  async saves() {
    await this.page.keyboard.press('Control+Enter');
    await this.page.waitForURL(/\/record\/[0-9a-f-]{36}$/);
    return new URL(this.page.url()).pathname;
  }

  /** Records of which only the name is needed, one after the other by "Save and new". */
  async namesAll(kind, names) {
    await this.form(kind);
    for (const name of names) {
      await this.keys.types('Name', name);
      await this.keys.enters('Save and new');
      await this.page.waitForFunction(() => document.activeElement?.value === '');
    }
  }

  /** The item or account of a line, and the wait for what it brings. */
  async picksWhat(what) {
    await this.keys.picks('Item or account', what);
    if (!/^[A-Z]\d$/.test(what)) return;
    const line = /lines\[\d+\]/.exec(await this.page.evaluate(() => document.activeElement.name))[0];
    await this.page.waitForFunction((name) => document.querySelector(`[name="${name}.TaxCode"]`).value !== '', line);
  }

  /** A receipt or a payment: party, and account and amount of each line. */
  async money(kind, day, party, lines, cleared) {
    const { keys, page } = this;
    await this.form(kind);
    await keys.types('Date', this.day(day));
    await keys.picks(kind === 'receipts' ? 'Received in' : 'Paid from', 'High');
    if (party) await keys.picks(kind === 'receipts' ? 'Paid by' : 'Payee', party);
    for (const [at, [account, amount]] of lines.entries()) {
      if (at > 0) await page.keyboard.press('Enter');
      await keys.picks('Account', account);
      await keys.types('Amount', amount);
    }
    if (cleared) {
      await keys.enters('More options');
      await keys.picks('Cleared', cleared);
    }
    return this.saves();
  }

  /** From the page of an invoice on to the money that settles it in full. */
  async settles(kind, reference, copy, day, account, amount) {
    const { keys, page } = this;
    await page.goto(`/businesses/${this.business}/records/${kind}`);
    const link = this.bookkeeper.recordLinks().filter({ hasText: new RegExp(`^${reference}$`) }).first();
    await page.goto(`${await link.getAttribute('href')}/copy?to=${copy}`);
    await keys.types('Date', this.day(day));
    await keys.picks(account, 'High');
    await keys.tabTo('Amount');
    assert.equal(Number((await keys.focused()).value.replaceAll(',', '')), amount);
    await this.saves();
  }

  /** The rows of a report: first cell and the other cells. */
  async report(name, query) {
    await this.page.goto(`/businesses/${this.business}/reports/${name}?${query}`);
    const rows = await this.page.locator('table.report tr').evaluateAll((all) =>
      all.map((row) => [...row.cells].map((cell) => cell.innerText)),
    );
    return rows.map((row) => row.map((cell) => plain(cell).trim()));
  }

  /** Holds that a report has these rows: what a row begins with, and its last figures. */
  async reportHas(name, query, wanted) {
    const rows = await this.report(name, query);
    for (const [title, ...figures] of wanted) {
      const row = rows.find(([first, ...rest]) => first === title && rest.some((cell) => cell !== ''));
      assert.deepEqual(row?.slice(-figures.length), figures, `${title} in ${name}: ${JSON.stringify(rows)}`);
    }
  }
}
