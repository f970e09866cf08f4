/**
 * What a file of the commercial system may bring: A receipts, B lines of receipts, C the register of supplies, D payments,
 * E the control of atypical readings before they are billed.
 */
export const importKinds = ["receipts", "lines", "register", "payments", "controls"] as const;
export type ImportKind = (typeof importKinds)[number];

/**
 * The life of an import. `waiting`: the ticket is given, the file has not come. `scanning`: its structure is checked
 * from end to end before anything is stored. `storing`, `checking`: rows are written, then each is read back.
 */
export const importStates = ["waiting", "scanning", "storing", "checking", "done", "refused"] as const;
export type ImportState = (typeof importStates)[number];

/** The steps that are cut into ranges: rows are written, then each is read back. */
export const importSteps = ["storing", "checking"] as const;
export type ImportStep = (typeof importSteps)[number];

/**
 * What an import found of its rows, read back from what is stored. Every row is in exactly one of these, but `warned`,
 * which are accepted or unchanged rows that deserve a look.
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
