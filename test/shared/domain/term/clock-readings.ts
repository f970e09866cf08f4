import { claimAt } from "../../../../shared/domain/case/claim.ts";
import type { ClockId } from "../../../../shared/domain/case/claim-states.ts";
import { filingDay } from "../../../../shared/domain/filing/filing-day.ts";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";
import { clocksOf } from "../../../../shared/domain/term/claim-clocks.ts";
import {
  appealed,
  at,
  customer,
  delivered,
  filing,
  frozen,
  issued,
  law,
  lived,
  notified,
  reconsidered,
  resolved,
  type Step,
  withdrawal,
} from "../case/claim-examples.ts";

export const granted: readonly Step[] = [
  ...resolved.slice(0, 3),
  [{ ...issued, outcome: "upheld" } as Step[0], "2026-08-24"],
  ...resolved.slice(4),
];

export function clocksAt(now: string, ...steps: readonly Step[]) {
  return clocksOf(claimAt(lived(...steps), law, at(now))!, law, at(now));
}

export function clock(id: ClockId, now: string, ...steps: readonly Step[]) {
  return clocksAt(now, ...steps).find((one) => one.id === id);
}

export function filedAt(when: string, more = {}): Step {
  return [filing(filingDay(at(when), { afterHours: "SAME_DAY" }, law.calendars.COMPANY), more), when];
}

export const nextWorkingDay = filingDay(
  at("2026-03-27 20:00"),
  { afterHours: "NEXT_WORKING_DAY", closesAt: "13:00" },
  law.calendars.COMPANY,
);

const july6 = filedAt("2026-07-06");
export const defect: Step[] = [
  july6,
  [{ type: "defect-observed" }, "2026-07-08"],
  [{ type: "defect-notified" }, "2026-07-08"],
];

export const remedied: Step[] = [...defect, [{ type: "remedied" }, "2026-07-10"]];

/** A claim whose resolution is notified in time on a day. */
export function notifiedOn(filedOn: string, day: string): Step[] {
  return [
    filedAt(filedOn),
    [{ type: "dismissal-proposed", ground: "late" }, day],
    [frozen[0], day],
    [{ type: "resolution-signed" }, day],
    [delivered, day],
  ];
}

export function readAt(now: string, ...steps: readonly Step[]) {
  return claimAt(lived(...steps), law, at(now))!;
}

export const queja: Step = [
  { type: "queja-filed", filedOn: calendarDay("2026-09-14"), ground: "delay", by: customer },
  "2026-09-14",
];

export const inRecon: readonly Step[] = [...resolved, notified, reconsidered("2026-09-10")];
export const toAppeal: Step = [{ type: "recourse-reclassified", as: "appeal" }, "2026-09-11"];

/** An appeal with new evidence, which is judged as a reconsideration. */
export const toRecon: readonly Step[] = [
  ...resolved,
  notified,
  appealed("2026-09-10", { newEvidence: true }),
  [{ type: "recourse-reclassified", as: "reconsideration" }, "2026-09-11"],
];

export const bothFiled: readonly Step[] = [...resolved, notified, appealed("2026-09-10"), reconsidered("2026-09-11")];
export const decidedAgain: readonly Step[] = [
  [issued, "2026-09-16"],
  [{ type: "resolution-signed" }, "2026-09-17"],
];

export const rejected: readonly Step[] = [...decidedAgain, [delivered, "2026-09-18"]];
export const inMailbox: Step = [{ type: "resolution-dispatched", channel: "mailbox" }, "2026-09-17 12:00"];
export const withdrawn = (day: string): readonly Step[] => [
  [withdrawal, `${day} 09:00`],
  [{ type: "withdrawal-accepted" }, day],
];

export const sentBack: readonly Step[] = [
  ...notifiedOn("2026-06-22", "2026-06-24"),
  appealed("2026-06-25"),
  [{ type: "file-elevated" }, "2026-07-03"],
  [{ type: "tribunal-decided", outcome: "back-to-investigation", termDays: 10 }, "2026-08-03"],
];

export const decidedOn = (day: string): readonly Step[] => [
  [issued, day],
  [{ type: "resolution-signed" }, day],
  [delivered, day],
];
