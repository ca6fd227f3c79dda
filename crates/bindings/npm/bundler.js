// For bundlers, which put the file that `new URL` names beside the bundle: the functions are ready at once.

import init from "./web.js";

await init({ module_or_path: new URL("web_bg.wasm", import.meta.url) });

export { HeldDossier, advise, evaluate, evaluateBatch, packs } from "./web.js";
