import { describe, expect, it } from "vitest";
import type { CaseEvent, CaseFact, CaseNote } from "../../../../shared/domain/case/case-events.ts";
import {
  absenceRefusal,
  hearingAccess,
  hearingCalls,
  hearingOf,
  numbersOf,
  waitedUntil,
} from "../../../../shared/domain/conciliation/hearing.ts";
import type { HearingMode } from "../../../../shared/domain/filing/claim-form.ts";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";
import { workingDayBefore } from "../../../../shared/domain/term/due-dates.ts";
import { calendars } from "../../../../tenants/eps-moquegua/calendars.ts";
import { filing } from "../../documents/document-examples.ts";

const staff = { kind: "staff", sub: "conciliator-1", roles: ["conciliator"] } as const;
const effectiveAt = "2026-12-01T15:00:00.000Z";
const of = { effectiveAt, by: staff } as const;

/** Wednesday 23 December 2026 at 8:30 in Lima. */
const on = calendarDay("2026-12-23");
const instantAt = (time: string) =>
  `2026-12-23T${String(Number(time.slice(0, 2)) + 5).padStart(2, "0")}${time.slice(2)}:00.000Z`;

function caseOf(
  { mode = "telephone", telephone = "900000001" }: { mode?: HearingMode; telephone?: string | undefined } = {},
  ...rest: readonly (CaseFact | CaseNote)[]
): readonly CaseEvent[] {
  const { details } = filing;
  const claimant = { ...details.form.claimant, telephone: telephone || undefined };
  const first = {
    ...filing,
    details: { ...details, form: { ...details.form, claimant }, hearing: { on, at: "08:30", mode } },
  };
  return [first, ...rest.map((one, at) => ({ ...one, seq: at + 2, recordedAt: one.effectiveAt }))];
}

const chosen = (mode: HearingMode, telephone?: string): CaseNote => ({
  ...of,
  type: "hearing-mode-chosen",
  details: { mode, telephone },
});
const linked = (link: string, day = on, at = effectiveAt): CaseNote => ({
  ...of,
  effectiveAt: at,
  type: "hearing-link-set",
  details: { on: day, at: "08:30", link },
});
const moved = (day: string, mode: HearingMode): CaseFact => ({
  ...of,
  type: "hearing-moved",
  reason: "meter-test",
  hearingOn: calendarDay(day),
  details: { hearing: { on: calendarDay(day), at: "08:30", mode } },
});
const called = (time: string, number = "900000001"): CaseNote => ({
  ...of,
  effectiveAt: instantAt(time),
  type: "hearing-called",
  details: { number, result: "no-answer" },
});

const room = "https://reuniones.example.pe/sala";
const own = "https://reuniones.example.pe/una-sola";
const rule = { calls: 2, apartMinutes: 10 };

describe("a hearing as it stands", () => {
  it.each([
    ["as given at filing", caseOf({ mode: "virtual" }), "virtual"],
    ["as its claimant chose", caseOf({}, chosen("virtual"), chosen("in-person")), "in-person"],
    ["moved, which keeps how it is held", caseOf({}, chosen("virtual"), moved("2026-12-28", "virtual")), "virtual"],
    ["chosen after it was moved", caseOf({}, moved("2026-12-28", "telephone"), chosen("in-person")), "in-person"],
  ] as const)("is held %s", (_, events, mode) => {
    expect(hearingOf(events)?.mode).toBe(mode);
  });

  it.each([
    ["by telephone, at the number of the form", caseOf(), { telephone: "900000001", lacks: undefined }],
    ["at another they gave since", caseOf({}, chosen("telephone", "987654321")), { telephone: "987654321" }],
    ["by telephone, and none is known", caseOf({ telephone: "" }), { telephone: undefined, lacks: "telephone" }],
    ["by video in the room", caseOf({ mode: "virtual" }), { link: room, lacks: undefined }],
    ["by video at the link of its own", caseOf({ mode: "virtual" }, linked(own)), { link: own }],
    ["at the last link entered", caseOf({ mode: "virtual" }, linked(own), linked(`${own}-2`)), { link: `${own}-2` }],
    [
      "moved: the link of the day before counts no more",
      caseOf({ mode: "virtual" }, linked(own), moved("2026-12-28", "virtual")),
      { link: room },
    ],
    ["by telephone: no link is given", caseOf({}, linked(own)), { link: undefined }],
    ["at the office", caseOf({ mode: "in-person" }), { link: undefined, lacks: undefined }],
  ] as const)("%s", (_, events, access) => {
    expect(hearingAccess(events, room)).toMatchObject(access);
  });

  it("lacks a link by video without a room or an entered link", () => {
    expect(hearingAccess(caseOf({ mode: "virtual" }), undefined)).toMatchObject({ lacks: "link", link: undefined });
    expect(hearingAccess(caseOf({ mode: "virtual" }, linked(own)), undefined)?.lacks).toBeUndefined();
  });

  it("names the number for the hearing before the one of the form, each once", () => {
    expect(numbersOf(caseOf({}, chosen("telephone", "987654321")))).toEqual(["987654321", "900000001"]);
    expect(numbersOf(caseOf({}, chosen("telephone", "900000001"), chosen("virtual")))).toEqual(["900000001"]);
    expect(numbersOf(caseOf({ telephone: "" }))).toEqual([]);
  });
});

