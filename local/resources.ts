import { createHash } from "node:crypto";
import * as z from "zod";
import { arnOf, region } from "./cloud.ts";

/** A resource as its template has it, with its expressions unresolved. */
export interface Resource {
  readonly stack: string;
  readonly id: string;
  readonly type: string;
  /** The template's name for it, or one made from the stack and the logical id. */
  readonly name: string;
  readonly properties: Readonly<Record<string, unknown>>;
  /** The condition that must hold for the resource to exist. */
  readonly condition?: string | undefined;
  /** The folder of its asset, for functions. */
  readonly assetFolder?: string;
}

/** Marks a property as one that means nothing here. A property that its type's schema does not name is refused. */
export const ignored = z.unknown().optional();

/**
 * The values of `Ref` (under the empty name) and `Fn::GetAtt` of a resource. A missing one is not known yet, or never.
 */
export type Attributes = Readonly<Record<string, string>>;

/** The property that holds the name of a resource, by its type. */
export const nameProperty: Readonly<Record<string, string>> = {
  "AWS::DynamoDB::GlobalTable": "TableName",
  "AWS::DynamoDB::Table": "TableName",
  "AWS::SQS::Queue": "QueueName",
  "AWS::S3::Bucket": "BucketName",
  "AWS::Lambda::Function": "FunctionName",
  "AWS::SES::ConfigurationSet": "Name",
};

/**
 * Returns a name made from the stack and the logical id, for a resource whose template gives no name. The name of a
 * bucket is in lower case and cut to 63 characters; any other name is cut to 80.
 */
export function madeName(stack: string, id: string, type: string): string {
  const made = `${stack}-${id}`;
  return type === "AWS::S3::Bucket" ? made.toLowerCase().slice(0, 63) : made.slice(0, 80);
}

