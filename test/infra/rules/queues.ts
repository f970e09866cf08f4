import { all, called, lacking, type Resource, resource, type Templates, target } from "../templates.ts";
import type { Rule } from "./rule.ts";
import { queueIds, streamFailureIds, tableIds } from "./stateful.ts";

const queues = (templates: Templates) => all(templates, "AWS::SQS::Queue");
const deadLettersOf = (templates: Templates, { Properties }: Resource): string | undefined =>
  Properties.RedrivePolicy && target(templates, Properties.RedrivePolicy.deadLetterTargetArn).replace(/\.Arn$/, "");

const statementsFor = (templates: Templates, type: string, field: string, id: string): Resource["Properties"][] =>
  all(templates, type)
    .filter(([, { Properties }]) => [Properties[field]].flat().some((one) => target(templates, one) === id))
    .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement);

/** Whether a resource policy refuses every request without TLS. */
export function tlsOnly(templates: Templates, type: string, field: string, id: string): boolean {
  return statementsFor(templates, type, field, id).some(
    ({ Effect, Condition, Action }) =>
      Effect === "Deny" && /^\w+:\*$/.test(Action) && Condition?.Bool?.["aws:SecureTransport"] === "false",
  );
}

const sources = (templates: Templates) => all(templates, "AWS::Lambda::EventSourceMapping");
const mappings = (templates: Templates) =>
  sources(templates).filter(([, one]) => Object.values<string>(queueIds).includes(queueOf(templates, one)));
/** Returns the queues that the streams' failures go to. */
const failuresOf = (templates: Templates): string[] =>
  sources(templates).flatMap(
    ([
      ,
      {
        Properties: { DestinationConfig },
      },
    ]) => (DestinationConfig ? target(templates, DestinationConfig.OnFailure.Destination).replace(/\.Arn$/, "") : []),
  );
const queueOf = (templates: Templates, { Properties }: Resource): string =>
  target(templates, Properties.EventSourceArn).replace(/\.Arn$/, "");

const spoil =
  (id: string, change: (properties: Resource["Properties"]) => void) =>
  (templates: Templates): void =>
    change(resource(templates, id).Properties);

/** The bucket whose files each queue announces. */
const arrivals = { [queueIds["import-files"]]: "imports" };
const outboxOnly = '{"dynamodb":{"NewImage":{"undeliveredShard":{"S":[{"exists":true}]}}}}';
/**
 * Whether the totals count what a filter lets through once: what is new, and heads and look-ups, of which differences
 * count.
 */
const isCountedOnce = ({ Pattern }: { readonly Pattern: string }): boolean =>
  JSON.parse(Pattern).eventName?.[0] === "INSERT" || Pattern === '{"dynamodb":{"Keys":{"sk":{"S":["HEAD","T"]}}}}';
const followed = (templates: Templates): Resource["Properties"] =>
  sources(templates).find(
    ([, { Properties }]) => Properties.StartingPosition && Properties.TumblingWindowInSeconds === undefined,
  )![1].Properties;
const counted = (templates: Templates): Resource["Properties"] =>
  sources(templates).find(([, { Properties }]) => Properties.TumblingWindowInSeconds)![1].Properties;
const scheduled = [
  "ENABLED rate(5 minutes) caudal-dev-redeliver",
  "ENABLED rate(1 minute) caudal-dev-probe-document-desk",
  "ENABLED rate(1 hour) caudal-dev-sweep",
  "ENABLED rate(1 hour) caudal-dev-digest-chains",
  "ENABLED rate(1 hour) caudal-dev-recount-totals",
  "ENABLED rate(1 hour) caudal-dev-check-records",
];
const firstRule = (templates: Templates): Resource["Properties"] =>
  rulesOf(templates, "ScheduleExpression")[0]![1].Properties;

/** Returns the event bus's rules that a schedule starts, or an event. */
const rulesOf = (templates: Templates, by: "ScheduleExpression" | "EventPattern") =>
  all(templates, "AWS::Events::Rule").filter(([, { Properties }]) => Properties[by] !== undefined);

