import { createHash } from "node:crypto";
import * as z from "zod";
import type { ImportCounts, ImportState } from "../../shared/domain/billing/import.ts";
import { termKinds } from "../../shared/domain/counter/search-terms.ts";
import type { ImportRecord } from "../../shared/storage/billing/import-register.ts";
import type { LedgerEntry } from "../../shared/storage/billing/receipt-ledger.ts";
import { type SupplyTerm, supplyTermKey } from "../../shared/storage/supply/supply-terms.ts";
import { type Importer, planPart, type ReadRow, rangePart, readRange, reportPart, termsPart } from "./importer.ts";
import { type LinesAside, linesAside } from "./lines-aside.ts";
import { parsePlan, type Range } from "./plan.ts";
import { reasonOf } from "./reasons.ts";
import { type ReportedOutcome, reportHeader, reportLine } from "./report.ts";

/**
 * Compares each row of a range of an import with what is stored for it, writes the range's part of the report and adds
 * its rows, counted by outcome, to the import. After the last range, writes the whole report and the terms by which
 * staff find the supplies of the accepted rows, and moves the import to `done`. A range checked again is not counted
 * again. Throws, for a retry, if a valid row is neither stored nor replaced by a later import.
 */
export const checkRange =
  (importer: Importer) =>
  async (record: ImportRecord, index: number): Promise<void> => {
    const { register, ledger, reports } = importer;
    const { importId } = record;
    const { range, rows } = await readRange(importer, record, index);
    const entries = await ledger.read(rows.flatMap(({ outcome }) => (outcome.ok ? [outcome.key] : [])));
    const { counts, report, terms } = summed(rows, entries, range, importId);
    await reports.write(importId, rangePart(index), report);
    await reports.write(importId, termsPart(index), JSON.stringify(terms));
    await register.countRange(importId, "checking", index, range.rows, counts);
    await close(importer, importId);
  };

/** Counts the rows of a range by outcome, and returns its part of the report and the terms of its accepted rows. */
function summed(
  rows: readonly ReadRow[],
  entries: readonly (LedgerEntry | undefined)[],
  range: Range,
  importId: string,
) {
  const remaining = entries.values();
  const counts: Record<string, number> = {};
  const terms: SupplyTerm[] = [];
  let report = "";
  for (const read of rows) {
    const entry = read.outcome.ok ? remaining.next().value : undefined;
    for (const { outcome, reason } of outcomesOf(read, entry, range, importId)) {
      counts[outcome] = (counts[outcome] ?? 0) + 1;
      if (outcome === "accepted") terms.push(...termsIn(read));
      if (isReported(outcome)) report += reportLine(read.row.line, outcome, reason, read.row.cells);
    }
  }
  return { counts, report, terms };
}

const termsIn = ({ outcome }: ReadRow): readonly SupplyTerm[] => (outcome.ok && outcome.terms) || [];

interface Outcome {
  readonly outcome: keyof ImportCounts;
  readonly reason: string;
}

function outcomesOf(
  { row, outcome }: ReadRow,
  entry: LedgerEntry | undefined,
  range: Range,
  importId: string,
): readonly Outcome[] {
  if (!outcome.ok) return [{ outcome: "refused", reason: reasonOf(outcome.problems) }];
  const repeat = range.repeats.find(([line]) => line === row.line);
  if (repeat) {
    const [, of, copy] = repeat;
    return [{ outcome: copy ? "repeatedCopies" : "repeatedOther", reason: `cuenta la línea ${of}` }];
  }
  const stored = storedAs(outcome.canonical, row.line, entry, importId);
  if (stored === "superseded" || outcome.warnings.length === 0) return [{ outcome: stored, reason: "" }];
  return [
    { outcome: stored, reason: "" },
    { outcome: "warned", reason: reasonOf(outcome.warnings) },
  ];
}

/**
 * Returns `accepted` if this row is stored, `superseded` if a later import replaced it, `unchanged` if the same content
 * was stored before. Throws otherwise: the range goes back to the queue.
 */
function storedAs(
  canonical: string,
  line: number,
  entry: LedgerEntry | undefined,
  importId: string,
): "accepted" | "unchanged" | "superseded" {
  if (entry?.importId === importId && entry.line === line) return "accepted";
  if (entry && entry.importId > importId) return "superseded";
  if (entry?.row === canonical) return "unchanged";
  throw new Error(`line ${line} of import ${importId} is not stored`);
}

function isReported(outcome: keyof ImportCounts): outcome is ReportedOutcome {
  return outcome !== "accepted" && outcome !== "unchanged";
}

/** The tasks to check are queued before the import moves to `checking`, so the last may end before that is written. */
const closable: readonly ImportState[] = ["storing", "checking"];

/**
 * Once every range is checked: writes the whole report, notes when the kind was last loaded, and moves the import to
 * `done`.
 */
async function close({ register, reports, notes, terms, now }: Importer, importId: string): Promise<void> {
  const record = await register.find(importId);
  if (!record || !closable.includes(record.state) || record.checkingRanges < record.ranges) return;
  const { header } = parsePlan(await reports.read(importId, planPart));
  let report = reportHeader(header);
  for (let index = 0; index < record.ranges; index += 1) report += await reports.read(importId, rangePart(index));
  // The byte-order mark is for spreadsheets, which otherwise show accents wrong.
  const text = `\uFEFF${report}`;
  await reports.write(importId, reportPart, text);
  const aside = linesAside();
  try {
    await gatherTerms(reports, record, aside);
    await terms.write(importId, record.accepted ?? 0, gatheredTerms(aside));
  } finally {
    aside.remove();
  }
  const finishedAt = now();
  await notes.note(record.kind, finishedAt);
  await register.move(importId, closable, "done", {
    finishedAt,
    reportSha256: createHash("sha256").update(text).digest("hex"),
  });
}

const supplyTerm = z.object({ kind: z.enum(termKinds), value: z.string(), supplyCode: z.string() });
const supplyTerms = z.array(supplyTerm);

/**
 * Puts aside the terms of an import's accepted rows, which each checked range left, by the key they are stored under.
 */
async function gatherTerms(
  reports: Importer["reports"],
  { importId, ranges, accepted = 0 }: ImportRecord,
  aside: LinesAside,
): Promise<void> {
  for (let index = 0; index < ranges; index += 1)
    for (const term of supplyTerms.parse(JSON.parse(await reports.read(importId, termsPart(index)))))
      aside.add(supplyTermKey(term, accepted), JSON.stringify(term));
}

async function* gatheredTerms(aside: LinesAside): AsyncGenerator<readonly SupplyTerm[]> {
  for await (const { lines } of aside.slices()) yield lines.map((line) => supplyTerm.parse(JSON.parse(line)));
}
