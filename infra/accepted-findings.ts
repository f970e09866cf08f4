import { routesByFunction } from "../shared/contract/routes.ts";

/** A finding of cdk-nag that is accepted, and why. */
interface Accepted {
  /** The rule, with its pack. */
  readonly rule: string;
  /** Of a rule with a finding per right: which of them. @default all */
  readonly finding?: RegExp;
  /** The paths of the resources, with or without `caudal-<stage>-`. */
  readonly on: RegExp;
  readonly because: string;
}

/** For a reason that holds of whatever is added too. */
const everywhere = /^/;

const open = Object.values(routesByFunction).flatMap((routes) =>
  Object.entries(routes).flatMap(([id, { audience }]) => (audience === "anyone" ? [id] : [])),
);

const originKey = "Edge and functions change it one after another, which only deployments do (replace-origin-key.md).";
const noDeadLetters =
  "The gateway waits for the answer, queue and stream send what fails to a queue of their own, and a schedule runs again.";

/**
 * Every finding that is accepted, one line for a rule and a reason. A line names its resources where another resource
 * should comply with the rule: then a new one is a finding. A test refuses a line that accepts nothing.
 */
export const accepted: readonly Accepted[] = [
  {
    rule: "AwsSolutions-IAM5",
    // Of one folder that shared/permissions.ts names: a right on a whole bucket is a finding.
    finding: /^Resource::arn:aws:s3:::caudal-\w+-(?:imports|quarantine|evidence|exports|digests)-[^/]+\/[a-z-]+\/\*$/,
    on: /^service\/[\w-]+\/Role\//,
    because: "The objects of one folder of one bucket; their names are not known beforehand.",
  },
  {
    rule: "AwsSolutions-IAM5",
    finding:
      /^Resource::arn:aws:(?:s3:::caudal-\w+-(?:quarantine|evidence|digests)-[^/]+\/|events:.*:rule\/DO-NOT-DELETE-AmazonGuardDuty\w+)\*$/,
    on: /^data\/(?:EvidenceStorage\/Scan|Copied)\/Role\//,
    because: "The scan and the copies read every object of a bucket; the rule's name is GuardDuty's own.",
  },
  {
    rule: "AwsSolutions-IAM5",
    finding: /^Resource::\*$/,
    on: /^data\/People\/Customers\/smsRole\//,
    because: "SMS go to telephone numbers, which have no ARN; the role and its right are made by the CDK's user pool.",
  },
  {
    rule: "AwsSolutions-IAM5",
    finding: /^Resource::arn:aws:(?:cloudformation|lambda|s3):.*\bcaudal-\w+-[\w*/-]+$/,
    on: /^pipeline\/(?:deploy-\w+|diff)$/,
    because: "The stacks, functions and pages of one stage: the rest of their names is not known beforehand.",
  },
  {
    rule: "AwsSolutions-IAM4",
    finding: /:policy\/service-role\/AWSBackupServiceRolePolicyForBackup$/,
    on: /^data\/Backups\//,
    because: "AWS Backup's own policy: AWS adds to it what a backup of a table needs next.",
  },
  {
    rule: "AwsSolutions-COG2",
    on: /^data\/People\/Customers\//,
    because: "The code to a customer's own telephone or mailbox is the whole sign-in; a second one would go there too.",
  },
  {
    rule: "AwsSolutions-COG8",
    on: /^data\/People\/Customers\//,
    because: "The plan is priced by customer and month, and guards passwords, which no customer has.",
  },
  { rule: "AwsSolutions-SMG4", on: /^service\/OriginKey\//, because: originKey },
  { rule: "NIST.800.53.R5-SecretsManagerRotationEnabled", on: /^service\/OriginKey\//, because: originKey },
  {
    rule: "NIST.800.53.R5-SecretsManagerUsingKMSKey",
    on: /^service\/OriginKey\//,
    because: "AWS's own key of the service encrypts it; who may read a secret is decided by IAM, not by a second key.",
  },
  {
    rule: "AwsSolutions-CFR1",
    on: everywhere,
    because: "Customers travel and move; a claim may be filed from any country.",
  },
  {
    rule: "AwsSolutions-CFR3",
    on: /^service\/Site\//,
    because: "Its log is delivered by the newer way (infra/constructs/site.ts), which the rule does not know.",
  },
  {
    rule: "AwsSolutions-CFR4",
    on: /^service\/Site\//,
    because: "CloudFront's own certificate allows older TLS; set `domain` in settings.ts for one that does not.",
  },
  {
    rule: "AwsSolutions-APIG4",
    on: new RegExp(`^routes/(?:${[...open, "Rest"].join("|")})$`),
    because: "The contract says that anyone may call it.",
  },
  {
    rule: "AwsSolutions-SQS3",
    on: /^service\/(?:relay|count-totals)\/DeadLetters\//,
    because: "The stream's failures end in it, which the rule does not know.",
  },
  {
    rule: "Serverless-SQSRedrivePolicy",
    on: /\/DeadLetters\//,
    because: "Failed messages end in it, and its alarm is raised.",
  },
  {
    rule: "Serverless-SNSRedrivePolicy",
    on: /^data\/Alarms\//,
    because: "The subscriber is a mailbox: SNS itself repeats mail, and the alarm stays red.",
  },
  {
    rule: "Serverless-EventBusDLQ",
    // Schedules run again; each of the other rules has an alarm of events that do not reach its queue.
    on: /\/Schedule\/|^data\/EvidenceStorage\/Scan\/Found\/|^service\/Mail\/\w+\/|^service\/OutageOver\//,
    because:
      "A schedule runs again, and an event that does not reach its queue raises an alarm; dead letters would hold the addressee.",
  },
  {
    rule: "Serverless-LambdaEventSourceMappingDestination",
    on: /\/From-[\w-]+\//,
    because: "A queue has no such destination: what fails five times goes to its dead letters.",
  },
  {
    rule: "Serverless-LambdaTracing",
    on: everywhere,
    because: "A request is one function and one log line with its id; X-Ray would need rights on every resource.",
  },
  { rule: "Serverless-LambdaDLQ", on: everywhere, because: noDeadLetters },
  { rule: "NIST.800.53.R5-LambdaDLQ", on: everywhere, because: noDeadLetters },
  {
    rule: "NIST.800.53.R5-LambdaConcurrency",
    on: everywhere,
    because:
      "Kept only for the functions that people file with (infra/workers.ts); a worker is capped by its queue or stream.",
  },
  {
    rule: "NIST.800.53.R5-LambdaInsideVPC",
    on: everywhere,
    because: "No function reaches anything in a network of ours: tables, buckets and queues are guarded by IAM.",
  },
  {
    rule: "NIST.800.53.R5-IAMNoInlinePolicy",
    on: everywhere,
    because: "A role has one owner and its rights are part of it: a shared policy would give one function another's.",
  },
  {
    rule: "NIST.800.53.R5-CloudWatchLogGroupEncrypted",
    on: everywhere,
    because: "AWS's own key encrypts every log; no line holds a person's words, and a lost key would lose the alarms.",
  },
  {
    rule: "NIST.800.53.R5-S3DefaultEncryptionKMS",
    on: everywhere,
    because: "S3's own key encrypts every object; evidence must outlive any key, and access logs take no other.",
  },
  {
    rule: "NIST.800.53.R5-SNSEncryptedKMS",
    on: /^data\/Alarms\//,
    because: "An alarm names no person; CloudWatch publishes to an encrypted topic only with a key of ours.",
  },
  {
    rule: "NIST.800.53.R5-S3BucketReplicationEnabled",
    // Evidence and digests of production must be copied: they are not named here.
    on: /^data\/(?:Imports|Exports|EvidenceStorage\/Quarantine)\/|^service\/Site\/|^copies\/|^caudal-(?:dev|staging|second)-data\//,
    because:
      "It can be made or sent again, goes within days, is the copy or was made of it, or is of a stage for trials.",
  },
];
