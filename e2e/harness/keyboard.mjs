// Hands on the keyboard: Tab to a field by its label, type, choose by the first letters, Enter.
//
// Nothing here clicks and nothing reaches a field that Tab does not reach, so a form that cannot
// be filled in without a mouse fails its test.

import assert from 'node:assert/strict';
import { plain } from './locale.mjs';

/** A list forgets the letters typed into it after a second; then they are typed anew. */
const LETTERS_FORGOTTEN_MS = 1_100;

/** So often are the letters of a choice typed before the list is held not to have it. */
const ATTEMPTS_COUNT_MAX = 3;

/** More fields than this lie between no two fields of a form that a person fills in one after the other. */
const TABS_COUNT_MAX = 60;

export class Keyboard {
  constructor(page) {
    this.page = page;
  }

  /** What the focused field or button is called, and what it holds. */
  async focused() {
    return this.page.evaluate(() => {
      const element = document.activeElement;
      // The tabs of the business are called as fields are: Customers, Receipts.
      if (element === document.body || element.closest('nav')) return { label: '', value: '' };
      const label = element.labels?.[0]?.textContent ?? element.getAttribute('aria-label') ?? element.textContent;
      const value = element.tagName === 'SELECT' ? element.selectedOptions[0]?.label : element.value;
      return { label: label.replace(/\s+/g, ' ').trim(), value: value ?? '' };
    });
  }

  /** Presses Tab until the field with this label has the focus; stays when it has it already. */
  async tabTo(label) {
    const passed = [];
    for (let tabs = 0; tabs <= TABS_COUNT_MAX; tabs += 1) {
      const focused = await this.focused();
      if (plain(focused.label).startsWith(label)) return;
      passed.push(focused.label);
      await this.page.keyboard.press('Tab');
    }
    assert.fail(`Tab never came to "${label}", only to ${[...new Set(passed)].join(', ').slice(0, 600)}`);
  }

  /** Replaces what a field holds. */
  async types(label, text) {
    await this.tabTo(label);
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.type(text);
  }

  /**
   * Chooses from a list as the keyboard does: the first letters, until the choice begins with them.
   * What the form offers may follow from the last choice, so its answer is waited for first.
   */
  async picks(label, text) {
    await this.tabTo(label);
    let value;
    for (let attempt = 0; attempt < ATTEMPTS_COUNT_MAX; attempt += 1) {
      await this.page.waitForFunction(() => document.querySelector('[data-asking]') === null);
      await this.page.keyboard.type(text);
      ({ value } = await this.focused());
      if (plain(value).startsWith(text)) return;
      await this.page.waitForTimeout(LETTERS_FORGOTTEN_MS);
    }
    assert.fail(`"${text}" in "${label}" led to "${value}"`);
  }

  /** Ticks a box. */
  async ticks(label) {
    await this.tabTo(label);
    await this.page.keyboard.press('Space');
  }

  /** Tabs to a button or a link and presses Enter. */
  async enters(label) {
    await this.tabTo(label);
    await this.page.keyboard.press('Enter');
  }
}
