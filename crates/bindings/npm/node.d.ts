export { HeldDossier, advise, evaluate, evaluateBatch, packs } from "./web.js";
export type * from "./web.js";
