import { beforeEach, expect, it, onTestFinished, vi } from "vitest";
import { openAwsAccount } from "../../scripts/aws-account.ts";
import { type Finding, preflight } from "../../scripts/preflight.ts";
import { type StageSettings, settings } from "../../settings.ts";
import { type Answered, type Asked, answeringAws, answerOf, refusalOf } from "./answering-aws.ts";

const now = "2026-11-28T12:00:00.000Z";
const certificateArn = "arn:aws:acm:us-east-1:111122223333:certificate/1";
const own: StageSettings = {
  ...settings.dev,
  mailSender: "reclamos@eps.test",
  alarmAddress: "guardia@eps.test",
  domain: { name: "reclamos.eps.test", certificateArn },
};

const stackOf = (name: string, outputs = ""): string =>
  `<Stacks><member><StackName>${name}</StackName><StackId>arn:aws:cloudformation:us-east-1:111122223333:stack/${name}/1</StackId><CreationTime>2026-11-27T00:00:00.000Z</CreationTime><StackStatus>UPDATE_COMPLETE</StackStatus>${outputs}</member></Stacks>`;
const resourcesOf = (...resources: readonly (readonly [type: string, id: string])[]): string =>
  `<StackResourceSummaries>${resources
    .map(
      ([type, id]) =>
        `<member><LogicalResourceId>L</LogicalResourceId><PhysicalResourceId>${id}</PhysicalResourceId><ResourceType>${type}</ResourceType><LastUpdatedTimestamp>2026-11-27T00:00:00.000Z</LastUpdatedTimestamp><ResourceStatus>CREATE_COMPLETE</ResourceStatus></member>`,
    )
    .join("")}</StackResourceSummaries>`;
const protection = "arn:aws:sms-voice:us-east-1:111122223333:protect-configuration/protect-1";

/** What AWS answers of an account in which nothing is missing, in the bodies of its reference, by the action. */
const sound: Readonly<Record<string, (asked: Asked) => Answered>> = {
  GetCallerIdentity: ({ action }) =>
    answerOf(
      action,
      "<Arn>arn:aws:sts::111122223333:assumed-role/deploy/ana</Arn><UserId>AROAEXAMPLE:ana</UserId><Account>111122223333</Account>",
    ),
  DescribeStacks: ({ action, parameters }) => {
    const name = parameters.get("StackName") ?? "";
    const version =
      "<Outputs><member><OutputKey>BootstrapVersion</OutputKey><OutputValue>30</OutputValue></member></Outputs>";
    return answerOf(action, stackOf(name, name === "CDKToolkit" ? version : ""));
  },
  // In two pages, as of more than a hundred resources.
  ListStackResources: ({ action, parameters }) =>
    answerOf(
      action,
      parameters.get("NextToken")
        ? resourcesOf(["AWS::Cognito::UserPool", "us-east-1_customers"], ["AWS::Cognito::UserPool", "us-east-1_staff"])
        : `${resourcesOf(["AWS::SNS::Topic", "arn:aws:sns:us-east-1:111122223333:alarms"])}<NextToken>more</NextToken>`,
    ),
  "GET /v2/email/identities/eps.test": () => ({
    IdentityType: "DOMAIN",
    VerifiedForSendingStatus: true,
    DkimAttributes: { SigningEnabled: true, Status: "SUCCESS", Tokens: ["a", "b", "c"] },
  }),
  "GET /v2/email/account": () => ({
    ProductionAccessEnabled: true,
    SendingEnabled: true,
    EnforcementStatus: "HEALTHY",
  }),
  GetSMSSandboxAccountStatus: ({ action }) => answerOf(action, "<IsInSandbox>false</IsInSandbox>"),
  DescribeSpendLimits: () => ({
    SpendLimits: [
      { Name: "TEXT_MESSAGE_MONTHLY_SPEND_LIMIT", EnforcedLimit: 200, MaxLimit: 200, Overridden: true },
      { Name: "VOICE_MESSAGE_MONTHLY_SPEND_LIMIT", EnforcedLimit: 1, MaxLimit: 1, Overridden: false },
    ],
  }),
  DescribeProtectConfigurations: () => ({
    ProtectConfigurations: [
      {
        ProtectConfigurationArn: protection,
        ProtectConfigurationId: "protect-1",
        CreatedTimestamp: 1_795_000_000,
        AccountDefault: true,
        DeletionProtectionEnabled: false,
      },
    ],
  }),
  GetProtectConfigurationCountryRuleSet: () => ({
    ProtectConfigurationArn: protection,
    ProtectConfigurationId: "protect-1",
    NumberCapability: "SMS",
    CountryRuleSet: { PE: { ProtectStatus: "ALLOW" }, US: { ProtectStatus: "BLOCK" } },
  }),
  "GET /2016-08-19/account-settings": () => ({
    AccountLimit: { ConcurrentExecutions: 1000, UnreservedConcurrentExecutions: 800, TotalCodeSize: 80_530_636_800 },
    AccountUsage: { FunctionCount: 40, TotalCodeSize: 9_000_000 },
  }),
  DescribeUserPoolDomain: ({ body }) => ({
    DomainDescription: {
      UserPoolId: `us-east-1_${JSON.parse(body).Domain.split("-").at(-1)}`,
      AWSAccountId: "111122223333",
      Status: "ACTIVE",
    },
  }),
  DescribeCertificate: () => ({
    Certificate: {
      CertificateArn: certificateArn,
      DomainName: "reclamos.eps.test",
      SubjectAlternativeNames: ["reclamos.eps.test"],
      Status: "ISSUED",
      NotAfter: Date.parse("2027-06-01T00:00:00.000Z") / 1000,
    },
  }),
  DescribeBudgets: () => ({
    Budgets: [
      {
        BudgetName: "caudal-dev",
        BudgetType: "COST",
        TimeUnit: "MONTHLY",
        BudgetLimit: { Amount: "50.0", Unit: "USD" },
      },
    ],
  }),
  ListSubscriptionsByTopic: ({ action, parameters }) =>
    answerOf(
      action,
      `<Subscriptions><member><TopicArn>${parameters.get("TopicArn")}</TopicArn><Protocol>email</Protocol><SubscriptionArn>arn:aws:sns:us-east-1:111122223333:alarms:80289ba6</SubscriptionArn><Owner>111122223333</Owner><Endpoint>guardia@eps.test</Endpoint></member></Subscriptions>`,
    ),
  "GET /": () =>
    '<ListAllMyBucketsResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Owner><ID>1</ID></Owner><Buckets><Bucket><Name>caudal-dev-evidence-111122223333</Name><CreationDate>2026-11-27T00:00:00.000Z</CreationDate></Bucket></Buckets></ListAllMyBucketsResult>',
  DescribeLogGroups: () => ({ logGroups: [{ logGroupName: "sns/us-east-1/111122223333/DirectPublishToPhoneNumber" }] }),
};
const noStack: Answered = { status: 400, body: refusalOf("ValidationError", "Stack with id any does not exist") };
const noIdentity: Answered = {
  status: 404,
  body: { __type: "NotFoundException", message: "Email identity eps.test does not exist." },
};

