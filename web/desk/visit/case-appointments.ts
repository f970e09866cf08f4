import { clockOf, dateWithWeekday, dayInLima } from "../../words/format.ts";
import { caseWords } from "../case/case.words.ts";
import type { CaseFile } from "../case/case-file.ts";
import { hearingPlan } from "../conciliation/hearing.words.ts";

const beforeHearing: ReadonlySet<CaseFile["state"]> = new Set([
  "filed",
  "observed",
  "under-investigation",
  "hearing-due",
]);

/** Whether the hearing of a case is still to be held: its visit and hearing then stand first on its page. */
export const hasHearingAhead = ({ state }: CaseFile): boolean => beforeHearing.has(state);

type Inspection = CaseFile["inspections"][number];

/**
 * Returns when a visit was planned for and, if its acta says another day, that this is the plan and on which day the
 * visit was made, as evidence and acta name it.
 */
export function visitText({ on, from, to, report }: Pick<Inspection, "on" | "from" | "to" | "report">): string {
  const planned = caseWords.inspection(dateWithWeekday(on), clockOf(from), clockOf(to));
  const made = report && dayInLima(Date.parse(report.startedAt));
  if (made === undefined || made === on) return planned;
  return `${caseWords.planned} ${planned} ${caseWords.madeOn(dateWithWeekday(made))}`;
}

/** Returns the last visit of a case and its hearing, each with its name and when it is; without those it has not. */
export function appointmentsOf(file: CaseFile): readonly (readonly [name: string, when: string])[] {
  const { visits, hearing, inspections } = file;
  const { claimFacts: names } = caseWords;
  const visit = visits.at(-1);
  const own = inspections.find(({ inspectionId }) => inspectionId === visit?.inspectionId);
  const planned = visit && visitText(own ?? visit);
  const held = visit?.outcome ? caseWords.reported : visit?.missed ? caseWords.unreported : "";
  return [
    ...(planned ? ([[names.visit, [planned, held].filter(Boolean).join(" ")]] as const) : []),
    ...(hearing ? ([[names.hearing, hearingPlan(hearing)]] as const) : []),
  ];
}
