// What a bookkeeper does, in one place: each verb walks the real pages and checks where it ended.
//
// Buttons and links are found by role and by the words of the language; fields by the names under
// which forms send them, which are part of the agreed addresses.

import assert from 'node:assert/strict';
import path from 'node:path';
import { LABELS } from './labels.mjs';
import { plain, text } from './locale.mjs';

/** How long a backup or an import may take, in milliseconds. */
const LONG_WORK_TIMEOUT_MS = 60_000;

export class Bookkeeper {
  constructor(page, language) {
    this.page = page;
    this.language = language;
  }

  /** A label in the bookkeeper's language. */
  say(label, values) {
    return text(this.language, LABELS[label] ?? label, values);
  }

  /** The button or the link with a label, whichever there is, inside a part of the page. */
  control(label, within = this.page) {
    const name = this.say(label);
    return within.getByRole('button', { name }).or(within.getByRole('link', { name })).first();
  }

  async press(label, within) {
    await this.control(label, within).click();
  }

  /** Sends the form that holds a field; works with and without scripts. */
  async sendFormWith(fieldName) {
    const form = this.page.locator('form').filter({ has: this.page.locator(`[name="${fieldName}"]`) });
    await form.first().locator('button[type="submit"]').first().click();
  }

  /** What the page says under `main`, without invisible marks. */
  async mainText() {
    return plain(await this.page.locator('main').innerText());
  }

  async createsBusiness(name, { country, currency, timeZone } = {}) {
    await this.page.goto('/businesses/new');
    await this.page.locator('[name="name"]').fill(name);
    await this.choose('country', country);
    await this.choose('currency', currency);
    await this.choose('time_zone', timeZone);
    await this.sendFormWith('name');
    await this.page.waitForURL(/\/businesses\/[0-9a-f-]{36}$/);
    return this.keyOfBusiness();
  }

  /** Fills a field or picks from a list, whichever the form has; nothing without a value. */
  async choose(fieldName, value) {
    if (value === undefined) return;
    const field = this.page.locator(`[name="${fieldName}"]`).first();
    const isList = (await field.evaluate((element) => element.tagName)) === 'SELECT';
    await (isList ? field.selectOption(value) : field.fill(value));
  }

  /** The key of the business whose page is open. */
  keyOfBusiness() {
    const match = /\/businesses\/([0-9a-f-]{36})/.exec(this.page.url());
    assert.ok(match, `no business in ${this.page.url()}`);
    return match[1];
  }

  /** Chooses a file and goes to the preview; nothing is imported yet. */
  async previewsImport(file) {
    await this.page.goto('/imports/new');
    await this.page.locator('input[type="file"][name="file"]').setInputFiles(file);
    await this.sendFormWith('file');
  }

  /** Imports a file and returns the key of the new business. */
  async importsFile(file) {
    await this.previewsImport(file);
    await this.page.waitForURL(/\/imports\/[^/]+$/, { timeout: LONG_WORK_TIMEOUT_MS });
    await this.confirmsImport();
    return this.keyOfBusiness();
  }

  /** Confirms the preview that is open and goes to the new business. */
  async confirmsImport() {
    const form = this.page.locator('form[action$="/confirmation"]');
    await form.locator('button[type="submit"]').first().click({ timeout: LONG_WORK_TIMEOUT_MS });
    await this.page.locator('a[href^="/businesses/"]').first().waitFor({ timeout: LONG_WORK_TIMEOUT_MS });
    if (!/\/businesses\/[0-9a-f-]{36}/.test(this.page.url())) {
      // The answer is a page that says what was imported and leads on to the business.
      await this.page.locator('main a[href^="/businesses/"]').first().click();
    }
    await this.page.waitForURL(/\/businesses\/[0-9a-f-]{36}/, { timeout: LONG_WORK_TIMEOUT_MS });
  }

  /** The names on the Businesses screen. */
  async businessNames() {
    await this.page.goto('/');
    const links = this.page.locator('main a[href^="/businesses/"]:not([href$="/new"])');
    return (await links.allInnerTexts()).map(plain).filter((name) => name !== '');
  }

  async opensList(business, kind) {
    await this.page.goto(`/businesses/${business}/records/${kind}`);
  }

  /** The links to single records on the list that is open. */
  recordLinks() {
    return this.page.locator('main a[href*="/record/"]');
  }

  /** Opens the first record of a list and returns its address. */
  async opensFirstRecord(business, kind) {
    await this.opensList(business, kind);
    const href = await this.recordLinks().first().getAttribute('href');
    await this.page.goto(href.replace(/\/edit$/, ''));
    return new URL(this.page.url()).pathname;
  }

  /** Attaches files to the record that is open. */
  async attaches(files) {
    await this.page.locator('input[type="file"][name="files"]').setInputFiles(files);
    await this.sendFormWith('files');
  }

  /** The links to attachments on the record that is open. */
  attachmentLinks() {
    return this.page.locator('main a[href*="/attachments/"]');
  }

  /**
   * Makes a backup and saves the file under `folder`; returns its path and the suggested name.
   * `without` lists the boxes to untick.
   */
  async makesBackup(business, folder, { without = [], fileName } = {}) {
    await this.page.goto(`/businesses/${business}/backups/new`);
    for (const box of without) await this.page.locator(`[type="checkbox"][name="${box}"]`).uncheck();
    if (fileName !== undefined) await this.page.locator('[name="file_name"]').fill(fileName);
    await this.sendFormWith('file_name');
    await this.page.waitForURL(/\/backups\/(?!new)[^/]+$/, { timeout: LONG_WORK_TIMEOUT_MS });
    const link = this.control('downloadBackup', this.page.locator('main'));
    await link.waitFor({ timeout: LONG_WORK_TIMEOUT_MS });
    const [download] = await Promise.all([this.page.waitForEvent('download'), link.click()]);
    const file = path.join(folder, `backup-${Date.now()}.manager`);
    await download.saveAs(file);
    return { file, suggestedName: download.suggestedFilename() };
  }

  async removesBusiness(business) {
    await this.page.goto('/');
    const form = this.page.locator(`form[action="/businesses/${business}/removal"]`);
    if ((await form.count()) === 0) await this.page.goto(`/businesses/${business}/removal`);
    await this.page.locator(`form[action="/businesses/${business}/removal"] button`).first().click();
  }

  async restoresFromTrash(business) {
    await this.page.goto('/trash');
    await this.page.locator(`form[action="/trash/${business}/restoration"] button`).first().click();
  }

  /** Chooses a language in the preferences on any page. */
  async choosesLanguage(language) {
    await this.page.locator('details.preferences summary').click();
    await this.page.locator('select[name="language"]').selectOption(language);
    // With scripts the choice sends itself; without them its button does.
    await this.page.waitForFunction((code) => document.documentElement.lang === code, language);
    this.language = language;
  }
}
