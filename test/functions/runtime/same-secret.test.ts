import { expect, it } from "vitest";
import { isSameSecret } from "../../../functions/runtime/same-secret.ts";

it.each([
  ["K7QF2M9X", "K7QF2M9X", true],
  ["K7QF2M9X", "K7QF2M9Y", false],
  ["K7QF2M9X", "K7QF", false],
  ["", "K7QF2M9X", false],
])("«%s» and «%s» are the same: %s", (said, known, same) => {
  expect(isSameSecret(said, known)).toBe(same);
});
