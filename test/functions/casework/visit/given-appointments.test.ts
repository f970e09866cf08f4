import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { alertWaiting } from "../../../../functions/sweep/alert-waiting.ts";
import { plannedVisits } from "../../../../shared/casework/case/awaited-facts.ts";
import { showCase } from "../../../../shared/contract/case/case-routes.ts";
import {
  giveAppointments,
  joinClaims,
  reclassifyClaim,
  seeContact,
} from "../../../../shared/contract/claim/admission-routes.ts";
import { listInspections } from "../../../../shared/contract/visit/investigation-routes.ts";
import { listWork } from "../../../../shared/contract/work/work-list-routes.ts";
import { entriesOf, lastEntry } from "../../../../shared/domain/case/case-events.ts";
import { hearingOf } from "../../../../shared/domain/conciliation/hearing.ts";
import { chainFaults } from "../../../../shared/storage/case/case-chain.ts";
import { form, person } from "../../../shared/casework/case-world.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { captureLog } from "../../log-lines.ts";
import { byGuest, type CaseworkWorld, caseworkWorld, filedAt, type Worker } from "../casework-world.ts";

let local: TestTables;
let world: CaseworkWorld;
beforeAll(async () => {
  local = await testTables();
}, 60_000);
beforeEach(async () => {
  captureLog();
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-24T15:00:00.000Z") });
  world = await caseworkWorld(local);
});
afterAll(async () => {
  vi.useRealTimers();
  await local.stop();
});

const analyst: Worker = ["analyst-1", "analyst"];

/** A claim with its appointments and one that repeats it, with none. */
async function twoAlike() {
  const first = await world.fileBeside(filedAt);
  const second = await world.fileBeside(filedAt);
  return { first: first.file.head, second: second.file.head };
}

const fileOf = async (claimId: string) => {
  const file = await world.caseFiles.read(claimId);
  if (!file) throw new Error("no file");
  return file;
};
const give = (claimId: string) =>
  world.as(analyst, giveAppointments, { params: { claimId }, body: { reason: "No es el mismo reclamo." } });
const join = (claimId: string, code: string) =>
  world.as(analyst, joinClaims, { params: { claimId }, body: { code, reason: "Es el mismo mes." } });

describe("giving appointments", () => {
  it("takes an hour for the hearing and shares the supply's visit, in the terms that ran since the filing", async () => {
    const { first, second } = await twoAlike();
    const { status, body } = await give(second.claimId);
    expect(status).toBe(200);
    expect(body).toMatchObject({ hearing: { on: "2026-12-23" }, notifyBy: "2027-01-15" });
    expect(body.appointmentsWait).toBeUndefined();
    const [own, other] = [await fileOf(second.claimId), await fileOf(first.claimId)];
    expect(lastEntry(own.events, "appointments-given")).toMatchObject({
      hearingOn: "2026-12-23",
      by: { sub: "analyst-1" },
    });
    expect(own.visits).toMatchObject([{ on: other.visits[0]?.on, shares: { claimId: first.claimId } }]);
    expect(plannedVisits(own.events)).toMatchObject([{ visit: { on: other.visits[0]?.on } }]);
    const hours = await world.appointmentSlots.taken({ kind: "hearing", zone: "MOQ", day: "2026-12-23" });
    expect([...hours.values()].reduce((sum, taken) => sum + taken, 0)).toBe(2);
    expect(await give(second.claimId)).toMatchObject({ status: 409 });
  });

  it("waits for it also where its type is corrected to one that is visited", async () => {
    const { second } = await twoAlike();
    const body = { claimType: "F03", reason: "Es por asignación." };
    expect(await world.as(analyst, reclassifyClaim, { params: { claimId: second.claimId }, body })).toMatchObject({
      status: 200,
    });
    expect((await fileOf(second.claimId)).visits).toEqual([]);
  });

  it("is marked on the work list until it is done", async () => {
    const { first, second } = await twoAlike();
    const list = async () => {
      const { body } = await world.as(analyst, listWork, { query: { queue: "admission" } });
      return body.claims.map(({ code, appointmentsWait }: { code: string; appointmentsWait?: object }) => [
        code,
        appointmentsWait,
      ]);
    };
    const mark = { giveBy: "2026-11-26", sameAs: { claimId: first.claimId, code: first.code } };
    expect(await list()).toEqual(
      expect.arrayContaining([
        [second.code, mark],
        [first.code, undefined],
      ]),
    );
    await give(second.claimId);
    expect(await list()).toEqual(expect.arrayContaining([[second.code, undefined]]));
  });
});

