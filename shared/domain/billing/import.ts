/**
 * Kinds of files from the commercial system: A receipts, B lines of receipts, C the register of supplies, D payments, E
 * the control of atypical readings before they are billed.
 */
export const importKinds = ["receipts", "lines", "register", "payments", "controls"] as const;
export type ImportKind = (typeof importKinds)[number];

/**
 * The states of an import. `waiting`: the ticket is issued and the file not uploaded yet. `scanning`: the structure of
 * the whole file is checked before anything is stored. `storing`, `checking`: rows are written, then each is read back.
 */
export const importStates = ["waiting", "scanning", "storing", "checking", "done", "refused"] as const;
export type ImportState = (typeof importStates)[number];

/** The steps that are split into ranges of rows. */
export const importSteps = ["storing", "checking"] as const;
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
export type ImportCounts = Readonly<Partial<Record<(typeof importCounts)[number], number>>>;
