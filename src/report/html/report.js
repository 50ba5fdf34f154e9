(() => {
  "use strict";
  const root = document.documentElement;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const remembered = "ruamlint-language";

  // ---- language: both stand in the page, the style sheet shows the one that <html lang> names

  const languageButtons = all("button[data-language]");
  function speak(language) {
    root.lang = language;
    const title = document.querySelector("title");
    document.title = title.dataset[language];
    for (const button of languageButtons) {
      button.setAttribute("aria-pressed", String(button.dataset.language === language));
    }
    for (const form of all(".form")) sayShown(form);
  }
  function remember(language) {
    try {
      localStorage.setItem(remembered, language);
    } catch { /* a page from disk may keep nothing; the choice then lasts until it is closed */ }
  }
  for (const button of languageButtons) {
    button.addEventListener("click", () => {
      speak(button.dataset.language);
      remember(button.dataset.language);
    });
  }

  // ---- filter: by how a finding stands

  function sayShown(form) {
    const status = form.querySelector("[data-shown]");
    if (!status) return;
    const shown = all(".finding:not([hidden])", form).length;
    const total = all(".finding", form).length;
    status.textContent = shown === total ? "" : root.lang === "th"
      ? `แสดง ${shown} จาก ${total} ข้อ` : `${shown} of ${total} shown`;
  }
  function show(form, wanted) {
    for (const finding of all(".finding", form)) {
      finding.hidden = wanted !== "all" && finding.dataset.standing !== wanted;
    }
    for (const part of all(".part", form)) part.hidden = !part.querySelector(".finding:not([hidden])");
    for (const button of all("[data-filter]", form)) {
      button.setAttribute("aria-pressed", String(button.dataset.filter === wanted));
    }
    sayShown(form);
  }
  for (const form of all(".form")) {
    for (const button of all("[data-filter]", form)) {
      button.addEventListener("click", () => show(form, button.dataset.filter));
    }
  }

  // A link to a finding that is filtered away or folded shows it, and takes the keyboard along.
  function reveal(target) {
    const finding = target && target.closest(".finding");
    if (!finding) return;
    if (finding.hidden) show(finding.closest(".form"), "all");
    const details = finding.querySelector(":scope > details");
    if (details) details.open = true;
    const heading = finding.querySelector("h4[tabindex], summary");
    if (heading) heading.focus({ preventScroll: true });
    finding.scrollIntoView({ block: "start" });
  }
  // In another page's frame the address is not the report's to change, so there a link is only followed by eye.
  const framed = window.parent !== window;
  for (const link of all('a[href^="#"]')) {
    link.addEventListener("click", (event) => {
      const target = document.getElementById(link.getAttribute("href").slice(1));
      if (framed && target) {
        event.preventDefault();
        target.scrollIntoView({ block: "start" });
      }
      setTimeout(() => reveal(target));
    });
  }

  // Paper shows everything that was asked to be shown, but no page twice.
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = all(".finding > details:not([open])");
    for (const details of opened) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of opened) details.open = false;
  });

  for (const element of all(".languages, .filters")) element.hidden = false;
  let language = root.lang;
  try {
    const kept = localStorage.getItem(remembered);
    if (kept === "th" || kept === "en") language = kept;
  } catch { /* as above */ }
  speak(language);
})();
