import { readFileSync } from "node:fs";
import * as z from "zod";
import { type PublishedRecord, publishedNames } from "../../shared/casework/published-documents.ts";

const records = z.array(
  z.object({
    name: z.enum(publishedNames),
    kind: z.enum(["leaflet", "blank-form"]),
    verificationCode: z.string(),
    sha256: z.string(),
    number: z.string(),
    issuedAt: z.string(),
    replaced: z.boolean(),
  }),
);

/**
 * Returns the documents that the office publishes on its site, from the file `file` that the build wrote. Throws if the
 * file is missing or malformed.
 */
export function publishedIn(file: string): readonly PublishedRecord[] {
  return records.parse(JSON.parse(readFileSync(file, "utf8")));
}
