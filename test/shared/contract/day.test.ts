import { expect, it } from "vitest";
import { day } from "../../../shared/contract/visit/fields.ts";

it.each([
  ["", "Falta la fecha."],
  ["  ", "Falta la fecha."],
  ["2026-02-31", '"2026-02-31" no es una fecha. Escríbela como AAAA-MM-DD.'],
  ["1991-12-31", "El calendario va de 1992 a 2100."],
])("the day %j is refused with a sentence that says what to write", (typed, message) => {
  expect(day.safeParse(typed).error?.issues[0]?.message).toBe(message);
});
