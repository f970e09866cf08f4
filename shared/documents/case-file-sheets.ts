import { type CopyKind, type Folios, folioText, type PieceState } from "../domain/case-copy/case-copy.ts";
import { dateOf } from "../domain/receipt/spanish-months.ts";
import type { CalendarDay } from "../domain/term/calendar-day.ts";
import { longDate, longInstant } from "../domain/term/spanish-dates.ts";
import type { Block, Letterhead, Line, Sheet } from "./sheet.ts";

/** What every sheet of a copy of a case file states. */
export interface CopyHead {
  readonly letterhead: Letterhead;
  /** The claim's code. */
  readonly code: string;
  readonly copy: CopyKind;
  /** When the copy was ordered: it shows the case as it was then. */
  readonly madeAt: string;
}

/** Who each copy is for. */
export const copyNames: Readonly<Record<CopyKind, string>> = {
  tribunal: "Expediente para el tribunal administrativo (TRASS)",
  print: "Juego para imprimir",
  "third-party": "Copia para un tercero",
  claimant: "Copia para quien reclama",
  "handed-over": "Copia para quien reclama, que entrega la oficina",
};

/** Why a piece is not in the copy, or how it differs there. */
const pieceStateNames: Readonly<Record<Exclude<PieceState, "whole">, string>> = {
  masked: "Con datos de otras personas tapados",
  "holds-key": "No se copia: lleva la clave del reclamo, que es de quien reclama",
  "others-data": "Reservada hasta que la oficina decida: puede tener datos de otras personas",
  "kept-back": "Reservada por la oficina: tiene datos de otras personas",
  "not-notified": "Reservada: aún no se ha notificado",
  beside: "Va aparte, como archivo: no se puede unir a estas hojas",
  altered: "No se copia: el archivo guardado no coincide con su huella",
};

/** Shorter names of the states, since an index has one line for each piece. */
const indexStateNames: typeof pieceStateNames = {
  masked: "Datos de otras personas tapados",
  "holds-key": "No se copia: lleva la clave del reclamo",
  "others-data": "Reservada, por decidir",
  "kept-back": "Reservada",
  "not-notified": "Reservada: no se notificó todavía",
  beside: "Va aparte",
  altered: "No se copia: no coincide con su huella",
};

