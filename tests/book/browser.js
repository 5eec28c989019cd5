/* Looks at each page of the book in a frame; see test_browser.sh, which gives
 * `pages` and `base` and shows what this writes. */
"use strict";

const lines = [];
let tests = 0;
function ok(name, faults) {
  tests++;
  lines.push((faults.length === 0 ? "ok " : "not ok ") + tests + " - " + name);
  for (const fault of faults) lines.push("  # " + fault);
}

const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

/* Waits for a condition, at most two seconds. */
async function until(condition) {
  for (let i = 0; i < 40 && !condition(); i++) await sleep(50);
}

function open(page, width) {
  return new Promise((done) => {
    const frame = document.createElement("iframe");
    frame.width = width;
    frame.height = 800;
    frame.onload = () => done(frame);
    frame.src = base + page;
    document.body.append(frame);
  });
}

/* What reaches beyond the right edge, and does not scroll in a frame of its own. */
function sticksOut(frame) {
  const root = frame.contentDocument.documentElement;
  if (root.scrollWidth <= root.clientWidth) return [];
  const wide = [...root.querySelectorAll("main *, header *")].find((element) =>
    element.getBoundingClientRect().right > root.clientWidth + 1 && !element.closest("pre, .drawing, .table, #found"));
  return ["wider than the window by " + (root.scrollWidth - root.clientWidth) + " px"
    + (wide ? ": " + wide.outerHTML.slice(0, 100) : "")];
}

function ligatures(doc) {
  const listed = [...doc.querySelectorAll("pre code")].filter((code) =>
    frameStyle(code).fontVariantLigatures !== "none");
  return listed.length === 0 ? [] : [listed.length + " pieces of code have ligatures"];
}
const frameStyle = (element) => element.ownerDocument.defaultView.getComputedStyle(element);

async function search(frame, text) {
  const doc = frame.contentDocument;
  const query = doc.querySelector("#query");
  query.focus();
  query.dispatchEvent(new Event("focus"));
  query.value = text;
  query.dispatchEvent(new Event("input"));
  await until(() => !doc.querySelector("#found").hidden);
  return doc.querySelectorAll("#found a");
}

async function colours(frame) {
  const root = frame.contentDocument.documentElement;
  const button = root.querySelector(".theme");
  const faults = [];
  for (let i = 0; i < 3; i++) {
    button.click();
    const theme = root.dataset.theme;
    const dark = frameStyle(frame.contentDocument.body).backgroundColor === "rgb(20, 23, 28)";
    if (theme === "dark" && !dark || theme === "light" && dark) faults.push(theme + " is not " + theme);
    if (!button.textContent.includes(theme)) faults.push("the button does not say " + theme);
  }
  if (root.dataset.theme !== "auto") faults.push("three clicks do not lead back to auto");
  return faults;
}

function menu(frame) {
  const doc = frame.contentDocument;
  const button = doc.querySelector(".menu");
  const contents = doc.querySelector("#contents");
  const shown = () => frameStyle(contents).display !== "none";
  const faults = [];
  if (shown()) faults.push("it is open before it is asked for");
  button.click();
  if (!shown() || button.getAttribute("aria-expanded") !== "true") faults.push("it does not open");
  doc.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
  if (shown()) faults.push("Escape does not close it");
  return faults;
}

async function run() {
  for (const page of pages) {
    for (const width of [360, 768, 1440]) {
      const frame = await open(page, width);
      ok(page + " fits " + width + " pixels", sticksOut(frame));
      if (width === 360) ok(page + " opens its contents on a phone", menu(frame));
      if (width === 1440) {
        ok(page + " has code without ligatures", ligatures(frame.contentDocument));
        const results = await search(frame, "schedu");
        ok(page + " finds words by their beginning", results.length > 2 ? [] : [results.length + " results for schedu"]);
        const exact = await search(frame, "exercise 01");
        ok(page + " finds an exercise first", exact.length > 0 && exact[0].hash === "#ex-01" ? [] : ["not exercise 01"]);
        const none = await search(frame, "xyzzyx");
        ok(page + " says when nothing is found", none.length === 0
          && frame.contentDocument.querySelector("#found").textContent.includes("Nothing found") ? [] : ["it does not"]);
        ok(page + " changes its colours", await colours(frame));
      }
      frame.remove();
    }
  }
  lines.push("1.." + tests);
  document.querySelector("#tap").textContent = lines.join("\n") + "\n";
}

run();
