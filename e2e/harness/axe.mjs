// The accessibility check: axe-core run inside the page, its findings as readable lines.

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
