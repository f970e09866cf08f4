import type { ClaimEventType, ClaimFact } from "../../../shared/domain/case/claim-events.ts";
import {
  type At,
  type File,
  firstInstance,
  openPhases,
  type Phase,
  phases,
  postHearing,
  type Round,
  reconsidering,
} from "./file.ts";
import { forCompany, fromFiling, lastToNotify, noticeDay, termsOfClaim, toRecur, toRemedy } from "./file-terms.ts";
import { enter } from "./passing.ts";
import { isBy } from "./recorders.ts";
import { dayIn } from "./terms.ts";

/** The change an accepted act makes to the file. */
export type Effect = () => void;

/**
 * Whether the act takes effect no earlier than the filing, nor, if it moves the file on, than the last act that moved
 * it.
 */
function follows(fact: ClaimFact, file: File, leadsOn: boolean): boolean {
  return fact.effectiveAt >= (leadsOn ? file.movedAt : file.filing.effectiveAt);
}

export interface AnyAttempt extends At {
  readonly fact: ClaimFact;
  /** The day the act took effect, in Lima. */
  readonly on: string;
}

interface Attempt<Type extends ClaimEventType> extends AnyAttempt {
  readonly fact: Extract<ClaimFact, { type: Type }>;
}

/** Moves the file to a phase; undefined if the act would take effect before the one it follows. */
function leads({ file, fact, on }: AnyAttempt, to: Phase, also: Effect = () => {}): Effect | undefined {
  if (!follows(fact, file, true)) return undefined;
  return () => {
    enter(file, to, on);
    file.movedAt = fact.effectiveAt;
    also();
  };
}

/** Changes the file without moving it; undefined outside the given phases. */
function notes({ file, fact }: AnyAttempt, where: readonly Phase[], also: Effect = () => {}): Effect | undefined {
  return where.includes(file.phase) && follows(fact, file, false) ? also : undefined;
}

