import type { listImports, showImport } from "../../../shared/contract/desk-routes.ts";
import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { ImportState } from "../../../shared/domain/billing/import.ts";
import type { ImportRecord } from "../../../shared/storage/billing/import-register.ts";

type ImportView = AnswerOf<typeof listImports>["imports"][number];

/** Returns an import as `importView`, with why rows are refused, which holders it changes and who decided. */
export function shownImport(record: ImportRecord): AnswerOf<typeof showImport> {
  const { refusedFor, holders, holderRows, decided } = record;
  return {
    ...importView(record),
    ...(refusedFor && { refusedFor }),
    ...(holders && { holders: { rows: holderRows, first: holders } }),
    ...(decided && { decided: { as: decided.as, by: decided.name, at: decided.at } }),
  };
}

/**
 * Returns an import as staff see it; `previewed` while it waits for a decision. `progress.done` is how many rows the
 * running step has done: 0 if the state is `waiting` or `refused`, and all rows if it is `done`. Only a `done`
 * import has `counts`, one number for each outcome of a row, which may be 0.
 */
export function importView(record: ImportRecord): ImportView {
  const { importId, kind, fileName, state, by, createdAt, finishedAt, failure } = record;
  return {
    importId,
    kind,
    fileName,
    state: state === "scanning" && record.previewedAt !== undefined ? "previewed" : state,
    by,
    createdAt,
    ...(finishedAt !== undefined && { finishedAt }),
    ...(failure !== undefined && { failure }),
    progress: { done: rowsDone(record), of: record.rows, withError: record.refusedRows ?? record.refused ?? 0 },
    ...(state === "done" && { counts: countsOf(record) }),
  };
}

const rowsDoneIn: Record<ImportState, (record: ImportRecord) => number> = {
  waiting: () => 0,
  scanning: (record) => record.previewingRows,
  storing: (record) => record.storingRows,
  checking: (record) => record.checkingRows,
  done: (record) => record.rows,
  refused: () => 0,
};

function rowsDone(record: ImportRecord): number {
  return rowsDoneIn[record.state](record);
}

function countsOf(record: ImportRecord): NonNullable<ImportView["counts"]> {
  const {
    rows,
    accepted = 0,
    unchanged = 0,
    repeatedCopies = 0,
    repeatedOther = 0,
    superseded = 0,
    warned = 0,
    refused = 0,
  } = record;
  return { rows, accepted, unchanged, repeatedCopies, repeatedOther, superseded, warned, refused };
}
