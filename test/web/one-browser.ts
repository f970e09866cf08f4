import type { TestProject } from "vitest/node";
import { type BrowserProgram, browserProgram } from "../chromium.ts";
import { launched } from "./launched.ts";

/** The browser that opens the pages of a run, or why none can be started. */
export type FoundBrowser = BrowserProgram | { readonly lacking: string };

declare module "vitest" {
  interface ProvidedContext {
    browser: FoundBrowser;
  }
}

async function found(): Promise<FoundBrowser> {
  try {
    const program = await browserProgram();
    await (await launched(program)).close();
    return program;
  } catch (failure) {
    return { lacking: `no browser can be started here: ${String(failure).split("\n")[0]}` };
  }
}

/**
 * Starts one browser before the tests, if one is found. With `CAUDAL_TEST_BROWSER=required` the run fails without one.
 */
export async function setup(project: TestProject): Promise<void> {
  const browser = await found();
  if ("lacking" in browser && process.env["CAUDAL_TEST_BROWSER"] === "required") throw new Error(browser.lacking);
  project.provide("browser", browser);
}
