import { globSync } from "node:fs";
import { basename } from "node:path";
import { declareFactoryPlugin, PluginKind } from "@stryker-mutator/api/plugin";
import {
  type DryRunOptions,
  type DryRunResult,
  DryRunStatus,
  determineHitLimitReached,
  type MutantRunOptions,
  type MutantRunResult,
  MutantRunStatus,
  type TestResult,
  type TestRunner,
  TestStatus,
  toMutantRunResult,
} from "@stryker-mutator/api/test-runner";
import { concerns, switches, type Test, testsAnew, testsOf, untilFailure } from "./test-file.ts";

/** The tests that judge mutants of the domain: the law's tests that are fast and need no store. */
const patterns = ["test/shared/domain/**/*.test.ts", "test/law/vectors.test.ts"];

/**
 * Returns how many times one test may run through a mutant before that is taken for an endless loop: a hundredth of
 * Stryker's limit, which is as often as all tests do unmutated; at least 20,000 and at most 500,000 times. Unmutated,
 * no test runs through one mutant more than 200,000 times.
 */
function hitsOf(hitLimit: number): number {
  const [fewest, most] = [20_000, 500_000];
  return Math.min(most, Math.max(fewest, hitLimit / 100));
}

/** In milliseconds. Slower tests do not judge a mutant that needs modules evaluated again: they find few of those. */
const slow = 200;

/** Compares so that items with `isFirst` come first and the others keep their order. */
function first<Item>(isFirst: (item: Item) => boolean) {
  return (a: Item, b: Item) => Number(isFirst(b)) - Number(isFirst(a));
}

/** Whether a test file is named after the source. */
const isOf = (source: string) => (file: string) => basename(file) === basename(source).replace(/\.ts$/, ".test.ts");

/**
 * Runs the domain's tests in Stryker's own process. They are pure, so each test file is evaluated once, and a mutant
 * costs only the tests that reach it; Vitest's own runner starts a worker for each file and mutant. If a mutant acts
 * while its source is evaluated and no test found it, the source and the modules that import it are evaluated again.
 */
class DomainTestRunner implements TestRunner {
  readonly #files = globSync(patterns).toSorted();
  #tests: readonly Test[] | undefined;

  capabilities() {
    return { reloadEnvironment: true };
  }

  async #evaluated(): Promise<readonly Test[]> {
    if (!this.#tests) {
      const tests: Test[] = [];
      for (const file of this.#files) tests.push(...(await testsOf(file)));
      this.#tests = tests;
    }
    return this.#tests;
  }

  async dryRun({ files: sources = [] }: DryRunOptions): Promise<DryRunResult> {
    const results: TestResult[] = [];
    const tests = await this.#evaluated();
    const concerned = new Set(this.#files.filter((file) => sources.some((source) => concerns(file, source))));
    for (const test of tests.filter(({ file }) => concerned.has(file))) {
      switches.currentTestId = test.id;
      results.push(await test.run());
      switches.currentTestId = undefined;
    }
    const { mutantCoverage } = switches;
    return { status: DryRunStatus.Complete, tests: results, ...(mutantCoverage && { mutantCoverage }) };
  }

  async mutantRun({
    activeMutant,
    testFilter,
    sandboxFileName,
    ...options
  }: MutantRunOptions): Promise<MutantRunResult> {
    const hitLimit = options.hitLimit && hitsOf(options.hitLimit);
    const all = await this.#evaluated();
    const isOwn = isOf(sandboxFileName);
    const wanted = new Set(testFilter);
    const tests = all
      .filter(({ id, file }) => (testFilter ? wanted.has(id) : isOwn(file)))
      .toSorted((a, b) => a.spent() - b.spent())
      .toSorted(first(({ file }) => isOwn(file)));
    Object.assign(switches, { activeMutant: activeMutant.id, hitCount: 0, hitLimit });
    const found = this.#judged(await untilFailure(tests), hitLimit);
    const result =
      testFilter || found.status !== MutantRunStatus.Survived
        ? found
        : await this.#fromTheStart(activeMutant.id, hitLimit, sandboxFileName);
    Object.assign(switches, { activeMutant: undefined, hitCount: undefined, hitLimit: undefined });
    return result;
  }

  /**
   * Judges a mutant that is active while its source is evaluated. Evaluates the source and all that imports it again,
   * and runs the tests that reach the source until one fails; leaves out the tests slower than `slow`.
   */
  async #fromTheStart(id: string, hitLimit: number | undefined, source: string): Promise<MutantRunResult> {
    const files = this.#files.filter((file) => concerns(file, source)).toSorted(first(isOf(source)));
    const isSlow = new Set((await this.#evaluated()).filter((test) => test.spent() > slow).map((test) => test.id));
    const results: TestResult[] = [];
    try {
      for (const file of files) {
        const tests = await testsAnew(file, source, `mutant-${id}`);
        results.push(...(await untilFailure(tests.filter((test) => !isSlow.has(test.id)))));
        if (results.at(-1)?.status === TestStatus.Failed) break;
      }
    } catch (error) {
      return { status: MutantRunStatus.Error, errorMessage: String(error) };
    }
    return this.#judged(results, hitLimit);
  }

  #judged(tests: TestResult[], hitLimit: number | undefined): MutantRunResult {
    const timeout = determineHitLimitReached(switches.hitCount, hitLimit);
    return toMutantRunResult(timeout ?? { status: DryRunStatus.Complete, tests });
  }
}

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, "domain", () => new DomainTestRunner())];
