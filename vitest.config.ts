import { defineConfig } from "vitest/config";
import { findJava, javaPlaces } from "./local/java.ts";
import { temporaryFolder } from "./test/temporary-folder.ts";
import { isWhole } from "./test/whole.ts";

// Stores, browsers and stacks write what no test outlives: where memory can hold it, nothing waits for a disk.
process.env["TMPDIR"] = temporaryFolder();

/** Whole stacks, browsers and processes, each to itself. */
const stacks = ["test/{infra,journeys,local-seed,scripts}/**/*.test.ts", "test/local/*.test.ts"];
/** Pages in a browser: one of each per worker, which a test's tab leaves as it was. */
const pages = ["test/web/**/*.test.ts"];
const oneBrowser = "test/web/one-browser.ts";
/**
 * For a whole run: what walks every page in every condition, every step of a claim, every act of the desk, a day
 * without signal, or every branch, by two releases in turn or in browsers; is killed at every step, counts the law in
 * three time zones, looks for slow patterns, tries every rule of the cloud's templates, builds a clone, restores a
 * table, or sends to every route spoiled requests, and whole ones from strangers.
 */
const wholeInBrowsers = [
  "test/web/{api-clock,every-page,first-view}.test.ts",
  "test/web/site/{attachment/claim-attachment-states,claim/claim-{acts,states},problem/problem-pages}.test.ts",
  "test/web/site/filing/{claim-{step-states,without-account,wizard},keyboard-dispute}.test.ts",
  "test/web/desk/{case/{act-screens,sent-acts},receipt/consumption,sent-forms,visit/field,work/lists}.test.ts",
  "test/journeys/{claim-{in-browser,without-account},customer-and-billing,eight-minutes,field-day}.test.ts",
  "test/journeys/{out-of-hours,telephone-claim,who-runs-the-office}.test.ts",
];
const wholeElsewhere = [
  "test/infra/nag.test.ts",
  "test/journeys/{killed-*,canaries,claim-lives,crash-points,handed-over,living-office,malformed,replay,rights,strangers}.test.ts",
  "test/journeys/two-releases.test.ts",
  "test/law/three-zones.test.ts",
  "test/lint/slow-patterns.test.ts",
  "test/scripts/{clean-clone,release-before,restore-drill}.test.ts",
];
const whole = [...wholeInBrowsers, ...wholeElsewhere];
/** A browser's page may lose a race on a busy machine. The last lines of `npm test` name what needed a second try. */
const secondTry = { retry: 1 };
/** A stack that starts, or a step of a journey, takes a second on a free machine and many on a busy one. */
const patience = { testTimeout: 240_000, hookTimeout: 240_000 };
/** What reads and writes tables, all on one server, each file on tables of its own; and the local store of files. */
const stores = [
  "test/functions/**/*.test.ts",
  "test/shared/{casework,storage}/**/*.test.ts",
  "test/local/s3/**/*.test.ts",
];

/** A whole run tests the stores on DynamoDB Local too, where there is a Java for it. */
const onDynamoDbLocal = isWhole && findJava(javaPlaces()) !== undefined;

export default defineConfig({
  test: {
    // A page that loads its parts on a busy machine takes more than the second that a poll waits otherwise.
    expect: { requireAssertions: true, poll: { timeout: 10_000 } },
    // One more than processors: a test of a page or a stack also waits.
    maxWorkers: 3,
    setupFiles: "test/quiet-log.ts",
    // Below it a test is not named on the screen unless it fails.
    slowTestThreshold: 10_000,
    testTimeout: 40_000,
    hookTimeout: 40_000,
    projects: [
      {
        extends: true,
        test: { name: "stacks", include: stacks, exclude: whole, globalSetup: oneBrowser, ...patience },
      },
      { extends: true, test: { name: "whole", include: wholeElsewhere, globalSetup: oneBrowser, ...patience } },
      {
        extends: true,
        test: {
          name: "whole-browsers",
          include: wholeInBrowsers,
          globalSetup: oneBrowser,
          ...patience,
          ...secondTry,
        },
      },
      {
        extends: true,
        test: { name: "pages", include: pages, exclude: whole, isolate: false, globalSetup: oneBrowser, ...secondTry },
      },
      {
        extends: true,
        test: {
          name: "stores",
          include: stores,
          isolate: false,
          globalSetup: "test/shared/storage/one-server.ts",
        },
      },
      ...(onDynamoDbLocal
        ? [
            {
              extends: true as const,
              test: {
                name: "stores on DynamoDB Local",
                include: ["test/shared/storage/**/*.test.ts"],
                isolate: false,
                globalSetup: "test/shared/storage/one-dynamodb-local.ts",
              },
            },
          ]
        : []),
      // Pure functions leave nothing behind: their modules are loaded once per worker.
      {
        extends: true,
        test: {
          name: "pure",
          include: ["test/**/*.test.ts"],
          exclude: [...stacks, ...pages, ...stores, ...whole],
          isolate: false,
        },
      },
    ],
  },
});
