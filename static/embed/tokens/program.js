// What computes (crates/blind-tokens-page): functions of bytes. Script and program lay bytes for each other into one room
// of its memory and hand over only numbers, so that no glue is loaded.

/**
 * The program's functions, of the exports of its module. Each lays its parts into the room one after the other, the one of
 * free length last, and gives what then stands there; undefined where there is no answer.
 */
export function functionsOf({ memory, room, size, blind, finish, verify }) {
  const act = (work) => (...parts) => {
    const bytes = new Uint8Array(memory.buffer, room(), size());
    let length = 0;
    for (const part of parts) {
      bytes.set(part, length);
      length += part.length;
    }
    const answer = work(length);
    return answer < 0 ? undefined : bytes.slice(0, answer);
  };
  const verified = act(verify);
  return { blind: act(blind), finish: act(finish), isSigned: (...parts) => verified(...parts) !== undefined };
}

/** Fetches the program; compiled from bytes, as some hosts send WebAssembly as something else. */
export async function load(address) {
  const answer = await fetch(address);
  const { instance } = await WebAssembly.instantiate(await answer.arrayBuffer());
  return functionsOf(instance.exports);
}
