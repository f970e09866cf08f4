import type { ExportId } from "../../shared/storage/case-exports.ts";
import { openCaseExports } from "../../shared/storage/case-exports.ts";
import type { Table } from "../../shared/storage/dynamodb.ts";
import type { ExportDownloads } from "../../shared/storage/export-files.ts";

const downloads = (folder: string): ExportDownloads => ({
  link: async ({ copy, upTo }, name, fileName) =>
    `https://exports.example.pe/${folder}/${copy}-${upTo}/${name}?as=${fileName}`,
});

/** What asking for copies of case files works with, on a table: what was asked for is kept in order. */
export function copyStores(table: Table) {
  const ordered: ExportId[] = [];
  return {
    caseExports: openCaseExports(table),
    exportWork: { send: async (id: ExportId) => void ordered.push(id) },
    packageDownloads: downloads("packages"),
    copyDownloads: downloads("copies"),
    ordered,
  };
}
