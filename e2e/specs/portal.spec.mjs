// The pages of the customer portal and those at the door of the Cloud edition: judged by axe in light and dark, narrow
// and wide, and used without scripts. The firm, its administrator and the business bear names that are read from the
// right, and from a script with long words.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { after } from 'node:test';
import { judge, judgePages } from '../harness/axe.mjs';
import { Bookkeeper } from '../harness/bookkeeper.mjs';
import { openPage } from '../harness/browser.mjs';
import { capability } from '../harness/capability.mjs';
import { startCloud } from '../harness/cloud.mjs';
import { PASSWORD, signsIn, takesBackupAtPortal } from '../harness/subscriber.mjs';

const VIEWS = [{ width: 1280, colorScheme: 'light' }, { width: 390, colorScheme: 'dark' }];
/** A number of a receipt that there is not. */
const NO_RECEIPT = '0123-4567-89ab-cdef-0123-4567-89ab-cdef';
const FIRMS = { en: 'شركة النور للتجارة والمقاولات', bn: 'রহিমা স্টোর অ্যান্ড সন্স, পাইকারি কাপড়ের দোকান' };
const PEOPLE = { en: 'أحمد عبد الرحمن', bn: 'মোছাম্মৎ রহিমা খাতুন' };

let cloud;
after(() => cloud?.stop());

/** A page of a server in each view; whatever it complains of is told at its end. */
async function inEachView({ browser, language }, server, act, views = VIEWS) {
  for (const view of views) {
    const opened = await openPage(browser, server, { language, ...view });
    try {
      await act(opened.page, new Bookkeeper(opened.page, language));
      assert.deepEqual(opened.complaints(), []);
    } catch (error) {
      error.stack += `\n    on the page ${opened.page.url()}, ${JSON.stringify(view)}\n${server.log().slice(-2_000)}`;
      throw error;
    } finally {
      await opened.close();
    }
  }
}

/** Sends the form of the sign-up as it is, though the browser would not. */
async function signsUpWith(page, bookkeeper, typed) {
  await page.locator('form').filter({ has: page.locator('[name="firm"]') })
    .evaluate((form) => { form.noValidate = true; });
  for (const [name, value] of Object.entries(typed)) await page.locator(`[name="${name}"]`).fill(value);
  await bookkeeper.sendFormWith('firm');
}

capability('Portal', (scenario, language) => {
  const email = `owner.${language}@dukan.example`;
  const typed = { firm: FIRMS[language], full_name: PEOPLE[language], email, password: PASSWORD };
  let business;

  scenario('signing up: what is wrong stands beside its field, and what is right leads in', async (world) => {
    cloud ??= await startCloud();
    const [node] = cloud.nodes;
    await inEachView(world, node, async (page, bookkeeper) => {
      await judgePages(page, ['/sign-in', '/sign-up']);
      // Tries are counted by the address that is typed: each view has its own.
      const other = `${page.viewportSize().width}.${email}`;
      for (const [field, value] of [['email', other.replace('@', '')], ['password', 'lamp'], ['firm', '']]) {
        await signsUpWith(page, bookkeeper, { ...typed, email: other, [field]: value });
        await page.locator(`#${field}-error`).waitFor();
        // A browser goes there when it first draws the page, which may be after it was loaded.
        await page.waitForFunction((id) => document.activeElement?.id === id, field);
        await judge(page, `a sign-up without a right ${field}`);
      }
    });
    await inEachView(world, node, async (page, bookkeeper) => {
      await page.goto('/sign-up');
      await signsUpWith(page, bookkeeper, typed);
      await page.waitForURL((url) => url.pathname === '/');
      assert.ok((await page.locator('header').innerText()).includes(PEOPLE[language]));
      await judge(page, 'the first page');
      business = await bookkeeper.createsBusiness(FIRMS[language]);
      await judgePages(page, ['/', '/account', '/account/second-factor', '/imports/new']);
    }, VIEWS.slice(0, 1));
  });

  scenario('every page is within reach of everybody', async (world) => {
    await inEachView(world, cloud.portal, async (page, bookkeeper) => {
      await judgePages(page, ['/sign-in', '/receipts', `/receipts?number=${NO_RECEIPT}`, '/nothing-here']);
      await page.goto('/sign-in');
      await page.locator('[name="name"]').fill(email);
      await page.locator('[name="password"]').fill('another one of twelve');
      await bookkeeper.sendFormWith('password');
      await page.locator('.notice.error').waitFor();
      await judge(page, 'a refused sign-in');
      await signsIn(bookkeeper, email);
      await judge(page, 'the list');
      await takesBackupAtPortal(bookkeeper, business, world.folder);
      await judgePages(page, [`/businesses/${business}`, '/account', '/account/export', '/account/erasure']);
    });
    await cloud.command('subscriber', 'set-state', FIRMS[language], 'expired');
    await inEachView(world, cloud.nodes[0], async (page, bookkeeper) => {
      await page.goto('/sign-in');
      await page.locator('[name="name"]').fill(email);
      await page.locator('[name="password"]').fill(PASSWORD);
      await bookkeeper.sendFormWith('password');
      await bookkeeper.control('cloud-closed-portal').waitFor();
      await judge(page, 'the closed books');
    });
  });

  scenario('without scripts a backup is made and taken, and an erasure asked for and called back', async (world) => {
    await inEachView(world, cloud.portal, async (page, bookkeeper) => {
      await signsIn(bookkeeper, email);
      await page.locator(`main a[href="/businesses/${business}"]`).click();
      await bookkeeper.sendFormWith('history');
      const link = bookkeeper.control('portal-now-download', page.locator('main'));
      // The page loads itself anew until it is there.
      await link.waitFor({ timeout: 60_000 });
      const [begun] = await Promise.all([page.waitForEvent('download'), link.click()]);
      const file = path.join(world.folder, 'taken.manager');
      await begun.saveAs(file);
      const digest = createHash('sha256').update(await readFile(file)).digest('hex');
      assert.ok((await page.content()).includes(digest), 'its fingerprint stands on the page');
      await page.goto('/account/erasure');
      await page.locator('[name="firm"]').fill(FIRMS[language]);
      await page.locator('[name="password"]').fill(PASSWORD);
      await bookkeeper.sendFormWith('firm');
      await bookkeeper.press('portal-erasure-call-back', page.locator('main'));
      const said = bookkeeper.say('portal-erasure-called-back');
      await page.locator('.notice.success', { hasText: said }).waitFor();
      await bookkeeper.press('sign-out-button', page.locator('main'));
      await page.waitForURL((url) => url.pathname === '/sign-in');
      await bookkeeper.press('portal-receipt-lead', page.locator('main'));
      await page.locator('[name="number"]').fill(NO_RECEIPT);
      await bookkeeper.sendFormWith('number');
      await page.locator('#number-error').waitFor();
    }, [{ width: 390, colorScheme: 'light', scripts: false }]);
  });
});
