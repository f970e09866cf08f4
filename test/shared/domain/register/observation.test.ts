import { expect, it } from "vitest";
import { tenant } from "../../../../settings.ts";
import { answerBy, type Observation, observationState } from "../../../../shared/domain/register/observation.ts";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";

const entered: Observation = {
  observationId: "o1",
  number: "LO-2026-000001-0",
  office: "MOQ",
  channel: "counter",
  enteredAt: "2026-11-23T15:00:00.000Z",
  enteredOn: "2026-11-23",
  person: { name: "CLIENTE DE PRUEBA UNO" },
  text: "La cola es larga.",
  by: "operator-1",
};
const lastDay = answerBy(entered, 10, tenant.calendars.COMPANY.value);
const answeredAt = (at: string): Observation => ({
  ...entered,
  answer: { at, text: "Se abrió otra ventanilla.", by: "c" },
});

it("is to be answered within ten working days (T24)", () => {
  // From 24 November on, weekends apart; the company counts the 25th.
  expect(lastDay).toBe("2026-12-07");
});

it.each<[Observation, string, string, string]>([
  [entered, "2026-12-07", "waiting", "on its last day"],
  [entered, "2026-12-08", "overdue", "the day after"],
  [answeredAt("2026-12-08T04:59:59.999Z"), "2027-01-01", "answered", "at the end of the last day in Lima"],
  [answeredAt("2026-12-08T05:00:00.000Z"), "2026-12-08", "answered-late", "a moment later"],
])("has the state of its answer and day: %#", (observation, today, state) => {
  expect(observationState(observation, lastDay, calendarDay(today))).toBe(state);
});
