// The HTML report as its readers have it: opened from disk, without a network, on a phone, at a desk, by keyboard, on paper.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { DESKTOP, PHONE, ROOT, axeFaults, htmlReport, launch, open, temporaryFolder, tooWide } from "./harness.js";

const folder = temporaryFolder();
const PDF = "effective-involve-only.libreoffice.pdf";
let browser, one, many;

before(async () => {
  browser = await launch();
  one = htmlReport(path.join(folder, "one.html"), [PDF]);
  many = htmlReport(path.join(folder, "many.html"),
    ["open-missing-sections.docx", "effective-short.scan.pdf", "open-pass.chromium.pdf", "broken.pdf"]);
});
after(() => browser.close());

const language = (page) => page.evaluate(() => document.documentElement.lang);
const shownIn = (page, code) => page.locator(`main span[lang="${code}"]:visible`).count();

test("speaks Thai first, and English when asked to", async () => {
  const page = await open(browser, one, DESKTOP);
  assert.equal(await language(page), "th");
  assert.match(await page.title(), /^ผลตรวจแบบสมัคร/);
  assert.ok(await shownIn(page, "th") > 0);
  assert.equal(await shownIn(page, "en"), 0);

  await page.getByRole("button", { name: "English" }).click();
  assert.equal(await language(page), "en");
  assert.match(await page.title(), /^Form check/);
  assert.ok(await shownIn(page, "en") > 0);
  assert.equal(await shownIn(page, "th"), 0);
  assert.equal(await page.getByRole("button", { name: "English" }).getAttribute("aria-pressed"), "true");
  assert.equal(await page.getByRole("button", { name: "ไทย" }).getAttribute("aria-pressed"), "false");

  await page.reload();
  assert.equal(await language(page), "en", "the choice is remembered");
  assert.deepEqual(page.faults, []);
});

test("shows only the findings that are asked for", async () => {
  const page = await open(browser, one, DESKTOP);
  const total = await page.locator(".finding").count();
  const buttons = await page.locator("[data-filter]").all();
  assert.ok(buttons.length > 2);
  for (const button of buttons) {
    await button.click();
    const standing = await button.getAttribute("data-filter");
    const count = Number(await button.locator(".count").textContent());
    assert.equal(await page.locator(".finding:visible").count(), count, standing);
    assert.equal(await button.getAttribute("aria-pressed"), "true");
    assert.equal(await page.locator('[data-filter][aria-pressed="true"]').count(), 1);
    // A heading without findings would be a riddle.
    for (const part of await page.locator(".part:visible").all()) {
      assert.ok(await part.locator(".finding:visible").count() > 0);
    }
    const said = await page.locator("[data-shown]").textContent();
    assert.equal(said, count === total ? "" : `แสดง ${count} จาก ${total} ข้อ`);
  }
  assert.deepEqual(page.faults, []);
});

test("a filter of one form leaves the others alone", async () => {
  const page = await open(browser, many, DESKTOP);
  const second = page.locator(".form").nth(1).locator(".finding:visible");
  const before = await second.count();
  await page.locator(".form").first().locator('[data-filter="passed"]').click();
  assert.equal(await second.count(), before);
});

test("a link to a finding that is filtered away shows it", async () => {
  const page = await open(browser, one, DESKTOP);
  await page.locator('[data-filter="passed"]').click();
  const link = page.locator(".to-do a").first();
  const finding = page.locator(await link.getAttribute("href"));
  assert.equal(await finding.isVisible(), false);
  await link.click();
  await finding.waitFor({ state: "visible" });
  await page.waitForFunction((id) => document.activeElement.closest(id) !== null, await link.getAttribute("href"));
});

test("goes by keyboard alone", async () => {
  const page = await open(browser, one, DESKTOP);
  const focused = (of) => page.evaluate(of);
  await page.keyboard.press("Tab");
  assert.equal(await focused(() => document.activeElement.className), "skip");
  assert.ok(await page.locator(".skip").evaluate((link) => link.getBoundingClientRect().left >= 0));
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement.id === "main");

  await page.getByRole("button", { name: "English" }).focus();
  await page.keyboard.press("Space");
  assert.equal(await language(page), "en");

  const link = page.locator(".to-do a").first();
  await link.focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction((id) => document.activeElement.closest(id) !== null, await link.getAttribute("href"));

  const folded = page.locator(".finding > details > summary").first();
  await folded.focus();
  await page.keyboard.press("Enter");
  assert.ok(await folded.evaluate((summary) => summary.parentElement.open));
});

