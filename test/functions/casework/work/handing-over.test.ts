import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { handOverWork } from "../../../../functions/casework/work/hand-over-work.ts";
import { isPartOfFile } from "../../../../shared/casework/case-copy/case-pieces.ts";
import { showCase } from "../../../../shared/contract/case/case-routes.ts";
import { joinClaims } from "../../../../shared/contract/claim/admission-routes.ts";
import { saveConciliationNotes } from "../../../../shared/contract/conciliation/conciliation-routes.ts";
import { routes as all } from "../../../../shared/contract/routes.ts";
import { reportInspection } from "../../../../shared/contract/visit/investigation-routes.ts";
import * as routes from "../../../../shared/contract/work/staff-routes.ts";
import { listWork } from "../../../../shared/contract/work/work-list-routes.ts";
import { lastEntry } from "../../../../shared/domain/case/case-events.ts";
import { type StaffRole, staffRoles } from "../../../../shared/domain/work/people.ts";
import type { Agenda } from "../../../../shared/storage/visit/visits.ts";
import { uncoveredBy } from "../../../../web/desk/work/uncovered-queues.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { call, handlerOf, staff } from "../../api-call.ts";
import { captureLog } from "../../log-lines.ts";
import { type CaseworkWorld, caseworkWorld, filedAt, steps, type Worker } from "../casework-world.ts";

let local: TestTables;
let world: CaseworkWorld;
beforeAll(async () => {
  local = await testTables();
}, 60_000);
beforeEach(async () => {
  world = await caseworkWorld(local);
  captureLog();
  on(filedAt);
});
afterAll(async () => {
  vi.useRealTimers();
  await local.stop();
});

const on = (now: string): void => void vi.useFakeTimers({ toFake: ["Date"], now: new Date(now) });
const analyst: Worker = ["analyst-1", "analyst"];
const manager: Worker = ["manager-1", "manager"];
const other: Worker = ["analyst-2", "analyst"];

const file = async () => (await world.fileOne(filedAt)).file.head.claimId;
const ownerOf = async (claimId: string) => (await world.caseFiles.read(claimId))?.head.owner?.sub;
const openClaims = async () =>
  Object.fromEntries((await world.staffRegister.list("MOQ")).map(({ sub, openClaims }) => [sub, openClaims]));
const mine = async (who: Worker) =>
  (await world.as(who, listWork, { query: { queue: "admission,execution", owner: "me" } })).body.claims;

