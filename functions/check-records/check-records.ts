import { addDays, limaTime } from "../../shared/domain/term/calendar-day.ts";
import type { KeptObjects } from "../../shared/storage/attachment/kept-objects.ts";
import type { CheckPlace, CheckPlaces } from "../../shared/storage/check/check-place.ts";
import { log } from "../runtime/log.ts";
import { nightSteps, type Step, type StepDeps } from "./night-steps.ts";
import type { FileOfCode, RecordFault } from "./record-faults.ts";

export interface CheckDeps extends Omit<StepDeps, "keptObjects"> {
  readonly keptObjects: KeptObjects;
  readonly checkPlaces: CheckPlaces;
}

/** The hour of Lima from which a night's check is due, after the count of all. */
const dueAt = "03:00";
/** Files whose objects are looked at together. */
const filesTogether = 20_000;

/**
 * Returns the task that checks once a night, from 03:00 in Lima, what is stored: every code that was given; each claim
 * that is open, changed within 7 days or has its turn in 28 nights. Logs `record-fault` for each thing wrong, and
 * `records-checked` once the night is done, as any later run does; `records-unfinished` if it may not go on: the next
 * run goes on from there.
 */
export const checkRecords =
  (deps: CheckDeps) =>
  async (now: string, mayGoOn: () => boolean): Promise<void> => {
    const { tenant, checkPlaces } = deps;
    const office = tenant.office.code.value;
    const due = dueNight(now);
    const last = await checkPlaces.find(office);
    if (last?.part === "done" && last.night >= due) return logCounts("records-checked", last);
    const from = last && last.part !== "done" ? last : firstPlace(due);
    const check = openCheck(deps, office, from);
    for await (const step of nightSteps(deps, from, now)) {
      await check.take(step);
      if (mayGoOn() || step.place.part === "done") continue;
      return logCounts("records-unfinished", await check.settle());
    }
    logCounts("records-checked", await check.settle());
  };

/** Opens the account of what a run checks: it logs faults as they are found, and keeps the place with its counts. */
function openCheck({ keptObjects, checkPlaces }: CheckDeps, office: string, from: CheckPlace) {
  let place = from;
  let files: FileOfCode[] = [];
  const report = (faults: readonly RecordFault[]): void => {
    for (const fault of faults) log("error", "record-fault", { ...fault });
    place = { ...place, faults: place.faults + faults.length };
  };
  /** Looks at the objects of the files that wait for it, and keeps the place: what was checked up to it is done. */
  const settle = async (): Promise<CheckPlace> => {
    const wrong = await keptObjects.faults(files);
    report(wrong.map(({ file: { code }, says }) => ({ code, point: 6, says })));
    place = { ...place, files: place.files + files.length };
    files = [];
    await checkPlaces.keep(office, place);
    return place;
  };
  return {
    settle,
    take: async ({ place: reached, checked, codes, claims }: Step): Promise<void> => {
      report(checked.faults);
      const { night, faults, files: looked, codes: ofCodes, claims: ofClaims } = place;
      place = { ...reached, night, faults, files: looked, codes: ofCodes + codes, claims: ofClaims + claims };
      files.push(...checked.files);
      if (files.length >= filesTogether) await settle();
    },
  };
}

/** The day on whose night a check was last due. */
function dueNight(now: string): string {
  const { day, time } = limaTime(now);
  return time < dueAt ? addDays(day, -1) : day;
}

const firstPlace = (night: string): CheckPlace => ({
  ...{ night, part: "codes" },
  ...{ codes: 0, claims: 0, files: 0, faults: 0 },
});

const logCounts = (line: string, { night, codes, claims, files, faults }: CheckPlace): void =>
  log("info", line, { night, codes, claims, files, faults });
