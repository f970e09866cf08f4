import { ACMClient, DescribeCertificateCommand, type DescribeCertificateCommandOutput } from "@aws-sdk/client-acm";
import { BudgetsClient, DescribeBudgetsCommand, type DescribeBudgetsCommandOutput } from "@aws-sdk/client-budgets";
import {
  CloudFormationClient,
  DescribeStacksCommand,
  paginateListStackResources,
} from "@aws-sdk/client-cloudformation";
import {
  CloudWatchLogsClient,
  DescribeLogGroupsCommand,
  type DescribeLogGroupsCommandOutput,
} from "@aws-sdk/client-cloudwatch-logs";
import {
  CognitoIdentityProviderClient,
  DescribeUserPoolDomainCommand,
  type DescribeUserPoolDomainCommandOutput,
} from "@aws-sdk/client-cognito-identity-provider";
import { GetAccountSettingsCommand, type GetAccountSettingsCommandOutput, LambdaClient } from "@aws-sdk/client-lambda";
import {
  DescribeProtectConfigurationsCommand,
  type DescribeProtectConfigurationsCommandOutput,
  DescribeSpendLimitsCommand,
  type DescribeSpendLimitsCommandOutput,
  GetProtectConfigurationCountryRuleSetCommand,
  type GetProtectConfigurationCountryRuleSetCommandOutput,
  PinpointSMSVoiceV2Client,
} from "@aws-sdk/client-pinpoint-sms-voice-v2";
import { ListBucketsCommand, type ListBucketsCommandOutput, S3Client } from "@aws-sdk/client-s3";
import {
  GetAccountCommand,
  type GetAccountCommandOutput,
  GetEmailIdentityCommand,
  type GetEmailIdentityCommandOutput,
  SESv2Client,
} from "@aws-sdk/client-sesv2";
import {
  GetSMSSandboxAccountStatusCommand,
  type GetSMSSandboxAccountStatusCommandOutput,
  ListSubscriptionsByTopicCommand,
  type ListSubscriptionsByTopicCommandOutput,
  SNSClient,
} from "@aws-sdk/client-sns";
import { GetCallerIdentityCommand, type GetCallerIdentityCommandOutput, STSClient } from "@aws-sdk/client-sts";
import * as z from "zod";
import { askByCommandLine } from "./restore/aws-command-line.ts";
import type { AskAws } from "./restore/second-region.ts";

/** A stack as it stands, with its tags, its outputs and the physical ids of its resources by type. */
export interface StandingStack {
  readonly status: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly outputs: Readonly<Record<string, string>>;
  readonly resources: readonly { readonly type: string; readonly id: string }[];
}

type Answer<Output> = Promise<Omit<Output, "$metadata">>;

/** What the checks before a deployment ask AWS. Every method only reads, and throws what AWS answers instead. */
export interface AwsAccount {
  identity(): Answer<GetCallerIdentityCommandOutput>;
  /** Returns undefined if there is no such stack. @param of its Region; the stage's by default */
  stack(name: string, of?: string): Promise<StandingStack | undefined>;
  mailIdentity(domain: string): Answer<GetEmailIdentityCommandOutput>;
  mail(): Answer<GetAccountCommandOutput>;
  textSandbox(): Answer<GetSMSSandboxAccountStatusCommandOutput>;
  textLimits(): Answer<DescribeSpendLimitsCommandOutput>;
  textProtection(): Answer<DescribeProtectConfigurationsCommandOutput>;
  textCountries(protection: string): Answer<GetProtectConfigurationCountryRuleSetCommandOutput>;
  functions(): Answer<GetAccountSettingsCommandOutput>;
  signInDomain(domain: string): Answer<DescribeUserPoolDomainCommandOutput>;
  certificate(arn: string): Answer<DescribeCertificateCommandOutput>;
  budgets(account: string): Answer<DescribeBudgetsCommandOutput>;
  subscriptions(topic: string): Answer<ListSubscriptionsByTopicCommandOutput>;
  buckets(prefix: string): Answer<ListBucketsCommandOutput>;
  logs(prefix: string): Answer<DescribeLogGroupsCommandOutput>;
  /** Returns the names of the vaults of backups in a Region. Asks the command line `aws`. */
  vaults(of: string): Promise<readonly string[]>;
  /** Returns for which kinds of resource AWS Backup is switched on, by name. Asks the command line `aws`. */
  backedUp(): Promise<Readonly<Record<string, boolean>>>;
}

