// The Cloud edition from the first page to the last: somebody signs up, keeps books, lets the subscription end, takes
// the books along at the portal and goes on with them elsewhere, to the cent. On real PostgreSQL, a real S3 server
// and a real mail server.

import assert from 'node:assert/strict';
import { after } from 'node:test';
import { Bookkeeper } from '../harness/bookkeeper.mjs';
import { openPage } from '../harness/browser.mjs';
import { capability } from '../harness/capability.mjs';
import { startCloud } from '../harness/cloud.mjs';
import { plain } from '../harness/locale.mjs';
import { startMailServer } from '../harness/mail_server.mjs';
import { command, startServer } from '../harness/server.mjs';
import { setsUp, signsIn, signsUp, takesBackupAtPortal } from '../harness/subscriber.mjs';
import { addsCustomer } from './steps.mjs';
import { entersAccount, keepsBooks, sendsDocument, trialBalance } from './shop.mjs';

/** Scenarios of both languages share one of each. */
let cloud;
let mail;
after(async () => {
  await Promise.all([cloud?.stop(), mail?.stop()]);
});

/** A page on another server than that of the scenario; whatever it complains of is told at its end. */
async function visit(world, server, act) {
  const { browser, language } = world;
  const opened = await openPage(browser, server, { language });
  try {
    const result = await act(new Bookkeeper(opened.page, language), opened.page);
    assert.deepEqual(opened.complaints(), []);
    return result;
  } catch (error) {
    error.stack += `\n    on the page ${opened.page.url()}\n${server.log().slice(-2_000)}`;
    throw error;
  } finally {
    await opened.close();
  }
}

/** The content digest that a backup has by its own words, after it was proved whole. */
async function digestOf(file) {
  const { code, json } = await command('verify', file, '--json');
  assert.equal(code, 0, JSON.stringify(json));
  assert.match(json.content_digest, /^[0-9a-f]{64}$/);
  return json.content_digest;
}

