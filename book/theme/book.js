/* What the pages do beyond being read: colours, the contents on a phone, search.
 * Plain JavaScript, no modules and no fetch(): both fail on file:// pages. */
"use strict";

(function () {
  const root = document.documentElement;
  const one = (selector) => document.querySelector(selector);

  /* ---- Colours: auto, light, dark ------------------------------------- */

  const themes = ["auto", "light", "dark"];
  const themeButton = one(".theme");

  function showTheme() {
    const words = "Colours: " + root.dataset.theme;
    themeButton.querySelector("span").textContent = words;
    themeButton.title = words;
  }
  themeButton.addEventListener("click", () => {
    root.dataset.theme = themes[(themes.indexOf(root.dataset.theme) + 1) % themes.length];
    try { localStorage.setItem("theme", root.dataset.theme); } catch (blocked) { /* this page only */ }
    showTheme();
  });
  showTheme();

  /* ---- Contents -------------------------------------------------------- */

  const menu = one(".menu");
  const contents = one("#contents");

  function openMenu(open) {
    root.classList.toggle("menu-open", open);
    menu.setAttribute("aria-expanded", String(open));
  }
  menu.addEventListener("click", () => openMenu(!root.classList.contains("menu-open")));
  contents.addEventListener("click", (event) => { if (event.target.closest("a")) openMenu(false); });

  /* The section being read is marked in the contents. */
  const links = new Map();
  for (const link of contents.querySelectorAll("ol ol a")) links.set(link.hash.slice(1), link);
  const headings = [...document.querySelectorAll("h2[id]")].filter((h) => links.has(h.id));
  function markSection() {
    let current = null;
    for (const heading of headings) {
      if (heading.getBoundingClientRect().top < 140) current = heading.id;
    }
    for (const [id, link] of links) link.classList.toggle("here", id === current);
  }
  let waiting = false;
  addEventListener("scroll", () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; markSection(); });
  }, { passive: true });
  markSection();

  /* ---- Printing shows what is folded ----------------------------------- */

  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details.answer:not([open])")];
    for (const answer of folded) answer.open = true;
  });
  addEventListener("afterprint", () => { for (const answer of folded) answer.open = false; });

  /* ---- Search ---------------------------------------------------------- */

  const query = one("#query");
  const found = one("#found");
  let selected = -1;

  /* The index is a script that is fetched with the first key. */
  let loading = false;
  function load() {
    if (loading) return;
    loading = true;
    const script = document.createElement("script");
    script.src = "search-index.js";
    script.onload = () => { prepare(); search(); };
    document.head.append(script);
  }
  function prepare() {
    for (const entry of window.bookIndex) {
      entry.title = entry.t.toLowerCase();
      entry.text = entry.x.toLowerCase();
    }
  }

  const isWord = (letter) => letter !== undefined && /[\p{L}\p{N}_]/u.test(letter);

  /* How often a term stands at the start of a word, and where first. */
  function count(text, term) {
    let times = 0, first = -1;
    for (let at = text.indexOf(term); at >= 0 && times < 20; at = text.indexOf(term, at + 1)) {
      if (isWord(term[0]) && isWord(text[at - 1])) continue;
      if (first < 0) first = at;
      times++;
    }
    return { times, first };
  }

  /* Every term must be there; a title counts for much more than the text. */
  function rate(entry, terms) {
    let score = 0, at = -1;
    for (const term of terms) {
      const title = count(entry.title, term);
      const text = count(entry.text, term);
      if (title.times + text.times === 0) return null;
      score += 30 * Math.min(title.times, 1) + Math.log2(1 + text.times);
      if (at < 0) at = text.first;
    }
    return { entry, score, at };
  }

  /* Appends text to an element with the terms marked. */
  function appendMarked(element, text, terms) {
    const parts = terms.map((term) => term.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    const pieces = text.split(new RegExp("(" + parts.join("|") + ")", "iu"));
    pieces.forEach((piece, i) => {
      if (i % 2 === 0) { element.append(piece); return; }
      const mark = document.createElement("mark");
      mark.textContent = piece;
      element.append(mark);
    });
  }

  function show(result, i, terms) {
    const link = document.createElement("a");
    link.href = result.entry.u;
    link.id = "found-" + i;
    link.setAttribute("role", "option");
    link.setAttribute("aria-selected", "false");
    link.tabIndex = -1;
    const title = document.createElement("b");
    title.textContent = result.entry.t;
    link.append(title);
    const where = document.createElement("small");
    if (result.entry.c !== result.entry.t) where.append(result.entry.c);
    link.append(where);
    const from = Math.max(0, result.at - 50);
    const start = from === 0 ? 0 : result.entry.x.indexOf(" ", from) + 1;
    const snippet = document.createElement("small");
    appendMarked(snippet, (start > 0 ? "… " : "") + result.entry.x.slice(start, start + 150) + " …", terms);
    link.append(snippet);
    found.append(link);
  }

  function close() {
    found.hidden = true;
    query.setAttribute("aria-expanded", "false");
    query.removeAttribute("aria-activedescendant");
    selected = -1;
  }

  function search() {
    const terms = query.value.toLowerCase().split(/\s+/).filter((term) => term !== "");
    found.replaceChildren();
    close();
    if (terms.length === 0 || !window.bookIndex) return;
    const results = window.bookIndex.map((entry) => rate(entry, terms)).filter((result) => result)
      .sort((a, b) => b.score - a.score).slice(0, 12);
    results.forEach((result, i) => show(result, i, terms));
    if (results.length === 0) {
      const nothing = document.createElement("span");
      nothing.setAttribute("role", "option");
      nothing.setAttribute("aria-disabled", "true");
      nothing.textContent = "Nothing found. Words are found by their beginning: “crit” finds “critical”.";
      found.append(nothing);
    }
    found.hidden = false;
    found.scrollTop = 0;
    query.setAttribute("aria-expanded", "true");
  }

  function select(i) {
    const options = found.querySelectorAll("a");
    if (options.length === 0) return;
    if (selected >= 0) options[selected].setAttribute("aria-selected", "false");
    selected = (i + options.length) % options.length;
    options[selected].setAttribute("aria-selected", "true");
    options[selected].scrollIntoView({ block: "nearest" });
    query.setAttribute("aria-activedescendant", options[selected].id);
  }

  query.addEventListener("focus", load);
  query.addEventListener("input", () => { load(); search(); });
  query.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") select(selected + 1);
    else if (event.key === "ArrowUp") select(selected - 1);
    else if (event.key === "Escape" && !found.hidden) close();
    else return;
    event.preventDefault();
  });
  one(".search").addEventListener("submit", (event) => {
    event.preventDefault();
    const link = found.querySelectorAll("a")[Math.max(selected, 0)];
    if (link && !found.hidden) { close(); location.href = link.href; }
  });
  found.addEventListener("click", close);
  document.addEventListener("click", (event) => { if (!event.target.closest(".search")) close(); });

  /* Control-K (or Command-K) goes to the search, Escape leaves the contents. */
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "k") {
      event.preventDefault();
      query.focus();
      query.select();
    } else if (event.key === "Escape" && root.classList.contains("menu-open")) {
      openMenu(false);
      menu.focus();
    }
  });
})();
