import type { ClaimEventType, ClaimFact } from "../../../shared/domain/claim-events.ts";
import type { ClockId, Recorder } from "../../../shared/domain/claim-states.ts";
import type { Stop } from "../oracle/oracle.ts";
import { count, countForUser, dayIn, plusDays, type Version, versionsBy } from "./terms.ts";

/**
 * The procedure as the digest tells it (1.5, 3.1 to 3.3, 3.7 to 3.9, 5.6): a file with what is known of it, which each act
 * changes. Of the engine it knows the names of the acts and of who records them, nothing else.
 */

const preHearing = ["PRESENTADO", "EN_INVESTIGACION", "CONCILIACION_CITADA"] as const;
const postHearing = ["CONCILIADO_PARCIAL", "SIN_ACUERDO", "INASISTENCIA", "EN_RESOLUCION"] as const;
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

const openPhases: readonly Phase[] = [...preHearing, ...postHearing];
const firstInstance: readonly Phase[] = [...openPhases, "OBSERVADO", "RESUELTO_1I"];
const reconsidering: readonly Phase[] = ["RECONSIDERACION", "RESUELTO_RECON"];

/** What of the law differs from claim to claim here; all else is the digest's default. */
export interface Law {
  readonly extraDays: number;
  readonly distance: number;
  readonly versions: readonly Version[];
}

/** What is being decided: the claim, what the tribunal sent back, a reconsideration. */
interface Round {
  readonly kind: "claim" | "sent-back" | "reconsideration";
  readonly from: string;
  readonly decideIn: number;
  readonly silenceAfter: number;
  hearing?: string | undefined;
  hearingMoved?: true;
  placesGiven?: true;
  observedOn?: string;
  noticedOn?: string;
  remediedOn?: string;
  overrides?: readonly string[];
  leakRequired?: true;
  testOrdered?: true;
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
  isTold: boolean;
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
  /** What the last appeal brought. */
  appealBrings?: boolean;
}

interface At {
  readonly file: File;
  readonly law: Law;
  readonly now: string;
}

/** What an act does, if it is taken. */
type Effect = () => void;

function current({ law, now }: At): Version {
  return versionsBy(law.versions, now).at(-1) ?? versionsBy(law.versions, now)[0];
}

function forCompany(at: At, from: string, days: number, stops: readonly Stop[] = []): string {
  return count(from, days, "COMPANY", current(at), stops);
}

function forUser({ law, now }: At, from: string, days: number): string {
  return countForUser(from, days, versionsBy(law.versions, now));
}

/** 1.5: working days after the notice up to and including the remedy's day, or the last one for it, do not count. */
function stopsOf(at: At): readonly Stop[] {
  const { noticedOn, remediedOn } = at.file.round;
  if (!noticedOn) return [];
  return [{ notice: noticedOn, remedy: remediedOn ?? toRemedy(at) ?? noticedOn }];
}

function fromFiling(at: At, days: number): string {
  const { kind, from } = at.file.round;
  return forCompany(at, from, days, kind === "reconsideration" ? [] : stopsOf(at));
}

/** The last day to notify: 35 from the filing, 20 from a reconsideration, the order's days and five. */
function lastToNotify(at: At): string {
  const { kind, silenceAfter, testAsked } = at.file.round;
  return fromFiling(at, silenceAfter + (kind !== "reconsideration" && testAsked ? at.law.extraDays : 0));
}

function mailboxTerm(at: At): string | undefined {
  const { sent } = at.file.round;
  return sent?.channel === "mailbox" ? forUser(at, sent.day, 5) : undefined;
}

/** 5.6: not acknowledged in five days, notified the first working day after. */
function mailboxDay(at: At): string | undefined {
  const term = mailboxTerm(at);
  return term && count(term, 1, "USER", current(at));
}

function noticeDay(at: At): string | undefined {
  return at.file.round.notifiedOn ?? mailboxDay(at);
}

type Terms = Partial<Record<ClockId, string | undefined>>;

function termsOfClaim(at: At): Terms {
  const { file, law } = at;
  const { round, filing } = file;
  if (round.kind !== "claim") return {};
  return {
    T05: forUser(at, round.from, 5 + law.distance),
    T06: filing.inspectionOn && fromFiling(at, filing.claimType === "F01" ? 5 : 10),
    T07: filing.hearingOn && fromFiling(at, 20),
    T25: filing.channel === "telephone" ? forCompany(at, round.from, 3) : undefined,
  };
}

