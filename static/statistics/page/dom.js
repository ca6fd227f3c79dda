// Builds elements; text never becomes markup.

/** An element with attributes (a function is a listener, `false` and `null` leave one out) and children. */
export function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") {
      node.addEventListener(key, value);
    } else if (value === true) {
      node.setAttribute(key, "");
    } else if (value !== false && value !== null) {
      node.setAttribute(key, value);
    }
  }
  node.append(...children.flat().filter((child) => child !== null && child !== false));
  return node;
}
