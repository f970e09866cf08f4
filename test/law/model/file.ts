import type { ClaimFact } from "../../../shared/domain/case/claim-events.ts";
import type { Version } from "./terms.ts";

const preHearing = ["PRESENTADO", "EN_INVESTIGACION", "CONCILIACION_CITADA"] as const;
export const postHearing = ["CONCILIADO_PARCIAL", "SIN_ACUERDO", "INASISTENCIA", "EN_RESOLUCION"] as const;
export const phases = [
  ...preHearing,
  ...postHearing,
  "OBSERVADO",
  "NO_PRESENTADO",
  "CONCILIADO_TOTAL",
  "RESUELTO_1I",
  "NOTIFICADO_1I",
  "SILENCIO_POR_CONFIRMAR",
  "SAP_1I",
  "RECONSIDERACION",
  "RESUELTO_RECON",
  "NOTIFICADO_RECON",
  "SILENCIO_RECON_POR_CONFIRMAR",
  "SAP_RECON",
  "APELACION",
  "ELEVADO",
  "SAN_2I",
  "RESUELTO_2I",
  "DESISTIDO",
  "FIRME",
  "EN_EJECUCION",
  "CERRADO",
] as const;
export type Phase = (typeof phases)[number];

export const openPhases: readonly Phase[] = [...preHearing, ...postHearing];
export const firstInstance: readonly Phase[] = [...openPhases, "OBSERVADO", "RESUELTO_1I"];
export const reconsidering: readonly Phase[] = ["RECONSIDERACION", "RESUELTO_RECON"];

/** The parts of the law that vary between histories; the rest has the digest's defaults. */
export interface Law {
  readonly extraDays: number;
  readonly distance: number;
  readonly versions: readonly Version[];
}

/** The matter under decision: the claim, a case the tribunal sent back, or a reconsideration. */
export interface Round {
  readonly kind: "claim" | "sent-back" | "reconsideration";
  readonly from: string;
  readonly decideIn: number;
  readonly silenceAfter: number;
  hearing?: string | undefined;
  hearingMoved?: true;
  appointmentsGiven?: true;
  observedOn?: string;
  noticedOn?: string;
  remediedOn?: string;
  overrides?: readonly string[];
  /** The last repair required, and whether a visit found it done. */
  leak?: { readonly requiredOn: string; readonly isRepaired: boolean };
  /** The last meter test ordered, and whether its result was reported. */
  test?: { readonly on: string; readonly isReported: boolean };
  testAsked?: true;
  /** A reconsideration without new evidence: the day evidence was asked for, if it was; absent once some came. */
  lacking?: { readonly late: boolean; readonly askedOn?: string } | undefined;
  /** The day new evidence was asked for; its term stays listed after the answer. */
  evidenceAskedOn?: string;
  draft?: { readonly day: string; readonly granted: boolean } | undefined;
  isFrozen?: boolean;
  signedOn?: string;
  isCarried?: true;
  sent?: { readonly channel: "email" | "mailbox" | "personal"; readonly day: string };
  notifiedOn?: string;
  withdrawnOn?: string;
  elevatedOn?: string;
}

/** The model's state of one claim. */
export interface File {
  phase: Phase;
  since: string;
  round: Round;
  readonly filing: Extract<ClaimFact, { type: "claim-filed" }>;
  claimType: string;
  recordedAt: string;
  /** When the last act that moved the file, or sent a resolution to be signed, took effect. */
  movedAt: string;
  /** The day of a calendar change since the last entry; nothing lapses because of it before that day. */
  changedOn?: string | undefined;
  /** The last decision was notified, and nothing but its execution followed. */
  isNotified: boolean;
  isCertified?: boolean;
  withdrawing?: boolean;
  extensions: number;
  meterTestAsked?: true;
  hasSigned?: true;
  recourseOn?: string;
  appealFrom?: string;
  /** Unanswered quejas, in the order they were filed. */
  quejas: readonly { readonly day: string; readonly forwardedOn?: string }[];
  /** An appeal not yet sent to the tribunal; during a reconsideration it waits for its end. */
  hasAppeal?: boolean;
  /** The day the tribunal's decision was received, if the tribunal decided the last appeal itself. */
  tribunalOn?: string | undefined;
  /** The last appeal brought new evidence. */
  appealBrings?: boolean;
}

export interface At {
  readonly file: File;
  readonly law: Law;
  readonly now: string;
}
