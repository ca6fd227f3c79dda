// What the person should know about the page around: wishes that were not understood, what is not possible
// here, and proposals. A stranger's words stand in quotation marks, shortened, and as text.

const MAX_QUOTED = 40;

function quoted(text) {
  const letters = [...text];
  return letters.length > MAX_QUOTED ? `${letters.slice(0, MAX_QUOTED).join("")}…` : text;
}

const SENTENCES = {
  "zh-CN": {
    label: "提示",
    refused: (name, value) => `网址中的参数 ${name} 不可用：“${value}”，已按默认处理。`,
    sealed: (address) => `受所在网站限制，此处无法打印和保存。如有需要，请在浏览器中直接打开：${address}`,
    proposed: (count, source) => `所在网页建议填入 ${count} 项数据，自称来源：“${source}”。未经您确认不会填入。`,
    look: "查看并确认",
  },
  en: {
    label: "Notes",
    refused: (name, value) => `The address's parameter ${name} cannot be used: “${value}”. The default is used instead.`,
    sealed: (address) =>
      `The page around limits this one: it cannot print, save files or keep what you type. If you need that, open this in the browser itself: ${address}`,
    proposed: (count, source) =>
      `The page around proposes ${count} answers, which it says are from “${source}”. None is filled in unless you confirm it.`,
    look: "See and confirm",
  },
};

/** The notes for what holds now, in a language: a sentence each, and where it leads. */
export function sentences({ refused, address, proposal }, lang) {
  const words = SENTENCES[lang] ?? SENTENCES["zh-CN"];
  const notes = refused.map(([name, value]) => ({ text: words.refused(name, quoted(value)) }));
  if (address) notes.push({ text: words.sealed(address) });
  if (proposal) {
    const { facts, source } = proposal;
    const text = words.proposed(Object.keys(facts).length, quoted(source));
    notes.push({ text, link: { href: "#/prefill", text: words.look } });
  }
  return { label: words.label, notes };
}

function paragraph({ text, link }) {
  const element = Object.assign(document.createElement("p"), { className: "notice warn" });
  element.append(text);
  if (link) element.append(" ", Object.assign(document.createElement("a"), { href: link.href, textContent: link.text }));
  return element;
}

/** Draws the notes above the page; `held` gives what holds now. Returns how to draw them anew. */
export function drawNotes(held) {
  const place = Object.assign(document.createElement("aside"), { id: "notes" });
  const status = document.createElement("div");
  status.setAttribute("role", "status");
  place.append(status);
  document.querySelector("#app").before(place);
  const draw = () => {
    const { label, notes } = sentences(held(), document.documentElement.lang);
    place.hidden = notes.length === 0;
    place.setAttribute("aria-label", label);
    status.replaceChildren(...notes.map(paragraph));
  };
  draw();
  new MutationObserver(draw).observe(document.documentElement, { attributeFilter: ["lang"] });
  return draw;
}