/** From the signature, never after the last day to notify. */
function notifyBy(at: At): string | undefined {
  const { signedOn } = at.file.round;
  const days = signedOn && forCompany(at, signedOn, 5);
  const last = lastToNotify(at);
  return days && days > last ? last : days;
}

function quejaTerm(at: At): string | undefined {
  const [queja] = at.file.quejas;
  if (!queja) return undefined;
  return queja.forwardedOn ? forCompany(at, queja.forwardedOn, 3) : forCompany(at, queja.day, 1);
}

/** 3.2: the terms by their number, as far as they have begun; not those in months or calendar days. */
export function termsOf(at: At): Terms {
  const { file, law } = at;
  const { round } = file;
  return {
    ...termsOfClaim(at),
    T04: toRemedy(at),
    T08: fromFiling(at, round.decideIn + (round.testAsked ? law.extraDays : 0)),
    T09: notifyBy(at),
    T10: lastToNotify(at),
    T11: toRecur(at),
    T12: fromFiling(at, round.decideIn),
    T13: notifyBy(at),
    T14: lastToNotify(at),
    T15: toRecur(at),
    T16: file.appealFrom && forCompany(at, file.appealFrom, 5),
    T17: round.elevatedOn && forCompany(at, round.elevatedOn, 35),
    T19: forCompany(at, file.since, 10),
    T20: quejaTerm(at),
    T21: round.sent?.channel === "email" ? forCompany(at, round.sent.day, 2) : undefined,
    T22: mailboxTerm(at),
  };
}

interface Passing {
  /** The day it passes, at 00:00 in Lima. */
  readonly on: string | undefined;
  readonly to: Phase;
}

function after(day: string | undefined): string | undefined {
  return day && plusDays(day, 1);
}

function toRemedy(at: At): string | undefined {
  const { noticedOn, evidenceAskedOn } = at.file.round;
  const from = noticedOn ?? evidenceAskedOn;
  return from && forUser(at, from, 2 + at.law.distance);
}

function toRecur(at: At): string | undefined {
  const notice = noticeDay(at);
  return notice && forUser(at, notice, 15 + at.law.distance);
}

/** 1.5: what is observed after the first five days is asked once, and rejects nothing for its form. */
function unremedied(at: At): Phase {
  const { observedOn, from } = at.file.round;
  return observedOn && observedOn > forCompany(at, from, 5) ? "EN_INVESTIGACION" : "NO_PRESENTADO";
}

/** 5.6: the days to bring what proves a delivery made in time. */
function confirming(at: At, to: Phase): Passing {
  return { on: after(forCompany(at, lastToNotify(at), 2)), to };
}

/** No decision notified in its days: granted, or to be confirmed if somebody carries it to its address. */
function silence(at: At, to: Phase, toConfirm?: Phase): Passing {
  return { on: after(lastToNotify(at)), to: (at.file.round.isCarried && toConfirm) || to };
}

/** What passes by itself in a phase if nobody acts; of what passes the same day, the first. */
function passingOf(at: At): readonly Passing[] {
  const { phase, round } = at.file;
  switch (phase) {
    case "OBSERVADO":
      return [{ on: after(toRemedy(at)), to: unremedied(at) }, silence(at, "SAP_1I")];
    case "EN_INVESTIGACION":
      return [{ on: round.hearing, to: "CONCILIACION_CITADA" }, silence(at, "SAP_1I")];
    case "RESUELTO_1I":
      return [silence(at, "SAP_1I", "SILENCIO_POR_CONFIRMAR"), { on: mailboxDay(at), to: "NOTIFICADO_1I" }];
    case "SILENCIO_POR_CONFIRMAR":
      return [confirming(at, "SAP_1I")];
    case "NOTIFICADO_1I":
      return [{ on: after(toRecur(at)), to: "FIRME" }];
    case "RECONSIDERACION":
      return [silence(at, "SAP_RECON")];
    case "RESUELTO_RECON":
      return [silence(at, "SAP_RECON", "SILENCIO_RECON_POR_CONFIRMAR"), { on: mailboxDay(at), to: "NOTIFICADO_RECON" }];
    case "SILENCIO_RECON_POR_CONFIRMAR":
      return [confirming(at, "SAP_RECON")];
    case "FIRME":
      // The reconsideration was withdrawn, not the appeal kept for it.
      return [{ on: at.file.hasAppeal ? round.withdrawnOn : undefined, to: "APELACION" }];
    case "NOTIFICADO_RECON": {
      const isKept = at.file.hasAppeal && !round.draft?.granted;
      return [
        { on: isKept ? noticeDay(at) : undefined, to: "APELACION" },
        { on: after(toRecur(at)), to: "FIRME" },
      ];
    }
    case "ELEVADO":
      return [{ on: after(round.elevatedOn && forCompany(at, round.elevatedOn, 35)), to: "SAN_2I" }];
    default:
      return openPhases.includes(phase) ? [silence(at, "SAP_1I")] : [];
  }
}

