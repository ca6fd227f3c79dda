// Bytes as the endpoint writes them: base64url without padding.

export function textOf(bytes) {
  const plain = btoa(String.fromCharCode(...bytes));
  return plain.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** The bytes of a text of ASCII. */
export const bytesOfPlain = (text) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

export const bytesOf = (text) => bytesOfPlain(atob(text.replaceAll("-", "+").replaceAll("_", "/")));
