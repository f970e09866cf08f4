import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

/** Words that gave way to another (`docs/glossary.md`), where they stand in code, comments and test names. */
const retired: readonly (readonly [word: RegExp, instead: string])[] = [
  [/\b(?:un)?[Tt]old\b|\b[Tt]ells?\b|\b[Tt]elling\b/, "notify, serve, publish, report, record, state"],
  [/\b[A-Z]\w*Desk\b(?!\w)/, "…Deps"],
  [/\b[Pp]apers\b/, "attachment, document"],
  [/\bguess(?:es|ed)?\b|[Ss]econdDatum|second datum/, "attempt, look-up credential"],
  [/\b[Ff]ates?\b|what became of/, "delivery outcome"],
  [/\b[Pp]ress\.ts|\bopenPress\b|\bbinder\b/, "pdf-renderer, pdf-merge, source pages"],
  [/\bwiring\b/, "permissions"],
  [/knowledge-shown|known-decision|unread-mailbox|taken-act|\bcomings\b|\bdisplaced\b|\bdefused\b/, "see the glossary"],
  [/\b[Ff]ilingId\b|\bFilingRecord\b|\bfilings-\w+/, "submission"],
];

/** Where such a word means something else. */
const allowed: readonly RegExp[] = [/\btell(?:s|ing)? (?:\w+ )?apart\b|\btold apart\b/];

const files = execFileSync("git", ["ls-files", "-z", "*.ts", "*.tsx"], { encoding: "utf8" })
  .split("\0")
  .filter((file) => file && file !== "test/lint/retired-words.test.ts" && !/generated/.test(file));

/** `file:line word` for each retired word in code or comments; Spanish sentences have none of them. */
function found(): readonly string[] {
  return files.flatMap((file) =>
    readFileSync(file, "utf8")
      .split("\n")
      .flatMap((line, at) =>
        retired.flatMap(([word, instead]) => {
          const hit = word.exec(line)?.[0];
          return hit === undefined || allowed.some((pattern) => pattern.test(line))
            ? []
            : [`${file}:${at + 1} ${hit} → ${instead}`];
        }),
      ),
  );
}

describe("words that gave way", () => {
  it("stand in no code, comment or test", () => {
    expect(found()).toEqual([]);
  });
});
