import { spawnSync } from "node:child_process";
import type { AskAws } from "./second-region.ts";

/** What the command line says of what is not there. */
const notFound = /ResourceNotFoundException|does not exist|\(404\)|NoSuchBucket/;

/**
 * Asks by the command line `aws`, with the credentials in the environment.
 * @throws what it says, if it does not answer
 */
export const askByCommandLine: AskAws = async (region, ...words) => {
  const { status, stdout, stderr, error } = spawnSync("aws", [...words, "--region", region, "--output", "json"], {
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  if (status === 0) return JSON.parse(stdout.trim() || "{}");
  if (notFound.test(stderr ?? "")) return undefined;
  throw new Error(error?.message ?? stderr.trim());
};
