import { describe, expect, it } from "vitest";
import { functionIndexes, mostIndexLines, productFiles } from "./house.ts";

/** A longer file holds more than one subject. */
const mostLines = 500;

describe("TypeScript of the product", () => {
  it(`has ${mostLines} lines at most in each file that is not generated`, () => {
    const files = productFiles();
    expect(files.length).toBeGreaterThan(700);
    expect(files.filter(({ lines }) => lines > mostLines)).toEqual([]);
  });

  it(`has ${mostIndexLines} lines at most in each function's index.ts`, () => {
    const indexes = functionIndexes();
    expect(indexes.length).toBeGreaterThan(20);
    expect(indexes.filter(({ lines }) => lines > mostIndexLines)).toEqual([]);
  });
});
