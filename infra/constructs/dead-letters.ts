import { Duration } from "aws-cdk-lib";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import { acknowledge } from "./acknowledge.ts";
import type { Alarms } from "./alarms.ts";

interface DeadLettersProps {
  readonly queueName: string;
  readonly alarms: Alarms;
  /** One sentence for who is woken. */
  readonly meaning: string;
  /** A file of `docs/runbooks/`, without `.md`. */
  readonly runbook: string;
}

/** The queue where failures end, with the alarm that calls a person within a minute. */
export function deadLetters(scope: Construct, { queueName, alarms, meaning, runbook }: DeadLettersProps): Queue {
  const queue = new Queue(scope, "DeadLetters", {
    queueName,
    retentionPeriod: Duration.days(14),
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
  });
  acknowledge(queue, { "Serverless-SQSRedrivePolicy": "It is where failures end; its alarm calls a person." });
  alarms.raise(scope, "Dead", {
    metric: queue.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(1), statistic: "max" }),
    atLeast: 1,
    meaning,
    runbook,
  });
  return queue;
}
