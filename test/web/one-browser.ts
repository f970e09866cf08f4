import type { TestProject } from "vitest/node";
import { type BrowserProgram, browserProgram } from "../chromium.ts";
import { launched } from "./launched.ts";

/** The program that opens the pages of a run, or why none can. */
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

/** Looks for a browser before the tests and starts it once. `CAUDAL_TEST_BROWSER=required` is a run that must have one. */
export async function setup(project: TestProject): Promise<void> {
  const browser = await found();
  if ("lacking" in browser && process.env["CAUDAL_TEST_BROWSER"] === "required") throw new Error(browser.lacking);
  project.provide("browser", browser);
}
