import { Duration } from "aws-cdk-lib";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import type { Alarms } from "./alarm-topic.ts";

interface DeadLettersProps {
  readonly queueName: string;
  readonly alarms: Alarms;
  /** One sentence that says to the person on duty what is wrong. */
  readonly meaning: string;
  /** A file of `docs/runbooks/`, without `.md`. */
  readonly runbook: string;
}

/**
 * Creates a queue for messages that could not be handled, with the id `DeadLetters`, and its alarm. A message is
 * deleted after 14 days. The alarm is raised within about a minute of the first message, and stays raised while the
 * queue has one.
 */
export function deadLetters(scope: Construct, { queueName, alarms, meaning, runbook }: DeadLettersProps): Queue {
  const queue = new Queue(scope, "DeadLetters", {
    queueName,
    retentionPeriod: Duration.days(14),
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
  });
  alarms.raise(scope, "Dead", {
    metric: queue.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(1), statistic: "max" }),
    atLeast: 1,
    meaning,
    runbook,
  });
  return queue;
}
