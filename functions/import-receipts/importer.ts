import type { ImportKind } from "../../shared/domain/billing/import.ts";
import type { BillingControl } from "../../shared/domain/reading/control-file.ts";
import { limaDay } from "../../shared/domain/term/calendar-day.ts";
import type { ImportFiles, ImportReports } from "../../shared/storage/billing/import-files.ts";
import type { ImportRecord, ImportRegister } from "../../shared/storage/billing/import-register.ts";
import type { ImportWork } from "../../shared/storage/billing/import-work.ts";
import type { LoadNotes } from "../../shared/storage/billing/load-notes.ts";
import type { ReceiptLedger } from "../../shared/storage/billing/receipt-ledger.ts";
import type { ReceiptReader } from "../../shared/storage/billing/receipt-reader.ts";
import type { SupplyTermWriter } from "../../shared/storage/supply/supply-terms.ts";
import type { FileKind, RowOutcome } from "./file-kinds.ts";
import { type FileRow, fileRows } from "./file-rows.ts";
import { type Plan, parsePlan, positionOf, type Range, readerOf } from "./plan.ts";

export interface Importer {
  readonly register: ImportRegister;
  readonly files: ImportFiles;
  readonly reports: ImportReports;
  readonly work: ImportWork;
  readonly ledger: ReceiptLedger;
  readonly notes: LoadNotes;
  readonly terms: SupplyTermWriter;
  readonly receiptReader: Pick<ReceiptReader, "lastMonths" | "registeredOf">;
  readonly kinds: Readonly<Record<ImportKind, FileKind>>;
  /** Takes in a control of file E, after its row is stored; without it, controls are stored alone. */
  readonly takeControl?: (control: BillingControl, now: string) => Promise<void>;
  readonly now: () => string;
  /** How many rows one message stores or checks, 1,000 if absent. */
  readonly rowsPerRange?: number;
}

export const planPart = "plan.json";
export const reportPart = "report.csv";
export const holdersPart = (index: number): string => `holders/${index}.json`;
export const termsPart = (index: number): string => `terms/${index}.json`;
export const rangePart = (index: number): string => `ranges/${index}.csv`;

export interface ReadRow {
  readonly row: FileRow;
  readonly outcome: RowOutcome;
}

/**
 * Returns the kind of an import's file, with the Lima day on which the file was announced as the `today` of its `read`.
 * Only rows of file C are refused for a later day.
 */
export function kindOf(kinds: Importer["kinds"], { kind, createdAt }: ImportRecord): FileKind {
  const today = limaDay(createdAt);
  const { read, ...of } = kinds[kind];
  return { ...of, read: (cells) => read(cells, today) };
}

/**
 * Reads the rows of one range of an import and nothing else of its file. Throws if the import has no such range or no
 * file.
 */
export async function readRange(
  { files, reports, kinds }: Importer,
  record: ImportRecord,
  index: number,
): Promise<{ plan: Plan; range: Range; rows: readonly ReadRow[] }> {
  const plan = parsePlan(await reports.read(record.importId, planPart));
  const range = plan.ranges[index];
  if (!range || record.versionId === undefined) throw new Error(`import ${record.importId} has no range ${index}`);
  const read = readerOf(kindOf(kinds, record), plan.header);
  const bytes = await files.read(record.importId, record.versionId, range.start, range.end);
  const rows: ReadRow[] = [];
  for await (const row of fileRows(bytes, plan.encoding, positionOf(range))) rows.push({ row, outcome: read(row) });
  return { plan, range, rows };
}
