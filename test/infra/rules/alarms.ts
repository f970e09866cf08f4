import { existsSync } from "node:fs";
import { join } from "node:path";
import { all, type Resource, type Templates, target } from "../templates.ts";
import type { Rule } from "./rule.ts";

const root = join(import.meta.dirname, "..", "..", "..");

const alarms = (templates: Templates) => all(templates, "AWS::CloudWatch::Alarm");
const runbookOf = ({ AlarmDescription = "" }: Resource["Properties"]): string | undefined =>
  / Runbook: (docs\/runbooks\/[a-z-]+\.md)$/.exec(AlarmDescription)?.[1];

/** What an alarm watches, as `<metric> of <logical id>`. */
function watched(
  templates: Templates,
  { MetricName, Namespace, Dimensions = [], Metrics = [] }: Resource["Properties"],
): string[] {
  const metrics = [
    { MetricName, Namespace, Dimensions },
    ...Metrics.flatMap(({ MetricStat }: Resource["Properties"]) => MetricStat?.Metric ?? []),
  ];
  return metrics
    .filter((metric) => metric.MetricName)
    .map(({ MetricName: name, Namespace: space, Dimensions: [of] }) => {
      // A metric of the account has no dimension; one that a log's lines make is known by its own namespace.
      const whole = space?.startsWith("AWS/") ? "the account" : space;
      return `${name} of ${of ? target(templates, of.Value).replace(/\.\w+$/, "") : whole}`;
    });
}

function mustBeWatched(templates: Templates): string[] {
  const of = (type: string, ...metrics: readonly string[]) =>
    all(templates, type).flatMap(([id]) => metrics.map((metric) => `${metric} of ${id}`));
  return [
    ...of("AWS::Lambda::Function", "Errors", "Throttles"),
    ...all(templates, "AWS::Lambda::EventSourceMapping")
      .filter(([, { Properties }]) => Properties.StartingPosition)
      .map(([, { Properties }]) => `IteratorAge of ${target(templates, Properties.FunctionName)}`),
    ...all(templates, "AWS::Logs::MetricFilter").map(
      ([, { Properties }]) =>
        `${Properties.MetricTransformations[0].MetricName} of ${Properties.MetricTransformations[0].MetricNamespace}`,
    ),
    ...of("AWS::DynamoDB::Table", "ReadThrottleEvents", "WriteThrottleEvents"),
    ...of("AWS::ApiGatewayV2::Api", "5xx"),
    ...all(templates, "AWS::Events::Rule")
      .filter(([, { Properties }]) => Properties.EventPattern)
      .map(([id]) => `FailedInvocations of ${id}`),
    "Reputation.BounceRate of the account",
    "Reputation.ComplaintRate of the account",
    ...all(templates, "AWS::SQS::Queue").map(([id, { Properties }]) =>
      Properties.RedrivePolicy
        ? `ApproximateAgeOfOldestMessage of ${id}`
        : `ApproximateNumberOfMessagesVisible of ${id}`,
    ),
  ];
}

const first = (templates: Templates): Resource["Properties"] => alarms(templates)[0]![1].Properties;

const missedAlarm = (templates: Templates): Resource["Properties"] =>
  alarms(templates).find(([id]) => id.startsWith("digestchainschainsdigested"))![1].Properties;

export const alarmRules: readonly Rule[] = [
  {
    name: "each function, queue, table and the API is watched",
    problems: (templates) => {
      const seen = alarms(templates).flatMap(([, { Properties }]) => watched(templates, Properties));
      return mustBeWatched(templates).filter((one) => !seen.includes(one));
    },
    breaches: {
      "an alarm less": ({ service }) => {
        delete service.Resources[Object.keys(service.Resources).find((id) => id.startsWith("officeErrors"))!];
      },
      "a line of a log nobody hears of": ({ service }) => {
        delete service.Resources[
          Object.keys(service.Resources).find((id) => id.startsWith("acceptuploadsscanoverdue"))!
        ];
      },
      "a queue more": ({ data }) => {
        data.Resources["Other"] = { Type: "AWS::SQS::Queue", Properties: {} };
      },
    },
  },
  {
    name: "silence of what must be heard is an alarm, and of nothing else",
    problems: (templates) => {
      const silent = alarms(templates).filter(([, { Properties }]) => Properties.TreatMissingData === "breaching");
      const [missed, ...others] = silent.map(([, { Properties }]) => Properties);
      return missed?.MetricName === "digest-chains-chains-digested" &&
        missed.ComparisonOperator === "LessThanThreshold" &&
        missed.Threshold === 1 &&
        others.length === 0
        ? []
        : ["a day without a digest calls nobody, or every quiet hour calls somebody"];
    },
    breaches: {
      "a silence nobody minds": (templates) => {
        missedAlarm(templates).TreatMissingData = "notBreaching";
      },
      "the other way round": (templates) => {
        missedAlarm(templates).ComparisonOperator = "GreaterThanOrEqualToThreshold";
      },
      "an alarm for every quiet hour": (templates) => (first(templates).TreatMissingData = "breaching"),
    },
  },
  {
    name: "each alarm says what it means, names a runbook that exists, and reaches somebody",
    problems: (templates) => {
      const [[topic] = []] = all(templates, "AWS::SNS::Topic");
      const reached = all(templates, "AWS::SNS::Subscription").some(
        ([, { Properties }]) => target(templates, Properties.TopicArn) === topic && Properties.Endpoint,
      );
      return [
        ...(reached ? [] : ["nobody reads the alarms"]),
        ...alarms(templates).flatMap(([id, { Properties }]) => {
          const runbook = runbookOf(Properties);
          const sent = [Properties.AlarmActions ?? []].flat().some((action) => target(templates, action) === topic);
          return runbook && existsSync(join(root, runbook)) && sent
            ? []
            : [`${id}: no runbook ${runbook}, or sent to nobody`];
        }),
      ];
    },
    breaches: {
      "a runbook that is not there": (templates) =>
        (first(templates).AlarmDescription = "It broke. Runbook: docs/runbooks/pray.md"),
      "no description": (templates) => delete first(templates).AlarmDescription,
      "an alarm for nobody": (templates) => delete first(templates).AlarmActions,
      "nobody reads": ({ data }) => {
        for (const [id, { Type }] of Object.entries(data.Resources))
          if (Type === "AWS::SNS::Subscription") delete data.Resources[id];
      },
    },
  },
  {
    name: "CloudWatch may publish the alarms",
    problems: (templates) =>
      all(templates, "AWS::SNS::TopicPolicy").some(([, { Properties }]) =>
        Properties.PolicyDocument.Statement.some(
          ({ Effect, Principal, Action }: Resource["Properties"]) =>
            Effect === "Allow" && Principal.Service === "cloudwatch.amazonaws.com" && Action === "sns:Publish",
        ),
      )
        ? []
        : ["the topic's own policy shuts CloudWatch out"],
    breaches: {
      "a topic that takes nothing": (templates) =>
        all(templates, "AWS::SNS::TopicPolicy")[0]![1].Properties.PolicyDocument.Statement.pop(),
    },
  },
];
