// One capability, driven in every language: a server and a browser for the file, a page per test.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Bookkeeper } from './bookkeeper.mjs';
import { openPage, startBrowser } from './browser.mjs';
import { DRIVEN_LANGUAGES } from './locale.mjs';
import { scratchFolder } from './samples.mjs';
import { startServer } from './server.mjs';

/** A test may take this long, in milliseconds. */
const TEST_TIMEOUT_MS = 300_000;

/**
 * `capability('Backup', (scenario, language) => { scenario('sentence', async (world) => …) })`.
 *
 * The world of a scenario: `page`, `bookkeeper`, `language`, `folder` for files, `server`,
 * `browser`. After it, the page must have had nothing to complain of.
 *
 * All scenarios of a file share one data folder, as they would on one computer: a scenario may
 * therefore only speak of the businesses that it made itself.
 */
export function capability(title, tell, { languages = DRIVEN_LANGUAGES } = {}) {
  describe(title, () => {
    let server;
    let browser;
    before(async () => {
      [server, browser] = await Promise.all([startServer(), startBrowser()]);
    });
    after(async () => {
      await browser?.close();
      await server?.stop();
    });
    for (const language of languages) {
      const scenario = (sentence, act, options = {}) => {
        const { skip = false, ...pageOptions } = options;
        test(sentence, { skip, timeout: TEST_TIMEOUT_MS }, () => {
          return play(act, { server, browser, language, pageOptions });
        });
      };
      describe(`${title} (${language})`, () => tell(scenario, language));
    }
  });
}

/** Plays one scenario on a page of its own. */
async function play(act, { server, browser, language, pageOptions }) {
  const opened = await openPage(browser, server, { language, ...pageOptions });
  const folder = await scratchFolder();
  const bookkeeper = new Bookkeeper(opened.page, language);
  try {
    await act({ page: opened.page, bookkeeper, language, folder: folder.path, server, browser });
    assert.deepEqual(opened.complaints(), []);
  } catch (error) {
    // The runner prints the stack, which was written before we knew where it happened.
    error.stack += `\n    on the page ${opened.page.url()}\n${server.log().slice(-2_000)}`;
    throw error;
  } finally {
    await opened.close();
    await folder.remove();
  }
}
