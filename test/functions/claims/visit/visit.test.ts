import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { assignInspections } from "../../../../functions/assign-inspections/assign-inspections.ts";
import { visitCapacity } from "../../../../shared/casework/visit/free-slots.ts";
import { showClaim } from "../../../../shared/contract/claim/claim-routes.ts";
import { confirmVisit, moveVisit, showVisit } from "../../../../shared/contract/visit/visit-routes.ts";
import { entriesOf } from "../../../../shared/domain/case/case-events.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { call, customer } from "../../api-call.ts";
import { captureLog } from "../../log-lines.ts";
import { type ClaimsWorld, claimsWorld } from "../claims-world.ts";

const now = "2026-11-23T15:00:00.000Z";
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

const maria = customer("maria");
const at = (instant: string) => vi.setSystemTime(new Date(instant));
const filed = async () => (await world.world.fileOne(now)).file.head.claimId;
const show = async (claimId: string, claims = maria) => call(world.handler, showVisit, { claims, params: { claimId } });
type Slot = { readonly on: string; readonly from: string };
const seen = ({ body }: Awaited<ReturnType<typeof show>>): Slot & { readonly inspectionId: string } => {
  const { inspectionId, on, from } = body.visit;
  return { inspectionId, on, from };
};
const move = (claimId: string, slot: object, { claims = maria, key }: { claims?: typeof maria; key?: string } = {}) =>
  call(world.handler, moveVisit, { claims, params: { claimId }, body: slot, ...(key && { key }) });
const confirm = (claimId: string, slot: object, claims = maria) =>
  call(world.handler, confirmVisit, { claims, params: { claimId }, body: slot });
const why = (detail: RegExp) => ({ status: 409, body: { detail: expect.stringMatching(detail) } });
const eventsOf = async (claimId: string) => (await world.world.caseFiles.read(claimId))?.events ?? [];
const takenAt = async ({ on, from }: Slot, zone = "180101") =>
  (await world.world.appointmentSlots.taken({ kind: "visit", zone, day: on })).get(from) ?? 0;
const zoneOf = async (claimId: string) => (await world.world.caseFiles.read(claimId))?.visits[0]?.zone ?? "";

