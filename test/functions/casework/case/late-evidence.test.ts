import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { sweep } from "../../../../functions/sweep/sweep.ts";
import { agedFaults } from "../../../../shared/casework/board/state-ages.ts";
import { caseNow } from "../../../../shared/casework/case/case-at.ts";
import { countsFrom } from "../../../../shared/casework/delivery/early-delivery.ts";
import { seedOf } from "../../../../shared/casework/term/calendars-in-force.ts";
import { showCase } from "../../../../shared/contract/case/case-routes.ts";
import { acknowledgeNotice, lookUpClaim } from "../../../../shared/contract/claim/claim-routes.ts";
import { confirmDelivery, dispatchNotice, recordDelivery } from "../../../../shared/contract/notice/notice-routes.ts";
import { entriesOf } from "../../../../shared/domain/case/case-events.ts";
import { calendarDay, limaInstant } from "../../../../shared/domain/term/calendar-day.ts";
import { openCalendars } from "../../../../shared/storage/term/calendars.ts";
import { maria, person } from "../../../shared/casework/case-world.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { call } from "../../api-call.ts";
import { claimDepsOn, claimsHandler } from "../../claims/claims-world.ts";
import { captureLog } from "../../log-lines.ts";
import { type CaseworkWorld, caseworkWorld, steps, type Worker } from "../casework-world.ts";

let local: TestTables;
let world: CaseworkWorld;
beforeAll(async () => {
  local = await testTables();
  world = await caseworkWorld(local);
}, 60_000);
beforeEach(() => void captureLog());
afterAll(async () => {
  vi.useRealTimers();
  await local.stop();
});

const clerk: Worker = ["clerk-1", "clerk"];
const another: Worker = ["analyst-2", "analyst"];
const on = (now: string): void => void vi.useFakeTimers({ toFake: ["Date"], now: new Date(now) });
const at = (day: string, time: string) => limaInstant(calendarDay(day), time);
const dispatchedBy = (channel: "personal" | "email", noticeId: string, now: string, noticeKey?: string) =>
  ({
    type: "resolution-dispatched",
    effectiveAt: now,
    by: person("clerk-1", "clerk"),
    channel,
    details: { noticeId, to: "cliente@example.pe", noticeKey },
  }) as const;

let notices = 0;
/** Sends the decision that was signed last. */
async function dispatch(claimId: string, now: string, noticeKey?: string): Promise<string> {
  notices += 1;
  const noticeId = `notice-${notices}`;
  const channel = noticeKey === undefined ? "personal" : "email";
  const also = noticeKey === undefined ? [] : [world.caseFiles.noticeWrite(noticeKey, claimId, noticeId)];
  await world.elsewhere(claimId, now, [dispatchedBy(channel, noticeId, now, noticeKey)], also);
  return noticeId;
}

/** Filed on Monday 23 November 2026: day 35 is Friday 15 January 2027. */
async function first(noticeKey?: string) {
  const { claimId, now } = await steps.signed(world);
  return { claimId, noticeId: await dispatch(claimId, now, noticeKey) };
}

/** Reconsidered on Wednesday 30 December 2026: day 20 is Thursday 28 January 2027. */
async function second(noticeKey?: string) {
  const { claimId, now } = await steps.notified(world);
  const details = { submissionId: "f", submissionNumber: "MP-1", grounds: "Hay prueba nueva.", attachments: [] };
  const filed = { filedOn: calendarDay("2026-12-30"), newEvidence: true, details };
  await world.elsewhere(claimId, now, [{ type: "reconsideration-filed", effectiveAt: now, by: maria, ...filed }]);
  const signedAt = "2027-01-12T15:00:00.000Z";
  await world.sign(claimId, signedAt);
  return { claimId, noticeId: await dispatch(claimId, signedAt, noticeKey) };
}

const instances = {
  "the first instance": {
    sent: first,
    named: { N: "notified", C: "silence-to-confirm", S: "positive-silence", R: "resolved" },
    days: ["2027-01-14", "2027-01-15", "2027-01-18", "2027-01-19", "2027-01-20", "2027-01-21", "2027-01-22"],
  },
  "a reconsideration": {
    sent: second,
    named: {
      N: "reconsideration-notified",
      C: "reconsideration-silence-to-confirm",
      S: "reconsideration-silence",
      R: "reconsideration-resolved",
    },
    days: ["2027-01-27", "2027-01-28", "2027-01-29", "2027-02-01", "2027-02-02", "2027-02-03", "2027-02-04"],
  },
} as const;

