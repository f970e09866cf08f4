import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { dropDraft, listDrafts, saveDraft, showDraft } from "../../../../shared/contract/claim/claim-routes.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { call, customer } from "../../api-call.ts";
import { captureLog } from "../../log-lines.ts";
import { type ClaimsWorld, claimsWorld } from "../claims-world.ts";

const now = "2026-11-23T15:00:00.000Z";
let local: TestTables;
let world: ClaimsWorld;
beforeAll(async () => {
  local = await testTables();
  world = await claimsWorld(local);
}, 60_000);
afterAll(() => local.stop());
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(now) });
  captureLog();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const save = (sub: string, draftId: string, body: unknown = { answers: { grounds: "Usé" } }) =>
  call(world.handler, saveDraft, { claims: customer(sub), params: { draftId }, body });
const show = (sub: string, draftId: string) =>
  call(world.handler, showDraft, { claims: customer(sub), params: { draftId } });
const list = async (sub: string) => (await call(world.handler, listDrafts, { claims: customer(sub) })).body.drafts;

const drop = (sub: string, draftId: string) =>
  call(world.handler, dropDraft, { claims: customer(sub), params: { draftId } });

describe("a draft", () => {
  it("keeps what was typed, as it was typed, and the last save stands", async () => {
    const answers = { grounds: "Usé menos", step: 3, leak: null, visit: { hours: ["morning"] } };
    expect(await save("ana", "d1")).toMatchObject({ status: 200 });
    const { body } = await save("ana", "d1", { supplyCode: "00012345", period: "2026-10", answers });
    expect(body).toEqual({
      draftId: "d1",
      savedAt: now,
      expiresAt: "2026-12-23T15:00:00.000Z",
      supplyCode: "00012345",
      period: "2026-10",
      answers,
    });
    expect((await show("ana", "d1")).body).toEqual(body);
    expect(await list("ana")).toEqual([body]);
  });

  it("is nobody else's, and what is not there looks the same", async () => {
    await save("bea", "hers");
    const others = await show("eva", "hers");
    expect(others).toMatchObject({ status: 404, body: { type: "urn:caudal:draft-not-found" } });
    expect(others.text).toBe((await show("eva", "none")).text);
    expect(await list("eva")).toEqual([]);
    expect(await drop("eva", "hers")).toMatchObject({ status: 404, text: others.text });
    expect((await show("bea", "hers")).status).toBe(200);
  });

  it("is listed from the last saved on, and gone once dropped", async () => {
    await save("cleo", "a");
    vi.setSystemTime(new Date("2026-11-23T15:01:00.000Z"));
    await save("cleo", "b");
    vi.setSystemTime(new Date("2026-11-23T15:02:00.000Z"));
    await save("cleo", "a");
    expect((await list("cleo")).map(({ draftId }: { draftId: string }) => draftId)).toEqual(["a", "b"]);
    expect(await drop("cleo", "a")).toMatchObject({ status: 204, text: "" });
    expect((await show("cleo", "a")).status).toBe(404);
    expect((await drop("cleo", "a")).status).toBe(404);
  });

  it("is over after 30 days by the clock, whatever the table still holds", async () => {
    await save("dora", "old");
    vi.setSystemTime(new Date("2026-12-23T14:59:59.999Z"));
    expect((await show("dora", "old")).status).toBe(200);
    vi.setSystemTime(new Date("2026-12-23T15:00:00.000Z"));
    expect((await show("dora", "old")).status).toBe(404);
    expect(await list("dora")).toEqual([]);
  });

  it("is one of 20 at most; one that is there may be saved again, and an old one makes room for another", async () => {
    for (let at = 1; at <= 20; at += 1) expect((await save("flor", `d${at}`)).status).toBe(200);
    expect(await save("flor", "d21")).toMatchObject({ status: 409, body: { type: "urn:caudal:too-many-drafts" } });
    expect((await save("flor", "d20")).status).toBe(200);
    vi.setSystemTime(new Date("2026-12-24T15:00:00.000Z"));
    expect((await save("flor", "d21")).status).toBe(200);
  });

  it.each<readonly [object, string]>([
    [{ answers: {}, extra: 1 }, "what it does not know"],
    [{ answers: "text" }, "answers that are none"],
    [{}, "nothing"],
    [{ answers: { all: "x".repeat(20_001) } }, "more than a draft holds"],
    [{ answers: {}, period: "octubre" }, "a month that is none"],
  ])("refuses %j: %s", async (body) => {
    expect(await save("gina", "d", body)).toMatchObject({
      status: 400,
      body: { title: "Hay datos que corregir", errors: [{ message: expect.any(String) }] },
    });
    expect(await list("gina")).toEqual([]);
  });
});
