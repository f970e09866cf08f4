import { expect, it } from "vitest";
import { cursorAfter, cursorOf, idForm, positionIn, readCursor } from "../../../functions/runtime/cursor.ts";

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

it.each([
  ["no cursor", undefined, { ok: true, value: undefined }],
  ["an id's cursor", cursorOf("01jd"), { ok: true, value: "01jd" }],
  ["another position's", cursorOf("01jd#1"), { ok: false, error: "malformed-cursor" }],
  ["text that is none", "¿?", { ok: false, error: "malformed-cursor" }],
])("a request with %s", (_, cursor, expected) => {
  expect(positionIn(cursor, idForm)).toEqual(expected);
});

it("only a full page has a cursor, of its last row", () => {
  expect(cursorAfter(["a", "b"], 2, (id) => id)).toEqual({ cursor: cursorOf("b") });
  expect(cursorAfter(["a", "b"], 3, (id) => id)).toEqual({});
  expect(cursorAfter([], 0, (id) => id)).toEqual({});
});
