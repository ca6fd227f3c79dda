/** A figure: digits as text, with a unit where the fact has one (`"8600"`, `"8600万元"`, `"3%"`), or a number. */
export type Figure = string | number;
/** Figures by fiscal year: `{ "2025": "8600.5" }`. */
export type Yearly = { [year: string]: Figure | null };
export type Truth = "met" | "unmet" | "undetermined";
export type ApplicationKind = "first" | "renewal";

/** What is known of one firm, on the day that it is judged on. */
export interface Dossier {
  schema: 1;
  /** The day, as `2026-05-01`. */
  as_of: string;
  application_kind: ApplicationKind;
  facts: Facts;
}

/** A dossier that is read once, changed and judged many times: what a form does that is filled in. */
export class HeldDossier {
  constructor(dossier: Dossier);
  /**
   * Changes the facts that are named, of a yearly fact the years that are named; `null` forgets. With a mistake nothing
   * changes; the `path` of the `Error` begins at the facts.
   */
  set(facts: Facts): void;
  evaluate(packId?: string | null): Outcome;
  advise(packId?: string | null): Advice;
  /** Gives its memory back; without it the garbage collector does, later. */
  free(): void;
}

export interface Outcome {
  pack: string;
  revision: string;
  verdict: Truth;
  /** `null` for packs without a score. */
  score: Score | null;
  /** Every counted criterion, parents before children. */
  criteria: CriterionOutcome[];
  /** Qualitative sentences that no figure decides. */
  declarations: DeclarationOutcome[];
  /** Facts that could still change the verdict, the most decisive first. */
  missing: (keyof Facts)[];
  size_class: "large" | "medium" | "small" | "micro" | "undetermined";
  /** What an adviser's expectations did; absent where none were given. */
  expectations?: Expectations;
}
/** An adviser's expectations, by ids of indicators. */
export interface Expectations {
  /** Those that narrow their band. */
  used: string[];
  /** Those outside their band or not whole, which are not used. */
  refused: string[];
  verdict_without: Truth;
  score_without: { min: string; max: string };
}
/** Points as decimal text; `min` and `max` differ where answers are missing. */
export interface Score {
  min: string;
  max: string;
  pass_mark: string;
  groups: { id: string; title: string; min: string; max: string }[];
  indicators: { id: string; min: string; max: string; full: string }[];
}
export interface CriterionOutcome {
  id: string;
  truth: Truth;
  /** Whether it was met without its own requirement: waived, or not examined. */
  waived: boolean;
}
export interface DeclarationOutcome {
  id: string;
  truth: Truth;
}

/** What would have to change, and what must not (docs/advice.md). */
export interface Advice {
  pack: string;
  revision: string;
  verdict: Truth;
  gaps: Gap[];
  /** Criteria that absent answers leave open. */
  unanswered: Unanswered[];
  /** Plans for the first application year in which the verdict could be met. */
  routes: Route[];
  waiting: { as_of: string; in_force: boolean; assumed: FactPlace[] } | null;
  /** By how much criteria are met, the tightest first. */
  slack: Slack[];
  find_out: FactPlace[];
}
export type Effort = "this_window" | "next_window" | "long_term" | "unchangeable";
export type Lever = "increase" | "decrease" | "time_only" | "fixed";
/** An answer as dossiers write it. */
export type Answer = string | boolean | string[] | null;
export interface Gap {
  criterion: string;
  truth: "unmet" | "undetermined";
  needed: boolean;
  effort: Effort;
  routes: Route[];
  /** The first application year in which time alone has closed it. */
  waiting: number | null;
}
export interface Unanswered {
  criterion: string;
  needed: boolean;
  find_out: FactPlace[];
}
/** A plan for one application year. */
export interface Route {
  application_year: number;
  /** The pack that judges it. */
  pack: string;
  in_force: boolean;
  effort: Effort;
  changes: Change[];
  /** Absent answers that are taken to come out well. */
  assumed: FactPlace[];
  side_effects: SideEffect[];
}
export interface FactPlace {
  fact: keyof Facts;
  year: number | null;
}
export interface Change extends FactPlace {
  lever: Lever;
  from: Answer;
  to: Answer;
  by: string | null;
  effort: Effort;
  /** What the dossier says of the same fact in the years that matter beside it. */
  held: { year: number; value: string }[];
}
export interface SideEffect {
  kind: "criterion" | "indicator" | "tier" | "size_class";
  id: string;
  from: string;
  to: string;
}
export interface Slack extends FactPlace {
  criterion: string;
  from: Answer;
  to: Answer;
  by: string | null;
  rising: boolean;
}

/** One dossier of many: judged, or refused with what is wrong with it. */
export type BatchRow = BatchVerdict | { error: BadInput };
export interface BatchVerdict {
  pack: string;
  revision: string;
  verdict: Truth;
  score: { min: string; max: string } | null;
  /** Ids of the criteria that are not met. */
  unmet: string[];
}
/** What an `Error` that is thrown here has besides its message. */
export interface BadInput {
  code: string;
  /** Place of the mistake in the input, as a JSON pointer. */
  path: string;
  message: string;
}

export interface PackInfo {
  id: string;
  revision: string;
  scheme: string;
  region: string;
  /** In Chinese. */
  title: string;
}
