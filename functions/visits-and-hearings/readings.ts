import { judgeReading } from "../../shared/casework/atypical-readings.ts";
import { claimLaw } from "../../shared/casework/claim-law.ts";
import { lastClaims, pendingMonths } from "../../shared/casework/consumption-months.ts";
import type { KnownDeps } from "../../shared/casework/reading-known.ts";
import { readingRepair } from "../../shared/casework/reading-repair.ts";
import { readingSummary, readingView } from "../../shared/casework/reading-view.ts";
import * as routes from "../../shared/contract/reading-routes.ts";
import { type Answer, refused } from "../../shared/contract/refusals.ts";
import type { RequestOf } from "../../shared/contract/route.ts";
import {
  type AtypicalReading,
  announcedVisit,
  listedOn,
  mayLapse,
  type NoticeRefusal,
  noticeRefusal,
  type ReadingEntry,
  readingResult,
  readingState,
  type VisitRefusal,
  visitRefusal,
} from "../../shared/domain/atypical-reading.ts";
import { limaDay } from "../../shared/domain/calendar-day.ts";
import { ok } from "../../shared/domain/result.ts";
import type { AtypicalReadings } from "../../shared/storage/atypical-readings.ts";
import { pauseBefore } from "../../shared/storage/dynamodb.ts";
import type { ReceiptReader } from "../../shared/storage/receipt-reader.ts";
import { serve } from "../runtime/serve.ts";
import { repairEntry } from "./reading-repair.ts";

interface ReadingsDeps extends KnownDeps {
  readonly atypicalReadings: Pick<AtypicalReadings, "find" | "waiting" | "append">;
  readonly receiptReader: Pick<ReceiptReader, "lastMonths" | "registeredOf">;
}

const isPlace = (text: string): boolean => /^\d{4}-\d{2}-\d{2}#[0-9A-Za-z]{1,12}-\d{4}-\d{2}$/.test(text);

/**
 * Answers a page of the open atypical readings, by the day of their receipt or of a verification. Only a full page has
 * a cursor, and the page after it may be empty. Refuses `malformed-cursor` if the cursor cannot be read.
 */
const listReadings = ({ tenant, atypicalReadings }: ReadingsDeps) =>
  serve(routes.listReadings, async ({ query: { limit, cursor }, now }) => {
    const after = cursor === undefined ? undefined : Buffer.from(cursor, "base64url").toString();
    if (after !== undefined && !isPlace(after)) return refused("malformed-cursor");
    const found = await atypicalReadings.waiting(tenant.office.code.value, limit, after);
    const last = found.at(-1);
    return ok({
      readings: found.map((reading) => readingSummary(reading, tenant, now)),
      ...(last && found.length === limit && { cursor: Buffer.from(last.place).toString("base64url") }),
    });
  });

/** Answers an atypical reading, with the notice of the visit that the query means, if it does. Refuses `reading-not-found` if there is none with this id. */
const showReading = (deps: ReadingsDeps) =>
  serve(routes.showReading, async ({ params, query: { visitOn, from, to }, now }) => {
    const meant = visitOn && from && to ? { on: visitOn, hours: `${from}-${to}` } : undefined;
    const reading = await deps.atypicalReadings.find(params.readingId);
    return reading ? ok(await readingView(deps, reading, now, meant)) : refused("reading-not-found");
  });

const tries = 6;

/**
 * Records what was done about a reading (`readingAct`); answers it. Refuses `reading-not-found` if there is none;
 * `not-now` with its reason if the reading is closed or the law's rule of the act is not met; `version-stale` if it has
 * other entries than the caller saw; `write-key-used` if the key was used for other content; `busy` if other writes came.
 */
const recordReading = (deps: ReadingsDeps) =>
  serve(routes.recordReading, async (request) => {
    for (let attempt = 1; attempt <= tries; attempt += 1) {
      const answer = await recordedOnce(deps, request);
      if (answer) return answer;
      await pauseBefore(attempt);
    }
    return refused("busy");
  });

type Recorded = RequestOf<typeof routes.recordReading>;

/** Records an act as `recordReading` does; undefined if another write came first. */
async function recordedOnce(deps: ReadingsDeps, request: Recorded) {
  const { params, write, version, now } = request;
  const reading = await deps.atypicalReadings.find(params.readingId);
  if (!reading) return refused("reading-not-found");
  const made = reading.marks.find(({ key }) => key === write.key);
  if (made) return made.contentHash === write.contentHash ? shownNow(deps, reading, now) : refused("write-key-used");
  if (reading.entries.length !== version) return refused("version-stale");
  const entry = await entryOf(deps, reading, request);
  if (!entry.ok) return entry;
  const after = { ...reading, entries: [...reading.entries, entry.value] };
  const { retryCount } = claimLaw(deps.tenant, limaDay(now)).inspection;
  const by = readingResult(after, retryCount)
    ? undefined
    : listedOn(after, readingRepair(deps.tenant, after, now).verifyBy);
  return (await deps.atypicalReadings.append(reading, entry.value, by, write)) ? shownNow(deps, after, now) : undefined;
}

const shownNow = async (deps: ReadingsDeps, reading: AtypicalReading, now: string) =>
  ok(await readingView(deps, reading, now));

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

async function entryOf(
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

/** Returns every operation of staff on atypical readings, each with the stores of `deps`. */
export const readings = (deps: ReadingsDeps) => ({
  listReadings: listReadings(deps),
  showReading: showReading(deps),
  recordReading: recordReading(deps),
});
