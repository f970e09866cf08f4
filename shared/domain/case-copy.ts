/**
 * Who a copy of a case file is for: the tribunal, the office's own attachment, a third party who has an interest in it, its
 * claimant, or its claimant by the hands of the office, which may not see the key of the claim.
 */
export const copyKinds = ["tribunal", "print", "third-party", "claimant", "handed-over"] as const;
export type CopyKind = (typeof copyKinds)[number];

/** What staff may order, by name. */
export const deskCopyKinds = ["tribunal", "print", "third-party", "handed-over"] as const satisfies readonly CopyKind[];

/** Who is another than those who keep the file: nobody's data but their own is theirs to read. */
export const guardedCopies = ["third-party", "claimant"] as const satisfies readonly CopyKind[];
export type GuardedCopy = (typeof guardedCopies)[number];

/** By whose rights a copy is made, where that is another than those who keep the file. */
export function guardOf(kind: CopyKind): GuardedCopy | undefined {
  return kind === "handed-over" ? "claimant" : guardedCopies.find((guarded) => guarded === kind);
}

export function isGuarded(kind: CopyKind): boolean {
  return guardOf(kind) !== undefined;
}

/** Days a copy can be downloaded; the tribunal's is kept as evidence. */
export const copyDays = 30;

/** How a piece stands in a copy, where it is not there whole. */
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

/** Pages a piece takes, from 1 on, the first page of the file being folio 1. */
export interface Folios {
  readonly from: number;
  readonly to: number;
}

/** A piece in a copy that was made: where it stands, and how. */
export interface FoliatedPiece {
  readonly piece: number;
  readonly folios: Folios;
  readonly state: PieceState;
  /** Its file bears a signature, which no bound page keeps: the file goes beside as well. */
  readonly signed?: true | undefined;
  /** A picture of it is bound, as its kind of photo cannot be: the file goes beside as well. */
  readonly drawn?: true | undefined;
}

/** Whether the file of a piece goes beside the parts, as it was received. */
export function goesBeside({ state, signed, drawn }: Omit<FoliatedPiece, "piece" | "folios">): boolean {
  return state === "beside" || (signed ?? drawn ?? false);
}

/** What a piece that goes beside the parts is called there: `adjunto-0012.heic`. */
export function besideName(piece: number, fileName: string): string {
  const ending = /\.([0-9A-Za-z]{1,5})$/.exec(fileName)?.[1]?.toLowerCase();
  return `adjunto-${String(piece).padStart(4, "0")}${ending ? `.${ending}` : ""}`;
}

/** Folios as they are written on a page: `000123`, or `000123 a 000125`. */
export function folioText({ from, to }: Folios): string {
  const digits = (folio: number) => String(folio).padStart(6, "0");
  return from === to ? digits(from) : `${digits(from)} a ${digits(to)}`;
}