describe("the visit of a claim", () => {
  it("says when it is, what is looked at, and the free hours its claimant may choose, all before the hearing", async () => {
    const claimId = await filed();
    const { body } = await show(claimId);
    expect(body).toMatchObject({ claimId, inside: true, outside: true, repeated: true, confirmed: false });
    expect(body.change.left).toBe(2);
    const { on, from } = body.visit;
    const slots: readonly Slot[] = body.change.slots;
    expect(slots.length).toBeGreaterThan(3);
    expect(slots).not.toContainEqual(expect.objectContaining({ on, from }));
    const { hearing } = (await call(world.handler, showClaim, { claims: maria, params: { claimId } })).body;
    expect(slots.filter((slot) => slot.on >= hearing.on || slot.on <= "2026-11-24")).toEqual([]);
  });

  it("is nobody else's to see, confirm or move", async () => {
    const claimId = await filed();
    const slot = seen(await show(claimId));
    const jorge = customer("jorge");
    expect((await show(claimId, jorge)).status).toBe(404);
    expect((await confirm(claimId, slot, jorge)).status).toBe(404);
    expect((await move(claimId, slot, { claims: jorge })).status).toBe(404);
  });

  it("is confirmed once, and not at an hour it does not have", async () => {
    const claimId = await filed();
    const slot = seen(await show(claimId));
    expect(await confirm(claimId, { ...slot, from: "06:00" })).toMatchObject(why(/cambió/));
    expect((await confirm(claimId, slot)).body.confirmed).toBe(true);
    expect((await confirm(claimId, slot)).status).toBe(200);
    const claim = await call(world.handler, showClaim, { claims: maria, params: { claimId } });
    expect(claim.body.visits).toMatchObject([{ inspectionId: slot.inspectionId, confirmed: true }]);
    expect(entriesOf(await eventsOf(claimId), "visit-confirmed")).toHaveLength(1);
  });

  it("moves to a free slot, gives the old one back, and gets an inspector anew", async () => {
    const claimId = await filed();
    const assign = () =>
      assignInspections({ ...world.world, now: () => new Date().toISOString() })({ claimId, seq: 1 });
    await assign();
    const before = await show(claimId);
    expect(before.body.visit.inspector).toBe("PERSONA DE PRUEBA INSPECTOR-1");
    const old = seen(before);
    const zone = await zoneOf(claimId);
    expect(await takenAt(old, zone)).toBe(1);
    const [, , wanted] = before.body.change.slots as readonly Slot[];
    if (!wanted) throw new Error("no slot");
    const slot = { inspectionId: old.inspectionId, on: wanted.on, from: wanted.from };
    const moved = await move(claimId, slot);
    expect(moved).toMatchObject({ status: 200, body: { visit: slot, confirmed: true, change: { left: 1 } } });
    expect(moved.body.visit.inspector).toBeUndefined();
    expect([await takenAt(old, zone), await takenAt(slot, zone)]).toEqual([0, 1]);
    expect(await world.world.agenda.of("inspector-1", old.on)).toEqual([]);
    await assign();
    expect((await show(claimId)).body.visit.inspector).toBe("PERSONA DE PRUEBA INSPECTOR-1");
    expect(await world.world.agenda.of("inspector-1", slot.on)).toMatchObject([{ claimId, from: slot.from }]);
    // And back again: the second assignment of the same slot is not taken for the first.
    expect((await move(claimId, old)).status).toBe(200);
    await assign();
    expect((await show(claimId)).body).toMatchObject({ visit: { ...old, inspector: expect.any(String) } });
  });

  it("moves twice at most, and once for the same request sent twice", async () => {
    const claimId = await filed();
    const { body } = await show(claimId);
    const { inspectionId } = body.visit;
    const [first, second, third] = (body.change.slots as readonly Slot[]).map(({ on, from }) => ({
      inspectionId,
      on,
      from,
    }));
    if (!first || !second || !third) throw new Error("too few slots");
    const key = "7f0c2b52-1111-4111-8111-111111111111";
    await move(claimId, first, { key });
    expect((await move(claimId, first, { key })).status).toBe(200);
    expect((await move(claimId, second)).body.change).toMatchObject({ left: 0, fixed: "often", slots: [] });
    expect(await move(claimId, third)).toMatchObject(why(/Ya cambiaste.*llámanos al 053 000 000/));
    expect(entriesOf(await eventsOf(claimId), "visit-moved")).toHaveLength(2);
  });

  it("takes no slot that is full or was never offered: nobody else's visit moves for it", async () => {
    const claimId = await filed();
    const { body } = await show(claimId);
    const { inspectionId } = body.visit;
    const [wanted] = body.change.slots as readonly Slot[];
    if (!wanted) throw new Error("no slot");
    const zone = await zoneOf(claimId);
    const { transact, appointmentSlots, tenant } = world.world;
    const of = { kind: "visit", zone, day: wanted.on } as const;
    for (let each = 0; each < visitCapacity(tenant, zone); each += 1)
      await transact([appointmentSlots.take(of, wanted.from)]);
    const slot = { inspectionId, on: wanted.on, from: wanted.from };
    expect(await move(claimId, slot)).toMatchObject(why(/ya no está libre/));
    expect(await move(claimId, { ...slot, on: "2027-06-30" })).toMatchObject(why(/ya no está libre/));
    expect(await move(claimId, { ...slot, inspectionId: "another" })).toMatchObject(why(/cambió/));
    expect(await move(claimId, { ...slot, from: "siempre" })).toMatchObject({
      status: 400,
      body: { errors: [{ message: "Elige un horario." }] },
    });
  });

  it("stays from the day before on, and is over after its day", async () => {
    const claimId = await filed();
    const { body } = await show(claimId);
    const slot = { inspectionId: body.visit.inspectionId, ...(body.change.slots[0] as Slot) };
    at(`${body.visit.on}T06:00:00.000Z`);
    expect((await show(claimId)).body.change).toMatchObject({ fixed: "too-late", slots: [] });
    expect(await move(claimId, { inspectionId: slot.inspectionId, on: slot.on, from: slot.from })).toMatchObject(
      why(/Podías cambiar la visita hasta el/),
    );
    const after = new Date(Date.parse(`${body.visit.on}T12:00:00.000Z`) + 86_400_000).toISOString();
    at(after);
    expect((await show(claimId)).body.visit).toBeUndefined();
  });

  it("that serves two claims stays: moving it would move somebody else's", async () => {
    const first = await world.world.fileBeside(now);
    const [, september] = await world.world.receiptReader.lastMonths("00012345", 2);
    if (!september) throw new Error("no receipt of September");
    const second = await world.world.fileBeside(now, { receipts: [september] });
    const files = await Promise.all([first, second].map(({ file }) => world.world.caseFiles.read(file.head.claimId)));
    const sharing = files.find((file) => file?.visits.some(({ shares }) => shares));
    const owner = files.find((file) => (file?.served.length ?? 0) > 0);
    for (const file of [sharing, owner]) {
      const { body } = await show(file?.head.claimId ?? "");
      expect(body.change).toMatchObject({ fixed: "shared", slots: [] });
    }
  });
});
