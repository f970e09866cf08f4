import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Route } from "../../../../shared/contract/route.ts";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";
import { chainFaults } from "../../../../shared/storage/case/case-chain.ts";
import { maria, person } from "../../../shared/casework/case-world.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { captureLog } from "../../log-lines.ts";
import { staffWorkRoutes as routes } from "../../staff-work.ts";
import {
  appeals,
  asksToWithdraw,
  type CaseworkWorld,
  caseworkWorld,
  filedAt,
  hearingAt,
  type Worker,
} from "../casework-world.ts";

let local: TestTables;
let world: CaseworkWorld;
beforeAll(async () => {
  local = await testTables();
  world = await caseworkWorld(local);
}, 60_000);
beforeEach(() => {
  captureLog();
});
afterAll(async () => {
  vi.useRealTimers();
  await local.stop();
});

const clerk: Worker = ["clerk-1", "clerk"];
const billing: Worker = ["billing-1", "billing"];
const executed = { summary: "Se hizo la nota de crédito.", reference: "NC-1" };

/** A claim lived day by day: each act must be taken, and answers the state it leads to. */
async function life() {
  const { file } = await world.fileOne(filedAt);
  const { claimId } = file.head;
  const on = (now: string): void => void vi.useFakeTimers({ toFake: ["Date"], now: new Date(now) });
  return {
    claimId,
    act: async (now: string, who: Worker, route: Route, body: object, params: object = {}) => {
      on(now);
      const answer = await world.as(who, route, { params: { claimId, ...params }, body });
      expect(answer, answer.text).toMatchObject({ status: 200 });
      return answer.body;
    },
    state: async (now: string): Promise<string> => {
      on(now);
      return (await world.as(clerk, routes.showCase, { params: { claimId } })).body.state;
    },
    whole: async () => {
      const read = await world.caseFiles.read(claimId);
      expect(chainFaults((read?.envelopes ?? []).map((envelope) => ({ envelope })))).toEqual([]);
    },
  };
}
type Life = Awaited<ReturnType<typeof life>>;

async function visited({ claimId, act }: Life): Promise<void> {
  await act("2026-11-24T14:00:00.000Z", clerk, routes.admitClaim, { outcome: "accepted" });
  const inspectionId = await world.assign(claimId, 1, "inspector-1", "2026-11-24T14:30:00.000Z");
  const body = {
    outcome: "whole",
    startedAt: "2026-11-26T13:10:00Z",
    external: { leakAtBox: false, premises: "Casa." },
    internal: { useUnits: [], points: [], leak: "none" },
  };
  await act("2026-11-26T18:00:00.000Z", ["inspector-1", "inspector"], routes.reportInspection, body, { inspectionId });
}

async function heard({ act }: Life, acta: object): Promise<string> {
  const body = { startedAt: hearingAt, disagreed: "El volumen.", ...acta };
  return (await act("2026-12-23T18:00:00.000Z", ["conciliator-1", "conciliator"], routes.recordHearing, body)).state;
}

async function notified({ claimId, act }: Life, now: string): Promise<string> {
  const [notice] = (await act(now, clerk, routes.dispatchNotice, { channel: "personal" })).notices;
  const body = {
    outcome: "delivered",
    deliveredAt: now,
    receiver: { name: "CLIENTE DE PRUEBA UNO", document: "00000001", relation: "titular" },
  };
  const params = { claimId, noticeId: notice.noticeId };
  return (await act(now, clerk, routes.recordDelivery, body, params)).state;
}

