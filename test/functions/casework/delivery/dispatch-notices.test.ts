import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { api } from "../../../../functions/runtime/api.ts";
import { takeQueja } from "../../../../shared/contract/counter/act-on-behalf-routes.ts";
import {
  dispatchNotice,
  dispatchNotices,
  listDeliveries,
  listToDispatch,
} from "../../../../shared/contract/notice/notice-routes.ts";
import { entriesOf, lastEntry } from "../../../../shared/domain/case/case-events.ts";
import { mostDispatchedAtOnce } from "../../../../shared/domain/delivery/dispatch-due.ts";
import { maria, person } from "../../../shared/casework/case-world.ts";
import { call, originKey, staff } from "../../api-call.ts";
import { staffWork, staffWorkRoutes } from "../../staff-work.ts";
import { clerk, on, openCaseFiles, world } from "../case-file-world.ts";
import { steps, type Worker } from "../casework-world.ts";

openCaseFiles();

/** Monday 28 December 2026: when `steps.signed` is ready. */
const today = "2026-12-28T16:00:00.000Z";
const manager: Worker = ["manager-1", "manager"];
const eventsOf = async (claimId: string) => (await world.caseFiles.read(claimId))?.events ?? [];
const sentOf = async (claimId: string) => entriesOf(await eventsOf(claimId), "resolution-dispatched");
const listed = async (who: Worker = clerk) => (await world.as(who, listToDispatch)).body;
const idsListed = async () => (await listed()).claims.map(({ claimId }: { claimId: string }) => claimId);
const named = async (...claimIds: readonly string[]) =>
  Promise.all(claimIds.map(async (claimId) => ({ claimId, version: await world.versionOf(claimId) })));
const send = async (claims: readonly object[], key: string = randomUUID()) =>
  world.as(clerk, dispatchNotices, { body: { claims }, key });
/** A signed decision whose claimant agrees to mail or, if not `byMail`, took that back. */
const signed = async (byMail = false) => {
  const { claimId } = await steps.signed(world);
  if (!byMail)
    await world.elsewhere(claimId, today, [
      {
        ...({ type: "notice-consent", effectiveAt: today, by: maria } as const),
        details: { channel: "email", granted: false },
      },
    ]);
  on(today);
  return claimId;
};

