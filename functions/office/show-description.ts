import { readFileSync } from "node:fs";
import * as z from "zod";
import { showDescription as route } from "../../shared/contract/office-routes.ts";
import { ok } from "../../shared/domain/case/result.ts";
import { serve } from "../runtime/serve.ts";

const description = z.record(z.string(), z.unknown());

/**
 * Answers the OpenAPI description that the build wrote to `file`; the file is read at the first request and then kept
 * in memory. Throws if the file is missing or is no JSON object.
 */
export const showDescription = (file: string) => {
  let read: Record<string, unknown> | undefined;
  return serve(route, async () => {
    read ??= description.parse(JSON.parse(readFileSync(file, "utf8")));
    return ok(read);
  });
};
