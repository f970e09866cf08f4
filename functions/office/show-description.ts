import { readFileSync } from "node:fs";
import * as z from "zod";
import { showDescription as route } from "../../shared/contract/office-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";

const description = z.record(z.string(), z.unknown());

/**
 * Answers the OpenAPI description from the file that the build wrote, which is read at the first request: made here, it
 * would bring every route into this function. Throws if the file is missing or malformed.
 */
export const showDescription = (file: string) => {
  let read: Record<string, unknown> | undefined;
  return serve(route, async () => {
    read ??= description.parse(JSON.parse(readFileSync(file, "utf8")));
    return ok(read);
  });
};
