/**
 * Kinds of files from the commercial system: A receipts, B lines of receipts, C the register of supplies, D payments, E
 * the control of atypical readings before they are billed.
 */
export const importKinds = ["receipts", "lines", "register", "payments", "controls"] as const;
export type ImportKind = (typeof importKinds)[number];

/**
 * The states of an import. `waiting`: the ticket is issued and the file not uploaded yet. `scanning`: the structure of
 * the whole file is checked before anything is stored, and so is what it would change while somebody has to see that.
 * `storing`, `checking`: rows are written, then each is read back.
 */
export const importStates = ["waiting", "scanning", "storing", "checking", "done", "refused"] as const;
export type ImportState = (typeof importStates)[number];
/** As staff see it: `previewed` is `scanning` once it is known what the file changes, until somebody decides. */
export const shownImportStates = [...importStates, "previewed"] as const;
export type ShownImportState = (typeof shownImportStates)[number];

/** The steps that are split into ranges of rows. */
export const importSteps = ["previewing", "storing", "checking"] as const;
export type ImportStep = (typeof importSteps)[number];

/**
 * How many rows ended in each way, read back from what is stored. Every row is in exactly one count, except that a
 * `warned` row is also accepted or unchanged.
 */
export const importCounts = [
  "accepted",
  "unchanged",
  "repeatedCopies",
  "repeatedOther",
  "superseded",
  "refused",
  "warned",
] as const;
export const importDecisions = ["import", "discard"] as const;

/** The rows of a file that are refused for one reason: how many, and the line of the first. */
export interface RefusedFor {
  readonly reason: string;
  readonly rows: number;
  readonly line: number;
}

/** A row that names another holder than a supply has today. */
export interface HolderChange {
  readonly supplyCode: string;
  readonly before: string;
  readonly after: string;
}

export type ImportCounts = Readonly<Partial<Record<(typeof importCounts)[number], number>>>;