function enter(file: File, phase: Phase, since: string): void {
  if (phase.startsWith("NOTIFICADO")) file.isTold = true;
  else if (phase !== "FIRME" && phase !== "CERRADO") file.isTold = false;
  // One kept for a reconsideration runs from its notice, or the day it bears itself if that is later.
  if (phase === "APELACION") file.appealFrom = file.recourseOn && file.recourseOn > since ? file.recourseOn : since;
  if (phase.startsWith("SAP")) file.isCertified = false;
  file.phase = phase;
  file.since = since;
}

/** Lets pass all that has passed by a day. */
function settle(at: At, today: string): void {
  for (;;) {
    const due = passingOf(at).filter(({ on }) => on !== undefined && on <= today);
    const [next] = due.toSorted((a, b) => ((a.on ?? "") < (b.on ?? "") ? -1 : a.on === b.on ? 0 : 1));
    if (!next?.on) return;
    const { changedOn } = at.file;
    enter(at.file, next.to, changedOn && changedOn > next.on ? changedOn : next.on);
  }
}

/** The file as time makes it until an instant, each day by the calendars it had. */
export function fileAt(before: File, law: Law, now: string): File {
  const file = { ...before, round: { ...before.round } };
  const changes = law.versions.map((each) => each.inForceFrom).filter((each) => each > file.recordedAt && each <= now);
  const known = (until: string) => ({ ...law, versions: law.versions.filter((each) => each.inForceFrom < until) });
  for (const change of changes) {
    settle({ file, law: known(change), now: change }, dayIn(change));
    file.changedOn = dayIn(change);
  }
  settle({ file, law, now }, dayIn(now));
  return file;
}

/** The days on which something passes if nobody acts, and those after the customer's terms. */
export function turningDays(file: File, law: Law, now: string): readonly string[] {
  const at = { file, law, now };
  const terms = [toRemedy(at), termsOfClaim(at).T05, lastToNotify(at)];
  return [...passingOf(at).map(({ on }) => on), ...terms.map(after)].filter((day) => day !== undefined);
}

const claimant = ["claimant", "operator", "clerk"] as const;
const desk = ["clerk", "analyst"] as const;

/** Who records each act: the claimant or who attends them; the office's people, each their part. */
export const recorders: Readonly<Record<ClaimEventType, readonly Recorder[]>> = {
  "claim-filed": claimant,
  "filing-copy-sent": ["operator", "clerk", "system"],
  "defect-observed": ["operator", "clerk", "analyst", "system"],
  "defect-notified": ["operator", "clerk", "analyst", "system"],
  remedied: [...claimant, "inspector"],
  "claim-accepted": desk,
  "claim-extended": claimant,
  reclassified: ["analyst"],
  "dismissal-proposed": ["analyst"],
  "inspection-reported": ["inspector"],
  "leak-repair-required": ["analyst", "clerk", "system"],
  "leak-verified": ["inspector"],
  "meter-test-asked": claimant,
  "meter-test-ordered": ["analyst"],
  "meter-test-notified": ["analyst", "clerk", "system"],
  "meter-test-reported": ["analyst", "inspector"],
  "hearing-moved": ["analyst", "conciliator", "system"],
  "places-given": ["analyst"],
  "conciliation-held": ["conciliator"],
  "checklist-overridden": ["resolver", "signer", "manager"],
  "resolution-issued": ["resolver"],
  "resolution-returned": ["resolver", "signer"],
  "resolution-signed": ["signer"],
  "resolution-dispatched": ["clerk"],
  "resolution-notified": ["clerk", "system"],
  rectified: ["signer"],
  "silence-certified": ["signer", "system"],
  "withdrawal-requested": claimant,
  "withdrawal-accepted": ["signer"],
  "reconsideration-filed": claimant,
  "new-evidence-asked": ["analyst", "resolver", "system"],
  "new-evidence-brought": claimant,
  "appeal-filed": claimant,
  "recourse-reclassified": ["analyst"],
  "file-elevated": desk,
  "tribunal-decided": desk,
  executed: ["billing"],
  "queja-filed": claimant,
  "queja-forwarded": desk,
  "queja-answered": desk,
};

