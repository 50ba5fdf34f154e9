// The page of `ruamlint serve`: files dropped, read and downloaded, refused with words, and shut to other sites.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import http from "node:http";
import path from "node:path";
import { after, before, test } from "node:test";
import { DESKTOP, PHONE, PROGRAM, ROOT, axeFaults, launch, open, temporaryFolder, tooWide } from "./harness.js";

const kept = temporaryFolder();
const patient = { timeout: 240_000 };  // a machine may have much else to do
let browser, server, address;

before(async () => {
  browser = await launch();
  server = spawn(PROGRAM, ["serve", "--port", "0", "--lang", "th"],
    { cwd: ROOT, env: { ...process.env, TMPDIR: kept }, stdio: ["ignore", "pipe", "inherit"] });
  address = await new Promise((resolve, reject) => {
    server.stdout.on("data", (told) => resolve(String(told).match(/http:\S+/)[0]));
    server.on("exit", () => reject(new Error("the server ended")));
  });
});
after(async () => {
  await browser.close();
  server.removeAllListeners("exit");
  server.kill("SIGTERM");
  await new Promise((resolve) => server.on("exit", resolve));
});

const visit = (options = DESKTOP) => open(browser, address, { offline: false, acceptDownloads: true, ...options });
const sample = (name) => ({ name, data: readFileSync(path.join(ROOT, "samples", name)).toString("base64") });

/** Drops files onto the area, as a person's hand would; a file with `size` is that many zeroes. */
async function drop(page, files) {
  const transfer = await page.evaluateHandle(async (dropped) => {
    const all = new DataTransfer();
    for (const { name, data, size } of dropped) {
      const bytes = size ? new Uint8Array(size) : Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
      all.items.add(new File([bytes], name));
    }
    return all;
  }, files);
  await page.dispatchEvent("#drop", "drop", { dataTransfer: transfer });
}

const results = (page) => page.locator("#list li");
const settled = (page, count) => page.waitForFunction((wanted) =>
  document.querySelectorAll('#list li[data-state="done"], #list li[data-state="error"]').length === wanted, count, patient);

test("three files dropped: progress, verdicts, report, download", patient, async () => {
  const page = await visit();
  await page.evaluate(() => {
    window.states = [];
    new MutationObserver((changes) => changes.forEach(({ target }) => window.states.push(target.dataset.state)))
      .observe(document.getElementById("list"), { subtree: true, attributeFilter: ["data-state"] });
  });
  await drop(page, ["effective-short.docx", "effective-pass.docx", "broken.pdf"].map(sample));
  assert.equal(await results(page).count(), 3);
  await settled(page, 3);
  assert.deepEqual(await results(page).locator(".result").allTextContents(), ["ต้องแก้ไข", "ผ่าน", "อ่านไม่ได้"]);
  const states = await page.evaluate(() => window.states);
  for (const state of ["sending", "checking", "done"]) assert.ok(states.includes(state), state);
  assert.match(await page.locator("#status").textContent(), /: /);

  await results(page).first().getByRole("button", { name: /^ดูรายงาน/ }).click();
  const report = page.frameLocator("#frame");
  await report.locator(".verdict-word span[lang=th]").waitFor();
  assert.equal(await report.locator("h1").textContent(), "effective-short.docx");
  assert.equal(await page.evaluate(() => document.activeElement.id), "report-title");
  await report.locator('[data-filter="must_fix"]').click();  // its script runs
  assert.equal(await report.locator(".finding:visible").count(), 1);
  await report.locator(".to-do a").first().click();
  assert.ok(await report.locator("h1").count(), "a link within the report stays in it");
  await page.getByRole("button", { name: "ปิดรายงาน" }).click();
  assert.equal(await page.locator("#report").isVisible(), false);

  const [download] = await Promise.all([page.waitForEvent("download"),
    results(page).first().getByRole("button", { name: /^ดาวน์โหลดรายงาน/ }).click()]);
  assert.equal(download.suggestedFilename(), "effective-short.docx.html");
  assert.match(readFileSync(await download.path(), "utf8"), /^<!DOCTYPE html>/);
  const [copy] = await Promise.all([page.waitForEvent("download"),
    results(page).first().getByRole("button", { name: /^ดาวน์โหลดสำเนาที่มีข้อคิดเห็น/ }).click()]);
  assert.equal(copy.suggestedFilename(), "effective-short – ตรวจแล้ว.docx");
  assert.equal(readFileSync(await copy.path()).subarray(0, 2).toString(), "PK");
  assert.deepEqual(page.faults, []);
  assert.deepEqual(readdirSync(kept), [], "nothing is kept");
});

