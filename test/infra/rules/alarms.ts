import { existsSync } from "node:fs";
import { join } from "node:path";
import { workers } from "../../../infra/workers.ts";
import { filedWith } from "../../../shared/contract/routes.ts";
import { all, called, type Resource, type Templates, target } from "../templates.ts";
import type { Rule } from "./rule.ts";

const root = join(import.meta.dirname, "..", "..", "..");

const alarms = (templates: Templates) => all(templates, "AWS::CloudWatch::Alarm");
const runbookOf = ({ AlarmDescription = "" }: Resource["Properties"]): string | undefined =>
  / Runbook: (docs\/runbooks\/[a-z-]+\.md)$/.exec(AlarmDescription)?.[1];

const everyComposite = (templates: Templates) => all(templates, "AWS::CloudWatch::CompositeAlarm");
const composites = (templates: Templates) =>
  everyComposite(templates).filter(([, { Properties }]) => Properties.AlarmActions);
/**
 * The alarms that keep a composite quiet, by their logical ids without the hash: its suppressor, or those that one
 * joins.
 */
function suppressors(
  templates: Templates,
  { ActionsSuppressor: suppressor }: Resource["Properties"],
): readonly string[] {
  if (!suppressor) return [];
  const one = target(templates, suppressor).replace(/\.\w+$/, "");
  const joined = everyComposite(templates).find(([id, { Properties }]) => id === one && !Properties.AlarmActions);
  const known = [...alarms(templates), ...everyComposite(templates)].map(([id]) => id);
  const ids = joined ? known.filter((id) => isIn(joined[1].Properties.AlarmRule, id)) : [one];
  return ids.map((id) => id.replace(/[0-9A-F]{8}$/, "")).sort();
}
/** Whether a composite's rule names an alarm, of its own stack or of another. */
const isIn = (rule: unknown, id: string): boolean =>
  new RegExp(`"${id}"|FnGetAtt${id}Arn`).test(JSON.stringify(rule ?? ""));

/** The alarms that a composite mails as one, by their logical ids. */
function quietOnes(templates: Templates): readonly string[] {
  return composites(templates).flatMap(([, { Properties }]) =>
    alarms(templates).flatMap(([id]) => (isIn(Properties.AlarmRule, id) ? [id] : [])),
  );
}

/** Returns what an alarm watches, as `<metric> of <logical id>`. */
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
    .map(({ MetricName: name, Namespace: space, Dimensions: [of] = [] }) => {
      // A metric of the account has no dimension; one made from log lines is known by its namespace.
      const whole = space?.startsWith("AWS/") ? "the account" : space;
      return `${name} of ${of ? target(templates, of.Value).replace(/\.\w+$/, "") : whole}`;
    });
}

/** The body of the dashboard. */
const shown = (templates: Templates): string =>
  JSON.stringify(all(templates, "AWS::CloudWatch::Dashboard")[0]?.[1].Properties.DashboardBody ?? "");

function mustBeWatched(templates: Templates): string[] {
  const of = (type: string, ...metrics: readonly string[]) =>
    all(templates, type).flatMap(([id]) => metrics.map((metric) => `${metric} of ${id}`));
  return [
    ...of("AWS::Lambda::Function", "Errors"),
    "Throttles of the account",
    ...all(templates, "AWS::Lambda::EventSourceMapping")
      .filter(([, { Properties }]) => Properties.StartingPosition)
      .map(([, { Properties }]) => `IteratorAge of ${called(templates, Properties.FunctionName)?.[0]}`),
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
    "SMSMonthToDateSpentUSD of the account",
    ...all(templates, "AWS::SQS::Queue").map(([id, { Properties }]) =>
      Properties.RedrivePolicy
        ? `ApproximateAgeOfOldestMessage of ${id}`
        : `ApproximateNumberOfMessagesVisible of ${id}`,
    ),
  ];
}

/** The first alarm that mails something itself. */
const first = (templates: Templates): Resource["Properties"] =>
  alarms(templates).find(([, { Properties }]) => Properties.AlarmActions)![1].Properties;

