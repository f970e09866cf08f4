import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { sendNotices } from "../../../../functions/send-notices/send-notices.ts";
import { record } from "../../../../shared/casework/case/record.ts";
import { keyReplacement } from "../../../../shared/casework/claim/key-replacement.ts";
import { hearingView } from "../../../../shared/casework/conciliation/hearing-instructions.ts";
import {
  listClaims,
  openClaim,
  replaceKey,
  showClaim,
  withdrawClaim,
} from "../../../../shared/contract/claim/claim-routes.ts";
import { ok } from "../../../../shared/domain/case/result.ts";
import { claimKeyOf } from "../../../../shared/domain/claim/claim-key.ts";
import { fixedNotices } from "../../../doubles/fixed-notices.ts";
import { person } from "../../../shared/casework/case-world.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { call, customer } from "../../api-call.ts";
import { captureLog } from "../../log-lines.ts";
import { noticeDeps } from "../../send-notices/notice-deps.ts";
import { type ClaimsWorld, claimsWorld } from "../claims-world.ts";

const now = "2026-11-23T15:00:00.000Z";
const later = "2026-11-23T17:00:00.000Z";
const operator = person("operator-1", "operator");
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

const filed = async () => {
  const { file, filing } = await world.world.fileOne(now);
  return { ...file.head, claimKey: filing.details.claimKey };
};
const eventsOf = async (claimId: string) => (await world.world.caseFiles.read(claimId))?.events ?? [];
const open = (code: string, claimKey: string, sub: string) =>
  call(world.handler, openClaim, { claims: customer(sub), body: { code, claimKey } });
const replace = (claimId: string, sub = "maria") =>
  call(world.handler, replaceKey, { claims: customer(sub), params: { claimId }, body: {} });
const show = (claimId: string, sub: string) =>
  call(world.handler, showClaim, { claims: customer(sub), params: { claimId } });
const listed = async (sub: string, limit = 20): Promise<string[]> =>
  (await call(world.handler, listClaims, { claims: customer(sub), query: { limit: String(limit) } })).body.claims.map(
    ({ claimId }: { claimId: string }) => claimId,
  );
/** What staff record for who says the document: the claim's own is 00000001. */
const called = (claimId: string, documentNumber: string, at = now) =>
  record(world.deps, { claimId, now: at }, (file) =>
    keyReplacement(world.deps.caseFiles, { by: operator, taken: { came: "telephone" } }, file, documentNumber),
  );

