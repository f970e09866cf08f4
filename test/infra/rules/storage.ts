import { settings } from "../../../settings.ts";
import { copyDays } from "../../../shared/domain/case-copy/case-copy.ts";
import { projectionOf, type TablePlan, tables } from "../../../shared/storage/tables.ts";
import { all, lacking, type Resource, resource, type Templates, target } from "../templates.ts";
import { tlsOnly } from "./queues.ts";
import { kept, type Rule } from "./rule.ts";
import { bucketIds, keyIds, logBucketId, queueIds, siteBucketId, tableIds } from "./stateful.ts";

const keysOf = ({ partitionKey, sortKey }: { readonly partitionKey: string; readonly sortKey: string }) => [
  { AttributeName: partitionKey, KeyType: "HASH" },
  { AttributeName: sortKey, KeyType: "RANGE" },
];
const tablePlan = Object.entries<TablePlan>(tables).map(([name, { timeToLive, stream, indexes, ...plan }]) => ({
  id: tableIds[name as keyof typeof tables],
  keys: keysOf(plan),
  timeToLive,
  stream,
  indexes: Object.entries(indexes).map(([IndexName, index]) => ({
    IndexName,
    KeySchema: keysOf(index),
    Projection: projectionOf(index),
  })),
}));

/**
 * The buckets that browsers upload to: the folder, the queue that each file is announced in (none if a scan reports
 * it), and how many days a file stays.
 */
const intakes: Readonly<Record<string, { readonly folder: string; readonly queue?: string; readonly days: number }>> = {
  [bucketIds.imports]: { folder: "files/", queue: "ImportsFiles", days: 90 },
  [bucketIds.quarantine]: { folder: "attachments/", days: 20 },
};
const announced = Object.keys(intakes).filter((bucket) => intakes[bucket]?.queue !== undefined);

const planOf = (templates: Templates): Resource["Properties"] =>
  all(templates, "AWS::GuardDuty::MalwareProtectionPlan")[0]?.[1].Properties ?? {};
const findings = (templates: Templates): Resource["Properties"] =>
  all(templates, "AWS::Events::Rule").find(
    ([, { Properties }]) => Properties.EventPattern?.source[0] === "aws.guardduty",
  )?.[1].Properties ?? {};

const digestPolicy = (templates: Templates): { Statement: Resource["Properties"][] } =>
  all(templates, "AWS::S3::BucketPolicy").find(
    ([, { Properties }]) => target(templates, Properties.Bucket) === bucketIds.digests,
  )![1].Properties.PolicyDocument;
/**
 * The statements that deny other writers, overwriting and deletion of the digests of days; the first statement is that
 * of TLS.
 */
const denialsOfDigests = (templates: Templates): Resource["Properties"][] => digestPolicy(templates).Statement.slice(1);

const spoil =
  (id: string, change: (one: Resource) => void) =>
  (templates: Templates): void =>
    change(resource(templates, id));

