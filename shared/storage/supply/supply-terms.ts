import { PutCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { SearchTerm, TermKind } from "../../domain/counter/search-terms.ts";
import { queried, type Table } from "../dynamodb.ts";

/** A term of an imported row, and the supply it finds. */
export interface SupplyTerm extends SearchTerm {
  readonly supplyCode: string;
}

/** A supply that a term finds, with the whole term. */
export type FoundSupply = Omit<SupplyTerm, "kind">;

type Batch = readonly SupplyTerm[];

/**
 * Writes the terms of an import's rows, many in one item: an item a row would double what an import writes.
 * docs/decisions/0036-one-box.md
 */
export interface SupplyTermWriter {
  /**
   * Writes the terms of an import of which `rows` rows were stored. They come in batches, each written before the next
   * is asked for; the fewer batches have terms of one key (`supplyTermKey`), the fewer items. Repeated with the same
   * batches, it writes the same items.
   */
  write(importId: string, rows: number, batches: AsyncIterable<Batch> | Iterable<Batch>): Promise<void>;
}

export interface SupplyTerms {
  /**
   * Returns the supplies found by terms that begin with `value`, of the newest import first, each supply once. A term
   * that a later import replaced is found too. `value` has two letters or digits at least.
   */
  beginning(kind: TermKind, value: string): Promise<readonly FoundSupply[]>;
}

/** From how many stored rows on an import's terms are divided finely: fewer rows would make more items than rows. */
const rowsForFine = 2_000;
const fineLength = 2;
/** Characters of an item's text; an item has 400 KB at most, and every character here takes one byte. */
const longestText = 300_000;
const writesAtOnce = 16;

const fineKey = (kind: TermKind, value: string): string => `F#${kind}#${value.slice(0, fineLength)}`;
const coarseKey = (kind: TermKind): string => `F#${kind}#*`;

/**
 * Returns the key of the items that hold a search term of an import. If the import stored 2,000 `rows` or more, the
 * terms of one kind that begin with the same two characters share a key; if fewer, all terms of one kind do.
 */
export function supplyTermKey({ kind, value }: SearchTerm, rows: number): string {
  return rows >= rowsForFine ? fineKey(kind, value) : coarseKey(kind);
}

export function openSupplyTermWriter({ client, name }: Table): SupplyTermWriter {
  const putAll = async (items: readonly Record<string, string>[]): Promise<void> => {
    const pending = items.values();
    await Promise.all(
      Array.from({ length: writesAtOnce }, async () => {
        for (const Item of pending) await client.send(new PutCommand({ TableName: name, Item }));
      }),
    );
  };
  return {
    write: async (importId, rows, batches) => {
      const partsOf = new Map<string, number>();
      for await (const terms of batches) {
        const items = [...linesByKey(terms, rows)].flatMap(([pk, lines]) =>
          inParts([...lines.values()]).map((text) => {
            const part = partsOf.get(pk) ?? 0;
            partsOf.set(pk, part + 1);
            return { pk, sk: `${importId}#${String(part).padStart(3, "0")}`, text };
          }),
        );
        await putAll(items);
      }
    },
  };
}

/** Returns for each key its lines, by their term: the term and the supplies that it finds. */
function linesByKey(terms: Batch, rows: number): Map<string, Map<string, string>> {
  const byKey = new Map<string, Map<string, string>>();
  for (const term of terms) {
    const key = supplyTermKey(term, rows);
    const lines = byKey.get(key) ?? new Map<string, string>();
    byKey.set(key, lines.set(term.value, `${lines.get(term.value) ?? term.value} ${term.supplyCode}`));
  }
  return byKey;
}

/** Joins lines into texts that fit an item each; a line longer than that is cut into lines with the same term. */
function inParts(lines: readonly string[]): readonly string[] {
  const parts: string[] = [];
  let part = "";
  for (const line of lines.flatMap(shortLines)) {
    if (part.length + line.length >= longestText) {
      parts.push(part);
      part = "";
    }
    part += `${line}\n`;
  }
  return part === "" ? parts : [...parts, part];
}

function shortLines(line: string): readonly string[] {
  if (line.length < longestText) return [line];
  const [term = "", ...supplies] = line.split(" ");
  const half = Math.ceil(supplies.length / 2);
  return [supplies.slice(0, half), supplies.slice(half)].flatMap((some) => shortLines([term, ...some].join(" ")));
}

const stored = z.object({ text: z.string() });

export function openSupplyTerms(table: Table): SupplyTerms {
  const textsUnder = async (pk: string): Promise<readonly string[]> => {
    const items = await queried(table, {
      KeyConditionExpression: "pk = :pk",
      ExpressionAttributeValues: { ":pk": pk },
      ScanIndexForward: false,
    });
    return items.map((item) => stored.parse(item).text);
  };
  return {
    beginning: async (kind, value) => {
      const texts = await Promise.all([coarseKey(kind), fineKey(kind, value)].map(textsUnder));
      const found = new Map<string, string>();
      for (const line of texts.flat().flatMap((text) => text.split("\n"))) {
        if (!line.startsWith(value)) continue;
        const [term = "", ...supplies] = line.split(" ");
        for (const supplyCode of supplies) if (!found.has(supplyCode)) found.set(supplyCode, term);
      }
      return [...found].map(([supplyCode, term]) => ({ supplyCode, value: term }));
    },
  };
}
