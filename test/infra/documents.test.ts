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

it("the runbook states how long an attachment and a dead letter stay, as the templates do", () => {
  const [rule] = resource(templates, bucketIds.quarantine).Properties.LifecycleConfiguration.Rules;
  const kept = deadLetterIds.map((id) => resource(templates, id).Properties.MessageRetentionPeriod / 86_400);
  expect(new Set(kept).size).toBe(1);
  expect(page("runbooks/dead-letters.md")).toContain(
    `An attachment stays in quarantine for ${rule.ExpirationInDays} days`,
  );
  expect(page("runbooks/dead-letters.md")).toContain(`Dead letters are kept ${kept[0]} days`);
  expect(rule.ExpirationInDays).toBeGreaterThan(kept[0]!);
});

it("the deployment page says that the edge's log has no paths, as the templates do", () => {
  const fields = all(templates, "AWS::Logs::Delivery").flatMap(([, { Properties }]) => Properties.RecordFields);
  expect(fields).toContain("c-ip");
  expect(fields.filter((field: string) => field.startsWith("cs-uri"))).toEqual([]);
  expect(page("deploying.md")).toContain("requests, by address, without their paths");
});

it("the runbook asks for a key by its ARN: there is no alias", () => {
  expect(all(templates, "AWS::KMS::Alias")).toEqual([]);
  expect(page("runbooks/check-a-seal.md")).not.toContain("<alias");
});

it("every bucket with a fixed name is listed among those to delete before a stage is created again", () => {
  const fixed = all(templates, "AWS::S3::Bucket").filter(([, { Properties }]) => Properties.BucketName);
  expect(fixed.map(([id]) => id).toSorted()).toEqual(Object.values(bucketIds).toSorted());
  const [, taking = ""] = page("deploying.md").split("## Taking a stage away");
  for (const name of Object.keys(bucketIds)) expect(taking).toContain(`-${name}-`);
});