test("every control is reached by Tab, seen when it is, and left again", async () => {
  const page = await open(browser, one, DESKTOP);
  const wanted = await page.locator("a[href]:visible, button:visible, summary:visible").count();
  const reached = await page.evaluate(() => {
    window.unseen = [];
    window.reached = new Set();
    addEventListener("focusin", ({ target }) => {
      const style = getComputedStyle(target);
      const box = target.getBoundingClientRect();
      if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2 || box.width === 0) {
        window.unseen.push(target.outerHTML.slice(0, 120));
      }
      window.reached.add(target);
    });
  });
  assert.equal(reached, undefined);
  for (let i = 0; i < wanted + 2; ++i) await page.keyboard.press("Tab");
  const { count, unseen, left } = await page.evaluate(() => ({
    count: [...window.reached].filter((element) => element.matches("a, button, summary")).length,
    unseen: window.unseen,
    left: document.activeElement === document.body || window.reached.has(document.activeElement),
  }));
  assert.equal(count, wanted);
  assert.deepEqual(unseen, []);
  assert.ok(left, "no trap");
});

// ---- evidence

/** Every picture of evidence: the page, the marked boxes in points, the words quoted. */
const pictures = (page) => page.evaluate(() => [...document.querySelectorAll(".evidence")].flatMap((figure) => {
  const crop = figure.querySelector(":scope > svg.crop");
  if (crop === null) return [];
  const box = (mark) => ["x", "y", "width", "height"].map((name) => Number(mark.getAttribute(name)));
  return [{
    page: Number(crop.querySelector("use").getAttribute("href").match(/page-(\d+)$/)[1]),
    view: crop.getAttribute("viewBox").split(" ").map(Number),
    marks: [...crop.querySelectorAll(".mark")].map(box),
    quote: figure.querySelector("blockquote").textContent,
    named: document.getElementById(crop.getAttribute("aria-labelledby")).textContent,
  }];
}));

/** Letters that every reader of PDFs agrees on: no marks, no spaces. */
const letters = (text) => text.normalize("NFKC").replace(/[^\u0E01-\u0E2E0-9A-Za-z]/g, "").toLowerCase();

function wordsIn(pdf, page, [x, y, width, height]) {
  const crop = { x, y, W: width, H: height };
  const options = Object.entries(crop).flatMap(([name, value]) => [`-${name}`, String(Math.round(value))]);
  return execFileSync("pdftotext", ["-r", "72", "-f", String(page), "-l", String(page), ...options, pdf, "-"],
    { encoding: "utf8" });
}

test("marks the very words that it quotes", async () => {
  const page = await open(browser, one, DESKTOP);
  const found = await pictures(page);
  assert.ok(found.length >= 5, `${found.length} pictures`);
  const pdf = path.join(ROOT, "samples", PDF);
  for (const { page: number, view: [left, top, width, height], marks, quote, named } of found) {
    assert.ok(marks.length > 0, quote);
    const [x, y, w, h] = marks[0];
    assert.ok(x >= left && y >= top && x + w <= left + width && y + h <= top + height, `in sight: ${quote}`);
    assert.ok(named.length > 0, "the picture has a name");
    const marked = letters(marks.map((mark) => wordsIn(pdf, number, mark)).join(""));
    const quoted = letters(quote);
    const pairs = [...quoted].slice(1).map((_, i) => quoted.slice(i, i + 2));
    const seen = pairs.filter((pair) => marked.includes(pair)).length;
    assert.ok(seen >= 0.9 * pairs.length, `“${quote}” is quoted, “${marked}” is marked`);
  }
});

test("pictures hold ink where the words are marked, in a scan too", async () => {
  for (const [url, least] of [[one, 5], [many, 5]]) {
    const page = await open(browser, url, DESKTOP);
    const dark = await page.evaluate(async () => {
      const shares = [];
      for (const crop of document.querySelectorAll(".evidence > svg.crop")) {
        const stored = document.querySelector(crop.querySelector("use").getAttribute("href"));
        const picture = new Image();
        picture.src = stored.getAttribute("href");
        await picture.decode();
        const canvas = document.createElement("canvas");
        [canvas.width, canvas.height] = [picture.naturalWidth, picture.naturalHeight];
        const context = canvas.getContext("2d");
        context.drawImage(picture, 0, 0);
        const scale = picture.naturalWidth / Number(stored.getAttribute("width"));
        const mark = crop.querySelector(".mark");
        const [x, y, width, height] =
          ["x", "y", "width", "height"].map((name) => Math.round(Number(mark.getAttribute(name)) * scale));
        const { data } = context.getImageData(x, y, Math.max(1, width), Math.max(1, height));
        let ink = 0;
        for (let i = 0; i < data.length; i += 4) if (data[i] + data[i + 1] + data[i + 2] < 3 * 128) ++ink;
        shares.push(ink / (data.length / 4));
      }
      return shares;
    });
    assert.ok(dark.length >= least);
    for (const share of dark) assert.ok(share > 0.01 && share < 0.9, `${share} of a mark is ink`);
  }
});

