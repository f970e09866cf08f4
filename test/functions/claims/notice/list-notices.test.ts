import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { record } from "../../../../shared/casework/case/record.ts";
import { listNotices } from "../../../../shared/contract/case-copy/claim-file-routes.ts";
import { acknowledgeNotice } from "../../../../shared/contract/claim/claim-routes.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { call, customer } from "../../api-call.ts";
import { captureLog } from "../../log-lines.ts";
import { type ClaimsWorld, claimsWorld, decidedClaim } from "../claims-world.ts";

const now = "2026-11-23T15:00:00.000Z";
let local: TestTables;
let world: ClaimsWorld;
beforeAll(async () => {
  local = await testTables();
}, 60_000);
afterAll(() => local.stop());
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(now) });
  captureLog();
  world = await claimsWorld(local);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const list = (claimId: string, sub = "maria") =>
  call(world.handler, listNotices, { claims: customer(sub), params: { claimId } });

/** Records that the entry of a type was sent by e-mail. */
async function sent(claimId: string, type: string, subject: string): Promise<void> {
  const by = { kind: "system", name: "send-notices" } as const;
  const written = await record(world.world, { claimId, now }, ({ file }) => {
    const seq = file.events.findLast((event) => event.type === type)?.seq ?? 0;
    const details = { seq, channel: "email", subject, to: "cliente@example.pe", messageId: `m-${seq}` } as const;
    return {
      ok: true,
      value: {
        entries: [
          { type: "notice-sent", effectiveAt: now, by, details },
          {
            type: "notice-delivered",
            effectiveAt: now,
            by,
            details: { seq, channel: "email", to: details.to, messageId: `m-${seq}` },
          },
        ],
      },
    };
  });
  if (!written.ok) throw new Error(written.error);
}

it("lists what was sent, the last first: what only warns, and what is a notification until it is confirmed", async () => {
  const { claimId, code, noticeKey } = await decidedClaim(world.world, now, "1-2026-MOQ");
  expect((await list(claimId)).body).toEqual({ code, notices: [] });
  await sent(claimId, "claim-filed", "Recibimos tu reclamo");
  await sent(claimId, "resolution-dispatched", "Decisión");
  const { body } = await list(claimId);
  expect(body.notices).toMatchObject([
    {
      subject: "Decisión",
      to: "c•••@example.pe",
      deliveredAt: now,
      notifies: { key: noticeKey, until: expect.any(String) },
    },
    { subject: "Recibimos tu reclamo" },
  ]);
  expect(body.notices[1].notifies).toBeUndefined();
  await call(world.handler, acknowledgeNotice, { params: { noticeKey }, body: {} });
  expect((await list(claimId)).body.notices[0].notifies).toEqual({
    key: noticeKey,
    acknowledgedAt: expect.any(String),
  });
});

it("is nobody else's to read", async () => {
  const { claimId } = await decidedClaim(world.world, now, "1-2026-MOQ");
  expect((await list(claimId, "jorge")).status).toBe(404);
});
