import { type Answer, refused } from "../../../shared/contract/refusals.ts";
import type { AnswerOf, WriteKey, WriteRefusal } from "../../../shared/contract/route.ts";
import { changeCalendars as route } from "../../../shared/contract/term/calendar-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import type { StoredVersion } from "../../../shared/storage/term/calendars.ts";
import { serve } from "../../runtime/serve.ts";
import { type CalendarDeps, versionAfter } from "../calendar-deps.ts";

type Applied = AnswerOf<typeof route>;

const changedMeanwhile =
  "Otra persona cambió el calendario. Ábrelo otra vez, revisa qué hay de nuevo y repite tu cambio si hace falta.";

/**
 * Adds a version of the calendars, with `changes` and `why`. If the write key already added a version of this content,
 * answers that version. Open claims are moved later, by the sweep (`functions/sweep/apply-calendar-change.ts`). Refuses
 * `version-stale` if the caller's version is not the last one; `day-not-changed`, as `versionAfter` does, if a change
 * is wrong; `write-key-used` if the key added a version of other content.
 */
export const changeCalendars = (deps: CalendarDeps) =>
  serve(route, async ({ body: { changes, why }, caller, now, write, version }) => {
    const versions = await deps.calendarBook.versions();
    const repeated = madeBefore(versions, write);
    if (repeated) return repeated;
    if (versions.at(-1)?.number !== version) return refused("version-stale", { detail: changedMeanwhile });
    const made = versionAfter(versions, changes, now);
    if (!made.ok) return made;
    const { calendars, ...next } = made.value;
    if (await deps.calendarBook.add(versions, { ...next, by: caller.sub, why }, write))
      return ok({ version: next.number, name: calendars.USER.version, inForceFrom: next.inForceFrom });
    const meanwhile = await deps.calendarBook.versions();
    return madeBefore(meanwhile, write) ?? refused("version-stale", { detail: changedMeanwhile });
  });

/**
 * Returns what a write with this key made before, or the refusal `write-key-used` if its content was other; undefined
 * if it made nothing.
 */
function madeBefore(
  versions: readonly StoredVersion[],
  { key, contentHash }: WriteKey,
): Answer<Applied, WriteRefusal> | undefined {
  const made = versions.find(({ write }) => write?.key === key);
  if (!made) return undefined;
  const { number: version, calendars, inForceFrom, write } = made;
  if (write?.contentHash !== contentHash) return refused("write-key-used");
  return ok({ version, name: calendars.USER.version, inForceFrom });
}
