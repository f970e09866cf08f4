import { expect, it } from "vitest";
import {
  besideName,
  type FoliatedPiece,
  folioText,
  goesBeside,
  isGuarded,
} from "../../../../shared/domain/case-copy/case-copy.ts";

it.each([
  ["tribunal", false],
  ["print", false],
  ["third-party", true],
  ["claimant", true],
] as const)("the copy for %s is of somebody who may not read all: %s", (kind, guarded) => {
  expect(isGuarded(kind)).toBe(guarded);
});

it.each<[Omit<FoliatedPiece, "piece" | "folios">, boolean]>([
  [{ state: "whole" }, false],
  [{ state: "masked" }, false],
  [{ state: "beside" }, true],
  [{ state: "whole", signed: true }, true],
  [{ state: "whole", drawn: true }, true],
])("a piece that is %j goes beside: %s", (piece, beside) => {
  expect(goesBeside(piece)).toBe(beside);
});

it.each([
  [12, "foto.HEIC", "adjunto-0012.heic"],
  [3, "recibo.de.octubre.pdf", "adjunto-0003.pdf"],
  [12345, "foto.jpeg", "adjunto-12345.jpeg"],
  [7, "sin extensión", "adjunto-0007"],
  [7, "a.b c", "adjunto-0007"],
  [7, "a.largos", "adjunto-0007"],
])("piece %i, %j, is called %j", (piece, fileName, name) => {
  expect(besideName(piece, fileName)).toBe(name);
});

it.each([
  [123, 123, "000123"],
  [123, 125, "000123 a 000125"],
])("folios %i to %i are written %j", (from, to, text) => {
  expect(folioText({ from, to })).toBe(text);
});
