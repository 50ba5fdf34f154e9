(() => {
  "use strict";
  const at = (id) => document.getElementById(id);
  const meta = (name) => document.querySelector(`meta[name="ruamlint-${name}"]`).content;
  const token = meta("token");
  const mostBytes = Number(meta("most-bytes"));
  const mostAtATime = 4;  // of ours that the server holds; the others wait here
  const mostTries = 60;   // where it says that it is busy
  const remembered = "ruamlint-language";

  const words = {
    th: {
      title: "ตรวจแบบสมัคร", heading: "ตรวจแบบสมัครก่อนส่ง", drop: "วางไฟล์ที่นี่ กี่ไฟล์ก็ได้", choose: "เลือกไฟล์",
      limits: "PDF, Word (.docx) หรือภาพสแกน ไฟล์ละไม่เกิน {megabytes} MB", results: "ผลตรวจ", close: "ปิดรายงาน",
      kept: "ไฟล์ถูกตรวจในเครื่องที่เปิดหน้านี้ให้ ไม่มีการเก็บไว้ เมื่อปิดหน้านี้ ผลทั้งหมดจะหายไป โปรดดาวน์โหลดรายงานที่ต้องการเก็บ",
      waiting: "รอคิว", sending: "กำลังส่ง {percent}%", checking: "กำลังตรวจ", open: "ดูรายงาน", save: "ดาวน์โหลดรายงาน",
      saveCopy: "ดาวน์โหลดสำเนาที่มีข้อคิดเห็น", reportOf: "รายงานของ {name}",
      counts: "ไม่ผ่าน {fail} ข้อ โปรดตรวจดู {ask} ข้อ", done: "{name}: {result}", again: "ลองอีกครั้ง",
      pass: "ผ่าน", fail: "ต้องแก้ไข", ask: "โปรดตรวจดู", could_not_check: "ตรวจได้ไม่ครบ", unread: "อ่านไม่ได้", error: "ยังไม่ได้ตรวจ",
      too_large: "ไฟล์ใหญ่เกิน {megabytes} MB โปรดแยกภาคผนวกออก หรือลดขนาดภาพ แล้วลองอีกครั้ง",
      busy: "มีไฟล์รอตรวจอยู่มาก โปรดลองอีกครั้งในอีกสักครู่", too_long: "ตรวจไม่เสร็จภายในเวลาที่กำหนด โปรดแยกภาคผนวกออก แล้วลองอีกครั้ง",
      not_received: "รับไฟล์ได้ไม่ครบ โปรดลองอีกครั้ง", failed: "โปรแกรมตรวจไฟล์นี้ไม่สำเร็จ โปรดลองอีกครั้ง",
      refused: "หน้านี้ใช้ไม่ได้แล้ว โปรดเปิดหน้าใหม่จากที่อยู่ที่โปรแกรมแจ้ง", gone: "ติดต่อโปรแกรมไม่ได้ โปรดดูว่าโปรแกรมยังทำงานอยู่",
      empty: "นี่คือโฟลเดอร์หรือไฟล์ว่าง โปรดเลือกไฟล์แบบสมัคร",
    },
    en: {
      title: "Form check", heading: "Check a form before it is sent in", drop: "Drop files here, as many as you like", choose: "Choose files",
      limits: "PDF, Word (.docx) or scanned pictures, {megabytes} MB each at most", results: "Results", close: "Close the report",
      kept: "Files are checked on the machine that serves this page. Nothing is kept: when the page is closed all results are gone, so download the reports that you need.",
      waiting: "waiting", sending: "sending, {percent}%", checking: "checking", open: "Read report", save: "Download report",
      saveCopy: "Download copy with comments", reportOf: "Report of {name}",
      counts: "{fail} failed, {ask} to look at", done: "{name}: {result}", again: "Try again",
      pass: "passes", fail: "must be fixed", ask: "please look", could_not_check: "partly checked", unread: "could not be read", error: "not checked",
      too_large: "The file is larger than {megabytes} MB. Take the annexes out or shrink its pictures, and try again.",
      busy: "Many files are waiting. Please try again in a while.", too_long: "Checking took too long. Take the annexes out and try again.",
      not_received: "The file did not arrive whole. Please try again.", failed: "This file could not be checked. Please try again.",
      refused: "This page has run out. Open the address that the program gives anew.", gone: "The program does not answer. Is it still running?",
      empty: "This is a folder or an empty file. Choose the form's file.",
    },
  };

  let language = document.documentElement.lang;
  const jobs = [];
  let opened = null;
  let settled = null;  // the last one to be told of

  function say(key, values = {}) {
    const all = { megabytes: Math.floor(mostBytes / 2 ** 20), ...values };
    return words[language][key].replace(/\{(\w+)\}/g, (whole, name) => all[name] ?? whole);
  }

  function speak(wanted) {
    language = wanted;
    document.documentElement.lang = wanted;
    document.title = say("title");
    for (const element of document.querySelectorAll("[data-say]")) element.textContent = say(element.dataset.say);
    for (const button of document.querySelectorAll("[data-language]")) {
      button.setAttribute("aria-pressed", String(button.dataset.language === wanted));
    }
    for (const job of jobs) show(job);
    tell();
    if (opened) at("report-title").textContent = at("frame").title = say("reportOf", { name: opened.file.name });
  }

  // ---- a file's line

  // Its name is what it shows and the file's, so that whoever speaks to the page can say what they see.
  function button(label, file, press) {
    const element = document.createElement("button");
    element.type = "button";
    element.textContent = label;
    element.setAttribute("aria-label", `${label}: ${file}`);
    element.addEventListener("click", press);
    return element;
  }

  function line(job) {
    const item = document.createElement("li");
    const make = (tag, name) => {
      const element = document.createElement(tag);
      element.className = name;
      item.append(element);
      return element;
    };
    job.parts = { item, name: make("span", "name"), result: make("span", "result"), words: make("span", "words"),
      progress: make("progress", "progress"), actions: make("span", "actions") };
    job.parts.name.textContent = job.file.name;
    job.parts.progress.setAttribute("aria-label", job.file.name);
    return item;
  }

  const describe = {
    waiting: () => say("waiting"),
    sending: (job) => say("sending", { percent: job.percent }),
    checking: () => say("checking"),
    done: (job) => job.answer.result === "unread" ? "" : say("counts", job.answer.counts),
    error: (job) => say(job.error),
  };

  function show(job) {
    const { item, result, words: told, progress, actions } = job.parts;
    const done = job.state === "done", wrong = job.state === "error", name = job.file.name;
    item.dataset.state = job.state;
    const verdict = done ? job.answer.result : wrong ? "error" : "";
    result.dataset.result = verdict;
    result.textContent = verdict ? say(verdict) : "";
    told.textContent = describe[job.state](job);
    progress.hidden = done || wrong;
    if (job.state === "checking") progress.removeAttribute("value");
    else progress.value = job.state === "sending" ? job.percent / 100 : 0;
    actions.replaceChildren(...(done ? [
      button(say("open"), name, () => openReport(job)),
      button(say("save"), name, () => saveReport(job)),
      ...(job.answer.copy ? [button(say("saveCopy"), name, () => saveCopy(job))] : []),
    ] : wrong && job.error !== "too_large" && job.error !== "empty" ? [
      button(say("again"), name, () => { job.tries = 0; turn(job, "waiting"); next(); }),
    ] : []));
  }

  function turn(job, state, more = {}) {
    Object.assign(job, { state }, more);
    show(job);
    if (state === "done" || state === "error") settled = job;
    else if (settled === job) settled = null;
    tell();
  }

  // For those who hear the page.
  function tell() {
    if (settled === null) return;
    const result = say(settled.state === "done" ? settled.answer.result : settled.error);
    at("status").textContent = say("done", { name: settled.file.name, result });
  }

  // ---- sending

  function next() {
    const busy = () => jobs.filter(({ state }) => state === "sending" || state === "checking").length;
    for (const job of jobs) {
      if (busy() >= mostAtATime) return;
      if (job.state === "waiting" && !job.resting) send(job);
    }
  }

  function send(job) {
    turn(job, "sending", { percent: 0 });
    const request = new XMLHttpRequest();
    request.open("POST", `/check?name=${encodeURIComponent(job.file.name)}`);
    request.setRequestHeader("X-Ruamlint-Token", token);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.upload.addEventListener("progress", ({ loaded, total }) => {
      const percent = Math.floor(100 * loaded / total);
      turn(job, percent < 100 ? "sending" : "checking", { percent });
    });
    request.upload.addEventListener("load", () => turn(job, "checking"));
    request.addEventListener("load", () => { take(job, request); next(); });
    request.addEventListener("error", () => { turn(job, "error", { error: "gone" }); next(); });
    request.send(job.file);
  }

  function take(job, request) {
    let answer = {};
    try {
      answer = JSON.parse(request.responseText);
    } catch { /* no answer of ours: told below */ }
    if (request.status === 200 && answer.html) return turn(job, "done", { answer });
    if (answer.error === "busy" && ++job.tries < mostTries) {
      job.resting = true;
      setTimeout(() => { job.resting = false; next(); }, 1000);
      return turn(job, "waiting");
    }
    const refused = request.status === 403 || request.status === 421;
    turn(job, "error", { error: refused ? "refused" : answer.error in words.th ? answer.error : "failed" });
  }

  function add(files) {
    for (const file of files) {
      const job = { file, state: "waiting", percent: 0, tries: 0, resting: false };
      jobs.push(job);
      at("list").append(line(job));
      if (file.size > mostBytes) turn(job, "error", { error: "too_large" });
      else if (file.size === 0) turn(job, "error", { error: "empty" });
      else show(job);
    }
    at("results").hidden = jobs.length === 0;
    next();
  }

  // ---- reports

  function urlOf(job) {
    const html = job.answer.html.replace(/<html lang="\w+"/, `<html lang="${language}"`);
    return URL.createObjectURL(new Blob([html], { type: "text/html" }));
  }

  // By its own address, so that links within the report stay in it.
  function frame(url) {
    if (at("frame").src) URL.revokeObjectURL(at("frame").src);
    at("frame").src = url;
  }

  function openReport(job) {
    opened = job;
    at("report-title").textContent = at("frame").title = say("reportOf", { name: job.file.name });
    frame(urlOf(job));
    at("report").hidden = false;
    at("report-title").focus();
    at("report").scrollIntoView({ block: "start" });
  }

  at("close").addEventListener("click", () => {
    at("report").hidden = true;
    frame("about:blank");
    const job = opened;
    opened = null;
    job.parts.actions.querySelector("button").focus();
  });

  function save(url, name) {
    const link = document.createElement("a");
    link.href = url;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 10000);
  }

  function saveReport(job) {
    save(urlOf(job), `${job.file.name}.html`);
  }

  function saveCopy(job) {
    const bytes = Uint8Array.from(atob(job.answer.copy.base64), (letter) => letter.charCodeAt(0));
    save(URL.createObjectURL(new Blob([bytes])), job.answer.copy.name);
  }

  // ---- choosing and dropping

  at("files").addEventListener("change", ({ target }) => {
    add([...target.files]);
    target.value = "";
  });
  // Anywhere on the page: a file that misses the area must not replace the page.
  addEventListener("dragover", (event) => {
    event.preventDefault();
    at("drop").classList.add("over");
  });
  addEventListener("dragleave", ({ relatedTarget }) => {
    if (relatedTarget === null) at("drop").classList.remove("over");
  });
  addEventListener("drop", (event) => {
    event.preventDefault();
    at("drop").classList.remove("over");
    add([...event.dataTransfer.files]);
  });
  addEventListener("beforeunload", (event) => {
    if (jobs.some(({ state }) => state === "sending" || state === "checking")) event.preventDefault();
  });

  for (const choice of document.querySelectorAll("[data-language]")) {
    choice.addEventListener("click", () => {
      localStorage.setItem(remembered, choice.dataset.language);
      speak(choice.dataset.language);
    });
  }
  const kept = localStorage.getItem(remembered);
  speak(kept in words ? kept : language);
})();
