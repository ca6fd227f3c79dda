// The app's draft is text, as a form is sent (app/src/draft.rs): what the address or the host asks for is set
// in it, and everything that was typed stays.

/** The draft for another scope: schemes, day, region and kind of application, each where it is given. */
export function withScope(text, { schemes, date, region, kind }) {
  const draft = new URLSearchParams(text);
  if (date) draft.set("as_of", date);
  if (region) draft.set("region", region);
  if (schemes) {
    draft.delete("scheme");
    for (const scheme of schemes) draft.append("scheme", scheme);
  }
  if (kind) draft.set("application_kind", kind);
  return `${draft}`;
}
