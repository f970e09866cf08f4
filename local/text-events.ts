import { gzipSync } from "node:zlib";
import * as z from "zod";
import { account, region } from "./cloud.ts";
import type { LocalFunction } from "./functions.ts";
import type { Assembly } from "./templates.ts";

/** The carriers' answers for texts, by how a mobile number begins. A text to any other number is delivered. */
const failures: readonly (readonly [begins: string, providerResponse: string])[] = [
  ["999", "Invalid phone number"],
  ["998", "Phone is currently unreachable/unavailable"],
];

/** The beginnings of the mobile numbers that get no text, to show: `999…`. */
export const deafMobiles: readonly string[] = failures.map(([begins]) => `${begins}…`);

/** Longer than a function takes to record that it sent the text, as for mail. */
const momentMs = 1500;
const country = /^\+51/;

export interface TextEvents {
  /**
   * Reports the delivery outcome of a text to a telephone (`+51999000001`) after 1.5 seconds: a failure if the number
   * begins as one of `deafMobiles`, else a success. Returns at once.
   */
  follow(messageId: string, to: string): void;
  /** Drops the outcomes that were not reported yet. */
  stop(): void;
}

/**
 * Opens the local stand-in for SNS's log of text message deliveries. Each text given to `follow` becomes, 1.5 seconds
 * later, a line of that log, with which every function is invoked that a template subscribes to a log. `say` gets the
 * message of a function that fails.
 */
export function openTextEvents(
  assembly: Assembly,
  { functions, now, say }: { readonly functions: readonly LocalFunction[]; now(): string; say(line: string): void },
): TextEvents {
  const subscribed = new Set(
    assembly
      .of("AWS::Logs::SubscriptionFilter")
      .map((resource) => z.string().parse(assembly.properties(resource, resource.properties["DestinationArn"]))),
  );
  const followers = functions.filter(({ arn }) => subscribed.has(arn));
  const waiting = new Set<NodeJS.Timeout>();
  const deliver = async (messageId: string, to: string, sentAt: string) => {
    const event = { awslogs: { data: gzipSync(JSON.stringify(batchOf(messageId, to, sentAt))).toString("base64") } };
    for (const follower of followers) {
      const invoked = await follower.invoke(event);
      if (!invoked.ok) say(`${follower.name}: ${invoked.message}`);
    }
  };
  return {
    follow: (messageId, to) => {
      const sentAt = now();
      const timer = setTimeout(() => {
        waiting.delete(timer);
        void deliver(messageId, to, sentAt);
      }, momentMs);
      waiting.add(timer);
    },
    stop: () => {
      for (const timer of waiting) clearTimeout(timer);
    },
  };
}

/** Returns a line as SNS writes it, in the envelope of CloudWatch Logs. */
function batchOf(messageId: string, to: string, sentAt: string): unknown {
  const [, refusal] = failures.find(([begins]) => to.replace(country, "").startsWith(begins)) ?? [];
  const line = {
    notification: { messageId, timestamp: sentAt.replace("T", " ").replace("Z", "") },
    delivery: {
      phoneCarrier: "Local",
      mnc: 6,
      mcc: 716,
      numberOfMessageParts: 1,
      destination: to,
      priceInUSD: 0,
      smsType: "Transactional",
      providerResponse: refusal ?? "Message has been accepted by phone carrier",
      dwellTimeMs: 300,
    },
    status: refusal ? "FAILURE" : "SUCCESS",
  };
  return {
    messageType: "DATA_MESSAGE",
    owner: account,
    logGroup: `sns/${region}/${account}/DirectPublishToPhoneNumber${refusal ? "/Failure" : ""}`,
    logStream: "local",
    subscriptionFilters: ["local"],
    logEvents: [{ id: messageId, timestamp: Date.parse(sentAt), message: JSON.stringify(line) }],
  };
}
