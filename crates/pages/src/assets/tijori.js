// What makes the pages quicker to use. Everything works without it: it only presses buttons and fills fields that are
// there anyway.

/** How long to wait between two questions about work that is going on, in milliseconds. */
const POLL_INTERVAL_MS = 500;
/** How long to wait after a question that failed: the program may be busy, or gone. */
const POLL_RETRY_MS = 3000;
/** How long nothing must be typed before a form asks what it comes to, in milliseconds. */
const CALCULATION_WAIT_MS = 350;

/** Forms that may be sent as soon as something is chosen. */
function submitOnChange(form) {
  form.addEventListener("change", () => form.requestSubmit());
}

/** Files may be dropped anywhere on the frame around a file field. */
function dropZone(zone) {
  const input = zone.querySelector("input[type=file]");
  if (!input) return;
  const over = (on) => zone.classList.toggle("over", on);
  zone.addEventListener("dragover", (event) => {
    event.preventDefault();
    over(true);
  });
  zone.addEventListener("dragleave", () => over(false));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    over(false);
    const dropped = event.dataTransfer?.files;
    if (!dropped || dropped.length === 0) return;
    const files = new DataTransfer();
    for (const file of input.multiple ? dropped : [dropped[0]]) files.items.add(file);
    input.files = files.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
}

/** Asks the address of a progress element for its successor until one comes that does not poll. */
function poll(element) {
  const again = (wait) => setTimeout(ask, wait);
  async function ask() {
    if (!element.isConnected) return;
    let answer;
    try {
      answer = await fetch(element.dataset.poll, { headers: { Accept: "text/html", "X-Fragment": "1" }, cache: "no-store" });
      // Work that is over is led to its page, and that may tell of a full disk. Anything else is a hitch.
      if (answer.status >= 500 && !answer.redirected) return again(POLL_RETRY_MS);
    } catch {
      return again(POLL_RETRY_MS);
    }
    // The answer may be the whole page or only its part: the element of the same id is taken from it. An answer without
    // one is the finished page, which is then gone to.
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const next = page.getElementById(element.id);
    if (!next) return location.assign(answer.url);
    const fresh = document.importNode(next, true);
    element.replaceWith(fresh);
    enhance(fresh.parentElement ?? document);
  }
  again(POLL_INTERVAL_MS);
}

/** Starts a download that is ready; the link stays for pressing again. */
function download(link) {
  setTimeout(() => link.click(), 50);
}

/** Rows are added from the template and taken away again. */
function lines(box) {
  const template = box.querySelector("template[data-line-template]");
  const body = box.querySelector("tbody");
  if (!template || !body) return;
  let next = Number(box.dataset.nextIndex) || body.rows.length;
  const removable = (row) => {
    const button = row.querySelector("[data-remove-line]");
    if (!button) return;
    button.hidden = false;
    button.addEventListener("click", () => {
      const neighbour = row.nextElementSibling ?? row.previousElementSibling;
      row.remove();
      (neighbour?.querySelector("input, select") ?? box.querySelector("[data-add-line]"))?.focus();
      box.dispatchEvent(new Event("input", { bubbles: true }));
    });
  };
  const focusFirst = (row) => row.querySelector("input:not([type=hidden]), select, textarea")?.focus();
  for (const row of body.rows) removable(row);
  // Enter goes to the next line, and adds one behind the last; sending is for Ctrl+Enter and the button.
  body.addEventListener("keydown", (event) => {
    const isPlain = event.key === "Enter" && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.isComposing;
    if (!isPlain || !event.target.matches("input, select")) return;
    event.preventDefault();
    const next = event.target.closest("tr")?.nextElementSibling;
    if (next) focusFirst(next);
    else box.querySelector("[data-add-line]")?.click();
  });
  box.querySelector("[data-add-line]")?.addEventListener("click", (event) => {
    event.preventDefault();
    const copy = template.content.cloneNode(true);
    for (const element of copy.querySelectorAll("*")) {
      for (const attribute of element.attributes) {
        if (attribute.value.includes("__index__")) attribute.value = attribute.value.replaceAll("__index__", String(next));
      }
    }
    next += 1;
    const row = copy.querySelector("tr");
    body.append(copy);
    if (!row) return;
    enhance(row);
    removable(row);
    focusFirst(row);
  });
}

