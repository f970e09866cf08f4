import { createHash } from "node:crypto";
import { bookEntries, bookTerm } from "../../shared/casework/register/observation-book.ts";
import type { BookEntry, ObservationFacts } from "../../shared/domain/register/observation.ts";
import type { ReportBuild, ReportFile } from "../../shared/domain/register/report-build.ts";
import { writeFacts } from "../../shared/storage/register/report-facts.ts";
import type { BuildDeps } from "./build-deps.ts";
import { observationRow } from "./observation-row.ts";
import { problemRow } from "./problem-row.ts";
import { readParts } from "./read-part.ts";
import { registerCsv } from "./register-csv.ts";
import type { RegisterSheet } from "./register-workbook.ts";

/** The name of each register's sheet and file. */
const names = { claims: "reclamos", problems: "solicitudes", observations: "observaciones" } as const;

const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Returns what the figures of a month count of an entry of the observation book, with its state at `asOf`. */
function bookFacts(entry: BookEntry, tenant: BuildDeps["tenant"], asOf: string): ObservationFacts {
  const { observationId, number, channel } = entry;
  const kind = channel === "document-desk" ? "submission" : "observation";
  return { kind, observationId, number, state: bookTerm(entry, tenant, asOf).state };
}

/** Returns every register of a month with its rows as they were when the build began. */
async function sheetsOf(
  { tenant, registers, months, problems }: BuildDeps,
  build: ReportBuild,
  claims: Awaited<ReturnType<typeof readParts>>,
  book: readonly BookEntry[],
): Promise<readonly RegisterSheet[]> {
  const office = tenant.office.code.value;
  const filed = await problems.found(await months.allIds(office, build.month, "PROBLEM"));
  return [
    { name: names.claims, columns: registers.claims.value, rows: claims.map(({ row }) => row) },
    {
      name: names.problems,
      columns: registers.problems.value,
      rows: filed.flatMap((problem) => problemRow(problem, tenant, build.asOf) ?? []),
    },
    {
      name: names.observations,
      columns: registers.observations.value,
      rows: book.map((one) => observationRow(one, tenant, build.asOf)),
    },
  ];
}

/**
 * Writes the files of a month from the first `parts` parts of the build: a CSV for each register, a workbook with all
 * registers, and the facts that the month's figures are counted from. Returns the name, size, SHA-256 and number of
 * rows of the workbook and of each CSV.
 */
export async function writeRegisters(
  deps: BuildDeps,
  build: ReportBuild,
  parts: number,
): Promise<readonly ReportFile[]> {
  const { tenant, months, files } = deps;
  const claims = await readParts(deps, build, parts);
  const registered = await months.allIds(tenant.office.code.value, build.month, "OBSERVATION");
  const book = await bookEntries(deps, registered, build.asOf);
  await writeFacts(files, build, {
    claims: claims.map(({ facts }) => facts),
    observations: book.map((one) => bookFacts(one, tenant, build.asOf)),
  });
  const sheets = await sheetsOf(deps, build, claims, book);
  const written: ReportFile[] = [];
  const write = async (fileName: string, bytes: Uint8Array, type: string, rows: number): Promise<void> => {
    await files.write(build, fileName, bytes, type);
    written.push({ fileName, sizeBytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex"), rows });
  };
  // What makes workbooks builds its tables as it is loaded, and most messages of a build make none.
  const { registerWorkbook } = await import("./register-workbook.ts");
  const all = sheets.reduce((sum, { rows }) => sum + rows.length, 0);
  await write(`registros_${build.month}.xlsx`, await registerWorkbook(sheets), workbookType, all);
  for (const { name, columns, rows } of sheets) {
    const bytes = new TextEncoder().encode(registerCsv(columns, rows));
    await write(`${name}_${build.month}.csv`, bytes, "text/csv; charset=utf-8", rows.length);
  }
  return written;
}
