// The app's state is text, as a form is sent (app/src/carried.rs and app/src/draft.rs): what the address or
// the host asks for is set in it, and everything that was typed stays.

/** The state for another scope: schemes, day, region and kind of application, each where it is given. */
export function withScope(state, { schemes, date, region, kind }) {
  const carried = new URLSearchParams(state);
  const draft = new URLSearchParams(carried.get("draft"));
  if (date) draft.set("as_of", date);
  if (region) draft.set("region", region);
  if (schemes) {
    draft.delete("scheme");
    for (const scheme of schemes) draft.append("scheme", scheme);
  }
  if (kind) draft.set("application_kind", kind);
  carried.set("draft", draft);
  return `${carried}`;
}

/** The state in another language. */
export function withLang(state, lang) {
  const carried = new URLSearchParams(state);
  carried.set("lang", lang);
  return `${carried}`;
}
