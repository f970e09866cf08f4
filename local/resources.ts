import * as z from "zod";
import { arnOf, region } from "./cloud.ts";

/** A resource as its template has it, expressions unresolved. */
export interface Resource {
  readonly stack: string;
  readonly id: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
  /** The condition that must hold for it to be made. */
  readonly condition?: string | undefined;
  /** Where its asset stands, for functions. */
  readonly assetFolder?: string;
}

/** In the schema of a type's properties: one that means nothing here. Those in no schema are refused. */
export const ignored = z.unknown().optional();

/** What `Ref` (the empty name) and `Fn::GetAtt` of a resource resolve to; what is absent is not known yet or never. */
export type Attributes = Readonly<Record<string, string>>;

/** A resource's own name: the template's, or one made of stack and logical id. */
export function nameOf({ stack, id, type, properties }: Resource): string {
  const given = properties[named[type] ?? ""];
  if (typeof given === "string") return given;
  const made = `${stack}-${id}`;
  return type === "AWS::S3::Bucket" ? made.toLowerCase().slice(0, 63) : made.slice(0, 80);
}

const named: Readonly<Record<string, string>> = {
  "AWS::DynamoDB::GlobalTable": "TableName",
  "AWS::DynamoDB::Table": "TableName",
  "AWS::SQS::Queue": "QueueName",
  "AWS::S3::Bucket": "BucketName",
  "AWS::Lambda::Function": "FunctionName",
};

const tableAttributes = (resource: Resource): Attributes => ({
  "": nameOf(resource),
  Arn: arnOf("dynamodb", `table/${nameOf(resource)}`),
});

/** The resource types the stack runs, with what is known of each before it is made. */
const run: Readonly<Record<string, (resource: Resource) => Attributes>> = {
  "AWS::DynamoDB::GlobalTable": tableAttributes,
  "AWS::DynamoDB::Table": tableAttributes,
  "AWS::SQS::Queue": (resource) => ({ Arn: arnOf("sqs", nameOf(resource)), QueueName: nameOf(resource) }),
  "AWS::S3::Bucket": (resource) => ({ "": nameOf(resource), Arn: `arn:aws:s3:::${nameOf(resource)}` }),
  "AWS::Lambda::Function": (resource) => ({
    "": nameOf(resource),
    Arn: arnOf("lambda", `function:${nameOf(resource)}`),
  }),
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
  "AWS::SecretsManager::Secret": ({ stack, id }) => ({ "": arnOf("secretsmanager", `secret:${stack}-${id}`) }),
  "AWS::CloudFront::Distribution": ({ id }) => ({ "": id }),
  "AWS::Events::Rule": (resource) => ({ "": nameOf(resource), Arn: arnOf("events", `rule/${nameOf(resource)}`) }),
  "AWS::Scheduler::Schedule": (resource) => ({ "": nameOf(resource) }),
};

export const pools = ["customers", "staff"] as const;
export type Pool = (typeof pools)[number];
const poolSuffix = z.string().transform((name, context): Pool => {
  const pool = pools.find((one) => name.endsWith(one));
  if (pool) return pool;
  context.addIssue({ code: "custom", message: `a user pool's name ends with ${pools.join(" or ")}` });
  return z.NEVER;
});

/** Which of the two issuers stands for a user pool. */
export function poolOf({ properties }: Resource): Pool {
  return poolSuffix.parse(properties["UserPoolName"], { reportInput: true });
}

/** The types that do nothing here, each with its reason. */
export const inert: Readonly<Record<string, string>> = {
  "AWS::IAM::Role": "permissions are proved on the template, not here",
  "AWS::IAM::Policy": "permissions are proved on the template, not here",
  "AWS::IAM::ManagedPolicy": "permissions are proved on the template, not here",
  "AWS::Lambda::Permission": "permissions are proved on the template, not here",
  "AWS::Lambda::EventInvokeConfig": "nothing invokes a function asynchronously here but schedules",
  "AWS::SQS::QueuePolicy": "permissions are proved on the template, not here",
  "AWS::S3::BucketPolicy": "permissions are proved on the template, not here",
  "AWS::SNS::TopicPolicy": "permissions are proved on the template, not here",
  "AWS::SNS::Topic": "carries alarms only",
  "AWS::SNS::Subscription": "carries alarms only",
  "AWS::KMS::Key": "stores are not encrypted here: invented data only",
  "AWS::KMS::Alias": "stores are not encrypted here: invented data only",
  "AWS::Logs::LogGroup": "logs go to the state folder",
  "AWS::Logs::Delivery": "the edge keeps no log here",
  "AWS::Logs::DeliverySource": "the edge keeps no log here",
  "AWS::Logs::DeliveryDestination": "the edge keeps no log here",
  "AWS::Logs::MetricFilter": "there are no metrics here",
  "AWS::CloudWatch::Alarm": "there are no metrics here",
  "AWS::CloudWatch::CompositeAlarm": "there are no metrics here",
  "AWS::CloudWatch::Dashboard": "there are no metrics here",
  "AWS::ApiGatewayV2::Stage": "one stage, without throttling",
  "AWS::Cognito::UserPoolDomain": "the local issuer has its own address",
  "AWS::Cognito::UserPoolGroup": "the seeded people carry their groups",
  "AWS::Cognito::UserPoolResourceServer": "scopes are read from the clients",
  "AWS::Cognito::ManagedLoginBranding": "the local issuer has its own page",
  "AWS::CloudFront::Function": "the gateway runs the file it is made from",
  "AWS::CloudFront::OriginAccessControl": "the site is served from its folder",
  "AWS::CloudFront::ResponseHeadersPolicy": "the gateway reads the file it is made from",
  "AWS::CloudFront::CachePolicy": "nothing is cached here",
  "AWS::CloudFront::OriginRequestPolicy": "the gateway passes every header but Host",
  "AWS::WAFv2::WebACL": "there is no firewall here",
  "AWS::WAFv2::LoggingConfiguration": "there is no firewall here",
  "AWS::Scheduler::ScheduleGroup": "schedules need no group here",
  "AWS::Backup::BackupPlan": "the state folder is not backed up",
  "AWS::Backup::BackupSelection": "the state folder is not backed up",
  "AWS::Backup::BackupVault": "the state folder is not backed up",
  "AWS::CDK::Metadata": "says how the template was made",
};

/**
 * What can be said of a resource before it is made.
 * @throws when its type is on neither list: a template may not hold what nobody decided about.
 */
export function attributesOf(resource: Resource): Attributes {
  const { stack, id, type } = resource;
  const known = run[type];
  if (known) return known(resource);
  if (type in inert) return { "": `${stack}-${id}`, Arn: arnOf("local", `${stack}-${id}`) };
  throw new Error(`${stack}.${id}: the local stack does not know ${type}: add it to local/resources.ts, run or inert`);
}