describe("several decisions dispatched with one act", () => {
  it("go each by its own means, and each that cannot says why; none stops the others", async () => {
    const [mail, address, stale, done, early] = [
      await signed(true),
      await signed(),
      await signed(),
      await signed(),
      (await steps.accepted(world)).claimId,
    ];
    on(today);
    const claims = await named(mail, address, stale, done, early);
    await world.as(clerk, dispatchNotice, { params: { claimId: done }, body: { channel: "personal" } });
    const note = { type: "work-noted", effectiveAt: today, by: person("analyst-1", "analyst") } as const;
    await world.elsewhere(stale, today, [{ ...note, details: { text: "Se llamó a la persona." } }]);
    const { status, body } = await send([...claims, { claimId: "nobodys", version: 3 }]);
    expect(status).toBe(200);
    expect(body.outcomes).toEqual([
      { claimId: mail, outcome: "dispatched", channel: "email" },
      { claimId: address, outcome: "dispatched", channel: "personal" },
      { claimId: stale, outcome: "refused", reason: expect.stringContaining("después de que usted abrió la lista") },
      { claimId: done, outcome: "already", channel: "personal", at: today },
      { claimId: early, outcome: "refused", reason: expect.stringContaining("está en otro paso") },
      { claimId: "nobodys", outcome: "refused", reason: "Ese reclamo no existe." },
    ]);
    expect((await sentOf(mail))[0]).toMatchObject({
      channel: "email",
      by: { sub: "clerk-1" },
      details: { to: "cliente@example.pe", noticeKey: expect.stringMatching(/^[\w-]{22}$/) },
    });
    expect((await sentOf(address))[0]).toMatchObject({ channel: "personal", details: { to: "CALLE FICTICIA 101" } });
    for (const [claimId, times] of [
      [stale, 0],
      [done, 1],
      [early, 0],
    ] as const)
      expect(await sentOf(claimId)).toHaveLength(times);
  });

  it("are dispatched once: the same act sent again answers the same, another one says who was before", async () => {
    const [mail, address] = [await signed(true), await signed()];
    const claims = await named(mail, address);
    const first = await send(claims, "one-act-sent-twice");
    const again = await send(claims, "one-act-sent-twice");
    expect(again.text).toBe(first.text);
    const already = [
      { claimId: mail, outcome: "already", channel: "email", at: today },
      { claimId: address, outcome: "already", channel: "personal", at: today },
    ];
    expect((await send(claims)).body.outcomes).toEqual(already);
    expect((await send(await named(mail, address))).body.outcomes).toEqual(already);
    expect((await send([...claims, ...claims])).body.outcomes).toHaveLength(2);
    for (const claimId of [mail, address]) expect(await sentOf(claimId)).toHaveLength(1);
  });

  it("are at most fifty, at least one, and the clerk's", async () => {
    const many = Array.from({ length: mostDispatchedAtOnce + 1 }, (_, at) => ({ claimId: `c${at}`, version: 1 }));
    expect(await send(many)).toMatchObject({
      status: 400,
      body: { errors: [{ message: "Elija hasta 50 reclamos por vez y siga después con los demás." }] },
    });
    expect(await send([])).toMatchObject({
      status: 400,
      body: { errors: [{ message: "Elija al menos un reclamo." }] },
    });
    expect((await send(many.slice(1))).body.outcomes).toHaveLength(50);
    const body = { claims: many.slice(0, 1) };
    for (const who of [manager, ["analyst-1", "analyst"] as const])
      expect((await world.as(who, dispatchNotices, { body, key: "not-their-role-1" })).status).toBe(403);
  });

  it("one that breaks is left and can be sent again; the others go", async () => {
    const [broken, sound] = [await signed(), await signed()];
    const claims = await named(broken, sound);
    let isBroken = true;
    const { append, ...others } = world.caseFiles;
    const caseFiles: typeof world.caseFiles = {
      ...others,
      append: async (file, entries) => {
        if (isBroken && file.head.claimId === broken) throw new Error("the store is away");
        return append(file, entries);
      },
    };
    const handler = api(staffWorkRoutes, staffWork({ ...world, caseFiles }), { originKey });
    const request = { claims: { ...staff("clerk"), sub: "clerk-1" }, body: { claims }, key: "one-of-them-breaks" };
    expect((await call(handler, dispatchNotices, request)).body.outcomes).toEqual([
      { claimId: broken, outcome: "left" },
      { claimId: sound, outcome: "dispatched", channel: "personal" },
    ]);
    isBroken = false;
    expect((await call(handler, dispatchNotices, request)).body.outcomes).toEqual([
      { claimId: broken, outcome: "dispatched", channel: "personal" },
      { claimId: sound, outcome: "dispatched", channel: "personal" },
    ]);
    expect(await sentOf(sound)).toHaveLength(1);
  });

  it("are shared out among the inspectors on duty as if sent one by one", async () => {
    const own = [await signed(), await signed(), await signed(), await signed()];
    const before = await givenTo();
    await send(await named(...own));
    const after = await givenTo();
    const grown = after.map((count, at) => count - (before[at] ?? 0));
    expect(grown.reduce((sum, count) => sum + count, 0)).toBe(own.length);
    expect(Math.abs((after[0] ?? 0) - (after[1] ?? 0))).toBeLessThanOrEqual(1);
  });
});

/** How many deliveries each of the two inspectors has. */
async function givenTo(): Promise<readonly number[]> {
  const { deliveries } = (await world.as(manager, listDeliveries, { query: { of: "all" } })).body;
  return ["INSPECTOR-1", "INSPECTOR-2"].map(
    (name) => deliveries.filter(({ inspector }: { inspector?: string }) => inspector?.endsWith(name)).length,
  );
}

