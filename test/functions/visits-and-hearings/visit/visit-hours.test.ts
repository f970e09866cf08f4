import { expect, it } from "vitest";
import { contradictsFiles } from "../../../../functions/visits-and-hearings/visit/visit-hours.ts";

const startedAt = "2026-11-26T13:10:00.000Z";
const endedAt = "2026-11-26T13:40:00.000Z";

it.each([
  ["no file", {}, [], false],
  ["made in the visit", { endedAt }, ["2026-11-26T13:20:00.000Z"], false],
  ["a quarter of an hour before", { endedAt }, ["2026-11-26T12:55:00.000Z"], false],
  ["more than a quarter of an hour before", { endedAt }, ["2026-11-26T12:54:59.000Z"], true],
  ["a quarter of an hour after", { endedAt }, ["2026-11-26T13:55:00.000Z"], false],
  ["more than a quarter of an hour after", { endedAt }, ["2026-11-26T13:20:00.000Z", "2026-11-26T13:55:01.000Z"], true],
  ["the day before, by a clock that was wrong", { endedAt }, ["2026-11-25T13:20:00.000Z"], true],
  ["two hours later, without an end", {}, ["2026-11-26T15:25:00.000Z"], false],
  ["later than a visit lasts, without an end", {}, ["2026-11-26T15:25:01.000Z"], true],
] as const)("files contradict the hours of a visit: %s", (_what, ended, takenAt, contradicted) => {
  expect(contradictsFiles({ startedAt, ...ended }, takenAt)).toBe(contradicted);
});
