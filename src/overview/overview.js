
(() => {
  "use strict";
  const data = JSON.parse(document.getElementById("audit-data").textContent);
  const thai = () => document.documentElement.lang !== "en";
  const say = (th, en) => thai() ? th : en;
  const said = ([th, en]) => say(th, en);
  const wordOf = list => new Map(list.map(([id, th, en]) => [id, [th, en]]));
  const verdicts = wordOf(data.verdicts), changes = wordOf(data.changes), categories = wordOf(data.categories);
  const standings = data.standings;   // a rule's sign in a row is a place in this list
  const telling = [0, 1, 2, 4];       // must fix, should fix, look, could not be checked

  const rows = data.rows.map(([name, id, agency, parent, expected, verdict, category, form, since, reason, sameAs, signs, alike]) =>
    ({ name, id, agency, parent, expected, verdict, category, form, since, reason, sameAs, signs, alike,
       found: [name, id, agency, parent].join("\n").toLocaleLowerCase("th") }));
  const countSigns = (row, sign) => { let n = 0; for (const s of row.signs) if (s === sign) n++; return n; };
  for (const row of rows) row.counts = telling.map(at => countSigns(row, String(at)));

  const nothing = { text: "", verdict: "", since: "", agency: "", category: "", rule: -1, standing: -1, extra: false, alike: false };
  let wanted = { ...nothing };
  let sorted = { forms: ["verdict", 1], rules: ["trouble", -1], groups: ["forms", -1] };
  const step = 100;
  let shown = step;

  // ---- making elements; what comes from forms only ever becomes text

  function make(tag, attributes = {}, ...content) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (name === "onclick") element.addEventListener("click", value);
      else if (value !== null && value !== undefined) element.setAttribute(name, value);
    }
    element.append(...content.filter(piece => piece !== null && piece !== ""));
    return element;
  }
  const button = (css, label, onclick, more = {}) => make("button", { type: "button", class: css, onclick, ...more }, label);
  function want(change) {
    wanted = { ...wanted, ...change };
    shown = step;
    draw();
  }
  const toggle = (what, value) => want({ [what]: wanted[what] === value ? nothing[what] : value });

  // ---- choosing

  function fits(row, without) {
    const is = what => without !== what && wanted[what] !== nothing[what];
    if (is("text") && !wanted.text.toLocaleLowerCase("th").split(/\s+/).every(word => row.found.includes(word))) return false;
    if (is("verdict") && row.verdict !== wanted.verdict) return false;
    if (is("since") && row.since !== wanted.since) return false;
    if (is("agency") && row.agency !== wanted.agency) return false;
    if (is("category") && row.category !== wanted.category) return false;
    if (is("extra") && row.expected) return false;
    if (is("alike") && !row.alike) return false;
    return !is("rule") || Number(row.signs[wanted.rule]) === wanted.standing;
  }
  const chosen = without => rows.filter(row => fits(row, without));
  function countBy(list, key) {
    const counts = new Map();
    for (const row of list) counts.set(row[key], (counts.get(row[key]) ?? 0) + 1);
    return counts;
  }
  const isChecked = row => ["fail", "ask", "partly", "pass"].includes(row.verdict);

  // ---- tables

  const compare = (a, b) => typeof a === "number" ? a - b : String(a).localeCompare(String(b), "th");
  function sortRows(list, [key, direction], valueOf) {
    return list.map((row, at) => [valueOf(row, key), at, row])
      .sort((a, b) => direction * compare(a[0], b[0]) || a[1] - b[1]).map(entry => entry[2]);
  }
  function table(name, columns, body, cards) {
    const [by, direction] = sorted[name];
    const head = columns.map(({ key, title, n }) => {
      const sort = button("", said(title), () => {
        sorted[name] = [key, sorted[name][0] === key ? -sorted[name][1] : n ? -1 : 1];
        draw();
        document.querySelector(`[data-table="${name}"] [data-key="${key}"]`)?.focus();
      }, { "data-key": key });
      return make("th", { scope: "col", class: n ? "n" : null,
        "aria-sort": by !== key ? null : direction > 0 ? "ascending" : "descending" }, sort);
    });
    return make("div", { class: cards ? "scroll cards" : "scroll", "data-table": name },
      make("table", {}, make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...body)));
  }
  function number(value, onclick, label, title) {
    const cell = make("td", { class: value ? "n" : "n empty", "data-label": label });
    const follow = () => { onclick(); document.getElementById("forms-list").scrollIntoView(); };
    if (value) cell.append(button("", value.toLocaleString(), follow, { "aria-label": `${title} ${label} ${value}` }));
    else cell.append("0");
    return cell;
  }

  function drawRules() {
    const list = chosen("rule").filter(isChecked);
    const rules = data.rules.map(([id, title, usual, usualForms], at) => {
      const counts = standings.map(() => 0);
      for (const row of list) if (row.signs[at] !== "-") counts[Number(row.signs[at])]++;
      const concerned = counts.reduce((sum, n) => sum + n, 0) - counts[7];
      const trouble = counts[0] + counts[1] + counts[2];
      return { at, id, title, usual, usualForms, counts, concerned, trouble, share: concerned ? (counts[0] + counts[1]) / concerned : 0 };
    });
    const valueOf = (rule, key) => key === "id" ? rule.id : key === "trouble" ? rule.trouble : rule.counts[Number(key)];
    const columns = [{ key: "id", title: ["กฎ", "Rule"] }, { key: "trouble", title: ["แบบที่ต้องดูแล", "Forms concerned"], n: true },
      ...telling.map(at => ({ key: String(at), title: standings[at].slice(1), n: true }))];
    const body = sortRows(rules, sorted.rules, valueOf).map(rule => {
      const title = make("th", { scope: "row", style: "font-weight:400" },
        make("span", { class: "rule-id" }, rule.id), " ", said(rule.title));
      // So many alike are seldom all careless.
      if (rule.concerned >= 10 && rule.share >= 1 / 3)
        title.append(make("span", { class: "unclear" }, say(
          `แบบหรือคำชี้แจงอาจไม่ชัดเจน: ไม่ผ่าน ${Math.round(rule.share * 100)} % ของแบบที่เกี่ยวข้อง`,
          `The form may be unclear here: ${Math.round(rule.share * 100)} % of the forms concerned fail`)));
      if (rule.usual && rule.trouble) title.append(make("span", { class: "small", style: "display:block" }, say(
        `ที่พบบ่อย: ${rule.usual} (${rule.usualForms} แบบ)`, `Most usual: ${rule.usual} (${rule.usualForms} forms)`)));
      const split = make("span", { class: "split", "aria-hidden": "true" }, ...standings.map(([name], at) =>
        at === 7 || !rule.counts[at] ? null : make("i", { class: name, style: `width:${100 * rule.counts[at] / rule.concerned}%` })));
      return make("tr", {}, title,
        make("td", { class: "n", "data-label": said(columns[1].title) }, `${rule.trouble.toLocaleString()} / ${rule.concerned.toLocaleString()}`, split),
        ...telling.map(at => number(rule.counts[at], () => want({ rule: rule.at, standing: at, verdict: "" }), said(standings[at].slice(1)), rule.id)));
    });
    fill("rules", table("rules", columns, body, true));
  }

  function drawGroups() {
    const all = [["category", say("ประเภทรางวัล", "Category"), id => said(categories.get(id) ?? [id, id])],
      ["agency", say("หน่วยงาน", "Agency"), id => id]];
    const kinds = ["fail", "ask", "partly", "unread", "pass", "missing"];
    const tables = all.map(([what, title, nameOf]) => {
      const groups = new Map();
      for (const row of chosen(what)) {
        if (!groups.has(row[what])) groups.set(row[what], { id: row[what], forms: 0, counts: {}, signs: data.rules.map(() => 0) });
        const group = groups.get(row[what]);
        group.forms++;
        group.counts[row.verdict] = (group.counts[row.verdict] ?? 0) + 1;
        if (isChecked(row)) for (let i = 0; i < row.signs.length; i++) if (row.signs[i] < "2") group.signs[i]++;
      }
      if (groups.size < 2 && what === "agency") return null;
      const columns = [{ key: "id", title: [title, title] }, { key: "forms", title: ["ทั้งหมด", "All"], n: true },
        ...kinds.map(kind => ({ key: kind, title: verdicts.get(kind), n: true }))];
      const valueOf = (group, key) => key === "id" ? nameOf(group.id) : key === "forms" ? group.forms : group.counts[key] ?? 0;
      const most = 200;
      const list = sortRows([...groups.values()], sorted.groups, valueOf);
      const body = list.slice(0, most).map(group => {
        const name = nameOf(group.id) || say("(ไม่ระบุ)", "(none)");
        const worst = group.signs.map((n, at) => [n, at]).filter(([n]) => n).sort((a, b) => b[0] - a[0] || a[1] - b[1]).slice(0, 3)
          .map(([n, at]) => `${data.rules[at][0]} (${n})`).join(", ");
        return make("tr", {}, make("th", { scope: "row", style: "font-weight:400" },
          button("name plain-link", name, () => toggle(what, group.id)),
          worst ? make("span", { class: "small", style: "display:block" }, say("ไม่ผ่านมาก: ", "Fails most: "), worst) : null),
          make("td", { class: "n", "data-label": said(columns[1].title) }, group.forms.toLocaleString()),
          ...kinds.map(kind => number(group.counts[kind] ?? 0, () => want({ [what]: group.id, verdict: kind }), said(verdicts.get(kind)), name)));
      });
      const rest = list.length > most ? make("p", { class: "small" }, say(`แสดง ${most} จาก ${list.length} ใช้ช่องค้นหาเพื่อดูที่เหลือ`,
        `${most} of ${list.length} shown; search for the others`)) : null;
      return make("div", {}, table("groups", columns, body, true), rest ?? "");
    });
    fill("groups", ...tables.filter(Boolean));
  }

  function formRow(row) {
    const name = row.form ? make("a", { href: `forms/${encodeURIComponent(row.form)}.html` }, row.name || row.form) : row.name;
    const notes = [row.id, row.expected ? "" : say("ไม่อยู่ในทะเบียน", "not expected"), row.reason ? said(row.reason) : "",
      row.sameAs ? say("ซ้ำกับ ", "same as ") + row.sameAs : "",
      row.alike ? say(`อาจเป็นผลงานเดียวกับอีก ${row.alike} แบบ`, `may be the same work as ${row.alike} other${row.alike > 1 ? "s" : ""}`) : ""].filter(Boolean).join(" · ");
    const label = title => said(title);
    return make("tr", {},
      make("th", { scope: "row", style: "font-weight:400" }, name, notes ? make("span", { class: "small", style: "display:block" }, notes) : null),
      make("td", { "data-label": label(["ผล", "Verdict"]) }, make("span", { class: `badge v-${row.verdict}` }, said(verdicts.get(row.verdict) ?? [row.verdict, row.verdict])),
        row.since ? make("span", { class: "small" }, " ", said(changes.get(row.since) ?? ["", ""])) : null),
      make("td", { class: row.agency ? null : "empty", "data-label": label(["หน่วยงาน", "Agency"]) }, row.agency,
        row.parent ? make("span", { class: "small", style: "display:block" }, row.parent) : null),
      make("td", { class: row.category ? null : "empty", "data-label": label(["ประเภทรางวัล", "Category"]) }, said(categories.get(row.category) ?? [row.category, row.category])),
      ...row.counts.map((n, i) => make("td", { class: isChecked(row) && n ? "n" : "n empty", "data-label": said(standings[telling[i]].slice(1)) }, isChecked(row) ? String(n) : "")));
  }
  function drawForms() {
    const order = new Map(data.verdicts.map(([id], at) => [id, at]));
    const valueOf = (row, key) => key === "verdict" ? order.get(row.verdict) * 1000 - row.counts[0] * 10 - row.counts[1]
      : key.startsWith("n") ? row.counts[Number(key.slice(1))] : key === "category" ? said(categories.get(row.category) ?? ["", ""]) : row[key];
    const columns = [{ key: "name", title: ["ไฟล์", "File"] }, { key: "verdict", title: ["ผล", "Verdict"] },
      { key: "agency", title: ["หน่วยงาน", "Agency"] }, { key: "category", title: ["ประเภทรางวัล", "Category"] },
      ...telling.map((at, i) => ({ key: `n${i}`, title: standings[at].slice(1), n: true }))];
    const list = sortRows(chosen(), sorted.forms, valueOf);
    const more = list.length > shown ? button("plain more", say(`แสดงเพิ่ม (เหลือ ${list.length - shown})`, `Show more (${list.length - shown} left)`),
      () => { shown += 5 * step; drawForms(); }) : null;
    fill("forms-list", table("forms", columns, list.slice(0, shown).map(formRow), true), more ?? "");
    status.textContent = list.length === rows.length ? "" : say(`แสดง ${list.length} จาก ${rows.length} รายการ${ruleSaid()}`,
      `${list.length} of ${rows.length} shown${ruleSaid()}`);
    clear.hidden = list.length === rows.length;
  }
  const ruleSaid = () => wanted.rule < 0 ? "" : ` · ${data.rules[wanted.rule][0]}: ${said(standings[wanted.standing].slice(1))}`;

  // ---- counts and fields

  function chips(list, words, what) {
    const counts = countBy(list, what);
    return [...words].filter(([id]) => counts.get(id)).map(([id, word]) => button(`chip v-${id}`,
      make("span", {}, make("strong", {}, counts.get(id).toLocaleString()), said(word)), () => toggle(what, id),
      { "aria-pressed": String(wanted[what] === id) }));
  }
  function drawCounts() {
    const place = document.getElementById("counts");
    place.replaceChildren(make("div", { class: "chips", role: "group", "aria-label": say("ผล", "Verdicts") }, ...chips(chosen("verdict"), verdicts, "verdict")));
    if (rows.some(row => row.since))
      place.append(make("p", { class: "small", style: "margin-top:.8rem" }, say("เทียบกับการตรวจครั้งก่อน", "Since the earlier audit")),
        make("div", { class: "chips", role: "group" }, ...chips(chosen("since"), changes, "since")));
    const more = [["extra", row => !row.expected, say("ไม่อยู่ในทะเบียน", "not expected")],
      ["alike", row => row.alike, say("อาจเป็นผลงานเดียวกัน", "may be the same work")]]
      .map(([what, holds, title]) => [what, rows.filter(holds).length, title]).filter(([, count]) => count)
      .map(([what, count, title]) => button("chip", make("span", {}, make("strong", {}, count.toLocaleString()), title),
        () => want({ [what]: !wanted[what] }), { "aria-pressed": String(wanted[what]) }));
    if (more.length) place.append(make("div", { class: "chips", role: "group" }, ...more));
    if (rows.some(row => row.alike)) place.append(make("p", { style: "margin-top:.6rem" },
      make("a", { href: "alike.html" }, say("ดูแบบที่อาจเป็นผลงานเดียวกันเทียบกัน", "See the forms that may be the same work side by side"))));
  }

  const filters = document.getElementById("filters");
  const status = make("p", { class: "status", role: "status" });
  const clear = button("plain", "", () => { search.value = ""; want({ ...nothing }); });
  const search = make("input", { type: "search", autocomplete: "off" });
  let typing = 0;
  search.addEventListener("input", () => { clearTimeout(typing); typing = setTimeout(() => want({ text: search.value.trim() }), 150); });
  const choices = ["agency", "category"].map(what => {
    const select = make("select", {});
    select.addEventListener("change", () => want({ [what]: select.value }));
    return [what, select];
  });
  function drawFilters() {
    const titles = { agency: say("หน่วยงาน", "Agency"), category: say("ประเภทรางวัล", "Category") };
    if (!filters.firstChild) filters.append(make("label", {}, make("span", {}), search),
      ...choices.map(([, select]) => make("label", {}, make("span", {}), select)), clear, status);
    filters.querySelector("label span").textContent = say("ค้นหาชื่อไฟล์ รหัส หน่วยงาน", "Search name, id, agency");
    clear.textContent = say("ล้างตัวกรอง", "Clear");
    for (const [what, select] of choices) {
      const ids = [...countBy(rows, what).keys()].filter(Boolean);
      const nameOf = id => what === "category" ? said(categories.get(id) ?? [id, id]) : id;
      select.parentElement.hidden = ids.length < 2;
      select.previousElementSibling.textContent = titles[what];
      select.replaceChildren(make("option", { value: "" }, say("ทั้งหมด", "all")),
        ...ids.sort((a, b) => compare(nameOf(a), nameOf(b))).map(id => make("option", { value: id }, nameOf(id))));
      select.value = wanted[what];
    }
  }
  function fill(id, ...content) {
    document.querySelector(`#${id} .fill`).replaceChildren(...content);
  }
  function draw() {
    drawCounts();
    drawFilters();
    drawRules();
    drawGroups();
    drawForms();
  }
  new MutationObserver(draw).observe(document.documentElement, { attributes: true, attributeFilter: ["lang"] });
  draw();
})();
