import type { TestProject } from "vitest/node";
import { findJava, javaPlaces } from "../../../local/java.ts";
import { dynamoDbLocalOn } from "../../../local/store-program.ts";
import { startedServer } from "./served-tables.ts";

/** Starts one DynamoDB Local for the store tests of a whole run: a second opinion beside dynoxide's. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const java = findJava(javaPlaces());
  if (!java) throw new Error("this project of tests is only there with a Java");
  const { stop, ...server } = await startedServer(dynamoDbLocalOn(java));
  project.provide("tableServer", server);
  return stop;
}
