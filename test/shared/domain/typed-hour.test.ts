import { describe, expect, it } from "vitest";
import { orderMeterTest, recordControl } from "../../../shared/contract/visit/investigation-routes.ts";
import { typedHour, typedHours } from "../../../shared/domain/typed-hour.ts";

describe("an hour as people type it", () => {
  it.each([
    ["09:00", "09:00"],
    ["9:00", "09:00"],
    ["9", "09:00"],
    ["9.30", "09:30"],
    ["9h30", "09:30"],
    ["930", "09:30"],
    ["0930", "09:30"],
    [" 15:05 ", "15:05"],
    ["15 h", "15:00"],
    ["9:30 hrs.", "09:30"],
    ["9 am", "09:00"],
    ["9:00 a. m.", "09:00"],
    ["2:30 p. m.", "14:30"],
    ["2PM", "14:00"],
    ["12 p.m.", "12:00"],
    ["12:15 a.m.", "00:15"],
    ["00:30", "00:30"],
    ["02:30", "02:30"],
  ])("«%s» is %s", (typed, hour) => expect(typedHour(typed)).toBe(hour));

  it.each([["2"], ["2:30"], ["24:00"], ["9:60"], ["14 p. m."], ["la mañana"], ["9-10"], [""], ["12345"]])(
    "«%s» is none, or may be one of two",
    (typed) => expect(typedHour(typed)).toBeUndefined(),
  );

  it.each([
    ["08:00-10:00", "08:00-10:00"],
    ["8-10", "08:00-10:00"],
    ["8:00 a 10.30", "08:00-10:30"],
    ["8 a. m. a 2 p. m.", "08:00-14:00"],
    ["8:00 a las 10:00", "08:00-10:00"],
  ])("from «%s» are %s", (typed, hours) => expect(typedHours(typed)).toBe(hours));

  it.each([["8"], ["8-2"], ["8-9-10"], [""]])("from «%s» are none", (typed) => {
    expect(typedHours(typed)).toBeUndefined();
  });

  it("is taken so by the order of a meter test and by a control, and refused with how to write it", () => {
    const order = { testOn: "2026-12-04", at: "9.30", tester: "Contrastes Ficticios", place: "En su casa" };
    expect(orderMeterTest.body.parse(order)).toMatchObject({ at: "09:30" });
    expect(orderMeterTest.body.safeParse({ ...order, at: "2" }).error?.issues[0]?.message).toMatch(/2:30 p\. m\./);
    const inspection = { on: "2026-10-25", hours: "8 a 10", outcome: "REALIZADA", leak: "VISIBLE" };
    const control = { period: "2026-10", inspection, billedBy: "L" };
    expect(recordControl.body.parse(control)).toMatchObject({ inspection: { hours: "08:00-10:00" } });
  });
});
