import type { RefusedFor } from "../../shared/domain/billing/import.ts";
import { ok, type Result } from "../../shared/domain/case/result.ts";
import type { FileKind } from "./file-kinds.ts";
import { brokenStructure, type Encoding, type FileRow, fileRows } from "./file-rows.ts";
import { type LinesAside, linesAside } from "./lines-aside.ts";
import { type Plan, type Range, readerOf } from "./plan.ts";
import { refusedReasons } from "./reasons.ts";
import { noteRow, repeatsIn } from "./repeats.ts";

/** The plan of a file, how many rows of it are refused, and the commonest reasons. */
export type ScannedFile = Plan & { readonly refusedRows: number; readonly refusedFor: RefusedFor[] };

/** Why a whole file cannot be imported, in Spanish. */
export interface FileRefusal {
  readonly ok: false;
  readonly failure: string;
}

/**
 * Reads a file whole before any of it is stored. Returns the header in lower case, the ranges of at most `rowsPerRange`
 * rows, the lines of valid rows that repeat the key of an earlier one, and why rows are refused. Refuses a file without
 * content or rows, with missing, unknown or repeated columns, with a line break in a cell, or with rows that cannot be
 * separated. An invalid row is no reason to refuse the file: its range includes the row.
 */
export async function scanFile(
  bytes: AsyncIterable<Uint8Array>,
  encoding: Encoding,
  kind: FileKind,
  rowsPerRange: number,
): Promise<Result<ScannedFile, FileRefusal>> {
  const aside = linesAside();
  try {
    return await planOf(fileRows(bytes, encoding), { encoding, kind, rowsPerRange, aside });
  } catch (failure) {
    const reason = brokenStructure(failure);
    if (reason === undefined) throw failure;
    return refusal(reason);
  } finally {
    aside.remove();
  }
}

interface Scan {
  readonly encoding: Encoding;
  readonly kind: FileKind;
  readonly rowsPerRange: number;
  readonly aside: LinesAside;
}

async function planOf(
  rows: AsyncGenerator<FileRow>,
  { encoding, kind, rowsPerRange, aside }: Scan,
): Promise<Result<ScannedFile, FileRefusal>> {
  const first = await rows.next();
  if (first.done) return refusal("El archivo está vacío.");
  const header = first.value.cells.map((cell) => cell.trim().toLowerCase());
  const wrong = wrongHeader(header, kind);
  if (wrong !== undefined) return refusal(wrong);

  const read = readerOf(kind, header);
  const ranges: Range[] = [];
  let before: FileRow = first.value;
  let range = emptyRange(before);
  const reasons = refusedReasons();
  for await (const row of rows) {
    const split = row.cells.findIndex((cell) => cell.includes("\n"));
    if (split >= 0) {
      return refusal(
        `La celda «${header[split] ?? split + 1}» de la línea ${before.line + 1} tiene un salto de línea: una comilla se cierra en otra fila.`,
      );
    }
    if (range.rows === rowsPerRange) {
      ranges.push(range);
      range = emptyRange(before);
    }
    range = { ...range, end: row.end, rows: range.rows + 1 };
    before = row;
    const outcome = read(row);
    if (!outcome.ok) reasons.note(outcome.problems, row.line);
    else noteRow(aside, `${outcome.key.pk}\0${outcome.key.sk}`, outcome.canonical, row.line);
  }
  if (range.rows === 0) return refusal("El archivo tiene cabecera y ninguna fila.");
  ranges.push(range);
  divide(await repeatsIn(aside), ranges);
  const all = ranges.reduce((sum, each) => sum + each.rows, 0);
  return ok({ encoding, header, rows: all, ranges, ...reasons.found() });
}

/** Gives each range the repeats among its lines; both are in the file's order. */
function divide(repeats: Range["repeats"], ranges: readonly Range[]): void {
  let at = 0;
  for (const repeat of repeats) {
    while (repeat[0] > (ranges[at + 1]?.line ?? repeat[0])) at += 1;
    ranges[at]?.repeats.push(repeat);
  }
}

const refusal = (failure: string): FileRefusal => ({ ok: false, failure });

function emptyRange({ end, line }: FileRow): Range {
  return { start: end, end, line, rows: 0, repeats: [] };
}

/** Returns why a header does not fit the kind, naming every column at fault; `undefined` if it fits, in any order. */
function wrongHeader(header: readonly string[], { columns, mayLack = [] }: FileKind): string | undefined {
  const [only = ""] = header;
  if (header.length === 1 && /[,\t|]/.test(only)) return "Las columnas se separan con punto y coma (;).";
  const doubled = [...new Set(header.filter((column, at) => header.indexOf(column) !== at))];
  if (doubled.length > 0) return `La cabecera repite columnas: ${named(doubled)}.`;
  const unknown = header.filter((column) => !columns.includes(column));
  const missing = columns.filter((column) => !header.includes(column) && !mayLack.includes(column));
  const wrongs = [
    ...(unknown.length > 0 ? [`tiene columnas que no se conocen: ${named(unknown)}`] : []),
    ...(missing.length > 0 ? [`no tiene las columnas: ${named(missing)}`] : []),
  ];
  return wrongs.length > 0 ? `La cabecera ${wrongs.join(" y ")}.` : undefined;
}

/** Lists up to ten columns, each cut to 40 characters, since a header may be anything. */
function named(columns: readonly string[]): string {
  const shown = columns.slice(0, 10).map((column) => `«${column.slice(0, 40)}»`);
  return shown.join(", ") + (columns.length > shown.length ? ` y ${columns.length - shown.length} más` : "");
}
