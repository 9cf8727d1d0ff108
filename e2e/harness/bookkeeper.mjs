// What a bookkeeper does, in one place: each verb walks the real pages and checks where it ended.
//
// Buttons and links are found by role and by the words of the language; fields by the names under
// which forms send them, which are part of the agreed addresses.

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { plain, text } from './locale.mjs';

/** How long a backup or an import may take, in milliseconds. */
const LONG_WORK_TIMEOUT_MS = 60_000;

export class Bookkeeper {
  constructor(page, language) {
    this.page = page;
    this.language = language;
  }

  /** A message of the catalogue in the bookkeeper's language. */
  say(key, values) {
    return text(this.language, key, values);
  }

  /** The button or the link with exactly these words, whichever there is, in a part of the page. */
  control(key, within = this.page) {
    const name = this.say(key);
    const exactly = { name, exact: true };
    return within.getByRole('button', exactly).or(within.getByRole('link', exactly)).first();
  }

  async press(key, within) {
    await this.control(key, within).click();
  }

  /** Presses the button of the form that goes to an address, opening the question around it first. */
  async sendFormTo(action) {
    const form = this.page.locator(`form[action$="${action}"]`).first();
    const question = form.locator('xpath=ancestor::details[1]');
    if ((await question.count()) > 0 && (await question.getAttribute('open')) === null) {
      await question.locator('summary').first().click();
    }
    await form.locator('button[type="submit"]').first().click();
  }

  /** Sends the form that holds a field; works with and without scripts. */
  async sendFormWith(fieldName) {
    const form = this.page.locator('form').filter({ has: this.page.locator(`[name="${fieldName}"]`) }).first();
    // A form with lines has more buttons: one that only the Enter key finds, and one that adds a line.
    const primary = form.locator('button.primary[type="submit"]');
    const any = form.locator('button[type="submit"]:not([aria-hidden])');
    await ((await primary.count()) > 0 ? primary : any).first().click();
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
    await this.page.locator('form[action$="/confirmation"]:not(:has([name="replace"]))').waitFor({ timeout: LONG_WORK_TIMEOUT_MS });
    await this.sendFormTo('/confirmation');
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

  /** Labels and values of the record that is open, as they can be read. */
  async facts() {
    const rows = this.page.locator('main dl.facts > div');
    const pairs = await rows.evaluateAll((all) =>
      all.map((row) => [row.querySelector('dt').textContent, row.querySelector('dd').textContent]),
    );
    return pairs.map((pair) => pair.map(plain));
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
   * `without` lists the boxes to untick; `plain` asks for the uncompressed form.
   */
  async makesBackup(business, folder, { without = [], fileName, plain: isPlain = false } = {}) {
    await this.page.goto(`/businesses/${business}/backups/new`);
    if (isPlain) await this.page.locator('[name="form"][value="plain"]').check();
    for (const box of without) await this.page.locator(`[type="checkbox"][name="${box}"]`).uncheck();
    if (fileName !== undefined) await this.page.locator('[name="file_name"]').fill(fileName);
    // With scripts the download begins by itself once the backup is verified.
    const begun = this.page.waitForEvent('download', { timeout: LONG_WORK_TIMEOUT_MS });
    await this.sendFormWith('file_name');
    await this.page.waitForURL(/\/backups\/(?!new)[^/]+$/, { timeout: LONG_WORK_TIMEOUT_MS });
    const download = await begun;
    const file = path.join(folder, `backup-${randomUUID()}.manager`);
    await download.saveAs(file);
    return { file, suggestedName: download.suggestedFilename() };
  }

  async removesBusiness(business) {
    await this.page.goto('/');
    await this.sendFormTo(`/businesses/${business}/removal`);
    await this.page.waitForURL(/\/trash/);
  }

  async restoresFromTrash(business) {
    await this.page.goto('/trash');
    await this.sendFormTo(`/trash/${business}/restoration`);
    await this.page.waitForURL((url) => url.pathname === '/');
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
