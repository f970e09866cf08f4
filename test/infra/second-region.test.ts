import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Template } from "aws-cdk-lib/assertions";
import { afterAll, describe, expect, it } from "vitest";
import { reasonsAgainst } from "../../infra/deploy-refusals.ts";
import { findingsOf } from "../../infra/nag.ts";
import { settings } from "../../settings.ts";
import { composed, type Resource } from "./templates.ts";

const folder = mkdtempSync(join(tmpdir(), "caudal-second-"));
afterAll(() => rmSync(folder, { recursive: true }));

const real = {
  account: "111122223333",
  ...settings.second,
  mailSender: "reclamos@eps.test",
  alarmAddress: "guardia@eps.test",
};

describe("the stage that takes the place of production in the second Region", () => {
  const { app, stacks } = composed(folder, { stage: "second", settings: settings.second });
  const { data, service, routes, copies } = stacks;
  const templates = [data, service, routes].map((stack) => Template.fromStack(stack).toJSON());
  const resources: Resource[] = templates.flatMap(({ Resources }) => Object.values(Resources as object));

  it("is composed there, of all stacks but the copies, and protected as production is", () => {
    expect([data, service, routes].map(({ region }) => region)).toEqual(["us-west-2", "us-west-2", "us-west-2"]);
    expect([data, service, routes].map(({ terminationProtection }) => terminationProtection)).toEqual([
      true,
      true,
      true,
    ]);
    expect(copies).toBe(undefined);
    expect(settings.second.region).toBe(settings.prod.copiesRegion);
    expect(settings.second.evidenceLock).toEqual(settings.prod.evidenceLock);
  });

  it("takes no name that production may still have, and asks nothing of its Region", () => {
    expect(JSON.stringify(templates)).not.toMatch(/caudal-prod|us-east-1(?!; empty for none)/);
    const buckets = resources.filter(({ Type }) => Type === "AWS::S3::Bucket").map(({ Properties }) => Properties);
    expect(JSON.stringify(buckets.map(({ BucketName }) => BucketName))).toContain("caudal-second-evidence-");
  });

  it("has the site's firewall once somebody states one of us-east-1, and is served without it until then", () => {
    const [distribution] = resources.filter(({ Type }) => Type === "AWS::CloudFront::Distribution");
    const { WebACLId } = distribution?.Properties.DistributionConfig ?? {};
    expect(WebACLId["Fn::If"].slice(1)).toEqual([{ Ref: "EdgeFirewall" }, { Ref: "AWS::NoValue" }]);
    expect(templates[1]?.["Parameters"].EdgeFirewall).toMatchObject({ Type: "String", Default: "" });
    const scopes = resources
      .filter(({ Type }) => Type === "AWS::WAFv2::WebACL")
      .map(({ Properties }) => Properties.Scope);
    expect(scopes).toEqual(["REGIONAL"]);
  });

  it("has nothing that cdk-nag finds in it and nobody accepted", () => {
    expect(findingsOf(app).violations).toEqual([]);
  });

  it("is refused while a value of the tenant is an assumption, as production is", () => {
    const open = [{ path: "name", status: "assumed", source: "an assumption" }] as const;
    expect(reasonsAgainst("second", real, open)).toHaveLength(1);
    expect(reasonsAgainst("second", real, [])).toEqual([]);
  });
});