/** The messages that stand for several alarms, and the alarms while whose each is not sent. */
const keptQuietBy: Readonly<Record<string, string>> = {
  Answers: "ApiDown,Functions,Tables",
  Tables: "",
  Functions: "ApiDown,Tables",
  Queues: "ApiDown,Functions,Tables",
};

/** The alarms that a minute of is no event: they are raised by the second bad period of three. */
const twice = ["ApiServerErrors", "FilingSlow", "Throttles"];

/** Takes an alarm out of every composite's rule. */
function silence({ Resources }: Templates["service"], id: RegExp): void {
  for (const one of Object.values(Resources).filter(({ Type }) => Type === "AWS::CloudWatch::CompositeAlarm"))
    one.Properties = JSON.parse(JSON.stringify(one.Properties).replace(id, '"Other"'));
}

/** The alarms that wake somebody. Every other waits for the office's hours. */
const waking = ["ApiDown", "Tables", "Throttles", "acceptuploadsmalwareafterkept"];

/** The functions with a schedule, but for the probe, whose silence is an outage. */
const beating = Object.entries(workers).flatMap(([name, { every }]) =>
  every && name !== "probe-document-desk" ? name : [],
);
/** The one metric that an alarm counts, with its namespace. */
const countOf = ({ Metrics = [], ...alone }: Resource["Properties"]): Resource["Properties"] =>
  Metrics.length === 2 ? Metrics[1].MetricStat.Metric : alone;
/** For how many hours an alarm's periods must be bad, one after another. */
const hoursOf = ({ Metrics = [], Period, EvaluationPeriods }: Resource["Properties"]): number =>
  (EvaluationPeriods * (Metrics[1]?.MetricStat.Period ?? Period)) / 3600;
const missedAlarm = (templates: Templates): Resource["Properties"] =>
  alarms(templates).find(([id]) => id.startsWith("digestchainschainsdigested"))![1].Properties;

const downAlarm = (templates: Templates): Resource["Properties"] =>
  alarms(templates).find(([id]) => id.startsWith("ApiDown"))![1].Properties;
const filterOf = (templates: Templates, name: string): Resource["Properties"] =>
  all(templates, "AWS::Logs::MetricFilter").find(
    ([, { Properties }]) => Properties.MetricTransformations[0].MetricName === name,
  )![1].Properties;

