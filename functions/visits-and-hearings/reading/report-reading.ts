import { roundAfterAttempt } from "../../../shared/casework/reading/reading-rounds.ts";
import { readingSummary } from "../../../shared/casework/reading/reading-view.ts";
import { reportReading as route } from "../../../shared/contract/reading/reading-routes.ts";
import { refused } from "../../../shared/contract/refusals.ts";
import type { RequestOf } from "../../../shared/contract/route.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import type { RepairAttempt } from "../../../shared/domain/reading/atypical-reading.ts";
import { attemptRefusal } from "../../../shared/domain/reading/reading-repair.ts";
import { calendarDay, limaTime } from "../../../shared/domain/term/calendar-day.ts";
import type { StoredReading } from "../../../shared/storage/reading/atypical-readings.ts";
import { serve } from "../../runtime/serve.ts";
import { entryOf } from "./reading-entries.ts";
import { attemptSentences } from "./reading-repair.ts";
import { appended, type ReadingsDeps, untilWritten } from "./written-reading.ts";

type Reported = RequestOf<typeof route>;
type Visit = Reported["body"]["visit"];

/**
 * Records what a visit of a reading found, on whatever entries it has, because the phone may have been without signal;
 * answers the reading. Refuses `reading-not-found` if there is none; `not-now` with its reason if the reading is closed
 * or the law's rule of the visit is not met; `write-key-used` if the key was used for other content; `busy`.
 */
export const reportReading = (deps: ReadingsDeps) =>
  serve(route, async (request) => (await untilWritten(() => reportedOnce(deps, request))) ?? refused("busy"));

/** Records a visit as `reportReading` does; undefined if another write came first. */
async function reportedOnce(deps: ReadingsDeps, { params, body: { visit }, caller, now, write }: Reported) {
  const reading = await deps.atypicalReadings.find(params.readingId);
  if (!reading) return refused("reading-not-found");
  const made = reading.marks.find(({ key }) => key === write.key);
  if (made && made.contentHash !== write.contentHash) return refused("write-key-used");
  if (made) return ok(readingSummary(reading, deps.tenant, now));
  if (visit.kind === "repair-attempt") return tried(deps, reading, visit, { by: caller, at: now, write });
  const entry = await entryOf(deps, reading, { body: { act: actOf(visit) }, caller, now });
  if (!entry.ok) return entry;
  const after = await appended(deps, reading, entry.value, { now, write });
  return after && ok(readingSummary(after, deps.tenant, now));
}

/** The act of the desk that records the same visit. */
function actOf({ startedAt, endedAt, ...visit }: Exclude<Visit, { kind: "repair-attempt" }>) {
  const { on: visitedOn, from, to } = hoursOf({ startedAt, endedAt });
  if (visit.kind === "control") {
    const { kind: _, ...found } = visit;
    return { type: "visited", visitedOn, from, to, ...found } as const;
  }
  const { kind: _, ...found } = visit;
  return { type: "repair-verified", visitedOn, from, to, ...found } as const;
}

/** The day and hours in Lima of a visit; one that ends on a later day ends with its own. */
function hoursOf({ startedAt, endedAt = startedAt }: Pick<Visit, "startedAt" | "endedAt">) {
  const { day: on, time: from } = limaTime(startedAt);
  const end = limaTime(endedAt);
  return { on, from, to: end.day === on ? end.time : "23:59" };
}

/** Records a visit that verified nothing, and plans the next one. Refuses `not-now` as `attemptRefusal` says. */
async function tried(
  deps: ReadingsDeps,
  reading: StoredReading,
  { outcome, remark, ...visit }: Extract<Visit, { kind: "repair-attempt" }>,
  { by, at, write }: Pick<RepairAttempt, "by" | "at"> & Pick<Reported, "write">,
) {
  const { on, from, to } = hoursOf(visit);
  const attempt = { at, by, on, hours: `${from}-${to}`, outcome, remark };
  const wrong = attemptRefusal(reading, attempt, at);
  if (wrong) return refused("not-now", { detail: attemptSentences[wrong] });
  const round = await roundAfterAttempt(deps, reading, calendarDay(on));
  const done = await deps.atypicalReadings.addAttempt(reading, attempt, { write, round });
  const after = { ...reading, attempts: [...(reading.attempts ?? []), attempt], ...(round && { round }) };
  return done ? ok(readingSummary(after, deps.tenant, at)) : undefined;
}
