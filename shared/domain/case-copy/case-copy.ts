/**
 * For whom a copy of a case file is made: the tribunal, the office's own files (`print`), a third party with an
 * interest, the claimant, or the claimant through the office (`handed-over`), which may not see the claim's key. What
 * each reader may see: `keptFrom` in `casework/case-pieces.ts` (which entries), `entry-record.ts` (which values are
 * masked).
 */
export const copyKinds = ["tribunal", "print", "third-party", "claimant", "handed-over"] as const;
export type CopyKind = (typeof copyKinds)[number];

/** Copies that staff may order. */
export const deskCopyKinds = ["tribunal", "print", "third-party", "handed-over"] as const satisfies readonly CopyKind[];

/** Readers from outside the office and the tribunal: they may read no personal data but their own. */
export const guardedCopies = ["third-party", "claimant"] as const satisfies readonly CopyKind[];
export type GuardedCopy = (typeof guardedCopies)[number];

/**
 * Returns the outside reader whose rights limit what a copy shows: `third-party`, or `claimant` (also for
 * `handed-over`). Undefined for `tribunal` and `print`.
 */
export function guardOf(kind: CopyKind): GuardedCopy | undefined {
  return kind === "handed-over" ? "claimant" : guardedCopies.find((guarded) => guarded === kind);
}

export function isGuarded(kind: CopyKind): boolean {
  return guardOf(kind) !== undefined;
}

/** For how many days a copy can be downloaded; the tribunal's is kept as evidence. */
export const copyDays = 30;

/** How a piece of the case file appears in a copy: `whole`, or why it is not. */
export const pieceStates = [
  "whole",
  "masked",
  "holds-key",
  "others-data",
  "kept-back",
  "not-notified",
  "beside",
  "altered",
] as const;
export type PieceState = (typeof pieceStates)[number];

/** The pages of a piece, both included; the first page of the file is folio 1. */
export interface Folios {
  readonly from: number;
  readonly to: number;
}

/** A piece in a finished copy: its pages and how it appears. */
export interface FoliatedPiece {
  readonly piece: number;
  readonly folios: Folios;
  readonly state: PieceState;
  /** The file is signed, which bound pages do not keep, so the file is added beside them. */
  readonly signed?: true | undefined;
  /** The copy binds a picture of the file, as its photo format cannot be bound, so the file is added beside it. */
  readonly drawn?: true | undefined;
}

/**
 * Returns whether a piece's file is also delivered as it was received, beside the bound pages of the copy: `state` is
 * `beside`, or `signed` or `drawn` is set.
 */
export function goesBeside({ state, signed, drawn }: Omit<FoliatedPiece, "piece" | "folios">): boolean {
  return state === "beside" || (signed ?? drawn ?? false);
}

/**
 * Returns the name under which a piece's file is delivered beside the bound pages of the copy: `adjunto-0012.heic`,
 * with the number of the piece in four digits and the ending of `fileName` in lower case. No ending if it is not one to
 * five letters or digits.
 */
export function besideName(piece: number, fileName: string): string {
  const ending = /\.([0-9A-Za-z]{1,5})$/.exec(fileName)?.[1]?.toLowerCase();
  return `adjunto-${String(piece).padStart(4, "0")}${ending ? `.${ending}` : ""}`;
}

/** Returns folios as a page shows them, in six digits: `000123`, or `000123 a 000125` if there are several. */
export function folioText({ from, to }: Folios): string {
  const digits = (folio: number) => String(folio).padStart(6, "0");
  return from === to ? digits(from) : `${digits(from)} a ${digits(to)}`;
}
