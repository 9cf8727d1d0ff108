// The accessibility check: axe-core run inside the page, its findings as readable lines.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The rules that count: the guidelines' levels A and AA, and axe's own best practice. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What is wrong on the page that is open, one line a place; empty when nothing is. What lies
 * beneath something opened can be left out by selectors. */
export async function accessibilityFindings(page, exclude = []) {
  // Evaluated by the debugger, so that the page's content policy stays as strict as it is.
  await page.evaluate(source);
  const results = await page.evaluate(
    ([tags, without]) => globalThis.axe.run(
      { include: [['html']], exclude: without.map((selector) => [selector]) },
      { runOnly: tags, resultTypes: ['violations'] },
    ),
    [TAGS, exclude],
  );
  return results.violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${violation.help} — ${node.target.join(' ')}`),
  );
}

/** Opens each page and judges it. */
export async function judgePages(page, addresses) {
  for (const address of addresses) {
    await page.goto(address);
    await judge(page, address);
  }
}

/** What axe finds on the page that is open; it may not scroll sideways as a whole either. */
export async function judge(page, what, beneath = []) {
  assert.deepEqual(await accessibilityFindings(page, beneath), [], what);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  assert.ok(overflow <= 1, `${what} is ${overflow} px too wide`);
}