function isBy(fact: ClaimFact, who: readonly Recorder[]): boolean {
  if (fact.by.kind === "customer") return who.includes("claimant");
  if (fact.by.kind === "system") return who.includes("system");
  return fact.by.roles.some((role) => who.includes(role));
}

/** An act that leads on does not take effect before the one it follows; no act before the filing. */
function follows(fact: ClaimFact, file: File, leadsOn: boolean): boolean {
  return fact.effectiveAt >= (leadsOn ? file.movedAt : file.filing.effectiveAt);
}

interface AnyAttempt extends At {
  readonly fact: ClaimFact;
  /** The day it took effect. */
  readonly on: string;
}

interface Attempt<Type extends ClaimEventType> extends AnyAttempt {
  readonly fact: Extract<ClaimFact, { type: Type }>;
}

/** Leads the file on, if the act may be where it stands. */
function leads({ file, fact, on }: AnyAttempt, to: Phase, also: Effect = () => {}): Effect | undefined {
  if (!follows(fact, file, true)) return undefined;
  return () => {
    enter(file, to, on);
    file.movedAt = fact.effectiveAt;
    also();
  };
}

/** Changes what is known of the file, in some phases. */
function notes({ file, fact }: AnyAttempt, where: readonly Phase[], also: Effect = () => {}): Effect | undefined {
  return where.includes(file.phase) && follows(fact, file, false) ? also : undefined;
}

function hasPower(standing: { readonly as: string; readonly acts?: readonly string[] }, act: string): boolean {
  return standing.as !== "representative" || standing.acts?.includes(act) === true;
}

function issuesAt(attempt: Attempt<"resolution-issued">): Effect | undefined {
  const { file, fact, on } = attempt;
  const { round, phase } = file;
  const isSeconded =
    fact.checklist === "complete" ||
    (round.overrides ?? []).some((sub) => !(fact.by.kind === "staff" && fact.by.sub === sub));
  if (!isSeconded) return undefined;
  const freezes = () => {
    round.draft = { day: on, granted: fact.outcome === "upheld" };
    round.isFrozen = true;
    file.movedAt = fact.effectiveAt;
  };
  if (phase === "EN_INVESTIGACION" || phase === "CONCILIACION_CITADA") {
    // The hearing's day and working day 20 are both over, or there is no hearing.
    const target = termsOfClaim(attempt).T07;
    const isOver = !round.hearing || (on > round.hearing && (!target || on > target));
    return isOver ? leads(attempt, "EN_RESOLUCION", freezes) : undefined;
  }
  if (round.isFrozen) return undefined;
  if (postHearing.some((each) => each === phase)) return leads(attempt, "EN_RESOLUCION", freezes);
  return isAwaited(attempt) ? undefined : notes(attempt, ["RECONSIDERACION"], freezes);
}

/** 3.7: evidence is asked for once, with its days; nothing is dismissed before that for what nobody asked for. */
function isAwaited(attempt: Attempt<"resolution-issued">): boolean {
  const { lacking } = attempt.file.round;
  if (!lacking) return false;
  const last = lacking.askedOn && toRemedy(attempt);
  return last ? attempt.on <= last : attempt.fact.outcome === "dismissed" && !lacking.late;
}

function signsAt(attempt: AnyAttempt): Effect | undefined {
  const { file, on } = attempt;
  const signed: Partial<Record<Phase, Phase>> = { EN_RESOLUCION: "RESUELTO_1I", RECONSIDERACION: "RESUELTO_RECON" };
  const to = signed[file.phase];
  if (!to || !file.round.isFrozen) return undefined;
  return leads(attempt, to, () => {
    file.round.signedOn = on;
    file.hasSigned = true;
  });
}

