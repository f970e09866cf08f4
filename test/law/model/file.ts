import type { ClaimFact } from "../../../shared/domain/claim-events.ts";
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

/** What of the law differs from claim to claim here; all else is the digest's default. */
export interface Law {
  readonly extraDays: number;
  readonly distance: number;
  readonly versions: readonly Version[];
}

/** What is being decided: the claim, what the tribunal sent back, a reconsideration. */
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
  /** The last repair that was required, and whether a visit has found it done. */
  leak?: { readonly requiredOn: string; readonly isRepaired: boolean };
  /** The last meter test that was ordered, and whether its result is there. */
  test?: { readonly on: string; readonly isReported: boolean };
  testAsked?: true;
  /** Of a reconsideration that came without new evidence: asked for on a day, or not yet; absent once there is some. */
  lacking?: { readonly late: boolean; readonly askedOn?: string } | undefined;
  /** When it was asked for: its term stands beside whatever came of it. */
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

/** A claim's file. */
export interface File {
  phase: Phase;
  since: string;
  round: Round;
  readonly filing: Extract<ClaimFact, { type: "claim-filed" }>;
  claimType: string;
  recordedAt: string;
  /** When the last act that led anywhere, or sent a resolution to signature, took effect. */
  movedAt: string;
  /** A change of the calendars since the last record, if any: nothing passed because of it before that day. */
  changedOn?: string | undefined;
  /** The last decision was notified and nothing but its execution came after. */
  isNotified: boolean;
  isCertified?: boolean;
  withdrawing?: boolean;
  extensions: number;
  meterTestAsked?: true;
  hasSigned?: true;
  recourseOn?: string;
  appealFrom?: string;
  /** Those nobody has answered yet, in the order filed. */
  quejas: readonly { readonly day: string; readonly forwardedOn?: string }[];
  /** An appeal that is not sent up yet: while there is a reconsideration it is kept for it. */
  hasAppeal?: boolean;
  /** The day the tribunal's decision was received, where the tribunal decided the last appeal itself. */
  tribunalOn?: string | undefined;
  /** What the last appeal brought. */
  appealBrings?: boolean;
}

export interface At {
  readonly file: File;
  readonly law: Law;
  readonly now: string;
}