describe("a claim's key that others have", () => {
  it("opens nothing once it was replaced, and who came in by it is out; the account that filed stays", async () => {
    const { claimId, code, claimKey } = await filed();
    expect((await open(code, claimKey, "jorge")).status).toBe(200);
    expect((await show(claimId, "jorge")).body.mayReplaceKey).toBeUndefined();
    expect((await show(claimId, "maria")).body.mayReplaceKey).toBe(true);

    const { status, body, text } = await replace(claimId);
    expect([status, body.claimId]).toEqual([200, claimId]);
    const fresh = claimKeyOf(await eventsOf(claimId)) ?? "";
    expect(fresh).not.toBe(claimKey);
    expect(text).not.toContain(fresh);

    expect((await open(code, claimKey, "eva")).status).toBe(404);
    expect((await show(claimId, "jorge")).status).toBe(404);
    const withdrawal = { claims: customer("jorge"), params: { claimId }, body: { of: "procedure", reason: "Ya no." } };
    expect((await call(world.handler, withdrawClaim, withdrawal)).status).toBe(404);
    expect([await listed("jorge"), await listed("maria")]).toEqual([[], [claimId]]);
    expect((await open(code, fresh, "jorge")).status).toBe(200);
    expect((await show(claimId, "jorge")).status).toBe(200);
  });

  it("opens nothing for who came in by it in a release before, which noted no key", async () => {
    const { claimId, code, claimKey } = await filed();
    await open(code, claimKey, "jorge");
    const { client, name } = world.world.claims;
    const Key = { pk: "ACCOUNT#jorge", sk: `CLAIM#${claimId}` };
    await client.send(new UpdateCommand({ TableName: name, Key, UpdateExpression: "REMOVE digest" }));
    expect((await show(claimId, "jorge")).status).toBe(200);
    await replace(claimId);
    expect((await show(claimId, "jorge")).status).toBe(404);
  });

  it("leaves pages of a list whole: what is open no more takes no place on one", async () => {
    const shut = [await filed(), await filed()];
    const stays = await filed();
    for (const { code, claimKey } of [...shut, stays]) await open(code, claimKey, "jorge");
    for (const { claimId } of shut) await replace(claimId);
    expect(await listed("jorge", 1)).toEqual([stays.claimId]);
    const more = await filed();
    await open(more.code, more.claimKey, "jorge");
    await replace(more.claimId);
    expect(await listed("jorge", 1)).toEqual([stays.claimId]);
  });

  it("is replaced by a second press no more than by the first, and again an hour later", async () => {
    const { claimId } = await filed();
    await replace(claimId);
    const first = claimKeyOf(await eventsOf(claimId));
    expect((await replace(claimId)).status).toBe(200);
    expect(claimKeyOf(await eventsOf(claimId))).toBe(first);
    vi.setSystemTime(new Date(later));
    await replace(claimId);
    expect(claimKeyOf(await eventsOf(claimId))).not.toBe(first);
  });

  it.each([
    ["an account that only opened the claim by it", (claimId: string) => replace(claimId, "jorge")],
    ["an account that never saw the claim", (claimId: string) => replace(claimId, "eva")],
  ])("is not replaced by %s", async (_, asked) => {
    const { claimId, code, claimKey } = await filed();
    await open(code, claimKey, "jorge");
    expect((await asked(claimId)).status).toBeGreaterThanOrEqual(404);
    expect(claimKeyOf(await eventsOf(claimId))).toBe(claimKey);
  });

  it("is replaced by staff for who says the claimant's document, and for nobody else", async () => {
    const { claimId, code, claimKey } = await filed();
    expect(await called(claimId, "00000009")).toMatchObject({ ok: false, error: "not-now" });
    expect(claimKeyOf(await eventsOf(claimId))).toBe(claimKey);
    expect((await called(claimId, "00000001")).ok).toBe(true);
    expect((await open(code, claimKey, "eva")).status).toBe(404);
  });

  it("no longer names the room of a hearing by video", async () => {
    const { claimId } = await filed();
    const { tenant } = world.world;
    const rooms = {
      ...tenant,
      office: { ...tenant.office, videoRooms: { ...tenant.office.videoRooms, value: "https://video.example" } },
    };
    const room = async () => {
      const at = await record(world.deps, { claimId, now }, () => ok({ entries: [] }));
      if (!at.ok) throw new Error("the claim is not there");
      const events = at.value.file.events.map((one) =>
        one.type === "claim-filed" && one.details.hearing
          ? { ...one, details: { ...one.details, hearing: { ...one.details.hearing, mode: "virtual" as const } } }
          : one,
      );
      return hearingView(events, rooms)?.link;
    };
    const before = await room();
    expect(before).toMatch(/^https:\/\/video\.example\//);
    await replace(claimId);
    expect(await room()).not.toBe(before);
  });
});

describe("the notice of a replaced key", () => {
  const mails: { to: string; text: string }[] = [];
  const notify = (claimId: string, seq: number, own: (sub: string) => string | undefined) =>
    sendNotices({
      ...world.world,
      ...noticeDeps,
      notices: fixedNotices(),
      accountContacts: {
        find: async (sub: string) => {
          const to = own(sub);
          return to === undefined ? undefined : { channel: "email", to };
        },
      },
      mail: {
        send: async ({ to, text }) => {
          mails.push({ to, text });
          return { messageId: `${claimId} ${mails.length}` };
        },
      },
      texts: { send: async () => expect.unreachable("there is a mail") },
      now: () => now,
    })({ claimId, seq });
  beforeEach(() => mails.splice(0));
  const theirs = "cliente@example.pe";

  it.each<[string, (sub: string) => string | undefined, boolean]>([
    [
      "goes with the key to the contact that the account verified",
      (sub) => (sub === "maria" ? theirs : undefined),
      true,
    ],
    ["has no key for a contact that nobody verified", () => undefined, false],
    [
      "has no key for who was let in by the key before, whose own contact it is",
      (sub) => (sub === "jorge" ? theirs : undefined),
      false,
    ],
  ])("%s", async (_, own, hasKey) => {
    const { claimId, code, claimKey } = await filed();
    await open(code, claimKey, "jorge");
    await call(world.handler, withdrawClaim, {
      ...{ claims: customer("jorge"), params: { claimId }, body: { of: "procedure", reason: "Ya no." } },
    });
    await replace(claimId);
    const events = await eventsOf(claimId);
    const seq = events.findLast(({ type }) => type === "key-replaced")?.seq ?? 0;
    await notify(claimId, seq, own);
    expect(mails.map(({ to }) => to)).toEqual([theirs]);
    expect(mails[0]?.text.includes(claimKeyOf(events) ?? "")).toBe(hasKey);
    expect(mails[0]?.text).not.toContain(claimKey);
    expect(mails[0]?.text).toContain("ya no abre nada");
  });

  it("has the key for who was read the contact by staff, and the account that filed hears of it too", async () => {
    const { claimId } = await filed();
    await called(claimId, "00000001");
    const events = await eventsOf(claimId);
    await notify(claimId, events.at(-1)?.seq ?? 0, (sub) => (sub === "maria" ? "maria@example.pe" : undefined));
    expect(mails.map(({ to }) => to).toSorted()).toEqual([theirs, "maria@example.pe"]);
    const key = claimKeyOf(events) ?? "";
    expect(mails.map(({ to, text }) => [to, text.includes(key)]).toSorted()).toEqual([
      [theirs, true],
      ["maria@example.pe", false],
    ]);
  });

  it("is not sent once another key came", async () => {
    const { claimId } = await filed();
    await replace(claimId);
    vi.setSystemTime(new Date(later));
    await replace(claimId);
    const first = (await eventsOf(claimId)).find(({ type }) => type === "key-replaced")?.seq ?? 0;
    await notify(claimId, first, () => theirs);
    expect(mails).toEqual([]);
  });
});
