import { Duration, Stack } from "aws-cdk-lib";
import { Alarm, type AlarmProps, ComparisonOperator, type IMetric, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import { Construct } from "constructs";
import { acknowledge } from "./acknowledge.ts";

/** What an alarm watches, from which value it is raised, and what its message says. */
interface Sign {
  readonly metric: IMetric;
  readonly atLeast: number;
  /** Raises the alarm for a period without data too. @default a period without data raises nothing */
  readonly orSilent?: true;
  /** One sentence that says to the person on duty what is wrong. */
  readonly meaning: string;
  /** A file of `docs/runbooks/`, without `.md`. */
  readonly runbook: string;
}

/**
 * The topic that mails alarms to `address`, and the only way to define an alarm, which needs a sentence for the person
 * on duty and a runbook.
 */
export class Alarms extends Construct {
  private readonly topic: Topic;

  constructor(scope: Construct, id: string, { address }: { readonly address: string }) {
    super(scope, id);
    this.topic = new Topic(this, "Topic", { enforceSSL: true });
    this.topic.addSubscription(new EmailSubscription(address));
    // A topic with a policy of its own loses the default policy, which lets the account's alarms publish to it.
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

  /**
   * Defines an alarm that is raised when one period of the metric is `atLeast` or more; a period without data raises it
   * only with `orSilent`.
   */
  raise(scope: Construct, id: string, { metric, atLeast, orSilent, ...description }: Sign): Alarm {
    return this.alarm(scope, id, description, {
      metric,
      threshold: atLeast,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: orSilent ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
  }

  /** Defines an alarm that is raised when one period of the metric counts less than one or has no data. */
  miss(scope: Construct, id: string, { metric, ...description }: Omit<Sign, "atLeast" | "orSilent">): Alarm {
    return this.alarm(scope, id, description, {
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

/** The usual period of an alarm's metric. */
export const fiveMinutes = { period: Duration.minutes(5) };
