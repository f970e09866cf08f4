import {
  type MessageAttributeValue,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
} from "@aws-sdk/client-sqs";

/** A client of the queues. A message is sent as JSON. */
export interface QueueClient {
  send(queueUrl: string, message: object, attributes?: Record<string, MessageAttributeValue>): Promise<void>;
  /** Sends at most ten messages in one call, and returns how many of them were not queued. */
  sendAll(queueUrl: string, messages: readonly object[]): Promise<number>;
}

/**
 * Returns a new client of the queues. It calls its configured endpoint, not the host in a queue's URL, so that the
 * local stack can stand in for SQS.
 */
export function openQueueClient(): QueueClient {
  const client = new SQSClient({ useQueueUrlAsEndpoint: false });
  return {
    send: async (QueueUrl, message, attributes) => {
      const MessageBody = JSON.stringify(message);
      const also = attributes && { MessageAttributes: attributes };
      await client.send(new SendMessageCommand({ QueueUrl, MessageBody, ...also }));
    },
    sendAll: async (QueueUrl, messages) => {
      const Entries = messages.map((message, at) => ({ Id: String(at), MessageBody: JSON.stringify(message) }));
      const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
      return Failed.length;
    },
  };
}
