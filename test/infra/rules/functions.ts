import { keptRuns, limitsOf, workers } from "../../../infra/workers.ts";
import { settings } from "../../../settings.ts";
import type { Route } from "../../../shared/contract/route.ts";
import { routesByFunction } from "../../../shared/contract/routes.ts";
import type { Grant } from "../../../shared/grant.ts";
import { type FunctionName, grantsOf, permissions, variableOf } from "../../../shared/permissions.ts";
import { all, functionNames, lacking, type Resource, resource, type Templates, target } from "../templates.ts";
import { kept, type Rule } from "./rule.ts";
import { bucketIds, keyIds, poolIds, queueIds, streamFailureIds, tableIds } from "./stateful.ts";

const functionsOf = (templates: Templates): [name: FunctionName, id: string, resource: Resource][] =>
  all(templates, "AWS::Lambda::Function").map(([id, one]) => [
    one.Properties.FunctionName.replace("caudal-dev-", ""),
    id,
    one,
  ]);

const storesOf = (name: FunctionName): readonly Grant[] => permissions[name].flatMap(grantsOf);
const queuesOf = (name: FunctionName): string[] => workers[name]?.takes?.map(({ queue }) => queueIds[queue]) ?? [];

const account = "AWS::AccountId";

/** Returns the resource that a store's actions are allowed on, as the policies write it. */
function resourceOf(store: Exclude<Grant, { readonly mail: string }>): string {
  if ("table" in store) return `${tableIds[store.table]}.Arn`;
  if ("queue" in store) return `${queueIds[store.queue]}.Arn`;
  if ("key" in store) return `${keyIds[store.key]}.Arn`;
  if ("pool" in store) return `${poolIds[store.pool]}.Arn`;
  return "text" in store
    ? "all but arn:aws:sns:*:*:*"
    : `arn:aws:s3:::caudal-dev-${store.bucket}-${account}/${store.prefix ?? ""}*`;
}

/** The action on a bucket itself and not on its objects. */
const ofBucket = "s3:ListBucket";

/** Returns each action of a store with the resource it is allowed on. */
function storeRights(store: Grant): string[] {
  const actions: readonly string[] = store.actions;
  const listed =
    "bucket" in store && actions.includes(ofBucket)
      ? on(`arn:aws:s3:::caudal-dev-${store.bucket}-${account}`, ofBucket)
      : [];
  return [...resourcesOf(store).flatMap((arn) => on(arn, ...actions.filter((one) => one !== ofBucket))), ...listed];
}

/** Returns all resources of a store: mail is sent from an identity, in a configuration set. */
function resourcesOf(store: Grant): readonly string[] {
  if (!("mail" in store)) return [resourceOf(store)];
  return ["identity/example.pe", "configuration-set/caudal-dev-notices"].map(
    (one) => `arn:aws:ses:us-east-1:${account}:${one}`,
  );
}

/** Returns what an environment variable of a store must refer to. */
function referredBy(store: Grant): string {
  if ("table" in store) return tableIds[store.table];
  if ("bucket" in store) return bucketIds[store.bucket];
  if ("queue" in store) return queueIds[store.queue];
  if ("key" in store) return `${keyIds[store.key]}.Arn`;
  if ("pool" in store) return poolIds[store.pool];
  return "mail" in store ? settings.dev.mailSender : "sms";
}

/** The environment variables of functions besides their stores'. */
const site = "https://SiteDistribution390DED28.DomainName";
const otherVariables: Partial<Record<FunctionName, readonly string[]>> = {
  "send-notices": [`SITE_ADDRESS = ${site}`, "MAIL_EVENTS = MailSetF44D7B1B"],
  "render-documents": [`SITE_ADDRESS = ${site}`],
  "export-case-files": [`SITE_ADDRESS = ${site}`],
  signing: [`SITE_ADDRESS = ${site}`],
  "probe-document-desk": [`SITE_ADDRESS = ${site}`, `CUSTOMERS_ISSUER = ${poolIds.customers}.ProviderURL`],
  "receipt-copies": [`SITE_ADDRESS = ${site}`],
};

const on = (arn: string, ...actions: readonly string[]): string[] => actions.map((action) => `${action} on ${arn}`);