describe("a claim's whole life", () => {
  it("ends in a total agreement, done", async () => {
    const one = await life();
    await visited(one);
    const agreed = {
      agreement: "total",
      standing: { as: "holder" },
      attendedBy: "CLIENTE DE PRUEBA",
      agreed: "Se factura 20 m³.",
      confirmation: { by: "signature", uploadIds: ["signed-acta"] },
    };
    await world.upload("conciliator-1", "signed-acta");
    expect(await heard(one, agreed)).toBe("conciliated");
    const done = await one.act("2026-12-28T15:00:00.000Z", billing, routes.executeDecision, executed);
    expect(done).toMatchObject({ state: "closed", hold: "released" });
    await one.whole();
  });

  it("is decided, notified, becomes firm and is done", async () => {
    const one = await life();
    await visited(one);
    expect(await heard(one, { agreement: "none" })).toBe("no-agreement");
    await world.sign(one.claimId, "2026-12-28T15:00:00.000Z");
    expect(await notified(one, "2026-12-29T15:00:00.000Z")).toBe("notified");
    expect(await one.state("2027-02-01T15:00:00.000Z")).toBe("firm");
    const done = await one.act("2027-02-01T15:00:00.000Z", billing, routes.executeDecision, executed);
    expect(done.state).toBe("closed");
    await one.whole();
  });

  it("goes to the tribunal and comes back decided", async () => {
    const one = await life();
    await visited(one);
    await heard(one, { agreement: "none" });
    await world.sign(one.claimId, "2026-12-28T15:00:00.000Z", "rejected");
    await notified(one, "2026-12-29T15:00:00.000Z");
    await world.elsewhere(one.claimId, "2026-12-30T15:00:00.000Z", [appeals("2026-12-30T15:00:00.000Z")]);
    await world.signLetter(one.claimId, "2026-12-31T15:00:00.000Z");
    const sent = { receivedAt: "2027-01-04T15:00:00Z", reference: "TRASS-1", onPaper: true };
    expect((await one.act("2027-01-04T16:00:00.000Z", clerk, routes.elevateFile, sent)).state).toBe("elevated");
    const decision = {
      outcome: "decided",
      number: "TRASS-R-1",
      receivedAt: "2027-02-01T15:00:00Z",
      summary: "Fundado.",
      inFavourOf: "claimant",
      cause: "evidence",
    };
    const back = await one.act("2027-02-01T16:00:00.000Z", clerk, routes.recordTribunal, decision);
    expect(back).toMatchObject({
      state: "tribunal-decided",
      tribunal: { number: "TRASS-R-1", receivedOn: "2027-02-01", result: "reversed", summary: "Fundado.", months: [] },
    });
    expect(back.resolutions.at(-1)).toMatchObject({ replacedBy: "tribunal" });
    const done = await one.act("2027-02-02T15:00:00.000Z", billing, routes.executeDecision, executed);
    expect(done.state).toBe("closed");
    await one.whole();
  });

  it("is sent back by the tribunal, decided again in the term it gave, notified", async () => {
    const one = await life();
    await visited(one);
    await heard(one, { agreement: "none" });
    await world.sign(one.claimId, "2026-12-28T15:00:00.000Z", "rejected");
    await notified(one, "2026-12-29T15:00:00.000Z");
    await world.elsewhere(one.claimId, "2026-12-30T15:00:00.000Z", [appeals("2026-12-30T15:00:00.000Z")]);
    await world.signLetter(one.claimId, "2026-12-31T15:00:00.000Z");
    const sent = { receivedAt: "2027-01-04T15:00:00Z", reference: "TRASS-1", onPaper: true };
    await one.act("2027-01-04T16:00:00.000Z", clerk, routes.elevateFile, sent);
    await world.upload("clerk-1", "tribunal-order");
    const order = {
      outcome: "back-to-resolution",
      number: "TRASS-R-2",
      receivedAt: "2027-02-01T15:00:00Z",
      summary: "Nula: falta motivar.",
      termDays: 10,
      cause: "reasons",
      uploadIds: ["tribunal-order"],
    };
    const back = await one.act("2027-02-01T16:00:00.000Z", clerk, routes.recordTribunal, order);
    expect(back).toMatchObject({ state: "in-resolution", attachments: [{ documentId: "tribunal-order" }] });
    await world.sign(one.claimId, "2027-02-03T15:00:00.000Z");
    const [old] = back.notices;
    const again = await world.as(clerk, routes.recordDelivery, {
      params: { claimId: one.claimId, noticeId: old.noticeId },
      body: { outcome: "delivered", deliveredAt: "2027-02-01T16:00:00Z", receiver: { name: "X", relation: "hija" } },
    });
    expect(again).toMatchObject({ status: 409, body: { detail: expect.stringContaining("resolución anterior") } });
    const { tribunal } = back;
    expect(tribunal).toMatchObject({ number: "TRASS-R-2", result: "back-to-resolution" });
    expect(await notified(one, "2027-02-04T15:00:00.000Z")).toBe("notified");
    const { body: since } = await world.as(clerk, routes.showCase, { params: { claimId: one.claimId } });
    expect(since).not.toHaveProperty("tribunal");
    expect(since.resolutions.map(({ replacedBy }: { replacedBy?: string }) => replacedBy)).toEqual([
      "tribunal",
      undefined,
    ]);
    await one.whole();
  });

  it("is reconsidered, decided again, and becomes firm", async () => {
    const one = await life();
    await visited(one);
    await heard(one, { agreement: "none" });
    await world.sign(one.claimId, "2026-12-28T15:00:00.000Z", "rejected");
    await notified(one, "2026-12-29T15:00:00.000Z");
    const filed = "2026-12-30T15:00:00.000Z";
    await world.elsewhere(one.claimId, filed, [
      {
        type: "reconsideration-filed",
        effectiveAt: filed,
        by: maria,
        filedOn: calendarDay("2026-12-30"),
        newEvidence: true,
        details: {
          submissionId: "f1",
          submissionNumber: "MP-2026-000002-1",
          grounds: "Hay prueba nueva.",
          attachments: [],
        },
      },
    ]);
    await world.sign(one.claimId, "2027-01-11T15:00:00.000Z");
    expect(await notified(one, "2027-01-12T15:00:00.000Z")).toBe("reconsideration-notified");
    expect(await one.state("2027-03-01T15:00:00.000Z")).toBe("firm");
    await one.whole();
  });

  it("is granted by silence when nobody decides, and is done", async () => {
    const one = await life();
    await visited(one);
    expect(await one.state("2027-01-16T05:00:00.000Z")).toBe("positive-silence");
    const by = { kind: "system", name: "render-documents" } as const;
    const effectiveAt = "2027-01-16T06:00:00.000Z";
    await world.elsewhere(one.claimId, effectiveAt, [
      { type: "silence-certified", effectiveAt, by, details: { corrected: [] } },
    ]);
    const done = await one.act("2027-01-18T15:00:00.000Z", billing, routes.executeDecision, executed);
    expect(done).toMatchObject({ state: "closed", hold: "released" });
    await one.whole();
  });

  it("is withdrawn: the receipt is released and its owner relieved", async () => {
    const one = await life();
    await world.elsewhere(one.claimId, "2026-11-24T15:00:00.000Z", [asksToWithdraw("2026-11-24T15:00:00.000Z")]);
    const effectiveAt = "2026-11-26T15:00:00.000Z";
    const by = person("signer-1", "signer");
    await world.elsewhere(one.claimId, effectiveAt, [
      { type: "withdrawal-accepted", effectiveAt, by, details: { reason: "" } },
    ]);
    expect(await one.state(effectiveAt)).toBe("withdrawn");
    expect((await world.caseFiles.read(one.claimId))?.head.hold).toMatchObject({ held: false });
    await one.whole();
  });

  it("is held as not filed when what was missing never came", async () => {
    const one = await life();
    const body = { defects: ["Falta la carta poder."] };
    const observed = await one.act("2026-11-24T15:00:00.000Z", clerk, routes.observeClaim, body);
    expect(observed).toMatchObject({ state: "observed", next: "user" });
    await one.act("2026-11-26T15:00:00.000Z", clerk, routes.notifyObservation, { how: "notified-by-telephone" });
    expect(await one.state("2026-12-15T15:00:00.000Z")).toBe("not-filed");
    await one.whole();
  });
});
