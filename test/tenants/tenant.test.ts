import { describe, expect, it } from "vitest";
import { tenant } from "../../settings.ts";
import { calendarDay } from "../../shared/domain/calendar-day.ts";
import { lawInForce, valuesOf } from "../../tenants/tenant.ts";
import { assumed, confirmed, standIn } from "../../tenants/tenant-value.ts";

describe("the values of a tenant", () => {
  it.each(valuesOf(tenant))("$path says where it comes from", ({ source, status }) => {
    expect(source.trim()).not.toBe("");
    expect(["confirmed", "assumed", "stand-in"]).toContain(status);
  });

  it("are found however deep they stand, each by its path", () => {
    const paths = valuesOf(tenant).map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining(["contact.telephone", "laws.0.claim.remedyDays", "billing.tariffLists"]),
    );
    expect(new Set(paths).size).toBe(paths.length);
  });

  it("are of three kinds, and only one names who confirmed it", () => {
    expect(confirmed(1, "acta 7", "Legal", "2026-11-24")).toMatchObject({ status: "confirmed", confirmedBy: "Legal" });
    expect(assumed(1, "a guess")).toEqual({ value: 1, status: "assumed", source: "a guess" });
    expect(standIn(1, "another's")).toEqual({ value: 1, status: "stand-in", source: "another's" });
  });
});

describe("the law in force", () => {
  it.each([
    ["2023-05-05", "the first day of the consolidated text"],
    ["2026-11-24", "today"],
  ])("is found on %s (%s)", (day) => {
    expect(lawInForce(tenant, calendarDay(day)).version).toBe("tuo-rgr-2023");
  });

  it("is not invented for a day before the first", () => {
    expect(() => lawInForce(tenant, calendarDay("2023-05-04"))).toThrow(RangeError);
  });
});