describe("the list of decisions to dispatch", () => {
  it("has a signed one, with the day that the work list has, the last one before silence and its version, until it is dispatched", async () => {
    const claimId = await signed(true);
    const row = (await listed()).claims.find((one: { claimId: string }) => one.claimId === claimId);
    expect(row).toEqual({
      claimId,
      code: expect.stringMatching(/^RE-2026-/),
      version: await world.versionOf(claimId),
      claimantName: "CLIENTE DE PRUEBA UNO",
      reason: "not-dispatched",
      days: { lostOn: "2027-01-15", left: 13, meta: { act: "notify", on: "2027-01-05", left: 5 } },
    });
    expect(await idsListed()).toContain(claimId);
    expect((await listed(manager)).most).toBe(50);
    expect((await world.as(["analyst-1", "analyst"], listToDispatch)).status).toBe(403);
    await send(await named(claimId));
    expect(await idsListed()).not.toContain(claimId);
  });

  it("has one whose mail nobody acknowledged, the day after its last day: then it goes to the address", async () => {
    const claimId = await signed(true);
    await send(await named(claimId));
    on("2026-12-30T16:00:00.000Z");
    expect(await idsListed()).not.toContain(claimId);
    expect((await send(await named(claimId))).body.outcomes).toMatchObject([{ outcome: "already", channel: "email" }]);
    on("2026-12-31T16:00:00.000Z");
    const row = (await listed()).claims.find((one: { claimId: string }) => one.claimId === claimId);
    expect(row).toMatchObject({ reason: "not-acknowledged" });
    const stale = { claimId, version: (await world.versionOf(claimId)) - 1 };
    expect((await send([stale])).body.outcomes).toMatchObject([{ outcome: "refused" }]);
    expect((await send(await named(claimId))).body.outcomes).toEqual([
      { claimId, outcome: "dispatched", channel: "personal" },
    ]);
    expect(await idsListed()).not.toContain(claimId);
  });

  it("has one whose mail came back at once", async () => {
    const claimId = await signed(true);
    await send(await named(claimId));
    const seq = lastEntry(await eventsOf(claimId), "resolution-dispatched")?.seq ?? 0;
    const by = { kind: "system", name: "track-deliveries" } as const;
    const mail = { messageId: `m-${claimId}`, seq, to: "cliente@example.pe", channel: "email" } as const;
    await world.elsewhere(claimId, today, [
      { type: "notice-sent", effectiveAt: today, by, details: { ...mail, subject: "Aviso", sha256: "0".repeat(64) } },
      { type: "notice-bounced", effectiveAt: today, by, details: { ...mail, permanent: true, reason: "gone" } },
    ] as never);
    const row = (await listed()).claims.find((one: { claimId: string }) => one.claimId === claimId);
    expect(row).toMatchObject({ reason: "bounced" });
    expect((await send(await named(claimId))).body.outcomes).toMatchObject([
      { outcome: "dispatched", channel: "personal" },
    ]);
  });

  it("has the day of the silence where a queja is to be sent on sooner, and that queja's day as the target", async () => {
    const [complained, other] = [await signed(), await signed()];
    const body = { ground: "delay", duty: "Notificar.", facts: "Nadie vino.", came: "telephone" };
    const queja = await world.as(["operator-1", "operator"], takeQueja, { params: { claimId: complained }, body });
    expect(queja.status).toBe(201);
    const [head] = await world.caseFiles.heads([complained]);
    expect(head?.steps[0]?.dueOn).toBe("2026-12-29");
    const rows = (await listed()).claims.filter((row: { claimId: string }) =>
      [complained, other].includes(row.claimId),
    );
    expect(rows).toHaveLength(2);
    for (const { claimId, days } of rows) {
      const act = claimId === complained ? "forward-queja" : "notify";
      expect(days).toMatchObject({ lostOn: "2027-01-15", meta: { act } });
    }
  });

  it("has first what silence grants first, and leaves out what time alone granted", async () => {
    const claimId = await signed();
    const { claims } = await listed();
    const days = claims.map((row: { days: { lostOn: string } }) => row.days.lostOn);
    expect(days).toEqual(days.toSorted());
    on("2027-02-10T15:00:00.000Z");
    expect(await idsListed()).not.toContain(claimId);
  });

  it("says that there are more than one act takes, and shows no more", async () => {
    const claimId = await signed();
    const [head] = await world.caseFiles.heads([claimId]);
    if (!head) throw new Error("the claim has no head");
    const inQueue = async (_: string, __: string, limit: number) => Array.from({ length: limit }, () => head);
    const workLists = { ...world.workLists, inQueue };
    const handler = api(staffWorkRoutes, staffWork({ ...world, workLists }), { originKey });
    const { body } = await call(handler, listToDispatch, { claims: { ...staff("clerk"), sub: "clerk-1" } });
    expect(body.claims).toHaveLength(50);
    expect(body.more).toBe(true);
  });
});
