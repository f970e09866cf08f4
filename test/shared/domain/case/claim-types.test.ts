import { expect, it } from "vitest";
import {
  asksVisit,
  type ClaimFamily,
  type ClaimType,
  familyOf,
  isBilling,
  visitTarget,
} from "../../../../shared/domain/case/claim-types.ts";
import { claimTypes } from "../../../../tenants/eps-moquegua/claim-types.ts";

it.each<[ClaimType, ClaimFamily, boolean, string]>([
  ["F01", "billing", true, "what a meter measured (digest 2.1)"],
  ["F12", "billing", true, "a charge for discharges"],
  ["N-A1", "commercial", false, "a connection not installed in time (2.2)"],
  ["N-D3", "commercial", false, "information that is missing"],
  ["O-F1", "operational", false, "seepage of outside water (2.3)"],
  ["O-R1", "operational", false, "a connection to be moved"],
])("%s is of the family %s; about a receipt: %s (%s)", (type, family, billing) => {
  expect([familyOf(type), isBilling(type)]).toEqual([family, billing]);
});

it.each<[ClaimType, boolean, string]>([
  ["F01", true, "inside and outside (Annex 3)"],
  ["F03", true, "inside alone"],
  ["F07", true, "outside alone"],
  ["F02", false, "an average is computed, not looked at"],
])("%s asks for a visit: %s (%s)", (type, asks) => {
  expect(asksVisit(claimTypes[type].value)).toBe(asks);
});

it.each<[ClaimType, number, string]>([
  ["F01", 5, "a repair of fifteen days must fit before the hearing (T06)"],
  ["F03", 10, "any other type"],
  ["O-F1", 10, "a problem"],
])("%s is visited by working day %i (%s)", (type, day) => {
  expect(visitTarget(type, { targetDay: 10, targetDayConsumption: 5 })).toBe(day);
});
