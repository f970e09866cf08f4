import { describe, expect, it } from "vitest";
import { claimAt } from "../../../../shared/domain/case/claim.ts";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";
import { awaitsCertificate, isPositiveSilence } from "../../../../shared/domain/term/silence.ts";
import {
  at,
  customer,
  filed,
  law,
  lived,
  notified,
  reconsidered,
  resolved,
  type Step,
} from "../case/claim-examples.ts";

const certified: Step = [{ type: "silence-certified" }, "2026-09-14"];
const queja: Step = [
  { type: "queja-filed", filedOn: calendarDay("2026-09-15"), ground: "delay", by: customer },
  "2026-09-15",
];
const certifiedAgain: Step = [{ type: "silence-certified" }, "2026-10-01"];

describe("the certificate of a silence", () => {
  it.each<[boolean, boolean, string, readonly Step[], string]>([
    [false, false, "2026-09-11", [filed], "day 35 is not over"],
    [true, true, "2026-09-12", [filed], "granted, nobody notified"],
    [true, false, "2026-09-15", [filed, certified], "notified"],
    [true, false, "2026-09-16", [filed, certified, queja], "certified, whatever is filed beside it since"],
    [true, true, "2026-09-30", [...resolved, notified, reconsidered("2026-09-01")], "a reconsideration granted"],
    [true, false, "2026-10-02", [...resolved, notified, reconsidered("2026-09-01"), certifiedAgain], "and certified"],
    [false, false, "2026-09-30", [...resolved, notified], "firm, and nothing silent"],
  ])("granted %s, waits %s on %s ($4)", (granted, waits, now, steps) => {
    const claim = claimAt(lived(...steps), law, at(now));
    if (!claim) throw new Error("no claim");
    expect([isPositiveSilence(claim.state), awaitsCertificate(claim)]).toEqual([granted, waits]);
  });
});
