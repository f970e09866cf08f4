import { claimLaw } from "../../../shared/casework/case/claim-law.ts";
import { judgeReading } from "../../../shared/casework/reading/atypical-readings.ts";
import { readingRepair } from "../../../shared/casework/reading/reading-repair.ts";
import { lastClaims, pendingMonths } from "../../../shared/casework/receipt/consumption-months.ts";
import type { recordReading } from "../../../shared/contract/reading/reading-routes.ts";
import { type Answer, refused } from "../../../shared/contract/refusals.ts";
import type { RequestOf } from "../../../shared/contract/route.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import {
  type AtypicalReading,
  announcedVisit,
  mayLapse,
  type NoticeRefusal,
  noticeRefusal,
  type ReadingEntry,
  readingState,
  type VisitRefusal,
  visitRefusal,
} from "../../../shared/domain/reading/atypical-reading.ts";
import { limaDay } from "../../../shared/domain/term/calendar-day.ts";
import { repairEntry } from "./reading-repair.ts";
import type { ReadingsDeps } from "./written-reading.ts";

type Recorded = RequestOf<typeof recordReading>;

const sentences: Readonly<Record<NoticeRefusal, (rules: { readonly noticeHours: number }) => string>> = {
  "not-given-yet": () => "Ese aviso todavía no se dio: registra la hora en que se entregó.",
  "before-reading": () => "El aviso es anterior a la lectura: revisa el día en que se entregó.",
  "short-notice": ({ noticeHours }) => `La visita empieza menos de ${noticeHours} horas después del aviso.`,
  "out-of-hours": () => "La franja es más larga que la permitida, o está fuera del horario de visitas.",
  "after-issue": () => "La visita debe ser a más tardar el día en que se emite el recibo.",
};

const visitSentences: Readonly<Record<VisitRefusal, string>> = {
  "not-over": "Esa visita todavía no termina: revisa el día y las horas.",
  "before-announced": "Esa visita es anterior a la que se avisó.",
  "not-as-announced": "Nadie tenía que esperar a esa hora: solo cuenta una visita en la franja avisada.",
};

const stillInTime = "Todavía hay tiempo para hacer lo que falta.";

/**
 * Returns the entry of an act. Refuses `not-now` with its reason if the reading is closed or the law's rule of the act
 * is not met.
 */
export async function entryOf(
  deps: ReadingsDeps,
  reading: AtypicalReading,
  { body: { act }, caller: by, now }: Pick<Recorded, "body" | "caller" | "now">,
): Promise<Answer<ReadingEntry, "not-now">> {
  const { inspection, atypical } = claimLaw(deps.tenant, limaDay(now));
  const state = readingState(reading, inspection.retryCount);
  if (state === "closed") return refused("not-now", { detail: "Esta lectura ya está cerrada." });
  if (act.type === "repair-required" || act.type === "repair-verified")
    return repairEntry(deps.tenant, reading, act, { by, at: now });
  if (act.type === "reread") {
    if (act.readOn < reading.readOn || act.readOn > limaDay(now))
      return refused("not-now", { detail: "El medidor se leyó otra vez entre el día de la primera lectura y hoy." });
    const claims = await lastClaims(deps, reading.supplyCode);
    const judged = await judgeReading(deps, { ...reading, m3: act.m3 }, now, pendingMonths(claims, now));
    return ok({ ...act, at: now, by, atypical: judged.atypical });
  }
  if (act.type === "lapsed") {
    const { verifyBy } = readingRepair(deps.tenant, reading, now);
    const mayClose = mayLapse(reading, { noticeHours: atypical.noticeHours, verifyBy }, now);
    return mayClose ? ok({ ...act, at: now, by }) : refused("not-now", { detail: stillInTime });
  }
  if (state === "to-repair")
    return refused("not-now", { detail: "La visita ya se hizo y halló una fuga no visible: falta su reparación." });
  if (act.type === "notified") {
    const notice = { on: act.noticeOn, at: act.noticeAt, means: act.means, receiver: act.receiver };
    const visit = { on: act.visitOn, hours: `${act.from}-${act.to}` };
    const rules = { ...inspection, noticeHours: atypical.noticeHours };
    const wrong = noticeRefusal(notice, visit, reading, rules, now);
    if (wrong) return refused("not-now", { detail: sentences[wrong](rules) });
    return ok({ type: "notified", at: now, by, notice, visit });
  }
  return visitedEntry(reading, act, { by, at: now });
}

type VisitAct = Extract<Recorded["body"]["act"], { type: "visited" }>;

function visitedEntry(
  reading: AtypicalReading,
  { visitedOn, from, to, outcome, leak, reading: metered, remark }: VisitAct,
  made: Pick<ReadingEntry, "at" | "by">,
): Answer<ReadingEntry, "not-now"> {
  const announced = announcedVisit(reading);
  if (!announced) return refused("not-now", { detail: "Primero se avisa al cliente el día y la franja de la visita." });
  const inspection = { on: visitedOn, hours: `${from}-${to}`, outcome, leak, reading: metered };
  const wrong = visitRefusal(inspection, announced.visit, made.at);
  if (wrong) return refused("not-now", { detail: visitSentences[wrong] });
  return ok({ ...made, type: "visited", inspection, remark });
}
