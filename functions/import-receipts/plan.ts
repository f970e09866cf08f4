import * as z from "zod";
import type { FileKind, RowOutcome } from "./file-kinds.ts";
import { encodings, type FileRow, type Position } from "./file-rows.ts";

const range = z.object({
  start: z.number(),
  end: z.number(),
  /** The line before its first row. */
  line: z.number(),
  rows: z.number(),
  /** The lines whose key an earlier valid line has: [line, that earlier line, whether it repeats one exactly]. */
  repeats: z.array(z.tuple([z.number(), z.number(), z.boolean()])),
});

const plan = z.object({
  encoding: z.enum(encodings),
  /** In the file's order. */
  header: z.array(z.string()),
  rows: z.number(),
  ranges: z.array(range),
});

/** How a file is cut: ranges of whole rows, each with the repeats that must be known to handle it alone. */
export type Plan = z.output<typeof plan>;
export type Range = Plan["ranges"][number];

export function parsePlan(text: string): Plan {
  return plan.parse(JSON.parse(text));
}

export function positionOf({ start, line }: Range): Position {
  return { offset: start, line };
}

/**
 * Returns a function that reads a row of a kind, its cells in the order of `header`. A row with more or fewer cells
 * than the header has the problem `ragged`; a column that the header lacks is an empty cell.
 */
export function readerOf({ columns, read }: FileKind, header: readonly string[]): (row: FileRow) => RowOutcome {
  const positions = columns.map((column) => header.indexOf(column));
  const ragged = { column: "la fila", problem: "ragged", expected: String(header.length) } as const;
  return ({ cells }) =>
    cells.length === header.length
      ? read(positions.map((position) => cells[position] ?? ""))
      : { ok: false, problems: [ragged] };
}