/** 5.6: by the next working day, or with its whole evidence; once the term is over only with it, if it was made in time. */
function notifiesAt(attempt: Attempt<"resolution-notified">): Effect | undefined {
  const { file, fact, on, now } = attempt;
  const told: Partial<Record<Phase, Phase>> = {
    RESUELTO_1I: "NOTIFICADO_1I",
    SILENCIO_POR_CONFIRMAR: "NOTIFICADO_1I",
    RESUELTO_RECON: "NOTIFICADO_RECON",
    SILENCIO_RECON_POR_CONFIRMAR: "NOTIFICADO_RECON",
  };
  const to = told[file.phase];
  const isProved = ["photo", "device-time", "second-person"].every((kind) => fact.evidence.some((one) => one === kind));
  const isLate = file.phase.startsWith("SILENCIO");
  if (!to) return undefined;
  if (isLate && !(isProved && on <= lastToNotify(attempt) && isBy(fact, ["clerk"]))) return undefined;
  if (!isProved && dayIn(now) > forCompany(attempt, on, 1)) return undefined;
  return leads(attempt, to, () => {
    file.round.notifiedOn = on;
  });
}

function reconsiders({ file }: At, from: string, lacking?: Round["lacking"]): void {
  file.round = { kind: "reconsideration", from, decideIn: 15, silenceAfter: 20, lacking };
}

function appealsAt(attempt: Attempt<"appeal-filed">): Effect | undefined {
  const { file, fact } = attempt;
  const filed = () => {
    file.recourseOn = fact.filedOn;
    file.withdrawing = false;
    file.hasAppeal = true;
    file.appealBrings = fact.newEvidence === true;
  };
  if (reconsidering.includes(file.phase)) return notes(attempt, reconsidering, filed);
  const isOpen = ["NOTIFICADO_1I", "NOTIFICADO_RECON", "FIRME", "CERRADO"].includes(file.phase);
  if (!isOpen || !file.isTold) return undefined;
  return leads(attempt, "APELACION", () => {
    filed();
    file.appealFrom = fact.filedOn;
  });
}

function reclassifiesAt(attempt: Attempt<"recourse-reclassified">): Effect | undefined {
  const { file, fact, on } = attempt;
  const filedOn = file.recourseOn ?? on;
  if (fact.as === "appeal") {
    if (file.phase !== "RECONSIDERACION" || file.round.isFrozen) return undefined;
    return leads(attempt, "APELACION", () => {
      file.appealFrom = filedOn;
      file.hasAppeal = true;
    });
  }
  // Only what came with evidence is a reconsideration by its nature, and only once; the appeal is kept for after it.
  if (file.phase !== "APELACION" || file.round.kind === "reconsideration" || !file.appealBrings) return undefined;
  return leads(attempt, "RECONSIDERACION", () => {
    reconsiders(attempt, filedOn);
    file.hasAppeal = true;
  });
}

function tribunalAt(attempt: Attempt<"tribunal-decided">): Effect | undefined {
  const { file, fact, on } = attempt;
  if (file.phase !== "ELEVADO" && file.phase !== "SAN_2I") return undefined;
  const to: Record<typeof fact.outcome, Phase> = {
    decided: "RESUELTO_2I",
    "back-to-investigation": "EN_INVESTIGACION",
    "back-to-resolution": "EN_RESOLUCION",
    conciliated: "EN_EJECUCION",
    inadmissible: "FIRME",
    "silence-declared": "SAP_1I",
  };
  return leads(attempt, to[fact.outcome], () => {
    // What was asked of the tribunal, it has answered.
    file.withdrawing = false;
    file.hasAppeal = false;
    if ("termDays" in fact)
      file.round = { kind: "sent-back", from: on, decideIn: fact.termDays, silenceAfter: fact.termDays + 5 };
  });
}

