import { describe, expect, it } from "vitest";
import type { ClockId } from "../../../../shared/domain/case/claim-states.ts";
import { calendarDay, limaTime } from "../../../../shared/domain/term/calendar-day.ts";
import {
  accepted,
  appealed,
  at,
  filed,
  filing,
  frozen,
  heard,
  notified,
  reconsidered,
  resolved,
  type Step,
  sent,
} from "../case/claim-examples.ts";
import { clock, clocksAt, defect, filedAt, granted, nextWorkingDay, notifiedOn, remedied } from "./clock-readings.ts";

describe("due dates of a claim's life (digest 5.8)", () => {
  const rows: [ClockId, string, Step[], string, string][] = [
    ["T08", "2026-09-04", [filedAt("2026-07-20")], "2026-07-20", "day 30"],
    ["T10", "2026-09-11", [filedAt("2026-07-20")], "2026-07-20", "day 35"],
    ["T08", "2026-05-13", [filedAt("2026-03-27 20:00")], "2026-03-28", "after hours, SAME_DAY"],
    ["T10", "2026-05-20", [filedAt("2026-03-27 20:00")], "2026-03-28", "after hours, day 35"],
    [
      "T08",
      "2026-05-14",
      [[filing(nextWorkingDay), "2026-03-27 20:00"]],
      "2026-03-28",
      "after hours, next working day",
    ],
    ["T08", "2027-01-07", [filedAt("2026-11-21")], "2026-11-21", "a Saturday: 25 November counts for the company"],
    ["T10", "2027-01-14", [filedAt("2026-11-21")], "2026-11-21", "a Saturday, day 35"],
    ["T08", "2026-08-25", remedied, "2026-07-10", "9 and 10 July do not count"],
    ["T10", "2026-09-01", remedied, "2026-07-10", "nor for the silence"],
    [
      "T04",
      "2026-04-07",
      [filedAt("2026-03-31"), [{ type: "defect-observed" }, "2026-04-01"], [{ type: "defect-notified" }, "2026-04-01"]],
      "2026-04-01",
      "Easter",
    ],
    ["T11", "2026-01-07", notifiedOn("2025-12-10", "2025-12-11"), "2025-12-11", "the user's calendar"],
    ["T12", "2026-08-25", [...notifiedOn("2026-07-30", "2026-08-03"), reconsidered("2026-08-03")], "2026-08-03", "15"],
    ["T14", "2026-09-01", [...notifiedOn("2026-07-30", "2026-08-03"), reconsidered("2026-08-03")], "2026-08-03", "20"],
    ["T16", "2026-07-03", [...notifiedOn("2026-06-22", "2026-06-24"), appealed("2026-06-25")], "2026-06-25", "5"],
    [
      "T17",
      "2026-08-27",
      [...notifiedOn("2026-06-22", "2026-06-24"), appealed("2026-06-25"), [{ type: "file-elevated" }, "2026-07-03"]],
      "2026-07-03",
      "day 30 is 20 August; and 5 to notify",
    ],
  ];

  it.each(rows.map(([id, due, steps, now, why]) => [id, due, why, steps, now] as const))(
    "%s is due on %s (%s)",
    (id, due, _, steps, now) => {
      expect(clock(id, now, ...steps)?.dueDate).toBe(due);
    },
  );

  it("shows the 30 of the tribunal in the working of its 35", () => {
    const steps: Step[] = [...notifiedOn("2026-06-22", "2026-06-24"), appealed("2026-06-25")];
    const working = clock("T17", "2026-07-03", ...steps, [{ type: "file-elevated" }, "2026-07-03"])?.working;
    expect(working?.days.find(({ ordinal }) => ordinal === 30)?.date).toBe("2026-08-20");
  });
});

