import { unzipSync, zipSync } from "fflate";
import writeExcelFile, { type SheetData } from "write-excel-file/node";
import { numericFields, type RegisterColumn } from "../../shared/domain/register/register.ts";

export interface RegisterSheet {
  readonly name: string;
  readonly columns: readonly RegisterColumn[];
  readonly rows: readonly Readonly<Record<string, string>>[];
}

/** The longest text a workbook's cell holds; the CSV has it whole. */
const longestCell = 32_767;
const cutMark = " … (sigue en el CSV)";

function textOf(value: string): string {
  return value.length <= longestCell ? value : `${value.slice(0, longestCell - cutMark.length)}${cutMark}`;
}

function cellOf(field: string, value: string): SheetData[number][number] {
  if (value === "") return null;
  const number = numericFields.has(field) ? Number(value) : Number.NaN;
  return Number.isFinite(number) ? { value: number, type: Number } : { value: textOf(value), type: String };
}

/** Zip archives store no time zone and no time before this. */
const noTime = "1980-01-01T00:00:00";

/**
 * Returns the registers as a workbook with one sheet for each; the same rows give the same bytes. Cells of numeric
 * columns are numbers and all others are text, so that nothing is read as a formula. A text over 32,767 characters is
 * cut to that length and ends with a mark that says so.
 */
export async function registerWorkbook(sheets: readonly RegisterSheet[]): Promise<Uint8Array> {
  const written = await writeExcelFile(
    sheets.map(({ name, columns, rows }) => ({
      sheet: name,
      stickyRowsCount: 1,
      columns: columns.map((column) => ({ width: Math.max(12, column.name.length + 2) })),
      data: [
        columns.map((column) => ({ value: column.name, type: String, fontWeight: "bold" as const })),
        ...rows.map((row) => columns.map(({ field }) => cellOf(field, row[field] ?? ""))),
      ],
    })),
  ).toBuffer();
  return zipSync(unzipSync(written), { mtime: noTime });
}