describe("joining claims", () => {
  it("is recorded in both files at once; they share hearing and visit, and each keeps its chain and its terms", async () => {
    const { first, second } = await twoAlike();
    const { status, body } = await join(second.claimId, first.code);
    expect({ status, body }).toMatchObject({ status: 200, body: { notifyBy: "2027-01-15" } });
    const [own, other] = [await fileOf(second.claimId), await fileOf(first.claimId)];
    const joinedIn = (file: typeof own) =>
      entriesOf(file.events, "claims-joined").map(({ details }) => details.with.code);
    expect([joinedIn(own), joinedIn(other)]).toEqual([[first.code], [second.code]]);
    expect(hearingOf(own.events)).toEqual(hearingOf(other.events));
    const hours = await world.appointmentSlots.taken({ kind: "hearing", zone: "MOQ", day: "2026-12-23" });
    expect([...hours.values()]).toEqual([1]);
    expect(own.visits[0]?.shares?.claimId).toBe(first.claimId);
    for (const file of [own, other]) expect(chainFaults(file.envelopes.map((envelope) => ({ envelope })))).toEqual([]);
    expect(own.head.appointmentsWait).toBeUndefined();
  });

  it("by video is one room for both claims, whose link both show", async () => {
    const first = await world.fileBeside(filedAt, { form: { ...form, hearingMode: "virtual" } });
    const second = await world.fileBeside(filedAt);
    const { claimId } = second.file.head;
    const { body } = await join(claimId, first.file.head.code);
    const shown = await world.as(analyst, showCase, { params: { claimId: first.file.head.claimId } });
    expect(body.hearing).toMatchObject({ mode: "virtual", link: expect.stringMatching(/^https:/) });
    expect(body.hearing.link).toBe(shown.body.hearing.link);
  });

  it("is one stop for the inspector", async () => {
    const { first, second } = await twoAlike();
    await join(second.claimId, first.code);
    for (const { claimId } of [first, second]) await world.assign(claimId, 1, "inspector-1");
    const query = { date: (await fileOf(first.claimId)).visits[0]?.on ?? "" };
    const { body } = await world.as(["inspector-1", "inspector"], listInspections, { query });
    expect(body.inspections).toMatchObject([{ code: first.code, alsoFor: [second.code] }]);
    expect(body.inspections).toHaveLength(1);
    const by = { kind: "customer", sub: "maria" } as const;
    const [asked, accepted] = ["2026-11-23T16:00:00.000Z", "2026-11-23T17:00:00.000Z"];
    await world.elsewhere(second.claimId, accepted, [
      {
        type: "withdrawal-requested",
        effectiveAt: asked,
        by,
        of: "claim",
        standing: { as: "holder" },
        details: { reason: "" },
      },
      { type: "withdrawal-accepted", effectiveAt: accepted, by: person("signer-1", "signer"), details: { reason: "" } },
    ]);
    const after = await world.as(["inspector-1", "inspector"], listInspections, { query });
    expect(after.body.inspections).toMatchObject([{ code: first.code, alsoFor: [] }]);
  });

  it.each([
    ["itself", async () => (await twoAlike()).second, /no es de otro reclamo/],
    ["what is no code", async () => ({ ...(await twoAlike()).second, code: "ABC" }), /no es de otro reclamo/],
  ])("with %s is refused", async (_, prepare, why) => {
    const { claimId, code } = await prepare();
    expect(await join(claimId, code)).toMatchObject({ status: 409, body: { detail: expect.stringMatching(why) } });
  });

  it("with one that waits too is refused", async () => {
    const { second } = await twoAlike();
    const third = await world.fileBeside(filedAt);
    expect(await join(third.file.head.claimId, second.code)).toMatchObject({
      status: 409,
      body: { detail: expect.stringMatching(/también espera lugar/) },
    });
  });
});

