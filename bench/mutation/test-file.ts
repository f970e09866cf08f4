import { registerHooks } from "node:module";
import { performance } from "node:perf_hooks";
import { pathToFileURL } from "node:url";
import { type TestResult, TestStatus } from "@stryker-mutator/api/test-runner";
import fc from "fast-check";
import { casesOf } from "./cases.ts";

/** The global that Stryker's switches in the mutated sources read and count in. */
interface Switches {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: { static: Record<string, number>; perTest: Record<string, Record<string, number>> };
}

export const switches: Switches = {};
Object.assign(globalThis, { __stryker__: switches });

// The first counter-example finds a mutant, and the fixed seed finds it again by the same.
fc.configureGlobal({ endOnFailure: true, seed: 20_261_125 });

const standIn = new URL("cases.ts", import.meta.url).href;

/** The modules that each module imports, by their URLs. */
const imports = new Map<string, Set<string>>();

/** The source to evaluate again, with all that imports it, and the ending that their URLs get. */
let anew: { readonly source: string; readonly ending: string } | undefined;

const plain = (url: string) => url.replace(/\?.*$/, "");

function resolved(parent: string, url: string): string {
  if (anew) return reaches(plain(url), anew.source) ? `${plain(url)}${anew.ending}` : url;
  // The stand-in imports the test files only to evaluate them: it does not depend on them.
  if (parent !== standIn) imports.set(parent, (imports.get(parent) ?? new Set()).add(url));
  return url;
}

registerHooks({
  resolve(specifier, context, next) {
    if (specifier === "vitest" && context.parentURL !== standIn) {
      return { url: standIn, format: "module", shortCircuit: true };
    }
    const found = next(specifier, context);
    return { ...found, url: context.parentURL ? resolved(context.parentURL, found.url) : found.url };
  },
});

/** Whether a module imports another, directly or through others. */
function reaches(from: string, to: string): boolean {
  const seen = new Set([from]);
  for (const module of seen) for (const one of imports.get(module) ?? []) seen.add(one);
  return seen.has(to);
}

/** Whether a test file that was evaluated imports a source, directly or through others. */
export function concerns(file: string, source: string): boolean {
  return reaches(pathToFileURL(file).href, pathToFileURL(source).href);
}

/** A test that can be run once for each mutant. */
export interface Test {
  readonly id: string;
  readonly file: string;
  run(): Promise<TestResult>;
  /** Milliseconds of processor time of its last run that passed; 0 before. */
  spent(): number;
}

/** Returns the tests of a file, which is evaluated now. */
export async function testsOf(file: string): Promise<readonly Test[]> {
  return (await casesOf(pathToFileURL(file).href)).map(({ name, run }) => {
    const given = { id: `${file}#${name}`, name, fileName: file };
    let spentMs = 0;
    return {
      id: given.id,
      file,
      spent: () => spentMs,
      run: async () => {
        const started = performance.now();
        const before = process.cpuUsage();
        if (switches.hitCount !== undefined) switches.hitCount = 0;
        try {
          await run();
          const { user, system } = process.cpuUsage(before);
          spentMs = (user + system) / 1000;
          return { ...given, status: TestStatus.Success, timeSpentMs: performance.now() - started };
        } catch (error) {
          const failureMessage = error instanceof Error ? error.message : String(error);
          return { ...given, status: TestStatus.Failed, timeSpentMs: performance.now() - started, failureMessage };
        }
      },
    };
  });
}

/**
 * Evaluates again `source` and every module that imports it, the test file included, and returns the file's tests.
 * `name` must be new for each call: with a used one nothing is evaluated and no tests are returned.
 */
export async function testsAnew(file: string, source: string, name: string): Promise<readonly Test[]> {
  anew = { source: pathToFileURL(source).href, ending: `?${name}` };
  try {
    return await testsOf(file);
  } finally {
    anew = undefined;
  }
}

/** Runs tests in order until one fails, and returns the results. */
export async function untilFailure(tests: readonly Test[]): Promise<TestResult[]> {
  const results: TestResult[] = [];
  for (const test of tests) {
    const result = await test.run();
    results.push(result);
    if (result.status === TestStatus.Failed) break;
  }
  return results;
}
