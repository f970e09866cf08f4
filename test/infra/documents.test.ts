import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { root } from "../../scripts/bundle.ts";
import { bucketIds, deadLetterIds } from "./rules/stateful.ts";
import { all, resource, synthesized } from "./templates.ts";

const folder = mkdtempSync(join(tmpdir(), "caudal-documents-"));
afterAll(() => rmSync(folder, { recursive: true }));
const templates = synthesized(folder);
const page = (name: string): string => readFileSync(join(root, "docs", name), "utf8").replaceAll(/\s+/g, " ");

it("what operators read of how long a paper and a dead letter stay is what the templates say", () => {
  const [rule] = resource(templates, bucketIds.quarantine).Properties.LifecycleConfiguration.Rules;
  const kept = deadLetterIds.map((id) => resource(templates, id).Properties.MessageRetentionPeriod / 86_400);
  expect(new Set(kept).size).toBe(1);
  expect(page("runbooks/dead-letters.md")).toContain(
    `An attachment stays in quarantine for ${rule.ExpirationInDays} days`,
  );
  expect(page("runbooks/dead-letters.md")).toContain(`Dead letters are kept ${kept[0]} days`);
  expect(rule.ExpirationInDays).toBeGreaterThan(kept[0]!);
});

it("what they read of the edge's log is what is in it: no path", () => {
  const fields = all(templates, "AWS::Logs::Delivery").flatMap(([, { Properties }]) => Properties.RecordFields);
  expect(fields).toContain("c-ip");
  expect(fields.filter((field: string) => field.startsWith("cs-uri"))).toEqual([]);
  expect(page("deploying.md")).toContain("requests, by address, without their paths");
});

it("a key is asked for by what it has: there is no alias", () => {
  expect(all(templates, "AWS::KMS::Alias")).toEqual([]);
  expect(page("runbooks/check-a-seal.md")).not.toContain("<alias");
});

it("every bucket of a fixed name is among those to take away before a stage is made again", () => {
  const fixed = all(templates, "AWS::S3::Bucket").filter(([, { Properties }]) => Properties.BucketName);
  expect(fixed.map(([id]) => id).toSorted()).toEqual(Object.values(bucketIds).toSorted());
  const [, taking = ""] = page("deploying.md").split("## Taking a stage away");
  for (const name of Object.keys(bucketIds)) expect(taking).toContain(`-${name}-`);
});
