// The system's Chromium, driven by playwright-core; no browser of its own is ever fetched.
//
// A page that throws, logs an error, breaks its content policy or asks another host for anything
// fails its test: `complaints()` collects what happened behind the visible page.

import { chromium } from 'playwright-core';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** How long a click or a navigation may take, in milliseconds. */
const ACTION_TIMEOUT_MS = 30_000;

/** What a browser says it wants, for each of our languages. */
export const BROWSER_LOCALES = { en: 'en-GB', fr: 'fr-FR', es: 'es-ES', hi: 'hi-IN', bn: 'bn-BD' };

/** Starts Chromium. One per spec file is enough: every test has a context of its own. */
export function startBrowser() {
  return chromium.launch({
    executablePath: process.env.TIJORI_CHROMIUM ?? '/usr/bin/chromium',
    args: FLAGS,
  });
}

/** A fresh page in a language, with `complaints()` and `close()`. */
export async function openPage(browser, server, options = {}) {
  const { language = 'en', width = 1280, height = 900, colorScheme = 'light', scripts = true } = options;
  const context = await browser.newContext({
    baseURL: server.url,
    locale: BROWSER_LOCALES[language],
    timezoneId: 'Asia/Dhaka',
    viewport: { width, height },
    colorScheme,
    javaScriptEnabled: scripts,
    acceptDownloads: true,
  });
  context.setDefaultTimeout(ACTION_TIMEOUT_MS);
  const page = await context.newPage();
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(`error on ${page.url()}: ${error.message}`));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog on ${page.url()}: ${dialog.message()}`);
    return dialog.dismiss();
  });
  page.on('console', (message) => {
    // Chromium logs an error for every answer of 4xx and 5xx; refusals are asked for in tests.
    const isRefusal = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isRefusal) complaints.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const url = request.url();
    const isOwn = url.startsWith(server.url) || url.startsWith('data:') || url.startsWith('blob:');
    if (!isOwn) complaints.push(`asked another host: ${url}`);
  });
  return { page, context, complaints: () => [...complaints], close: () => context.close() };
}
