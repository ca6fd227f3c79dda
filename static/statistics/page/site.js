// What the site says of itself in the page's head: its service, its office, and its areas with their places.

/** The site's settings; `null` on a page without them. */
export const site = JSON.parse(document.querySelector("meta[name=site]")?.content || "null");

/** The code that stands for “not stated”: that of the whole area served. */
export const unstated = site?.area.code ?? null;

/** Who runs the site, for saved files. */
export function officeLine({ say }) {
  const office = site?.office;
  if (!office) return say("演示站点，未由任何机关主办", "A demonstration that no authority runs");
  return say(`主办单位：${office.name.zh}，联系方式：${office.contact}`, `Run by ${office.name.en}, contact: ${office.contact}`);
}
