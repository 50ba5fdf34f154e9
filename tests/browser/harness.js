// What the browser tests share: the program, Chromium, and a page that keeps count of everything that goes wrong on it.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
export const PROGRAM = process.env.RUAMLINT;

export const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
export const DESKTOP = { viewport: { width: 1280, height: 900 } };

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** A folder of its own for a test file, gone when its process ends. */
export function temporaryFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), "ruamlint-browser-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes the HTML report of samples and returns its file: URL. */
export function htmlReport(file, samples, ...options) {
  const forms = samples.map((name) => `samples/${name}`);
  const done = spawnSync(PROGRAM, ["check", ...forms, "--format", "html", "--output", file, "--lang", "th", ...options],
    { cwd: ROOT, encoding: "utf8" });
  if (![0, 1, 3].includes(done.status)) throw new Error(`ruamlint: ${done.status} ${done.stderr}`);
  return pathToFileURL(file).href;
}

export function launch() {
  const executablePath = execFileSync("which", ["chromium"], { encoding: "utf8" }).trim();
  // As root, as in continuous integration, Chromium refuses to start with its sandbox.
  return chromium.launch({ executablePath, args: process.getuid() === 0 ? ["--no-sandbox"] : [] });
}

/**
 * Opens `url` in a context of its own. `page.faults` holds what the console complained of, what the script threw, and
 * whatever the page asked for that is not the page itself.
 */
export async function open(browser, url, { offline = true, ...context } = {}) {
  const page = await (await browser.newContext({ locale: "th-TH", offline, ...context })).newPage();
  page.faults = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) page.faults.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => page.faults.push(`script: ${error.message}`));
  page.on("request", (request) => {
    const wanted = request.url();
    if (wanted.startsWith("data:") || wanted.startsWith("blob:")) return;
    if (new URL(wanted).origin !== new URL(url).origin || (url.startsWith("file:") && !samePage(wanted, url))) {
      page.faults.push(`asked for ${wanted}`);
    }
  });
  await page.goto(url);
  return page;
}

function samePage(one, other) {
  return one.split("#")[0] === other.split("#")[0];
}

/** What axe finds, gravest first: "serious color-contrast: .button (3 places)". */
export async function axeFaults(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
  return violations.map(({ impact, id, nodes }) =>
    `${impact} ${id}: ${nodes.slice(0, 3).map((node) => node.target.join(" ")).join(", ")} (${nodes.length} places)`);
}

/** Elements that reach beyond the right edge of the window, and so make a phone scroll sideways. */
export function tooWide(page) {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const sticking = [...document.querySelectorAll("body *")].filter((element) => {
      if (element.closest("svg") !== null && element.tagName !== "svg") return false;
      return element.checkVisibility() && element.getBoundingClientRect().right > width + 1;
    });
    const scrolls = document.scrollingElement.scrollWidth > width ? ["the page scrolls sideways"] : [];
    return scrolls.concat(sticking.map((element) => element.outerHTML.slice(0, 120)));
  });
}