/** Returns the rights to read a table's stream and to report a batch given up. */
function followingRights(name: FunctionName): string[] {
  const { follows } = workers[name] ?? {};
  if (!follows) return [];
  const reading = ["DescribeStream", "GetRecords", "GetShardIterator", "ListStreams"].map((one) => `dynamodb:${one}`);
  return [
    ...on(`${tableIds[follows.table]}.StreamArn`, ...reading),
    ...on(`${streamFailureIds[name]}.Arn`, "sqs:SendMessage"),
  ];
}

/** Returns the rights on a store's indexes: only `Query`. */
function indexRights(store: Grant): string[] {
  if (!("table" in store)) return [];
  return (store.indexes ?? []).map((index) => `dynamodb:Query on ${resourceOf(store)}/index/${index}`);
}

/** Returns exactly the rights for a function's log, its stores, and its queues and stream. */
function expectedRights(name: FunctionName, log: string): string[] {
  return [
    ...on(`${log}.Arn`, "logs:CreateLogStream", "logs:PutLogEvents"),
    ...storesOf(name).flatMap((store) => [...storeRights(store), ...indexRights(store)]),
    ...followingRights(name),
    ...queuesOf(name).flatMap((queue) =>
      on(`${queue}.Arn`, "sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"),
    ),
  ];
}

/** Returns every right of a role, from attached, managed and inline policies. */
function rightsOf(templates: Templates, role: string): string[] {
  const { ManagedPolicyArns = [], Policies = [] } = resource(templates, role).Properties;
  const attached = all(templates, "AWS::IAM::Policy").filter(([, { Properties }]) =>
    Properties.Roles.some((one: unknown) => target(templates, one) === role),
  );
  const statements = [...attached.map(([, { Properties }]) => Properties), ...Policies].flatMap(
    ({ PolicyDocument }) => PolicyDocument.Statement,
  );
  return [
    ...ManagedPolicyArns.map((arn: unknown) => `managed policy ${JSON.stringify(arn)}`),
    ...statements.flatMap(({ Action, Resource, NotResource }) => [
      ...[Resource ?? []].flat().flatMap((arn: unknown) => on(target(templates, arn), ...[Action].flat())),
      ...[NotResource ?? []].flat().flatMap((arn: string) => on(`all but ${arn}`, ...[Action].flat())),
    ]),
  ];
}

const differences = (what: string, actual: readonly string[], expected: readonly string[]): string[] => [
  ...actual.filter((one) => !expected.includes(one)).map((one) => `${what} may or has too much: ${one}`),
  ...expected.filter((one) => !actual.includes(one)).map((one) => `${what} lacks: ${one}`),
];

const roleOf = (templates: Templates, { Properties }: Resource): string =>
  target(templates, Properties.Role).replace(/\.Arn$/, "");
const logOf = (templates: Templates, { Properties }: Resource): string =>
  target(templates, Properties.LoggingConfig.LogGroup);

/** Spoils the first function. */
const spoil =
  (change: (properties: Resource["Properties"]) => void) =>
  (templates: Templates): void =>
    change(all(templates, "AWS::Lambda::Function")[0]![1].Properties);
/** Gives the first function what the last one has. */
const swap = (property: string) => (templates: Templates) => {
  const functions = all(templates, "AWS::Lambda::Function");
  functions[0]![1].Properties[property] = functions.at(-1)![1].Properties[property];
};
const receiptsRole = (templates: Templates): Resource["Properties"] =>
  all(templates, "AWS::IAM::Role").find(([id]) => id.startsWith("receiptsRole"))![1].Properties;
/** Returns the first statement by which a role may do just this. */
const statementOf = (templates: Templates, role: string, does: string): Resource["Properties"] =>
  all(templates, "AWS::IAM::Role")
    .find(([id]) => id.startsWith(role))![1]
    .Properties.Policies[0].PolicyDocument.Statement.find(
      ({ Action }: Resource["Properties"]) => Action === `dynamodb:${does}Item`,
    );
const deletionOf = (templates: Templates, role: string) => statementOf(templates, role, "Delete");
const writingOf = (templates: Templates, role: string) => statementOf(templates, role, "Update");
const ownRoutes = (name: FunctionName): Record<string, Route> =>
  Object.entries(routesByFunction).find(([of]) => of === name)?.[1] ?? {};