describe("a note of work", () => {
  const note = (claimId: string, text = "Se pidió el historial al área comercial.") =>
    world.as(analyst, routes.noteWork, { params: { claimId }, body: { text } });

  it("is read by staff with who wrote it, changes no term, and is in no copy and in no customer's timeline", async () => {
    const claimId = await file();
    const before = (await world.caseFiles.read(claimId))?.head;
    const { status, body } = await note(claimId);
    expect(status).toBe(200);
    expect(body.entries.at(-1)).toMatchObject({
      type: "work-noted",
      person: "PERSONA DE PRUEBA ANALYST-1",
      text: "Se pidió el historial al área comercial.",
    });
    const after = await world.caseFiles.read(claimId);
    expect(after?.head.steps).toEqual(before?.steps);
    expect(after?.events.map(isPartOfFile).at(-1)).toBe(false);
  });

  it("is taken whatever others wrote meanwhile, one after the other", async () => {
    const { claimId } = await steps.accepted(world);
    expect((await world.as(analyst, routes.noteWork, { params: { claimId }, body: { text: "Una." } })).status).toBe(
      200,
    );
    expect((await note(claimId, "Dos.")).status).toBe(200);
  });

  it("of who conciliates is not read by who decides or signs, though it is there; others read it", async () => {
    const claimId = await file();
    const text = "Podrían aceptar la mitad.";
    await world.as(["conciliator-1", "conciliator"], routes.noteWork, { params: { claimId }, body: { text } });
    const read = async (who: Worker) =>
      (await world.as(who, showCase, { params: { claimId } })).body.entries.at(-1).text;
    for (const who of ["resolver", "signer"] as const) expect(await read([`${who}-1`, who])).not.toContain("mitad");
    for (const who of ["analyst", "conciliator", "manager"] as const) expect(await read([`${who}-1`, who])).toBe(text);
  });

  it("keeps the margin and the unsent offer of who conciliates from who decides or signs, in every answer", async () => {
    const claimId = await file();
    const save = (who: Worker, body: object) => world.as(who, saveConciliationNotes, { params: { claimId }, body });
    const conciliator: Worker = ["conciliator-1", "conciliator"];
    const saved = await save(conciliator, { margin: "Hasta 18 m³.", proposal: "Ofrecer 25 m³." });
    const { savedAt } = saved.body.conciliation;
    expect(saved.body.conciliation).toEqual({
      margin: "Hasta 18 m³.",
      proposal: "Ofrecer 25 m³.",
      savedAt,
      by: "conciliator-1",
    });
    const shownTo = (who: Worker) => world.as(who, showCase, { params: { claimId } });
    for (const who of [
      ["resolver-1", "resolver"],
      ["signer-1", "signer"],
      ["analyst-1", "analyst"],
      ["both-1", "conciliator", "signer"],
    ] as const) {
      const { status, text } = await shownTo([...who]);
      expect(status).toBe(200);
      expect(text).not.toMatch(/18 m³|25 m³|"conciliation":/);
    }
    // An edit answers the case too.
    const noted = await world.as(["resolver-1", "resolver"], routes.noteWork, {
      params: { claimId },
      body: { text: "Leído." },
    });
    expect(noted.text).not.toContain("18 m³");
    expect((await save(["both-1", "conciliator", "resolver"], { margin: "20" })).status).toBe(409);
    expect((await save(conciliator, { margin: "Otra." })).body.type).toBe("urn:caudal:version-stale");
    expect((await save(conciliator, { margin: "Otra.", basedOn: savedAt })).body.conciliation.margin).toBe("Otra.");
    const events = (await world.caseFiles.read(claimId))?.events ?? [];
    expect(JSON.stringify(events)).not.toContain("18 m³");
  });

  it.each([
    ["", 400],
    ["a".repeat(1001), 400],
  ])("refuses %j", async (text, status) => {
    expect((await note(await file(), text)).status).toBe(status);
  });

  it("is for no supervisor, and says of a claim that is not there that it is not found", async () => {
    const claimId = await file();
    const body = { text: "Una." };
    expect((await world.as(["s", "external-supervisor"], routes.noteWork, { params: { claimId }, body })).status).toBe(
      403,
    );
    expect((await note("nowhere")).status).toBe(404);
  });
});

describe("giving a claim to somebody else", () => {
  const give = (claimId: string, to: string, who = analyst) =>
    world.as(who, routes.changeOwner, { params: { claimId }, body: { to, reason: "Conoce el caso." } });

  it("puts it on their list as new until they record something, and counts the open claims of both", async () => {
    const claimId = await file();
    const { status, body } = await give(claimId, "analyst-2");
    expect(status).toBe(200);
    expect(body.owner).toEqual({ name: "PERSONA DE PRUEBA ANALYST-2", extension: "101" });
    expect(body.handedOver).toEqual({ on: "2026-11-23", from: "PERSONA DE PRUEBA ANALYST-1" });
    expect(await mine(analyst)).toEqual([]);
    expect(await mine(other)).toMatchObject([{ claimId, isNew: true }]);
    expect(await openClaims()).toMatchObject({ "analyst-1": 0, "analyst-2": 1 });
    await world.as(other, routes.noteWork, { params: { claimId }, body: { text: "La veo." } });
    expect(await mine(other)).toMatchObject([{ claimId, isNew: false }]);
  });

  it("names the new owner to the claimant, not the reason", async () => {
    const claimId = await file();
    await give(claimId, "analyst-2");
    const kept = await world.caseFiles.read(claimId);
    const last = lastEntry(kept?.events ?? [], "owner-changed");
    expect(last?.details).toMatchObject({ owner: { sub: "analyst-2" }, reason: "Conoce el caso." });
    expect(last && isPartOfFile(last)).toBe(false);
  });

  it("records nothing if it is theirs already", async () => {
    const claimId = await file();
    const version = await world.versionOf(claimId);
    expect((await give(claimId, "analyst-1")).status).toBe(200);
    expect(await world.versionOf(claimId)).toBe(version);
  });

  it.each(["inspector-1", "nobody", "manager-1"])("refuses somebody who owns no claims: %s", async (to) => {
    const claimId = await file();
    expect(await give(claimId, to)).toMatchObject({ status: 409, body: { type: "urn:caudal:not-now" } });
    expect(await ownerOf(claimId)).toBe("analyst-1");
  });

  it("refuses somebody off duty, and who may not give", async () => {
    const claimId = await file();
    await world.staffRegister.setDuty("MOQ", "analyst-2", false);
    expect((await give(claimId, "analyst-2")).status).toBe(409);
    expect((await give(claimId, "analyst-1", ["clerk-1", "clerk"])).status).toBe(403);
  });
});