function quejaAnsweredAt(attempt: Attempt<"queja-answered">): Effect | undefined {
  const { file, fact } = attempt;
  if (file.quejas.length === 0) return undefined;
  const answered = () => {
    file.quejas = file.quejas.slice(1);
  };
  if (fact.outcome !== "queja-silence") return notes(attempt, phases, answered);
  // 3.8: for the instance whose delay it was, its decision notified or not.
  const ofFirst: readonly Phase[] = [...firstInstance, "NOTIFICADO_1I", "SILENCIO_POR_CONFIRMAR", "FIRME", "APELACION"];
  const ofSecond: readonly Phase[] = [...reconsidering, "NOTIFICADO_RECON", "SILENCIO_RECON_POR_CONFIRMAR"];
  if (ofFirst.includes(file.phase)) return leads(attempt, "SAP_1I", answered);
  return ofSecond.includes(file.phase) ? leads(attempt, "SAP_RECON", answered) : undefined;
}

function when(condition: boolean, effect: () => Effect | undefined): Effect | undefined {
  return condition ? effect() : undefined;
}

/** What each act does where the file stands; nothing if it is not taken there. */
const acts: { readonly [Type in ClaimEventType]: (attempt: Attempt<Type>) => Effect | undefined } = {
  "claim-filed": () => undefined,
  "filing-copy-sent": (attempt) => notes(attempt, firstInstance),
  "defect-observed": (attempt) =>
    when(attempt.file.phase === "PRESENTADO", () =>
      leads(attempt, "OBSERVADO", () => {
        attempt.file.round.observedOn = attempt.on;
      }),
    ),
  "defect-notified": (attempt) =>
    when(!attempt.file.round.noticedOn, () =>
      notes(attempt, ["OBSERVADO"], () => {
        attempt.file.round.noticedOn = attempt.on;
      }),
    ),
  remedied: (attempt) => {
    const { file, on } = attempt;
    const last = toRemedy(attempt);
    return when((file.phase === "OBSERVADO" || file.phase === "NO_PRESENTADO") && !(last && on > last), () =>
      leads(attempt, "EN_INVESTIGACION", () => {
        file.round.remediedOn = on;
      }),
    );
  },
  "claim-accepted": (attempt) => when(attempt.file.phase === "PRESENTADO", () => leads(attempt, "EN_INVESTIGACION")),
  "claim-extended": (attempt) => {
    const last = termsOfClaim(attempt).T05;
    return when(last !== undefined && attempt.on <= last && attempt.file.extensions < 10, () =>
      notes(attempt, [...openPhases, "OBSERVADO"], () => {
        attempt.file.extensions += 1;
      }),
    );
  },
  reclassified: (attempt) =>
    when(attempt.fact.claimType !== attempt.file.claimType && !attempt.file.round.isFrozen, () =>
      notes(attempt, [...openPhases, "OBSERVADO"], () => {
        attempt.file.claimType = attempt.fact.claimType;
      }),
    ),
  "dismissal-proposed": (attempt) => when(attempt.file.phase === "PRESENTADO", () => leads(attempt, "EN_RESOLUCION")),
  "inspection-reported": (attempt) => notes(attempt, [...openPhases, "OBSERVADO"]),
  "leak-repair-required": (attempt) =>
    notes(attempt, openPhases, () => {
      attempt.file.round.leakRequired = true;
    }),
  "leak-verified": (attempt) => when(attempt.file.round.leakRequired === true, () => notes(attempt, openPhases)),
  "meter-test-asked": (attempt) =>
    when(attempt.file.claimType === "F01" && !attempt.file.meterTestAsked, () =>
      notes(attempt, [...openPhases, "OBSERVADO"], () => {
        attempt.file.meterTestAsked = true;
        attempt.file.round.testAsked = true;
      }),
    ),
  "meter-test-ordered": (attempt) =>
    notes(attempt, openPhases, () => {
      attempt.file.round.testOrdered = true;
    }),
  "meter-test-notified": (attempt) => when(attempt.file.round.testOrdered === true, () => notes(attempt, openPhases)),
  "meter-test-reported": (attempt) => when(attempt.file.round.testOrdered === true, () => notes(attempt, openPhases)),
  "hearing-moved": (attempt) => {
    const { round } = attempt.file;
    const last = fromFiling(attempt, round.kind === "claim" ? 24 : round.decideIn);
    // 3.3: once, for a repair or a test; not for a day that stopped being worked.
    const isForCalendar = attempt.fact.reason === "calendar";
    return when((isForCalendar || !round.hearingMoved) && attempt.fact.hearingOn <= last, () =>
      notes(attempt, ["PRESENTADO", "OBSERVADO", "EN_INVESTIGACION"], () => {
        if (!isForCalendar) round.hearingMoved = true;
        round.hearing = attempt.fact.hearingOn;
      }),
    );
  },
  "places-given": (attempt) => {
    const { round } = attempt.file;
    const last = fromFiling(attempt, round.kind === "claim" ? 24 : round.decideIn);
    return when(!round.placesGiven && attempt.fact.hearingOn <= last, () =>
      notes(attempt, ["PRESENTADO", "OBSERVADO", "EN_INVESTIGACION", "CONCILIACION_CITADA"], () => {
        round.placesGiven = true;
        round.hearing = attempt.fact.hearingOn;
      }),
    );
  },
  "conciliation-held": (attempt) => {
    const { fact, file } = attempt;
    const to = {
      total: "CONCILIADO_TOTAL",
      partial: "CONCILIADO_PARCIAL",
      none: "SIN_ACUERDO",
      absence: "INASISTENCIA",
    } as const;
    const mayAgree = !("standing" in fact) || hasPower(fact.standing, "conciliate");
    return when(file.phase === "CONCILIACION_CITADA" && mayAgree, () => leads(attempt, to[fact.agreement]));
  },
  "checklist-overridden": (attempt) =>
    when(!attempt.file.round.isFrozen, () =>
      notes(attempt, [...openPhases, "RECONSIDERACION"], () => {
        const { by } = attempt.fact;
        const { round } = attempt.file;
        round.overrides = [...(round.overrides ?? []), by.kind === "staff" ? by.sub : ""];
      }),
    ),
  "resolution-issued": issuesAt,
  "resolution-returned": (attempt) =>
    when(attempt.file.round.isFrozen === true, () =>
      notes(attempt, ["EN_RESOLUCION", "RECONSIDERACION"], () => {
        attempt.file.round.isFrozen = false;
      }),
    ),
  "resolution-signed": signsAt,
  "resolution-dispatched": (attempt) =>
    notes(attempt, ["RESUELTO_1I", "RESUELTO_RECON"], () => {
      const { channel } = attempt.fact;
      attempt.file.round.sent = { channel, day: attempt.on };
      if (channel === "personal") attempt.file.round.isCarried = true;
    }),
  "resolution-notified": notifiesAt,
  rectified: (attempt) =>
    when(attempt.file.hasSigned === true, () =>
      notes(attempt, [
        "RESUELTO_1I",
        "NOTIFICADO_1I",
        "RESUELTO_RECON",
        "NOTIFICADO_RECON",
        "APELACION",
        "ELEVADO",
        "FIRME",
        "EN_EJECUCION",
        "CERRADO",
      ]),
    ),
  "silence-certified": (attempt) =>
    when(!attempt.file.isCertified, () =>
      notes(attempt, ["SAP_1I", "SAP_RECON"], () => {
        attempt.file.isCertified = true;
      }),
    ),
  "withdrawal-requested": (attempt) =>
    when(!attempt.file.withdrawing && hasPower(attempt.fact.standing, "withdraw"), () =>
      notes(attempt, [...firstInstance, ...reconsidering, "APELACION", "ELEVADO", "SAN_2I"], () => {
        attempt.file.withdrawing = true;
      }),
    ),
  "withdrawal-accepted": (attempt) => {
    const { phase, withdrawing } = attempt.file;
    if (!withdrawing) return undefined;
    if (firstInstance.includes(phase)) return leads(attempt, "DESISTIDO");
    const { file, on } = attempt;
    const notice = noticeDay(attempt);
    // Before the tribunal there is nothing else to take back, whatever the recourse was called when it was filed.
    const takesBackAppeal =
      phase === "APELACION" || file.round.kind !== "reconsideration" || (notice !== undefined && notice <= on);
    return when(reconsidering.includes(phase) || phase === "APELACION", () =>
      leads(attempt, "FIRME", () => {
        file.round.withdrawnOn = on;
        file.withdrawing = false;
        if (takesBackAppeal) file.hasAppeal = false;
      }),
    );
  },
  "reconsideration-filed": (attempt) => {
    const { file, fact } = attempt;
    // 3.7: one without new evidence is received too, and put right once; beside an appeal it must bring some.
    const isOpen = ["NOTIFICADO_1I", "FIRME", "CERRADO"].includes(file.phase) && file.isTold;
    const isBeside = file.phase === "APELACION" && fact.newEvidence;
    const last = toRecur(attempt);
    const lacking = fact.newEvidence ? undefined : { late: last !== undefined && attempt.on > last };
    return when((isOpen || isBeside) && file.round.kind !== "reconsideration", () =>
      leads(attempt, "RECONSIDERACION", () => {
        reconsiders(attempt, fact.filedOn, lacking);
        file.withdrawing = false;
        file.recourseOn = fact.filedOn;
      }),
    );
  },
  "new-evidence-asked": (attempt) => {
    const { round } = attempt.file;
    const { lacking } = round;
    return when(lacking !== undefined && !lacking.askedOn && !round.isFrozen, () =>
      notes(attempt, ["RECONSIDERACION"], () => {
        round.lacking = { late: lacking?.late ?? false, askedOn: attempt.on };
        round.evidenceAskedOn = attempt.on;
      }),
    );
  },
  "new-evidence-brought": (attempt) =>
    when(attempt.file.round.lacking !== undefined, () =>
      notes(attempt, ["RECONSIDERACION"], () => {
        attempt.file.round.lacking = undefined;
      }),
    ),
  "appeal-filed": appealsAt,
  "recourse-reclassified": reclassifiesAt,
  "file-elevated": (attempt) =>
    when(attempt.file.phase === "APELACION", () =>
      leads(attempt, "ELEVADO", () => {
        attempt.file.round.elevatedOn = attempt.on;
        attempt.file.hasAppeal = false;
      }),
    ),
  "tribunal-decided": tribunalAt,
  executed: (attempt) =>
    when(
      ["CONCILIADO_TOTAL", "RESUELTO_2I", "FIRME", "EN_EJECUCION"].includes(attempt.file.phase) ||
        (attempt.file.phase.startsWith("SAP") && attempt.file.isCertified === true),
      () => leads(attempt, "CERRADO"),
    ),
  "queja-filed": (attempt) =>
    notes(attempt, phases, () => {
      attempt.file.quejas = [...attempt.file.quejas, { day: attempt.fact.filedOn }];
    }),
  "queja-forwarded": (attempt) => {
    const { file, on } = attempt;
    const at = file.quejas.findIndex(({ forwardedOn }) => !forwardedOn);
    return when(at >= 0, () =>
      notes(attempt, phases, () => {
        file.quejas = file.quejas.map((each, index) => (index === at ? { ...each, forwardedOn: on } : each));
      }),
    );
  },
  "queja-answered": quejaAnsweredAt,
};

