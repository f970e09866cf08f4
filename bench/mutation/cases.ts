import { expect } from "vitest";

/** Stands for "vitest" in the tests that judge mutants: what they use of it, collected without running. */

export { expect };

export interface Case {
  readonly name: string;
  readonly run: () => unknown;
}

let cases: Case[] = [];
let suites: readonly string[] = [];

type Body = (...row: readonly unknown[]) => unknown;

/** The body stands last, or before a limit of time. */
function bodyOf(rest: readonly unknown[]): Body {
  const body = rest.find((one): one is Body => typeof one === "function");
  if (!body) throw new TypeError("a test without a body");
  return body;
}

/** Calls back for each row, as `each` of vitest does: a row that is a list gives several values. */
function mapWithConcurrency(add: (name: string, body: Body) => void) {
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
  each: mapWithConcurrency(addCase),
});

export const describe = Object.assign((name: string, ...rest: readonly unknown[]) => addSuite(name, bodyOf(rest)), {
  each: mapWithConcurrency(addSuite),
});

/** The cases of a test file, which is evaluated now if it was not before. */
export async function casesOf(url: string): Promise<readonly Case[]> {
  cases = [];
  await import(url);
  return cases;
}