describe("giving a visit to another inspector", () => {
  const give = (claimId: string, inspectionId: string, to: string) =>
    world.as(analyst, routes.changeInspector, {
      params: { claimId, inspectionId },
      body: { to, reason: "Vive cerca." },
    });
  const agenda = async (inspector: string) =>
    (await world.agenda.of(inspector, "2026-11-26")).map(({ inspectionId }) => inspectionId);

  it("moves it to their day, with the visits of other claims that it serves, which are not given alone", async () => {
    const { claimId: first, code } = (await world.fileBeside(filedAt)).file.head;
    const second = (await world.fileBeside(filedAt)).file.head.claimId;
    await world.as(analyst, joinClaims, { params: { claimId: second }, body: { code, reason: "Es lo mismo." } });
    const visitOf = async (claimId: string) => (await world.caseFiles.read(claimId))?.visits[0];
    expect((await visitOf(second))?.shares).toMatchObject({ claimId: first });
    const one = await world.assign(first, 1, "inspector-1");
    const two = (await visitOf(second))?.inspectionId ?? "";
    expect((await give(second, two, "inspector-2")).body.detail).toContain("la de otro reclamo del suministro");
    expect((await give(first, one, "inspector-2")).status).toBe(200);
    expect((await visitOf(first))?.inspector?.sub).toBe("inspector-2");
    expect((await visitOf(second))?.inspector?.sub).toBe("inspector-2");
    const entry = lastEntry((await world.caseFiles.read(first))?.events ?? [], "inspection-assigned");
    expect(entry?.details).toMatchObject({ inspector: "inspector-2", reason: "Vive cerca." });
  });

  it("refuses a visit that is not there, an analyst, and one whose day is over", async () => {
    const claimId = await file();
    const inspectionId = await world.assign(claimId, 1, "inspector-1");
    expect((await give(claimId, "nowhere", "inspector-2")).status).toBe(404);
    expect((await give(claimId, inspectionId, "analyst-2")).status).toBe(409);
    on("2026-11-27T15:00:00.000Z");
    expect((await give(claimId, inspectionId, "inspector-2")).status).toBe(409);
    expect(await agenda("inspector-1")).toEqual([inspectionId]);
  });
});

describe("the acta of a visit that was given to another while its inspector had no signal", () => {
  const startedAt = "2026-11-26T13:10:00.000Z";
  const external = { connection: "open", leakAtBox: false, premises: "Casa de un piso." };
  const internal = { useUnits: [], points: [], leak: "none" };
  const acta = { outcome: "whole", startedAt, external, internal };
  const givenAway = async () => {
    const claimId = await file();
    const inspectionId = await world.assign(claimId, 1, "inspector-1");
    const body = { to: "inspector-2", reason: "Vive cerca." };
    await world.as(analyst, routes.changeInspector, { params: { claimId, inspectionId }, body });
    on("2026-11-26T18:00:00.000Z");
    return { claimId, inspectionId };
  };
  const report = (params: { claimId: string; inspectionId: string }, sub: string, body: object = acta) =>
    world.as([sub, "inspector"], reportInspection, { params, body });
  const entries = async ({ claimId }: { claimId: string }) =>
    ((await world.caseFiles.read(claimId))?.events ?? []).filter(
      ({ type }) => type === "inspection-reported" || type === "late-inspection",
    );

  it("is the visit's if it is the first, with its photos; the other's is kept beside it", async () => {
    const params = await givenAway();
    const { documentId } = await world.upload("inspector-1", `front-of-${params.claimId}`);
    const first = await report(params, "inspector-1", { ...acta, uploadIds: [documentId] });
    expect(first.status).toBe(200);
    expect(await entries(params)).toMatchObject([
      { type: "inspection-reported", by: { sub: "inspector-1" }, details: { photos: [{ documentId }] } },
    ]);
    expect(
      (await report(params, "inspector-2", { ...acta, outcome: "absent", startedAt: "2026-11-26T17:00:00.000Z" }))
        .status,
    ).toBe(200);
    expect(await entries(params)).toMatchObject([
      { type: "inspection-reported", by: { sub: "inspector-1" } },
      { type: "late-inspection", by: { sub: "inspector-2" }, details: { outcome: "absent" } },
    ]);
    const { visits, inspections } = (await world.as(analyst, showCase, { params: { claimId: params.claimId } })).body;
    // The second acta plans no visit and takes nothing from the first.
    expect(visits).toHaveLength(1);
    expect(inspections).toMatchObject([{ report: { outcome: "whole", startedAt } }]);
  });

  it("is kept beside the other's if that one came first, and neither is taken twice", async () => {
    const params = await givenAway();
    expect((await report(params, "inspector-2")).status).toBe(200);
    const { documentId } = await world.upload("inspector-1", `front-of-${params.claimId}`);
    expect((await report(params, "inspector-1", { ...acta, uploadIds: [documentId] })).status).toBe(200);
    expect(await entries(params)).toMatchObject([
      { type: "inspection-reported", by: { sub: "inspector-2" } },
      { type: "late-inspection", by: { sub: "inspector-1" }, details: { photos: [{ documentId }] } },
    ]);
    for (const sub of ["inspector-1", "inspector-2"])
      expect(await report(params, sub)).toMatchObject({ status: 409, body: { type: "urn:caudal:already-reported" } });
    expect(await entries(params)).toHaveLength(2);
  });

  it("is refused to an inspector who never had the visit", async () => {
    const params = await givenAway();
    expect(await report(params, "inspector-3")).toMatchObject({
      status: 404,
      body: { type: "urn:caudal:inspection-not-found" },
    });
    expect(await entries(params)).toEqual([]);
  });
});

