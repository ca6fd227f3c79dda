// The page's table as a file that looks like it: title, level and day above, notes beneath.

import { officeLine } from "./site.js";

const cell = (text) => `"${text.trim().replaceAll('"', '""').replace(/^[=+\-@](?!\d)/, "'$&")}"`;

/** A cell's figure, with its range in brackets. */
function parts(own) {
  const [figure = "", ...range] = [...own.childNodes].map((node) => node.textContent);
  return range.length > 0 ? `${figure}（${range.join("")}）` : figure;
}

/** The table of the page as CSV. */
export function asCsv(page, isDemo, words) {
  const { say } = words;
  const text = (selector) => page.querySelector(selector)?.textContent ?? "";
  const chosen = (id) => page.getElementById(id)?.selectedOptions?.[0]?.textContent ?? "";
  const rows = [...page.querySelectorAll(".released tr")].map((row) =>
    [...row.cells].flatMap((own) => [parts(own), ...Array(own.colSpan - 1).fill("")]),
  );
  const head = [[text("h1")], [chosen("choose-pack")], [say(`截至 ${chosen("choose-week")}`, `Up to ${chosen("choose-week")}`)]];
  const lane = chosen("choose-lane") ? [[say(`统计范围：${chosen("choose-lane")}`, `Counted: ${chosen("choose-lane")}`)]] : [];
  const made = isDemo ? [[say("演示：数字均为虚构", "Demonstration: figures are made up")]] : [];
  const notes = [...page.querySelectorAll(".released li")].map((note) => [note.textContent]);
  return [...head, ...lane, ...made, [], ...rows, [], ...notes, [officeLine(words)]].map((row) => row.map(cell).join(",")).join("\r\n");
}
