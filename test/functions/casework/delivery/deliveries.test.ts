import { describe, expect, it } from "vitest";
import { caseNow } from "../../../../shared/casework/case/case-at.ts";
import { entryPrint } from "../../../../shared/casework/case/entry-record.ts";
import { showCase } from "../../../../shared/contract/case/case-routes.ts";
import {
  dispatchNotice,
  listDeliveries,
  recordDelivery,
  reportDelivery,
} from "../../../../shared/contract/notice/notice-routes.ts";
import { changeDeliverer, handOverWork } from "../../../../shared/contract/work/staff-routes.ts";
import { lastEntry } from "../../../../shared/domain/case/case-events.ts";
import { addDays, calendarDay, limaDay, limaInstant } from "../../../../shared/domain/term/calendar-day.ts";
import { hearingHeld, person } from "../../../shared/casework/case-world.ts";
import { at, clerk, inspector, on, openCaseFiles, world } from "../case-file-world.ts";
import { steps, type Worker } from "../casework-world.ts";

openCaseFiles();

const deliveredAt = "2026-12-29T15:00:00.000Z";
const deviceTime = "2026-12-29T15:02:00.000Z";
const list = async (who = inspector, query = {}) => (await world.as(who, listDeliveries, { query })).body;
const second: Worker = ["inspector-2", "inspector"];
const manager: Worker = ["manager-1", "manager"];
/** A signed decision that a clerk sends to an address. */
const sent = async () => {
  const { claimId, now } = await steps.signed(world);
  on(now);
  await world.as(clerk, dispatchNotice, { params: { claimId }, body: { channel: "personal" } });
  return claimId;
};
const claimsOf = async (who: Worker, query = {}) =>
  (await list(who, query)).deliveries.map(({ claimId }: { claimId: string }) => claimId);

it("lists what is to be handed over, with its last day and the visits made in vain, until it was handed over", async () => {
  const { claimId, params } = await at(steps.dispatched(world));
  on("2026-12-29T14:00:00.000Z");
  const row = { claimId, noticeId: "notice-1", to: "CALLE FICTICIA 101", claimantName: "CLIENTE DE PRUEBA UNO" };
  const first = await list();
  expect(first).toMatchObject({ deliveries: [{ ...row, attempts: 0, telephone: "900000001" }], more: false });
  const [{ days, until }] = first.deliveries;
  const file = (await world.as(clerk, showCase, { params: { claimId } })).body;
  const dueOf = (id: string) => file.clocks.find((clock: { id: string }) => clock.id === id)?.dueDate;
  expect([days.meta.on, days.lostOn, until]).toEqual([dueOf("T09"), dueOf("T10"), dueOf("T10")]);
  expect(days).toEqual(file.days);
  const premises = "Casa de dos pisos, puerta verde.";
  on("2026-12-29T16:00:00.000Z");
  await world.as(clerk, recordDelivery, {
    params: { claimId, ...params },
    body: { outcome: "absent", deliveredAt, premises, nextOn: "2026-12-30" },
  });
  expect((await list()).deliveries).toMatchObject([{ ...row, attempts: 1, nextOn: "2026-12-30" }]);
  on("2026-12-30T16:00:00.000Z");
  await world.as(clerk, recordDelivery, {
    params: { claimId, ...params },
    body: {
      outcome: "delivered",
      deliveredAt: "2026-12-30T15:00:00.000Z",
      receiver: { name: "A", relation: "titular" },
    },
  });
  expect((await list()).deliveries).toEqual([]);
});

