import { tables } from "../../../shared/storage/tables.ts";
import { all, lacking, type Resource, resource, type Templates } from "../templates.ts";
import { tlsOnly } from "./queues.ts";
import type { Rule } from "./rule.ts";
import { bucketIds, siteBucketId, tableIds } from "./stateful.ts";

const kept = { DeletionPolicy: "Retain", UpdateReplacePolicy: "Retain" };

const tablePlan = Object.entries(tables).map(([name, { partitionKey, sortKey, timeToLive, stream }]) => ({
  id: tableIds[name as keyof typeof tables],
  keys: [
    { AttributeName: partitionKey, KeyType: "HASH" },
    { AttributeName: sortKey, KeyType: "RANGE" },
  ],
  timeToLive,
  stream,
}));

const spoil =
  (id: string, change: (one: Resource) => void) =>
  (templates: Templates): void =>
    change(resource(templates, id));

export const storageRules: readonly Rule[] = [
  {
    name: "each table is restorable, kept, paid by request",
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
    },
  },
  {
    name: "each table has the keys, the expiry and the stream of the plan",
    problems: (templates) =>
      tablePlan.flatMap(({ id, keys, timeToLive, stream }) => {
        const { KeySchema, TimeToLiveSpecification, StreamSpecification } = resource(templates, id).Properties;
        return JSON.stringify(KeySchema) === JSON.stringify(keys) &&
          TimeToLiveSpecification?.AttributeName === timeToLive &&
          TimeToLiveSpecification.Enabled &&
          (StreamSpecification !== undefined) === stream
          ? []
          : [`${id} is not as shared/storage/tables.ts has it`];
      }),
    breaches: {
      "nothing expires": spoil(tableIds.billing, ({ Properties }) => delete Properties.TimeToLiveSpecification),
      "no stream": spoil(tableIds.claims, ({ Properties }) => delete Properties.StreamSpecification),
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
      "a bucket without its policy": ({ data }) => {
        for (const [id, { Type }] of Object.entries(data.Resources))
          if (Type === "AWS::S3::BucketPolicy") delete data.Resources[id];
      },
    },
  },
  {
    name: "the imports bucket reports each new file once it may, takes POST from anywhere, forgets, and is logged",
    problems: (templates) => {
      const { Properties, DependsOn = [] } = resource(templates, bucketIds.imports);
      const [notice, ...others] = Properties.NotificationConfiguration?.QueueConfigurations ?? [];
      const [cors] = Properties.CorsConfiguration.CorsRules;
      const policy =
        all(templates, "AWS::SQS::QueuePolicy").find(([id]) => id.startsWith("ImportsFilesQueuePolicy"))?.[0] ?? "";
      const expiry = Properties.LifecycleConfiguration?.Rules.find(
        ({ Prefix }: { Prefix?: string }) => Prefix === "files/",
      );
      return [
        ...(JSON.stringify(notice?.Filter.S3Key.Rules) === '[{"Name":"prefix","Value":"files/"}]' && others.length === 0
          ? []
          : ["files arrive unseen"]),
        ...(DependsOn.includes(policy) ? [] : ["S3 asks the queue before the queue allows it"]),
        ...(JSON.stringify(cors.AllowedMethods) === '["POST"]' && cors.AllowedOrigins[0] === "*"
          ? []
          : ["browsers may do more or less than POST"]),
        ...(expiry?.ExpirationInDays === 90 && Properties.LoggingConfiguration
          ? []
          : ["files stay for ever or their readers are not logged"]),
      ];
    },
    breaches: {
      "no notification": spoil(bucketIds.imports, ({ Properties }) => delete Properties.NotificationConfiguration),
      "no order": ({ data }) => {
        data.Resources[bucketIds.imports] = { ...data.Resources[bucketIds.imports]!, DependsOn: [] };
      },
      "a GET from anywhere": spoil(bucketIds.imports, ({ Properties }) =>
        Properties.CorsConfiguration.CorsRules[0].AllowedMethods.push("GET"),
      ),
      "no expiry": spoil(bucketIds.imports, ({ Properties }) => delete Properties.LifecycleConfiguration),
    },
  },
];
