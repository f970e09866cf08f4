import { expect, it } from "vitest";
import { cursorOf, readCursor } from "../../../functions/runtime/cursor.ts";

it.each(["2026-11-23#01jd", "2026-11-23T15:00:00.000Z#año", ""])(
  "the position %j comes back from its cursor",
  (text) => {
    expect(cursorOf(text)).toMatch(/^[\w-]*$/);
    expect(readCursor(cursorOf(text))).toBe(text);
  },
);

it("a cursor that nobody made is some text, which no list takes for a position", () => {
  expect(readCursor("¿?")).toBe("");
});
