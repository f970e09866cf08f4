import { describe, expect, it } from "vitest";
import {
  categories,
  listFor,
  listValidIn,
  tariffList,
  type WrittenTariffList,
} from "../../../../shared/domain/receipt/tariff.ts";
import { confirmed } from "../../../../shared/tenant/tenant-value.ts";
import { assignments, tariffLists } from "../../../../tenants/eps-moquegua/tariffs.ts";
import { list, price, sedapar } from "./receipt-examples.ts";

describe("lists of EPS Moquegua", () => {
  it("are provisional, and their assignments only assumed", () => {
    expect(tariffLists.status).toBe("stand-in");
    expect(assignments.status).toBe("assumed");
  });

  it("hold the prices of the domain file", () => {
    expect(list("HUARAL-2025-A1").categories.DOMESTICO).toEqual({
      assignmentM3: 20,
      ranges: [
        { to: 8, water: price("1.46"), sewer: price("0.42"), waterSubsidized: price("1.17") },
        { to: 16, water: price("1.63"), sewer: price("0.46") },
        { to: null, water: price("2.60"), sewer: price("0.74") },
      ],
    });
  });

  it("subsidise nobody but the first range of domestic users", () => {
    const subsidised = tariffLists.value.flatMap(({ code, categories: prices }) =>
      categories.flatMap((category) =>
        prices[category].ranges.flatMap(({ to, waterSubsidized }) =>
          waterSubsidized === undefined ? [] : [`${code} ${category} ${to}`],
        ),
      ),
    );
    expect(subsidised).toEqual(["HUARAL-2025-A1 DOMESTICO 8", "HUARAL-2027-A3 DOMESTICO 8"]);
  });
});

describe("which list", () => {
  it.each<[string, string | undefined, string]>([
    ["2024-12", "HUARAL-2024-A0", "the month before the new list"],
    ["2025-01", "HUARAL-2025-A1", "its first month"],
    ["2026-10", "HUARAL-2025-A1", "the billed month, not today's"],
    ["2027-01", "HUARAL-2027-A3", "the third year"],
    ["2023-12", undefined, "before any list"],
  ])("%s is billed by its own list: $2", (period, code) => {
    expect(listValidIn(tariffLists.value, period)?.code).toBe(code);
    expect(listValidIn(tariffLists.value.toReversed(), period)?.code).toBe(code);
  });

  it("is found by the code on the receipt", () => {
    expect(listFor(tariffLists.value, "HUARAL-2025-A1")?.norm).toBe("RCD 00082-2024-SUNASS-CD");
    expect(listFor(tariffLists.value, "SEDAPAR-A5")).toBeUndefined();
    expect(listFor([sedapar], "SEDAPAR-A5")).toBe(sedapar);
  });
});

describe("a wrongly written list does not load", () => {
  const open = [{ to: null, water: "1.00", sewer: "0.50" }];
  const written: WrittenTariffList = {
    code: "TEST",
    norm: "none",
    validFromPeriod: "2026-01",
    fixedCharge: "4.10",
    taxRate: 1800,
    rangeMode: "marginal",
    categories: { SOCIAL: open, DOMESTICO: open, COMERCIAL: open, INDUSTRIAL: open, ESTATAL: open },
  };
  const domestic = (...ranges: WrittenTariffList["categories"]["DOMESTICO"]) => ({
    categories: { ...written.categories, DOMESTICO: ranges },
  });

  it.each<[string, Partial<WrittenTariffList>, string]>([
    ["a price with five decimals", domestic({ to: null, water: "1.00001", sewer: "0.5" }), '"1.00001" is no price'],
    ["a fixed charge with a comma", { fixedCharge: "4,10" }, '"4,10" is no price'],
    ["no range", domestic(), "DOMESTICO does not end with an open range"],
    [
      "a last range with an end",
      domestic({ to: 8, water: "1", sewer: "1" }),
      "DOMESTICO does not end with an open range",
    ],
    [
      "a range that ends where it begins",
      domestic(
        { to: 8, water: "1", sewer: "1" },
        { to: 8, water: "1", sewer: "1" },
        { to: null, water: "1", sewer: "1" },
      ),
      "the ranges of DOMESTICO do not rise",
    ],
    [
      "a first range of nothing",
      domestic({ to: 0, water: "1", sewer: "1" }, { to: null, water: "1", sewer: "1" }),
      "the ranges of DOMESTICO do not rise",
    ],
    [
      "an open range that is not the last",
      domestic({ to: null, water: "1", sewer: "1" }, { to: null, water: "1", sewer: "1" }),
      "the ranges of DOMESTICO do not rise",
    ],
  ])("%s", (_, wrong, message) => {
    expect(() => tariffList({ ...written, ...wrong }, assignments.value)).toThrow(`tariff list TEST: ${message}`);
  });
});

describe("a tenant's value", () => {
  it("says who confirmed it and when", () => {
    expect(confirmed(20, "tariff study, annex 2", "Gerencia Comercial", "2026-12-01")).toEqual({
      value: 20,
      status: "confirmed",
      source: "tariff study, annex 2",
      confirmedBy: "Gerencia Comercial",
      confirmedAt: "2026-12-01",
    });
  });
});
