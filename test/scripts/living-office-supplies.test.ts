import { describe, expect, it } from "vitest";
import { seededWorld } from "../../local/seed.ts";
import { suppliesOn } from "../../scripts/living-office/lives.ts";
import { claimLives } from "../../scripts/living-office/plan.ts";
import { calendarDay, limaInstant } from "../../shared/domain/term/calendar-day.ts";

describe("the office that a newcomer finds", () => {
  // A month's receipts are the same on each of its days: what has come of them by then changes with the day.
  it.each(["2026-12-01", "2026-12-05", "2026-12-12", "2026-12-27", "2027-01-04"].map(calendarDay))(
    "has a supply of its own for each claim if it is made on %s",
    (day) => {
      const { claimed, beside } = suppliesOn(day, seededWorld(limaInstant(day, "10:00")).receipts);
      const taken = [...claimed, ...beside].map(({ supply }) => supply.supplyCode);
      expect(new Set(taken).size).toBe(taken.length);
      expect(claimed).toHaveLength(claimLives.length);
    },
  );
});
