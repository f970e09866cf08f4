import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Template } from "aws-cdk-lib/assertions";
import { Queue } from "aws-cdk-lib/aws-sqs";
import { afterAll, describe, expect, it } from "vitest";
import type { Composition } from "../../infra/app.ts";
import { firstOf, stageOf } from "../../infra/stage.ts";
import { type StageSettings, settings } from "../../settings.ts";
import { alarmRules } from "./rules/alarms.ts";
import { apiRules } from "./rules/api.ts";
import { costRules } from "./rules/costs.ts";
import { functionRules } from "./rules/functions.ts";
import { queueRules } from "./rules/queues.ts";
import { runbookRules } from "./rules/runbooks.ts";
import { signInRules } from "./rules/sign-in.ts";
import { siteRules } from "./rules/site.ts";
import { stackRules } from "./rules/stacks.ts";
import { storageRules } from "./rules/storage.ts";
import { composed, functionNames, synthesized, type Templates } from "./templates.ts";

const folder = mkdtempSync(join(tmpdir(), "caudal-infra-"));
afterAll(() => rmSync(folder, { recursive: true }));

const templates = synthesized(folder);

describe.each([
  ...stackRules,
  ...functionRules,
  ...queueRules,
  ...storageRules,
  ...apiRules,
  ...signInRules,
  ...siteRules,
  ...alarmRules,
  ...costRules,
  ...runbookRules,
])("$name", ({ problems, breaches }) => {
  it("holds", () => {
    expect(problems(templates)).toEqual([]);
  });

  it.each(Object.entries(breaches))("notices %s", (_, breach) => {
    const spoilt = structuredClone(templates);
    breach(spoilt);
    expect(problems(spoilt)).not.toEqual([]);
  });
});

describe("a stage is not composed", () => {
  it("with a finding of cdk-nag that is not accepted", () => {
    const { app, stacks } = composed(folder);
    new Queue(stacks.data, "Careless");
    expect(() => app.synth()).toThrow(/AwsSolutions-SQS4[\s\S]*Serverless-SQSRedrivePolicy/);
  });

  it("in a Region where the firewall of CloudFront cannot live", () => {
    const elsewhere = { ...settings.dev, region: "sa-east-1" } as unknown as StageSettings;
    expect(() => composed(folder, { settings: elsewhere })).toThrow(/us-east-1 only.*sa-east-1\.$/);
  });

  it("without a function the contract has routes of", () => {
    expect(() => composed(folder, { functions: ["office"] })).toThrow("no functions/receipts/index.ts");
  });

  it("under a name settings.ts does not have", () => {
    expect(() => stageOf("test")).toThrow("no stage test");
  });
});

const production = composed(folder, { stage: "prod", settings: settings.prod }).stacks;

it("production cannot be deleted by one command", () => {
  expect(Object.values(production).map(({ terminationProtection }) => terminationProtection)).toEqual([
    true,
    true,
    true,
    true,
  ]);
});

it("nobody can delete evidence of production for ten years", () => {
  const buckets = Object.values(Template.fromStack(production.data).findResources("AWS::S3::Bucket"));
  const locked = { DefaultRetention: { Mode: "COMPLIANCE", Days: 3653 } };
  // Of the evidence, and of the digests of days.
  expect(buckets.flatMap(({ Properties }) => Properties.ObjectLockConfiguration?.Rule ?? [])).toEqual([locked, locked]);
});

describe("a stage that is made for the first time", () => {
  const templatesOf = ({ data, service, routes }: ReturnType<typeof composed>["stacks"]) => {
    const protects = [data, service, routes].map(({ terminationProtection }) => terminationProtection);
    return { protects, data: Template.fromStack(data).toJSON(), service: Template.fromStack(service).toJSON() };
  };
  const made = (first: NonNullable<Composition["first"]>) =>
    templatesOf(composed(folder, { stage: "prod", settings: settings.prod, first }).stacks);
  const later = templatesOf(production);

  it("can delete every table, pool and stack that it created; the next deployment changes only their protection", () => {
    const first = made(["data", "service", "routes"]);
    expect(first.protects).toEqual([false, false, false]);
    expect(first.service).toEqual(later.service);
    const protection = /"(DeletionProtectionEnabled|DeletionProtection)":(true|"ACTIVE")/g;
    expect(JSON.stringify(first.data)).not.toMatch(protection);
    expect(JSON.stringify(later.data).match(protection)).toHaveLength(4);
    const without = (template: unknown) =>
      JSON.parse(
        JSON.stringify(template).replaceAll(/"DeletionProtection(Enabled)?":(true|false|"ACTIVE"|"INACTIVE"),?/g, ""),
      );
    expect(without(first.data)).toEqual(without(later.data));
  });

  it("protects its data as soon as they exist, even if the rest fails", () => {
    const second = made(["service", "routes"]);
    expect(second.protects).toEqual([true, false, false]);
    expect(second.data).toEqual(later.data);
  });

  it("is named by its stacks; without the context none is new", () => {
    expect([firstOf(), firstOf("data,service"), firstOf("service")]).toEqual([[], ["data", "service"], ["service"]]);
    expect(() => firstOf("true")).toThrow("no stack true");
  });
});

describe("a release", () => {
  const held = composed(folder, { release: { held: { claims: "7" }, before: { claims: "6", receipts: "5" } } }).stacks;
  const service = Template.fromStack(held.service).toJSON() as Templates["service"];
  const aliasOf = ({ Resources }: Templates["service"], name: string) =>
    Object.entries(Resources).find(
      ([id, { Type }]) => Type === "AWS::Lambda::Alias" && id.startsWith(`${name}Live`),
    )?.[1].Properties;

  it("that holds a version lets it answer and publishes the newest all the same", () => {
    const versions = Object.values(service.Resources).filter(({ Type }) => Type === "AWS::Lambda::Version");
    expect(versions).toHaveLength(functionNames.length);
    expect(aliasOf(service, "claims").FunctionVersion).toBe("7");
  });

  it("notes the version before at the alias, for the way back", () => {
    expect(aliasOf(service, "receipts").Description).toBe("before 5");
    expect(aliasOf(templates.service, "receipts").Description).toBe(undefined);
  });
});

describe("a stage that must not be deployed", () => {
  it("is refused by CloudFormation whoever deploys it, with the reasons", () => {
    const [data, ...others] = Object.values(templates).map(({ Rules }) => Rules?.["Refused"]);
    expect(others).toEqual([data, data]);
    expect(data?.Assertions).toHaveLength(2);
    expect(data?.Assertions[0]).toEqual({
      Assert: { "Fn::Contains": [["never"], { Ref: "BootstrapVersion" }] },
      AssertDescription: "reclamos@example.pe is nobody's address: give dev one of yours in settings.ts.",
    });
  });

  it("is deployed once no reason is left", () => {
    const sound = { ...settings.dev, mailSender: "reclamos@eps.test", alarmAddress: "guardia@eps.test" };
    const { data, service, routes } = composed(folder, { settings: sound }).stacks;
    const rules = [data, service, routes].map((stack) => Template.fromStack(stack).toJSON()["Rules"].Refused);
    expect(rules).toEqual([undefined, undefined, undefined]);
  });
});
