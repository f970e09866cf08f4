import { monthOf } from "../../../infra/costs/month.ts";
import { settings } from "../../../settings.ts";
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

const types = (templates: Templates): [string, string][] =>
  Object.values(templates).flatMap(({ Resources }) =>
    Object.entries(Resources).map(([id, { Type }]) => [id, Type] as [string, string]),
  );

/** Of the 500 that CloudFormation takes: a stack must have room for years. */
const mostResources = 400;
/** CloudFormation takes a template of a million bytes. */
const mostBytes = 1_000_000;

/**
 * Returns the logical ids that a value refers to, in its own stack; names it imports are returned as `import <name>`.
 */
function referencesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(referencesOf);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === "Ref") return [inner];
    if (key === "Fn::GetAtt") return [[inner].flat()[0].split(".")[0]];
    if (key === "Fn::ImportValue") return [`import ${inner}`];
    if (key === "DependsOn") return [inner].flat();
    const named = key === "Fn::Sub" ? [...String([inner].flat()[0]).matchAll(/\$\{([\w:]+)/g)] : [];
    return [...named.map(([, name]) => name ?? ""), ...referencesOf(inner)];
  });
}

/** Returns every resource of the stacks as `<stack>.<id>`, with those it refers to. */
function references(templates: Templates): Map<string, string[]> {
  const stacks = Object.entries(templates);
  const exported = new Map(
    stacks.flatMap(([stack, { Outputs }]) =>
      Object.values(Outputs ?? {}).map(({ Value, Export }) => [
        `import ${Export?.Name}`,
        referencesOf(Value).map((id) => `${stack}.${id}`),
      ]),
    ),
  );
  return new Map(
    stacks.flatMap(([stack, { Resources }]) =>
      Object.entries(Resources).map(([id, one]) => [
        `${stack}.${id}`,
        referencesOf(one).flatMap((name) => exported.get(name) ?? [`${stack}.${name}`]),
      ]),
    ),
  );
}

/** Returns the circles of references found, each from a resource back to it. */
function circlesIn(graph: Map<string, string[]>): string[] {
  const circles: string[] = [];
  const done = new Set<string>();
  const walk = (id: string, path: readonly string[]): void => {
    if (path.includes(id)) return void circles.push([...path.slice(path.indexOf(id)), id].join(" → "));
    if (done.has(id)) return;
    for (const next of graph.get(id) ?? []) walk(next, [...path, id]);
    done.add(id);
  };
  for (const id of graph.keys()) walk(id, []);
  return circles;
}

