// Loaded by boot.js where the page stands in a frame or its address has parameters: it takes up what the
// address asks for, and in a frame speaks with the page around. It changes nothing that a person typed.

import { isSealed, lacks } from "./capabilities.js";
import { connect } from "./connection.js";
import { watchHeight } from "./height.js";
import { say } from "./messages.js";
import { drawNotes } from "./notes.js";
import { watchPage } from "./page.js";
import { readParameters, scopeOf } from "./parameters.js";

const root = document.documentElement;
const isFramed = self !== top;
/** Written in by the build as JSON: the app's version, and its packs. */
const { app: VERSION, packs } = JSON.parse(CATALOG);
const { wishes, refused } = readParameters(location.search, { packs });

let app = null;
let begun = false;
let lang = wishes.lang;
let proposal = null;

/** The first script of the app that reads it is told by an event. */
const changed = () => document.dispatchEvent(new Event("zjtx-surroundings"));

function dress({ theme, size, hide = [] }) {
  if (theme === "auto") delete root.dataset.theme;
  else if (theme) root.dataset.theme = theme;
  if (size) root.dataset.size = size;
  if (hide.length > 0) root.dataset.hide = hide.join(" ");
}

function loadStyle() {
  const { content } = document.querySelector('[data-part="frame-style"]');
  const href = new URL(content, document.baseURI).href;
  document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href }));
}

/** Changes scope and language of the app; while a later part of it has to read the stored draft, there is none yet. */
function edit({ schemes = [], date = "", region = "", kind = "" }) {
  if (app?.is_ready()) app.ask([schemes, date, region, kind, lang ?? ""].join("\n"));
}

/** Today where the person is. */
function today() {
  const now = new Date();
  const two = (number) => `${number}`.padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** `lists` is set where the site's own lists of recognised firms propose, and no page around. */
function propose({ facts, source }, lists = false) {
  proposal = { facts, source, lists };
  let place = document.querySelector("meta[name=prefill]");
  if (!place) {
    place = Object.assign(document.createElement("meta"), { name: "prefill" });
    document.head.append(place);
  }
  place.content = JSON.stringify(proposal);
  redraw();
  changed();
}

const HEARD = {
  theme: dress,
  lang: (message) => {
    ({ lang } = message);
    edit({});
  },
  prefill: (message) => propose(message),
  focus: () => document.querySelector("#title")?.focus(),
};

/** The page around answered: it gives the frame its height from now on. */
function opened() {
  root.dataset.host = "";
  changed();
}

/** What holds now for the notes; a proposal until it is looked at. */
const held = () => ({
  refused,
  address: isFramed && isSealed() ? location.origin + location.pathname : null,
  proposal: location.hash.startsWith("#/prefill") || !document.querySelector("meta[name=prefill]") ? null : proposal,
});

dress(wishes);
for (const [name, value] of Object.entries(wishes.accent ?? {})) root.style.setProperty(name, value);
const missing = lacks();
root.dataset.lacks = missing.join(" ");
if (missing.includes("sending")) document.querySelector("meta[name=endpoint]").content = "";
loadStyle();
const redraw = drawNotes(held);
addEventListener("hashchange", redraw);

/** Another page of this site may have left a proposal: the titles of a firm in its lists. */
const left = isFramed ? null : sessionStorage.getItem("zjtx.proposal");
if (left) {
  sessionStorage.removeItem("zjtx.proposal");
  propose(JSON.parse(left), true);
}

const tell = isFramed ? connect((message) => HEARD[message.type](message), opened) : () => {};
if (isFramed) {
  root.dataset.framed = "";
  watchHeight((px) => tell(say.height(px)));
  // The app sends this after the person agreed to it, and as it was shown.
  document.addEventListener("zjtx-verdict", ({ detail }) => tell(JSON.parse(detail)));
  addEventListener("hashchange", showWhereOneCame);
  // A page takes the focus to its heading once it is drawn. Some browsers move the page around by themselves then: to the
  // same place, so that it is all one which comes first.
  document.addEventListener("focusin", ({ target }) => target.id === "title" && tell(say.scrollTo(placeOf(target))));
}

/** Where an element is to stand on top, with as much above it as the style sheet leaves it. */
function placeOf(element) {
  const above = parseFloat(getComputedStyle(element).scrollMarginTop) || 0;
  return Math.max(0, Math.round(element.getBoundingClientRect().top + scrollY - above));
}

/** The page around scrolls to a section once it is drawn; a page's heading tells by its focus where it is. */
function showWhereOneCame() {
  const section = /^#\/form\/(section-\d+)$/.exec(location.hash)?.[1];
  if (!section) return;
  requestAnimationFrame(() => {
    const heading = document.getElementById(section);
    if (heading) tell(say.scrollTo(placeOf(heading)));
  });
}

function report() {
  watchPage({
    ready: (drawn) => tell(say.ready(VERSION, drawn)),
    progressed: (answered, relevant) => tell(say.progress(answered, relevant)),
  });
}

/**
 * What the address asks for is set once, and the language that is wanted by now; then the host is told. Where a stored
 * draft has to be read by another part of the app, that part comes next and is waited for.
 */
function begin() {
  if (begun || !app.is_ready()) return;
  begun = true;
  const scope = scopeOf(wishes, today());
  if (lang || Object.values(scope).some(Boolean)) edit(scope);
  if (isFramed) setTimeout(report);
}

/** The app was started; it draws, and has a state, when this task is over. */
export function started(drawn) {
  app = drawn;
  setTimeout(begin);
  document.addEventListener("zjtx-taken-over", () => setTimeout(begin));
}

/** The app could not start; the page says so to the person itself. */
export function failed() {
  tell(say.error(typeof WebAssembly === "object" ? "not_loaded" : "no_wasm"));
}