describe("claims that nobody gives appointments", () => {
  it("are reported to the manager the day before it is too late, once for those of a supply and a day", async () => {
    const { first, second } = await twoAlike();
    const third = await world.fileBeside(filedAt);
    expect(await alertWaiting(world, "2026-11-23T20:00:00.000Z")).toEqual({ alerted: 0, failed: 0 });
    expect(await alertWaiting(world, "2026-11-25T15:00:00.000Z")).toEqual({ alerted: 1, failed: 0 });
    expect(await alertWaiting(world, "2026-11-25T16:00:00.000Z")).toEqual({ alerted: 0, failed: 0 });
    const files = await Promise.all([first, second, third.file.head].map(({ claimId }) => fileOf(claimId)));
    const alerts = files.flatMap(({ events }) =>
      entriesOf(events, "manager-alerted").map(({ details }) => details.reason),
    );
    expect(alerts).toEqual([expect.stringContaining("a más tardar el jueves 26 de noviembre de 2026")]);
  });
});

describe("a claim filed without an account", () => {
  const see = (claimId: string, who: Worker = ["operator-1", "operator"]) =>
    world.as(who, seeContact, { params: { claimId }, body: { remark: "Contestó en su celular." } });

  it("takes its visit and hearing once a person of the office has looked, and says who did", async () => {
    const { file } = await world.fileBeside(filedAt, byGuest);
    const { claimId } = file.head;
    const before = await world.as(analyst, showCase, { params: { claimId } });
    expect(before.body).toMatchObject({ contactWaits: true, appointmentsWait: { unconfirmed: true } });
    const { status, body } = await see(claimId);
    expect(status).toBe(200);
    expect(body.appointmentsWait).toBeUndefined();
    expect(body.contactWaits).toBeUndefined();
    expect((await fileOf(claimId)).visits).toHaveLength(1);
    expect([before.body.hold, body.hold]).toEqual(["waiting", "held"]);
    expect(await see(claimId)).toMatchObject({ status: 409 });
  });

  it("has its manager alerted on the last day to look, while its receipts are not held", async () => {
    const { claimId } = (await world.fileBeside(filedAt, byGuest)).file.head;
    expect(await alertWaiting(world, "2026-11-23T20:00:00.000Z")).toEqual({ alerted: 0, failed: 0 });
    expect(await alertWaiting(world, "2026-11-24T15:00:00.000Z")).toEqual({ alerted: 1, failed: 0 });
    expect(await alertWaiting(world, "2026-11-24T16:00:00.000Z")).toEqual({ alerted: 0, failed: 0 });
    expect(lastEntry((await fileOf(claimId)).events, "manager-alerted")?.details.reason).toContain("bloqueo");
  });

  it("has its receipts held by who gives it appointments too", async () => {
    const { claimId } = (await world.fileBeside(filedAt, byGuest)).file.head;
    const { body } = await world.as(analyst, giveAppointments, { params: { claimId }, body: { reason: "Es él." } });
    expect(body.hold).toBe("held");
  });

  it("goes on waiting, for an analyst, if it repeats a claim that is known by then", async () => {
    const guest = await world.fileBeside(filedAt, byGuest);
    const known = await world.fileBeside(filedAt);
    expect(lastEntry(known.file.events, "appointments-waiting")).toBeUndefined();
    const { body } = await see(guest.file.head.claimId);
    expect(body).toMatchObject({ appointmentsWait: { sameAs: { claimId: known.file.head.claimId } } });
    expect(body.contactWaits).toBeUndefined();
  });

  it("is alerted once for all of a day, whatever their supplies", async () => {
    const files = [];
    for (const supplyCode of ["00012345", "00099998", "00099999"])
      files.push((await world.fileBeside(filedAt, { ...byGuest, form: { ...form, supplyCode } })).file);
    expect(await alertWaiting(world, "2026-11-25T15:00:00.000Z")).toEqual({ alerted: 2, failed: 0 });
    expect(await alertWaiting(world, "2026-11-25T16:00:00.000Z")).toEqual({ alerted: 0, failed: 0 });
    const alerts = await Promise.all(files.map(({ head }) => fileOf(head.claimId)));
    expect(alerts.flatMap(({ events }) => entriesOf(events, "manager-alerted"))).toMatchObject([
      { details: { reason: expect.stringContaining("su audiencia") } },
      { details: { reason: expect.stringContaining("bloqueo") } },
    ]);
  });
});
