import type { Result } from "../../shared/domain/case/result.ts";
import type { ImportRecord } from "../../shared/storage/billing/import-register.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { type Importer, kindOf, planPart } from "./importer.ts";
import type { Plan } from "./plan.ts";
import { type FileRefusal, scanFile } from "./scan.ts";

/**
 * Starts the import of a file that arrived. Checks the whole file, writes its plan, moves the import to `storing` and
 * queues its ranges. Moves the import to `refused`, with the reason, if the file is not the announced one, is binary,
 * or is refused by `scanFile`. If the same arrival is handled again, goes on where the first run stopped. Ignores an
 * unknown import and a second file sent with the same ticket.
 */
export const scanImport =
  (importer: Importer) =>
  async (importId: string, versionId: string): Promise<void> => {
    const { register, reports, work, now } = importer;
    const record = await register.find(importId);
    if (!record || (record.versionId !== undefined && record.versionId !== versionId)) return;
    if (record.state === "storing") return work.send(importId, "storing", record.ranges);
    if (!(await register.move(importId, ["waiting", "scanning"], "scanning", { versionId }))) return;

    const scanned = await scan(importer, record, versionId);
    if (!scanned.ok) {
      await register.move(importId, ["scanning"], "refused", { failure: scanned.failure, finishedAt: now() });
      return;
    }
    const { rows, ranges } = scanned.value;
    await reports.write(importId, planPart, JSON.stringify(scanned.value));
    await register.move(importId, ["scanning"], "storing", { rows, ranges: ranges.length });
    await work.send(importId, "storing", ranges.length);
  };

async function scan(
  { files, kinds, rowsPerRange = 1_000 }: Importer,
  record: ImportRecord,
  versionId: string,
): Promise<Result<Plan, FileRefusal>> {
  const { importId, sha256 } = record;
  const print = await fingerprintOf(await files.read(importId, versionId));
  if (print.sha256 !== sha256)
    return { ok: false, failure: "El archivo que llegó no es el que se anunció: súbelo otra vez." };
  if (print.binary)
    return { ok: false, failure: "No es un archivo de texto. Guárdalo como CSV en UTF-8 o Windows-1252." };
  return scanFile(await files.read(importId, versionId), print.encoding, kindOf(kinds, record), rowsPerRange);
}
