// Sends a large file in pieces, so that it goes on after a lost connection instead of beginning anew: a part of tus 1.0
// (docs/SPEC-import.md, section 8). The form without scripts, and small files, stay what they were.

/** Smaller files go with the form: they are sent again quickly. */
const FILE_BYTES_MIN = 8 * 1024 * 1024;
/** Pieces grow while all goes well, and shrink after a loss. */
const PIECE_BYTES_MIN = 1024 * 1024;
const PIECE_BYTES_MAX = 8 * 1024 * 1024;
/** A piece that went as fast as this may be followed by a larger one, in milliseconds. */
const QUICK_MS = 5000;
/** A piece that takes longer is given up and sent smaller, in milliseconds. */
const PATIENCE_MS = 60000;
/** The pauses between tries after a loss, in milliseconds; the last one again and again. */
const PAUSES_MS = [500, 1000, 2000, 5000, 10000];
/** How often in a row a piece may come damaged, or be in another place than was said. */
const DAMAGED_COUNT_MAX = 5;

/** What cannot go on: a sentence for the person. */
class Refused extends Error {}
/** Somebody has to sign in again. */
class SignedOut extends Error {}
/** It is not kept here: it may be begun anew. */
class Gone extends Error {}
/** A piece came damaged, or does not follow what is there: how much is there has to be asked again. */
class Mismatch extends Error {}
/** Uploads in pieces are not offered here. */
class NotOffered extends Error {}

/** Enhances the form around the marks. */
export function resumable(box) {
  const form = box.closest("form");
  const input = form?.querySelector("input[type=file][name=file]");
  if (!input) return;
  form.addEventListener("submit", (event) => {
    const [file] = input.files;
    const others = [...form.querySelectorAll("input[type=file]")].some((other) => other !== input && other.files.length > 0);
    if (event.defaultPrevented || !file || file.size < FILE_BYTES_MIN || others) return;
    event.preventDefault();
    run(form, box, file);
  });
}

/** Sends the file and leads to what comes then. */
async function run(form, box, file) {
  const stop = new AbortController();
  const shown = show(form, box, file, stop);
  try {
    const place = await sent(box.dataset.uploads, file, shown, stop.signal);
    shown.done();
    forget(file);
    const action = `${place}/completion?aim=${box.dataset.aim}`;
    const last = Object.assign(document.createElement("form"), { method: "post", action, hidden: true });
    document.body.append(last);
    last.submit();
  } catch (error) {
    if (stop.signal.aborted) return;
    shown.end();
    if (error instanceof NotOffered) return form.submit();
    shown.say(error instanceof SignedOut ? box.dataset.textSignedOut : error.message);
  }
}

/** What the person sees meanwhile. */
function show(form, box, file, stop) {
  const text = box.querySelector("[data-upload-text]");
  const bar = box.querySelector("progress");
  const button = box.querySelector("[data-upload-stop]");
  const controls = [...form.elements].filter((control) => control !== button && !box.contains(control));
  const percent = new Intl.NumberFormat(box.dataset.numbers, { style: "percent", maximumFractionDigits: 1 });
  for (const control of controls) control.disabled = true;
  box.hidden = bar.hidden = button.parentElement.hidden = false;
  button.addEventListener("click", async () => {
    stop.abort();
    const place = remembered(file);
    forget(file);
    if (place) await ask(place, { method: "DELETE" }).catch(() => {});
    location.reload();
  }, { once: true });
  let at = "";
  return {
    at(offset) {
      bar.value = Math.floor((offset * 1000) / file.size);
      at = box.dataset.textSending.replace("{part}", percent.format(offset / file.size));
      text.textContent = at;
    },
    waiting() {
      text.textContent = `${box.dataset.textWaiting} ${at}`;
    },
    done() {
      text.textContent = box.dataset.textDone;
      button.parentElement.hidden = true;
    },
    end() {
      for (const control of controls) control.disabled = false;
      bar.hidden = button.parentElement.hidden = true;
    },
    say(words) {
      text.textContent = words;
    },
  };
}

