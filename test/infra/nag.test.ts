import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "aws-cdk-lib";
import { CfnRoute } from "aws-cdk-lib/aws-apigatewayv2";
import { CfnPolicy } from "aws-cdk-lib/aws-iam";
import { Bucket } from "aws-cdk-lib/aws-s3";
import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import type { Construct } from "constructs";
import { afterAll, describe, expect, it } from "vitest";
import { accepted } from "../../infra/accepted-findings.ts";
import { acceptedFile, findingsOf } from "../../infra/nag.ts";
import { composePipeline } from "../../infra/pipeline.ts";
import { settings } from "../../settings.ts";
import { composed } from "./templates.ts";

const folder = mkdtempSync(join(tmpdir(), "caudal-nag-"));
afterAll(() => rmSync(folder, { recursive: true }));

const production = () => composed(folder, { stage: "prod", settings: settings.prod });

function pipeline(): App {
  const app = new App();
  composePipeline(app, { repository: "eps/caudal", deploys: "prod" });
  return app;
}

describe("what is accepted of cdk-nag's findings", () => {
  it("are thirty lines at most, each with a reason", () => {
    expect(accepted.length).toBeLessThanOrEqual(30);
    expect(accepted.filter(({ because }) => because.length < 40)).toEqual([]);
  });

  it("leaves nothing else to find, and each line is needed", () => {
    const judged = [production().app, pipeline()].map(findingsOf);
    expect(judged.flatMap(({ violations }) => violations)).toEqual([]);
    const unused = accepted.filter((_, at) => judged.every(({ accepted: lines }) => lines[at]?.on.length === 0));
    expect(unused).toEqual([]);
  });

  it("stands with the resources in the assembly", () => {
    const { app } = production();
    app.synth();
    const written: { rule: string; on: string[] }[] = JSON.parse(readFileSync(join(app.outdir, acceptedFile), "utf8"));
    expect(written.find(({ rule }) => rule === "AwsSolutions-COG2")?.on).toEqual([
      "caudal-prod-data/People/Customers/Resource",
    ]);
  });
});

type Stacks = ReturnType<typeof composed>["stacks"];

it.each<[what: string, rule: string, add: (stacks: Stacks) => Construct]>([
  [
    "a function's right on a whole bucket",
    "AwsSolutions-IAM5[Resource::arn:aws:s3:::caudal-prod-evidence-1/*]",
    ({ service }) =>
      new CfnPolicy(service.node.findChild("claims").node.findChild("Role"), "More", {
        policyName: "more",
        policyDocument: {
          Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::caudal-prod-evidence-1/*" }],
        },
      }),
  ],
  ["a bucket without access logs", "AwsSolutions-S1", ({ data }) => new Bucket(data, "Unlogged")],
  [
    "a bucket that is not copied",
    "NIST.800.53.R5-S3BucketReplicationEnabled",
    ({ data }) => new Bucket(data, "Uncopied"),
  ],
  ["a secret that never changes", "AwsSolutions-SMG4", ({ service }) => new Secret(service, "Eternal")],
  [
    "an open route that the contract does not have",
    "AwsSolutions-APIG4",
    ({ routes }) =>
      new CfnRoute(routes, "Backdoor", { apiId: "api", routeKey: "GET /api/backdoor", authorizationType: "NONE" }),
  ],
])("%s is found", (_, rule, add) => {
  const { app, stacks } = production();
  const { path } = add(stacks).node;
  const found = findingsOf(app).violations.find(({ ruleName }) => ruleName === rule);
  expect(found?.violatingResources.map(({ constructPath }) => constructPath)).toEqual([expect.stringContaining(path)]);
});