it("is reported from a phone on any version of the case, once, with the phone's hours apart from the server's", async () => {
  const { claimId, params } = await at(steps.dispatched(world));
  on("2026-12-29T16:00:00.000Z");
  const uploadId = "facade";
  const { sha256 } = await world.upload("inspector-1", uploadId);
  const takenAt = "2026-12-29T15:01:00.000Z";
  const body = {
    ...{ outcome: "absent", deliveredAt, deviceTime, premises: "Casa verde.", nextOn: "2026-12-30" },
    uploadIds: [uploadId],
    captures: [{ uploadId, kind: "photo", takenAt, sha256 }],
  };
  const send = (sent: object, key: string, who = inspector) =>
    world.as(who, reportDelivery, { params: { claimId, ...params }, body: sent, key });
  const bare = await send({ ...body, uploadIds: [], captures: [] }, "delivery-without-photo");
  expect(bare).toMatchObject({ status: 400, body: { errors: [{ message: expect.stringContaining("fachada") }] } });
  const changed = { ...body, captures: [{ uploadId, kind: "photo", takenAt, sha256: "0".repeat(64) }] };
  expect(await send(changed, "delivery-with-changed-photo")).toMatchObject({ status: 409 });
  expect((await send(body, "delivery-by-a-clerk-1", clerk)).status).toBe(403);
  const made = await send(body, "delivery-from-a-phone-1");
  expect(made).toMatchObject({ status: 200, body: { claimId } });
  expect((await send(body, "delivery-from-a-phone-1")).text).toBe(made.text);
  const attempted = lastEntry((await world.caseFiles.read(claimId))?.events ?? [], "delivery-attempted");
  expect(attempted).toMatchObject({
    effectiveAt: deliveredAt,
    recordedAt: "2026-12-29T16:00:00.000Z",
    by: { sub: "inspector-1" },
    details: { deviceTime, captures: [{ documentId: uploadId, kind: "photo", takenAt }] },
  });
});

it("hands it over for good, and answers the phone that comes second why it is too late", async () => {
  const { claimId, params } = await at(steps.dispatched(world));
  on("2026-12-29T16:00:00.000Z");
  const body = {
    ...{ outcome: "delivered", deliveredAt, deviceTime },
    receiver: { name: "CLIENTE DE PRUEBA UNO", relation: "titular" },
  };
  const send = (key: string, who = inspector, noticeId = params?.["noticeId"] ?? "") =>
    world.as(who, reportDelivery, { params: { claimId, noticeId }, body, key });
  expect((await send("delivery-of-none-at-all", inspector, "another")).body.type).toBe("urn:caudal:notice-not-found");
  expect((await send("delivery-from-a-phone-2")).body).toMatchObject({ state: "notified" });
  const second = await send("delivery-from-a-phone-3", ["inspector-2", "inspector"]);
  expect(second).toMatchObject({ status: 409, body: { type: "urn:caudal:not-now" } });
});

it("keeps what a phone's wrong clock said beside the hour that counts, and shows it", async () => {
  const { claimId, params } = await at(steps.dispatched(world));
  on("2026-12-29T16:00:00.000Z");
  const deviceClockAt = "2026-12-30T15:02:00.000Z";
  const body = {
    ...{ outcome: "delivered", deliveredAt, deviceTime, deviceClockAt },
    receiver: { name: "CLIENTE DE PRUEBA UNO", relation: "titular" },
  };
  const made = await world.as(inspector, reportDelivery, {
    params: { claimId, ...params },
    body,
    key: "delivery-from-a-phone-a-day-ahead",
  });
  expect(made.body).toMatchObject({ state: "notified" });
  const kept = await world.caseFiles.read(claimId);
  const notified = lastEntry(kept?.events ?? [], "resolution-notified");
  if (!kept || !notified) throw new Error("it was not recorded");
  expect(notified).toMatchObject({
    effectiveAt: deliveredAt,
    evidence: ["device-time"],
    details: { deviceTime, deviceClockAt },
  });
  const linesOf = (clock: string) => {
    const entry = { ...notified, details: { ...notified.details, deviceClockAt: clock } };
    const envelope = kept.envelopes[notified.seq - 1];
    if (!envelope) throw new Error("the entry has no envelope");
    const { lines } = entryPrint(caseNow(kept, world.tenant, deliveredAt), entry, envelope, "print");
    return lines.map(([label]) => label);
  };
  expect(linesOf(deviceClockAt)).toContain("El reloj del equipo, que estaba mal, decía");
  expect(linesOf(deviceTime)).not.toContain("El reloj del equipo, que estaba mal, decía");
});
const givenTo = async (who: Worker, query = {}) =>
  (await list(who, query)).deliveries.flatMap((one: { claimId: string; inspector?: string }) =>
    one.inspector ? one.claimId : [],
  );

