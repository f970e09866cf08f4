import { describe, expect, it } from "vitest";
import type { AwsAccount, StandingStack } from "../../scripts/aws-account.ts";
import { findingLines, preflight } from "../../scripts/preflight.ts";
import { type StageSettings, settings, tenant } from "../../settings.ts";

const now = "2026-11-28T12:00:00.000Z";
const own: StageSettings = { ...settings.dev, mailSender: "reclamos@eps.test", alarmAddress: "guardia@eps.test" };
const site = { name: "reclamos.eps.test", certificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/1" };

const standing = (resources: StandingStack["resources"] = [], status = "UPDATE_COMPLETE"): StandingStack => ({
  status,
  tags: { tenant: tenant.code },
  outputs: {},
  resources,
});
const named = (name: string, message = "") => Object.assign(new Error(message), { name });
const refusedBy = (action: string) => async () => {
  throw named("AccessDeniedException", `not authorized to perform: ${action}`);
};

/** The stacks of a stage that is deployed, and the CDK's. */
const stacks: Readonly<Record<string, StandingStack>> = {
  CDKToolkit: { ...standing(), outputs: { BootstrapVersion: "30" } },
  "caudal-dev-data": standing([
    { type: "AWS::SNS::Topic", id: "arn:aws:sns:us-east-1:111122223333:alarms" },
    { type: "AWS::Cognito::UserPool", id: "us-east-1_customers" },
    { type: "AWS::Cognito::UserPool", id: "us-east-1_staff" },
  ]),
  "caudal-dev-service": standing(),
  "caudal-dev-routes": standing(),
};

/** AWS's answers for an account in which nothing is missing, in the shapes of its API reference. */
const sound: AwsAccount = {
  identity: async () => ({
    Account: "111122223333",
    Arn: "arn:aws:sts::111122223333:assumed-role/deploy/ana",
    UserId: "AROAEXAMPLE:ana",
  }),
  stack: async (name) => stacks[name],
  mailIdentity: async () => ({ VerifiedForSendingStatus: true, DkimAttributes: { Status: "SUCCESS" } }),
  mail: async () => ({ ProductionAccessEnabled: true, SendingEnabled: true, EnforcementStatus: "HEALTHY" }),
  textSandbox: async () => ({ IsInSandbox: false }),
  textLimits: async () => ({
    SpendLimits: [
      { Name: "TEXT_MESSAGE_MONTHLY_SPEND_LIMIT", EnforcedLimit: 200, MaxLimit: 200, Overridden: false },
      { Name: "VOICE_MESSAGE_MONTHLY_SPEND_LIMIT", EnforcedLimit: 1, MaxLimit: 1, Overridden: false },
    ],
  }),
  textProtection: async () => ({
    ProtectConfigurations: [
      {
        ProtectConfigurationArn: "arn:aws:sms-voice:us-east-1:111122223333:protect-configuration/protect-1",
        ProtectConfigurationId: "protect-1",
        CreatedTimestamp: new Date(now),
        AccountDefault: true,
        DeletionProtectionEnabled: false,
      },
    ],
  }),
  textCountries: async () => ({
    ProtectConfigurationArn: "arn:aws:sms-voice:us-east-1:111122223333:protect-configuration/protect-1",
    ProtectConfigurationId: "protect-1",
    NumberCapability: "SMS",
    CountryRuleSet: { PE: { ProtectStatus: "ALLOW" }, US: { ProtectStatus: "BLOCK" } },
  }),
  functions: async () => ({ AccountLimit: { ConcurrentExecutions: 1000 } }),
  signInDomain: async (domain) => ({
    DomainDescription: { UserPoolId: `us-east-1_${domain.split("-").at(-1)}`, AWSAccountId: "111122223333" },
  }),
  certificate: async () => ({
    Certificate: {
      DomainName: "reclamos.eps.test",
      Status: "ISSUED",
      NotAfter: new Date("2027-06-01T00:00:00.000Z"),
    },
  }),
  budgets: async () => ({
    Budgets: [
      {
        BudgetName: "caudal-dev",
        BudgetType: "COST",
        TimeUnit: "MONTHLY",
        BudgetLimit: { Amount: "150", Unit: "USD" },
      },
    ],
  }),
  subscriptions: async () => ({
    Subscriptions: [
      { Endpoint: "guardia@eps.test", Protocol: "email", SubscriptionArn: "arn:aws:sns:us-east-1:1:alarms:1" },
    ],
  }),
  buckets: async () => ({ Buckets: [] }),
  logs: async () => ({ logGroups: [] }),
  vaults: async () => ["caudal-dev-tables", "caudal-dev-tables-copy", "Default"],
  backedUp: async () => ({ DynamoDB: true, EC2: false }),
};

async function found(about: string, changes: Partial<AwsAccount> = {}, of: Partial<StageSettings> = {}) {
  const findings = await preflight("dev", { ...own, ...of }, { ...sound, ...changes }, now);
  return findings.find((finding) => finding.about === about);
}
const standingWith =
  (others: Readonly<Record<string, StandingStack | undefined>>): AwsAccount["stack"] =>
  async (name) =>
    name in others ? others[name] : stacks[name];

it("finds nothing missing in an account that has everything", async () => {
  const findings = await preflight("dev", { ...own, domain: site, account: "111122223333" }, sound, now);
  expect(findings.filter(({ state }) => state !== "ok")).toEqual([]);
  expect(findings).toHaveLength(18);
});

describe("without credentials", () => {
  const nobody = { ...sound, identity: () => Promise.reject(named("CredentialsProviderError", "none")) };

  it("says so once, and that nothing else can be seen", async () => {
    const findings = await preflight("dev", own, nobody, now);
    expect(findings.find(({ about }) => about === "credentials")).toMatchObject({ state: "missing" });
    const others = findings.filter(({ about }) => !["credentials", "settings"].includes(about));
    expect(new Set(others.map(({ state }) => state))).toEqual(new Set(["unseen"]));
    expect(findings).toHaveLength(18);
  });
});

it("names what stands in settings.ts against a deployment", async () => {
  expect(await found("settings", {}, { mailSender: "a@example.pe" })).toMatchObject({
    state: "missing",
    says: "a@example.pe is nobody's address: give dev one of yours in settings.ts.",
  });
});

it.each<[about: string, says: string, changes: Partial<AwsAccount>, of?: Partial<StageSettings>]>([
  ["account", "take those of 444455556666", {}, { account: "444455556666" }],
  [
    "tenant",
    "The office of eps-ilo stands here",
    { stack: async () => ({ ...standing(), tags: { tenant: "eps-ilo" } }) },
    {},
  ],
  ["bootstrap", "npx cdk bootstrap aws://111122223333/us-east-1", { stack: standingWith({ CDKToolkit: undefined }) }],
  [
    "bootstrap",
    "run npx cdk bootstrap aws://111122223333/us-west-2",
    { stack: async (name, of) => (of === undefined ? stacks[name] : undefined) },
    { copiesRegion: "us-west-2" },
  ],
  ["mail's domain", "create the identity eps.test", { mailIdentity: () => Promise.reject(named("NotFoundException")) }],
  [
    "mail's domain",
    "SES says PENDING",
    { mailIdentity: async () => ({ VerifiedForSendingStatus: false, DkimAttributes: { Status: "PENDING" } }) },
  ],
  ["mail's sandbox", "production access", { mail: async () => ({ ProductionAccessEnabled: false }) }],
  ["mail's sandbox", "stopped", { mail: async () => ({ ProductionAccessEnabled: true, SendingEnabled: false }) }],
  ["texts' sandbox", "leave the sandbox", { textSandbox: async () => ({ IsInSandbox: true }) }],
  [
    "texts' spending",
    "from 1 USD",
    {
      textLimits: async () => ({
        SpendLimits: [{ Name: "TEXT_MESSAGE_MONTHLY_SPEND_LIMIT", EnforcedLimit: 1, MaxLimit: 1, Overridden: false }],
      }),
    },
  ],
  ["texts' countries", "npm run limit-texts", { textProtection: async () => ({ ProtectConfigurations: [] }) }],
  [
    "texts' countries",
    "protect-1 lets 2 countries pass",
    {
      textCountries: async () => ({
        ProtectConfigurationArn: "arn",
        ProtectConfigurationId: "protect-1",
        NumberCapability: "SMS",
        CountryRuleSet: { PE: { ProtectStatus: "ALLOW" }, US: { ProtectStatus: "MONITOR" } },
      }),
    },
  ],
  ["backups", "--resource-type-opt-in-preference DynamoDB=true", { backedUp: async () => ({ DynamoDB: false }) }],
  ["concurrency", "the account has 10", { functions: async () => ({ AccountLimit: { ConcurrentExecutions: 10 } }) }],
  [
    "sign-in prefix",
    "choose another signInPrefix",
    { signInDomain: async () => ({ DomainDescription: { UserPoolId: "us-east-1_other" } }) },
  ],
  [
    "certificate",
    "DNS record",
    { certificate: async () => ({ Certificate: { DomainName: site.name, Status: "PENDING_VALIDATION" } }) },
    { domain: site },
  ],
  [
    "certificate",
    "this one is of eps.test",
    { certificate: async () => ({ Certificate: { DomainName: "eps.test", Status: "ISSUED" } }) },
    { domain: site },
  ],
  [
    "certificate",
    "12 days left",
    {
      certificate: async () => ({
        Certificate: {
          DomainName: "eps.test",
          SubjectAlternativeNames: ["*.eps.test"],
          Status: "ISSUED",
          NotAfter: new Date("2026-12-11T00:00:00.000Z"),
        },
      }),
    },
    { domain: site },
  ],
  ["budget", "deploy again", { budgets: async () => ({}) }],
  [
    "alarm mail",
    "confirm",
    {
      subscriptions: async () => ({
        Subscriptions: [{ Endpoint: "guardia@eps.test", SubscriptionArn: "PendingConfirmation" }],
      }),
    },
  ],
  ["alarm mail", "confirm", { subscriptions: async () => ({ Subscriptions: [] }) }],
  [
    "leftovers",
    "caudal-dev-evidence-111122223333",
    {
      stack: standingWith({ "caudal-dev-data": undefined }),
      buckets: async () => ({ Buckets: [{ Name: "caudal-dev-evidence-111122223333" }] }),
    },
  ],
  [
    "leftovers",
    "import: caudal-dev-evidence-copy-111122223333;",
    {
      stack: standingWith({ "caudal-dev-copies": undefined }),
      buckets: async () => ({
        Buckets: [{ Name: "caudal-dev-evidence-111122223333" }, { Name: "caudal-dev-evidence-copy-111122223333" }],
      }),
    },
    { copiesRegion: "us-west-2" },
  ],
  [
    "leftovers",
    "empty the bucket",
    { stack: standingWith({ "caudal-dev-copies": standing([], "DELETE_FAILED") }) },
    { copiesRegion: "us-west-2" },
  ],
  ["left vaults", "over: caudal-dev-tables in us-east-1;", { stack: standingWith({ "caudal-dev-data": undefined }) }],
  [
    "left vaults",
    "over: caudal-dev-tables-copy in us-west-2;",
    { stack: standingWith({ "caudal-dev-copies": undefined }) },
    { copiesRegion: "us-west-2" },
  ],
  ["leftovers", "empty the bucket", { stack: standingWith({ "caudal-dev-data": standing([], "ROLLBACK_FAILED") }) }],
  [
    "leftovers",
    "sns/us-east-1",
    {
      stack: standingWith({ "caudal-dev-service": undefined }),
      logs: async (prefix) => ({ logGroups: [{ logGroupName: prefix }] }),
    },
  ],
])("%s is missing: %s", async (about, says, changes, of) => {
  expect(await found(about, changes, of)).toMatchObject({ state: "missing", says: expect.stringContaining(says) });
});

it("what a healthy stack of copies holds, and what gets another name each time, is in nobody's way", async () => {
  const standingOnes: AwsAccount["stack"] = standingWith({
    "caudal-dev-data": undefined,
    "caudal-dev-service": undefined,
    "caudal-dev-routes": undefined,
    "caudal-dev-copies": standing(),
  });
  const names = ["evidence-copy-111122223333", "digests-copy-111122223333", "copies-accesslogs8b620eca-3xqz1a2b3c4d"];
  const changes = {
    stack: standingOnes,
    buckets: async () => ({ Buckets: names.map((name) => ({ Name: `caudal-dev-${name}` })) }),
    vaults: async (of: string) => (of === "us-west-2" ? ["caudal-dev-tables-copy"] : []),
  };
  for (const about of ["leftovers", "left vaults"])
    expect(await found(about, changes, { copiesRegion: "us-west-2" })).toMatchObject({ state: "ok" });
});

it.each<[about: string, changes: Partial<AwsAccount>]>([
  ["sign-in prefix", { signInDomain: async () => ({ DomainDescription: {} }) }],
  ["alarm mail", { stack: standingWith({ "caudal-dev-data": undefined }) }],
  ["texts' spending", { textLimits: async () => ({}) }],
  ["mail's domain", { mailIdentity: refusedBy("ses:GetEmailIdentity") }],
  ["bootstrap", { stack: refusedBy("cloudformation:DescribeStacks") }],
  ["budget", { stack: standingWith({ "caudal-dev-data": undefined }) }],
  ["budget", { budgets: refusedBy("budgets:ViewBudget") }],
  ["backups", { backedUp: () => Promise.reject(named("Error", "spawnSync aws ENOENT")) }],
  [
    "left vaults",
    {
      stack: standingWith({ "caudal-dev-data": undefined }),
      vaults: () => Promise.reject(named("Error", "spawnSync aws ENOENT")),
    },
  ],
])("%s cannot be seen, and nothing is taken for granted", async (about, changes) => {
  expect(await found(about, changes)).toMatchObject({ state: "unseen" });
});

it("holds texts to the country of the utility, whichever it is", async () => {
  const findings = await preflight("dev", own, sound, now, "CL");
  expect(findings.find(({ about }) => about === "texts' countries")).toMatchObject({ state: "missing" });
});

it("says each finding in a line of its own, with its state", async () => {
  const lines = findingLines([
    { about: "budget", state: "missing", says: "make one" },
    { about: "alarm mail", state: "unseen", says: "not yet" },
  ]);
  expect(lines.split("\n")).toEqual(["budget      missing         make one", "alarm mail  cannot be seen  not yet"]);
});