const policyOf = (templates: Templates): { Action: unknown; Resource: unknown }[] =>
  receiptsRole(templates).Policies[0].PolicyDocument.Statement;

export const functionRules: readonly Rule[] = [
  {
    name: "runs are kept for the functions that people file with, whatever others take",
    problems: (templates) =>
      functionsOf(templates)
        .filter(([name, , { Properties }]) => {
          const kept = ["claims", "submissions"].includes(name) ? 100 : undefined;
          return Properties.ReservedConcurrentExecutions !== kept;
        })
        .map(([name]) => `${name} keeps others than it should`),
    breaches: {
      "nothing kept for claims": (templates) => {
        const [, , { Properties }] = functionsOf(templates).find(([name]) => name === "claims")!;
        delete Properties.ReservedConcurrentExecutions;
      },
      "runs kept for a report": (templates) => {
        const [, , { Properties }] = functionsOf(templates).find(([name]) => name === "reports")!;
        Properties.ReservedConcurrentExecutions = 100;
      },
    },
  },
  {
    name: "the functions are those of the permissions, on Node 24 and arm64, with memory and time of their own",
    problems: (templates) => [
      ...differences(
        "the stack",
        functionsOf(templates).map(([name]) => name),
        functionNames,
      ),
      ...lacking(templates, "AWS::Lambda::Function", {
        Properties: { Runtime: "nodejs24.x", Architectures: ["arm64"], Handler: "index.handler" },
      }),
      ...functionsOf(templates)
        .filter(
          ([name, , { Properties }]) =>
            Properties.Timeout !== limitsOf(name).timeout.toSeconds() || Properties.MemorySize < 256,
        )
        .map(([name]) => `${name} has another timeout or less than 256 MB`),
    ],
    breaches: {
      "an older runtime": spoil((one) => (one.Runtime = "nodejs22.x")),
      "another architecture": spoil((one) => delete one.Architectures),
      "no timeout": spoil((one) => delete one.Timeout),
      "too little memory": spoil((one) => (one.MemorySize = 128)),
      "a function without permissions": spoil((one) => (one.FunctionName = "caudal-dev-other")),
    },
  },
  {
    name: "each function answers by an alias with its newest version, and a version that answered before stays",
    problems: (templates) => {
      const versions = all(templates, "AWS::Lambda::Version");
      const aliases = all(templates, "AWS::Lambda::Alias");
      return [
        ...lacking(templates, "AWS::Lambda::Version", kept),
        ...functionsOf(templates).flatMap(([name, id]) => {
          const own = versions.filter(([, { Properties }]) => target(templates, Properties.FunctionName) === id);
          const ofName = aliases.filter(([, { Properties }]) => target(templates, Properties.FunctionName) === id);
          const [answers] = ofName.map(([, { Properties }]) => target(templates, Properties.FunctionVersion));
          return own.length === 1 && ofName.length === 1 && answers === `${own[0]![0]}.Version`
            ? []
            : [`${name} does not answer with its newest version`];
        }),
      ];
    },
    breaches: {
      "a version that goes with the next": (templates) =>
        (all(templates, "AWS::Lambda::Version")[0]![1].DeletionPolicy = "Delete"),
      "an alias that stays behind": (templates) =>
        (all(templates, "AWS::Lambda::Alias")[0]![1].Properties.FunctionVersion = "1"),
      "a function without an alias": ({ service }) => {
        delete service.Resources[
          Object.entries(service.Resources).find(([, { Type }]) => Type === "AWS::Lambda::Alias")![0]
        ];
      },
    },
  },
  {
    name: "each function writes to a log of its own that expires",
    problems: (templates) => [
      ...all(templates, "AWS::Logs::LogGroup").flatMap(([id, { Properties }]) =>
        // Logs that name telephones are deleted after a day.
        Properties.RetentionInDays === (JSON.stringify(Properties.LogGroupName).includes("sns/") ? 1 : 90) ? [] : id,
      ),
      ...functionsOf(templates)
        .filter(
          ([name, , one]) =>
            resource(templates, logOf(templates, one))?.Properties.LogGroupName !== `/aws/lambda/caudal-dev-${name}`,
        )
        .map(([name]) => `${name} writes to another's log`),
    ],
    breaches: {
      "a log for ever": (templates) => delete all(templates, "AWS::Logs::LogGroup")[0]![1].Properties.RetentionInDays,
      "another's log": swap("LoggingConfig"),
    },
  },
  {
    name: "each function may do exactly what the permissions say, where they say it, and only Lambda assumes its role",
    problems: (templates) =>
      functionsOf(templates).flatMap(([name, , one]) => {
        const role = roleOf(templates, one);
        const trusted = resource(templates, role).Properties.AssumeRolePolicyDocument.Statement;
        const shared = functionsOf(templates).filter(([, , other]) => roleOf(templates, other) === role).length > 1;
        return [
          ...differences(name, rightsOf(templates, role), expectedRights(name, logOf(templates, one))),
          ...(JSON.stringify(trusted).includes('"Principal":{"Service":"lambda.amazonaws.com"}') && trusted.length === 1
            ? []
            : [`${name}: its role is trusted to others`]),
          ...(shared ? [`${name} shares its role`] : []),
        ];
      }),
    breaches: {
      "a wildcard action": (templates) => policyOf(templates).push({ Action: "dynamodb:*", Resource: { Ref: "x" } }),
      "an action without permission": (templates) =>
        policyOf(templates).push({ Action: "dynamodb:Scan", Resource: policyOf(templates)[1]!.Resource }),
      "a permitted action elsewhere": (templates) =>
        policyOf(templates).push({ Action: "dynamodb:Query", Resource: "*" }),
      "an index without permission": (templates) =>
        policyOf(templates).push({
          Action: "dynamodb:Query",
          Resource: { "Fn::Join": ["", [{ "Fn::GetAtt": [tableIds.claims, "Arn"] }, "/index/byQueue"]] },
        }),
      "a right that is missing": (templates) => policyOf(templates).pop(),
      "text messages to a topic too": (templates) => {
        const [, { Properties }] = all(templates, "AWS::IAM::Role").find(([id]) => id.startsWith("sendnoticesRole"))!;
        const texts = Properties.Policies[0].PolicyDocument.Statement.find(
          ({ Action }: Resource["Properties"]) => Action === "sns:Publish",
        );
        delete texts.NotResource;
        texts.Resource = "*";
      },
      "a managed policy": (templates) => {
        receiptsRole(templates).ManagedPolicyArns = ["arn:aws:iam::aws:policy/AdministratorAccess"];
      },
      "a role that others may assume": (templates) =>
        receiptsRole(templates).AssumeRolePolicyDocument.Statement.push({ Principal: { AWS: "*" } }),
      "a role of two": swap("Role"),
    },
  },
  {
    name: "a function deletes only what its stores state, and none that the public reaches deletes anything of a claim",
    problems: (templates) =>
      functionsOf(templates).flatMap(([name, , one]) => {
        const { Policies } = resource(templates, roleOf(templates, one)).Properties;
        const deleting = Policies.flatMap(({ PolicyDocument }: Resource["Properties"]) =>
          PolicyDocument.Statement.filter(({ Action }: Resource["Properties"]) =>
            [Action].flat().includes("dynamodb:DeleteItem"),
          ),
        );
        const stated = storesOf(name).flatMap((store) => ("table" in store && store.deletes) || []);
        const allowed: string[] = deleting.flatMap(({ Condition }: Resource["Properties"]) =>
          Condition?.Null?.["dynamodb:LeadingKeys"] === "false"
            ? (Condition["ForAllValues:StringLike"]?.["dynamodb:LeadingKeys"] ?? ["*"])
            : ["*"],
        );
        const isPublic = Object.values<Route>(ownRoutes(name)).some(({ audience }) => audience !== "staff");
        return [
          ...differences(`${name}, deleting,`, [...new Set(allowed)], [...new Set(stated.map((key) => `${key}*`))]),
          ...(isPublic && allowed.some((key) => key === "*" || key.startsWith("CLAIM"))
            ? [`${name} answers the public and may delete history`]
            : []),
        ];
      }),
    breaches: {
      "any key": (templates) => delete deletionOf(templates, "claimsRole").Condition,
      "no key at all": (templates) => delete deletionOf(templates, "claimsRole").Condition.Null,
      "a claim": (templates) =>
        deletionOf(templates, "claimsRole").Condition["ForAllValues:StringLike"]["dynamodb:LeadingKeys"].push(
          "CLAIM#*",
        ),
    },
  },
  {
    name: "a function that answers the public and files nothing writes nothing of a claim",
    problems: (templates) =>
      functionsOf(templates).flatMap(([name, , one]) => {
        const isPublic = Object.values<Route>(ownRoutes(name)).some(({ audience }) => audience !== "staff");
        if (!isPublic || keptRuns(name) !== undefined) return [];
        const { Policies } = resource(templates, roleOf(templates, one)).Properties;
        return Policies.flatMap(({ PolicyDocument }: Resource["Properties"]) => PolicyDocument.Statement).flatMap(
          ({ Action, Resource: on, Condition }: Resource["Properties"]) => {
            const isWriting = [Action].flat().some((action) => /:(Put|Update)Item$/.test(action));
            const isOfClaims = [on].flat().some((arn) => target(templates, arn) === `${tableIds.claims}.Arn`);
            const keys: string[] = Condition?.["ForAllValues:StringLike"]?.["dynamodb:LeadingKeys"] ?? [];
            const isBound = keys.length > 0 && Condition.Null?.["dynamodb:LeadingKeys"] === "false";
            return isWriting && isOfClaims && (!isBound || keys.some((key) => key === "*" || key.startsWith("CLAIM")))
              ? [`${name} answers the public and may write history`]
              : [];
          },
        );
      }),
    breaches: {
      "any key": (templates) => delete writingOf(templates, "receiptsRole").Condition,
      "no key at all": (templates) => delete writingOf(templates, "receiptsRole").Condition.Null,
      "a claim": (templates) =>
        writingOf(templates, "receiptsRole").Condition["ForAllValues:StringLike"]["dynamodb:LeadingKeys"].push(
          "CLAIM#*",
        ),
    },
  },
  {
    name: "each function is given its stores, its build and nothing else; the API's functions also the origin key",
    problems: (templates) =>
      functionsOf(templates).flatMap(([name, , { Properties }]) => {
        const { BUILD, ORIGIN_KEY, REVISION, ...variables } = Properties.Environment.Variables;
        const signIn = ["CUSTOMERS_ISSUER", "CUSTOMERS_CLIENT_ID", "STAFF_ISSUER", "STAFF_CLIENT_ID"];
        const referred = Object.entries(variables)
          .filter(([variable]) => !(name === "office" && signIn.includes(variable)))
          .map(([variable, value]) => `${variable} = ${target(templates, value)}`);
        const keyed = JSON.stringify(ORIGIN_KEY ?? "").includes("{{resolve:secretsmanager:");
        return [
          ...differences(name, referred, [
            ...storesOf(name).map((store) => `${variableOf(store)} = ${referredBy(store)}`),
            ...(otherVariables[name] ?? []),
          ]),
          ...(name === "office" && signIn.some((variable) => !(variable in variables))
            ? [`${name} does not know where people sign in`]
            : []),
          ...((REVISION !== undefined) === (name === "office")
            ? []
            : [`${name}: only office states the commit: another would be published anew with each`]),
          ...(Properties.Code.S3Key.startsWith(BUILD) ? [] : [`${name}: BUILD is not the hash of its bundle`]),
          ...(keyed === !workers[name] ? [] : [`${name}: ORIGIN_KEY is missing, in plain text, or not needed`]),
        ];
      }),
    breaches: {
      "a variable too many": spoil((one) => (one.Environment.Variables.STAGE = "dev")),
      "a commit in a function that does not state it": (templates) =>
        (all(templates, "AWS::Lambda::Function").at(-1)![1].Properties.Environment.Variables.REVISION = "a b"),
      "another table under the name": ({ service }) => {
        const { Variables } = Object.values(service.Resources).find(
          ({ Properties }) => Properties?.FunctionName === "caudal-dev-administration",
        )!.Properties.Environment;
        Variables.TABLE_BILLING = Variables.BUCKET_IMPORTS;
      },
      "a key in plain text": spoil((one) => (one.Environment.Variables.ORIGIN_KEY = "secret")),
      "a build that is not the bundle's": spoil((one) => (one.Environment.Variables.BUILD = "2026-11-24")),
    },
  },
];
