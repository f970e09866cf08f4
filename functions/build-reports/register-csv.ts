import { guardedFromFormulas } from "../../shared/domain/billing/formula-guard.ts";
import { numericFields, type RegisterColumn } from "../../shared/domain/register/register.ts";

/**
 * Excel in Peru opens such a file by a double click: UTF-8 with a byte-order mark, `;` between cells, CRLF, decimal
 * points.
 */
const mark = "\uFEFF";

const isNumber = (text: string): boolean => /^-?\d+(?:\.\d+)?$/.test(text);

/**
 * Returns a quoted cell, so that nothing in it begins another. Only numbers in numeric columns stay as they are; any
 * other text is guarded from formulas.
 */
function cell(field: string, value: string): string {
  const shown = numericFields.has(field) && isNumber(value) ? value : guardedFromFormulas(value);
  return `"${shown.replaceAll('"', '""')}"`;
}

/**
 * Returns a register as CSV in UTF-8 with a byte-order mark, `;` between cells and CRLF after lines. The first line has
 * the columns' names. Each cell is quoted, and empty if its row lacks the field. A text that a spreadsheet could run as
 * a formula gets an apostrophe before it, except a number in a numeric column.
 */
export function registerCsv(
  columns: readonly RegisterColumn[],
  rows: readonly Readonly<Record<string, string>>[],
): string {
  const head = columns.map(({ name }) => cell("", name)).join(";");
  const lines = rows.map((row) => columns.map(({ field }) => cell(field, row[field] ?? "")).join(";"));
  return `${mark}${[head, ...lines].map((line) => `${line}\r\n`).join("")}`;
}
