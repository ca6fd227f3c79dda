// Plain objects as bytes for the evaluator, and its codes as plain objects: JSON text between the two would take
// several times as long as judging. Only what is plain is written here; whatever else there may be, and every
// mistake, goes as JSON text to the reader of dossier files, which alone knows what is right.

/** What a code stands for, by its number: ids of facts, truths, size classes and kinds of application. */
let words = { facts: [], truths: [], sizes: [], kinds: [] };
/** Numbers of facts by id. */
let numbers = new Map();
/** By pack an outcome whose fixed parts are those of all of them. */
const shapes = [];

const bytes = new Uint8Array(1 << 14);
let end = 0;

// The numbers below are also Rust's: build.rs reads them here.
const NULL = 0;
const NO = 1;
const YES = 2;
const TEXT = 3;
const FIGURE = 4;
const ANSWERS = 5;
/** Longer texts are no answers. */
const LONGEST = 1_000;
/** Years of this century by their keys. */
const YEARS = new Map(Array.from({ length: 100 }, (_, index) => [String(2000 + index), 2000 + index]));
/** Years are one byte, counted from here; 0 stands for a fact without years. */
const BEFORE_YEARS = 1999;
/** Added to the number of the truth of a criterion that is waived. */
const WAIVED = 4;

export function learnWords(json) {
  words = JSON.parse(json);
  numbers = new Map(words.facts.map((id, index) => [id, index]));
}

export function learnShape(pack, json) {
  shapes[pack] = JSON.parse(json);
}

/** The dossier as bytes; undefined where it is not plain. */
export function dossierBytes(dossier) {
  end = 0;
  if (!isPlain(dossier)) return undefined;
  for (const key in dossier) if (!isField(key)) return undefined;
  const { schema, as_of, application_kind, facts } = dossier;
  const kind = words.kinds.indexOf(application_kind);
  if (schema !== 1 || typeof as_of !== "string" || as_of.length !== 10 || kind < 0) return undefined;
  bytes[end++] = kind;
  return writeText(TEXT, as_of) && writeFacts(facts) ? written() : undefined;
}

/** Compared one by one, which is quicker than a set of four. */
const isField = (key) => key === "schema" || key === "as_of" || key === "application_kind" || key === "facts";

/** Facts as bytes; undefined where they are not plain. */
export function factBytes(facts) {
  end = 0;
  return writeFacts(facts) ? written() : undefined;
}

/** Beyond the last byte nothing was written. */
const written = () => (end <= bytes.length ? bytes.subarray(0, end) : undefined);

/** Objects of classes, of other realms and of no prototype are left to JSON, which asks them more. */
const isPlain = (value) =>
  typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;

function writeFacts(facts) {
  if (!isPlain(facts)) return false;
  for (const id in facts) {
    const fact = numbers.get(id);
    const value = facts[id];
    if (fact === undefined) return false;
    if (value === undefined) continue;
    const isYearly = typeof value === "object" && value !== null && !Array.isArray(value);
    if (!(isYearly ? writeYears(fact, value) : writeAnswer(fact, 0, value))) return false;
  }
  return true;
}

function writeYears(fact, values) {
  if (!isPlain(values)) return false;
  const before = end;
  for (const key of Object.keys(values)) {
    const year = YEARS.get(key);
    // By a number it is found several times as quickly as by the key.
    const value = year && values[year];
    if (value === undefined || !writeAnswer(fact, year - BEFORE_YEARS, value)) return false;
  }
  return end > before;
}

function writeAnswer(fact, year, value) {
  bytes[end++] = fact;
  bytes[end++] = fact >> 8;
  bytes[end++] = year;
  if (typeof value === "string") return writeText(TEXT, value);
  if (typeof value === "number") return Number.isFinite(value) && writeText(FIGURE, String(value));
  if (Array.isArray(value)) return isOfTexts(value) && writeText(ANSWERS, lines(value));
  bytes[end++] = value === true ? YES : value === false ? NO : NULL;
  return typeof value === "boolean" || value === null;
}

/** The end of a line stands behind an answer, never in one. */
function isOfTexts(values) {
  for (const value of values) if (typeof value !== "string" || value.includes("\n")) return false;
  return values.toJSON === undefined;
}

const lines = (texts) => (texts.length > 0 ? `${texts.join("\n")}\n` : "");

/** Writes UTF-8 of one and three bytes; other characters are left to JSON. */
function writeText(tag, text) {
  if (text.length > LONGEST) return false;
  const start = end + 3;
  let at = start;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 0x80) {
      bytes[at++] = code;
    } else if (code >= 0x800 && (code & 0xf800) !== 0xd800) {
      bytes[at++] = 0xe0 | (code >> 12);
      bytes[at++] = 0x80 | ((code >> 6) & 0x3f);
      bytes[at++] = 0x80 | (code & 0x3f);
    } else {
      return false;
    }
  }
  bytes[end] = tag;
  bytes[end + 1] = at - start;
  bytes[end + 2] = (at - start) >> 8;
  end = at;
  return true;
}

/** The outcome that a code says; undefined while its pack's shape is not known. */
export function outcomeOf(pack, code) {
  const shape = shapes[pack];
  if (shape === undefined) return undefined;
  let at = 0;
  const points = () => String(code[at++] / 1e6);
  const verdict = words.truths[code[at++]];
  const size_class = words.sizes[code[at++]];
  let { score } = shape;
  if (score !== null) {
    const { pass_mark } = score;
    score = {
      min: points(),
      max: points(),
      pass_mark,
      groups: score.groups.map(({ id, title }) => ({ id, title, min: points(), max: points() })),
      indicators: score.indicators.map(({ id, full }) => ({ id, min: points(), max: points(), full })),
    };
  }
  const criteria = shape.criteria.map(({ id }) => {
    const judged = code[at++];
    return { id, truth: words.truths[judged % WAIVED], waived: judged >= WAIVED };
  });
  const declarations = shape.declarations.map(({ id }) => ({ id, truth: words.truths[code[at++]] }));
  const missing = [];
  while (at < code.length) missing.push(words.facts[code[at++]]);
  return { pack: shape.pack, revision: shape.revision, verdict, score, criteria, declarations, missing, size_class };
}
