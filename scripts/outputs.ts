import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import type { Stage } from "../settings.ts";
import { root } from "./bundle.ts";

const outputs = z.record(z.string(), z.record(z.string(), z.string()));

/**
 * Returns the value of an output of a stage's data stack, as the last deployment from this checkout wrote it to `file`.
 * Returns undefined if there is no such file or no such output.
 */
export function outputOf(
  stage: Stage,
  name: "ClaimsTable" | "BillingTable" | "EvidenceBucket",
  file = join(root, "build", `outputs-${stage}.json`),
): string | undefined {
  if (!existsSync(file)) return undefined;
  return outputs.parse(JSON.parse(readFileSync(file, "utf8")))[`caudal-${stage}-data`]?.[name];
}