describe("an absence", () => {
  const absence = (sub: string, body: object, who = manager) =>
    world.as(who, routes.handOverWork, { params: { sub }, body });
  const until = "2026-11-30";
  const reason = "Está de licencia.";

  it("takes them off duty and gives all their claims to who has the fewest, in parts; sent again it changes nothing", async () => {
    const claims = await Promise.all(Array.from({ length: 1 }, file));
    for (let at = 0; at < 45; at += 1) claims.push(await file());
    const before = await openClaims();
    const first = await absence("analyst-1", { reason, until });
    expect(first).toMatchObject({ status: 200, body: { claims: 20, visits: 0, more: true } });
    const second = await absence("analyst-1", { reason, until });
    expect(second.body).toEqual({ claims: (before["analyst-1"] ?? 0) - 20, visits: 0, deliveries: 0, more: false });
    expect((await absence("analyst-1", { reason, until })).body).toEqual({
      claims: 0,
      visits: 0,
      deliveries: 0,
      more: false,
    });
    expect(await openClaims()).toMatchObject({ "analyst-1": 0, "analyst-2": 46 });
    expect(new Set(await Promise.all(claims.map(ownerOf)))).toEqual(new Set(["analyst-2"]));
    const next = await file();
    expect(await ownerOf(next)).toBe("analyst-2");
    expect((await world.as(manager, routes.returnToDuty, { params: { sub: "analyst-1" } })).status).toBe(204);
    expect(await ownerOf(await file())).toBe("analyst-1");
  });

  it("gives back what it took, but not what went further or is over; asked again, nothing", async () => {
    const third = { name: "PERSONA DE PRUEBA TRES", extension: "3", roles: ["resolver" as const], onDuty: true };
    await world.staffRegister.save("MOQ", { sub: "resolver-1", ...third });
    // Alone on duty, the analyst gets all three.
    await world.staffRegister.setDuty("MOQ", "analyst-2", false);
    const claims = await Promise.all([file(), file(), file()]);
    await world.staffRegister.setDuty("MOQ", "analyst-2", true);
    const inspectionId = await world.assign(claims[0] ?? "", 1, "inspector-1");
    await absence("analyst-1", { reason, until });
    await absence("inspector-1", { reason, until });
    const to = { to: "resolver-1", reason: "Lo lleva otra persona." };
    const version = (await world.caseFiles.read(claims[1] ?? ""))?.head.version ?? 0;
    await world.as(manager, routes.changeOwner, {
      params: { claimId: claims[1] ?? "" },
      body: to,
      version,
    });
    const back = (sub: string) => world.as(manager, routes.giveBackWork, { params: { sub }, body: {} });
    expect(await back("analyst-1")).toMatchObject({ status: 409, body: { detail: "Primero anote que volvió." } });
    expect((await back("nobody")).status).toBe(404);
    for (const sub of ["analyst-1", "inspector-1"]) await world.as(manager, routes.returnToDuty, { params: { sub } });
    const owned = await openClaims();
    expect((await back("analyst-1")).body).toEqual({ claims: 2, visits: 0, deliveries: 0, more: false });
    expect((await back("inspector-1")).body).toMatchObject({ visits: 1, more: false });
    expect(await Promise.all(claims.map(ownerOf))).toEqual(["analyst-1", "resolver-1", "analyst-1"]);
    const visit = (await world.caseFiles.read(claims[0] ?? ""))?.visits.find(
      (one) => one.inspectionId === inspectionId,
    );
    expect(visit?.inspector?.sub).toBe("inspector-1");
    expect(await openClaims()).toMatchObject({ "analyst-1": (owned["analyst-1"] ?? 0) + 2 });
    expect((await back("analyst-1")).body).toEqual({ claims: 0, visits: 0, deliveries: 0, more: false });
  });

  it("is listed with its last day until they are back", async () => {
    const listed = async () => {
      const { staff } = (await world.as(manager, routes.listStaff)).body;
      const { onDuty, absentUntil } = staff.find(({ sub }: { sub: string }) => sub === "inspector-1");
      return { onDuty, absentUntil };
    };
    await absence("inspector-1", { reason, until });
    expect(await listed()).toEqual({ onDuty: false, absentUntil: until });
    await absence("inspector-1", { reason, until: "2026-12-02" });
    expect(await listed()).toEqual({ onDuty: false, absentUntil: "2026-12-02" });
    await world.as(manager, routes.returnToDuty, { params: { sub: "inspector-1" } });
    expect(await listed()).toEqual({ onDuty: true });
  });

  it("gives the visits of its days, and leaves those after it", async () => {
    const claimId = await file();
    const inspectionId = await world.assign(claimId, 1, "inspector-1");
    expect((await absence("inspector-1", { reason, until: "2026-11-25" })).body).toEqual({
      claims: 0,
      visits: 0,
      deliveries: 0,
      more: false,
    });
    expect((await absence("inspector-1", { reason, until: "2026-11-26" })).body).toEqual({
      claims: 0,
      visits: 1,
      deliveries: 0,
      more: false,
    });
    expect((await world.agenda.of("inspector-2", "2026-11-26")).map((one) => one.inspectionId)).toEqual([inspectionId]);
  });

  it("gives everything to one person if asked, and refuses if nobody is there to take it", async () => {
    const claimId = await file();
    expect((await absence("analyst-1", { reason, until, to: "analyst-2" })).body).toMatchObject({ claims: 1 });
    expect(await ownerOf(claimId)).toBe("analyst-2");
    expect(await absence("analyst-2", { reason, until })).toMatchObject({
      status: 409,
      body: { detail: "No hay otra persona de turno que pueda recibir ese trabajo." },
    });
    expect(await ownerOf(claimId)).toBe("analyst-2");
  });

  const isOnDuty = async (sub: string) =>
    (await world.staffRegister.list("MOQ")).find((one) => one.sub === sub)?.onDuty;

  it.each([
    ["somebody whose role owns no claims", "analyst-1", "inspector-1"],
    ["somebody unknown", "analyst-1", "nobody"],
    ["themself", "analyst-1", "analyst-1"],
  ])("leaves them on duty with their claims if these cannot go to %s", async (_, sub, to) => {
    const claimId = await file();
    expect(await absence(sub, { reason, until, to })).toMatchObject({
      status: 409,
      body: { detail: "Esa persona no está de turno, o su cargo no lleva reclamos." },
    });
    expect(await ownerOf(claimId)).toBe(sub);
    expect(await isOnDuty(sub)).toBe(true);
  });

  it("leaves an inspector on duty if no other can make their visits", async () => {
    await world.assign(await file(), 1, "inspector-1");
    await world.staffRegister.setDuty("MOQ", "inspector-2", false);
    expect((await absence("inspector-1", { reason, until })).status).toBe(409);
    expect(await isOnDuty("inspector-1")).toBe(true);
  });

  describe("of an inspector whose visit falls on an hour at which who was asked has another", () => {
    /** A visit of inspector-1, and the absence as it is recorded while those named have another one at its hour. */
    const clashing = async (...busy: readonly string[]) => {
      const claimId = await file();
      const inspectionId = await world.assign(claimId, 1, "inspector-1");
      const [visit] = await world.agenda.of("inspector-1", "2026-11-26");
      if (!visit) throw new Error("no visit");
      const agenda: Agenda = {
        ...world.agenda,
        of: async (sub, day) => [
          ...(await world.agenda.of(sub, day)),
          ...(busy.includes(sub) && day === visit.on
            ? [{ ...visit, inspectionId: `of-${sub}`, claimId: "other" }]
            : []),
        ],
      };
      const handler = handlerOf({ handOverWork: handOverWork({ ...world, agenda }) });
      const record = async (body: object) => {
        const claims = { ...staff("manager"), sub: "manager-1" };
        return (
          await call(handler, routes.handOverWork, {
            ...{ claims, params: { sub: "inspector-1" } },
            body: { reason, until, to: "inspector-2", ...body },
          })
        ).body;
      };
      const [one] = await world.staffRegister.list("MOQ");
      if (!one) throw new Error("no staff");
      const third = { ...one, sub: "inspector-3", name: "INSPECTOR TRES", roles: ["inspector" as const], onDuty: true };
      await world.staffRegister.save("MOQ", third);
      const inspectorNow = async () => {
        const { visits = [] } = (await world.caseFiles.read(claimId)) ?? {};
        return visits.find((each) => each.inspectionId === inspectionId)?.inspector?.sub;
      };
      return { record, inspectorNow, at: { claimId, on: visit.on, from: visit.from } };
    };

    it("says so before anything is given, and gives that visit to who has fewer at that hour", async () => {
      const { record, inspectorNow, at } = await clashing("inspector-2");
      const clashes = [{ ...at, to: "INSPECTOR TRES", atThatHour: 0, isOther: true }];
      const sum = { claims: 0, visits: 1, deliveries: 0, more: false };
      expect(await record({ plan: true })).toEqual({ ...sum, clashes });
      expect([await inspectorNow(), await isOnDuty("inspector-1")]).toEqual(["inspector-1", true]);
      expect(await record({})).toEqual({ ...sum, clashes });
      expect([await inspectorNow(), await isOnDuty("inspector-1")]).toEqual(["inspector-3", false]);
    });

    it("gives it to who was asked if everybody has one, and says how many they have", async () => {
      const { record, inspectorNow } = await clashing("inspector-2", "inspector-3");
      expect((await record({})).clashes).toMatchObject([{ atThatHour: 1, isOther: false }]);
      expect(await inspectorNow()).toBe("inspector-2");
    });

    it("says nothing of it if who was asked is free", async () => {
      const { record, inspectorNow } = await clashing("inspector-3");
      expect(await record({ plan: true })).toEqual({ claims: 0, visits: 1, deliveries: 0, more: false });
      expect(await record({})).toEqual({ claims: 0, visits: 1, deliveries: 0, more: false });
      expect(await inspectorNow()).toBe("inspector-2");
    });

    it("names a visit that the case shows as made meanwhile, which stays, and why", async () => {
      const { record, at } = await clashing();
      const { visits = [] } = (await world.caseFiles.read(at.claimId)) ?? {};
      const [visit] = visits;
      if (!visit) throw new Error("no visit");
      const caseFiles = world.caseFiles.read;
      vi.spyOn(world.caseFiles, "read").mockImplementation(async (claimId) => {
        const read = await caseFiles(claimId);
        return read && { ...read, visits: read.visits.map((one) => ({ ...one, reportedAt: filedAt })) };
      });
      expect(await record({})).toEqual({
        ...{ claims: 0, visits: 0, deliveries: 0, more: false },
        left: [{ ...at, why: "Esa visita ya se hizo, o su día pasó." }],
      });
      vi.restoreAllMocks();
    });
  });

  it("ends when nothing of what the lists show is theirs any more", async () => {
    const claimId = await file();
    await world.assign(claimId, 1, "inspector-1");
    const [visit] = await world.agenda.of("inspector-1", "2026-11-26");
    if (!visit) throw new Error("no visit");
    await absence("inspector-1", { reason, until });
    const agenda: Agenda = { ...world.agenda, of: async () => Array.from({ length: 30 }, () => visit) };
    const handler = handlerOf({ handOverWork: handOverWork({ ...world, agenda }) });
    const again = await call(handler, routes.handOverWork, {
      ...{ claims: { ...staff("manager"), sub: "manager-1" }, params: { sub: "inspector-1" } },
      body: { reason, until: "2026-11-24" },
    });
    expect(again.body).toEqual({ claims: 0, visits: 0, deliveries: 0, more: false });
  });

  it.each([
    ["somebody unknown", "nobody", { until }, 404],
    ["a day that is over", "analyst-1", { until: "2026-11-22" }, 409],
    ["too many days", "analyst-1", { until: "2026-12-24" }, 409],
    ["no reason", "analyst-1", { until, reason: " " }, 400],
    ["no day", "analyst-1", {}, 400],
  ])("refuses %s", async (_, sub, body, status) => {
    await file();
    expect((await absence(sub, { reason, ...body })).status).toBe(status);
    expect(await openClaims()).toMatchObject({ "analyst-1": 1 });
  });

  it("is the manager's to record", async () => {
    expect((await absence("analyst-2", { reason, until }, analyst)).status).toBe(403);
    const back = { params: { sub: "nobody" } };
    expect((await world.as(manager, routes.returnToDuty, back)).status).toBe(404);
  });
});

