import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { dollarsOfUse, monthOf, parts } from "../../infra/costs/month.ts";
import { dollarsOf, prices } from "../../infra/costs/prices.ts";
import { costsDocument } from "../../scripts/costs.ts";

const root = join(import.meta.dirname, "..", "..");
const sum = (by: Readonly<Record<string, number>>) => Object.values(by).reduce((all, one) => all + one, 0);

describe("what it costs", () => {
  it("is written in docs/costs.md as it is", () => {
    expect(readFileSync(join(root, "docs", "costs.md"), "utf8")).toBe(costsDocument());
  });

  it("prices each thing in one part", () => {
    expect(Object.values(parts).flat().sort()).toEqual(Object.keys(prices).sort());
  });

  it("takes a price for so many, and nothing for what is free", () => {
    expect(dollarsOf("apiRequests", 3_000_000)).toBe(3);
    expect(dollarsOf("mails", 500)).toBe(0.05);
    expect(dollarsOf("activeAccounts", 9000, 10_000)).toBe(0);
  });

  it("of a look-up is two write units, a read unit and the request, as is counted", () => {
    const { tables } = dollarsOfUse("a look-up without sign-in", 1_000_000);
    expect(tables).toBeCloseTo(2 * 0.625 + 0.125, 6);
  });

  it("of nobody is what stands there, and grows with who comes", () => {
    expect(sum(monthOf(0))).toBeGreaterThan(30);
    expect(sum(monthOf(48_000)) - sum(monthOf(24_000))).toBeGreaterThan(sum(monthOf(24_000)) - sum(monthOf(0)) - 1e-6);
  });
});
