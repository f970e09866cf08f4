import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { relayEntry } from "../../../functions/relay/relay-entry.ts";
import { log } from "../../../functions/runtime/log.ts";
import { traceOfMessage, traceOfRequest } from "../../../functions/runtime/trace-of.ts";
import { showOffice } from "../../../shared/contract/office-routes.ts";
import { undeliveredSince } from "../../../shared/storage/check/outbox.ts";
import { traced } from "../../../shared/storage/check/trace.ts";
import { openMail } from "../../../shared/storage/notice/mail.ts";
import type { QueueClient } from "../../../shared/storage/queue-client.ts";
import { openWorkerQueue } from "../../../shared/storage/worker-tasks.ts";
import { eventOf } from "../api-call.ts";
import { captureLog, type LogLine } from "../log-lines.ts";

let lines: () => readonly LogLine[];
beforeEach(() => {
  lines = captureLog();
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe("the trace of a request", () => {
  const withKey = (key: string) => traceOfRequest(eventOf(showOffice, { headers: { "idempotency-key": key } }));

  it("is the same for the same write sent again, another for another, and does not give the key away", () => {
    const trace = withKey("a-key-of-sixteen-letters");
    expect(withKey("a-key-of-sixteen-letters")).toBe(trace);
    expect(withKey("another-of-sixteen-letters")).not.toBe(trace);
    expect(trace).toMatch(/^[\w-]{16}$/);
  });

  it("is the gateway's id of a request that writes nothing", () => {
    const event = eventOf(showOffice, { headers: { "idempotency-key": "" } });
    expect(traceOfRequest(event)).toBe(event.requestContext.requestId);
  });
});

const sentBeside = { trace: { stringValue: "t1", dataType: "String" } };
const mailed = { detail: { mail: { tags: { trace: ["t1"], other: ["x"] } } } };
it.each([
  ["what our functions send, beside the task", { claimId: "c1", seq: 1 }, sentBeside, "t1"],
  ["an outcome of a mail, by its tag", mailed, {}, "t1"],
  ["an event of a bucket: the message is its own", { Records: [] }, {}, "m1"],
  ["no JSON", undefined, {}, "m1"],
] as const)("a message goes on with the trace of %s", (_, body, messageAttributes, trace) => {
  expect(traceOfMessage(body, { messageId: "m1", messageAttributes })).toBe(trace);
});

it("goes from a write through outbox, relay and queue into every line and mail, and never into what is hashed", async () => {
  const item = traced("t1", () => undeliveredSince("2026-11-23T15:00:00.000Z"));
  expect(item).toMatchObject({ trace: "t1" });
  const sent: unknown[] = [];
  const send: QueueClient["send"] = async (_, message, attributes) => void sent.push({ message, attributes });
  const queue = openWorkerQueue({ client: { send, sendAll: async () => 0 }, name: "queue" });
  const image = {
    ...{
      pk: { S: "CLAIM#c1" },
      sk: { S: "E#0001" },
      claimId: { S: "c1" },
      seq: { N: "1" },
      type: { S: "claim-filed" },
    },
    ...{ undeliveredShard: { S: "0" }, undeliveredAt: { S: "2026-11-23T15:00:00.000Z" }, trace: { S: "t1" } },
  };
  const queues = { inspections: queue, notices: queue, documents: queue };
  await relayEntry({ outbox: { settle: async () => {} }, queues })(image);
  expect(sent).toHaveLength(3);
  for (const message of sent)
    expect(message).toMatchObject({
      message: { claimId: "c1", seq: 1 },
      attributes: { trace: { StringValue: "t1" } },
    });
  traced("t1", () => log("info", "counted"));
  expect(lines()).toEqual([
    { level: "info", event: "published", trace: "t1", claimId: "c1", seq: 1 },
    { level: "info", event: "counted", trace: "t1" },
  ]);
  const mails: unknown[] = [];
  const mailer = {
    send: async ({ input }: { input: unknown }) => {
      mails.push(input);
      return { MessageId: "m1" };
    },
  };
  const mail = openMail({ client: mailer, name: "a@example.pe" } as never, "set");
  await traced("JKJaXmPLvHcESHA=", () => mail.send({ to: "b@example.pe", subject: "", text: "" }));
  await mail.send({ to: "b@example.pe", subject: "", text: "" });
  expect(mails).toMatchObject([{ EmailTags: [{ Name: "trace", Value: "JKJaXmPLvHcESHA_" }] }, {}]);
  expect(mails[1]).not.toHaveProperty("EmailTags");
});
