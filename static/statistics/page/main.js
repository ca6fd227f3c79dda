// The officers' page 「区统计」: state, and drawing it anew when it changes.

import { forgetToken, takeToken } from "./access.js";
import { keep, kept } from "../../site/storage.mjs";
import { ask, hasEndpoint, load, Refusal } from "./endpoint.js";
import { drawCharts } from "./figures.js";
import { site, unstated } from "./site.js";
import { districtsOf, packsOf, weeksOf } from "./tables.js";
import { asCsv } from "./save.js";
import { view } from "./view.js";
import { wordsOf } from "./words.js";

const LANGUAGE = "zjtx.lang";
const NO_CODES = { packs: [], levels: [], districts: [], former: [], verdicts: [] };

const state = {
  language: new URLSearchParams(location.search).get("lang") ?? kept("localStorage", LANGUAGE) ?? "zh",
  token: null,
  /** Why nothing is shown: "no-endpoint", "no-token", "loading", or the status of a refusal. */
  obstacle: "loading",
  data: null,
  /** The chosen week, pack, lane, measure and district. */
  choice: null,
  wall: false,
};

/** What the page's controls do. */
const acts = {
  choose(part) {
    if (part.lane) Object.assign(state.data, state.data.lanes[part.lane]);
    state.choice = settled({ ...state.choice, ...part });
    draw();
  },
  speak(language) {
    state.language = language;
    keep("localStorage", LANGUAGE, language);
    draw();
  },
  async hang(wall) {
    state.wall = wall;
    // A frame may be refused the whole screen; the large view is there all the same.
    const asked = wall ? document.documentElement.requestFullscreen?.() : leaveFullScreen();
    await asked?.catch(() => {});
    draw();
  },
  leave() {
    forgetToken();
    Object.assign(state, { token: null, data: null, obstacle: "no-token" });
    draw();
  },
  async save(kind) {
    const answer = await ask(`${state.data.place}/releases.${kind}`, state.token).catch(refused);
    if (answer) {
      offer(await answer.blob(), `zjtx-${state.data.access.district ?? "city"}.${kind}`);
    }
  },
  /** The table as the page shows it, with its title and notes. */
  saveTable() {
    const name = `${document.querySelector("h1").textContent}-${state.choice.week}.csv`;
    offer(new Blob(["\uFEFF", asCsv(document, state.data.config.demo, wordsNow())], { type: "text/csv" }), name);
  },
  retry: open,
};

/** Whether the person pointed last, and did not type: the large view shows no focus then. */
let isPointing = false;

/** The large view turns to the next level after so many milliseconds. */
const TURN = 20_000;

function turn() {
  if (!state.wall || !state.data) return;
  const packs = packsOf(state.data.releases, state.data.config.codes);
  acts.choose({ pack: packs[(packs.indexOf(state.choice.pack) + 1) % packs.length] });
}

const wordsNow = () => wordsOf(state.language, state.data?.config.codes ?? NO_CODES);

function leaveFullScreen() {
  return document.fullscreenElement ? document.exitFullscreen() : null;
}

function offer(file, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** A choice whose parts all exist: whatever does not is replaced by the first that does. */
function settled(choice) {
  const { releases, config, access } = state.data;
  const known = (list, wanted) => (list.includes(wanted) ? wanted : (list[0] ?? null));
  const pack = known(packsOf(releases, config.codes), choice.pack);
  return {
    week: known(weeksOf(releases), choice.week),
    pack,
    lane: choice.lane ?? "main",
    measure: choice.measure,
    mapped: choice.mapped ?? "total",
    district: access.district ?? known(districtsOf(releases, pack, unstated), choice.district),
  };
}

function refused(error) {
  if (!(error instanceof Refusal)) {
    throw error;
  }
  state.obstacle = error.status;
  if (error.status === 401 || error.status === 403) {
    forgetToken();
  }
  draw();
}

async function open() {
  state.obstacle = "loading";
  draw();
  try {
    state.data = await load(state.token);
    state.obstacle = null;
    state.choice = settled({ measure: "total" });
    draw();
  } catch (error) {
    refused(error);
  }
}

function draw() {
  const words = wordsNow();
  const focused = document.activeElement?.id;
  document.documentElement.lang = words.say("zh-CN", "en");
  document.documentElement.toggleAttribute("data-wall", state.wall);
  if (state.wall) document.documentElement.dataset.theme = "dark";
  else delete document.documentElement.dataset.theme;
  document.title = words.say(`区统计 · ${site?.service.zh ?? "专精特新企业自测"}`, `Statistics · ${site?.service.en ?? "SME self-test"}`);
  document.getElementById("app").replaceChildren(...view(state, words, acts));
  if (focused && !(state.wall && isPointing)) {
    document.getElementById(focused)?.focus();
  }
  drawCharts();
}

function start() {
  state.token = takeToken();
  if (hasEndpoint && state.token) {
    open();
  } else {
    state.obstacle = hasEndpoint ? "no-token" : "no-endpoint";
    draw();
  }
}

addEventListener("hashchange", start);
addEventListener("pointerdown", () => void (isPointing = true), true);
addEventListener("keydown", () => void (isPointing = false), true);
addEventListener("keydown", ({ key }) => key === "Escape" && state.wall && acts.hang(false));
setInterval(turn, TURN);
document.addEventListener("fullscreenchange", () => {
  if (!document.fullscreenElement && state.wall) {
    state.wall = false;
    draw();
  }
});
start();
