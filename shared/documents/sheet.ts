/** Who issues a document: the head of every page. */
export interface Letterhead {
  readonly name: string;
  readonly legalName: string;
  /** The company's number as a taxpayer (RUC). */
  readonly ruc: string;
  readonly address: string;
  readonly telephone: string;
  /** The regulator's free line. */
  readonly regulatorLine: string;
}

/** A label and the value beside it; an empty value is printed as a line to write on. */
export type Line = readonly [label: string, value: string];

/** A quantity with its name and a note about it. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  readonly note: string;
}

/** A part of a document, in order from top to bottom. */
export type Block =
  | { readonly heading: string }
  | { readonly text: string }
  | { readonly lines: readonly Line[] }
  | { readonly items: readonly string[] }
  | { readonly table: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] } }
  /** A bar for each row, its length in proportion to the greatest. */
  | { readonly bars: { readonly head: readonly [string, string, string]; readonly rows: readonly Bar[] } }
  /** This many lines to write on. */
  | { readonly blank: number }
  /** Room to sign, side by side, with each name and capacity below it. */
  | { readonly signatures: readonly Line[] }
  | { readonly qr: string; readonly caption: string };

/** The contents of a document, which `PdfRenderer` prints. */
export interface Sheet {
  readonly letterhead: Letterhead;
  readonly title: string;
  /** Printed on every page, beside the page number. */
  readonly code: string;
  /** The instant of the fact it documents, ISO 8601 in UTC, which becomes the date of the PDF. */
  readonly madeAt: string;
  readonly blocks: readonly Block[];
  /** How anybody checks it: the code on every page and the address in a QR at the end. Set when it is issued. */
  readonly verification?: { readonly code: string; readonly address: string } | undefined;
}
