import { expect, it } from "vitest";
import { tenant } from "../../../settings.ts";
import { seedOf, tenantWith } from "../../../shared/casework/calendars-in-force.ts";
import { claimWindowRules } from "../../../shared/casework/claim-window-rules.ts";
import { calendarsAfter } from "../../../shared/domain/calendar-changes.ts";
import { calendarDay as day } from "../../../shared/domain/calendar-day.ts";
import { termToClaim } from "../../../shared/domain/claim-window.ts";
import { receipt } from "./receipt-examples.ts";

const seed = seedOf(tenant);
/** Due on 29 May 2026: two months end on 29 July, a holiday, so the receipt showed Thursday 30. */
const dueInMay = receipt({ dueDate: "2026-05-29" });
const filedOn = day("2026-07-30");
const taken = { action: "remove", date: day("2026-07-29"), source: "Ley 00000", scope: ["COMPANY", "USER"] } as const;
const without = calendarsAfter(seed, [taken], "v2", day("2026-06-15"));
/** The holiday of 29 July is taken off at an instant. */
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
