import { describe, expect, it } from "vitest";
import { tenant } from "../../../../settings.ts";
import { claimWindowRules } from "../../../../shared/casework/filing/claim-window-in-force.ts";
import { seedOf, tenantWith } from "../../../../shared/casework/term/calendars-in-force.ts";
import { lastDayToClaim, termToClaim } from "../../../../shared/domain/filing/claim-window.ts";
import { cents, subtractCents } from "../../../../shared/domain/receipt/money.ts";
import type { Payment } from "../../../../shared/domain/receipt/receipt.ts";
import { calendarsAfter } from "../../../../shared/domain/term/calendar-changes.ts";
import { calendarDay as day } from "../../../../shared/domain/term/calendar-day.ts";
import { receipt, soles } from "../receipt/receipt-examples.ts";

const seed = seedOf(tenant);
/** Due on 29 May 2026: two months end on 29 July, a holiday, so the receipt showed Thursday 30. */
const dueInMay = receipt({ dueDate: "2026-05-29" });
const filedOn = day("2026-07-30");
const taken = { action: "remove", date: day("2026-07-29"), source: "Ley 00000", scope: ["COMPANY", "USER"] } as const;
const without = calendarsAfter(seed, [taken], "v2", day("2026-06-15"));
/** The holiday of 29 July is removed at an instant. */
const changedAt = (inForceFrom: string) =>
  tenantWith(tenant, [
    { inForceFrom: "1992-01-01T05:00:00.000Z", calendars: seed },
    { inForceFrom, calendars: without },
  ]);

it.each([
  [
    "2026-06-15T15:00:00.000Z",
    "2026-07-30T15:00:00.000Z",
    "2026-07-30",
    "what was shown while it ran is not shortened",
  ],
  [
    "2026-05-28T15:00:00.000Z",
    "2026-07-30T15:00:00.000Z",
    "2026-07-29",
    "a calendar gone before it began never showed it",
  ],
  [
    "2026-08-15T15:00:00.000Z",
    "2026-07-30T15:00:00.000Z",
    "2026-07-30",
    "a change after the filing says nothing of it",
  ],
])("calendars changed at %s, filed at %s: the last day is %s (%s)", (change, filedAt, last) => {
  const term = termToClaim(dueInMay, [], claimWindowRules(changedAt(change), filedOn, filedAt));
  expect(term).toMatchObject({ rule: "claim.windowRule", dueDate: last });
});

it.each([
  ["2026-07-30T15:00:00.000Z", "2026-07-31", "the document desk was down on the last day: the next, a Friday"],
  ["2026-07-29T15:00:00.000Z", "2026-07-30", "it was down the day before"],
])("the document desk down at %s, recorded after the claim was filed: the last day is %s (%s)", (from, last) => {
  const outages = [{ from, to: from, inForceFrom: "2026-08-03T15:00:00.000Z" }];
  const rules = claimWindowRules({ ...tenant, outages }, filedOn, "2026-07-31T15:00:00.000Z");
  expect(termToClaim(dueInMay, [], rules)).toMatchObject({ rule: "claim.windowRule", dueDate: last });
});

describe("the window of a receipt due on 29 May 2026", () => {
  const rules = {
    claimWindow: { laterOf: { months: 2, days: 60 } },
    claimWindowPaidMonths: 12,
    calendar: tenant.calendars.USER.value,
  };
  const part = soles("1.00");
  const paid = (paidOn: string, amount: Payment["amount"]): Payment => ({
    supplyCode: "00012345",
    receiptNumber: "S001-00045001",
    paidOn,
    amount,
    reference: "1",
  });
  const rest = subtractCents(dueInMay.totalDue, part);

  it.each<[string, string, readonly Payment[]]>([
    ["claim.windowRule", "2026-07-30", []],
    ["claim.windowRule", "2026-07-30", [paid("2026-07-20", part)]],
    ["claim.windowPaidMonths", "2027-05-31", [paid("2026-05-20", dueInMay.totalDue)]],
    ["claim.windowPaidMonths", "2027-07-20", [paid("2026-07-20", rest), paid("2026-06-10", part)]],
    [
      "claim.windowPaidMonths",
      "2027-06-10",
      [
        ...[paid("2026-06-10", dueInMay.totalDue), paid("2026-06-10", part)],
        ...[paid("2026-08-03", cents(-part)), { ...paid("2026-09-01", part), receiptNumber: "S001-00045002" }],
      ],
    ],
  ])("%s: until %s, of %j", (rule, dueDate, payments) => {
    expect(termToClaim(dueInMay, payments, rules)).toMatchObject({ rule, dueDate });
    expect(lastDayToClaim(dueInMay, payments, rules)).toBe(dueDate);
  });

  it("is that of an unpaid receipt if there is nothing to pay", () => {
    const free = { ...dueInMay, totalDue: cents(0) };
    expect(termToClaim(free, [], rules).rule).toBe("claim.windowRule");
  });

  it("is the longest that any calendar gave while it ran", () => {
    const earlier = [
      { until: "2026-05-29T15:00:00.000Z", calendar: without.USER },
      { until: "2026-06-20T15:00:00.000Z", calendar: without.USER },
    ];
    expect(termToClaim(dueInMay, [], { ...rules, earlier }).dueDate).toBe("2026-07-30");
    const shown = [{ until: "2026-05-29T15:00:00.000Z", calendar: rules.calendar }];
    expect(termToClaim(dueInMay, [], { ...rules, calendar: without.USER, earlier: shown }).dueDate).toBe("2026-07-30");
  });
});
