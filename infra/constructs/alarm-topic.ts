import { Duration, Stack } from "aws-cdk-lib";
import {
  Alarm,
  type AlarmProps,
  AlarmRule,
  ComparisonOperator,
  CompositeAlarm,
  type IAlarm,
  type IMetric,
  MathExpression,
  type Metric,
  TreatMissingData,
} from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import { Construct } from "constructs";

/** What an alarm watches, from which value it is raised, and what its message says. */
interface Sign {
  readonly metric: IMetric;
  readonly atLeast: number;
  /** Raises the alarm only once this many of the last three periods have the value. @default one period is enough */
  readonly ofThree?: 2;
  /** Raises the alarm for a period without data too. @default a period without data raises nothing */
  readonly orSilent?: true;
  /** One sentence that says to the person on duty what is wrong. */
  readonly meaning: string;
  /** A file of `docs/runbooks/`, without `.md`. */
  readonly runbook: string;
  /**
   * Wakes the person on duty: people are turned away, or harm is done, at this moment.
   * @default it can wait for the office's hours
   */
  readonly wakes?: true;
  /** Mails nothing itself: one of several alarms that `together` mails as one. */
  readonly quiet?: true;
}

/** What is counted where nothing is the sign, and for how many periods nothing may be. */
interface Missed extends Pick<Sign, "meaning" | "runbook"> {
  readonly metric: Metric;
  /** @default one */
  readonly periods?: number;
}

/** What one alarm for several says, and the alarms that say more while they are raised. */
interface Shared extends Pick<Sign, "meaning" | "runbook" | "wakes"> {
  readonly unless?: readonly IAlarm[];
  /** How long it stays quiet after those of `unless` are over. @default five minutes */
  readonly quietAfter?: Duration;
}

interface AlarmsProps {
  readonly address: string;
  /** Where an alarm is sent that wakes somebody. */
  readonly pageAddress: string;
}

/**
 * Defines every alarm, each with a sentence for the person on duty and a runbook, and mails when an alarm is raised and
 * when it ends. Alarms that wake somebody go to one topic, the others to another.
 */
export class Alarms extends Construct {
  private readonly tickets: Topic;
  private readonly pages: Topic;

  constructor(scope: Construct, id: string, { address, pageAddress }: AlarmsProps) {
    super(scope, id);
    this.tickets = this.topic("Topic", "Caudal", address);
    this.pages = this.topic("Pages", "Caudal URGENTE", pageAddress);
  }

  /** Adds a topic whose mails come from `displayName`. */
  private topic(id: string, displayName: string, address: string): Topic {
    const topic = new Topic(this, id, { enforceSSL: true, displayName });
    topic.addSubscription(new EmailSubscription(address));
    // A topic with a policy of its own loses the default policy, which lets the account's alarms publish to it.
    topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal("cloudwatch.amazonaws.com")],
        actions: ["sns:Publish"],
        resources: [topic.topicArn],
        conditions: { StringEquals: { "aws:SourceAccount": Stack.of(this).account } },
      }),
    );
    return topic;
  }

  /**
   * Defines an alarm that is raised when one period of the metric is `atLeast` or more, or with `ofThree` that many of
   * the last three; a period without data raises it only with `orSilent`.
   */
  raise(scope: Construct, id: string, { metric, atLeast, ofThree, orSilent, ...description }: Sign): Alarm {
    return this.alarm(scope, id, description, {
      metric,
      threshold: atLeast,
      ...(ofThree && { evaluationPeriods: 3, datapointsToAlarm: ofThree }),
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: orSilent ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
  }

  /** Defines an alarm that is raised when `periods` of the metric, one after another, count nothing or have no data. */
  miss(scope: Construct, id: string, { metric, periods = 1, ...description }: Missed): Alarm {
    return this.alarm(scope, id, description, {
      // CloudWatch looks past periods without data for one that has some, and so rings hours or days later.
      metric: new MathExpression({
        expression: "FILL(counted, 0)",
        usingMetrics: { counted: metric },
        period: metric.period,
      }),
      evaluationPeriods: periods,
      threshold: 1,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.BREACHING,
    });
  }

  /**
   * Defines one alarm over several alarms (`members`) that have one cause. It is mailed when the first of them is
   * raised, unless an alarm of `unless` is raised: that alarm's own mail says more.
   */
  together(
    scope: Construct,
    id: string,
    members: readonly IAlarm[],
    { meaning, runbook, wakes, unless = [], quietAfter = Duration.minutes(5) }: Shared,
  ): CompositeAlarm {
    const [first, ...others] = unless;
    // Only one alarm can keep another quiet: several do it as one that mails nothing.
    const cause =
      others.length > 0 ? new CompositeAlarm(scope, `${id}Cause`, { alarmRule: AlarmRule.anyOf(...unless) }) : first;
    const alarm = new CompositeAlarm(scope, id, {
      alarmRule: AlarmRule.anyOf(...members),
      alarmDescription: described(meaning, runbook),
      ...(cause && {
        actionsSuppressor: cause,
        actionsSuppressorWaitPeriod: Duration.minutes(2),
        actionsSuppressorExtensionPeriod: quietAfter,
      }),
    });
    const reaches = new SnsAction(wakes ? this.pages : this.tickets);
    alarm.addAlarmAction(reaches);
    alarm.addOkAction(reaches);
    return alarm;
  }

  private alarm(
    scope: Construct,
    id: string,
    { meaning, runbook, wakes, quiet }: Pick<Sign, "meaning" | "runbook" | "wakes" | "quiet">,
    watched: Omit<AlarmProps, "evaluationPeriods"> & Partial<Pick<AlarmProps, "evaluationPeriods">>,
  ): Alarm {
    const alarm = new Alarm(scope, id, {
      evaluationPeriods: 1,
      ...watched,
      alarmDescription: described(meaning, runbook),
    });
    const reaches = new SnsAction(wakes ? this.pages : this.tickets);
    if (quiet) {
      // That it cannot be judged, no other alarm would say for it; a period without data is judged.
      alarm.addInsufficientDataAction(reaches);
      return alarm;
    }
    alarm.addAlarmAction(reaches);
    alarm.addOkAction(reaches);
    return alarm;
  }
}

const described = (meaning: string, runbook: string): string => `${meaning} Runbook: docs/runbooks/${runbook}.md`;

/** The usual period of an alarm's metric. */
export const fiveMinutes = { period: Duration.minutes(5) };