describe("the team", () => {
  it.each([
    ["admission", "admitClaim"],
    ["conciliation", "recordHearing"],
    ["resolution", "issueResolution"],
    ["signature", "signResolution"],
    ["notification", "dispatchNotice"],
    ["elevation", "elevateFile"],
    ["execution", "executeDecision"],
  ] as const)("cannot move on what waits on the list %s without who may %s", (queue, act) => {
    const mayDo: readonly StaffRole[] = all[act].roles;
    for (const role of mayDo) expect(uncoveredBy([role])).not.toContain(queue);
    expect(uncoveredBy(staffRoles.filter((role) => !mayDo.includes(role)))).toContain(queue);
  });

  it("is listed by name with what each has to do, without supervisors", async () => {
    const claimId = await file();
    await world.assign(claimId, 1, "inspector-1");
    on("2026-11-26T15:00:00.000Z");
    const { status, body } = await world.as(analyst, routes.listStaff);
    expect(status).toBe(200);
    const names = body.staff.map(({ name }: { name: string }) => name);
    expect(names).toEqual(names.toSorted());
    const of = (sub: string) => body.staff.find((one: { sub: string }) => one.sub === sub);
    expect(of("analyst-1")).toMatchObject({ openClaims: 1, onDuty: true, mayOwn: true, mayVisit: false });
    expect(of("inspector-1")).toMatchObject({ visitsToday: 1, mayOwn: false, mayVisit: true });
    expect((await world.as(["c", "clerk"], routes.listStaff)).status).toBe(403);
  });

  it("says what each inspector has on the day and at the hour of a visit, without that visit, once for two claims", async () => {
    const { claimId: first, code } = (await world.fileBeside(filedAt)).file.head;
    const second = (await world.fileBeside(filedAt)).file.head.claimId;
    await world.as(analyst, joinClaims, { params: { claimId: second }, body: { code, reason: "Es lo mismo." } });
    const inspectionId = await world.assign(first, 1, "inspector-1");
    await world.assign(second, 1, "inspector-1");
    const visit = (await world.caseFiles.read(first))?.visits[0];
    if (!visit) throw new Error("no visit");
    const hour = { on: visit.on, from: visit.from, to: visit.to };
    const loadsAt = async (query: Record<string, string>) => {
      const { status, body } = await world.as(analyst, routes.listStaff, { query });
      expect(status).toBe(200);
      const load = (sub: string) => body.staff.find((one: { sub: string }) => one.sub === sub).atVisit;
      return [load("inspector-1"), load("inspector-2"), load("analyst-1")];
    };
    const none = { thatDay: 0, atThatHour: 0 };
    expect(await loadsAt(hour)).toEqual([{ thatDay: 1, atThatHour: 1 }, none, undefined]);
    expect(await loadsAt({ ...hour, from: "18:00", to: "20:00" })).toEqual([
      { thatDay: 1, atThatHour: 0 },
      none,
      undefined,
    ]);
    expect(await loadsAt({ ...hour, visit: inspectionId })).toEqual([none, none, undefined]);
    expect(await loadsAt({})).toEqual([undefined, undefined, undefined]);
    const wrong = { query: { ...hour, from: "temprano" } };
    expect((await world.as(analyst, routes.listStaff, wrong)).status).toBe(400);
  });
});
