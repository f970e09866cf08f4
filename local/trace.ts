import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { openCaseFiles } from "../shared/storage/case/case-files.ts";
import { headKeyOf } from "../shared/storage/case/claim-keys.ts";
import { credentials, region } from "./cloud.ts";

const stored = z.object({ seq: z.number(), type: z.string(), at: z.string(), trace: z.string().optional() });
const logged = z.looseObject({ at: z.string(), event: z.string(), trace: z.string() });

/** A line of a function's log that has one of a claim's traces; `by` is the function. */
export type TracedLine = z.output<typeof logged> & { readonly by: string };

/** The entries of a claim, and the log lines of every function that have the trace of one of these entries. */
export interface Story {
  readonly claimId: string;
  readonly entries: readonly z.output<typeof stored>[];
  /** The earliest first. */
  readonly lines: readonly TracedLine[];
}

/**
 * Returns a function that gives the story of the claim with a number: its entries in `table`, and the lines of the logs
 * in the folder `logs` with their traces. A trace is the id that an act's entry shares with all that the act caused.
 * The function gives undefined if no claim has the number.
 */
export function openTrace(table: string, endpoint: string, logs: string): (code: string) => Promise<Story | undefined> {
  return async (code) => {
    const plain = new DynamoDBClient({ endpoint, region, credentials });
    const client = DynamoDBDocumentClient.from(plain);
    try {
      const claimId = await openCaseFiles({ client, name: table }).claimOfCode(code);
      if (claimId === undefined) return undefined;
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: "pk = :pk AND begins_with(sk, :entry)",
          ExpressionAttributeValues: { ":pk": headKeyOf(claimId).pk, ":entry": "E#" },
        }),
      );
      const entries = Items.map((item) => stored.parse(item));
      const traces = new Set(entries.flatMap(({ trace }) => trace ?? []));
      const lines = linesIn(logs).filter(({ trace }) => traces.has(trace));
      return { claimId, entries, lines: lines.toSorted((a, b) => (a.at < b.at ? -1 : 1)) };
    } finally {
      plain.destroy();
    }
  };
}

function linesIn(folder: string): readonly TracedLine[] {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names.flatMap((name) =>
    readFileSync(join(folder, name), "utf8")
      .split("\n")
      .filter((line) => line.includes('"trace":'))
      .map((line) => ({ ...logged.parse(JSON.parse(line)), by: name.replace(/^caudal-dev-|\.log$/g, "") })),
  );
}

/**
 * Returns the story as lines of text: each entry, and under the first entry of a trace the log lines with that trace.
 */
export function storyLines({ entries, lines }: Story): readonly string[] {
  const said = new Set<string>();
  return entries.flatMap(({ seq, type, at, trace }) => {
    const heading = `${at}  ${String(seq).padStart(3)}. ${type}${trace ? `  [${trace}]` : ""}`;
    if (trace === undefined || said.has(trace)) return [heading];
    said.add(trace);
    return [heading, ...lines.filter((line) => line.trace === trace).map(lineOf)];
  });
}

function lineOf({ at, by, level: _, trace: __, event, stack: ___, requestId: ____, ...fields }: TracedLine): string {
  const said = Object.entries(fields).map(([name, value]) => `${name}=${value}`);
  return `        ${at}  ${by}: ${[event, ...said].join(" ")}`;
}
