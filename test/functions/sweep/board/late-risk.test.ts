import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type SweepDeps, sweep } from "../../../../functions/sweep/sweep.ts";
import { seedOf } from "../../../../shared/casework/term/calendars-in-force.ts";
import { listHearings } from "../../../../shared/contract/conciliation/conciliation-routes.ts";
import { recordDelivery } from "../../../../shared/contract/notice/notice-routes.ts";
import { listLateRisks } from "../../../../shared/contract/work/work-list-routes.ts";
import { entriesOf } from "../../../../shared/domain/case/case-events.ts";
import type { ClaimState } from "../../../../shared/domain/case/claim-states.ts";
import { type CalendarDay, calendarDay, limaInstant } from "../../../../shared/domain/term/calendar-day.ts";
import { queuePositionOf } from "../../../../shared/storage/case/case-head.ts";
import { unpackedHead } from "../../../../shared/storage/case/packed-head.ts";
import { transact } from "../../../../shared/storage/dynamodb.ts";
import { openCalendars } from "../../../../shared/storage/term/calendars.ts";
import { person } from "../../../shared/casework/case-world.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import {
  asksToWithdraw,
  type CaseworkWorld,
  caseworkWorld,
  elevationLetter,
  steps,
  type Worker,
} from "../../casework/casework-world.ts";
import { captureLog } from "../../log-lines.ts";