describe("the clocks of a state", () => {
  const inspectionOn = calendarDay("2026-07-24");
  const rows: [string, string, Step[], string][] = [
    [
      "T05 2026-07-30 USER running, T06 2026-07-30 COMPANY running, T07 2026-08-21 COMPANY running, T08 2026-09-04 COMPANY running, T10 2026-09-11 COMPANY running",
      "2026-07-20",
      [filed],
      "filed by web: no copy to send",
    ],
    [
      "T05 2026-07-30 USER running, T06 2026-08-07 COMPANY running, T08 2026-09-04 COMPANY running, T10 2026-09-11 COMPANY running, T25 2026-07-24 COMPANY running",
      "2026-07-20",
      [filedAt("2026-07-20", { channel: "telephone", claimType: "F03", inspectionOn })],
      "by telephone, of another type, without a hearing",
    ],
    [
      "T04 2026-07-10 USER running, T05 2026-07-13 USER running, T08 2026-08-25 COMPANY paused, T10 2026-09-01 COMPANY paused",
      "2026-07-09",
      defect,
      "observed: the company's clocks stand still",
    ],
    [
      "T05 2026-07-30 USER lapsed, T06 2026-07-30 COMPANY met, T07 2026-08-21 COMPANY met, T08 2026-09-04 COMPANY running, T10 2026-09-11 COMPANY running",
      "2026-08-14",
      [filed, accepted, [{ type: "inspection-reported", outcome: "whole" }, "2026-07-24"], heard],
      "visited and heard in time",
    ],
    [
      "T08 2026-09-04 COMPANY met, T09 2026-09-01 COMPANY running, T10 2026-09-11 COMPANY running",
      "2026-08-25",
      [...resolved],
      "5 days from the signature, a day after the one the resolution bears",
    ],
    ["T10 2026-09-11 COMPANY lapsed", "2026-09-14", [...resolved, sent], "a silence to confirm"],
    ["T11 2026-09-16 USER running", "2026-08-26", [...resolved, notified], "notified"],
    ["", "2026-09-17", [...resolved, notified], "firm, and nothing to carry out"],
    ["T19 2026-10-01 COMPANY running", "2026-09-17", [...granted, notified], "firm from 17 September"],
    ["T19 2026-09-25 COMPANY lapsed", "2026-10-01", [filed], "a silence of 12 September not executed"],
    [
      "",
      "2026-07-30",
      [filed, [{ type: "defect-observed" }, "2026-07-21"], [{ type: "defect-notified" }, "2026-07-21"]],
      "nothing runs for what was not filed",
    ],
  ];

  it.each(rows.map(([shown, now, steps, why]) => [shown, now, why, steps] as const))(
    "%s on %s (%s)",
    (expected, now, _, steps) => {
      const shown = clocksAt(now, ...steps).map(({ id, dueDate, calendar, status }) => [id, dueDate, calendar, status]);
      expect(shown.map((parts) => parts.join(" ")).join(", ")).toBe(expected);
    },
  );

  it("ends the days to notify with the silence, whatever is left of them", () => {
    const late: Step[] = [
      filed,
      accepted,
      heard,
      [frozen[0], "2026-09-07"],
      [{ type: "resolution-signed" }, "2026-09-07"],
    ];
    expect(clock("T09", "2026-09-07", ...late)?.dueDate).toBe("2026-09-11");
    expect(clock("T08", "2026-09-07", ...late)?.status).toBe("met-late");
  });

  it("ends the days to notify a reconsideration with its silence", () => {
    const steps: Step[] = [
      ...notifiedOn("2026-07-30", "2026-08-03"),
      reconsidered("2026-08-03"),
      [frozen[0], "2026-08-27"],
      [{ type: "resolution-signed" }, "2026-08-27"],
    ];
    expect(clock("T13", "2026-08-27", ...steps)?.dueDate).toBe("2026-09-01");
  });

  it("meets the copy to a telephone claimant once sent in time", () => {
    const byTelephone = filedAt("2026-07-20", { channel: "telephone" });
    const steps: Step[] = [byTelephone, [{ type: "filing-copy-sent" }, "2026-07-24"]];
    expect(clock("T25", "2026-07-30", ...steps)?.status).toBe("met");
    expect(clock("T25", "2026-07-27", byTelephone)?.status).toBe("lapsed");
  });

  it("gives each clock its working, from the day it starts", () => {
    const [extension] = clocksAt("2026-07-20", filed);
    expect(extension).toMatchObject({ startsOn: limaTime(at("2026-07-20")).day, working: { amount: 5 } });
    expect(extension?.working.days.filter(({ counted }) => counted)).toHaveLength(5);
  });
});