const stackCircles = (graph: Map<string, string[]>): string[] => {
  const stackOf = (id: string) => id.replace(/\..*/, "");
  const pairs = [...graph].flatMap(([from, to]) => to.map((one) => [stackOf(from), stackOf(one)] as const));
  const between = Map.groupBy(
    pairs.filter(([from, to]) => from !== to),
    ([from]) => from,
  );
  return circlesIn(new Map([...between].map(([from, to]) => [from, [...new Set(to.map(([, one]) => one))]])));
};

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
    name: "the data stack refers to no other, each later stack only to what an earlier one exports",
    problems: (templates) => {
      const { data, service, routes } = templates;
      const exportsOf = ({ Outputs }: Templates["data"]) =>
        Object.values(Outputs ?? {}).map(({ Export }) => Export?.Name);
      const beyond = (name: string, stack: Templates["data"], ...earlier: readonly Templates["data"][]) =>
        imports(stack)
          .filter((one) => !earlier.flatMap(exportsOf).includes(one))
          .map((one) => `${name} imports ${one}`);
      return [
        ...beyond("data", data),
        ...beyond("service", service, data),
        ...beyond("routes", routes, data, service),
        ...([service, routes].some((stack) => imports(stack).length === 0) ? ["a stack that imports nothing"] : []),
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
    name: "no resource refers to itself, however far around",
    problems: (templates) => {
      const graph = references(templates);
      return [...circlesIn(graph), ...stackCircles(graph)];
    },
    breaches: {
      "a site that asks the sign-in client": ({ service }) => {
        const find = (type: string) => Object.entries(service.Resources).find(([, { Type }]) => Type === type)!;
        const [client] = find("AWS::Cognito::UserPoolClient");
        find("AWS::CloudFront::Distribution")[1].Properties.DistributionConfig.Comment = { Ref: client };
      },
      "a wait for what waits": ({ data }) => {
        const table = data.Resources[tableIds.claims]!;
        data.Resources[tableIds.claims] = { ...table, DependsOn: [tableIds.billing] };
        data.Resources[tableIds.billing]!.Properties.TableName = { "Fn::Sub": `\${${tableIds.claims}}-2` };
      },
      "two stacks that import from each other": ({ service, routes }) => {
        Object.assign(routes, {
          Outputs: { Route: { Value: { Ref: Object.keys(routes.Resources)[0] }, Export: { Name: "routes:Route" } } },
        });
        service.Resources[siteBucketId]!.Properties.BucketName = { "Fn::ImportValue": "routes:Route" };
      },
    },
  },
  {
    name: "no stack has more resources or bytes than leave room for years",
    problems: (templates) =>
      Object.entries(templates).flatMap(([stack, template]) => {
        const count = Object.keys(template.Resources).length;
        const bytes = JSON.stringify(template).length;
        return [
          ...(count > mostResources ? [`${stack} has ${count} resources`] : []),
          ...(bytes > mostBytes / 2 ? [`${stack} has ${bytes} bytes`] : []),
        ];
      }),
    breaches: {
      "many small resources": ({ service }) => {
        for (let at = 0; at <= mostResources; at += 1)
          service.Resources[`Topic${at}`] = { Type: "AWS::SNS::Topic", Properties: {} };
      },
      "one long resource": ({ routes }) => {
        routes.Resources["Long"] = { Type: "AWS::SSM::Parameter", Properties: { Value: "a".repeat(mostBytes) } };
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
  {
    name: "somebody is mailed before the month costs too much",
    problems: (templates) => {
      const [[, { Properties }] = ["", { Properties: {} }]] = all(templates, "AWS::Budgets::Budget");
      const mails = JSON.stringify(Properties.NotificationsWithSubscribers ?? []);
      const texts = all(templates, "AWS::CloudWatch::Alarm").find(([id]) => id.startsWith("SpendingTexts"))?.[1];
      const month = monthOf(settings.dev.connections);
      // A quarter more than docs/costs.md says, so 80 % of it are mailed once that is spent.
      const isAbove = (limit: number, reckoned: number) => limit > 1.2 * reckoned && limit < 1.3 * reckoned + 1;
      return isAbove(
        Properties.Budget?.BudgetLimit?.Amount,
        Object.values(month).reduce((sum, part) => sum + part, 0),
      ) &&
        isAbove(texts?.Properties.Threshold, month["text messages"]) &&
        mails.includes(settings.dev.alarmAddress) &&
        mails.includes("FORECASTED")
        ? []
        : ["there is no budget, or nobody is mailed"];
    },
    breaches: {
      "no budget": ({ data }) => {
        for (const [id, { Type }] of Object.entries(data.Resources))
          if (Type === "AWS::Budgets::Budget") delete data.Resources[id];
      },
      "a budget below what a month is reckoned at": (templates) =>
        (all(templates, "AWS::Budgets::Budget")[0]![1].Properties.Budget.BudgetLimit.Amount = 50),
      "an alarm of texts that every month raises": (templates) =>
        (all(templates, "AWS::CloudWatch::Alarm").find(([id]) =>
          id.startsWith("SpendingTexts"),
        )![1].Properties.Threshold = 5),
      "a budget for nobody": (templates) =>
        delete all(templates, "AWS::Budgets::Budget")[0]![1].Properties.NotificationsWithSubscribers,
    },
  },
];
