import type { ImportStep } from "../../shared/domain/billing/import.ts";
import type { Result } from "../../shared/domain/case/result.ts";
import type { ImportRecord } from "../../shared/storage/billing/import-register.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { type Importer, kindOf, planPart } from "./importer.ts";
import { type FileRefusal, type ScannedFile, scanFile } from "./scan.ts";

/**
 * Starts the import of a file that arrived: checks it whole, writes its plan and queues its ranges, to be previewed if
 * it asks first and names holders, otherwise to be stored, as `storing`. Moves it to `refused`, with the reason, if the
 * file is not the announced one, is binary, or is refused by `scanFile`. Handled again, goes on where the first run
 * stopped. Ignores an unknown import and a second file sent with the same ticket.
 */
export const scanImport =
  (importer: Importer) =>
  async (importId: string, versionId: string): Promise<void> => {
    const { register, reports, work, now } = importer;
    const record = await register.find(importId);
    if (!record || (record.versionId !== undefined && record.versionId !== versionId)) return;
    const begun = begunStep(record);
    if (begun) return work.send(importId, begun, record.ranges);
    if (!(await register.move(importId, ["waiting", "scanning"], "scanning", { versionId }))) return;

    const scanned = await scan(importer, record, versionId);
    if (!scanned.ok) {
      await register.move(importId, ["scanning"], "refused", { failure: scanned.failure, finishedAt: now() });
      return;
    }
    const { refusedRows, refusedFor, ...plan } = scanned.value;
    const isPreviewed = record.asksFirst && importer.kinds[record.kind].namesHolders;
    await reports.write(importId, planPart, JSON.stringify(plan));
    const found = { rows: plan.rows, ranges: plan.ranges.length, refusedRows, refusedFor };
    await register.move(importId, ["scanning"], isPreviewed ? "scanning" : "storing", found);
    await work.send(importId, isPreviewed ? "previewing" : "storing", plan.ranges.length);
  };

/** Returns the step of an import whose ranges may have been queued before; undefined before its file was scanned. */
function begunStep({ state, ranges }: ImportRecord): ImportStep | undefined {
  if (state === "storing") return "storing";
  return state === "scanning" && ranges > 0 ? "previewing" : undefined;
}

async function scan(
  { files, kinds, rowsPerRange = 1_000 }: Importer,
  record: ImportRecord,
  versionId: string,
): Promise<Result<ScannedFile, FileRefusal>> {
  const { importId, sha256 } = record;
  const print = await fingerprintOf(await files.read(importId, versionId));
  if (print.sha256 !== sha256)
    return { ok: false, failure: "El archivo que llegó no es el que se anunció: súbelo otra vez." };
  if (print.binary)
    return { ok: false, failure: "No es un archivo de texto. Guárdalo como CSV en UTF-8 o Windows-1252." };
  return scanFile(await files.read(importId, versionId), print.encoding, kindOf(kinds, record), rowsPerRange);
}
