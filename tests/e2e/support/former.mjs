// A draft as former versions stored it: the way to a form that is filled in without typing.

/** Opens the site with a dossier as its draft; the page takes it over where files are read. */
export async function openWithDossier(page, start, dossier) {
  await page.addInitScript((text) => {
    if (localStorage.getItem("zjtx.draft") === null) localStorage.setItem("zjtx.draft", text);
  }, JSON.stringify(dossier));
  await page.goto(start);
  await page.getByRole("heading", { level: 1, name: "填报文件" }).waitFor();
  await page.goto(start);
}