export const storageRules: readonly Rule[] = [
  {
    name: "each table can be restored, is kept, and is paid per request",
    problems: (templates) =>
      lacking(templates, "AWS::DynamoDB::Table", {
        ...kept,
        Properties: {
          BillingMode: "PAY_PER_REQUEST",
          DeletionProtectionEnabled: true,
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        },
      }),
    breaches: {
      "a table without recovery": spoil(
        tableIds.claims,
        ({ Properties }) => delete Properties.PointInTimeRecoverySpecification,
      ),
      "a table anyone may delete": spoil(
        tableIds.claims,
        ({ Properties }) => (Properties.DeletionProtectionEnabled = false),
      ),
      "a table that goes with its stack": spoil(tableIds.billing, (one) => (one.DeletionPolicy = "Delete")),
      "a table that a failed creation leaves": spoil(tableIds.billing, (one) => (one.DeletionPolicy = "Retain")),
    },
  },
  {
    name: "every table is backed up each night, where nobody deletes a backup for 35 days",
    problems: (templates) => {
      const [[vaultId, vault] = ["", undefined]] = all(templates, "AWS::Backup::BackupVault");
      const [plan] = all(templates, "AWS::Backup::BackupPlan");
      const [rule] = plan?.[1].Properties.BackupPlan.BackupPlanRule ?? [];
      const selected = all(templates, "AWS::Backup::BackupSelection").flatMap(
        ([, { Properties }]) => Properties.BackupSelection.Resources,
      );
      const backed = selected.map((arn: unknown) => target(templates, arn));
      const watched = JSON.stringify(all(templates, "AWS::CloudWatch::Alarm"));
      const ends = ["BackupJobsCompleted", "BackupJobsFailed", "BackupJobsAborted", "BackupJobsExpired"];
      return [
        ...(vault?.Properties.LockConfiguration?.MinRetentionDays === 35 && vault.DeletionPolicy === kept.DeletionPolicy
          ? []
          : ["a backup can be deleted"]),
        ...(target(templates, rule?.TargetBackupVault ?? "") === `${vaultId}.BackupVaultName` &&
        rule?.ScheduleExpression === "cron(0 7 * * ? *)" &&
        rule?.Lifecycle?.DeleteAfterDays === 35
          ? []
          : ["no backup each night"]),
        ...Object.values(tableIds)
          .filter((id) => !backed.includes(`${id}.Arn`))
          .map((id) => `${id} is not backed up`),
        ...ends.filter((end) => !watched.includes(`"NumberOf${end}"`)).map((end) => `nobody hears of ${end}`),
      ];
    },
    breaches: {
      "a vault without a lock": (templates) =>
        delete all(templates, "AWS::Backup::BackupVault")[0]![1].Properties.LockConfiguration,
      "a backup each week": (templates) => {
        const [rule] = all(templates, "AWS::Backup::BackupPlan")[0]![1].Properties.BackupPlan.BackupPlanRule;
        rule.ScheduleExpression = "cron(0 7 ? * 1 *)";
      },
      "one table that fails each night": ({ data }) => {
        delete data.Resources[Object.keys(data.Resources).find((id) => id.startsWith("BackupsFailed"))!];
      },
      "one table only": (templates) =>
        all(templates, "AWS::Backup::BackupSelection")[0]![1].Properties.BackupSelection.Resources.pop(),
    },
  },
  {
    name: "each table has the keys, the indexes, the expiry and the stream of the plan",
    problems: (templates) =>
      tablePlan.flatMap(({ id, keys, timeToLive, stream, indexes }) => {
        const { KeySchema, TimeToLiveSpecification, StreamSpecification, GlobalSecondaryIndexes } = resource(
          templates,
          id,
        ).Properties;
        return JSON.stringify([KeySchema, GlobalSecondaryIndexes ?? []]) === JSON.stringify([keys, indexes]) &&
          TimeToLiveSpecification?.AttributeName === timeToLive &&
          TimeToLiveSpecification.Enabled &&
          (StreamSpecification !== undefined) === stream
          ? []
          : [`${id} is not as shared/storage/tables.ts has it`];
      }),
    breaches: {
      "nothing expires": spoil(tableIds.billing, ({ Properties }) => delete Properties.TimeToLiveSpecification),
      "no stream": spoil(tableIds.claims, ({ Properties }) => delete Properties.StreamSpecification),
      "an index less": spoil(tableIds.claims, ({ Properties }) => Properties.GlobalSecondaryIndexes.pop()),
      "an index of other keys": spoil(tableIds.claims, ({ Properties }) => {
        Properties.GlobalSecondaryIndexes[0].KeySchema[0].AttributeName = "other";
      }),
      "an index of everything": spoil(tableIds.claims, ({ Properties }) => {
        Properties.GlobalSecondaryIndexes[1].Projection.ProjectionType = "ALL";
      }),
      "another key": spoil(tableIds.claims, ({ Properties }) => (Properties.KeySchema[1].AttributeName = "sort")),
    },
  },
  {
    name: "each bucket is closed, encrypted, versioned, kept, and speaks only TLS",
    problems: (templates) => [
      ...lacking(templates, "AWS::S3::Bucket", {
        ...kept,
        Properties: {
          PublicAccessBlockConfiguration: {
            BlockPublicAcls: true,
            BlockPublicPolicy: true,
            IgnorePublicAcls: true,
            RestrictPublicBuckets: true,
          },
          OwnershipControls: { Rules: [{ ObjectOwnership: "BucketOwnerEnforced" }] },
          BucketEncryption: {
            ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: "AES256" } }],
          },
          VersioningConfiguration: { Status: "Enabled" },
        },
      }),
      ...all(templates, "AWS::S3::Bucket")
        .filter(([id]) => !tlsOnly(templates, "AWS::S3::BucketPolicy", "Bucket", id))
        .map(([id]) => `${id} is open without TLS`),
    ],
    breaches: {
      "a public bucket": spoil(
        siteBucketId,
        ({ Properties }) => (Properties.PublicAccessBlockConfiguration.BlockPublicPolicy = false),
      ),
      "a bucket without versions": spoil(
        bucketIds.imports,
        ({ Properties }) => delete Properties.VersioningConfiguration,
      ),
      "a bucket without encryption": spoil(bucketIds.imports, ({ Properties }) => delete Properties.BucketEncryption),
      "a bucket that goes with its stack": spoil(bucketIds.imports, (one) => (one.UpdateReplacePolicy = "Delete")),
      "a bucket that a failed creation leaves": spoil(bucketIds.imports, (one) => (one.DeletionPolicy = "Retain")),
      "a bucket without its policy": ({ data }) => {
        for (const [id, { Type }] of Object.entries(data.Resources))
          if (Type === "AWS::S3::BucketPolicy") delete data.Resources[id];
      },
    },
  },
  {
    name: "every bucket but that of the logs writes who read it there, in a folder of its own",
    problems: (templates) => {
      const folders = all(templates, "AWS::S3::Bucket")
        .filter(([id]) => id !== logBucketId)
        .map(([id, { Properties }]) => {
          const { DestinationBucketName, LogFilePrefix = "" } = Properties.LoggingConfiguration ?? {};
          const isThere = target(templates, DestinationBucketName ?? "") === logBucketId;
          return isThere && LogFilePrefix.endsWith("/") ? LogFilePrefix : `${id} is not logged`;
        });
      const [, policy] = all(templates, "AWS::S3::BucketPolicy").find(
        ([, { Properties }]) => target(templates, Properties.Bucket) === logBucketId,
      )!;
      const written: string[] = policy.Properties.PolicyDocument.Statement.filter(
        ({ Principal }: Resource["Properties"]) => Principal.Service === "logging.s3.amazonaws.com",
      ).map(({ Resource: arn }: Resource["Properties"]) => target(templates, arn).replace(/^[^/]*\//, ""));
      return folders.filter((folder) => !written.some((taken) => taken.replace("*", "") === folder));
    },
    breaches: {
      "a bucket that is read unseen": spoil(siteBucketId, ({ Properties }) => delete Properties.LoggingConfiguration),
      "lines among another's": spoil(siteBucketId, ({ Properties }) => {
        Properties.LoggingConfiguration.LogFilePrefix = "website/";
      }),
      "logs that take no lines": ({ data }) => {
        for (const { Type, Properties } of Object.values(data.Resources))
          if (Type === "AWS::S3::BucketPolicy" && target({ data } as Templates, Properties.Bucket) === logBucketId)
            Properties.PolicyDocument.Statement = Properties.PolicyDocument.Statement.slice(0, 1);
      },
    },
  },
  {
    name: "a bucket that people upload to announces each new file, takes POST from anywhere, lets files expire, and is logged",
    problems: (templates) =>
      Object.entries(intakes).flatMap(([bucket, { folder, queue, days }]) => {
        const { Properties, DependsOn = [] } = resource(templates, bucket);
        const [notice, ...others] = Properties.NotificationConfiguration?.QueueConfigurations ?? [];
        const [cors] = Properties.CorsConfiguration.CorsRules;
        const policy =
          all(templates, "AWS::SQS::QueuePolicy").find(([id]) => id.startsWith(`${queue}QueuePolicy`))?.[0] ?? "";
        const expiry = Properties.LifecycleConfiguration?.Rules.find(
          ({ Prefix = folder, ExpirationInDays }: Resource["Properties"]) => Prefix === folder && ExpirationInDays,
        );
        return [
          ...(queue === undefined ||
          (JSON.stringify(notice?.Filter.S3Key.Rules) === `[{"Name":"prefix","Value":"${folder}"}]` &&
            others.length === 0)
            ? []
            : [`${bucket}: files arrive unseen`]),
          ...(queue === undefined || DependsOn.includes(policy)
            ? []
            : [`${bucket}: S3 asks the queue before the queue allows it`]),
          ...(JSON.stringify(cors.AllowedMethods) === '["POST"]' && cors.AllowedOrigins[0] === "*"
            ? []
            : [`${bucket}: browsers may do more or less than POST`]),
          ...(expiry?.ExpirationInDays === days && Properties.LoggingConfiguration
            ? []
            : [`${bucket}: files stay for ever or their readers are not logged`]),
        ];
      }),
    breaches: Object.fromEntries(
      Object.keys(intakes).flatMap((bucket) =>
        Object.entries<(templates: Templates) => void>({
          ...(announced.includes(bucket) && {
            "no notification": spoil(bucket, ({ Properties }) => delete Properties.NotificationConfiguration),
            "no order": ({ data }: Templates) => {
              data.Resources[bucket] = { ...data.Resources[bucket]!, DependsOn: [] };
            },
          }),
          "a GET from anywhere": spoil(bucket, ({ Properties }) =>
            Properties.CorsConfiguration.CorsRules[0].AllowedMethods.push("GET"),
          ),
          "no expiry": spoil(bucket, ({ Properties }) => delete Properties.LifecycleConfiguration),
        }).map(([what, breach]) => [`${what} (${bucket})`, breach]),
      ),
    ),
  },
  {
    name: "files in quarantine are scanned, and the scan's result reaches the worker",
    problems: (templates) => {
      const { ProtectedResource, Role, Actions } = planOf(templates);
      const { EventPattern, State, Targets = [] } = findings(templates);
      const { NotificationConfiguration } = resource(templates, bucketIds.quarantine).Properties;
      const trusted = Role && resource(templates, target(templates, Role).replace(/\.Arn$/, "")).Properties;
      const bucketName = ProtectedResource?.S3Bucket.BucketName;
      const [to, ...others] = Targets;
      return [
        ...(JSON.stringify(ProtectedResource?.S3Bucket.ObjectPrefixes) === '["attachments/"]' &&
        target(templates, bucketName) === bucketIds.quarantine
          ? []
          : ["attachments are not scanned"]),
        ...(Actions?.Tagging.Status === "ENABLED" ? [] : ["who looks by hand does not see what was found"]),
        ...(JSON.stringify(trusted?.AssumeRolePolicyDocument.Statement[0].Principal) ===
        '{"Service":"malware-protection-plan.guardduty.amazonaws.com"}'
          ? []
          : ["the scanner cannot take its role, or others can"]),
        ...(NotificationConfiguration?.EventBridgeConfiguration.EventBridgeEnabled === true
          ? []
          : ["the scanner does not hear of what comes"]),
        ...(JSON.stringify(EventPattern?.["detail-type"]) === '["GuardDuty Malware Protection Object Scan Result"]' &&
        JSON.stringify(EventPattern.detail.s3ObjectDetails.bucketName) === JSON.stringify([bucketName]) &&
        State === "ENABLED" &&
        others.length === 0 &&
        target(templates, to?.Arn) === `${queueIds.uploads}.Arn`
          ? []
          : ["what it finds does not reach the worker"]),
      ];
    },
    breaches: {
      "another folder": (templates) => (planOf(templates).ProtectedResource.S3Bucket.ObjectPrefixes = ["other/"]),
      "no plan": ({ data }) => {
        for (const [id, { Type }] of Object.entries(data.Resources))
          if (Type === "AWS::GuardDuty::MalwareProtectionPlan") delete data.Resources[id];
      },
      "no tags": (templates) => (planOf(templates).Actions.Tagging.Status = "DISABLED"),
      "another role": (templates) => {
        const role = resource(templates, target(templates, planOf(templates).Role).replace(/\.Arn$/, ""));
        role.Properties.AssumeRolePolicyDocument.Statement[0].Principal = { Service: "ec2.amazonaws.com" };
      },
      "a bucket that says nothing": spoil(
        bucketIds.quarantine,
        (one) => delete one.Properties.NotificationConfiguration,
      ),
      "another bucket's findings": (templates) =>
        (findings(templates).EventPattern.detail.s3ObjectDetails.bucketName = ["other"]),
      "a rule that is off": (templates) => (findings(templates).State = "DISABLED"),
      "another queue": (templates) => (findings(templates).Targets[0].Arn = "arn:aws:sqs:us-east-1:1:other"),
    },
  },
  ...(["evidence", "digests"] as const).map(
    (bucket): Rule => ({
      name: `the bucket ${bucket} is locked as the stage says, never expires, and who read it is logged`,
      problems: (templates) => {
        const { Properties } = resource(templates, bucketIds[bucket]);
        const { mode: Mode, days: Days } = settings.dev.evidenceLock;
        return [
          ...(Properties.ObjectLockEnabled === true &&
          JSON.stringify(Properties.ObjectLockConfiguration?.Rule?.DefaultRetention) === JSON.stringify({ Days, Mode })
            ? []
            : ["it can be changed or deleted"]),
          ...(Properties.LifecycleConfiguration.Rules.some(
            (rule: Resource["Properties"]) => rule.ExpirationInDays || rule.NoncurrentVersionExpiration,
          )
            ? ["it is forgotten"]
            : []),
          ...(Properties.LoggingConfiguration ? [] : ["who read it is not known"]),
          ...(Properties.CorsConfiguration ? ["browsers reach it"] : []),
        ];
      },
      breaches: {
        "no lock": spoil(bucketIds[bucket], ({ Properties }) => delete Properties.ObjectLockConfiguration),
        "a lock of another kind": spoil(bucketIds[bucket], ({ Properties }) => {
          Properties.ObjectLockConfiguration.Rule.DefaultRetention.Days = 2;
        }),
        "an expiry": spoil(bucketIds[bucket], ({ Properties }) => {
          Properties.LifecycleConfiguration.Rules[0].ExpirationInDays = 90;
        }),
        "no log": spoil(bucketIds[bucket], ({ Properties }) => delete Properties.LoggingConfiguration),
        browsers: spoil(bucketIds[bucket], ({ Properties }) => {
          Properties.CorsConfiguration = { CorsRules: [] };
        }),
      },
    }),
  ),
  {
    name: "only one function writes digests of days, each once, and nobody deletes one",
    problems: (templates) => {
      const [writer, once, never] = denialsOfDigests(templates);
      const isOf = ({ Effect, Principal, Resource }: Resource["Properties"]): boolean =>
        Effect === "Deny" && Principal.AWS === "*" && target(templates, Resource) === `${bucketIds.digests}.Arn/*`;
      return [
        ...([writer, once, never].every((one) => one && isOf(one)) ? [] : ["somebody, or some object, is let off"]),
        ...(writer?.Action === "s3:PutObject" &&
        [writer.Condition?.ArnNotEquals?.["lambda:SourceFunctionArn"]]
          .flat()
          .map((arn: unknown) => target(templates, arn ?? "").replace(/^.*:function:/, ""))
          .join(" ") === "caudal-dev-digest-chains caudal-dev-digest-chains:*"
          ? []
          : ["others write"]),
        ...(once?.Action === "s3:PutObject" && once.Condition?.Null?.["s3:if-none-match"] === "true"
          ? []
          : ["one that stands is written over"]),
        ...(["s3:BypassGovernanceRetention", "s3:DeleteObject", "s3:DeleteObjectVersion"].every((action) =>
          never?.Action.includes(action),
        ) && !never?.Condition
          ? []
          : ["somebody deletes"]),
      ];
    },
    breaches: {
      "any function": (templates) => {
        denialsOfDigests(templates)[0]!.Condition.ArnNotEquals["lambda:SourceFunctionArn"] = "arn:aws:lambda:*:*:*";
      },
      "one written over": (templates) => {
        denialsOfDigests(templates)[1]!.Condition = { Null: { "s3:if-none-match": "false" } };
      },
      "a version deleted": (templates) => {
        denialsOfDigests(templates)[2]!.Action.pop();
      },
      "deleting by some": (templates) => {
        denialsOfDigests(templates)[2]!.Condition = { Bool: { "aws:MultiFactorAuthPresent": "false" } };
      },
      "an object let off": (templates) => {
        denialsOfDigests(templates)[2]!.Resource = "arn:aws:s3:::other/*";
      },
      "no denial": (templates) => {
        digestPolicy(templates).Statement.splice(1, 1);
      },
    },
  },
  {
    name: "copies of case files are deleted after the days that their pages state, whoever asked for them",
    problems: (templates) =>
      resource(templates, bucketIds.exports).Properties.LifecycleConfiguration?.Rules.some(
        (rule: Resource["Properties"]) => rule.ExpirationInDays === copyDays && rule.NoncurrentVersionExpiration,
      )
        ? []
        : ["they stay"],
    breaches: {
      "no expiry": spoil(bucketIds.exports, ({ Properties }) => delete Properties.LifecycleConfiguration),
      "another expiry": spoil(bucketIds.exports, ({ Properties }) => {
        Properties.LifecycleConfiguration.Rules[0].ExpirationInDays = 365;
      }),
    },
  },
  {
    name: "the key of the seals signs on P-256 and outlives its stack",
    problems: (templates) =>
      lacking(templates, "AWS::KMS::Key", {
        ...kept,
        Properties: { KeySpec: "ECC_NIST_P256", KeyUsage: "SIGN_VERIFY", PendingWindowInDays: 30 },
      }),
    breaches: {
      "a key that encrypts": spoil(keyIds.seals, ({ Properties }) => (Properties.KeyUsage = "ENCRYPT_DECRYPT")),
      "another curve": spoil(keyIds.seals, ({ Properties }) => (Properties.KeySpec = "ECC_NIST_P384")),
      "a key that goes with its stack": spoil(keyIds.seals, (one) => (one.DeletionPolicy = "Delete")),
      "a key that a failed creation leaves": spoil(keyIds.seals, (one) => (one.DeletionPolicy = "Retain")),
    },
  },
];
