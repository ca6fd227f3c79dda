// Node and its workers: the functions are ready at once.

import { readFileSync } from "node:fs";
import { initSync } from "./web.js";

initSync({ module: readFileSync(new URL("web_bg.wasm", import.meta.url)) });

export { HeldDossier, advise, evaluate, evaluateBatch, packs } from "./web.js";
