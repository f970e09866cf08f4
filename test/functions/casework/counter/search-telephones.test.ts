import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { api } from "../../../../functions/runtime/api.ts";
import { calls } from "../../../../functions/telephone/counter/calls.ts";
import { takeContact } from "../../../../shared/contract/counter/act-on-behalf-routes.ts";
import * as callRoutes from "../../../../shared/contract/counter/call-routes.ts";
import { search } from "../../../../shared/contract/work/work-list-routes.ts";
import { keptDays } from "../../../../shared/domain/register/retention.ts";
import { openAttentions } from "../../../../shared/storage/counter/attentions.ts";
import { form } from "../../../shared/casework/case-world.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { call, originKey, staff } from "../../api-call.ts";
import { captureLog } from "../../log-lines.ts";
import { type CaseworkWorld, caseworkWorld, filedAt, type Worker } from "../casework-world.ts";

let local: TestTables;
let world: CaseworkWorld;
beforeAll(async () => {
  local = await testTables();
}, 60_000);
beforeEach(async () => {
  world = await caseworkWorld(local);
  captureLog();
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(filedAt) });
});
afterAll(async () => {
  vi.useRealTimers();
  await local.stop();
});

const operator: Worker = ["operator-1", "operator"];
const found = async (text: string) => (await world.as(operator, search, { body: { text } })).body.found;

describe("a telephone given later", () => {
  const give = async (claimId: string, telephone: string, came = "telephone") => {
    const body = { came, documentNumber: "00000001", telephone };
    const { status, text } = await world.as(operator, takeContact, { params: { claimId }, body });
    expect(status, text).toBe(200);
  };
  const row = (head: { claimId: string; code: string }, former?: true) => [
    { what: "claim", id: head.claimId, number: head.code, initials: "C. P. U.", ...(former && { former }) },
  ];

  it("finds its claim at once, and the number before it does too, said to be a former one", async () => {
    const { head } = (await world.fileOne(filedAt)).file;
    expect(await found("900000001")).toEqual(row(head));
    await give(head.claimId, "900 000 077");
    expect(await found("+51 900 000 077")).toEqual(row(head));
    expect(await found("900000001")).toEqual(row(head, true));
    await give(head.claimId, "900000088");
    expect(await found("900000077")).toEqual(row(head, true));
    expect(await found("900000001")).toEqual(row(head, true));
    expect(await found("900000088")).toEqual(row(head));
  });

  it("that is taken back is a former one, and the number of before is not any more", async () => {
    const { head } = (await world.fileOne(filedAt)).file;
    await give(head.claimId, "900000077");
    await give(head.claimId, "900000001", "counter");
    expect(await found("900000001")).toEqual(row(head));
    expect(await found("900000077")).toEqual(row(head, true));
  });

  it("is found by no other number, and a change of mail alone changes nothing", async () => {
    const { head } = (await world.fileOne(filedAt)).file;
    const body = { came: "telephone", documentNumber: "00000001", email: "nuevo@example.pe" };
    await world.as(operator, takeContact, { params: { claimId: head.claimId }, body });
    expect(await found("900000001")).toEqual(row(head));
    expect(await found("900000078")).toEqual([]);
  });
});

describe("a telephone that was promised a call", () => {
  const at = "2026-11-24T15:00:00.000Z";
  const onCalls = (route: Parameters<typeof call>[1], request: object) => {
    const deps = { ...world, attentions: openAttentions(world.claims) };
    return call(api(callRoutes, calls(deps), { originKey }), route, { claims: staff("operator"), ...request });
  };
  const promise = async (supplyCode?: string) => {
    const callBack = { at, telephone: "053 461000", about: "Decirle si se corrigió la lectura." };
    const contact = supplyCode && { supplyCode, question: "Por qué subió.", answer: "Se revisará." };
    const body = { channel: "telephone", matter: "receipt", callBack, ...(contact && { contact }) };
    expect((await onCalls(callRoutes.enterAttention, { body })).status).toBe(201);
    const { callBacks } = (await onCalls(callRoutes.listCallBacks, {})).body;
    return String(callBacks[0].callBackId);
  };
  const tried = (callBackId: string, body: object) =>
    onCalls(callRoutes.recordCallBack, { params: { callBackId }, body: { text: "Sonó.", ...body } });

  it.each([
    ["its supply, as the caller's page is opened", "00012345"],
    ["no supply", undefined],
  ])("is found with %s, at the hour it is due, until its contact is deleted", async (_, supplyCode) => {
    const id = await promise(supplyCode);
    const row = { what: "call-back", id, number: supplyCode ?? "", initials: "", at, over: false };
    expect(await found("+51 53 461000")).toEqual([row]);
    const again = "2026-11-25T15:00:00.000Z";
    vi.setSystemTime(at);
    expect((await tried(id, { result: "no-answer", again })).status).toBe(200);
    expect(await found("053461000")).toEqual([{ ...row, at: again }]);
    vi.setSystemTime(again);
    expect((await tried(id, { result: "answered" })).status).toBe(200);
    expect(await found("053461000")).toEqual([{ ...row, at: again, over: true }]);
    vi.setSystemTime(Date.parse(again) + (keptDays.contacts + 1) * 86_400_000);
    expect(await found("053461000")).toEqual([]);
  });

  it("leads while it is open, and stands last once the call was made", async () => {
    const claimant = { ...form.claimant, telephone: "053461000" };
    await world.fileOne(filedAt, { form: { ...form, claimant } });
    const id = await promise("00012345");
    const kinds = async () => (await found("053461000")).map(({ what }: { what: string }) => what);
    expect(await kinds()).toEqual(["call-back", "claim"]);
    await tried(id, { result: "answered" });
    expect(await kinds()).toEqual(["claim", "call-back"]);
  });
});