const switches = z.object({ ResourceTypeOptInPreference: z.record(z.string(), z.boolean()) });
const listed = z.object({ BackupVaultList: z.array(z.object({ BackupVaultName: z.string() })) });

/** Opens the AWS account that the credentials in the environment belong to, for one Region. */
export function openAwsAccount(region: string, ask: AskAws = askByCommandLine): AwsAccount {
  const cloudFormation = new CloudFormationClient({ region });
  const ses = new SESv2Client({ region });
  const sns = new SNSClient({ region });
  const texts = new PinpointSMSVoiceV2Client({ region });
  return {
    identity: () => new STSClient({ region }).send(new GetCallerIdentityCommand({})),
    stack: (name, of) => standing(of === undefined ? cloudFormation : new CloudFormationClient({ region: of }), name),
    mailIdentity: (domain) => ses.send(new GetEmailIdentityCommand({ EmailIdentity: domain })),
    mail: () => ses.send(new GetAccountCommand({})),
    textSandbox: () => sns.send(new GetSMSSandboxAccountStatusCommand({})),
    textLimits: () => texts.send(new DescribeSpendLimitsCommand({})),
    textProtection: () => texts.send(new DescribeProtectConfigurationsCommand({})),
    textCountries: (protection) =>
      texts.send(
        new GetProtectConfigurationCountryRuleSetCommand({
          ProtectConfigurationId: protection,
          NumberCapability: "SMS",
        }),
      ),
    functions: () => new LambdaClient({ region }).send(new GetAccountSettingsCommand({})),
    signInDomain: (domain) =>
      new CognitoIdentityProviderClient({ region }).send(new DescribeUserPoolDomainCommand({ Domain: domain })),
    certificate: (arn) => new ACMClient({ region }).send(new DescribeCertificateCommand({ CertificateArn: arn })),
    budgets: (account) => new BudgetsClient({ region }).send(new DescribeBudgetsCommand({ AccountId: account })),
    subscriptions: (topic) => sns.send(new ListSubscriptionsByTopicCommand({ TopicArn: topic })),
    buckets: (prefix) => new S3Client({ region }).send(new ListBucketsCommand({ Prefix: prefix })),
    logs: (prefix) =>
      new CloudWatchLogsClient({ region }).send(new DescribeLogGroupsCommand({ logGroupNamePrefix: prefix })),
    vaults: async (of) =>
      listed
        .parse(await ask(of, "backup", "list-backup-vaults"))
        .BackupVaultList.map(({ BackupVaultName }) => BackupVaultName),
    backedUp: async () =>
      switches.parse(await ask(region, "backup", "describe-region-settings")).ResourceTypeOptInPreference,
  };
}

async function standing(client: CloudFormationClient, name: string): Promise<StandingStack | undefined> {
  try {
    const { Stacks: [stack] = [] } = await client.send(new DescribeStacksCommand({ StackName: name }));
    if (!stack) return undefined;
    const resources: StandingStack["resources"][number][] = [];
    for await (const { StackResourceSummaries = [] } of paginateListStackResources({ client }, { StackName: name }))
      for (const { ResourceType: type = "", PhysicalResourceId: id = "" } of StackResourceSummaries)
        resources.push({ type, id });
    return {
      status: stack.StackStatus ?? "",
      tags: Object.fromEntries((stack.Tags ?? []).map(({ Key = "", Value = "" }) => [Key, Value])),
      outputs: Object.fromEntries(
        (stack.Outputs ?? []).map(({ OutputKey = "", OutputValue = "" }) => [OutputKey, OutputValue]),
      ),
      resources,
    };
  } catch (failure) {
    if (failure instanceof Error && failure.message.endsWith("does not exist")) return undefined;
    throw failure;
  }
}
