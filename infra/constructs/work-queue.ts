import { Duration, Stack } from "aws-cdk-lib";
import type { Alarm } from "aws-cdk-lib/aws-cloudwatch";
import type { Rule } from "aws-cdk-lib/aws-events";
import { Grant as Permission, PolicyStatement, type Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import type { Grant, QueueName } from "../../shared/grant.ts";
import { visibilityOf } from "../workers.ts";
import type { Alarms } from "./alarm-topic.ts";
import { deadLetters } from "./dead-letters.ts";
import { allowOn, type StoreResource } from "./store-resource.ts";

interface WorkQueueProps {
  readonly queue: QueueName;
  /** `caudal-<stage>`. */
  readonly prefix: string;
  readonly alarms: Alarms;
}

/**
 * A queue of work, which holds a message for four days, and its queue of dead letters, which gets a message that failed
 * five times; with an alarm for dead letters and one for a message older than two visibility timeouts.
 */
export class WorkQueue extends Construct implements StoreResource {
  readonly value: string;
  readonly arn: string;
  /** Raised when a message waits too long; one message says it of all queues. */
  readonly age: Alarm;
  private readonly queue: Queue;

  constructor(scope: Construct, id: string, { queue, prefix, alarms }: WorkQueueProps) {
    super(scope, id);
    const visibilityTimeout = visibilityOf(queue);
    const dead = deadLetters(this, {
      queueName: `${prefix}-${queue}-dead-letters`,
      alarms,
      meaning: `Work of ${queue} failed five times and was given up: nobody does it unless you do.`,
      runbook: "dead-letters",
    });
    this.queue = new Queue(this, "Queue", {
      queueName: `${prefix}-${queue}`,
      visibilityTimeout,
      // Shorter than the dead letters' retention: a message's age goes on counting there.
      retentionPeriod: Duration.days(4),
      // With less than five, a message can be given up without ever having reached its worker.
      deadLetterQueue: { queue: dead, maxReceiveCount: 5 },
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
    });
    this.value = this.queue.queueUrl;
    this.arn = this.queue.queueArn;
    this.age = alarms.raise(this, "Age", {
      metric: this.queue.metricApproximateAgeOfOldestMessage(),
      // Reached when the first attempt failed, the second had its whole time, and the message is still there.
      atLeast: 2 * visibilityTimeout.toSeconds(),
      meaning: `Work waits too long in ${queue}: its worker fails or is too slow.`,
      runbook: "queue-age",
      quiet: true,
    });
  }

  allow(role: Role, store: Grant): void {
    allowOn(this.arn, role, store);
  }

  /**
   * Gives the role the three actions an event source needs: to receive and delete messages and to read the queue's
   * attributes.
   */
  allowTaking(role: Role): void {
    Permission.addToPrincipal({
      grantee: role,
      actions: ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"],
      resourceArns: [this.arn],
    });
  }

  /**
   * Lets these rules of the event bus send messages to the queue. A second call adds its rules to those of the first.
   */
  allowReportsOf(rules: readonly Rule[]): void {
    this.allowFrom(
      "events.amazonaws.com",
      rules.map(({ ruleArn }) => ruleArn),
    );
  }

  /** Lets one bucket of this account send its notifications to the queue. A second call adds a bucket. */
  allowNoticesOf(bucketArn: string): void {
    this.allowFrom("s3.amazonaws.com", bucketArn);
  }

  private allowFrom(service: string, arns: string | readonly string[]): void {
    this.queue.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal(service)],
        actions: ["sqs:SendMessage"],
        resources: [this.arn],
        conditions: {
          StringEquals: { "aws:SourceAccount": Stack.of(this).account },
          ArnEquals: { "aws:SourceArn": arns },
        },
      }),
    );
  }
}