/** Delivered the day before the last, on it and after it; a letter for each day it is recorded, from 34 to 40. */
const expected = ["NNNNSSS", "RNNNSSS", "RRCCSSS"] as const;

describe.each(Object.entries(instances))("%s", (_, { sent, named, days }) => {
  const cells = expected.flatMap((letters, delivery) =>
    days.map((recorded, index) => ({ delivered: days[delivery] ?? "", recorded, letter: letters.charAt(index) })),
  );

  it.each(cells)(
    "delivered on $delivered and recorded on $recorded: $letter",
    async ({ delivered, recorded, letter }) => {
      const params = await sent();
      const photo = `photo-of-${params.noticeId}`;
      await world.upload("clerk-1", photo);
      on(at(recorded, "12:00"));
      const deliveredAt = at(delivered, "10:00");
      const answer = await world.as(clerk, recordDelivery, {
        params,
        body: {
          outcome: "delivered",
          deliveredAt,
          receiver: { name: "CLIENTE DE PRUEBA DOS", relation: "hijo" },
          deviceTime: deliveredAt,
          uploadIds: [photo],
        },
      });
      expect(answer.status).toBe(letter === "N" ? 200 : 409);
      if (answer.body.deliveryToConfirm === undefined && answer.body.state === named.N) return;
      const seconded = await world.as(another, confirmDelivery, { params, body: { wasThere: true } });
      expect(seconded.status).toBe(letter === "N" ? 200 : 404);
      const { body } = await world.as(clerk, showCase, { params: { claimId: params.claimId } });
      expect(Object.entries(named).find(([, state]) => state === body.state)?.[0]).toBe(letter);
      if (letter === "N") expect(body.since).toBe(delivered);
    },
  );

  it("is acknowledged until the last instant of the last day, and not one later", async () => {
    const handler = claimsHandler(claimDepsOn(world));
    const lastInstant = at(days[1], "23:59").replace(":00.000Z", ":59.999Z");
    for (const [now, status, state] of [
      [lastInstant, 200, named.N],
      [new Date(Date.parse(lastInstant) + 1).toISOString(), 409, named.S],
    ] as const) {
      const noticeKey = `notice-key-${notices}`.padEnd(22, "k");
      const { claimId } = await sent(noticeKey);
      on(now);
      expect((await call(handler, acknowledgeNotice, { params: { noticeKey }, body: {} })).status).toBe(status);
      expect((await world.as(clerk, showCase, { params: { claimId } })).body.state).toBe(state);
    }
  });
});

