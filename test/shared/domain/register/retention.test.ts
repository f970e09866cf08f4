import { expect, it } from "vitest";
import { keptDays, keptSince, type RetentionRule } from "../../../../shared/domain/register/retention.ts";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";
import { retentionWords } from "../../../../web/desk/register/retention.words.ts";
import { privacyNotice } from "../../../../web/words/privacy.ts";

it.each<[RetentionRule["keep"], string, string, string]>([
  [{ years: 10 }, "2036-11-23", "2026-11-23", "the same day, so many years before"],
  [{ years: 1 }, "2028-02-29", "2027-02-28", "a day that year did not have: the last of its month"],
  [{ days: 30 }, "2026-03-01", "2026-01-30", "days count through the end of a month"],
])("kept %o: on %s the time is over for what began before %s (%s)", (keep, today, since) => {
  expect(keptSince({ keep }, calendarDay(today))).toBe(since);
});

it("a file that was never filed goes after its days only if it was refused, and the public and the desk read so", () => {
  const what = "unfiled-files" as const;
  const retention = [{ what, keep: { days: keptDays[what] } }];
  const facts = { retention, recipients: [] as string[] } as unknown as Parameters<typeof privacyNotice>[0];
  const said = privacyNotice(facts).flatMap(({ paragraphs }) => [...paragraphs]);
  expect(said).toContain("20 días: un archivo rechazado, sin presentar.");
  expect(retentionWords.names[what]).toContain("rechazados");
});
