// A browser's translation, as it treats a page: every text node, later ones too, gives way to two nested <font>, where the page
// does not forbid it.

/** Begins to translate the page; run in it. Translated words are marked by a dot before them. */
export function translate() {
  const ours = new WeakSet();
  const isKept = (element) => element.closest("[translate=no], .notranslate, script, style, option, font");
  const wrap = (text) => {
    const [outer, inner] = [document.createElement("font"), document.createElement("font")];
    const words = document.createTextNode(`·${text.data}`);
    ours.add(words);
    inner.append(words);
    outer.append(inner);
    text.replaceWith(outer);
  };
  const treat = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    texts.filter((text) => text.data.trim() && !ours.has(text) && text.parentElement && !isKept(text.parentElement)).forEach(wrap);
  };
  treat(document.body);
  const watcher = new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) if (node.parentElement && node.nodeName !== "FONT") treat(node.nodeType === Node.TEXT_NODE ? node.parentElement : node);
    }
  });
  watcher.observe(document.body, { childList: true, subtree: true });
}
