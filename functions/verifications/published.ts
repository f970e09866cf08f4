import { readFileSync } from "node:fs";
import { type PublishedRecord, publishedNames } from "../../shared/casework/case-copy/published-documents.ts";

const names: ReadonlySet<string | undefined> = new Set(publishedNames);
const texts = ["kind", "verificationCode", "sha256", "number", "issuedAt"] as const;

// Without a schema: it would be the only one that is built while the function starts.
function isPublished(value: Partial<PublishedRecord>): value is PublishedRecord {
  return (
    names.has(value.name) &&
    texts.every((field) => typeof value[field] === "string") &&
    typeof value.replaced === "boolean"
  );
}

/**
 * Returns the documents that the office publishes on its site, from the file `file` that the build wrote. Throws if the
 * file is missing or malformed.
 */
export function publishedIn(file: string): readonly PublishedRecord[] {
  const records: readonly Partial<PublishedRecord>[] = JSON.parse(readFileSync(file, "utf8"));
  if (!records.every(isPublished)) throw new Error(`${file} is malformed`);
  return records;
}