/** Returns a UUID made from a text: the same in every stack, also after a reset. */
export function uuidOf(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const tableAttributes = (resource: Resource): Attributes => ({
  "": resource.name,
  Arn: arnOf("dynamodb", `table/${resource.name}`),
});

/** The resource types the stack runs, and the attributes of each that are known before it is made. */
const run: Readonly<Record<string, (resource: Resource) => Attributes>> = {
  "AWS::DynamoDB::GlobalTable": tableAttributes,
  "AWS::DynamoDB::Table": tableAttributes,
  "AWS::SQS::Queue": (resource) => ({ Arn: arnOf("sqs", resource.name), QueueName: resource.name }),
  "AWS::S3::Bucket": (resource) => ({ "": resource.name, Arn: `arn:aws:s3:::${resource.name}` }),
  "AWS::Lambda::Function": (resource) => ({
    "": resource.name,
    Arn: arnOf("lambda", `function:${resource.name}`),
  }),
  // There is one version here, and `readAssembly` gives an alias the ARN of its function.
  "AWS::Lambda::Version": ({ stack, id }) => ({ "": `${stack}-${id}`, Version: "1" }),
  "AWS::Lambda::Alias": () => ({}),
  "AWS::Lambda::EventSourceMapping": () => ({}),
  "AWS::ApiGatewayV2::Api": ({ id }) => ({ "": id }),
  "AWS::ApiGatewayV2::Authorizer": ({ id }) => ({ "": id }),
  "AWS::ApiGatewayV2::Integration": ({ id }) => ({ "": id }),
  "AWS::ApiGatewayV2::Route": ({ id }) => ({ "": id }),
  "AWS::Cognito::UserPool": (resource) => {
    const pool = poolOf(resource);
    return {
      "": `${region}_${pool}`,
      UserPoolId: `${region}_${pool}`,
      Arn: arnOf("cognito-idp", `userpool/${region}_${pool}`),
    };
  },
  "AWS::Cognito::UserPoolClient": ({ id }) => ({ "": id.toLowerCase(), ClientId: id.toLowerCase() }),
  "AWS::KMS::Key": ({ stack, id }) => {
    const keyId = uuidOf(`${stack}/${id}`);
    return { "": keyId, KeyId: keyId, Arn: arnOf("kms", `key/${keyId}`) };
  },
  "AWS::SecretsManager::Secret": ({ stack, id }) => ({ "": arnOf("secretsmanager", `secret:${stack}-${id}`) }),
  "AWS::CloudFront::Distribution": ({ id }) => ({ "": id }),
  "AWS::SES::ConfigurationSet": (resource) => ({ "": resource.name }),
  "AWS::SES::ConfigurationSetEventDestination": () => ({}),
  "AWS::Logs::SubscriptionFilter": () => ({}),
  "AWS::Events::Rule": (resource) => ({ "": resource.name, Arn: arnOf("events", `rule/${resource.name}`) }),
  "AWS::GuardDuty::MalwareProtectionPlan": ({ stack, id }) => ({
    "": uuidOf(`${stack}/${id}`),
    MalwareProtectionPlanId: uuidOf(`${stack}/${id}`),
    Arn: arnOf("guardduty", `malware-protection-plan/${uuidOf(`${stack}/${id}`)}`),
  }),
  "AWS::CloudWatch::Alarm": ({ stack, id }) => ({
    "": `${stack}-${id}`,
    Arn: arnOf("cloudwatch", `alarm:${stack}-${id}`),
  }),
  "AWS::Scheduler::Schedule": (resource) => ({ "": resource.name }),
};

export const pools = ["customers", "staff"] as const;
export type Pool = (typeof pools)[number];
const poolSuffix = z.string().transform((name, context): Pool => {
  const pool = pools.find((one) => name.endsWith(one));
  if (pool) return pool;
  context.addIssue({ code: "custom", message: `a user pool's name ends with ${pools.join(" or ")}` });
  return z.NEVER;
});

/**
 * Returns the local issuer that stands in for a user pool, `customers` or `staff`, by the end of the pool's name.
 * @throws if the pool's name ends with neither
 */
export function poolOf({ properties }: Resource): Pool {
  return poolSuffix.parse(properties["UserPoolName"], { reportInput: true });
}

/** The types that do nothing here, under the reason why. */
const inert: Readonly<Record<string, readonly string[]>> = {
  "permissions are proved on the templates, not here": [
    "AWS::IAM::Role",
    "AWS::IAM::Policy",
    "AWS::IAM::ManagedPolicy",
    "AWS::Lambda::Permission",
    "AWS::S3::BucketPolicy",
    "AWS::SNS::TopicPolicy",
    "AWS::SQS::QueuePolicy",
  ],
  "there are no dashboards, metrics or logs of the cloud here; functions log to the state folder": [
    "AWS::CloudWatch::CompositeAlarm",
    "AWS::CloudWatch::Dashboard",
    "AWS::Logs::Delivery",
    "AWS::Logs::DeliveryDestination",
    "AWS::Logs::DeliverySource",
    "AWS::Logs::LogGroup",
    "AWS::Logs::MetricFilter",
    "AWS::Logs::QueryDefinition",
    "AWS::SNS::Subscription",
    "AWS::SNS::Topic",
  ],
  "the local issuers have their own address, page, people and scopes": [
    "AWS::Cognito::LogDeliveryConfiguration",
    "AWS::Cognito::ManagedLoginBranding",
    "AWS::Cognito::UserPoolDomain",
    "AWS::Cognito::UserPoolGroup",
    "AWS::Cognito::UserPoolResourceServer",
  ],
  "the gateway serves the site from the files these are made from, and caches nothing": [
    "AWS::CloudFront::CachePolicy",
    "AWS::CloudFront::Function",
    "AWS::CloudFront::OriginAccessControl",
    "AWS::CloudFront::OriginRequestPolicy",
    "AWS::CloudFront::ResponseHeadersPolicy",
  ],
  "there is no firewall here, and nothing costs": [
    "AWS::Budgets::Budget",
    "AWS::WAFv2::LoggingConfiguration",
    "AWS::WAFv2::WebACL",
    "AWS::WAFv2::WebACLAssociation",
  ],
  "stores are neither encrypted nor backed up here: invented data only": [
    "AWS::Backup::BackupPlan",
    "AWS::Backup::BackupSelection",
    "AWS::Backup::BackupVault",
    "AWS::KMS::Alias",
  ],
  "one stage without throttling, and schedules without groups": [
    "AWS::ApiGatewayV2::Stage",
    "AWS::Scheduler::ScheduleGroup",
  ],
  "only schedules invoke without waiting here, and they say what failed": ["AWS::Lambda::EventInvokeConfig"],
  "it says how the template was made": ["AWS::CDK::Metadata"],
};
const inertTypes = new Set(Object.values(inert).flat());

/**
 * Returns the attributes of a resource that are known before it is made. A type that does nothing here has made-up
 * ones.
 * @throws if the local stack does not know the resource's type
 */
export function attributesOf(resource: Resource): Attributes {
  const { stack, id, type } = resource;
  const known = run[type];
  if (known) return known(resource);
  if (inertTypes.has(type)) return { "": `${stack}-${id}`, Arn: arnOf("local", `${stack}-${id}`) };
  throw new Error(`${stack}.${id}: the local stack does not know ${type}: add it to local/resources.ts, run or inert`);
}
