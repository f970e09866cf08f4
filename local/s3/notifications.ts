import { randomUUID } from "node:crypto";
import type { Entry, ObjectVersion } from "./entries.ts";
import type { Call } from "./operation.ts";
import { refuse } from "./refusals.ts";
import { uriEncodePath } from "./request.ts";
import type { Bucket } from "./store-state.ts";
import { childOf, childrenOf, expectOnly, parseXmlRoot, textOf, textsOf, type XmlElement } from "./xml.ts";

const creations = ["Put", "Post", "Copy", "CompleteMultipartUpload"] as const;
export type Creation = (typeof creations)[number];

interface QueueRule {
  id: string;
  queueArn: string;
  events: string[];
  prefix: string;
  suffix: string;
}

/**
 * Returns the rules of a bucket's notification configuration; empty if it has none. A rule's id is by default its ARN.
 * Refuses `NotImplemented` if a target is no queue or an event is not `s3:ObjectCreated`; `InvalidArgument` if an ARN
 * is neither a queue's nor a malware scan's, a rule has no event, or a filter is neither prefix nor suffix.
 */
export function readQueueRules(document: string): QueueRule[] {
  const root = parseXmlRoot(document, "NotificationConfiguration");
  expectOnly(root, ["QueueConfiguration"]);
  return childrenOf(root, "QueueConfiguration").map((rule) => {
    expectOnly(rule, ["Id", "Queue", "Event", "Filter"]);
    const events = textsOf(rule, "Event");
    const known = ["*", ...creations].map((name) => `s3:ObjectCreated:${name}`);
    const unknown = events.find((event) => !known.includes(event));
    if (unknown !== undefined) refuse("NotImplemented", `The event ${unknown} is not implemented`);
    const queueArn = textOf(rule, "Queue") ?? "";
    // A scan's plan may stand in for a queue: GuardDuty hears of a bucket in its own way, which this configuration
    // cannot name.
    const isQueue = /^arn:aws:(?:sqs|guardduty):[^:]*:\d*:.+$/.test(queueArn);
    if (!isQueue || events.length === 0) refuse("InvalidArgument", "The ARN or the events are not valid");
    const { prefix = "", suffix = "" } = readFilter(rule);
    return { id: textOf(rule, "Id") ?? queueArn, queueArn, events, prefix, suffix };
  });
}

function readFilter(rule: XmlElement): { prefix?: string; suffix?: string } {
  const filter = childOf(rule, "Filter");
  if (filter) expectOnly(filter, ["S3Key"]);
  const key = filter && childOf(filter, "S3Key");
  const rules = (key ? childrenOf(key, "FilterRule") : []).map((one) => {
    const name = textOf(one, "Name")?.toLowerCase();
    const isKnown = name === "prefix" || name === "suffix";
    return [isKnown ? name : refuse("InvalidArgument", "Filter rules are prefix or suffix"), textOf(one, "Value")];
  });
  return Object.fromEntries(rules);
}

/**
 * Returns one entry for each of the bucket's rules whose event, prefix and suffix match the new object, in the rules'
 * order; empty if none does. The caller commits them with the object.
 */
export function notificationsDue(
  { region, now }: Call,
  bucket: Bucket,
  object: ObjectVersion,
  creation: Creation,
): Entry[] {
  const rules = readQueueRules(bucket.configurations.notification ?? "<NotificationConfiguration/>");
  const names = ["s3:ObjectCreated:*", `s3:ObjectCreated:${creation}`];
  return rules
    .filter(({ events }) => events.some((event) => names.includes(event)))
    .filter(({ prefix, suffix }) => object.key.startsWith(prefix) && object.key.endsWith(suffix))
    .map((rule) => ({
      type: "notification",
      id: randomUUID(),
      value: {
        bucket: bucket.name,
        queueArn: rule.queueArn,
        message: {
          Records: [
            {
              eventVersion: "2.1",
              eventSource: "aws:s3",
              awsRegion: region,
              eventTime: now.toISOString(),
              eventName: `ObjectCreated:${creation}`,
              userIdentity: { principalId: "LOCAL" },
              requestParameters: { sourceIPAddress: "127.0.0.1" },
              responseElements: { "x-amz-request-id": randomUUID() },
              s3: {
                s3SchemaVersion: "1.0",
                configurationId: rule.id,
                bucket: {
                  name: bucket.name,
                  ownerIdentity: { principalId: "LOCAL" },
                  arn: `arn:aws:s3:::${bucket.name}`,
                },
                object: {
                  key: uriEncodePath(object.key).replaceAll("%20", "+"),
                  size: object.size,
                  eTag: object.etag,
                  ...(object.id === "null" ? {} : { versionId: object.id }),
                  sequencer: nextSequencer(now),
                },
              },
            },
          ],
        },
      },
    }));
}

let lastSequence = 0;

/** Returns hexadecimal of fixed width that sorts in the order of the writes, also over a restart. */
function nextSequencer(now: Date): string {
  lastSequence = Math.max(lastSequence + 1, now.getTime() * 1000);
  return lastSequence.toString(16).toUpperCase().padStart(18, "0");
}
