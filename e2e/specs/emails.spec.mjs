// Emails: the account and its test, a document written on its page and sent through a real server, what became of
// it, and a template of one's own.

import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { capability } from '../harness/capability.mjs';
import { LOGIN, startMailServer } from '../harness/mail_server.mjs';
import { makesCustomer } from './steps.mjs';

let mail;

/** Enters the account and presses a button of the form: `save` or `test`. */
async function entersAccount(page, business, act, { password = LOGIN.password } = {}) {
  await page.goto(`/businesses/${business}/settings/email`);
  await page.locator('[name="host"]').fill('localhost');
  await page.locator('[name="port"]').fill(String(mail.port));
  await page.locator('[name="security"][value="starttls"]').check();
  await page.locator('[name="username"]').fill(LOGIN.username);
  await page.locator('[name="password"]').fill(password);
  await page.locator('[name="from_address"]').fill('rahima@example.com');
  const authority = page.locator('[name="authority"]');
  if (!(await authority.isVisible())) await page.locator('details.panel summary').click();
  await authority.fill(mail.authority);
  await page.locator(`button[name="act"][value="${act}"]`).click();
  await page.locator('main .notice').first().waitFor();
}

/** Sends the statement of the customer whose page is open; ends on the email's page. */
async function sendsStatement(page, to) {
  await page.locator('main a[href*="/emails/new?"]').first().click();
  await page.locator('[name="to"]').fill(to);
  await page.locator('button[name="act"][value="send"]').click();
  await page.waitForURL(/\/emails\/[0-9a-f-]{36}$/);
}

/** Waits until the page of an email says so, and just so: "Being sent" is not yet "Sent". */
async function becomes(page, bookkeeper, key) {
  const words = bookkeeper.say(key).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  await page.locator('main .badge', { hasText: new RegExp(`^\\s*${words}\\s*$`) }).first().waitFor({ timeout: 60_000 });
}

capability('Emails', (scenario) => {
  before(async () => {
    mail ??= await startMailServer();
  });
  after(async () => {
    await mail?.stop();
    mail = undefined;
  });

  scenario('a statement goes from its page to the mail server, and is shown as sent', async ({ bookkeeper, page }) => {
    if (!mail) return;
    const { business, record } = await makesCustomer(bookkeeper, 'Rahima & Sons');
    await entersAccount(page, business, 'test');
    assert.match(await bookkeeper.mainText(), new RegExp(bookkeeper.say('email-test-passed').slice(0, 12)));
    await page.goto(record);
    await sendsStatement(page, 'Karim <karim@example.com>');
    await becomes(page, bookkeeper, 'email-state-sent');
    const taken = (await mail.taken()).at(-1);
    assert.deepEqual(taken.to, ['karim@example.com']);
    const whole = await page.request.get(`${page.url()}/message`);
    assert.ok(taken.data.equals(await whole.body()), 'byte for byte');
    const file = await page.request.get(`${page.url()}/attachments/0`);
    assert.equal((await file.body()).subarray(0, 5).toString(), '%PDF-');
    await page.goto(`/businesses/${business}/emails`);
    assert.match(await bookkeeper.mainText(), /karim@example\.com/);
    await page.goto(record);
    await page.locator('main a[href*="/emails?contact="]').click();
    assert.match(await bookkeeper.mainText(), /karim@example\.com/);
  });

  scenario('a wrong password is told in words, put right, and the email sent again', async ({ bookkeeper, page }) => {
    if (!mail) return;
    const { business, record } = await makesCustomer(bookkeeper, 'Wrong password');
    await entersAccount(page, business, 'test', { password: 'wrong' });
    assert.ok((await bookkeeper.mainText()).includes(bookkeeper.say('email-failure-login-refused')));
    await page.goto(record);
    await sendsStatement(page, 'later@example.org');
    await becomes(page, bookkeeper, 'email-state-failed');
    const email = page.url();
    await page.goto(email);
    assert.ok((await bookkeeper.mainText()).includes(bookkeeper.say('email-failure-login-refused')));
    await entersAccount(page, business, 'save');
    await page.goto(record);
    await sendsStatement(page, 'good@example.org');
    await becomes(page, bookkeeper, 'email-state-sent');
    await page.goto(email);
    await bookkeeper.sendFormTo('/queueing');
    // This recipient is told to come later: the failure is another one now.
    await becomes(page, bookkeeper, 'email-state-failed');
    await page.goto(email);
    assert.ok((await bookkeeper.mainText()).includes(bookkeeper.say('email-failure-greylisted')));
  });

  scenario('a template of one’s own begins the next email, and can be taken back', async ({ bookkeeper, page, language }) => {
    if (!mail) return;
    const { business, record } = await makesCustomer(bookkeeper, 'With a template');
    await entersAccount(page, business, 'save');
    const template = `/businesses/${business}/settings/email/templates/customer-statement/${language}`;
    await page.goto(template);
    await page.locator('[name="subject"]').fill('Hello {contact} {oops}');
    await page.locator('button[name="act"][value="save"]').click();
    assert.match(await bookkeeper.mainText(), /oops/);
    await page.locator('[name="subject"]').fill('Hello {contact}!');
    await page.locator('button[name="act"][value="save"]').click();
    await page.waitForURL(/\/templates$/);
    await page.goto(record);
    await page.locator('main a[href*="/emails/new?"]').first().click();
    assert.equal(await page.locator('[name="subject"]').inputValue(), 'Hello With a template!');
    await page.goto(template);
    await bookkeeper.sendFormTo('/deletion');
    await page.waitForURL((url) => url.pathname === template);
    assert.notEqual(await page.locator('[name="subject"]').inputValue(), 'Hello {contact}!');
  });
});