capability('Cloud edition', (scenario, language) => {
  scenario('sign up, work, expire, fetch the books at the portal, go on at home to the cent', async (world) => {
    cloud ??= await startCloud();
    mail ??= await startMailServer();
    const [node, other] = cloud.nodes;
    const firm = `Lamp Shop ${language}`;
    const email = `asha.${language}@lamp.example`;
    const books = await visit(world, node, async (bookkeeper, page) => {
      await signsUp(bookkeeper, { firm, email });
      const kept = await keepsBooks(bookkeeper, 'Lamps & Oil', world.folder);
      if (mail) {
        await entersAccount(bookkeeper, kept.business, mail);
        await sendsDocument(bookkeeper, kept.invoice, `karim.${language}@example.com`);
      }
      // Both nodes show the same books.
      const balance = await trialBalance(page, kept.business);
      const there = await visit(world, other, async (elsewhere, second) => {
        await signsIn(elsewhere, email);
        return trialBalance(second, kept.business);
      });
      assert.deepEqual(there, balance);
      // It ends by the command line, is paid again and ended by billing: what is signed is followed.
      await cloud.command('subscriber', 'set-state', firm, 'expired');
      await isClosed(bookkeeper, kept.business, 402);
      const { subscriber } = await cloud.command('subscriber', 'show', firm);
      const event = { subscriber: subscriber.key, at: new Date().toISOString() };
      const paid = await cloud.bills({ ...event, id: `paid-${language}`, state: 'active' });
      assert.equal(paid.status, 200, paid.body);
      assert.equal((await page.goto(`/businesses/${kept.business}`)).status(), 200);
      const later = new Date(Date.now() + 1_000).toISOString();
      const ended = await cloud.bills({ ...event, at: later, id: `ended-${language}`, state: 'cancelled' });
      assert.equal(ended.status, 200, ended.body);
      await isClosed(bookkeeper, kept.business, 402);
      return { ...kept, balance };
    });
    const taken = mail ? (await mail.taken()).filter((it) => it.to[0] === `karim.${language}@example.com`) : [];
    if (mail) assert.equal(taken.length, 1, 'the email went once');

    const file = await visit(world, cloud.portal, async (bookkeeper) => {
      await signsIn(bookkeeper, email);
      assert.ok((await bookkeeper.mainText()).includes('Lamps & Oil'));
      return takesBackupAtPortal(bookkeeper, books.business, world.folder);
    });

    const { bookkeeper, page } = world;
    const home = await bookkeeper.importsFile(file);
    assert.deepEqual(await trialBalance(page, home), books.balance);
    assert.equal(await page.request.get(books.attachment.replace(books.business, home)).then((it) => it.text()), 'paper');
    await page.goto(`/businesses/${home}/emails`);
    if (mail) assert.match(await bookkeeper.mainText(), /karim\.\w+@example\.com/);
    const again = await bookkeeper.makesBackup(home, world.folder);
    assert.equal(await digestOf(again.file), await digestOf(file));
  });

  scenario('Desktop, Cloud, Server, Desktop: one content digest all the way', async (world) => {
    cloud ??= await startCloud();
    const { bookkeeper, page, folder } = world;
    const first = await keepsBooks(bookkeeper, `Around ${language}`, folder);
    const balance = await trialBalance(page, first.business);
    const backup = await bookkeeper.makesBackup(first.business, folder);
    const digest = await digestOf(backup.file);

    const fromCloud = await visit(world, cloud.nodes[0], async (there, pageThere) => {
      await signsUp(there, { firm: `Rope Shop ${language}`, email: `bela.${language}@rope.example` });
      const business = await there.importsFile(backup.file);
      assert.deepEqual(await trialBalance(pageThere, business), balance);
      return (await there.makesBackup(business, folder)).file;
    });
    assert.equal(await digestOf(fromCloud), digest);

    const server = await startServer({ edition: 'server' });
    try {
      const fromServer = await visit(world, server, async (there, pageThere) => {
        await setsUp(there, server);
        const business = await there.importsFile(fromCloud);
        assert.deepEqual(await trialBalance(pageThere, business), balance);
        return (await there.makesBackup(business, folder)).file;
      });
      assert.equal(await digestOf(fromServer), digest);
      const last = await bookkeeper.importsFile(fromServer);
      assert.notEqual(last, first.business, 'it stands beside the first');
      assert.deepEqual(await trialBalance(page, last), balance);
      assert.equal(await digestOf((await bookkeeper.makesBackup(last, folder)).file), digest);
    } finally {
      await server.stop();
    }
  });

  scenario('while the database is away, pages say so kindly and what was typed is kept', async (world) => {
    cloud ??= await startCloud();
    await visit(world, cloud.nodes[1], async (bookkeeper, page) => {
      await signsUp(bookkeeper, { firm: `Wick Shop ${language}`, email: `dev.${language}@wick.example` });
      const business = await bookkeeper.createsBusiness('Wicks');
      await addsCustomer(bookkeeper, business, 'Rahima');
      await page.goto(`/businesses/${business}/records/customers/new`);
      await page.locator('main form [name="Name"]').fill('Karim & Sons');
      await cloud.databaseGoes();
      let answered;
      try {
        answered = page.waitForResponse((it) => it.request().method() === 'POST' && it.status() === 503);
        await bookkeeper.sendFormWith('Name');
        await answered;
        await page.locator('form input[type="hidden"][name="Name"]').waitFor({ state: 'attached' });
        assert.ok((await bookkeeper.mainText()).includes(bookkeeper.say('away-kept')));
        await bookkeeper.press('away-again', page.locator('main'));
        assert.ok((await bookkeeper.mainText()).includes(bookkeeper.say('error-store-unreachable')));
      } finally {
        await cloud.databaseComes();
      }
      await bookkeeper.press('away-again', page.locator('main'));
      await page.waitForURL(/\/record\/[0-9a-f-]{36}$/);
      await page.goto(`/businesses/${business}/records/customers`);
      const shown = plain(await page.locator('main table.data').innerText());
      assert.equal(shown.split('Karim & Sons').length, 2, 'it is there once');
      assert.ok(shown.includes('Rahima'));
    });
  });
}, { languages: ['en', 'hi'] });

/** The books are closed: kindly, with the way to the portal, and whatever is asked for. */
async function isClosed(bookkeeper, business, status) {
  const { page } = bookkeeper;
  for (const path of ['/', `/businesses/${business}`, `/businesses/${business}/backups/new`]) {
    assert.equal((await page.goto(path)).status(), status, path);
    assert.ok((await bookkeeper.mainText()).includes(bookkeeper.say('cloud-closed-backups')));
  }
  const portal = await bookkeeper.control('cloud-closed-portal').getAttribute('href');
  assert.equal(portal, cloud.portal.url);
}
