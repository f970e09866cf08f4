import * as z from "zod";
import { encodings, type Position } from "./file-rows.ts";

const range = z.object({
  start: z.number(),
  end: z.number(),
  /** The line before its first row. */
  line: z.number(),
  rows: z.number(),
  /** Lines whose key an earlier line of the file has: [line, the line that counts, whether it is an exact copy]. */
  repeats: z.array(z.tuple([z.number(), z.number(), z.boolean()])),
});

const plan = z.object({
  encoding: z.enum(encodings),
  /** The header's own columns, in the file's order. */
  header: z.array(z.string()),
  rows: z.number(),
  ranges: z.array(range),
});

/** How a file is cut: ranges of whole rows, each with what must be known of the rest of the file to handle it alone. */
export type Plan = z.output<typeof plan>;
export type Range = Plan["ranges"][number];

export function parsePlan(text: string): Plan {
  return plan.parse(JSON.parse(text));
}

export function positionOf({ start, line }: Range): Position {
  return { offset: start, line };
}

/** Puts the cells of a row in the order of `columns`, wherever the file has them. */
export function orderedBy(
  columns: readonly string[],
  header: readonly string[],
): (cells: readonly string[]) => readonly string[] {
  const places = columns.map((column) => header.indexOf(column));
  return (cells) => places.map((place) => cells[place] ?? "");
}
