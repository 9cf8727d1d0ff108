// One capability, driven in every language: a server and a browser for the file, a page per test.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Bookkeeper } from './bookkeeper.mjs';
import { openPage, startBrowser } from './browser.mjs';
import { DRIVEN_LANGUAGES } from './locale.mjs';
import { scratchFolder } from './samples.mjs';
import { startServer } from './server.mjs';

/** A test may take this long, in milliseconds. */
const TEST_TIMEOUT_MS = 120_000;

/**
 * `capability('Backup', (scenario, language) => { scenario('sentence', async (world) => …) })`.
 *
 * The world of a scenario: `page`, `bookkeeper`, `language`, `folder` for files, `server`,
 * `browser`. After it, the page must have had nothing to complain of.
 */
export function capability(title, tell, { languages = DRIVEN_LANGUAGES } = {}) {
  for (const language of languages) {
    describe(`${title} (${language})`, () => {
      let server;
      let browser;
      before(async () => {
        server = await startServer();
        browser = await startBrowser();
      });
      after(async () => {
        await browser?.close();
        await server?.stop();
      });
      const scenario = (sentence, act, options = {}) => {
        const { skip = false, ...pageOptions } = options;
        test(sentence, { skip, timeout: TEST_TIMEOUT_MS }, async () => {
          const opened = await openPage(browser, server, { language, ...pageOptions });
          const folder = await scratchFolder();
          const bookkeeper = new Bookkeeper(opened.page, language);
          try {
            const world = { page: opened.page, bookkeeper, language, folder: folder.path, server, browser };
            await act(world);
            assert.deepEqual(opened.complaints(), []);
          } catch (error) {
            // The runner prints the stack, which was written before we knew where it happened.
            error.stack += `\n    on the page ${opened.page.url()}\n${server.log().slice(-2_000)}`;
            throw error;
          } finally {
            await opened.close();
            await folder.remove();
          }
        });
      };
      tell(scenario, language);
    });
  }
}
