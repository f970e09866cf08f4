import { gzipSync } from "node:zlib";
import type { CloudWatchLogsEvent, Context } from "aws-lambda";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { logLines } from "../../../../functions/runtime/log-lines.ts";
import { trackTextDeliveries } from "../../../../functions/track-text-deliveries/track-text-deliveries.ts";
import { deliveryOutcome } from "../../../../shared/contract/delivery/delivery-outcomes.ts";
import type { ReportedOutcome } from "../../../../shared/storage/notice/notice-events.ts";
import { captureLog, type LogLine } from "../../log-lines.ts";

const telephone = "+51900000001";
let lines: () => readonly LogLine[];
beforeEach(() => {
  lines = captureLog();
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** A line as the provider writes it. */
const line = (status: string, providerResponse: string, more: object = {}) =>
  JSON.stringify({
    notification: { messageId: "34d9b400-c6dd", timestamp: "2026-11-23 15:01:02.558" },
    delivery: {
      phoneCarrier: "Operador de prueba",
      mnc: 6,
      numberOfMessageParts: 1,
      destination: telephone,
      priceInUSD: 0.06,
      smsType: "Transactional",
      mcc: 716,
      providerResponse,
      dwellTimeMs: 599,
      dwellTimeMsUntilDeviceAck: 1344,
    },
    status,
    ...more,
  });
const came = line("SUCCESS", "Message has been accepted by phone carrier");

/** The whole function, given lines in the envelope of the log. */
async function heard(
  messages: readonly string[],
  messageType = "DATA_MESSAGE",
  send?: (outcome: ReportedOutcome) => void,
) {
  const queued: ReportedOutcome[] = [];
  const noticeEvents = { send: async (outcome: ReportedOutcome) => void (send?.(outcome) ?? queued.push(outcome)) };
  const batch = { messageType, logEvents: messages.map((message) => ({ id: "1", timestamp: 1, message })) };
  const event: CloudWatchLogsEvent = { awslogs: { data: gzipSync(JSON.stringify(batch)).toString("base64") } };
  await logLines(trackTextDeliveries({ noticeEvents }))(event, {} as Context);
  return queued;
}

describe("the delivery outcome of a text message", () => {
  it.each([
    ["Message has been accepted by phone carrier", "SUCCESS", { became: "delivered" }],
    ["Invalid phone number", "FAILURE", { became: "bounced", reason: "Permanent" }],
    ["Phone number is opted out", "FAILURE", { became: "bounced", reason: "Permanent" }],
    ["Phone is on a blocked list", "FAILURE", { became: "bounced", reason: "Permanent" }],
    ["Phone is currently unreachable/unavailable", "FAILURE", { became: "bounced", reason: "Transient" }],
    ["Unknown error attempting to reach phone", "FAILURE", { became: "bounced", reason: "Transient" }],
  ])("«%s» (%s) is queued by its name, without the telephone: %j", async (providerResponse, status, outcome) => {
    const queued = await heard([line(status, providerResponse)]);
    expect(queued).toEqual([{ messageId: "34d9b400-c6dd", at: "2026-11-23T15:01:03.157Z", ...outcome }]);
    expect(deliveryOutcome.safeParse(queued[0]).success).toBe(true);
    expect(JSON.stringify([queued, lines()])).not.toContain("900000001");
  });

  it.each([
    ["no JSON", `no JSON of ${telephone}`],
    ["no name", line("SUCCESS", "", { notification: { timestamp: "2026-11-23 15:01:02.558" } })],
    ["no instant", line("SUCCESS", "", { notification: { messageId: "m", timestamp: "ayer" } })],
    ["a status nobody knows", line("PENDING", "")],
  ])("is passed over in a line with %s, which is not quoted, and those beside it are reported", async (_, broken) => {
    expect(await heard([broken, came])).toHaveLength(1);
    expect(lines().map(({ event }) => event)).toContain("not-a-delivery");
    expect(JSON.stringify(lines())).not.toContain("900000001");
  });

  it("is nothing where the log only asks whether anybody is there", async () => {
    expect(await heard([came], "CONTROL_MESSAGE")).toEqual([]);
  });

  it("is given again where the queue did not take it", async () => {
    const broken = () => {
      throw new Error("the queue is away");
    };
    await expect(heard([came], "DATA_MESSAGE", broken)).rejects.toThrow("the queue is away");
  });
});