describe("whose a delivery is", () => {
  const duty = (sub: string, onDuty: boolean) => world.staffRegister.setDuty("MOQ", sub, onDuty);
  const give = (claimId: string, noticeId: string, who = manager, to = "inspector-2") =>
    world.as(who, changeDeliverer, { params: { claimId, noticeId }, body: { to, reason: "Vive cerca." } });

  it("is the inspector's on duty with the fewest, who alone is shown it; the clerk is shown everybody's", async () => {
    const own = [await sent(), await sent(), await sent()];
    const [first, other] = [await givenTo(inspector), await givenTo(second)];
    expect([first.length, other.length].toSorted()).toEqual([1, 2]);
    expect(new Set([...first, ...other])).toEqual(new Set(own));
    expect(await givenTo(clerk)).toEqual([]);
    expect(await givenTo(clerk, { of: "all" })).toEqual(expect.arrayContaining(own));
    // An inspector may ask for all, and is answered their own.
    expect(await givenTo(inspector, { of: "all" })).toEqual(first);
  });

  it("is everybody's while nobody on duty has it", async () => {
    await duty("inspector-1", false);
    await duty("inspector-2", false);
    const claimId = await sent();
    await duty("inspector-1", true);
    await duty("inspector-2", true);
    for (const who of [inspector, second, manager]) expect(await claimsOf(who)).toContain(claimId);
    const { noticeId } = (await list(second)).deliveries.find((one: { claimId: string }) => one.claimId === claimId);
    expect((await give(claimId, noticeId)).status).toBe(200);
    expect(await claimsOf(inspector)).not.toContain(claimId);
    await duty("inspector-2", false);
    expect(await claimsOf(inspector)).toContain(claimId);
    await duty("inspector-2", true);
  });

  it("passes to another with its reason, and is refused to who is no inspector on duty or of another notice", async () => {
    const claimId = await sent();
    const { noticeId } = (await list(manager, { of: "all" })).deliveries.find(
      (one: { claimId: string }) => one.claimId === claimId,
    );
    expect((await give(claimId, noticeId, clerk)).status).toBe(403);
    expect((await give(claimId, noticeId, manager, "analyst-1")).status).toBe(409);
    expect((await give(claimId, "another")).status).toBe(404);
    const { body } = await give(claimId, noticeId);
    expect(body.notices[0].toHandOver).toEqual({ inspector: "PERSONA DE PRUEBA INSPECTOR-2" });
    expect(lastEntry((await world.caseFiles.read(claimId))?.events ?? [], "work-noted")?.details).toMatchObject({
      text: expect.stringContaining("Vive cerca."),
      delivery: { noticeId, inspector: "inspector-2" },
    });
  });

  it("passes on with the work of who is absent, and stays on every list if nobody can take it", async () => {
    const claimId = await sent();
    const holder = (await claimsOf(inspector)).includes(claimId) ? inspector : second;
    const before = await givenTo(holder);
    const absent = (sub: string) =>
      world.as(manager, handOverWork, { params: { sub }, body: { reason: "De licencia.", until: "2026-12-30" } });
    expect((await absent(holder[0])).body).toMatchObject({ deliveries: before.length, more: false });
    const other = holder === inspector ? second : inspector;
    expect(await claimsOf(other)).toContain(claimId);
    expect((await absent(other[0])).body).toMatchObject({ deliveries: 0, more: false });
    for (const who of [inspector, second]) expect(await claimsOf(who)).toContain(claimId);
    await duty("inspector-1", true);
    await duty("inspector-2", true);
  });

  it("is no longer listed once time alone granted the claim", async () => {
    const claimId = await sent();
    expect(await claimsOf(manager, { of: "all" })).toContain(claimId);
    on("2027-02-10T15:00:00.000Z");
    expect(await claimsOf(manager, { of: "all" })).toEqual([]);
  });
});

