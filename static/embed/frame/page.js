// What the page shows, as far as the host is told of it.

/** Packs that the page judges by, as `[id, revision]`; null while their rules are on their way. */
function packs() {
  const told = document.querySelector("main")?.dataset.packs;
  return told === undefined ? null : told.split(" ").filter(Boolean).map((pack) => pack.split("@"));
}

/** Sum of what the form tells, as `3/5`, of each section or of all that is asked; null where there is no form. */
export function sum(told) {
  const counts = told.map((text) => text.split("/").map(Number));
  const total = (place) => counts.reduce((sum, count) => sum + count[place], 0);
  return counts.length === 0 ? null : [total(0), total(1)];
}

const progress = () => sum([...document.querySelectorAll("[data-progress]")].map(({ dataset }) => dataset.progress));

/** Bars and contents by what the host's page may have too: a screen reader tells them apart by name. */
function name() {
  const label = document.documentElement.lang === "en" ? "SME self-test" : "专精特新企业自测";
  for (const part of document.querySelectorAll(".bar, main, .foot")) part.setAttribute("aria-label", label);
}

/** Calls `ready` once with the packs, and `progressed` with the answered and the asked questions. */
export function watchPage({ ready, progressed }) {
  let isReady = false;
  let last = "";
  const look = () => {
    name();
    const drawn = packs();
    const counts = progress();
    if (drawn && !isReady) {
      isReady = true;
      ready(drawn);
    }
    if (counts && `${counts}` !== last) {
      last = `${counts}`;
      progressed(...counts);
    }
  };
  const whatever = { subtree: true, childList: true, characterData: true, attributeFilter: ["data-packs", "data-progress"] };
  new MutationObserver(look).observe(document.querySelector("#app"), whatever);
  look();
}
