import type { Queue } from "../sqs.ts";

/** A delivery outcome: the provider's id of the message, and its reason if it was not delivered; no address. */
export interface ReportedOutcome {
  readonly became: "delivered" | "bounced";
  readonly messageId: string;
  readonly at: string;
  readonly reason?: string;
}

/** The queue of delivery outcomes. */
export interface NoticeEvents {
  send(outcome: ReportedOutcome): Promise<void>;
}

export function openNoticeEvents({ client, name }: Queue): NoticeEvents {
  return {
    send: (outcome) => client.send(name, outcome),
  };
}
