import * as z from "zod";
import { encodings, type Position } from "./file-rows.ts";

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
 * Returns a function that takes the cells of a row, which are in the order of `header`, and returns them in the order
 * of `columns`. A column that the header or the row lacks gives an empty cell.
 */
export function orderedBy(
  columns: readonly string[],
  header: readonly string[],
): (cells: readonly string[]) => readonly string[] {
  const positions = columns.map((column) => header.indexOf(column));
  return (cells) => positions.map((position) => cells[position] ?? "");
}