let local: TestTables;
let world: CaseworkWorld;
beforeAll(async () => {
  local = await testTables();
}, 60_000);
afterAll(() => local.stop());
beforeEach(async () => {
  world = await caseworkWorld(local);
  captureLog();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const at = (day: string, time = "10:00") => limaInstant(calendarDay(day), time);
const on = (now: string): void => void vi.useFakeTimers({ toFake: ["Date"], now: new Date(now) });
const manager: Worker = ["manager-1", "manager"];
const clerk: Worker = ["clerk-1", "clerk"];
const sweepAt = (now: string, own: Partial<SweepDeps> = {}) =>
  sweep({
    ...world,
    calendarBook: openCalendars(world.claims, seedOf(own.tenant ?? world.tenant)),
    uploadTasks: { send: async () => {} },
    documentWork: { send: async () => {} },
    exchangeFiles: { write: async () => {} },
    ...own,
    now: () => now,
  })();
const risks = async (day: string) => {
  on(at(day));
  return (await world.as(manager, listLateRisks)).body.claims;
};
const reasonOn = async (day: string): Promise<string | undefined> => (await risks(day))[0]?.reason;
const eventsOf = async (claimId: string) => (await world.caseFiles.read(claimId))?.events ?? [];
const alertsOf = async (claimId: string) =>
  entriesOf(await eventsOf(claimId), "manager-alerted").flatMap(({ details: { late } }) => late ?? []);

const sent = (now: string, channel: "email" | "personal") =>
  ({
    type: "resolution-dispatched",
    effectiveAt: now,
    by: person("clerk-1", "clerk"),
    channel,
    details: { noticeId: "notice-1", to: "cliente@example.pe" },
  }) as const;

/**
 * Filed on Monday 23 November 2026: day 25 is Thursday 31 December, 30 Friday 8 January, 33 Wednesday 13, 35 Friday 15.
 */
describe("a decision that may be notified late", () => {
  it("is the manager's from the day it should be signed", async () => {
    await steps.accepted(world);
    expect(await reasonOn("2026-12-30")).toBeUndefined();
    expect(await risks("2026-12-31")).toMatchObject([
      { reason: "not-signed", days: { lostOn: "2027-01-15", left: 10 }, state: "hearing-due" },
    ]);
    expect(await risks("2027-01-16")).toEqual([]);
  });

  it("signed and not sent, the day after", async () => {
    await steps.signed(world);
    expect(await reasonOn("2026-12-28")).toBeUndefined();
    expect(await reasonOn("2026-12-29")).toBe("not-dispatched");
  });

  it("sent by e-mail, the day it must be acknowledged by; again on its way, two working days before its notice must be made", async () => {
    const { claimId, now } = await steps.signed(world);
    await world.elsewhere(claimId, now, [sent(now, "email")]);
    expect(await reasonOn("2026-12-29")).toBeUndefined();
    expect(await reasonOn("2026-12-30")).toBe("not-acknowledged");
    await world.elsewhere(claimId, at("2026-12-30"), [sent(at("2026-12-30"), "personal")]);
    expect(await reasonOn("2026-12-30")).toBeUndefined();
    // T09: five working days from Monday 28 December.
    expect(await risks("2026-12-31")).toMatchObject([
      {
        reason: "on-its-way",
        days: { lostOn: "2027-01-15", left: 10, meta: { act: "notify", on: "2027-01-05", left: 2 } },
      },
    ]);
    expect(await risks("2027-01-06")).toMatchObject([{ reason: "on-its-way", days: { meta: { left: -1 } } }]);
    expect(await reasonOn("2027-01-18")).toBe("to-confirm");
    expect(await reasonOn("2027-01-20")).toBeUndefined();
  });

  it("taken to the address where nobody was, at once, however long is left; not once it is notified", async () => {
    const { claimId, params } = await steps.dispatched(world);
    on(at("2026-12-29", "12:00"));
    const record = (body: object) => world.as(clerk, recordDelivery, { params: { claimId, ...params }, body });
    const premises = "Puerta verde.";
    await record({ outcome: "absent", deliveredAt: at("2026-12-29"), premises, nextOn: "2026-12-30" });
    expect(await reasonOn("2026-12-29")).toBe("not-delivered");
    on(at("2026-12-30", "12:00"));
    await record({ outcome: "left-under-door", deliveredAt: at("2026-12-30"), premises });
    expect(await risks("2027-01-14")).toEqual([]);
  });
});

it("a delivery that a head of an earlier release lacks is listed again within the hour", async () => {
  const { claimId, now } = await steps.dispatched(world);
  const listed = async () => (await world.agenda.toHandOver("MOQ", 5)).map((head) => head.claimId);
  const Key = { pk: `CLAIM#${claimId}`, sk: "HEAD" };
  const { client, name: TableName } = world.claims;
  const { Item: kept } = await client.send(new GetCommand({ TableName, Key }));
  const { delivery, agendaKey, agendaOrder, ...Item } = unpackedHead(kept ?? {});
  await client.send(new PutCommand({ TableName, Item }));
  expect(await listed()).toEqual([]);
  await sweepAt(now);
  expect(await listed()).toEqual([claimId]);
});

it("a head that the release before put by its hearing is read, listed among hearings, and put in order within the hour", async () => {
  const { claimId, now } = await steps.accepted(world);
  const Key = { pk: `CLAIM#${claimId}`, sk: "HEAD" };
  const { client, name: TableName } = world.claims;
  const { Item } = await client.send(new GetCommand({ TableName, Key }));
  const head = unpackedHead(Item ?? {});
  const old = (head["steps"] as string[]).map((step) => step.split(" ").slice(0, 6).join(" "));
  const [, , , , hearing] = old[0]?.split(" ") ?? [];
  const queueOrder = `${hearing}#${claimId}`;
  const keys = { queueOrder, openIn: head["openIn"], riskFrom: "2026-12-31" };
  await client.send(new PutCommand({ TableName, Item: { ...head, ...keys, steps: old } }));
  const place = async () => {
    const [found] = await world.workLists.inQueue("MOQ", "investigation", 5);
    return found && { by: queuePositionOf(found).dueOn, meta: found.steps[0]?.metaOf };
  };
  expect(await place()).toEqual({ by: hearing, meta: undefined });
  const hearings = async () =>
    (await world.as(["conciliator-1", "conciliator"], listHearings, { query: { day: "2026-12-23" } })).body.hearings;
  on(now);
  expect(await hearings()).toMatchObject([{ claimId }]);
  await sweepAt(now);
  expect(await place()).toEqual({ by: "2027-01-15", meta: "visit" });
  expect(await hearings()).toMatchObject([{ claimId }]);
});

describe("the alerts of a decision that is not notified", () => {
  it("are written on days 25, 30 and 33, once each, whoever sweeps and how often", async () => {
    const { claimId } = await steps.accepted(world);
    await sweepAt(at("2026-12-30"));
    expect(await alertsOf(claimId)).toEqual([]);
    for (const [day, count] of [
      ["2026-12-31", 1],
      ["2027-01-07", 1],
      ["2027-01-08", 2],
      ["2027-01-13", 3],
      ["2027-01-15", 3],
    ] as const) {
      await Promise.all([sweepAt(at(day, "08:00")), sweepAt(at(day, "08:00"))]);
      await sweepAt(at(day, "09:00"));
      expect(await alertsOf(claimId)).toHaveLength(count);
    }
    const { version } = world.tenant.calendars.COMPANY.value;
    const of = { clock: "T10", calendarVersion: version };
    expect(await alertsOf(claimId)).toEqual([25, 30, 33].map((day) => ({ ...of, day })));
    const [alert] = entriesOf(await eventsOf(claimId), "manager-alerted");
    expect(alert?.details.reason).toBe(
      "Día 25 sin notificar la decisión. Falta firmarla. El último día es el viernes 15 de enero de 2027.",
    );
  });

  it("are written again where the calendar is another, whose days they are of", async () => {
    const { claimId } = await steps.accepted(world);
    await sweepAt(at("2026-12-31"));
    const { COMPANY } = world.tenant.calendars;
    const changed = {
      ...world.tenant,
      calendars: {
        ...world.tenant.calendars,
        COMPANY: { ...COMPANY, value: { ...COMPANY.value, version: "another" } },
      },
    };
    for (const hour of ["11:00", "12:00"]) await sweepAt(at("2026-12-31", hour), { tenant: changed });
    expect((await alertsOf(claimId)).map(({ calendarVersion }) => calendarVersion)).toEqual([
      COMPANY.value.version,
      "another",
    ]);
  });
});

describe("the copy of a claim by telephone", () => {
  it("that is not sent in its term reaches the manager's list, and is alerted once", async () => {
    const { file } = await world.fileOne(at("2026-11-23"), { channel: "telephone" });
    const { claimId } = file.head;
    expect(await risks("2026-11-26")).toEqual([]);
    for (const [day, count] of [
      ["2026-11-26", 0],
      ["2026-11-27", 1],
      ["2026-11-30", 1],
    ] as const) {
      await sweepAt(at(day));
      expect(await alertsOf(claimId)).toHaveLength(count);
    }
    expect(await risks("2026-11-27")).toMatchObject([{ claimId, reason: "copy-not-sent" }]);
    const [alert] = entriesOf(await eventsOf(claimId), "manager-alerted");
    expect(alert?.details.reason).toBe(
      "Reclamó por teléfono y no se le envió la copia en su plazo. Venció el jueves 26 de noviembre de 2026.",
    );
    const now = at("2026-11-27", "15:00");
    const by = { kind: "system", name: "send-notices" } as const;
    await world.elsewhere(claimId, now, [
      { type: "filing-copy-sent", effectiveAt: now, by, details: { channel: "sms" } },
    ]);
    expect(await risks("2026-11-28")).toEqual([]);
  });
});

describe("what time brings", () => {
  const series = { office: "MOQ", year: 2026 };

  /** A resolution sent to signature with the first number of its series. */
  async function frozen(claimId: string, now: string): Promise<void> {
    const { tenant, resolutionNumbers } = world;
    const number = "00001-2026-MOQ";
    expect(tenant.office.resolutionNumber.value).toBe("{number}-{year}-{office}");
    await transact(world.claims.client, resolutionNumbers.take(series, 1, claimId));
    const document = {
      documentId: "resolution-1",
      kind: "resolution",
      fileName: `${number}.pdf`,
      sizeBytes: 10,
      sha256: "0".repeat(64),
      verificationCode: "0000-0000-0000-0000",
    } as const;
    await world.elsewhere(claimId, now, [
      {
        type: "resolution-issued",
        effectiveAt: now,
        by: person("resolver-1", "resolver"),
        number,
        outcome: "rejected",
        checklist: "complete",
        details: { reasons: "Las pruebas.", decision: "Se decide.", months: [], evidence: [], document },
      },
    ]);
  }

  /** The day a claim's head foresees a state. */
  async function dayOf(claimId: string, state: ClaimState): Promise<CalendarDay> {
    const [head] = await world.caseFiles.heads([claimId]);
    const step = head?.steps.find((one) => one.state === state);
    if (!step) throw new Error(`${state} is not foreseen`);
    return step.from;
  }

  it("is notified once, even where somebody wrote in the case first", async () => {
    const { claimId } = await steps.notified(world);
    const day = await dayOf(claimId, "firm");
    const now = limaInstant(day, "00:01");
    await world.elsewhere(claimId, now, [
      {
        type: "manager-alerted",
        effectiveAt: now,
        by: { kind: "system", name: "x" },
        details: { reason: "Otra cosa." },
      },
    ]);
    const after = limaInstant(day, "01:05");
    await Promise.all([sweepAt(after), sweepAt(after)]);
    await sweepAt(limaInstant(day, "02:05"));
    expect(entriesOf(await eventsOf(claimId), "lapse-notified").map(({ details }) => details)).toEqual([
      { state: "firm", since: day },
    ]);
  });

  it("is notified of a claim that was not remedied, even where somebody wrote in the case first", async () => {
    const { claimId, now } = await steps.filed(world);
    const by = person("clerk-1", "clerk");
    await world.elsewhere(claimId, now, [
      { type: "defect-observed", effectiveAt: now, by, details: { defects: ["Falta la firma."] } },
      { type: "defect-notified", effectiveAt: now, by, details: { how: "tacit-notification" } },
    ]);
    const day = await dayOf(claimId, "not-filed");
    const first = limaInstant(day, "00:01");
    const alert = { type: "manager-alerted", effectiveAt: first, details: { reason: "Otra cosa." } } as const;
    await world.elsewhere(claimId, first, [{ ...alert, by: { kind: "system", name: "x" } }]);
    for (const hour of ["01:05", "02:05"]) await sweepAt(limaInstant(day, hour));
    expect(entriesOf(await eventsOf(claimId), "lapse-notified").map(({ details }) => details)).toEqual([
      { state: "not-filed", since: day },
    ]);
    expect(await world.workLists.inQueue("MOQ", "over", 10)).toEqual([]);
  });

  it("is notified of the tribunal's silence, which leaves a choice", async () => {
    const { claimId } = await steps.elevated(world);
    const day = await dayOf(claimId, "negative-silence");
    for (const hour of ["00:05", "01:05"]) await sweepAt(limaInstant(day, hour));
    expect(entriesOf(await eventsOf(claimId), "lapse-notified").map(({ details }) => details)).toEqual([
      { state: "negative-silence", since: day },
    ]);
  });

  it("is notified of no state that an act brought", async () => {
    const { claimId, now } = await steps.appealed(world);
    const by = person("signer-1", "signer");
    await world.elsewhere(claimId, now, [{ ...asksToWithdraw(now) }]);
    await world.elsewhere(claimId, now, [
      { type: "withdrawal-accepted", effectiveAt: now, by, details: { reason: "" } },
    ]);
    await sweepAt(at("2027-01-05"));
    expect(entriesOf(await eventsOf(claimId), "lapse-notified")).toEqual([]);
  });

  it("voids the number of what waited for its signature when silence comes, once", async () => {
    const { claimId, now } = await steps.heard(world);
    await frozen(claimId, now);
    await sweepAt(at("2027-01-15", "23:00"));
    expect((await world.resolutionNumbers.find(series, 1))?.state).toBe("issued");
    await sweepAt(at("2027-01-16", "00:05"));
    await sweepAt(at("2027-01-16", "01:05"));
    expect(await world.resolutionNumbers.find(series, 1)).toEqual({
      claimId,
      state: "voided",
      reason: "Venció el plazo antes de la firma: silencio administrativo positivo.",
    });
    expect(entriesOf(await eventsOf(claimId), "lapse-notified")).toHaveLength(1);
  });

  it("asks for no certificate of a silence while the number of what waited for its signature is not voided", async () => {
    const { claimId, now } = await steps.heard(world);
    await frozen(claimId, now);
    const asked = vi.fn(async () => {});
    const refused = {
      void: () => {
        throw new Error("refused");
      },
    };
    const resolutionNumbers = { ...world.resolutionNumbers, ...refused };
    await expect(
      sweepAt(at("2027-01-16", "00:05"), { resolutionNumbers, documentWork: { send: asked } }),
    ).rejects.toThrow("1 claims");
    expect(asked).not.toHaveBeenCalled();
    await sweepAt(at("2027-01-16", "01:05"), { documentWork: { send: asked } });
    expect(await world.resolutionNumbers.find(series, 1)).toMatchObject({ state: "voided" });
    expect(asked.mock.calls).toEqual([[{ claimId, certify: "silence" }]]);
  });

  it("voids with a silence the number of an acceptance too, which nobody signed in time, once", async () => {
    const { claimId, now } = await steps.heard(world);
    await world.elsewhere(claimId, now, [asksToWithdraw(now)]);
    const document = { ...elevationLetter(`acceptance-${claimId}`), kind: "withdrawal-acceptance" } as const;
    const details = { number: "00001-2026-MOQ", document, accepts: { reason: "" } };
    await world.elsewhere(
      claimId,
      now,
      [{ type: "document-frozen", effectiveAt: now, by: person("resolver-1", "resolver"), details }],
      world.resolutionNumbers.take(series, 1, claimId),
    );
    await sweepAt(at("2027-01-15", "23:00"));
    expect((await world.resolutionNumbers.find(series, 1))?.state).toBe("issued");
    for (const hour of ["00:05", "01:05"]) await sweepAt(at("2027-01-16", hour));
    expect(await world.resolutionNumbers.find(series, 1)).toMatchObject({ state: "voided" });
    expect(entriesOf(await eventsOf(claimId), "lapse-notified")).toHaveLength(1);
    expect(await world.workLists.toSign("MOQ", "signature", 10)).toEqual([]);
  });
});