/** The act's own rule: a type and its fact belong together. */
function effectOf<Type extends ClaimEventType>(type: Type, attempt: AnyAttempt): Effect | undefined {
  return acts[type](attempt as Attempt<Type>);
}

/** A file as it is opened, if the filing is taken. */
export function open(fact: ClaimFact, law: Law, now: string): File | undefined {
  if (fact.type !== "claim-filed" || fact.effectiveAt > now || !isBy(fact, claimant)) return undefined;
  const { filedOn, hearingOn: hearing } = fact;
  const file: File = {
    phase: "PRESENTADO",
    since: filedOn,
    round: { kind: "claim", from: filedOn, decideIn: 30, silenceAfter: 35, hearing },
    filing: fact,
    claimType: fact.claimType,
    recordedAt: now,
    movedAt: fact.effectiveAt,
    isTold: false,
    extensions: 0,
    quejas: [],
  };
  settle({ file, law, now }, dayIn(now));
  return file;
}

function taken(file: File, fact: ClaimFact, law: Law, now: string): Effect | undefined {
  if (now < file.recordedAt || fact.effectiveAt > now || !isBy(fact, recorders[fact.type])) return undefined;
  return effectOf(fact.type, { file, law, now, fact, on: dayIn(fact.effectiveAt) });
}

/** Whether an act recorded `now` would be taken by a file as it is `now`. */
export function isTaken(file: File, fact: ClaimFact, law: Law, now: string): boolean {
  return taken(file, fact, law, now) !== undefined;
}

/** Records an act `now` in a file as it is `now`, if it is taken. */
export function record(file: File, fact: ClaimFact, law: Law, now: string): boolean {
  const effect = taken(file, fact, law, now);
  if (!effect) return false;
  effect();
  file.recordedAt = now;
  file.changedOn = undefined;
  settle({ file, law, now }, dayIn(now));
  return true;
}
