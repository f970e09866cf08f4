import { Duration, Stack } from "aws-cdk-lib";
import { Alarm, type AlarmProps, ComparisonOperator, type IMetric, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import { Construct } from "constructs";
import { acknowledge } from "./acknowledge.ts";

/** A sign of trouble: what is measured, from which value on it is one, and the page that says what to do. */
interface Sign {
  readonly metric: IMetric;
  readonly atLeast: number;
  /** No data is trouble too. @default no trouble */
  readonly orSilent?: true;
  /** One sentence for who is woken. */
  readonly meaning: string;
  /** A file of `docs/runbooks/`, without `.md`. */
  readonly runbook: string;
}

/** Where alarms are sent, and the one way to define one: beside what it watches, with its runbook. */
export class Alarms extends Construct {
  private readonly topic: Topic;

  constructor(scope: Construct, id: string, { address }: { readonly address: string }) {
    super(scope, id);
    this.topic = new Topic(this, "Topic", { enforceSSL: true });
    this.topic.addSubscription(new EmailSubscription(address));
    // A topic with a policy of its own loses the default one, by which the account's alarms may publish.
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal("cloudwatch.amazonaws.com")],
        actions: ["sns:Publish"],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { "aws:SourceAccount": Stack.of(this).account } },
      }),
    );
    acknowledge(this, {
      "Serverless-SNSRedrivePolicy": "The subscriber is a mailbox: SNS itself repeats mail, and the alarm stays red.",
    });
  }

  /** Raises the alarm when one period of the metric reaches the value. */
  raise(scope: Construct, id: string, { metric, atLeast, orSilent, ...told }: Sign): Alarm {
    return this.alarm(scope, id, told, {
      metric,
      threshold: atLeast,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: orSilent ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
  }

  /** Raises the alarm when a period of the metric passes without one: no data is the trouble. */
  miss(scope: Construct, id: string, { metric, ...told }: Omit<Sign, "atLeast" | "orSilent">): Alarm {
    return this.alarm(scope, id, told, {
      metric,
      threshold: 1,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.BREACHING,
    });
  }

  private alarm(
    scope: Construct,
    id: string,
    { meaning, runbook }: Pick<Sign, "meaning" | "runbook">,
    watched: Omit<AlarmProps, "evaluationPeriods">,
  ): Alarm {
    const alarm = new Alarm(scope, id, {
      ...watched,
      evaluationPeriods: 1,
      alarmDescription: `${meaning} Runbook: docs/runbooks/${runbook}.md`,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
    return alarm;
  }
}

/** The period of every alarm but those that must not wait. */
export const fiveMinutes = { period: Duration.minutes(5) };