/** A form of a document asks the server what it comes to while one types, and what follows from a choice. */
function documentForm(box) {
  const form = box.querySelector("form");
  if (!form) return;
  for (const hint of box.querySelectorAll("[data-with-scripts]")) hint.hidden = false;
  for (const button of box.querySelectorAll("[data-calculate]")) button.hidden = true;
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    const another = event.shiftKey ? form.querySelector("[data-save-another]") : null;
    form.requestSubmit(another ?? form.querySelector("[data-save]"));
  });
  let timer;
  let last;
  const ask = async () => {
    last?.abort();
    last = new AbortController();
    const sent = new URLSearchParams(new FormData(form));
    try {
      const answer = await fetch(box.dataset.calculation, { method: "POST", body: sent, signal: last.signal, cache: "no-store" });
      if (answer.ok) show(await answer.json(), sent);
    } catch (error) {
      // A later question took its place; else the program is gone, and saving will say so.
      if (error.name === "AbortError") return;
    }
    if (timer === undefined) delete box.dataset.asking;
  };
  const show = ({ lines, sums, totals, filled, offers }, sent) => {
    for (const [name, choices] of Object.entries(offers)) offer(form, name, choices);
    for (const [name, value] of Object.entries(filled)) {
      const boxes = [...form.querySelectorAll("input[type=checkbox]")].filter((box) => box.name === name);
      const field = boxes.length === 0 ? form.elements.namedItem(name) : null;
      const ticked = boxes.filter((box) => box.checked).map((box) => box.value);
      // What was typed since the question was sent is not overwritten.
      const asked = (sent.get(name) ?? "").replaceAll("\r\n", "\n");
      if (field && "value" in field && field.value === asked && field.value !== value) {
        field.value = value;
        // Whoever is about to type there replaces it, as when one comes to a filled field.
        if (field === document.activeElement) field.select?.();
      }
      if (ticked.join("\n") === sent.getAll(name).join("\n")) {
        for (const box of boxes) box.checked = value.split("\n").includes(box.value);
      }
    }
    const byLine = new Map(lines.map(([line, amount]) => [String(line), amount]));
    for (const output of form.querySelectorAll("[data-line-total]")) output.value = byLine.get(output.dataset.lineTotal) ?? "";
    const bySum = new Map(sums);
    for (const cell of form.querySelectorAll("[data-sum]")) cell.textContent = bySum.get(cell.dataset.sum) ?? "";
    form.querySelector("[data-totals]")?.replaceChildren(...totals.map(totalRow));
  };
  const later = (wait) => {
    box.dataset.asking = "yes";
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = undefined;
      ask();
    }, wait);
  };
  form.addEventListener("input", () => later(CALCULATION_WAIT_MS));
  form.addEventListener("change", () => later(0));
}

/** Fields offer other choices now; what is chosen stays. */
function offer(form, name, choices) {
  const templates = [...form.querySelectorAll("template")].map((template) => template.content);
  for (const root of [form, ...templates]) {
    for (const select of root.querySelectorAll(`select[data-offers="${name}"]`)) {
      // What is offered already stays as it is: nobody's choosing is disturbed.
      const held = [...select.options].filter((option) => option.value !== "");
      const isSame = held.length === choices.length
        && held.every((option, at) => option.value === choices[at][0] && option.label === choices[at][1]);
      if (isSame) continue;
      const chosen = select.selectedOptions[0];
      const fresh = [...select.options].filter((option) => option.value === "").slice(0, 1);
      if (chosen && chosen.value !== "" && !choices.some(([value]) => value === chosen.value)) fresh.push(chosen);
      let group;
      for (const [value, label, heading] of choices) {
        if (heading !== "" && group?.label !== heading) {
          group = Object.assign(document.createElement("optgroup"), { label: heading });
          fresh.push(group);
        }
        const option = new Option(label, value, false, value === chosen?.value);
        if (heading === "") fresh.push(option);
        else group.append(option);
      }
      select.replaceChildren(...fresh);
    }
  }
  const list = document.getElementById(`list-${name}`);
  list?.replaceChildren(...choices.map(([, label, heading]) => Object.assign(new Option(heading), { value: label })));
}

/** A row of totals, as the server writes it. */
function totalRow({ label, amount, is_total: isTotal }) {
  const row = document.createElement("div");
  if (isTotal) row.className = "is-total";
  for (const [tag, text] of [["dt", label], ["dd", amount]]) {
    const element = document.createElement(tag);
    element.textContent = text;
    row.append(element);
  }
  return row;
}

/** A button that closes the question it stands in. */
function closeDetails(button) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const details = button.closest("details");
    if (!details) return;
    details.open = false;
    details.querySelector("summary")?.focus();
  });
}

/** Escape and a click elsewhere close the language chooser and the menus. */
function closesItself(details) {
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && details.open) {
      details.open = false;
      details.querySelector("summary")?.focus();
    }
  });
  document.addEventListener("click", (event) => {
    if (details.open && !details.contains(event.target)) details.open = false;
  });
}

/** A form is sent once, however often its button is pressed; coming back to the page allows it again. */
function once(form) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "yes";
    setTimeout(() => delete form.dataset.sent, 4000);
  });
}

/** On narrow screens the tabs stand in a strip: the current one is brought into sight. */
function inSight(tab) {
  const strip = tab.closest("ul");
  if (strip) strip.scrollLeft = tab.offsetLeft - strip.offsetLeft - strip.clientWidth / 2 + tab.clientWidth / 2;
}

/** A button that prints is shown where it can. */
function prints(button) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

/** Large files are sent in pieces, by a script of its own. */
async function uploads(box) {
  const { resumable } = await import(`/assets/upload.js${new URL(import.meta.url).search}`);
  resumable(box);
}

/** What is done to which elements. */
const ENHANCEMENTS = [
  ["form[data-submit-on-change]", submitOnChange],
  ["form[method=post]", once],
  ["[data-drop-zone]", dropZone],
  ["[data-poll]", poll],
  ["[data-download]", download],
  ["[data-lines]", lines],
  ["[data-calculation]", documentForm],
  ["[data-close-details]", closeDetails],
  ["details.preferences, details.menu", closesItself],
  [".tabs a[aria-current]", inSight],
  ["[data-print]", prints],
  ["[data-uploads]", uploads],
];

/** What has been enhanced already. */
const done = new WeakMap();

/** Enhances everything under a node, each element once. */
function enhance(root) {
  for (const [selector, act] of ENHANCEMENTS) {
    for (const element of root.querySelectorAll(selector)) {
      const acts = done.get(element) ?? new Set();
      if (acts.has(selector)) continue;
      acts.add(selector);
      done.set(element, acts);
      act(element);
    }
  }
}

addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});
enhance(document);