export const alarmRules: readonly Rule[] = [
  {
    name: "each function, queue, table and the API is watched",
    problems: (templates) => {
      const seen = alarms(templates).flatMap(([, { Properties }]) => watched(templates, Properties));
      const drawn = shown(templates);
      return mustBeWatched(templates).filter(
        (one) => !seen.includes(one) && !drawn.includes(one.replace(/^(swept-\w+) of .*/, '\\"$1\\"')),
      );
    },
    breaches: {
      "an alarm less": ({ service }) => {
        delete service.Resources[Object.keys(service.Resources).find((id) => id.startsWith("officeErrors"))!];
      },
      "a log line without an alarm": ({ service }) => {
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
    name: "a missing heartbeat raises an alarm, and no other silence does",
    problems: (templates) => {
      const silent = alarms(templates).filter(([, { Properties }]) => Properties.TreatMissingData === "breaching");
      const missed = silent.flatMap(([id, { Properties }]) =>
        // The backups' own: AWS runs them at night, and one may end hours later than that of the night before.
        id.startsWith("ApiDown") || (countOf(Properties).Namespace === "AWS/Backup" && hoursOf(Properties) === 36)
          ? []
          : Properties,
      );
      const nameOf = (one: Resource["Properties"]): string => countOf(one).MetricName ?? "";
      const runsIn = (one: Resource["Properties"]) => {
        const [name = ""] = beating.filter((each) => nameOf(one).startsWith(`${each}-`));
        const every = workers[name as keyof typeof workers]?.every?.toSeconds() ?? Number.POSITIVE_INFINITY;
        return (3600 * hoursOf(one)) / every;
      };
      return [
        ...beating.filter((name) => missed.filter((one) => nameOf(one).startsWith(`${name}-`)).length !== 1),
        ...missed
          .filter(
            (one) =>
              one.ComparisonOperator !== "LessThanThreshold" ||
              one.Threshold !== 1 ||
              runsIn(one) < 3 ||
              runsIn(one) > 6,
          )
          .map((one) => `${nameOf(one)} is no heartbeat of three to six runs`),
      ];
    },
    breaches: {
      "a silence without an alarm": (templates) => {
        missedAlarm(templates).TreatMissingData = "notBreaching";
      },
      "the other way round": (templates) => {
        missedAlarm(templates).ComparisonOperator = "GreaterThanOrEqualToThreshold";
      },
      "a schedule without a heartbeat": ({ service }) => {
        delete service.Resources[Object.keys(service.Resources).find((id) => id.startsWith("sweepcompleted"))!];
      },
      "an alarm for every quiet hour": (templates) => {
        const [, overdue] = alarms(templates).find(([id]) => id.startsWith("acceptuploadsscanoverdue"))!;
        overdue.Properties.TreatMissingData = "breaching";
      },
      "a night's backup that must end at the minute of the last": (templates) => {
        alarms(templates).find(([id]) => id.startsWith("BackupsMissing"))![1].Properties.EvaluationPeriods = 2;
      },
    },
  },
  {
    // CloudWatch skips a period without data for one that has some, and adds only where each term has data.
    name: "what has data only now and then is counted as none where it has none",
    problems: (templates) =>
      alarms(templates).flatMap(([id, { Properties }]) => {
        const { Metrics = [], TreatMissingData } = Properties;
        // The gateway counts failures with each request.
        if (id.startsWith("ApiServerErrors")) return [];
        const [{ Expression = "" } = {}, ...counted] = Metrics;
        return [
          ...(TreatMissingData === "breaching" && Expression === "" ? [`${id} waits for data`] : []),
          ...counted.flatMap(({ Id }: Resource["Properties"]) =>
            // What it is divided by is one, where it is none.
            new RegExp(`FILL\\(${Id}, ${Expression.includes(`/ FILL(${Id}`) ? 1 : 0}\\)`).test(Expression)
              ? []
              : [`${id} has gaps of ${Id}`],
          ),
        ];
      }),
    breaches: {
      "a sum with gaps": (templates) => {
        const [, mail] = alarms(templates).find(([id]) => id.startsWith("MailUnreported"))!;
        mail.Properties.Metrics[0].Expression = "rule0 + rule1 + rule2 + rule3 + rule4";
      },
      "a silent probe that is waited for": (templates) => {
        const [down] = downAlarm(templates).Metrics;
        down.Expression = down.Expression.replace("FILL(asked, 0) > FILL(unanswered, 0)", "asked > unanswered");
      },
      "a heartbeat that waits for data": (templates) => {
        Object.assign(missedAlarm(templates), countOf(missedAlarm(templates)), { Metrics: undefined });
      },
    },
  },
  {
    name: "the document desk is down when half of all answers or of attempts to file fail, when no probe from outside is answered, and without data",
    problems: (templates) => {
      const { Metrics, ...down } = downAlarm(templates);
      const seen = watched(templates, downAlarm(templates));
      const [[asker] = [""]] = all(templates, "AWS::Lambda::Function").filter(
        ([, { Properties }]) => Properties.FunctionName === "caudal-dev-probe-document-desk",
      );
      const [[api] = [""]] = all(templates, "AWS::ApiGatewayV2::Api");
      const [{ LogGroupName: log }] = [filterOf(templates, "filed")];
      const routes = filedWith.map(({ method, path }) => `${method} /api${path}`).sort();
      const listed = (pattern: string) =>
        [...pattern.matchAll(/\$\.route = "([^"]+)"/g)].map(([, route]) => route).sort();
      const wanted = [
        `5xx of ${api}`,
        `Count of ${api}`,
        "unfiled of caudal-dev/log",
        "filed of caudal-dev/log",
        `Invocations of ${asker}`,
        `Errors of ${asker}`,
      ];
      return [
        ...wanted.filter((one) => !seen.includes(one)),
        ...(down.TreatMissingData === "breaching" && down.Threshold === 50 ? [] : ["silence, or half, is let pass"]),
        ...(Metrics[0].Expression ===
        "MAX([100 * FILL(errors, 0) / FILL(requests, 1), IF(FILL(unfiled, 0) > 1 AND 2 * FILL(unfiled, 0) >= FILL(filed, 0) - FILL(asked, 0), 100, 0), IF(FILL(asked, 0) > FILL(unanswered, 0), 0, 100)])"
          ? []
          : ["another expression"]),
        ...["filed", "unfiled"].flatMap((name) => {
          const { FilterPattern, LogGroupName } = filterOf(templates, name);
          const isWhole = JSON.stringify(listed(FilterPattern)) === JSON.stringify(routes);
          return isWhole && JSON.stringify(LogGroupName) === JSON.stringify(log) ? [] : [`${name} counts other routes`];
        }),
        ...(filterOf(templates, "unfiled").FilterPattern.startsWith('{ ($.status = "5*") && (')
          ? []
          : ["not failures"]),
        // A period without a probe is an outage: the data of its newest minutes may still be on its way.
        ...(all(templates, "AWS::Events::Rule").some(
          ([id, { Properties }]) => id.startsWith("probe") && Properties.ScheduleExpression === "rate(1 minute)",
        ) && Metrics.every(({ MetricStat }: Resource["Properties"]) => (MetricStat?.Period ?? 300) === 300)
          ? []
          : ["a period may lack its probe"]),
        // A metric that only has data when something failed leaves gaps.
        ...["filed", "unfiled"].filter((name) => filterOf(templates, name).MetricTransformations[0].DefaultValue !== 0),
      ];
    },
    breaches: {
      "a silence without an alarm": (templates) => (downAlarm(templates).TreatMissingData = "notBreaching"),
      "no probe": (templates) => {
        downAlarm(templates).Metrics = downAlarm(templates).Metrics.filter(
          ({ Id }: Resource["Properties"]) => Id !== "asked",
        );
      },
      "a probe a period": (templates) => {
        const [, rule] = all(templates, "AWS::Events::Rule").find(([id]) => id.startsWith("probe"))!;
        rule.Properties.ScheduleExpression = "rate(5 minutes)";
      },
      "a probe from inside": (templates) => {
        const [id] = all(templates, "AWS::Lambda::Function").find(
          ([, { Properties }]) => Properties.FunctionName === "caudal-dev-sweep",
        )!;
        const asked = downAlarm(templates).Metrics.find(({ Id }: Resource["Properties"]) => Id === "asked");
        asked.MetricStat.Metric.Dimensions[0].Value = { Ref: id };
      },
      "a route to file with that is not counted": (templates) => {
        const filter = filterOf(templates, "unfiled");
        filter.FilterPattern = filter.FilterPattern.replace('"POST /api/submissions"', '"POST /api/other"');
      },
      "refusals counted as failures": (templates) => {
        const filter = filterOf(templates, "unfiled");
        filter.FilterPattern = filter.FilterPattern.replace("5*", "4*");
      },
      "gaps while nothing failed": (templates) =>
        delete filterOf(templates, "unfiled").MetricTransformations[0].DefaultValue,
    },
  },
  {
    name: "few alarms wake somebody, and every alarm says to the same that it is over",
    problems: (templates) => {
      const topicOf = (actions: unknown) =>
        [actions ?? []]
          .flat()
          .map((one) => target(templates, one))
          .join();
      const pages = [...alarms(templates), ...composites(templates)].filter(([, { Properties }]) =>
        topicOf(Properties.AlarmActions).includes("Pages"),
      );
      const ids = pages.map(([id]) => id.replace(/[0-9A-F]{8}$/, "")).sort();
      return [
        ...(ids.join() === waking.join() ? [] : [`these wake somebody: ${ids.join()}`]),
        ...[...alarms(templates), ...composites(templates)]
          .filter(([, { Properties }]) => topicOf(Properties.AlarmActions) !== topicOf(Properties.OKActions))
          .map(([id]) => `${id} does not say that it is over`),
      ];
    },
    breaches: {
      "an alarm that never says it is over": (templates) => delete first(templates).OKActions,
      "a night without sleep for a ticket": (templates) => {
        const of = (id: string) => alarms(templates).find(([one]) => one.startsWith(id))![1].Properties;
        Object.assign(of("sweepErrors"), {
          AlarmActions: of("ApiDown").AlarmActions,
          OKActions: of("ApiDown").OKActions,
        });
      },
    },
  },
  {
    name: "each alarm says what it means, names a runbook that exists, and reaches somebody",
    problems: (templates) => {
      const topics = all(templates, "AWS::SNS::Topic").map(([id]) => id);
      const unread = topics.filter(
        (topic) =>
          !all(templates, "AWS::SNS::Subscription").some(
            ([, { Properties }]) => target(templates, Properties.TopicArn) === topic && Properties.Endpoint,
          ),
      );
      return [
        ...(topics.length === 2 ? [] : ["pages and tickets are not two topics"]),
        ...unread.map((topic) => `nobody reads ${topic}`),
        ...[...alarms(templates), ...composites(templates)].flatMap(([id, { Properties }]) => {
          const runbook = runbookOf(Properties);
          const sent =
            quietOnes(templates).includes(id) ||
            [Properties.AlarmActions ?? []].flat().some((action) => topics.includes(target(templates, action)));
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
    name: "one cause, one message: tables, then functions, then answers and queues, and only what each must keep quiet does",
    problems: (templates) => {
      const together = ["Errors", "ApproximateAgeOfOldestMessage"];
      const members = alarms(templates).filter(
        ([id, { Properties }]) =>
          together.includes(Properties.MetricName) ||
          /^(Claims|Billing)Throttles|^ApiServerErrors|^Filing(Fails|Slow)/.test(id),
      );
      const quiet = quietOnes(templates);
      const beside = composites(templates).flatMap(([id, { Properties }]) => {
        const name = id.replace(/[0-9A-F]{8}$/, "");
        const found = suppressors(templates, Properties).join();
        return found === keptQuietBy[name] ? [] : [`${id} is kept quiet by «${found}», not by «${keptQuietBy[name]}»`];
      });
      return [
        ...members.flatMap(([id, { Properties }]) =>
          quiet.includes(id) && !Properties.AlarmActions ? [] : [`${id} mails by itself, or nobody hears of it`],
        ),
        ...beside,
        ...composites(templates).flatMap(([id, { Properties }]) => {
          // What an alarm within looks back on, the message must be quiet for.
          const periods = alarms(templates).flatMap(([one, { Properties: own }]) =>
            isIn(Properties.AlarmRule, one) ? (own.Period ?? 300) : [],
          );
          const isLong = (Properties.ActionsSuppressorExtensionPeriod ?? Infinity) >= Math.max(...periods);
          return isLong || !Properties.ActionsSuppressor ? [] : [`${id} speaks of what is over`];
        }),
        ...(composites(templates).length === Object.keys(keptQuietBy).length ? [] : ["other messages than these"]),
      ];
    },
    breaches: {
      "an objective that mails by itself": ({ service }) => silence(service, /"FilingFails[0-9A-F]{8}"/),
      "a message of an outage an hour after it": ({ service }) => {
        const [id] = Object.keys(service.Resources).filter((one) => /^Answers[0-9A-F]{8}$/.test(one));
        service.Resources[id!]!.Properties.ActionsSuppressorExtensionPeriod = 300;
      },
      "a function that nobody hears of": ({ service }) => silence(service, /"sweepErrors[0-9A-F]{8}"/),
      "a queue that nobody hears of": ({ service }) => silence(service, /"NoticesAge[0-9A-F]{8}"/),
      "two mails of one outage": ({ service }) => {
        const [id] = Object.keys(service.Resources).filter((one) => /^Functions[0-9A-F]{8}$/.test(one));
        delete service.Resources[id!]!.Properties.ActionsSuppressor;
      },
    },
  },
  {
    name: "one bad period is an event, but for some few alarms that need two of three",
    problems: (templates) => {
      const few = alarms(templates).filter(
        ([id, { Properties }]) => Properties.EvaluationPeriods !== 1 && !id.startsWith("BackupsMissing"),
      );
      const ids = few.map(([id]) => id.replace(/[0-9A-F]{8}$/, "")).sort();
      return [
        ...(ids.join() === twice.join() ? [] : [`these wait: ${ids.join()}`]),
        ...few.flatMap(
          ([
            id,
            {
              Properties: { EvaluationPeriods, DatapointsToAlarm },
            },
          ]) => (EvaluationPeriods === 3 && DatapointsToAlarm === 2 ? [] : [`${id} does not wait for two of three`]),
        ),
      ];
    },
    breaches: {
      "an outage that must last": (templates) => (downAlarm(templates).EvaluationPeriods = 2),
      "a night's one failure": (templates) => {
        const [, one] = alarms(templates).find(([id]) => id.startsWith("ApiServerErrors"))!;
        Object.assign(one.Properties, { EvaluationPeriods: 1, DatapointsToAlarm: 1 });
      },
    },
  },
  {
    name: "the dashboard shows every queue of work, what is filed and what silence threatens, and the saved queries every function's log",
    problems: (templates) => {
      const body = shown(templates);
      const queues = all(templates, "AWS::SQS::Queue").flatMap(([, { Properties }]) =>
        Properties.RedrivePolicy ? String(Properties.QueueName) : [],
      );
      const logs = all(templates, "AWS::Lambda::Function").length;
      return [
        ...[...queues, "filed", "unfiled", "filing-ms", "swept-alerted", "swept-granted"].filter(
          (name) => !body.includes(name),
        ),
        ...all(templates, "AWS::Logs::QueryDefinition").flatMap(([id, { Properties }]) =>
          Properties.LogGroupNames.length === logs
            ? []
            : [`${id} asks ${Properties.LogGroupNames.length} of ${logs} logs`],
        ),
        ...(all(templates, "AWS::Logs::QueryDefinition").some(([, { Properties }]) =>
          Properties.QueryString.includes("or code = "),
        )
          ? []
          : ["no claim is found by its code"]),
        ...(all(templates, "AWS::Logs::QueryDefinition").length === 2 ? [] : ["another number of saved queries"]),
      ];
    },
    breaches: {
      "a queue that is not shown": ({ service }) => {
        for (const { Type, Properties } of Object.values(service.Resources))
          if (Type === "AWS::CloudWatch::Dashboard")
            Properties.DashboardBody = JSON.parse(
              JSON.stringify(Properties.DashboardBody).replaceAll("caudal-dev-notices", "caudal-dev-other"),
            );
      },
      "alerts that are not shown": ({ service }) => {
        for (const { Type, Properties } of Object.values(service.Resources))
          if (Type === "AWS::CloudWatch::Dashboard")
            Properties.DashboardBody = JSON.parse(
              JSON.stringify(Properties.DashboardBody).replaceAll("swept-alerted", "other"),
            );
      },
      "a claim by its id only": ({ service }) => {
        for (const { Type, Properties } of Object.values(service.Resources))
          if (Type === "AWS::Logs::QueryDefinition")
            Properties.QueryString = Properties.QueryString.replace(/ or code = "[^"]+"/, "");
      },
      "a log that is not asked": ({ service }) => {
        for (const { Type, Properties } of Object.values(service.Resources))
          if (Type === "AWS::Logs::QueryDefinition") Properties.LogGroupNames.pop();
      },
    },
  },
  {
    name: "CloudWatch may publish the alarms",
    problems: (templates) =>
      all(templates, "AWS::SNS::TopicPolicy").length === 2 &&
      all(templates, "AWS::SNS::TopicPolicy").every(([, { Properties }]) =>
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