test("files can be chosen too, by keyboard", patient, async () => {
  const page = await visit();
  const chosen = page.waitForEvent("filechooser");  // before the key: the browser must know that it is waited for
  await page.locator("#files").focus();
  await page.keyboard.press("Enter");
  const chooser = await chosen;
  await chooser.setFiles(path.join(ROOT, "samples", "effective-short.docx"));
  await settled(page, 1);
  assert.equal(await results(page).locator(".result").textContent(), "ต้องแก้ไข");
});

test("speaks both languages, reports too", patient, async () => {
  const page = await visit();
  await drop(page, [sample("effective-short.docx")]);
  await settled(page, 1);
  await page.getByRole("button", { name: "English" }).click();
  assert.equal(await page.locator("h1").textContent(), "Check a form before it is sent in");
  assert.equal(await results(page).locator(".result").textContent(), "must be fixed");
  assert.doesNotMatch(await page.locator("main").innerText(), /[ก-๙]/);
  await results(page).getByRole("button", { name: /^Read report/ }).click();
  await page.frameLocator("#frame").locator(".verdict-word span[lang=en]").waitFor();
  await page.reload();
  assert.equal(await page.evaluate(() => document.documentElement.lang), "en", "the choice is remembered");
  assert.equal(await results(page).count(), 0, "results are not");
});

test("200 MB are refused with words, and sent nowhere", patient, async () => {
  const page = await visit();
  let sent = 0;
  page.on("request", (request) => { if (request.method() === "POST") ++sent; });
  await drop(page, [{ name: "large.pdf", size: 200 * 2 ** 20 }]);
  await settled(page, 1);
  assert.match(await results(page).locator(".words").textContent(), /ใหญ่เกิน 50 MB/);
  assert.equal(sent, 0);
});

test("50 files dropped at once all get their answers", { timeout: 600_000 }, async () => {
  const page = await visit();
  const { data } = sample("effective-short.docx");
  await drop(page, Array.from({ length: 50 }, (_, i) => ({ name: `แบบ ${i}.docx`, data })));
  await page.waitForFunction(() => document.querySelectorAll('#list li[data-state="done"]').length === 50, null,
    { timeout: 500_000 });
  assert.deepEqual(page.faults, []);
  assert.deepEqual(readdirSync(kept), []);
});

test("another site's page can neither ask nor read", patient, async () => {
  const attacker = http.createServer((_, response) => response.end("<!DOCTYPE html><title>another site</title>"));
  await new Promise((resolve) => attacker.listen(0, "127.0.0.1", resolve));
  try {
    const page = await (await browser.newContext()).newPage();
    await page.goto(`http://127.0.0.1:${attacker.address().port}/`);
    const outcome = await page.evaluate(async (target) => {
      const attempt = (url, options) => fetch(url, options).then((response) => response.type, () => "refused");
      const frame = document.createElement("iframe");
      frame.src = target;
      document.body.append(frame);
      return {
        read: await attempt(target),
        plain: await attempt(`${target}check?name=a.pdf`, { method: "POST", body: "x", mode: "no-cors" }),
        token: await attempt(`${target}check?name=a.pdf`,
          { method: "POST", body: "x", headers: { "X-Ruamlint-Token": "0".repeat(32) } }),
      };
    }, address);
    assert.deepEqual(outcome, { read: "refused", plain: "refused", token: "refused" });
    assert.equal(page.frames().some((frame) => frame.url().startsWith(address)), false, "not in a frame either");
    const { port } = new URL(address);
    const status = await new Promise((resolve) => http.request(
      { port, method: "POST", path: "/check?name=a.pdf", headers: { Origin: page.url().slice(0, -1), "Sec-Fetch-Site": "same-site" } },
      (response) => resolve(response.statusCode)).end("x"));
    assert.equal(status, 403, "and what arrives all the same is not done");
  } finally {
    attacker.close();
  }
});

for (const [width, options] of [["phone", PHONE], ["desktop", DESKTOP]]) {
  test(`axe finds no fault and nothing sticks out at the width of a ${width}`, patient, async () => {
    const page = await visit(options);
    assert.deepEqual(await axeFaults(page), [], "empty");
    await drop(page, [sample("effective-short.docx"), { name: "large.pdf", size: 60 * 2 ** 20 }]);
    await settled(page, 2);
    for (const name of ["ไทย", "English"]) {
      await page.getByRole("button", { name, exact: true }).click();
      assert.deepEqual(await axeFaults(page), [], "with results");
      assert.deepEqual(await tooWide(page), []);
    }
    await results(page).first().getByRole("button").first().click();
    await page.frameLocator("#frame").locator("h1").waitFor();
    assert.deepEqual(await tooWide(page), []);
    assert.deepEqual(await axeFaults(page), [], "with a report");
  });
}
