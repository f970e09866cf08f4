import { describe, expect, it } from "vitest";
import { productFiles } from "./house.ts";

/** A longer file holds more than one subject. */
const mostLines = 500;

describe("TypeScript of the product", () => {
  it(`has ${mostLines} lines at most in each file that is not generated`, () => {
    const files = productFiles();
    expect(files.length).toBeGreaterThan(700);
    expect(files.filter(({ lines }) => lines > mostLines)).toEqual([]);
  });
});