test("a picture of evidence is seen on the page", async () => {
  const page = await open(browser, one, PHONE);
  const crop = page.locator(".evidence > svg.crop:visible").first();
  const seen = await crop.evaluate((svg) => {
    const frame = svg.getBoundingClientRect(), mark = svg.querySelector(".mark").getBoundingClientRect();
    return { width: frame.width, inside: mark.left >= frame.left && mark.right <= frame.right &&
      mark.top >= frame.top && mark.bottom <= frame.bottom };
  });
  assert.ok(seen.width > 250);
  assert.ok(seen.inside);
});

// ---- paper

test("prints everything that is to be read, and no buttons", async () => {
  const page = await open(browser, one, DESKTOP);
  const advice = await page.locator(".finding.passed .reason dd span[lang=th]").first().textContent();
  const file = path.join(folder, "printed.pdf");
  writeFileSync(file, await page.pdf({ format: "A4" }));
  const text = letters(execFileSync("pdftotext", [file, "-"], { encoding: "utf8" }));
  const heading = await page.locator(".finding.must_fix .message span[lang=th]").first().textContent();
  assert.ok(text.includes(letters(heading).slice(0, 40)), "what must be mended");
  assert.ok(text.includes(letters(advice).slice(0, 40)), "what was folded on the screen");
  assert.ok(!text.includes("english"), "no language buttons");
  assert.ok(!text.includes(letters("แสดงเฉพาะ")), "no filter");
  assert.equal(await page.locator(".finding > details[open]").count(), 0, "folded again afterwards");
  const pages = Number(execFileSync("pdfinfo", [file], { encoding: "utf8" }).match(/Pages:\s+(\d+)/)[1]);
  assert.ok(pages >= 2 && pages <= 20, `${pages} pages`);
});

// ---- everybody

for (const [width, options] of [["phone", PHONE], ["desktop", DESKTOP]]) {
  test(`nothing sticks out at the width of a ${width}`, async () => {
    for (const url of [one, many]) {
      const page = await open(browser, url, options);
      for (const name of ["ไทย", "English"]) {
        await page.getByRole("button", { name }).click();
        await page.evaluate(() => document.querySelectorAll("details").forEach((details) => { details.open = true; }));
        assert.deepEqual(await tooWide(page), []);
      }
    }
  });

  test(`axe finds no fault at the width of a ${width}`, async () => {
    for (const url of [one, many]) {
      const page = await open(browser, url, options);
      for (const name of ["ไทย", "English"]) {
        await page.getByRole("button", { name }).click();
        assert.deepEqual(await axeFaults(page), [], "folded");
        await page.evaluate(() => document.querySelectorAll("details").forEach((details) => { details.open = true; }));
        assert.deepEqual(await axeFaults(page), [], "unfolded");
      }
      assert.deepEqual(page.faults, []);
    }
  });
}

test("buttons are large enough for a thumb", async () => {
  const page = await open(browser, one, PHONE);
  for (const button of await page.locator("button:visible").all()) {
    const { width, height } = await button.boundingBox();
    assert.ok(width >= 24 && height >= 36, `${await button.textContent()}: ${width} × ${height}`);
  }
});

test("can be read without its script", async () => {
  const page = await open(browser, one, { ...DESKTOP, javaScriptEnabled: false });
  assert.ok(await page.locator(".finding.must_fix .message").first().isVisible());
  assert.equal(await page.locator(".languages").isVisible(), false);
  assert.equal(await page.locator(".filters").first().isVisible(), false);
  assert.equal(await shownIn(page, "en"), 0);
  assert.ok(await shownIn(page, "th") > 0);
});

test("asks for nothing but itself", async () => {
  for (const url of [one, many]) {
    const page = await open(browser, url, DESKTOP);
    await page.waitForLoadState("networkidle");
    assert.deepEqual(page.faults, []);
  }
});