/** The messages made from SES's events about a mail: only names and instants. */
const reports: Readonly<Record<string, string>> = {
  Delivery: '{"became":"delivered","messageId":$.detail.mail.messageId,"at":$.detail.delivery.timestamp}',
  DeliveryDelay: '{"became":"delayed","messageId":$.detail.mail.messageId,"at":$.detail.deliveryDelay.timestamp}',
  Bounce:
    '{"became":"bounced","messageId":$.detail.mail.messageId,"at":$.detail.bounce.timestamp,"reason":$.detail.bounce.bounceType}',
  Complaint: '{"became":"complained","messageId":$.detail.mail.messageId,"at":$.detail.complaint.timestamp}',
  Reject: '{"became":"bounced","messageId":$.detail.mail.messageId,"at":$.time,"reason":"Rejected"}',
};
/** Returns a rule's message with the paths of the event in it. */
const messageOf = ({ InputPathsMap, InputTemplate }: Resource["Properties"]): string =>
  InputTemplate.replace(/<([^>]+)>/g, (_: string, name: string) => InputPathsMap[name]);
/** Returns the rules of mail's delivery outcomes: every rule but those of the scan and of the alarm. */
const mailRules = (templates: Templates) =>
  rulesOf(templates, "EventPattern").filter(
    ([, { Properties }]) => !["aws.guardduty", "aws.cloudwatch"].includes(Properties.EventPattern.source?.[0]),
  );
const bounceRule = (templates: Templates): Resource["Properties"] =>
  mailRules(templates).find(([, { Properties }]) => Properties.EventPattern.detail.eventType[0] === "Bounce")![1]
    .Properties;
const destination = (templates: Templates): Resource["Properties"] =>
  all(templates, "AWS::SES::ConfigurationSetEventDestination")[0]![1].Properties;

