// Pictures of the pages for docs/pictures: taken anew by `tools/test-browser --screenshots`, looked at, and committed.
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { DESKTOP, PHONE, PROGRAM, ROOT, htmlReport, launch, open, temporaryFolder } from "./harness.js";

const folder = temporaryFolder();
const pictures = path.join(ROOT, "docs", "pictures");
const REPORT = "effective-involve-only.libreoffice.pdf";

/** As small as it can be without looking worse: few colours, WebP. */
function shrink(png, name) {
  const code = "import sys\nfrom PIL import Image\n" +
    "Image.open(sys.argv[1]).convert('RGB').save(sys.argv[2], 'WEBP', quality=80, method=6)";
  execFileSync("/usr/bin/python3", ["-c", code, png, path.join(pictures, `${name}.webp`)]);
}

async function shoot(page, name) {
  const png = path.join(folder, `${name}.png`);
  await page.screenshot({ path: png });
  shrink(png, name);
}

/** Scrolls so that the element stands just below the bar at the top. */
async function bringUp(page, selector) {
  await page.locator(selector).first().evaluate((element) => {
    scrollTo(0, element.getBoundingClientRect().top + scrollY - 70);
  });
}

mkdirSync(pictures, { recursive: true });
const browser = await launch();
const report = htmlReport(path.join(folder, "report.html"), [REPORT]);

const desk = await open(browser, report, { ...DESKTOP, deviceScaleFactor: 1 });
await shoot(desk, "report-desktop-th");
await bringUp(desk, ".finding.must_fix");
await shoot(desk, "report-evidence-th");
await desk.getByRole("button", { name: "English" }).click();
await desk.evaluate(() => scrollTo(0, 0));
await shoot(desk, "report-desktop-en");

const passing = await open(browser, htmlReport(path.join(folder, "pass.html"), ["effective-pass.libreoffice.pdf"]), DESKTOP);
await bringUp(passing, ".facts");
await shoot(passing, "report-facts-th");

const phone = await open(browser, report, { ...PHONE, deviceScaleFactor: 2 });
await shoot(phone, "report-phone-th");
await bringUp(phone, ".finding.must_fix");
await shoot(phone, "report-phone-evidence-th");
const server = spawn(PROGRAM, ["serve", "--port", "0", "--lang", "th"], { cwd: ROOT, stdio: ["ignore", "pipe", "inherit"] });
const told = await new Promise((resolve) => server.stdout.on("data", resolve));
const address = String(told).match(/http:\S+/)[0];
for (const [name, options] of [["serve-desktop-th", DESKTOP], ["serve-phone-th", PHONE]]) {
  const page = await open(browser, address, { ...options, offline: false });
  const files = ["effective-short.docx", "effective-pass.docx", "broken.pdf"];
  await page.locator("#files").setInputFiles(files.map((file) => path.join(ROOT, "samples", file)));
  await page.waitForFunction(() => document.querySelectorAll('#list li[data-state="done"]').length === 3, null,
    { timeout: 240_000 });
  await shoot(page, name);
}
server.kill("SIGTERM");
await browser.close();
