// A business is created, found again and opened, in the reader's language.

import assert from 'node:assert/strict';
import { capability } from '../harness/capability.mjs';
import { plain } from '../harness/locale.mjs';

const NAMES = { en: 'Riverside Bakery & Sons', bn: 'নদীর ধারে বেকারি' };

capability('Create a business', (scenario, language) => {
  scenario('the first screen is the list of businesses, in the language of the browser', async (world) => {
    await world.page.goto('/');
    assert.equal(await world.page.locator('html').getAttribute('lang'), language);
    const title = plain(await world.page.locator('h1').innerText());
    assert.equal(title, world.bookkeeper.say('businesses-title'));
  });

  scenario('a new business opens on its Summary and is in the list with its size', async (world) => {
    const { bookkeeper, page } = world;
    const key = await bookkeeper.createsBusiness(NAMES[language], {
      country: 'BD', currency: 'BDT', timeZone: 'Asia/Dhaka',
    });
    assert.match(plain(await page.locator('header').innerText()), new RegExp(NAMES[language].slice(0, 9)));
    assert.ok((await bookkeeper.businessNames()).includes(NAMES[language]));
    const row = page.locator('tr, li', { has: page.locator(`a[href^="/businesses/${key}"]`) }).first();
    assert.match(await row.innerText(), /[0-9০-৯]/, 'the row shows a size');
  });

  scenario('Backup stands at the top right of Summary', async (world) => {
    const { bookkeeper, page } = world;
    await bookkeeper.createsBusiness(`${NAMES[language]} 2`);
    const button = bookkeeper.control('action-backup', page.locator('header'));
    const box = await button.boundingBox();
    assert.ok(box.y < 200 && box.x > page.viewportSize().width / 2, JSON.stringify(box));
  });

  scenario('a business without a name is refused beside the field', async (world) => {
    const { bookkeeper, page } = world;
    const before = (await bookkeeper.businessNames()).length;
    await page.goto('/businesses/new');
    // A person without our scripts may send what the browser would hold back.
    await page.locator('form').filter({ has: page.locator('[name="name"]') }).first()
      .evaluate((form) => { form.noValidate = true; });
    await page.locator('[name="name"]').fill('   ');
    await bookkeeper.sendFormWith('name');
    const field = page.locator('[name="name"]');
    assert.equal(await field.getAttribute('aria-invalid'), 'true');
    assert.equal((await bookkeeper.businessNames()).length, before);
  });

  scenario('a name that is taken is refused beside the field', async (world) => {
    const { bookkeeper, page } = world;
    const name = `${NAMES[language]} 4`;
    await bookkeeper.createsBusiness(name);
    await page.goto('/businesses/new');
    await page.locator('[name="name"]').fill(name);
    await bookkeeper.sendFormWith('name');
    await page.locator('#name-error').waitFor();
    assert.equal(await page.locator('[name="name"]').inputValue(), name);
    const same = (await bookkeeper.businessNames()).filter((each) => each === name);
    assert.equal(same.length, 1);
  });

  scenario('a chart of accounts is there from the beginning, in the reader’s language', async (world) => {
    const { bookkeeper, page } = world;
    const key = await bookkeeper.createsBusiness(`${NAMES[language]} 5`);
    await page.goto(`/businesses/${key}/chart-of-accounts`);
    const shown = await bookkeeper.mainText();
    for (const section of ['Assets', 'Liabilities', 'Equity', 'Income', 'Expenses']) {
      assert.ok(shown.includes(bookkeeper.say(`account-${section}`)), section);
    }
  });

  scenario('everything works with scripts turned off', async (world) => {
    const name = `${NAMES[language]} 3`;
    await world.bookkeeper.createsBusiness(name);
    assert.ok((await world.bookkeeper.businessNames()).includes(name));
  }, { scripts: false });

  scenario('another language can be chosen and stays chosen', async (world) => {
    const other = language === 'en' ? 'bn' : 'en';
    await world.page.goto('/');
    await world.bookkeeper.choosesLanguage(other);
    await world.page.goto('/businesses/new');
    assert.equal(await world.page.locator('html').getAttribute('lang'), other);
  });
});