export const queueRules: readonly Rule[] = [
  {
    name: "each queue is encrypted and takes nothing without TLS",
    problems: (templates) => [
      ...lacking(templates, "AWS::SQS::Queue", { Properties: { SqsManagedSseEnabled: true } }),
      ...queues(templates)
        .filter(([id]) => !tlsOnly(templates, "AWS::SQS::QueuePolicy", "Queues", id))
        .map(([id]) => `${id} is open without TLS`),
    ],
    breaches: {
      "a queue in clear": spoil(queueIds["import-files"], (one) => delete one.SqsManagedSseEnabled),
      "a queue without its policy": ({ service }) => {
        for (const [id, { Type }] of Object.entries(service.Resources))
          if (Type === "AWS::SQS::QueuePolicy") delete service.Resources[id];
      },
    },
  },
  {
    name: "each queue gives up to dead letters, which keep longer, or is dead letters",
    problems: (templates) => {
      const dead = [...queues(templates).map(([, one]) => deadLettersOf(templates, one)), ...failuresOf(templates)];
      return queues(templates).flatMap(([id, one]) => {
        const { RedrivePolicy, MessageRetentionPeriod } = one.Properties;
        if (!RedrivePolicy) return dead.includes(id) ? [] : [`${id} loses what fails`];
        const kept = resource(templates, deadLettersOf(templates, one)!)?.Properties.MessageRetentionPeriod;
        return RedrivePolicy.maxReceiveCount >= 5 && kept > MessageRetentionPeriod
          ? []
          : [`${id} gives up too soon or keeps too short`];
      });
    },
    breaches: {
      "a queue without dead letters": spoil(queueIds["import-ranges"], (one) => delete one.RedrivePolicy),
      "a queue that gives up at once": spoil(
        queueIds["import-ranges"],
        (one) => (one.RedrivePolicy.maxReceiveCount = 1),
      ),
      "dead letters forgotten too soon": spoil(
        "ImportsFilesDeadLetters97BCB748",
        (one) => (one.MessageRetentionPeriod = 345_600),
      ),
    },
  },
  {
    name: "each queue has one worker, which hides a message six times as long as it may take and returns what fails alone",
    problems: (templates) => [
      ...lacking(templates, "AWS::Lambda::EventSourceMapping", {
        Properties: { FunctionResponseTypes: ["ReportBatchItemFailures"] },
      }),
      ...mappings(templates).flatMap(([id, one]) => {
        const { VisibilityTimeout } = resource(templates, queueOf(templates, one)).Properties;
        const { Timeout } = called(templates, one.Properties.FunctionName)?.[1].Properties ?? {};
        const limited = one.Properties.ScalingConfig?.MaximumConcurrency >= 2;
        return VisibilityTimeout >= 6 * Timeout && limited
          ? []
          : [`${id}: its queue hides too short or it may run without limit`];
      }),
      ...Object.values(queueIds)
        .filter((id) => mappings(templates).filter(([, one]) => queueOf(templates, one) === id).length !== 1)
        .map((id) => `${id} has no worker or several`),
    ],
    breaches: {
      "a queue that shows a message too soon": spoil(queueIds["import-ranges"], (one) => (one.VisibilityTimeout = 300)),
      "a batch that returns whole": (templates) => delete mappings(templates)[0]![1].Properties.FunctionResponseTypes,
      "no limit": (templates) => delete mappings(templates)[0]![1].Properties.ScalingConfig,
      "a queue nobody empties": ({ service }) => {
        for (const [id, { Type }] of Object.entries(service.Resources))
          if (Type === "AWS::Lambda::EventSourceMapping") delete service.Resources[id];
      },
    },
  },
  {
    name: "only the bucket whose files a queue is for may report into it, of this account, and the rules whose events it is for",
    problems: (templates) => {
      const allowed = queues(templates).flatMap(([id]) =>
        statementsFor(templates, "AWS::SQS::QueuePolicy", "Queues", id)
          .filter(({ Effect }) => Effect === "Allow")
          .map(({ Principal, Action, Condition }) =>
            [
              Principal.Service,
              Action,
              id,
              target(templates, Condition?.StringEquals?.["aws:SourceAccount"] ?? "any account"),
              [Condition?.ArnEquals?.["aws:SourceArn"] ?? "any bucket"]
                .flat()
                .map((one) => target(templates, one))
                .join(),
            ].join(" "),
          ),
      );
      const needed = Object.entries(arrivals).map(
        ([queue, bucket]) =>
          `s3.amazonaws.com sqs:SendMessage ${queue} AWS::AccountId arn:aws:s3:::caudal-dev-${bucket}-AWS::AccountId`,
      );
      for (const queue of [queueIds["notice-events"], queueIds.uploads, queueIds.documents]) {
        const rules = rulesOf(templates, "EventPattern")
          .filter(([, { Properties }]) => target(templates, Properties.Targets[0].Arn) === `${queue}.Arn`)
          .map(([id]) => `${id}.Arn`);
        needed.push(`events.amazonaws.com sqs:SendMessage ${queue} AWS::AccountId ${rules.join()}`);
      }
      return [
        ...needed.filter((one) => !allowed.includes(one)).map((one) => `missing: ${one}`),
        ...allowed.filter((one) => !needed.includes(one)).map((one) => `too much: ${one}`),
      ];
    },
    breaches: {
      "any account's bucket": ({ data }) => {
        for (const { Type, Properties } of Object.values(data.Resources))
          if (Type === "AWS::SQS::QueuePolicy")
            for (const statement of Properties.PolicyDocument.Statement) delete statement.Condition?.StringEquals;
      },
    },
  },
  {
    name: "delivery outcomes of our mail reach their queue, without the addressee or the content",
    problems: (templates) => {
      const asked = destination(templates).EventDestination;
      const set = target(templates, destination(templates).ConfigurationSetName);
      const found = mailRules(templates).map(([, { Properties }]) => {
        const { source, detail } = Properties.EventPattern;
        const [{ Arn, InputTransformer, DeadLetterConfig }, ...others] = Properties.Targets;
        const ours = target(templates, detail.mail.tags["ses:configuration-set"][0]);
        return [
          `${source} ${detail.eventType} of ${ours}: ${messageOf(InputTransformer ?? { InputTemplate: "all of it" })}`,
          target(templates, Arn),
          // Dead letters of a rule hold the whole event.
          DeadLetterConfig || others.length > 0 ? "and elsewhere" : "nowhere else",
        ].join(" > ");
      });
      const needed = Object.entries(reports).map(([type, message]) =>
        [`aws.ses ${type} of ${set}: ${message}`, `${queueIds["notice-events"]}.Arn`, "nowhere else"].join(" > "),
      );
      const types = asked.MatchingEventTypes.toSorted().join();
      return [
        ...(asked.Enabled && types === "bounce,complaint,delivery,deliveryDelay,reject"
          ? []
          : [`SES reports ${types}`]),
        ...(/event-bus\/default$/.test(target(templates, asked.EventBridgeDestination?.EventBusArn ?? ""))
          ? []
          : ["SES reports to another bus"]),
        ...needed.filter((one) => !found.includes(one)).map((one) => `missing: ${one}`),
        ...found.filter((one) => !needed.includes(one)).map((one) => `too much: ${one}`),
      ];
    },
    breaches: {
      "bounces that SES does not report": (templates) =>
        destination(templates).EventDestination.MatchingEventTypes.shift(),
      "another bus": (templates) => delete destination(templates).EventDestination.EventBridgeDestination,
      "the whole event, with whom it was to": (templates) => delete bounceRule(templates).Targets[0].InputTransformer,
      "anybody's events": (templates) => (bounceRule(templates).EventPattern.source = ["somebody"]),
      "another set's mail": (templates) =>
        (bounceRule(templates).EventPattern.detail.mail.tags["ses:configuration-set"] = ["another"]),
      "dead letters, with whom it was to": (templates) =>
        (bounceRule(templates).Targets[0].DeadLetterConfig = { Arn: "arn:aws:sqs:us-east-1:000000000000:dead" }),
    },
  },
  {
    name: "entries are published by the stream: only those of the outbox, in order; one that always fails is skipped and reported",
    problems: (templates) => {
      const streams = sources(templates).filter(([id]) => !mappings(templates).some(([other]) => other === id));
      return [
        // A stream bears two readers.
        ...(streams.length === 2 ? [] : ["not exactly two functions follow the stream"]),
        ...streams.flatMap(([, { Properties }]) => {
          const [filter = { Pattern: "{}" }, ...others] = Properties.FilterCriteria?.Filters ?? [];
          const isRelay = Properties.TumblingWindowInSeconds === undefined;
          return [
            ...(target(templates, Properties.EventSourceArn) === `${tableIds.claims}.StreamArn`
              ? []
              : ["another stream is followed"]),
            ...(isRelay && (filter.Pattern !== outboxOnly || others.length > 0)
              ? ["other changes than the outbox's set it going"]
              : []),
            ...(isRelay || [filter, ...others].every(isCountedOnce)
              ? []
              : ["a change of an item is counted once more"]),
            ...(Properties.StartingPosition === "TRIM_HORIZON" ? [] : ["what came before it is not published"]),
            ...(Properties.BisectBatchOnFunctionError &&
            Properties.MaximumRetryAttempts >= 0 &&
            Object.values(streamFailureIds).every((id) => failuresOf(templates).includes(id))
              ? []
              : ["one entry may hold up all others, or be skipped in silence"]),
          ];
        }),
      ];
    },
    breaches: {
      "another attribute": (templates) => (followed(templates).FilterCriteria.Filters[0].Pattern = "{}"),
      "no filter": (templates) => delete followed(templates).FilterCriteria,
      "a count of what is not new": (templates) => (counted(templates).FilterCriteria.Filters[0].Pattern = "{}"),
      "batches without their shard": (templates) => delete counted(templates).TumblingWindowInSeconds,
      "only what is new": (templates) => (followed(templates).StartingPosition = "LATEST"),
      "tries without end": (templates) => (followed(templates).MaximumRetryAttempts = -1),
      "whole batches only": (templates) => delete followed(templates).BisectBatchOnFunctionError,
      "no report": (templates) => delete followed(templates).DestinationConfig,
      "another stream": (templates) =>
        (followed(templates).EventSourceArn = { "Fn::GetAtt": [tableIds.billing, "StreamArn"] }),
    },
  },
  {
    name: "what runs by itself does so as often as agreed, and only its own rule may call it",
    problems: (templates) => {
      const actual = rulesOf(templates, "ScheduleExpression").flatMap(([id, { Properties }]) =>
        Properties.Targets.map(({ Arn }: Resource["Properties"]) => {
          const name = called(templates, Arn)?.[1].Properties.FunctionName;
          const mayCall = all(templates, "AWS::Lambda::Permission").some(
            ([, { Properties: permission }]) =>
              permission.Principal === "events.amazonaws.com" &&
              target(templates, permission.FunctionName) === target(templates, Arn) &&
              target(templates, permission.SourceArn) === `${id}.Arn`,
          );
          return `${Properties.State} ${Properties.ScheduleExpression} ${name}${mayCall ? "" : " in vain"}`;
        }),
      );
      return [...scheduled.filter((one) => !actual.includes(one)), ...actual.filter((one) => !scheduled.includes(one))];
    },
    breaches: {
      "another time": (templates) => (firstRule(templates).ScheduleExpression = "rate(1 day)"),
      "switched off": (templates) => (firstRule(templates).State = "DISABLED"),
      "not allowed to": ({ service }) => {
        for (const [id, { Type, Properties }] of Object.entries(service.Resources))
          if (Type === "AWS::Lambda::Permission" && Properties.Principal === "events.amazonaws.com")
            delete service.Resources[id];
      },
    },
  },
  {
    name: "each line that SNS writes about a text goes to one function, which only the log may call",
    problems: (templates) => {
      const ofTexts = all(templates, "AWS::Logs::LogGroup").filter(([, { Properties }]) =>
        JSON.stringify(Properties.LogGroupName).includes("/DirectPublishToPhoneNumber"),
      );
      const heard = all(templates, "AWS::Logs::SubscriptionFilter").map(([, { Properties }]) => {
        const log = target(templates, Properties.LogGroupName);
        const id = target(templates, Properties.DestinationArn);
        const mayCall = all(templates, "AWS::Lambda::Permission").some(
          ([, { Properties: permission }]) =>
            permission.Principal === "logs.amazonaws.com" &&
            target(templates, permission.FunctionName) === id &&
            target(templates, permission.SourceArn) === `${log}.Arn`,
        );
        const name = called(templates, Properties.DestinationArn)?.[1].Properties.FunctionName;
        return `"${Properties.FilterPattern}" of ${log} to ${name}${mayCall ? "" : " in vain"}`;
      });
      const needed = ofTexts.map(([id]) => `"" of ${id} to caudal-dev-track-text-deliveries`);
      return [
        ...(ofTexts.length === 2 ? [] : ["delivered and failed texts are not two logs"]),
        ...needed.filter((one) => !heard.includes(one)),
        ...heard.filter((one) => !needed.includes(one)),
      ];
    },
    breaches: {
      "only delivered texts": ({ service }) => {
        const failed = Object.keys(service.Resources).find((id) => id.startsWith("TextsFailedReported"))!;
        delete service.Resources[failed];
      },
      "another function": (templates) => {
        const [id] = all(templates, "AWS::Lambda::Function").find(
          ([, { Properties }]) => Properties.FunctionName === "caudal-dev-sweep",
        )!;
        all(templates, "AWS::Logs::SubscriptionFilter")[0]![1].Properties.DestinationArn = {
          "Fn::GetAtt": [id, "Arn"],
        };
      },
      "not allowed to": ({ service }) => {
        for (const [id, { Type, Properties }] of Object.entries(service.Resources))
          if (Type === "AWS::Lambda::Permission" && Properties.Principal === "logs.amazonaws.com")
            delete service.Resources[id];
      },
    },
  },
];
