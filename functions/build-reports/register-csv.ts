import { guardedFromFormulas } from "../../shared/domain/formula-guard.ts";
import { numericFields, type RegisterColumn } from "../../shared/domain/register.ts";

/** What Excel of Peru opens by a double click: UTF-8 with its mark, `;` between, CRLF, decimals with a point. */
const mark = "\uFEFF";

const isNumber = (text: string): boolean => /^-?\d+(?:\.\d+)?$/.test(text);

/** A cell, always quoted: nothing in it can begin another. Our own figures stay numbers; all else is defused. */
function cell(field: string, value: string): string {
  const shown = numericFields.has(field) && isNumber(value) ? value : guardedFromFormulas(value);
  return `"${shown.replaceAll('"', '""')}"`;
}

/** A register as CSV: a head with the columns' names, and a row for each. */
export function registerCsv(
  columns: readonly RegisterColumn[],
  rows: readonly Readonly<Record<string, string>>[],
): string {
  const head = columns.map(({ name }) => cell("", name)).join(";");
  const lines = rows.map((row) => columns.map(({ field }) => cell(field, row[field] ?? "")).join(";"));
  return `${mark}${[head, ...lines].map((line) => `${line}\r\n`).join("")}`;
}
