import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CloudFormationClient } from "@aws-sdk/client-cloudformation";
import { describe, expect, it, onTestFinished } from "vitest";
import { headersConfig } from "../../infra/constructs/cloudfront-headers.ts";
import { reasonAgainstTenant, reasonsAgainst, unconfirmed } from "../../infra/deploy-refusals.ts";
import { deployArguments, missingStacks, standingTenant } from "../../scripts/deploy.ts";
import { siteFiles } from "../../scripts/site-files.ts";
import { settings, stages, tenant } from "../../settings.ts";
import { answeringAws, answerOf, refusalOf } from "./answering-aws.ts";

const anyAccount = { ...settings.prod, mailSender: "reclamos@eps.test", alarmAddress: "guardia@eps.test" };
const real = { ...anyAccount, account: "111122223333" };
const open = [{ path: "name", status: "assumed", source: "an assumption" }] as const;

it.each([
  { stage: "prod", of: real, values: [], reasons: 0, why: "everything is in order" },
  { stage: "prod", of: real, values: open, reasons: 1, why: "a value of the tenant is an assumption" },
  { stage: "prod", of: anyAccount, values: [], reasons: 1, why: "any account would be taken" },
  { stage: "dev", of: real, values: open, reasons: 0, why: "assumptions may be tried out" },
  { stage: "dev", of: settings.dev, values: [], reasons: 2, why: "mail and alarms would go to nobody" },
] as const)("there are $reasons reasons against deploying $stage: $why", ({ stage, of, values, reasons }) => {
  expect(reasonsAgainst(stage, of, values)).toHaveLength(reasons);
});

it.each([
  { dev: {}, prod: {}, reasons: 1, why: "they may share an account" },
  { dev: { account: "1" }, prod: {}, reasons: 1, why: "the other's credentials may be of the same" },
  { dev: { account: "1" }, prod: { account: "1" }, reasons: 1, why: "they share an account" },
  { dev: { account: "1" }, prod: { account: "2" }, reasons: 0, why: "each has its own" },
  { dev: {}, prod: { textReports: false }, reasons: 0, why: "one leaves it" },
])("two stages that both follow texts: $reasons reasons, $why", ({ dev, prod, reasons }) => {
  const [one, other] = [dev, prod].map((more) => ({ ...anyAccount, textReports: true, ...more }));
  const all = { ...settings, dev: one!, prod: other! };
  const ofTexts = (stage: "dev" | "prod") =>
    reasonsAgainst(stage, all[stage], [], all).filter((reason) => reason.includes("textReports"));
  expect(ofTexts("prod")).toHaveLength(reasons);
  expect(ofTexts("dev")).toHaveLength(reasons);
});

it.each([
  { standing: undefined, refused: false, why: "nothing stands" },
  { standing: tenant.code, refused: false, why: "its own office stands" },
  { standing: "eps-ilo", refused: true, why: "another utility's office stands" },
])("a deployment is refused: $refused, since $why", ({ standing, refused }) => {
  expect(reasonAgainstTenant(standing) !== undefined).toBe(refused);
});

it("as they ship, all stages fit in one account", () => {
  const words = stages.flatMap((stage) => reasonsAgainst(stage, settings[stage], []));
  expect(words.filter((reason) => reason.includes("textReports"))).toEqual([]);
});

it("every value that is not confirmed is listed", () => {
  const values = (["confirmed", "assumed", "stand-in"] as const).map((status) => ({
    path: status,
    status,
    source: "",
  }));
  expect(unconfirmed(values).map(({ path }) => path)).toEqual(["assumed", "stand-in"]);
});