describe("a delivery out of hours", () => {
  const headOf = async (claimId: string) => {
    const [head] = await world.caseFiles.heads([claimId]);
    if (!head) throw new Error("the claim is gone");
    return head;
  };
  const stateOf = async (claimId: string) => (await world.as(clerk, showCase, { params: { claimId } })).body.state;
  const sweepAt = (now: string) =>
    sweep({
      ...world,
      calendarBook: openCalendars(world.claims, seedOf(world.tenant)),
      exchangeFiles: { write: async () => undefined },
      uploadTasks: { send: async () => undefined },
      documentWork: { send: async () => undefined },
      now: () => now,
    })();
  const deliver = (params: Record<string, string>, deliveredAt: string) =>
    world.as(clerk, recordDelivery, {
      params,
      body: { outcome: "delivered", deliveredAt, receiver: { name: "CLIENTE DE PRUEBA DOS", relation: "hijo" } },
    });

  it.each([
    ["on a Saturday", at("2027-01-09", "10:00"), "2027-01-11"],
    ["after the hours", at("2027-01-11", "17:00"), "2027-01-12"],
    ["before the hours", at("2027-01-04", "07:59"), "2027-01-04"],
  ])("%s is recorded at once, waits on no list, and counts as the next hours begin", async (_, deliveredAt, since) => {
    const params = await first();
    on(deliveredAt);
    const made = await deliver(params, deliveredAt);
    expect(made).toMatchObject({ status: 200, body: { state: "resolved", decisionCountsFrom: since } });
    for (const act of ["resolution-notified", "resolution-dispatched"]) expect(made.body.actions).not.toContain(act);
    const head = await headOf(params.claimId);
    expect(head.delivery).toBeUndefined();
    expect(head.risk?.reason).toBe("to-confirm");
    expect(head.risk?.from && head.risk.from > since).toBe(true);
    const resent = { params: { claimId: params.claimId }, body: { channel: "personal" } };
    expect(await world.as(clerk, dispatchNotice, resent)).toMatchObject({ status: 409 });
    const shown = await world.as(another, showCase, { params: { claimId: params.claimId } });
    expect(shown.body.deliveryToConfirm).toBeUndefined();
    const code = (await headOf(params.claimId)).code;
    const looked = await call(claimsHandler(claimDepsOn(world)), lookUpClaim, {
      body: { code, document: { kind: "DNI", number: "00000001" } },
    });
    expect(looked).toMatchObject({ status: 200, body: { state: "resolved", decisionCountsFrom: since } });
    const again = await deliver(params, deliveredAt);
    expect(again).toMatchObject({ status: 409, body: { detail: expect.stringContaining("Ya está registrada") } });
    await sweepAt(at(since, "07:59"));
    expect(await stateOf(params.claimId)).toBe("resolved");
    await Promise.all([sweepAt(at(since, "08:00")), sweepAt(at(since, "08:00"))]);
    on(at(since, "08:30"));
    const counted = await world.as(clerk, showCase, { params: { claimId: params.claimId } });
    expect(counted.body).toMatchObject({ state: "notified", since });
    expect(counted.body.decisionCountsFrom).toBeUndefined();
    const { events = [] } = (await world.caseFiles.read(params.claimId)) ?? {};
    expect(entriesOf(events, "resolution-notified")).toEqual([
      expect.objectContaining({
        effectiveAt: at(since, "08:00"),
        recordedAt: at(since, "08:00"),
        by: expect.objectContaining({ sub: "clerk-1" }),
        details: expect.objectContaining({ deliveredAt }),
      }),
    ]);
  });

  it("recorded once the hours have begun counts at once", async () => {
    const params = await first();
    on(at("2027-01-11", "09:00"));
    const { body } = await deliver(params, at("2027-01-09", "10:00"));
    expect(body).toMatchObject({ state: "notified", since: "2027-01-11" });
  });

  it("counts from the day that the calendars in force say, if they change meanwhile", async () => {
    const params = await first();
    on(at("2027-01-09", "10:00"));
    await deliver(params, at("2027-01-09", "10:00"));
    const { COMPANY, USER } = world.tenant.calendars;
    const dayOff = {
      reason: "decreed",
      date: calendarDay("2027-01-11"),
      name: "Duelo nacional",
      source: "DS de prueba",
      recordedAt: calendarDay("2027-01-10"),
    } as const;
    const calendars = {
      COMPANY: { ...COMPANY, value: { ...COMPANY.value, nonWorking: [...COMPANY.value.nonWorking, dayOff] } },
      USER: { ...USER, value: { ...USER.value, nonWorking: [...USER.value.nonWorking, dayOff] } },
    };
    const file = await world.caseFiles.read(params.claimId);
    const seen = file && countsFrom(caseNow(file, { ...world.tenant, calendars }, at("2027-01-11", "09:00")));
    expect(seen).toBe("2027-01-12");
  });

  it("that nobody counted breaks a rule of the case after three hours", async () => {
    const params = await first();
    on(at("2027-01-09", "10:00"));
    await deliver(params, at("2027-01-09", "10:00"));
    const file = await world.caseFiles.read(params.claimId);
    const rulesAt = (now: string) =>
      file && agedFaults(file, world.tenant, now).flatMap(([rule]) => (rule === "delivered" ? [rule] : []));
    expect(rulesAt("2027-01-11T16:00:00.000Z")).toEqual([]);
    expect(rulesAt("2027-01-11T16:00:00.001Z")).toEqual(["delivered"]);
  });

  it("that nobody counted for days waits for a second person", async () => {
    const params = await first();
    on(at("2027-01-09", "10:00"));
    await deliver(params, at("2027-01-09", "10:00"));
    on(at("2027-01-14", "10:00"));
    const { body } = await world.as(another, showCase, { params: { claimId: params.claimId } });
    expect(body.deliveryToConfirm).toMatchObject({ at: at("2027-01-09", "10:00") });
    const confirmed = await world.as(another, confirmDelivery, { params, body: { wasThere: true } });
    expect(confirmed.body).toMatchObject({ state: "notified", since: "2027-01-11" });
  });

  it("on the last day, after the hours, comes too late", async () => {
    const params = await first();
    for (const now of [at("2027-01-15", "19:00"), at("2027-01-18", "09:00")]) {
      on(now);
      const late = await deliver(params, at("2027-01-15", "19:00"));
      expect(late.status).toBe(409);
    }
    await sweepAt(at("2027-01-18", "08:30"));
    on(at("2027-01-20", "00:00"));
    expect(await stateOf(params.claimId)).toBe("positive-silence");
  });
});
