// What the site says of itself in the page's head: its service, its office, and its areas with their places.

/** The site's settings; `null` on a page without them. */
export const site = JSON.parse(document.querySelector("meta[name=site]")?.content || "null");

/** The code that stands for “not stated”: that of the whole area served. */
export const unstated = site?.area.code ?? null;
