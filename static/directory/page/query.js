// 「认定名单查询」: find a firm by any piece of its name or code.

import { element } from "../../statistics/page/dom.js";
import { firms } from "./firms.js";

/** As many hits as can be looked through; more are found by typing more. */
const MOST = 20;

/** The page, whose hits are renewed by `update` as pieces arrive. */
export function query(context) {
  const { words, asked } = context;
  const { say } = words;
  const told = element("p", { id: "told", class: "note", role: "status" });
  const hits = element("div", { id: "hits" });
  let drawn = null;
  const update = () => {
    const answer = search(context);
    const found = answer && JSON.parse(answer);
    told.textContent = tell(found, context);
    // What is unfolded stays so while other pieces arrive.
    if (answer === drawn) return;
    drawn = answer;
    hits.replaceChildren(...(found ? [firms(found, context)] : []));
  };
  const typed = (event) => {
    asked.text = event.target.value;
    update();
  };
  const dated = (event) => {
    asked.day = event.target.value || asked.day;
    update();
  };
  const form = element(
    "div",
    { class: "card asked" },
    element("p", {}, element("label", { for: "text" }, say("企业名称或统一社会信用代码（可只填一部分）", "Name or code of the firm, or a part of it")), element("input", { id: "text", class: "field", type: "search", value: asked.text, autocomplete: "off", spellcheck: "false", maxlength: "60", input: typed })),
    element("p", {}, element("label", { for: "day" }, say("查询日期", "On the day")), element("input", { id: "day", class: "field", type: "date", value: asked.day, change: dated })),
    element("p", { class: "note wide" }, say("查询在本机完成，输入的内容不发送；无论查什么，下载的文件都相同。", "The search runs on this device and sends nothing; the same files are fetched whatever you look for.")),
  );
  return { nodes: [form, told, hits], update };
}

/** Firms that are found, as JSON; `null` where nothing is asked. */
function search({ asked, shelf }) {
  return asked.text.trim() && shelf ? shelf.search(asked.text, asked.day, MOST) : null;
}

function tell(found, { words, complete }) {
  const { say } = words;
  if (found === null) return "";
  const more = found.length === MOST ? say(`只显示前 ${MOST} 家，请多输入几个字。`, `Only the first ${MOST} are shown; type more.`) : "";
  const none = complete ? say("名单中没有这样的企业。名单之外的情况，请以发布单位的答复为准。", "No such firm is in the lists.") : say("已到达的名单中没有，仍在下载……", "Not among the lists so far; more are coming…");
  return found.length === 0 ? none : say(`找到 ${found.length} 家。${more}`, `${found.length} found. ${more}`);
}
