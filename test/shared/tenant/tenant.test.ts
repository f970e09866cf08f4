import { describe, expect, it } from "vitest";
import { tenant } from "../../../settings.ts";
import { claimTypes, isBilling } from "../../../shared/domain/case/claim-types.ts";
import { calendarDay } from "../../../shared/domain/term/calendar-day.ts";
import { lawInForce, valuesOf } from "../../../shared/tenant/tenant.ts";
import { assumed, confirmed, standIn } from "../../../shared/tenant/tenant-value.ts";
import { askedSteps } from "../../../web/site/filing/asked-steps.ts";
import { claimTypeNames } from "../../../web/words/claim-types.ts";

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
    expect(assumed(1, "our assumption")).toEqual({ value: 1, status: "assumed", source: "our assumption" });
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

describe("the catalogue of claims", () => {
  const catalogue = lawInForce(tenant, calendarDay("2026-11-24")).claimTypes;

  it.each(claimTypes)("%s bears on screens the name the law gives it, and its list of evidence", (type) => {
    const { name, evidence, hearing, maxTime } = catalogue[type].value;
    expect(claimTypeNames[type].toLowerCase()).toBe(name.toLowerCase());
    expect(new Set(evidence).size).toBe(evidence.length);
    expect(evidence.length).toBeGreaterThan(0);
    expect(hearing).toBe(isBilling(type) ? "compulsory" : "optional");
    expect(maxTime === undefined).toBe(isBilling(type));
  });

  // Digest 2.1, the columns of the inspections; F11 schedules one for its sketch.
  it.each([
    ["F01", true, true],
    ["F02", false, false],
    ["F03", true, false],
    ["F07", false, true],
    ["F08", false, false],
    ["F09", true, false],
    ["F10", false, false],
    ["F11", true, false],
  ] as const)("%s is inspected inside: %s, outside: %s", (type, inside, outside) => {
    const { internalInspection, externalInspection } = catalogue[type].value;
    expect([internalInspection, externalInspection]).toEqual([inside, outside]);
  });

  it.each([
    ["used-less", "F01"],
    ["average", "F02"],
    ["no-meter", "F03"],
    ["late", "F04"],
    ["no-service", "F05"],
    ["former-debt", "F06"],
    ["other", "F07"],
    ["paid", "F08"],
    ["tariff", "F09"],
    ["charge", "F10"],
    ["units", "F11"],
    ["discharge", "F12"],
  ] as const)("the site asks of «%s» what %s needs, and no more", (reason, type) => {
    const steps = askedSteps({ reason });
    const { evidence, internalInspection, externalInspection } = catalogue[type].value;
    expect(steps.includes("contraste")).toBe(evidence.includes("meter-test"));
    expect(steps.includes("medidor")).toBe(evidence.includes("meter-test"));
    expect(steps.includes("visita")).toBe(internalInspection || externalInspection);
  });
});