describe("the stacks of a stage that exist", () => {
  /** CloudFormation, reduced to the state of each stack; it knows no other stacks. */
  async function cloudFormation(states: Readonly<Record<string, string>>): Promise<CloudFormationClient> {
    const endpoint = await answeringAws(({ action, parameters }) => {
      const name = parameters.get("StackName") ?? "";
      const state = states[name];
      if (state === "") return undefined;
      return state
        ? answerOf(
            action,
            `<Stacks><member><StackName>${name}</StackName><CreationTime>2026-11-27T00:00:00Z</CreationTime><StackStatus>${state}</StackStatus><Tags><member><Key>stage</Key><Value>prod</Value></member><member><Key>tenant</Key><Value>eps-ilo</Value></member></Tags></member></Stacks>`,
          )
        : { status: 400, body: refusalOf("ValidationError", `Stack with id ${name} does not exist`) };
    });
    return new CloudFormationClient({
      region: "us-east-1",
      endpoint,
      credentials: { accessKeyId: "none", secretAccessKey: "none" },
    });
  }

  it.each([
    { data: undefined, service: undefined, missing: ["data", "service", "routes"], why: "an empty account" },
    {
      data: "ROLLBACK_COMPLETE",
      service: undefined,
      missing: ["data", "service", "routes"],
      why: "the first try failed",
    },
    {
      data: "ROLLBACK_FAILED",
      service: undefined,
      missing: ["data", "service", "routes"],
      why: "the rollback failed too",
    },
    {
      data: "REVIEW_IN_PROGRESS",
      service: undefined,
      missing: ["data", "service", "routes"],
      why: "a change set nobody ran",
    },
    {
      data: "CREATE_COMPLETE",
      service: "ROLLBACK_COMPLETE",
      missing: ["service", "routes"],
      why: "the data stack exists",
    },
    { data: "CREATE_COMPLETE", service: "CREATE_COMPLETE", missing: [], why: "the second step was cut off" },
    { data: "UPDATE_COMPLETE", service: "UPDATE_ROLLBACK_COMPLETE", missing: [], why: "a change was rolled back" },
    {
      data: "UPDATE_ROLLBACK_FAILED",
      service: "DELETE_FAILED",
      missing: [],
      why: "a stack with data never loses its protection",
    },
  ] as const)("$why: $missing are created", async ({ data, service, missing }) => {
    const client = await cloudFormation({
      ...(data && { "caudal-prod-data": data }),
      ...(service && { "caudal-prod-service": service }),
      // Routes are made last: they stand if the service does.
      ...(service && !service.startsWith("ROLLBACK_") && { "caudal-prod-routes": "CREATE_COMPLETE" }),
      "caudal-dev-data": "CREATE_COMPLETE",
    });
    expect(await missingStacks(client, "prod")).toEqual(missing);
  });

  it("name the utility whose office they are", async () => {
    expect(await standingTenant(await cloudFormation({ "caudal-prod-data": "CREATE_COMPLETE" }), "prod")).toBe(
      "eps-ilo",
    );
    expect(await standingTenant(await cloudFormation({}), "prod")).toBeUndefined();
  });

  it("are not assumed if CloudFormation does not answer", async () => {
    await expect(missingStacks(await cloudFormation({ "caudal-prod-data": "" }), "prod")).rejects.toThrow("no right");
  });
});

describe("what the CDK is given for a deployment", () => {
  const given = (...of: Parameters<typeof deployArguments>) =>
    deployArguments(...of).filter((each) => !/outputs/.test(each));

  it("is every stack, the versions, and what was said of parameters and approvals", () => {
    const said = {
      yes: true,
      parameters: ["caudal-second-service:EdgeFirewall=arn:aws:wafv2:us-east-1:1:global/webacl/a/1"],
    };
    expect(given("second", said, { held: "claims:7,office:3" })).toEqual([
      "deploy",
      "--all",
      "--context",
      "held=claims:7,office:3",
      "--parameters",
      "caudal-second-service:EdgeFirewall=arn:aws:wafv2:us-east-1:1:global/webacl/a/1",
      "--require-approval",
      "never",
    ]);
  });

  it("is the service and what it stands on while routes must not move", () => {
    expect(given("prod", {}, {}, "all but routes")).toEqual(["deploy", "caudal-prod-service"]);
  });
});

describe("the site's files", () => {
  const folderOf = (...keys: readonly string[]): string => {
    const folder = mkdtempSync(join(tmpdir(), "caudal-site-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    for (const key of keys) {
      mkdirSync(join(folder, key, ".."), { recursive: true });
      writeFileSync(join(folder, key), "");
    }
    return folder;
  };

  it("are uploaded after the files they name, and only files with their hash in the name are cached", () => {
    expect(siteFiles(folderOf("index.html", "assets/site-1a2b.js", "plazos/index.html"))).toEqual([
      {
        key: "assets/site-1a2b.js",
        contentType: "text/javascript; charset=utf-8",
        cacheControl: "public, max-age=31536000, immutable",
      },
      { key: "index.html", contentType: "text/html; charset=utf-8", cacheControl: "no-cache" },
      { key: "plazos/index.html", contentType: "text/html; charset=utf-8", cacheControl: "no-cache" },
    ]);
  });

  it("are refused if their content type is not known", () => {
    expect(() => siteFiles(folderOf("index.html", "map.geotiff"))).toThrow("map.geotiff");
  });
});

describe("the headers of the web build", () => {
  it("are filled and sorted as CloudFront asks", () => {
    const headers = {
      "Content-Security-Policy": "connect-src 'self' {{ISSUERS}}",
      "x-frame-options": "DENY",
      "permissions-policy": "camera=()",
    };
    expect(headersConfig("site", headers, { ISSUERS: ["https://a.example", "https://b.example"] })).toEqual({
      name: "site",
      securityHeadersConfig: {
        contentSecurityPolicy: {
          contentSecurityPolicy: "connect-src 'self' https://a.example https://b.example",
          override: true,
        },
        frameOptions: { frameOption: "DENY", override: true },
      },
      customHeadersConfig: { items: [{ header: "permissions-policy", value: "camera=()", override: true }] },
    });
  });

  it("are refused with a placeholder without origins", () => {
    const headers = { "content-security-policy": "script-src {{HASHES}}" };
    expect(() => headersConfig("site", headers, {})).toThrow("a placeholder without origins: HASHES");
  });
});