describe("an absence", () => {
  it.each([
    ["nobody called", [], "calls-missing"],
    ["one call", [called("08:35")], "calls-missing"],
    ["two at once", [called("08:35"), called("08:36")], "calls-too-close"],
    ["two nine minutes apart", [called("08:35"), called("08:44")], "calls-too-close"],
    ["two ten minutes apart", [called("08:35"), called("08:45")], undefined],
    ["logged in the other order", [called("08:45"), called("08:35")], undefined],
    ["three, the first and the last apart", [called("08:30"), called("08:34"), called("08:40")], undefined],
    ["one of them before the hour", [called("08:29"), called("08:45")], "calls-missing"],
  ] as const)("with %s", (_, calls, refusal) => {
    for (const mode of ["telephone", "virtual", "in-person"] as const)
      expect(absenceRefusal(caseOf({ mode }, ...calls), room, rule)).toBe(refusal);
  });

  it("is not proved by calls of another day than the hearing's", () => {
    const { effectiveAt: at, ...call } = called("08:45");
    const nextDay = { ...call, effectiveAt: new Date(Date.parse(at) + 86_400_000).toISOString() };
    expect(absenceRefusal(caseOf({}, called("08:35"), nextDay), room, rule)).toBe("calls-missing");
  });

  it("needs no call without a number, and is refused if a video hearing had no link at its hour", () => {
    const silent = { telephone: "" };
    expect(absenceRefusal(caseOf(silent), room, rule)).toBeUndefined();
    expect(absenceRefusal(caseOf({ ...silent, mode: "in-person" }), undefined, rule)).toBeUndefined();
    expect(absenceRefusal(caseOf({ ...silent, mode: "virtual" }), room, rule)).toBeUndefined();
    expect(absenceRefusal(caseOf({ ...silent, mode: "virtual" }), undefined, rule)).toBe("no-way-in");
    const late = caseOf({ ...silent, mode: "virtual" }, linked(own, on, instantAt("08:31")));
    expect(absenceRefusal(late, undefined, rule)).toBe("no-way-in");
    const inTime = caseOf({ ...silent, mode: "virtual" }, linked(own, on, instantAt("08:30")));
    expect(absenceRefusal(inTime, undefined, rule)).toBeUndefined();
  });

  it("counts the calls of the hearing that stands, not of one that was moved", () => {
    const events = caseOf({}, called("08:35"), called("08:50"), moved("2026-12-28", "telephone"));
    expect(hearingCalls(events, { on: calendarDay("2026-12-28"), at: "08:30", mode: "telephone" })).toEqual([]);
    expect(absenceRefusal(events, room, rule)).toBe("calls-missing");
  });

  it("is waited for as long as the law says, also past the hour", () => {
    expect(waitedUntil({ on, at: "08:30" }, 15)).toBe(instantAt("08:45"));
    expect(waitedUntil({ on, at: "08:50" }, 15)).toBe(instantAt("09:05"));
  });
});

describe("the working day before a hearing", () => {
  const calendar = calendars.USER;
  it.each([
    ["2026-12-23", 1, "2026-12-22", "the day before"],
    ["2026-12-28", 1, "2026-12-24", "over Christmas and a weekend"],
    ["2026-12-23", 3, "2026-12-18", "three of them"],
    ["2026-12-23", 0, "2026-12-23", "none"],
  ])("of %s, %i before, is %s: %s", (day, days, before) => {
    expect(workingDayBefore(calendarDay(day), days, calendar)).toBe(before);
  });
});
