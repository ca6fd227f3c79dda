// The officers' page 「区统计」: state, and drawing it anew when it changes.

import { forgetToken, takeToken } from "./access.js";
import { ask, hasEndpoint, load, Refusal } from "./endpoint.js";
import { drawCharts } from "./figures.js";
import { districtsOf, packsOf, weeksOf } from "./tables.js";
import { view } from "./view.js";
import { wordsOf } from "./words.js";

const LANGUAGE = "zjtx.lang";
const NO_CODES = { packs: [], levels: [], districts: [], verdicts: [] };

const state = {
  language: new URLSearchParams(location.search).get("lang") ?? localStorage.getItem(LANGUAGE) ?? "zh",
  token: null,
  /** Why nothing is shown: "no-endpoint", "no-token", "loading", or the status of a refusal. */
  obstacle: "loading",
  data: null,
  /** The chosen week, pack, measure and district. */
  choice: null,
  wall: false,
};

/** What the page's controls do. */
const acts = {
  choose(part) {
    state.choice = settled({ ...state.choice, ...part });
    draw();
  },
  speak(language) {
    state.language = language;
    localStorage.setItem(LANGUAGE, language);
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
  retry: open,
};

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
    measure: choice.measure,
    district: access.district ?? known(districtsOf(releases, pack), choice.district),
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
  const words = wordsOf(state.language, state.data?.config.codes ?? NO_CODES);
  const focused = document.activeElement?.id;
  document.documentElement.lang = words.say("zh-CN", "en");
  document.documentElement.toggleAttribute("data-wall", state.wall);
  document.title = words.say("区统计 · 专精特新企业自测", "District statistics · SME self-test");
  document.getElementById("app").replaceChildren(...view(state, words, acts));
  if (focused) {
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
document.addEventListener("fullscreenchange", () => {
  if (!document.fullscreenElement && state.wall) {
    state.wall = false;
    draw();
  }
});
start();
