import { DeleteMessageBatchCommand, type Message, ReceiveMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { failedOf } from "./batch-failures.ts";
import { credentials, region } from "./cloud.ts";
import type { LocalFunction } from "./functions.ts";
import type { Reading } from "./reading.ts";

interface QueueSource {
  readonly called: LocalFunction;
  /** ARN of the queue. */
  readonly source: string;
  readonly endpoint: string;
  readonly queueUrl: string;
  readonly batchSize: number;
  /** Whether the function names the messages that failed; otherwise the whole batch fails or none. */
  readonly partial: boolean;
  /** The most invocations at once; here never more than three. */
  readonly concurrency: number | undefined;
  say(line: string): void;
}

const mostPollers = 3;

/**
 * Invokes a function with the messages of a queue, in batches, until it is stopped, and deletes the messages that did
 * not fail. The queue shows a failed message again after its visibility timeout, and moves it to the dead-letter queue
 * after its last attempt. `say` gets each failed invocation and each error of the queue. After an error, asks the queue
 * again in a second.
 */
export function pollQueue(source: QueueSource): Reading {
  const client = new SQSClient({ endpoint: source.endpoint, region, credentials });
  const stopping = new AbortController();
  const pollers = Array.from({ length: Math.min(source.concurrency ?? mostPollers, mostPollers) }, async () => {
    while (!stopping.signal.aborted)
      await pollOnce(client, source, stopping.signal).catch(async (failure: unknown) => {
        if (stopping.signal.aborted) return;
        source.say(`${source.source}: ${String(failure)}`);
        await new Promise((wake) => setTimeout(wake, 1000));
      });
  });
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all(pollers);
      client.destroy();
    },
  };
}

async function pollOnce(
  client: SQSClient,
  { called, source, queueUrl, batchSize, partial, say }: QueueSource,
  abortSignal: AbortSignal,
): Promise<void> {
  const asking = new ReceiveMessageCommand({
    QueueUrl: queueUrl,
    MaxNumberOfMessages: batchSize,
    WaitTimeSeconds: 20,
    MessageSystemAttributeNames: ["All"],
    MessageAttributeNames: ["All"],
  });
  const { Messages = [] } = await client.send(asking, { abortSignal });
  if (Messages.length === 0) return;
  const invoked = await called.invoke({ Records: Messages.map((message) => recordOf(message, source)) });
  if (!invoked.ok) say(`${called.name}: ${invoked.message}`);
  const failed = failedOf(
    Messages.map(({ MessageId = "" }) => MessageId),
    invoked,
    partial,
  );
  const done = Messages.filter(({ MessageId = "" }) => !failed.has(MessageId));
  const Entries = done.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
  if (Entries.length > 0) await client.send(new DeleteMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
}

function recordOf(
  { MessageId, ReceiptHandle, Body, Attributes, MessageAttributes = {}, MD5OfBody }: Message,
  source: string,
): unknown {
  const attributes = Object.entries(MessageAttributes).map(([name, { StringValue, BinaryValue, DataType }]) => [
    name,
    {
      ...(StringValue !== undefined && { stringValue: StringValue }),
      ...(BinaryValue !== undefined && { binaryValue: Buffer.from(BinaryValue).toString("base64") }),
      stringListValues: [],
      binaryListValues: [],
      dataType: DataType,
    },
  ]);
  return {
    messageId: MessageId,
    receiptHandle: ReceiptHandle,
    body: Body,
    attributes: Attributes,
    messageAttributes: Object.fromEntries(attributes),
    md5OfBody: MD5OfBody,
    eventSource: "aws:sqs",
    eventSourceARN: source,
    awsRegion: region,
  };
}