/** The facts of the first sheet. */
interface Cover extends CopyHead {
  readonly facts: readonly Line[];
  readonly dates: readonly { readonly name: string; readonly on: CalendarDay }[];
  readonly terms: readonly {
    readonly name: string;
    readonly from: CalendarDay;
    /** The day the act of the term was done; absent while it was not. */
    readonly metOn?: CalendarDay | undefined;
    readonly dueDate: CalendarDay;
    readonly days: number;
    /** The days that the term has; `days` are those used so far. */
    readonly of: number;
    readonly late: boolean;
  }[];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * Returns the first sheet of a copy of a case file: its code, `facts`, whom the copy is for and when it was made; then
 * `dates`; then a table of `terms` with the days that each used.
 */
export function coverSheet({ facts, dates, terms, ...head }: Cover): Sheet {
  return sheetOf(head, "Carátula del expediente", [
    {
      lines: [
        ["Expediente", head.code],
        ...facts,
        ["Para", copyNames[head.copy]],
        ["Formado", longInstant(head.madeAt)],
      ],
    },
    { heading: "Fechas" },
    { lines: dates.map(({ name, on }): Line => [capital(name), longDate(on)]) },
    { heading: "Días contados" },
    {
      table: {
        head: ["Plazo", "Desde", "Cumplido", "Vence", "Días usados", "Estado"],
        rows: terms.map(({ name, from, metOn, dueDate, days, of, late }) => [
          name,
          dateOf(from),
          metOn ? dateOf(metOn) : "todavía no",
          dateOf(dueDate),
          `${days} de ${of}`,
          late ? "fuera de plazo" : "en plazo",
        ]),
      },
    },
    {
      text: "Los días son hábiles, salvo que la ley diga otra cosa. El detalle día por día de cada plazo está en el registro del reclamo.",
    },
  ]);
}

/** A piece as an index lists it. */
export interface IndexRow {
  readonly piece: number;
  readonly folios: Folios;
  readonly title: string;
  readonly at: CalendarDay;
  /** Who recorded the piece; empty for the first sheet. */
  readonly by: string;
  readonly sha256?: string | undefined;
  readonly state: PieceState;
}

interface Index extends CopyHead {
  readonly title: string;
  readonly rows: readonly IndexRow[];
  /** The files of the copy; absent in the index of one part. */
  readonly files?: readonly {
    readonly fileName: string;
    readonly sha256: string;
    readonly folios?: Folios | undefined;
  }[];
}

/**
 * Returns an index: a table with a row for each piece, and the list of `files` if given. A piece that is not whole in
 * the copy has the reason beside its title. The sheet states that it has no folio: folios never change, and an index
 * changes with each added piece.
 */
export function indexSheet({ title, rows, files, ...head }: Index): Sheet {
  return sheetOf(head, title, [
    { text: `${copyNames[head.copy]}. Este índice no lleva folio.` },
    {
      table: {
        head: ["Folios", "Pieza", "Qué es", "Fecha", "Quién", "Huella SHA-256"],
        rows: rows.map(({ piece, folios, title: name, at, by, sha256, state }) => [
          folioText(folios),
          String(piece),
          state === "whole" ? name : `${name}. ${indexStateNames[state]}.`,
          at.split("-").toReversed().join("/"),
          by,
          sha256 ? inHalves(sha256) : "",
        ]),
      },
    },
    ...(files
      ? [
          { heading: "Archivos" },
          {
            lines: files.map(
              ({ fileName, sha256, folios }): Line => [
                folios ? `${fileName} (folios ${folioText(folios)})` : fileName,
                `SHA-256 ${sha256}`,
              ],
            ),
          },
        ]
      : []),
  ]);
}

/** A hash in two lines: in one, its column would leave no room for words. */
function inHalves(sha256: string): string {
  return `${sha256.slice(0, sha256.length / 2)}\n${sha256.slice(sha256.length / 2)}`;
}

/** An entry as it is printed. */
interface EntryRecord extends CopyHead {
  readonly seq: number;
  readonly name: string;
  readonly effectiveAt: string;
  readonly recordedAt: string;
  readonly recorder: string;
  readonly lines: readonly Line[];
  /** The hash of the entry in the chain. */
  readonly contentHash: string;
}

/**
 * Returns the sheet of an entry: when it happened and was recorded, by whom, its lines if it has any, and its hash in
 * the chain. The sheet is dated when the entry was recorded.
 */
export function recordSheet({
  seq,
  name,
  effectiveAt,
  recordedAt,
  recorder,
  lines,
  contentHash,
  ...head
}: EntryRecord): Sheet {
  return sheetOf({ ...head, madeAt: recordedAt }, `Asiento ${seq}: ${name}`, [
    {
      lines: [
        ["Ocurrió", longInstant(effectiveAt)],
        ["Se registró", longInstant(recordedAt)],
        ["Quién lo registró", recorder],
      ],
    },
    // Some entries say nothing beyond their name.
    ...(lines.length > 0 ? [{ lines }] : []),
    { text: `Huella de este asiento en la cadena del expediente: ${contentHash}` },
  ]);
}

/** A piece that is not in the copy. */
interface MissingPiece extends CopyHead {
  readonly piece: number;
  readonly title: string;
  readonly folios: Folios;
  readonly state: Exclude<PieceState, "whole" | "masked">;
  readonly file: { readonly fileName?: string | undefined; readonly sizeBytes: number; readonly sha256: string };
  /** The name of its file beside the parts, if it is there. */
  readonly beside?: string | undefined;
}

/**
 * Returns one sheet that takes the place of a piece that is not in the copy. It states which piece, why, its folios,
 * and the name, size and hash of its file. If the piece has several folios, the sheet states that it stands for all of
 * them.
 */
export function insteadSheet({ piece, title, folios, state, file, beside, ...head }: MissingPiece): Sheet {
  const pages = folios.to - folios.from + 1;
  return sheetOf(head, `Pieza ${piece}: ${title}`, [
    { text: `${pieceStateNames[state]}.` },
    {
      lines: [
        ["Folios", folioText(folios)],
        ["Páginas", String(pages)],
        ...(file.fileName ? [["Archivo", file.fileName] as const] : []),
        ...(beside ? [["Nombre en la entrega", beside] as const] : []),
        ["Tamaño", `${file.sizeBytes} bytes`],
        ["SHA-256", file.sha256],
      ],
    },
    ...(pages > 1 ? [{ text: "Esta hoja ocupa el lugar de todos esos folios: los demás conservan su número." }] : []),
  ]);
}

function sheetOf({ letterhead, code, madeAt }: CopyHead, title: string, blocks: readonly Block[]): Sheet {
  return { letterhead, title, code, madeAt, blocks };
}
