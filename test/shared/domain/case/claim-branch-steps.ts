import { apply, claimAt } from "../../../../shared/domain/case/claim.ts";
import type { ClaimLaw } from "../../../../shared/domain/case/claim-law.ts";
import { clocksOf } from "../../../../shared/domain/term/claim-clocks.ts";
import { staffRoles } from "../../../../shared/domain/work/people.ts";
import {
  appealed,
  at,
  delivered,
  type Fact,
  factOn,
  filed,
  issued,
  law,
  lived,
  notified,
  reconsidered,
  resolved,
  type Step,
  withdrawal,
} from "./claim-examples.ts";

export const observed: Step = [{ type: "defect-observed" }, "2026-07-21"];
export const another = { kind: "staff", sub: "s2", roles: staffRoles } as const;
export const inRecon: readonly Step[] = [...resolved, notified, reconsidered("2026-09-10")];
export const reconSigned: readonly Step[] = [
  ...inRecon,
  [issued, "2026-09-17"],
  [{ type: "resolution-signed" }, "2026-09-18"],
];

export const boxed: Step = [{ type: "resolution-dispatched", channel: "mailbox" }, "2026-08-25 12:00"];
export const mailed: Step = [{ type: "resolution-dispatched", channel: "email" }, "2026-08-25 12:00"];
export const renamed: readonly Step[] = [
  ...resolved,
  notified,
  appealed("2026-09-10", { newEvidence: true }),
  [{ type: "recourse-reclassified", as: "reconsideration" }, "2026-09-11"],
];

export const bothFiled: readonly Step[] = [...resolved, notified, appealed("2026-09-10"), reconsidered("2026-09-11")];
export const reconRejected: readonly Step[] = [
  [issued, "2026-09-16"],
  [{ type: "resolution-signed" }, "2026-09-17"],
  [delivered, "2026-09-18"],
];

export const dismissed: Fact = {
  type: "resolution-issued",
  number: "0002-2026",
  outcome: "dismissed",
  checklist: "complete",
};

export const upheld: Fact = {
  type: "resolution-issued",
  number: "0002-2026",
  outcome: "upheld",
  checklist: "complete",
};

/** A reconsideration filed without new evidence on Thursday 10 September. */
export const lacking: readonly Step[] = [...resolved, notified, reconsidered("2026-09-10", { newEvidence: false })];

/** Notified the same day: Friday 11 and Monday 14 to bring it. */
export const askedFor: readonly Step[] = [...lacking, [{ type: "new-evidence-asked" }, "2026-09-10 12:00"]];
export const brought: readonly Step[] = [...askedFor, [{ type: "new-evidence-brought" }, "2026-09-14 23:59"]];

export function withdrawnOn(day: string): readonly Step[] {
  return [
    [withdrawal, `${day} 09:00`],
    [{ type: "withdrawal-accepted" }, day],
  ];
}

/** Notified on day 34: days 35 and 36 to remedy, which do not count. */
export const observedLate: readonly Step[] = [
  filed,
  [{ type: "defect-observed" }, "2026-09-10"],
  [{ type: "defect-notified" }, "2026-09-10"],
];

export function read(now: string, steps: readonly Step[], under: ClaimLaw = law) {
  const claim = claimAt(lived(...steps), under, at(now));
  if (!claim) throw new Error("no claim");
  return { claim, state: claim.state, since: claim.since, clocks: clocksOf(claim, under, at(now)) };
}

export function due(id: string, now: string, steps: readonly Step[], under: ClaimLaw = law) {
  return read(now, steps, under).clocks.find((clock) => clock.id === id)?.dueDate;
}

export function refusal(steps: readonly Step[], [what, effective]: Step) {
  const done = apply(lived(...steps), factOn(what, effective), law, at(effective));
  return done.ok ? done.value.state : done.error;
}
