import { all, lacking, type Resource, resource, type Templates, target } from "../templates.ts";
import type { Rule } from "./rule.ts";
import { queueIds } from "./stateful.ts";

const queues = (templates: Templates) => all(templates, "AWS::SQS::Queue");
const deadLettersOf = (templates: Templates, { Properties }: Resource): string | undefined =>
  Properties.RedrivePolicy && target(templates, Properties.RedrivePolicy.deadLetterTargetArn).replace(/\.Arn$/, "");

const statementsFor = (templates: Templates, type: string, field: string, id: string): Resource["Properties"][] =>
  all(templates, type)
    .filter(([, { Properties }]) => [Properties[field]].flat().some((one) => target(templates, one) === id))
    .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement);

/** Whether a resource policy refuses everything that does not come by TLS. */
export function tlsOnly(templates: Templates, type: string, field: string, id: string): boolean {
  return statementsFor(templates, type, field, id).some(
    ({ Effect, Condition, Action }) =>
      Effect === "Deny" && /^\w+:\*$/.test(Action) && Condition?.Bool?.["aws:SecureTransport"] === "false",
  );
}

const mappings = (templates: Templates) => all(templates, "AWS::Lambda::EventSourceMapping");
const queueOf = (templates: Templates, { Properties }: Resource): string =>
  target(templates, Properties.EventSourceArn).replace(/\.Arn$/, "");

const spoil =
  (id: string, change: (properties: Resource["Properties"]) => void) =>
  (templates: Templates): void =>
    change(resource(templates, id).Properties);

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
      const dead = queues(templates).map(([, one]) => deadLettersOf(templates, one));
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
        const { Timeout } = resource(templates, target(templates, one.Properties.FunctionName)).Properties;
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
    name: "only the imports bucket of this account may report into a queue",
    problems: (templates) => {
      const allowed = queues(templates).flatMap(([id]) =>
        statementsFor(templates, "AWS::SQS::QueuePolicy", "Queues", id)
          .filter(({ Effect }) => Effect === "Allow")
          .map((statement) => ({ id, ...statement })),
      );
      const sound = allowed.filter(
        ({ Principal, Action, Condition }) =>
          Principal.Service === "s3.amazonaws.com" &&
          Action === "sqs:SendMessage" &&
          Condition?.StringEquals?.["aws:SourceAccount"]?.Ref === "AWS::AccountId" &&
          JSON.stringify(Condition.ArnEquals?.["aws:SourceArn"] ?? "").includes("arn:aws:s3:::caudal-dev-imports-"),
      );
      return [
        ...(sound.length === 1 ? [] : ["the imports bucket may not report"]),
        ...(allowed.length > sound.length ? ["somebody else may send"] : []),
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
];