it("says the zone of the claim's visit, by which the list is kept", async () => {
  const claimId = await sent();
  const zone = (await world.caseFiles.read(claimId))?.visits.at(-1)?.zone;
  const row = (await list(clerk, { of: "all" })).deliveries.find((one: { claimId: string }) => one.claimId === claimId);
  expect(zone).toMatch(/./);
  expect(row.zone).toBe(zone);
});

it("lists the one that falls into silence first at the top, whichever was sent first", async () => {
  const claimIds: string[] = [];
  for (const filed of ["2026-11-26", "2026-11-23", "2026-12-01"]) claimIds.push(await sentFrom(filed));
  const [second, first, third] = claimIds;
  on("2027-01-04T15:00:00.000Z");
  const rows: { claimId: string; until: string }[] = (await list(manager, { of: "all" })).deliveries;
  const own = rows.filter(({ claimId }) => claimIds.includes(claimId));
  expect(own.map(({ claimId }) => claimId)).toEqual([first, second, third]);
  const days = rows.map(({ until }) => until);
  expect(days).toEqual(days.toSorted());
  expect(new Set(own.map(({ until }) => until)).size).toBe(3);
});

/** A decision of a claim filed on a day, signed the day after its hearing and sent to the address. */
async function sentFrom(day: string): Promise<string> {
  const { file } = await world.fileOne(`${day}T15:00:00.000Z`);
  const { claimId, hearing } = file.head;
  const held = limaInstant(calendarDay(hearing?.on ?? day), hearing?.at ?? "10:00");
  const accepted = limaInstant(calendarDay(day), "16:00");
  await world.elsewhere(claimId, accepted, [
    { type: "claim-accepted", effectiveAt: accepted, by: person("clerk-1", "clerk"), details: {} },
  ]);
  await world.elsewhere(claimId, held, [hearingHeld(held)]);
  const signedAt = limaInstant(addDays(limaDay(held), 1), "09:00");
  await world.sign(claimId, signedAt);
  on(signedAt);
  await world.as(clerk, dispatchNotice, { params: { claimId }, body: { channel: "personal" } });
  return claimId;
}

it("says that the target to notify passed, although silence has not come: nothing is lost by that", async () => {
  const ids: string[] = [];
  for (const signedAt of ["2026-12-29T15:00:00.000Z", "2026-12-28T15:00:00.000Z"]) {
    const { claimId } = await steps.heard(world);
    await world.sign(claimId, signedAt);
    on(signedAt);
    await world.as(clerk, dispatchNotice, { params: { claimId }, body: { channel: "personal" } });
    ids.push(claimId);
  }
  const rows = async () => {
    const { deliveries } = await list(clerk, { of: "all" });
    return deliveries.filter(({ claimId }: { claimId: string }) => ids.includes(claimId));
  };
  on(limaInstant(calendarDay("2027-01-06"), "09:00"));
  const lost = { until: "2027-01-15", days: { lostOn: "2027-01-15", left: 7 } };
  const shown = await rows();
  expect(shown).toMatchObject([lost, lost]);
  const metas = shown.map((row: { claimId: string; days: { meta: object } }) => [row.claimId, row.days.meta]);
  expect(Object.fromEntries(metas)).toEqual({
    [ids[1] ?? ""]: { act: "notify", on: "2027-01-05", left: -1 },
    [ids[0] ?? ""]: { act: "notify", on: "2027-01-06", left: 0 },
  });
});
