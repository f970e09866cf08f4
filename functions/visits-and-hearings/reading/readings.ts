import { readingSummary, readingView } from "../../../shared/casework/reading/reading-view.ts";
import * as routes from "../../../shared/contract/reading/reading-routes.ts";
import { refused } from "../../../shared/contract/refusals.ts";
import type { RequestOf } from "../../../shared/contract/route.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import type { StoredReading } from "../../../shared/storage/reading/atypical-readings.ts";
import { cursorAfter, positionIn } from "../../runtime/cursor.ts";
import { serve } from "../../runtime/serve.ts";
import { entryOf } from "./reading-entries.ts";
import { reportReading } from "./report-reading.ts";
import { appended, type ReadingsDeps, untilWritten } from "./written-reading.ts";

/**
 * Answers a page of the open atypical readings, by the day of their receipt or of a verification. Only a full page has
 * a cursor, and the page after it may be empty. Refuses `malformed-cursor` if the cursor cannot be read.
 */
const listReadings = ({ tenant, atypicalReadings }: ReadingsDeps) =>
  serve(routes.listReadings, async ({ query: { limit, cursor }, now }) => {
    const after = positionIn(cursor, /^\d{4}-\d{2}-\d{2}#[0-9A-Za-z]{1,12}-\d{4}-\d{2}$/);
    if (!after.ok) return after;
    const found = await atypicalReadings.waiting(tenant.office.code.value, limit, after.value);
    return ok({
      readings: found.map((reading) => readingSummary(reading, tenant, now)),
      ...cursorAfter(found, limit, ({ place }) => place),
    });
  });

/**
 * Answers an atypical reading, with the notice of the visit that the query means, if it does. Refuses
 * `reading-not-found` if there is none with this id.
 */
const showReading = (deps: ReadingsDeps) =>
  serve(routes.showReading, async ({ params, query: { visitOn, from, to }, now }) => {
    const meant = visitOn && from && to ? { on: visitOn, hours: `${from}-${to}` } : undefined;
    const reading = await deps.atypicalReadings.find(params.readingId);
    return reading ? ok(await readingView(deps, reading, now, meant)) : refused("reading-not-found");
  });

/**
 * Records what was done about a reading (`readingAct`); answers it. Refuses `reading-not-found` if there is none;
 * `not-now` with its reason if the reading is closed or the law's rule of the act is not met; `version-stale` if it has
 * other entries than the caller saw; `write-key-used` if the key was used for other content; `busy` if other writes
 * came.
 */
const recordReading = (deps: ReadingsDeps) =>
  serve(routes.recordReading, async (request) => {
    const answer = await untilWritten(() => recordedOnce(deps, request));
    return answer ?? refused("busy");
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
  const after = await appended(deps, reading, entry.value, { now, write });
  return after && shownNow(deps, after, now);
}

const shownNow = async (deps: ReadingsDeps, reading: StoredReading, now: string) =>
  ok(await readingView(deps, reading, now));

/** Returns every operation of staff on atypical readings, each with the stores of `deps`. */
export const readings = (deps: ReadingsDeps) => ({
  listReadings: listReadings(deps),
  showReading: showReading(deps),
  recordReading: recordReading(deps),
  reportReading: reportReading(deps),
});
