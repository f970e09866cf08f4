import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { sendNotices } from "../../../../functions/send-notices/send-notices.ts";
import { trackDeliveries } from "../../../../functions/track-deliveries/track-deliveries.ts";
import { entriesOf, lastEntry } from "../../../../shared/domain/case/case-events.ts";
import { form, person } from "../../../shared/casework/case-world.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { captureLog } from "../../log-lines.ts";
import { noticeDeps } from "../../send-notices/notice-deps.ts";
import { staffWorkRoutes as routes } from "../../staff-work.ts";
import { type CaseworkWorld, caseworkWorld, type Worker } from "../casework-world.ts";

let local: TestTables;
let world: CaseworkWorld;
let sendings = 0;
beforeAll(async () => {
  local = await testTables();
  world = await caseworkWorld(local);
}, 60_000);
afterAll(() => local.stop());
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(now) });
  captureLog();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const filedAt = "2026-11-23T15:00:00.000Z";
const now = "2026-11-24T15:00:00.000Z";
const clerk: Worker = ["clerk-1", "clerk"];

async function newClaim(claimant: object = {}): Promise<string> {
  const { file } = await world.fileOne(filedAt, { form: { ...form, claimant: { ...form.claimant, ...claimant } } });
  return file.head.claimId;
}

const eventsOf = async (claimId: string) => (await world.caseFiles.read(claimId))?.events ?? [];

/** Notifies an entry; its provider's name of what was sent. */
async function sent(claimId: string, seq = 1): Promise<string> {
  sendings += 1;
  const messageId = `0200-${sendings}`;
  const send = async () => ({ messageId });
  // The filing's notice has the key only if the mail is the account's own.
  const accountContacts = { find: async () => ({ channel: "email", to: "cliente@example.pe" }) as const };
  const to = { notices: world.sentNotices, accountContacts, mail: { send }, texts: { send } };
  await sendNotices({ ...world, ...noticeDeps, ...to, now: () => now })({ claimId, seq });
  return messageId;
}

const became = (messageId: string, outcome: object) =>
  trackDeliveries({ ...world, now: () => now })({ messageId, at: now, ...outcome }, now);
const listed = (claimId: string, who = clerk) => world.as(who, routes.listSentNotices, { params: { claimId } });
const shown = (claimId: string, seq: number | string, who = clerk) =>
  world.as(who, routes.showSentNotice, { params: { claimId, seq: String(seq) } });

