import { expect } from "vitest";

/**
 * Stands in for "vitest" in the tests that judge mutants. It has the part of "vitest" that they use, and collects their
 * cases instead of running them.
 */

export { expect };

export interface Case {
  readonly name: string;
  readonly run: () => unknown;
}

let cases: Case[] = [];
let suites: readonly string[] = [];

type Body = (...row: readonly unknown[]) => unknown;

/** Returns the body of a test, which is the last argument or the one before a time limit. */
function bodyOf(rest: readonly unknown[]): Body {
  const body = rest.find((one): one is Body => typeof one === "function");
  if (!body) throw new TypeError("a test has no body");
  return body;
}

/** Adds a case or suite for each row, as vitest's `each` does: a row that is a list gives several values. */
function eachRow(add: (name: string, body: Body) => void) {
  return (rows: readonly unknown[]) =>
    (name: string, ...rest: readonly unknown[]) => {
      const body = bodyOf(rest);
      for (const [index, row] of rows.entries()) {
        add(`${name} [${index}]`, () => body(...(Array.isArray(row) ? row : [row])));
      }
    };
}

function addCase(name: string, run: Body): void {
  cases.push({ name: [...suites, name].join(" > "), run });
}

function addSuite(name: string, body: Body): void {
  const around = suites;
  suites = [...around, name];
  body();
  suites = around;
}

export const it = Object.assign((name: string, ...rest: readonly unknown[]) => addCase(name, bodyOf(rest)), {
  each: eachRow(addCase),
});

export const describe = Object.assign((name: string, ...rest: readonly unknown[]) => addSuite(name, bodyOf(rest)), {
  each: eachRow(addSuite),
});

/** Returns the cases of a test file. A file that was evaluated before is not evaluated again and gives none. */
export async function casesOf(url: string): Promise<readonly Case[]> {
  cases = [];
  await import(url);
  return cases;
}
