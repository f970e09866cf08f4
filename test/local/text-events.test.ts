import { gunzipSync } from "node:zlib";
import type { CloudWatchLogsEvent } from "aws-lambda";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { LocalFunction } from "../../local/functions.ts";
import { readAssembly } from "../../local/templates.ts";
import { openTextEvents } from "../../local/text-events.ts";
import { fixture, written } from "./fixtures/assembly.ts";

const now = () => "2026-11-24T15:00:00.250Z";
const surroundings = { origin: "http://127.0.0.1:8080", issuer: (pool: string) => pool, secret: () => "s" };
const base = fixture("/out");

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Sends a text to a telephone; returns the log lines that the subscribed function receives about it. */
async function heard(to: string, stopped = false) {
  const lines: Record<string, unknown>[] = [];
  const follower: LocalFunction = {
    name: "track-text-deliveries",
    arn: "arn:aws:lambda:us-east-1:000000000000:function:track-text-deliveries",
    environment: {},
    invoke: async (event) => {
      const { awslogs } = event as CloudWatchLogsEvent;
      const { messageType, logGroup, logEvents } = JSON.parse(
        gunzipSync(Buffer.from(awslogs.data, "base64")).toString(),
      );
      lines.push({ messageType, failed: logGroup.endsWith("/Failure"), ...JSON.parse(logEvents[0].message) });
      return { ok: true, value: null };
    },
    stop: async () => {},
  };
  const deaf: LocalFunction = { ...follower, name: "deaf", arn: `${follower.arn}-not`, invoke: () => Promise.reject() };
  const Properties = { LogGroupName: "texts", FilterPattern: "", DestinationArn: follower.arn };
  const service = { ...base.service, Heard: { Type: "AWS::Logs::SubscriptionFilter", Properties } };
  const assembly = readAssembly(written({ ...base, service }), "caudal-dev-", surroundings);
  const events = openTextEvents(assembly, { functions: [deaf, follower], now, say: () => {} });
  events.follow("m1", to);
  if (stopped) events.stop();
  await vi.advanceTimersByTimeAsync(5000);
  return lines;
}

it.each([
  ["+51900000001", false, "SUCCESS", "Message has been accepted by phone carrier"],
  ["+51999000001", true, "FAILURE", "Invalid phone number"],
  ["+51998000001", true, "FAILURE", "Phone is currently unreachable/unavailable"],
])("a text to %s is logged as the provider would: failed %s, %s, %s", async (to, failed, status, providerResponse) => {
  expect(await heard(to)).toMatchObject([
    {
      messageType: "DATA_MESSAGE",
      failed,
      status,
      notification: { messageId: "m1", timestamp: "2026-11-24 15:00:00.250" },
      delivery: { destination: to, providerResponse },
    },
  ]);
});

it("a text is not logged once the stack stopped", async () => {
  expect(await heard("+51900000001", true)).toEqual([]);
});
