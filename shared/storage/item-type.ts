import type { IndexName, TableName } from "./tables.ts";

/** A kind of item: where it stands, what it is, and which stores write or read it. */
export interface ItemType {
  readonly table: TableName;
  /** With `{name}` for one part between two `#` that differs, and `{*name}` for all that follows. */
  readonly pk: string;
  readonly sk: string;
  readonly what: string;
  /** The indexes it may stand in; sparse, so that it is in one only while it waits for somebody. */
  readonly indexes?: readonly IndexName[];
  /** Deleted by the table once it is of no use. */
  readonly expires?: true;
  /** Names of `stores` in `shared/permissions.ts`: their actions say which of them write. */
  readonly stores: readonly string[];
}

/** The stores of submissions, and of requests for attention: with the desk's lists, and without. */
export const submissions = ["submissions", "submissionRecords"] as const;
export const problems = ["problems", "problemRecords"] as const;
