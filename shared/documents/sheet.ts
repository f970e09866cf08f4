/** Who issues a document: the head of every page. */
export interface Letterhead {
  readonly name: string;
  readonly legalName: string;
  readonly ruc: string;
  readonly address: string;
  readonly telephone: string;
  /** The regulator's free line. */
  readonly regulatorLine: string;
}

/** A label and what stands beside it; nothing: a line to write on. */
export type Line = readonly [label: string, value: string];

/** A quantity with its name and a word about it. */
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
  /** One bar for each row, as long as its share of the greatest. */
  | { readonly bars: { readonly head: readonly [string, string, string]; readonly rows: readonly Bar[] } }
  /** So many lines to write on. */
  | { readonly blank: number }
  /** Where somebody signs, side by side: who, and in what capacity. */
  | { readonly signatures: readonly Line[] }
  | { readonly qr: string; readonly caption: string };

/** What a document says, before it is bytes. */
export interface Sheet {
  readonly letterhead: Letterhead;
  readonly title: string;
  /** On each page, with its number. */
  readonly code: string;
  /** The instant of the fact it is made of, ISO 8601 in UTC: the bytes carry it as their date. */
  readonly madeAt: string;
  readonly blocks: readonly Block[];
  /** By which anybody checks it: the code on each page, the address in a QR at its end. Set as it is issued. */
  readonly verification?: { readonly code: string; readonly address: string } | undefined;
}
