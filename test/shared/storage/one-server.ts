import type { TestProject } from "vitest/node";
import { findStoreProgram } from "../../../local/store-program.ts";
import { startedServer } from "./served-tables.ts";

/** Starts the one table server that all store tests of a run share, the program that `npm start` takes too. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { stop, ...server } = await startedServer(findStoreProgram(() => {}));
  project.provide("tableServer", server);
  return stop;
}