export function hasPower(standing: { readonly as: string; readonly acts?: readonly string[] }, act: string): boolean {
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

/**
 * 3.7: whether a resolution must still wait for new evidence, which is asked for once, with a term. Nothing is
 * dismissed for evidence that nobody asked for.
 */
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

/**
 * 5.6: recorded by the next working day, or with its whole evidence. After the term, only whole evidence of a notice
 * made in time counts.
 */
function notifiesAt(attempt: Attempt<"resolution-notified">): Effect | undefined {
  const { file, fact, on, now } = attempt;
  const notified: Partial<Record<Phase, Phase>> = {
    RESUELTO_1I: "NOTIFICADO_1I",
    SILENCIO_POR_CONFIRMAR: "NOTIFICADO_1I",
    RESUELTO_RECON: "NOTIFICADO_RECON",
    SILENCIO_RECON_POR_CONFIRMAR: "NOTIFICADO_RECON",
  };
  const to = notified[file.phase];
  const isProved = ["photo", "device-time", "second-person"].every((kind) => fact.evidence.some((one) => one === kind));
  const isLate = file.phase.startsWith("SILENCIO");
  if (!to) return undefined;
  if (isLate && !(isProved && on <= lastToNotify(attempt) && isBy(fact, ["clerk", "inspector"]))) return undefined;
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
  if (!isOpen || !file.isNotified) return undefined;
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
  // Only an appeal that brought evidence is a reconsideration by its nature, and only once. The appeal is kept for
  // afterwards.
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
    // The tribunal has answered everything that was asked of it.
    file.withdrawing = false;
    file.hasAppeal = false;
    file.tribunalOn = fact.outcome === "decided" ? on : undefined;
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
  // 3.8: the queja counts for the instance that was late, whether its decision was notified or not.
  const ofFirst: readonly Phase[] = [...firstInstance, "NOTIFICADO_1I", "SILENCIO_POR_CONFIRMAR", "FIRME", "APELACION"];
  const ofSecond: readonly Phase[] = [...reconsidering, "NOTIFICADO_RECON", "SILENCIO_RECON_POR_CONFIRMAR"];
  if (ofFirst.includes(file.phase)) return leads(attempt, "SAP_1I", answered);
  return ofSecond.includes(file.phase) ? leads(attempt, "SAP_RECON", answered) : undefined;
}

function when(condition: boolean, effect: () => Effect | undefined): Effect | undefined {
  return condition ? effect() : undefined;
}

/** The effect of each act in the current phase; undefined if the phase does not accept it. */
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
      attempt.file.round.leak = { requiredOn: attempt.on, isRepaired: false };
    }),
  "leak-verified": (attempt) => {
    const { leak } = attempt.file.round;
    return (
      leak &&
      notes(attempt, openPhases, () => {
        attempt.file.round.leak = { ...leak, isRepaired: leak.isRepaired || attempt.fact.repaired };
      })
    );
  },
  "meter-test-asked": (attempt) =>
    when(attempt.file.claimType === "F01" && !attempt.file.meterTestAsked, () =>
      notes(attempt, [...openPhases, "OBSERVADO"], () => {
        attempt.file.meterTestAsked = true;
        attempt.file.round.testAsked = true;
      }),
    ),
  "meter-test-ordered": (attempt) =>
    notes(attempt, openPhases, () => {
      attempt.file.round.test = { on: attempt.fact.testOn, isReported: false };
    }),
  "meter-test-notified": (attempt) => when(attempt.file.round.test !== undefined, () => notes(attempt, openPhases)),
  "meter-test-reported": (attempt) => {
    const { test } = attempt.file.round;
    return (
      test &&
      notes(attempt, openPhases, () => {
        attempt.file.round.test = { ...test, isReported: true };
      })
    );
  },
  "hearing-moved": (attempt) => {
    const { round } = attempt.file;
    const last = fromFiling(attempt, round.kind === "claim" ? 24 : round.decideIn);
    // 3.3: moved once for a repair or a test; a move because the day became a holiday does not count.
    const isForCalendar = attempt.fact.reason === "calendar";
    return when((isForCalendar || !round.hearingMoved) && attempt.fact.hearingOn <= last, () =>
      notes(attempt, ["PRESENTADO", "OBSERVADO", "EN_INVESTIGACION"], () => {
        if (!isForCalendar) round.hearingMoved = true;
        round.hearing = attempt.fact.hearingOn;
      }),
    );
  },
  "appointments-given": (attempt) => {
    const { round } = attempt.file;
    const last = fromFiling(attempt, round.kind === "claim" ? 24 : round.decideIn);
    return when(!round.appointmentsGiven && attempt.fact.hearingOn <= last, () =>
      notes(attempt, ["PRESENTADO", "OBSERVADO", "EN_INVESTIGACION", "CONCILIACION_CITADA"], () => {
        round.appointmentsGiven = true;
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
  "withdrawal-undone": (attempt) =>
    when(attempt.file.withdrawing === true, () =>
      notes(attempt, [...firstInstance, ...reconsidering, "APELACION", "ELEVADO", "SAN_2I"], () => {
        attempt.file.withdrawing = false;
      }),
    ),
  "withdrawal-accepted": (attempt) => {
    const { phase, withdrawing } = attempt.file;
    if (!withdrawing) return undefined;
    if (firstInstance.includes(phase)) return leads(attempt, "DESISTIDO");
    const { file, on } = attempt;
    const notice = noticeDay(attempt);
    // In the appeal phase only the appeal can be withdrawn, whatever the recourse was called when it was filed.
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
    // 3.7: a reconsideration without new evidence is received too and may be put right once; beside an appeal it must
    // bring some.
    const isOpen = ["NOTIFICADO_1I", "FIRME", "CERRADO"].includes(file.phase) && file.isNotified;
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

/** Applies the rule of the act's type; the caller passes a fact of that type. */
export function effectOf<Type extends ClaimEventType>(type: Type, attempt: AnyAttempt): Effect | undefined {
  return acts[type](attempt as Attempt<Type>);
}
