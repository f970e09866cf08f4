import { randomUUID } from "node:crypto";
import * as z from "zod";
import { account, region } from "./cloud.ts";
import type { EventBus } from "./event-bus.ts";
import { ignored } from "./resources.ts";
import type { Assembly } from "./templates.ts";

const destination = z.strictObject({
  ConfigurationSetName: z.string(),
  EventDestination: z.strictObject({
    Enabled: z.boolean().default(false),
    MatchingEventTypes: z.array(z.enum(["delivery", "deliveryDelay", "bounce", "complaint", "reject"])),
    EventBridgeDestination: z.strictObject({ EventBusArn: z.string().endsWith(":event-bus/default") }),
    Name: ignored,
  }),
});
const configurationSet = z.strictObject({
  Name: z.string(),
  DeliveryOptions: ignored,
  SendingOptions: ignored,
  Tags: ignored,
});

/** A mail that the service accepted. */
export interface TakenMail {
  readonly messageId: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly configurationSet: string;
  /** The tags that its sender gave it, which each outcome gives back. */
  readonly tags?: Readonly<Record<string, readonly string[]>>;
}

export interface MailEvents {
  /** Whether the templates have a configuration set. */
  knows(configurationSet: string): boolean;
  /**
   * Reports the delivery outcomes of a mail after 1.5 seconds. The beginning of the address decides them: `rebota`
   * bounces, `lleno` is full, `demora` is late, `molesta` complains, `virus` is rejected, any other is delivered.
   * Returns at once; `say` gets a failure.
   */
  follow(mail: TakenMail): void;
  /** Drops the outcomes that were not reported yet. */
  stop(): void;
}

interface Outcome {
  readonly type: z.output<typeof destination>["EventDestination"]["MatchingEventTypes"][number];
  readonly detailType: string;
  readonly eventType: string;
  readonly says: (mail: TakenMail, timestamp: string) => object;
}

const delivery: Outcome = {
  type: "delivery",
  detailType: "Email Delivered",
  eventType: "Delivery",
  says: ({ to }, timestamp) => ({
    delivery: { timestamp, processingTimeMillis: 500, recipients: [to], smtpResponse: "250 OK", reportingMTA: "local" },
  }),
};
const bounce = (bounceType: string, bounceSubType: string): Outcome => ({
  type: "bounce",
  detailType: "Email Bounced",
  eventType: "Bounce",
  says: ({ to }, timestamp) => ({
    bounce: {
      feedbackId: randomUUID(),
      bounceType,
      bounceSubType,
      bouncedRecipients: [{ emailAddress: to }],
      timestamp,
    },
  }),
});
const delay: Outcome = {
  type: "deliveryDelay",
  detailType: "Email Delivery Delayed",
  eventType: "DeliveryDelay",
  says: ({ to }, timestamp) => ({
    deliveryDelay: { timestamp, delayType: "TransientCommunicationFailure", delayedRecipients: [{ emailAddress: to }] },
  }),
};
const complaint: Outcome = {
  type: "complaint",
  detailType: "Email Complaint Received",
  eventType: "Complaint",
  says: ({ to }, timestamp) => ({
    complaint: { feedbackId: randomUUID(), complainedRecipients: [{ emailAddress: to }], timestamp },
  }),
};
const rejection: Outcome = {
  type: "reject",
  detailType: "Email Rejected",
  eventType: "Reject",
  says: () => ({ reject: { reason: "Bad content" } }),
};

/**
 * The delivery outcomes by how an address begins, in the order they are reported. Mail to any other address is
 * delivered.
 */
const outcomesByAddress: readonly (readonly [begins: string, outcomes: readonly Outcome[]])[] = [
  ["rebota", [bounce("Permanent", "General")]],
  ["lleno", [delay, bounce("Transient", "MailboxFull")]],
  ["demora", [delay, delivery]],
  ["molesta", [delivery, complaint]],
  ["virus", [rejection]],
];

/** The beginnings of the addresses that have an outcome of their own, to show: `rebota…@`. */
export const oddAddresses: readonly string[] = outcomesByAddress.map(([begins]) => `${begins}…@`);

/**
 * Longer than a function takes to record that it sent the mail: an outcome that comes before waits minutes for its next
 * try.
 */
const momentMs = 1500;

/**
 * Opens the stand-in for the mail service's reports of delivery. An outcome is put on `bus` once for each enabled event
 * destination of the mail's configuration set that asks for its type; if none does, it is not reported.
 * @throws if a template has a property that is not known here
 */
export function openMailEvents(
  assembly: Assembly,
  bus: EventBus,
  { now, say }: { now(): string; say(line: string): void },
): MailEvents {
  const sets = assembly
    .of("AWS::SES::ConfigurationSet")
    .map((resource) => assembly.read(resource, configurationSet).Name);
  const destinations = assembly
    .of("AWS::SES::ConfigurationSetEventDestination")
    .map((resource) => assembly.read(resource, destination));
  const waiting = new Set<NodeJS.Timeout>();
  const deliver = async (mail: TakenMail, sentAt: string) => {
    const [, outcomes = [delivery]] = outcomesByAddress.find(([begins]) => mail.to.startsWith(begins)) ?? [];
    for (const outcome of outcomes)
      for (const { ConfigurationSetName, EventDestination } of destinations)
        if (
          ConfigurationSetName === mail.configurationSet &&
          EventDestination.Enabled &&
          EventDestination.MatchingEventTypes.includes(outcome.type)
        )
          await bus.put(eventOf(mail, outcome, sentAt, now()));
  };
  return {
    knows: (set) => sets.includes(set),
    follow: (mail) => {
      const sentAt = now();
      const timer = setTimeout(() => {
        waiting.delete(timer);
        deliver(mail, sentAt).catch((failure: unknown) => say(`mail events: ${String(failure)}`));
      }, momentMs);
      waiting.add(timer);
    },
    stop: () => {
      for (const timer of waiting) clearTimeout(timer);
    },
  };
}

/** Returns an event as SES puts it on the bus. */
function eventOf(mail: TakenMail, { detailType, eventType, says }: Outcome, sentAt: string, time: string): unknown {
  const { messageId, from, to, subject, configurationSet, tags } = mail;
  const arn = (resource: string) => `arn:aws:ses:${region}:${account}:${resource}`;
  return {
    version: "0",
    id: randomUUID(),
    "detail-type": detailType,
    source: "aws.ses",
    account,
    time: time.replace(/\.\d+Z$/, "Z"),
    region,
    resources: [arn(`configuration-set/${configurationSet}`)],
    detail: {
      eventType,
      ...says(mail, time),
      mail: {
        timestamp: sentAt,
        source: from,
        sourceArn: arn(`identity/${from.replace(/^.*@/, "")}`),
        sendingAccountId: account,
        messageId,
        destination: [to],
        headersTruncated: false,
        headers: [{ name: "Subject", value: subject }],
        commonHeaders: { from: [from], to: [to], messageId, subject },
        tags: {
          ...tags,
          "ses:configuration-set": [configurationSet],
          "ses:from-domain": [from.replace(/^.*@/, "")],
        },
      },
    },
  };
}
