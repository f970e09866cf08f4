import { paginateQuery } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { workAges } from "../../shared/casework/board/wait-ages.ts";
import type { Table } from "../../shared/storage/dynamodb.ts";
import type { Item } from "./partitions.ts";

type Work = keyof typeof workAges;

/** Work that a machine has not finished: of which kind, its name, and when it was last heard of. */
interface Unfinished {
  readonly work: Work;
  readonly name: string;
  readonly since: string;
}

/** States of an import in which a machine has still to act; one that waits for its file or a person is no work yet. */
const importing: readonly unknown[] = ["scanning", "storing", "checking"];

const decision = z.object({ at: z.string() });

function unfinished({
  pk,
  sk,
  state,
  asOf,
  touchedAt,
  closed,
  createdAt,
  previewedAt,
  decided,
}: Item): Unfinished | undefined {
  const [name, key] = [`${pk} ${sk}`, String(pk)];
  if (key.startsWith("REPORT#") && sk === "BUILD" && state === "reading")
    return { work: "report", name, since: String(asOf) };
  if (key.startsWith("EXPORTS#") && closed === undefined && touchedAt !== undefined)
    return { work: "copy", name, since: String(touchedAt) };
  if (key !== "IMPORTS" || !importing.includes(state)) return undefined;
  const { at } = decision.safeParse(decided).data ?? {};
  return previewedAt !== undefined && at === undefined
    ? undefined
    : { work: "import", name, since: at ?? String(createdAt) };
}

/**
 * Returns a line for each item that stands for unfinished work of a machine (a report, a copy of a case file, an
 * import) that has gone on for longer, at `now`, than `workAges` allows. Empty if there is none.
 */
export function agedWork(items: readonly Item[], now: string): readonly string[] {
  return items.flatMap((item) => {
    const found = unfinished(item);
    if (!found) return [];
    const { work, name, since } = found;
    const minutes = Math.floor((Date.parse(now) - Date.parse(since)) / 60_000);
    const { minutes: most } = workAges[work];
    return minutes > most ? [`aged: ${name}: ${work} for ${minutes} minutes, at most ${most}`] : [];
  });
}

/**
 * Reads every import in a table, and returns a line for each unfinished import that has gone on for longer, at `now`,
 * than is allowed. An import that still waits for its file, or for a decision, is left out.
 */
export async function agedImports({ client, name }: Table, now: string): Promise<readonly string[]> {
  const faults: string[] = [];
  const asked = {
    TableName: name,
    KeyConditionExpression: "pk = :pk",
    ExpressionAttributeValues: { ":pk": "IMPORTS" },
  };
  for await (const { Items = [] } of paginateQuery({ client }, asked)) faults.push(...agedWork(Items, now));
  return faults;
}
