// The program's own words, read from the catalogues it was built with.
//
// Specs name a message by its key and find buttons by what a person reads there, in any language,
// so that no sentence is written twice and a missing translation fails a test.

import { readdirSync, readFileSync } from 'node:fs';
import { FluentBundle, FluentResource } from '@fluent/bundle';

const CATALOGUES = new URL('../../crates/pages/src/languages/locales/', import.meta.url);

/** The languages in which every capability is driven. */
export const DRIVEN_LANGUAGES = ['en', 'bn'];

const bundles = new Map();

/** All messages of one language. */
function bundle(language) {
  if (!bundles.has(language)) {
    // The direction marks around arguments are for the page, not for comparing words.
    const made = new FluentBundle(language, { useIsolating: false });
    const folder = new URL(`${language}/`, CATALOGUES);
    for (const name of readdirSync(folder).filter((name) => name.endsWith('.ftl')).sort()) {
      const resource = new FluentResource(readFileSync(new URL(name, folder), 'utf8'));
      const errors = made.addResource(resource);
      if (errors.length > 0) throw new Error(`${language}/${name}: ${errors[0].message}`);
    }
    bundles.set(language, made);
  }
  return bundles.get(language);
}

/** A message in a language, with its arguments. */
export function text(language, key, values = {}) {
  const message = bundle(language).getMessage(key);
  if (!message?.value) throw new Error(`The ${language} catalogue has no message \`${key}\`.`);
  const errors = [];
  const formatted = bundle(language).formatPattern(message.value, values, errors);
  if (errors.length > 0) throw new Error(`\`${key}\` in ${language}: ${errors[0].message}`);
  return formatted;
}

/** `words(language)(key, values)`: for a spec that stays in one language. */
export function words(language) {
  return (key, values) => text(language, key, values);
}

/** Words without the invisible marks that keep directions apart, and with single blanks. */
export function plain(shown) {
  return shown.replace(/[\u2066-\u2069\u200e\u200f]/g, '').replace(/\s+/g, ' ').trim();
}
