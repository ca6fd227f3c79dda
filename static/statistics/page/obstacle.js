// Why nothing is shown, in plain words, and what to do.

import { element } from "./dom.js";

const SENTENCES = {
  "no-endpoint": ["本站未开通区统计。", "This site has no statistics endpoint."],
  "no-token": [
    "请使用管理员发送的邀请链接打开本页。链接仅在当前标签页有效，关闭后需重新点击链接。",
    "Please open this page by the invitation link that the city sent you. It opens this tab only; use the link again after closing it.",
  ],
  loading: ["正在载入……", "Loading …"],
  401: ["链接已过期或已被撤销，请联系管理员换发。", "The link has expired or was revoked; please ask the city for a new one."],
  403: [
    "链接无效：请核对是否完整复制；仍然打不开，请联系管理员。",
    "The link is not valid: please check that it was copied whole, or ask the city.",
  ],
  429: ["尝试次数过多，请几分钟后再用链接打开。", "Too many refused attempts; please use the link again in a few minutes."],
};
const UNAVAILABLE = ["统计服务暂无响应，请稍后再试。", "The statistics endpoint does not answer now; please try again later."];

/** The sentence, and a button where trying again can help. */
export function obstacle(kind, { say }, acts) {
  const isLoading = kind === "loading";
  const canRetry = !(kind in SENTENCES);
  return [
    element("h1", { id: "title", tabindex: "-1" }, say("区统计", "District statistics")),
    element("p", { class: isLoading ? "" : "notice warn", role: isLoading ? "status" : "alert" }, say(...(SENTENCES[kind] ?? UNAVAILABLE))),
    canRetry &&
      element("p", {}, element("button", { id: "retry", type: "button", class: "button", click: acts.retry }, say("再试一次", "Try again"))),
  ].filter(Boolean);
}
