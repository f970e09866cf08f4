import { type At, type File, type Law, openPhases, type Phase } from "./file.ts";
import { forCompany, lastToNotify, mailboxDay, noticeDay, termsOfClaim, toRecur, toRemedy } from "./file-terms.ts";
import { dayIn, plusDays } from "./terms.ts";

interface Passing {
  /** The day it lapses, at 00:00 in Lima. */
  readonly on: string | undefined;
  readonly to: Phase;
}

function after(day: string | undefined): string | undefined {
  return day && plusDays(day, 1);
}

/**
 * 1.5: the phase after an observation without a remedy. One made after the first five days is asked once and rejects
 * nothing for its form.
 */
function unremedied(at: At): Phase {
  const { observedOn, from } = at.file.round;
  return observedOn && observedOn > forCompany(at, from, 5) ? "EN_INVESTIGACION" : "NO_PRESENTADO";
}

/** 5.6: after two more working days to prove a delivery made in time. */
function confirming(at: At, to: Phase): Passing {
  return { on: after(forCompany(at, lastToNotify(at), 2)), to };
}

/**
 * No decision was notified in its term: the claim is granted, or the silence awaits confirmation if the decision was
 * carried to its address.
 */
function silence(at: At, to: Phase, toConfirm?: Phase): Passing {
  return { on: after(lastToNotify(at)), to: (at.file.round.isCarried && toConfirm) || to };
}

/** The lapses of a phase if nobody acts; the first one wins among those of the same day. */
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
      // The reconsideration was withdrawn, but not the appeal kept for after it.
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

export function enter(file: File, phase: Phase, since: string): void {
  if (phase.startsWith("NOTIFICADO")) file.isNotified = true;
  else if (phase !== "FIRME" && phase !== "CERRADO") file.isNotified = false;
  // An appeal kept during a reconsideration runs from the notice of its decision, or from the appeal's own day if that
  // is later.
  if (phase === "APELACION") file.appealFrom = file.recourseOn && file.recourseOn > since ? file.recourseOn : since;
  if (phase.startsWith("SAP")) file.isCertified = false;
  file.phase = phase;
  file.since = since;
}

/** Applies every lapse up to a day. */
export function settle(at: At, today: string): void {
  for (;;) {
    const due = passingOf(at).filter(({ on }) => on !== undefined && on <= today);
    const [next] = due.toSorted((a, b) => ((a.on ?? "") < (b.on ?? "") ? -1 : a.on === b.on ? 0 : 1));
    if (!next?.on) return;
    const { changedOn } = at.file;
    enter(at.file, next.to, changedOn && changedOn > next.on ? changedOn : next.on);
  }
}

/** The file at an instant, with every lapse applied; each day is judged by the calendars in force on it. */
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

/** The days on which something lapses if nobody acts, and the days after the customer's terms. */
export function turningDays(file: File, law: Law, now: string): readonly string[] {
  const at = { file, law, now };
  const terms = [toRemedy(at), termsOfClaim(at).T05, lastToNotify(at)];
  return [...passingOf(at).map(({ on }) => on), ...terms.map(after)].filter((day) => day !== undefined);
}