beforeEach(() => {
  vi.stubEnv("AWS_ACCESS_KEY_ID", "none");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "none");
  onTestFinished(() => void vi.unstubAllEnvs());
});

/** What the checks find if AWS answers what `changes` says, and else as of an account that lacks nothing. */
/** What the command line `aws backup` answers. */
const byCommandLine: Readonly<Record<string, unknown>> = {
  "list-backup-vaults": { BackupVaultList: [{ BackupVaultName: "caudal-dev-tables" }] },
  "describe-region-settings": {
    ResourceTypeOptInPreference: { DynamoDB: true, EC2: true, S3: false },
    ResourceTypeManagementPreference: { DynamoDB: true },
  },
};

async function findings(changes: Readonly<Record<string, Answered | undefined>> = {}): Promise<readonly Finding[]> {
  const answer = (asked: Asked) => (asked.action in changes ? changes[asked.action] : sound[asked.action]?.(asked));
  vi.stubEnv("AWS_ENDPOINT_URL", await answeringAws(answer));
  return preflight(
    "dev",
    own,
    openAwsAccount("us-east-1", async (_, __, asked) => byCommandLine[`${asked}`]),
    now,
  );
}

it("AWS's own bodies are read, all of them: nothing is missing, and nothing cannot be seen", async () => {
  const found = await findings();
  expect(found.filter(({ state }) => state !== "ok")).toEqual([]);
  expect(found.map(({ says }) => says)).toEqual(
    expect.arrayContaining(["reclamos.eps.test, 184 days left", "50.0 USD a month", "200 USD a month at most"]),
  );
});

it.each<
  [what: string, about: string, changes: Readonly<Record<string, Answered | undefined>>, finding: Partial<Finding>]
>([
  [
    "no stack of the bootstrap",
    "bootstrap",
    { DescribeStacks: noStack },
    { state: "missing", says: "run npx cdk bootstrap aws://111122223333/us-east-1" },
  ],
  [
    "buckets that no stack has",
    "leftovers",
    { DescribeStacks: noStack },
    { state: "missing", says: expect.stringContaining("caudal-dev-evidence-111122223333") },
  ],
  [
    "a vault that no stack has",
    "left vaults",
    { DescribeStacks: noStack },
    { state: "missing", says: expect.stringContaining("caudal-dev-tables in us-east-1") },
  ],
  [
    "no identity in SES",
    "mail's domain",
    { "GET /v2/email/identities/eps.test": noIdentity },
    { state: "missing", says: expect.stringContaining("create the identity eps.test") },
  ],
  [
    "no right to ask CloudFormation",
    "bootstrap",
    { DescribeStacks: undefined },
    { state: "unseen", says: "AccessDenied: no right to DescribeStacks" },
  ],
  [
    "no right to ask for budgets",
    "budget",
    { DescribeBudgets: undefined },
    { state: "unseen", says: "AccessDeniedException: no right to DescribeBudgets" },
  ],
  [
    "no right to ask SES",
    "mail's sandbox",
    { "GET /v2/email/account": undefined },
    { state: "unseen", says: "AccessDeniedException: no right to GET /v2/email/account" },
  ],
])("%s is read out of AWS's refusal", async (_, about, changes, finding) => {
  expect((await findings(changes)).find((one) => one.about === about)).toMatchObject(finding);
});
