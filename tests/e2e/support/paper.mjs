// Pages as they come out of a printer.

const FOLDER = new URL("../shots/", import.meta.url);

/** Prints to tests/e2e/shots/<name>.pdf on A4; returns the number of sheets. */
export async function print(page, name) {
  const pdf = await page.pdf({ path: new URL(`${name}.pdf`, FOLDER).pathname, format: "A4", margin: MARGIN });
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g).length;
}

const MARGIN = { top: "12mm", bottom: "12mm", left: "12mm", right: "12mm" };

/** Texts on paper that would be too pale for black and white, or too small to read. */
export function illegible(page, { leastContrast, leastSize }) {
  return page.evaluate(findIllegible, { leastContrast, leastSize });
}

/** Runs in the page. */
function findIllegible({ leastContrast, leastSize }) {
  const luminance = (color) => {
    const [red, green, blue] = color.match(/[\d.]+/g).map((part) => {
      const share = Number(part) / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const onWhite = (color) => 1.05 / (luminance(color) + 0.05);
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    const text = texts.currentNode.data.trim();
    if (!text || !element.checkVisibility({ checkVisibilityCSS: true })) continue;
    const { color, fontSize } = getComputedStyle(element);
    if (onWhite(color) < leastContrast || Number.parseFloat(fontSize) < leastSize) {
      found.push(`${color} ${fontSize}: ${text}`);
    }
  }
  return found;
}
