import { caseWords } from "../words/desk-case.ts";
import { hearingPlan } from "../words/desk-hearing.ts";
import { clockOf, dateWithWeekday } from "../words/format.ts";
import type { CaseFile } from "./case-file.ts";

const beforeHearing: ReadonlySet<CaseFile["state"]> = new Set([
  "filed",
  "observed",
  "under-investigation",
  "hearing-due",
]);

/** Whether the hearing of a case is still to be held: its visit and hearing then stand first on its page. */
export const hasHearingAhead = ({ state }: CaseFile): boolean => beforeHearing.has(state);

/** Returns the last visit of a case and its hearing, each with its name and when it is; without those it has not. */
export function appointmentsOf({ visits, hearing }: CaseFile): readonly (readonly [name: string, when: string])[] {
  const { claimFacts: names } = caseWords;
  const visit = visits.at(-1);
  const planned = visit && caseWords.inspection(dateWithWeekday(visit.on), clockOf(visit.from), clockOf(visit.to));
  const held = visit?.outcome ? caseWords.reported : visit?.missed ? caseWords.unreported : "";
  return [
    ...(planned ? ([[names.visit, [planned, held].filter(Boolean).join(" ")]] as const) : []),
    ...(hearing ? ([[names.hearing, hearingPlan(hearing)]] as const) : []),
  ];
}
