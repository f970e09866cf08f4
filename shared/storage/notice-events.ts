import { SendMessageCommand } from "@aws-sdk/client-sqs";
import type { Queue } from "./sqs.ts";

/** What became of something sent: by the provider's name of it, with its word for why it did not come; no address. */
export interface ReportedOutcome {
  readonly became: "delivered" | "bounced";
  readonly messageId: string;
  readonly at: string;
  readonly reason?: string;
}

/** The queue of what became of what was sent. */
export interface NoticeEvents {
  send(outcome: ReportedOutcome): Promise<void>;
}

export function openNoticeEvents({ client, name }: Queue): NoticeEvents {
  return {
    send: async (outcome) => {
      await client.send(new SendMessageCommand({ QueueUrl: name, MessageBody: JSON.stringify(outcome) }));
    },
  };
}
