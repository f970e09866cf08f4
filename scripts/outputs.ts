import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import type { Stage } from "../settings.ts";
import { root } from "./bundle.ts";

const outputs = z.record(z.string(), z.record(z.string(), z.string()));

/**
 * Returns an output of a stage's data stack as its last deployment from this checkout wrote it to `file`; undefined if
 * there is none.
 */
export function outputOf(
  stage: Stage,
  name: "ClaimsTable" | "BillingTable" | "EvidenceBucket",
  file = join(root, "build", `outputs-${stage}.json`),
): string | undefined {
  if (!existsSync(file)) return undefined;
  return outputs.parse(JSON.parse(readFileSync(file, "utf8")))[`caudal-${stage}-data`]?.[name];
}
