import { CreateQueueCommand, SetQueueAttributesCommand, SQSClient } from "@aws-sdk/client-sqs";
import * as z from "zod";
import { credentials, region } from "./cloud.ts";
import { ignored } from "./resources.ts";
import type { Assembly } from "./templates.ts";

const value = z.union([z.number(), z.boolean(), z.string()]).transform(String).optional();
const queue = z
  .strictObject({
    VisibilityTimeout: value,
    MessageRetentionPeriod: value,
    MaximumMessageSize: value,
    DelaySeconds: value,
    ReceiveMessageWaitTimeSeconds: value,
    FifoQueue: value,
    ContentBasedDeduplication: value,
    RedrivePolicy: z
      .strictObject({ deadLetterTargetArn: z.string(), maxReceiveCount: z.number() })
      .transform((policy) => JSON.stringify(policy))
      .optional(),
    QueueName: ignored,
    RedriveAllowPolicy: ignored,
    SqsManagedSseEnabled: ignored,
    KmsMasterKeyId: ignored,
    KmsDataKeyReusePeriodSeconds: ignored,
    Tags: ignored,
  })
  .transform(
    ({
      QueueName,
      RedriveAllowPolicy,
      SqsManagedSseEnabled,
      KmsMasterKeyId,
      KmsDataKeyReusePeriodSeconds,
      Tags,
      ...set
    }) => Object.fromEntries(Object.entries(set).flatMap(([name, text]) => (text === undefined ? [] : [[name, text]]))),
  );

/**
 * Creates the queues that do not exist yet, notes the URL of each in the assembly, and sets on all of them the
 * attributes of their templates.
 * @throws if a template has a property that is not known here
 */
export async function makeQueues(assembly: Assembly, endpoint: string): Promise<void> {
  const client = new SQSClient({ endpoint, region, credentials });
  const resources = assembly.of("AWS::SQS::Queue");
  for (const resource of resources) {
    const { QueueUrl } = await client.send(new CreateQueueCommand({ QueueName: resource.name }));
    assembly.made(resource, { "": z.string().parse(QueueUrl) });
  }
  // Attributes are set only now, because a queue names its dead-letter queue, which must exist.
  for (const resource of resources) {
    const Attributes = assembly.read(resource, queue);
    if (Object.keys(Attributes).length === 0) continue;
    await client.send(new SetQueueAttributesCommand({ QueueUrl: assembly.attribute(resource), Attributes }));
  }
  client.destroy();
}

/**
 * Returns a queue's URL by its ARN, for templates that name only the ARN.
 * @throws if the templates have no such queue, or if the queue was not made yet
 */
export function queueUrlOf(assembly: Assembly, arn: string): string {
  const found = assembly.of("AWS::SQS::Queue").find((resource) => assembly.attribute(resource, "Arn") === arn);
  if (!found) throw new Error(`no queue ${arn} in the templates`);
  return assembly.attribute(found);
}