describe("what was sent to a claimant", () => {
  it("is listed with its delivery outcome and as much of its address as distinguishes one from another", async () => {
    const claimId = await newClaim();
    const messageId = await sent(claimId);
    expect((await listed(claimId)).body).toEqual({
      sent: [
        {
          seq: 1,
          of: "claim-filed",
          channel: "email",
          to: "c•••@example.pe",
          subject: expect.stringContaining("Recibimos tu reclamo"),
          sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
          messageId,
          sentAt: now,
        },
      ],
    });
    await became(messageId, { became: "delayed" });
    await became(messageId, { became: "bounced", reason: "Transient" });
    expect((await listed(claimId)).body).toMatchObject({
      sent: [{ delayedAt: now, bouncedAt: now, bounce: "passing" }],
    });
  });

  it("to a mobile is listed by its last digits, and is what a mobile got", async () => {
    const claimId = await newClaim({ email: undefined, notifyByEmail: false });
    await sent(claimId);
    expect((await listed(claimId)).body).toMatchObject({ sent: [{ channel: "sms", to: "••• ••• 001" }] });
    expect((await shown(claimId, 1)).body).toMatchObject({ text: expect.stringContaining("EPS de prueba: recibimos") });
  });

  it("is read word for word, without the key that is the claimant's alone", async () => {
    const claimId = await newClaim();
    await sent(claimId);
    const { claimKey = "" } = lastEntry(await eventsOf(claimId), "claim-filed")?.details ?? {};
    const { status, body } = await shown(claimId, 1);
    expect(status).toBe(200);
    const { text } = body as { text: string };
    expect(text).toContain("Clave: ••••••\n");
    expect(JSON.stringify(body)).not.toContain(claimKey);
    // The key is there: the evidence keeps what was really sent.
    const [{ details } = { details: undefined }] = entriesOf(await eventsOf(claimId), "notice-sent");
    const kept = await world.sentNotices.read(claimId, 1, details?.sha256 ?? "");
    expect(kept.text).toBe(text.replaceAll("••••••", claimKey));
  });

  it("holds no code either", async () => {
    const claimId = await newClaim();
    const what = { act: "withdrawal", of: "procedure", reason: "Ya lo arreglé." };
    const asked = await world.as(["operator-1", "operator"], routes.askConfirmation, {
      params: { claimId },
      body: { channel: "email", what },
    });
    expect(asked.status).toBe(200);
    const { seq = 0 } = lastEntry(await eventsOf(claimId), "confirmation-asked") ?? {};
    await sent(claimId, seq);
    const { text } = (await shown(claimId, seq)).body as { text: string };
    expect(text).toContain("dile este código a quien te atiende: ••••••.");
    expect(text).not.toMatch(/atiende: \d/);
  });

  it.each([
    ["2", "an entry nothing was sent of"],
    ["99", "no entry"],
    ["x", "no number"],
  ])("of %s is not found (%s)", async (seq) => {
    const claimId = await newClaim();
    await sent(claimId);
    expect((await shown(claimId, seq)).status).toBe(404);
  });

  it("that somebody changed in the evidence is not shown", async () => {
    const claimId = await newClaim();
    await sent(claimId);
    const kept = world.sentNotices.kept.get(`${claimId}/1`) ?? "";
    world.sentNotices.kept.set(`${claimId}/1`, kept.replace("Recibimos", "Perdimos"));
    expect((await shown(claimId, 1)).status).toBe(500);
  });

  it("is for no inspector, and of no claim there is none", async () => {
    const claimId = await newClaim();
    expect((await listed(claimId, ["inspector-1", "inspector"])).status).toBe(403);
    expect((await listed("nobody")).status).toBe(404);
    expect((await listed(claimId)).body).toEqual({ sent: [] });
  });
});

describe("a decision whose mail did not come", () => {
  it("is to be taken to the address from that day, and e-mail is offered no more", async () => {
    const claimId = await newClaim();
    await world.elsewhere(claimId, now, [
      {
        type: "dismissal-proposed",
        effectiveAt: now,
        by: person("analyst-1", "analyst"),
        ground: "late",
        details: { reason: "Tarde." },
      },
    ]);
    await world.sign(claimId, now, "rejected");
    await world.as(clerk, routes.dispatchNotice, { params: { claimId }, body: { channel: "email" } });
    const { seq = 0 } = lastEntry(await eventsOf(claimId), "resolution-dispatched") ?? {};
    const messageId = await sent(claimId, seq);
    const seen = async () => (await world.as(clerk, routes.showCase, { params: { claimId } })).body;
    expect(await seen()).toMatchObject({ notices: [{ fallBackOn: "2026-11-27" }], claimant: { notifyByEmail: true } });
    await became(messageId, { became: "bounced", reason: "Permanent" });
    expect(await seen()).toMatchObject({ notices: [{ fallBackOn: "2026-11-24" }], claimant: { notifyByEmail: false } });
    const again = await world.as(clerk, routes.dispatchNotice, { params: { claimId }, body: { channel: "email" } });
    expect(again).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining("Notifique en su domicilio.") },
    });
    const carried = await world.as(clerk, routes.dispatchNotice, {
      params: { claimId },
      body: { channel: "personal" },
    });
    expect(carried.status).toBe(200);
    const risks = await world.as(["manager-1", "manager"], routes.listLateRisks, { query: {} });
    expect(JSON.stringify(risks.body)).not.toContain('"bounced"');
  });
});
