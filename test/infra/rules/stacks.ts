import { all, type Templates } from "../templates.ts";
import type { Rule } from "./rule.ts";
import {
  bucketIds,
  deadLetterIds,
  keyIds,
  logBucketId,
  poolIds,
  queueIds,
  siteBucketId,
  tableIds,
} from "./stateful.ts";

const holdData = [
  "AWS::DynamoDB::Table",
  "AWS::S3::Bucket",
  "AWS::SQS::Queue",
  "AWS::Cognito::UserPool",
  "AWS::KMS::Key",
];
const pinned: readonly string[] = [
  ...Object.values(tableIds),
  ...Object.values(bucketIds),
  ...Object.values(queueIds),
  ...deadLetterIds,
  ...Object.values(keyIds),
  ...Object.values(poolIds),
  logBucketId,
  siteBucketId,
];

const plans = "AWS::GuardDuty::MalwareProtectionPlan";
/** What the plan depends on or reports to: it must exist before the plan. */
const beforeTheScan: readonly string[] = [
  bucketIds.quarantine,
  queueIds.uploads,
  "EvidenceStorageUploadsDeadLettersF7718B27",
];

const imports = (template: unknown): string[] =>
  [...JSON.stringify(template).matchAll(/\{"Fn::ImportValue":"([^"]*)"\}/g)].map(([, name]) => name ?? "");

const types = ({ data, service }: Templates): [string, string][] =>
  [data, service].flatMap(({ Resources }) =>
    Object.entries(Resources).map(([id, { Type }]) => [id, Type] as [string, string]),
  );

export const stackRules: readonly Rule[] = [
  {
    name: "resources with data keep their logical id",
    problems: (templates) => {
      const found = holdData.flatMap((type) => all(templates, type).map(([id]) => id));
      return [
        ...pinned.filter((id) => !found.includes(id)).map((id) => `${id} is gone`),
        ...found.filter((id) => !pinned.includes(id)).map((id) => `${id} is new: pin it`),
      ];
    },
    breaches: {
      "a table under another id": ({ data }) => {
        data.Resources["ClaimsTable00000000"] = data.Resources[tableIds.claims]!;
        delete data.Resources[tableIds.claims];
      },
    },
  },
  {
    name: "the data stack refers to no other, the service stack only to what data exports",
    problems: ({ data, service }) => {
      const exported = Object.values(data.Outputs).map(({ Export }) => Export?.Name);
      return [
        ...imports(data).map((name) => `data imports ${name}`),
        ...imports(service)
          .filter((name) => !exported.includes(name))
          .map((name) => `service imports ${name}`),
        ...(imports(service).length === 0 ? ["service imports nothing: these are not the two stacks"] : []),
      ];
    },
    breaches: {
      "data importing": ({ data }) => {
        data.Resources[tableIds.claims]!.Properties.TableName = { "Fn::ImportValue": "caudal-dev-service:Name" };
      },
      "service importing what nobody exports": ({ service }) => {
        service.Resources[siteBucketId]!.Properties.BucketName = { "Fn::ImportValue": "caudal-dev-data:Nothing" };
      },
    },
  },
  {
    name: "GuardDuty writes into quarantine only once every other resource with data exists, so that a rollback finds it empty",
    problems: ({ data }) => {
      const [plan] = Object.values(data.Resources).filter(({ Type }) => Type === plans);
      return Object.entries(data.Resources)
        .filter(([id, { Type }]) => holdData.includes(Type) && !beforeTheScan.includes(id))
        .filter(([id]) => !plan?.DependsOn?.includes(id))
        .map(([id]) => `the plan does not wait for ${id}`);
    },
    breaches: Object.fromEntries(
      [poolIds.customers, bucketIds.evidence, tableIds.claims].map((id) => [
        `a plan that does not wait for ${id}`,
        ({ data }: Templates) => {
          for (const [planId, plan] of Object.entries(data.Resources))
            if (plan.Type === plans)
              data.Resources[planId] = { ...plan, DependsOn: plan.DependsOn?.filter((one) => one !== id) ?? [] };
        },
      ]),
    ),
  },
  {
    name: "no custom resource: a deployment runs no code of ours or of the CDK's",
    problems: (templates) =>
      types(templates)
        .filter(([, type]) => type.startsWith("Custom::") || type === "AWS::CloudFormation::CustomResource")
        .map(([id, type]) => `${id} is a ${type}`),
    breaches: {
      "a bucket notification of the CDK's": ({ data }) => {
        data.Resources["Notifications"] = { Type: "Custom::S3BucketNotifications", Properties: {} };
      },
    },
  },
];