/** Sends all that is not there yet; where it lies. */
async function sent(here, file, shown, stopped) {
  let place = remembered(file);
  let size = PIECE_BYTES_MIN;
  let losses = 0;
  let damaged = 0;
  for (;;) {
    try {
      place ??= await begun(here, file, stopped);
      let offset = await reached(place, stopped);
      losses = 0;
      while (offset < file.size) {
        shown.at(offset);
        const from = performance.now();
        offset = await put(place, file, offset, size, stopped);
        damaged = 0;
        if (performance.now() - from < QUICK_MS) size = Math.min(size * 2, PIECE_BYTES_MAX);
      }
      shown.at(file.size);
      return place;
    } catch (error) {
      if (stopped.aborted || [Refused, SignedOut, NotOffered].some((kind) => error instanceof kind)) throw error;
      if (error instanceof Gone) {
        forget(file);
        place = null;
        continue;
      }
      if (error instanceof Mismatch) {
        damaged += 1;
        if (damaged >= DAMAGED_COUNT_MAX) throw new Refused(error.message);
        continue;
      }
      size = Math.max(Math.floor(size / 2), PIECE_BYTES_MIN);
      shown.waiting();
      await pause(PAUSES_MS[Math.min(losses, PAUSES_MS.length - 1)]);
      losses += 1;
    }
  }
}

/** Begins an upload; where it lies. */
async function begun(here, file, stopped) {
  const answer = await ask(here, {
    method: "POST",
    headers: { "Upload-Length": String(file.size), "Upload-Metadata": `filename ${inBase64(new TextEncoder().encode(file.name))}` },
    signal: stopped,
  });
  if (answer.status === 404 || answer.status === 405) throw new NotOffered();
  if (answer.status !== 201) return refuse(answer);
  const place = new URL(answer.headers.get("Location"), location.href).pathname;
  remember(file, place);
  return place;
}

/** How much of it is there. */
async function reached(place, stopped) {
  const answer = await ask(place, { method: "HEAD", signal: stopped });
  if (answer.status === 404 || answer.status === 410) throw new Gone();
  if (answer.status !== 200) return refuse(answer);
  return Number(answer.headers.get("Upload-Offset"));
}

/** Sends one piece; how much is there then. */
async function put(place, file, offset, size, stopped) {
  const piece = await file.slice(offset, offset + size).arrayBuffer();
  const headers = { "Content-Type": "application/offset+octet-stream", "Upload-Offset": String(offset) };
  // Browsers sum only where the connection is safe; elsewhere the length is all there is.
  if (globalThis.crypto?.subtle) {
    headers["Upload-Checksum"] = `sha256 ${inBase64(new Uint8Array(await crypto.subtle.digest("SHA-256", piece)))}`;
  }
  const signal = AbortSignal.any([stopped, AbortSignal.timeout(PATIENCE_MS)]);
  const answer = await ask(place, { method: "PATCH", headers, body: piece, signal });
  if (answer.status === 409 || answer.status === 460) throw new Mismatch(await answer.text());
  if (answer.status === 404 || answer.status === 410) throw new Gone();
  if (answer.status !== 204) return refuse(answer);
  return Number(answer.headers.get("Upload-Offset"));
}

/** Asks; what is led elsewhere needs somebody to sign in. */
async function ask(address, request) {
  const headers = { ...request.headers, "Tus-Resumable": "1.0.0" };
  const answer = await fetch(address, { ...request, headers, redirect: "manual", cache: "no-store" });
  if (answer.type === "opaqueredirect" || answer.status === 401) throw new SignedOut();
  return answer;
}

/** What the program or the storage cannot do now is tried again; what it will not do is told. */
async function refuse(answer) {
  if (answer.status >= 500 && answer.status !== 507) throw new Error(`status ${answer.status}`);
  const isSentence = (answer.headers.get("Content-Type") ?? "").startsWith("text/plain");
  throw new Refused(isSentence ? await answer.text() : `HTTP ${answer.status}`);
}

/** Waits, and not longer than until the browser says that it is connected again. */
function pause(wait) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, wait);
    addEventListener("online", () => {
      clearTimeout(timer);
      resolve();
    }, { once: true });
  });
}

function inBase64(bytes) {
  let letters = "";
  for (const byte of bytes) letters += String.fromCharCode(byte);
  return btoa(letters);
}

/** By what a file is known that is chosen again after the page was left. */
const nameOf = (file) => `upload ${file.name} ${file.size} ${file.lastModified}`;

function remembered(file) {
  try {
    return localStorage.getItem(nameOf(file));
  } catch {
    return null;
  }
}

function remember(file, place) {
  try {
    localStorage.setItem(nameOf(file), place);
  } catch {
    // Where nothing may be remembered it goes on as long as the page stays.
  }
}

function forget(file) {
  try {
    localStorage.removeItem(nameOf(file));
  } catch {
    // As above.
  }
}
