import type { ExportId } from "../../shared/storage/case-copy/case-exports.ts";
import { openCaseExports } from "../../shared/storage/case-copy/case-exports.ts";
import type { ExportDownloads } from "../../shared/storage/case-copy/export-files.ts";
import type { Table } from "../../shared/storage/dynamodb.ts";

const downloads = (folder: string): ExportDownloads => ({
  link: async ({ copy, upTo }, name, fileName) =>
    `https://exports.example.pe/${folder}/${copy}-${upTo}/${name}?as=${fileName}`,
});

/**
 * The stores for asking for copies of case files, on a table. `ordered` has the copies that were asked for, in order.
 */
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
