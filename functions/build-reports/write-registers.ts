import { createHash } from "node:crypto";
import type { ReportBuild, ReportFile } from "../../shared/domain/report-build.ts";
import { writeFacts } from "../../shared/storage/report-facts.ts";
import type { Builder } from "./builder.ts";
import { observationRow } from "./observation-row.ts";
import { problemRow } from "./problem-row.ts";
import { readParts } from "./read-part.ts";
import { registerCsv } from "./register-csv.ts";
import { type RegisterSheet, registerWorkbook } from "./register-workbook.ts";

/** What each register's sheet and file are called. */
const names = { claims: "reclamos", problems: "solicitudes", observations: "observaciones" } as const;

const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Every register of a month with its rows, as they were when its build began. */
async function sheetsOf(
  builder: Builder,
  build: ReportBuild,
  claims: Awaited<ReturnType<typeof readParts>>,
): Promise<readonly RegisterSheet[]> {
  const { tenant, months, problems, observations } = builder;
  const office = tenant.office.code.value;
  const { registers } = tenant.reports;
  const filed = await problems.found(await months.allIds(office, build.month, "PROBLEM"));
  const entered = await observations.found(await months.allIds(office, build.month, "OBSERVATION"));
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
      rows: entered.flatMap((one) => observationRow(one, tenant, build.asOf) ?? []),
    },
  ];
}

/** Writes the files of a month from what was read of it: a CSV for each register, and all of them as a workbook. */
export async function writeRegisters(
  builder: Builder,
  build: ReportBuild,
  parts: number,
): Promise<readonly ReportFile[]> {
  const claims = await readParts(builder, build, parts);
  await writeFacts(
    builder.files,
    build,
    claims.map(({ facts }) => facts),
  );
  const sheets = await sheetsOf(builder, build, claims);
  const written: ReportFile[] = [];
  const write = async (fileName: string, bytes: Uint8Array, type: string, rows: number): Promise<void> => {
    await builder.files.write(build, fileName, bytes, type);
    written.push({ fileName, sizeBytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex"), rows });
  };
  const all = sheets.reduce((sum, { rows }) => sum + rows.length, 0);
  await write(`registros_${build.month}.xlsx`, await registerWorkbook(sheets), workbookType, all);
  for (const { name, columns, rows } of sheets) {
    const bytes = new TextEncoder().encode(registerCsv(columns, rows));
    await write(`${name}_${build.month}.csv`, bytes, "text/csv; charset=utf-8", rows.length);
  }
  return written;
}
