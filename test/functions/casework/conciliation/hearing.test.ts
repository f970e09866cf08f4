import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { api } from "../../../../functions/runtime/api.ts";
import { noticeOf } from "../../../../functions/send-notices/notice-of.ts";
import { caseAt } from "../../../../shared/casework/case/case-at.ts";
import { lastEntry } from "../../../../shared/domain/case/case-events.ts";
import { standIn } from "../../../../shared/tenant/tenant-value.ts";
import { notices as templates } from "../../../../tenants/eps-moquegua/notices/notices.ts";
import { form } from "../../../shared/casework/case-world.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { call, originKey, staff } from "../../api-call.ts";
import { captureLog } from "../../log-lines.ts";
import { staffWorkRoutes as routes, staffWork } from "../../staff-work.ts";
import { type CaseworkWorld, caseworkWorld, filedAt, type Worker } from "../casework-world.ts";

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

const at = (now: string): void => void vi.useFakeTimers({ toFake: ["Date"], now: new Date(now) });
/** On the day of the hearing, the first of which is at 8:00 in Lima. */
const onDay = (time: string): string => `2026-12-23T${time}:00.000Z`;
const conciliator: Worker = ["conciliator-1", "conciliator"];
const operator: Worker = ["operator-1", "operator"];
const own = "https://reuniones.example.pe/una-sola";
const eventsOf = async (claimId: string) => (await world.caseFiles.read(claimId))?.events ?? [];

/** A claim whose hearing is at an hour of its day, as its slot gave it. */
async function due(claimant: Partial<typeof form.claimant> = {}) {
  at(filedAt);
  const { file } = await world.fileOne(filedAt, { form: { ...form, claimant: { ...form.claimant, ...claimant } } });
  const { claimId } = file.head;
  const now = "2026-11-24T15:00:00.000Z";
  const by = { kind: "staff", sub: "clerk-1", roles: ["clerk"] } as const;
  await world.elsewhere(claimId, now, [{ type: "claim-accepted", effectiveAt: now, by, details: {} }]);
  const hearing = lastEntry(file.events, "claim-filed")?.details.hearing;
  if (!hearing) throw new Error("the claim has no hearing");
  const minuteAfter = (minutes: number) =>
    new Date(Date.parse(`${hearing.on}T${hearing.at}:00.000-05:00`) + minutes * 60_000).toISOString();
  return { claimId, hearing, minuteAfter };
}

const logCall = (claimId: string, body: object = {}, who = conciliator) =>
  world.as(who, routes.logHearingCall, {
    params: { claimId },
    body: { number: "900000001", result: "no-answer", ...body },
  });
const absence = (claimId: string, startedAt: string) =>
  world.as(conciliator, routes.recordHearing, { params: { claimId }, body: { agreement: "absence", startedAt } });
const choose = (claimId: string, body: object) =>
  world.as(operator, routes.takeHearingChoice, { params: { claimId }, body: { came: "telephone", ...body } });
const setLink = (claimId: string, link: string) =>
  world.as(conciliator, routes.setHearingLink, { params: { claimId }, body: { link } });
const why = (detail: RegExp) => ({ status: 409, body: { detail: expect.stringMatching(detail) } });

describe("an absence", () => {
  it("is not recorded before two calls, some minutes apart, are logged", async () => {
    const { claimId, hearing, minuteAfter } = await due();
    at(minuteAfter(16));
    expect(await absence(claimId, minuteAfter(16))).toMatchObject(why(/llámele 2 veces.*10 minutos/));
    expect((await logCall(claimId, { calledAt: minuteAfter(1) })).status).toBe(200);
    expect(await absence(claimId, minuteAfter(16))).toMatchObject(why(/llámele 2 veces/));
    for (const near of [1, 9, 10.9])
      expect(await logCall(claimId, { calledAt: minuteAfter(near) })).toMatchObject(
        why(
          /^Ya hay una llamada a ese número, a las 8:01 a\. m\. La siguiente cuenta desde las 8:11 a\. m\. Llame otra vez/,
        ),
      );
    const logged = await logCall(claimId);
    expect(logged.body.hearingCalls).toMatchObject({
      logged: [{ at: minuteAfter(1) }, { at: minuteAfter(16), number: "900000001" }],
      needed: 2,
    });
    expect(hearing.at).toBe("08:00");
    const waited = /^El tiempo de espera es hasta las 8:15 a\. m\. Escriba en «Empezó» esa hora o una posterior\.$/;
    expect(await absence(claimId, minuteAfter(10))).toMatchObject(why(waited));
    expect(await absence(claimId, minuteAfter(16))).toMatchObject({ status: 200, body: { state: "absence" } });
    expect(await logCall(claimId)).toMatchObject(why(/hasta que se levanta el acta/));
  });

  it("is not proved by calls of another day, after which it is no agreement", async () => {
    const { claimId, minuteAfter } = await due();
    at(minuteAfter(5));
    const { hearingCalls } = (await logCall(claimId)).body;
    expect(hearingCalls.waitedUntil).toBe(minuteAfter(15));
    at(minuteAfter(24 * 60));
    expect(await logCall(claimId)).toMatchObject(why(/Solo cuentan las llamadas del día de la audiencia/));
    expect(await absence(claimId, minuteAfter(16))).toMatchObject(why(/no bastan\. Regístrela «Sin acuerdo»/));
  });

  it("is recorded of who left no telephone, without a call", async () => {
    const { claimId, minuteAfter } = await due({ telephone: undefined, email: "cliente@example.pe" });
    at(minuteAfter(16));
    expect(await logCall(claimId)).toMatchObject(why(/no dejó un teléfono/));
    expect(await absence(claimId, minuteAfter(16))).toMatchObject({ status: 200, body: { state: "absence" } });
  });

  it.each([
    ["before its hour", -1, {}, /desde la hora de la audiencia|día de la audiencia/],
    ["at an hour to come", 5, { calledAt: onDay("23:00") }, /todavía no llega/],
    ["to a number they did not leave", 5, { number: "911111111" }, /Llame a un número que haya dejado/],
  ])("takes no call %s", async (_, minutes, body, detail) => {
    const { claimId, minuteAfter } = await due();
    at(minuteAfter(minutes));
    expect(await logCall(claimId, body)).toMatchObject(why(detail));
  });

  it("is called for at the number they gave since, too", async () => {
    const { claimId, minuteAfter } = await due();
    expect((await choose(claimId, { mode: "telephone", telephone: "987 654 321" })).status).toBe(200);
    at(minuteAfter(5));
    expect((await logCall(claimId, { number: "987654321" }, operator)).status).toBe(200);
    expect((await logCall(claimId, { number: "900000001" })).status).toBe(200);
  });

  it.each([
    ["without a result", { result: undefined }, "Elija qué pasó con la llamada."],
    [
      "to no number",
      { number: "1" },
      "Escriba un celular de 9 dígitos, por ejemplo 987 654 321, o un teléfono fijo con el código de su ciudad.",
    ],
  ])("takes no call %s", async (_, body, message) => {
    const { claimId } = await due();
    expect(await logCall(claimId, body)).toMatchObject({ status: 400, body: { errors: [{ message }] } });
  });

  it("is none where a video had no link and there is nobody to call", async () => {
    const { claimId, minuteAfter } = await due({ telephone: undefined, email: "cliente@example.pe" });
    await choose(claimId, { mode: "virtual" });
    const { office } = world.tenant;
    const roomless = {
      ...world.tenant,
      office: { ...office, videoRooms: standIn<string | undefined>(undefined, "none") },
    };
    const handler = api(
      { recordHearing: routes.recordHearing },
      { recordHearing: staffWork({ ...world, tenant: roomless }).recordHearing },
      { originKey },
    );
    at(minuteAfter(16));
    const refused = await call(handler, routes.recordHearing, {
      claims: { ...staff("conciliator"), sub: "conciliator-1" },
      params: { claimId },
      version: await world.versionOf(claimId),
      body: { agreement: "absence", startedAt: minuteAfter(16) },
    });
    expect(refused).toMatchObject(why(/no tuvo enlace.*no faltó/));
  });
});

describe("how a hearing is held", () => {
  it("is as its claimant asked when they claimed, or as the office holds them", async () => {
    const { claimId } = await due();
    const asked = await world.fileOne(filedAt, { form: { ...form, hearingMode: "in-person" } });
    expect(lastEntry(asked.file.events, "claim-filed")?.details.hearing?.mode).toBe("in-person");
    expect(lastEntry(await eventsOf(claimId), "claim-filed")?.details.hearing?.mode).toBe("telephone");
  });

  it("is written down for a claimant who telephones, and sent to them with all they need", async () => {
    const { claimId } = await due();
    const shown = await choose(claimId, { mode: "virtual" });
    const room = world.tenant.office.videoRooms.value;
    expect(shown.body.hearing).toMatchObject({
      mode: "virtual",
      link: expect.stringMatching(new RegExp(`^${room}/[\\w-]{12}$`)),
    });
    expect(shown.body.entries.at(-1)).toMatchObject({
      type: "hearing-mode-chosen",
      text: "por videollamada: por teléfono",
    });
    expect((await choose(claimId, { mode: "in-person" })).body.hearing).toMatchObject({
      mode: "in-person",
      address: world.tenant.contact.address.value,
    });
    const before = await world.versionOf(claimId);
    expect((await choose(claimId, { mode: "in-person" })).body.version).toBe(before);
  });

  it("is refused to staff in words for them: nobody is asked to call their own office", async () => {
    const { claimId, hearing, minuteAfter } = await due();
    for (let times = 0; times < 10; times += 1) await choose(claimId, { mode: times % 2 ? "in-person" : "virtual" });
    const often = await choose(claimId, { mode: "virtual" });
    expect(often.body.detail).toBe("Hoy ya se cambió muchas veces. Siga mañana.");
    at(minuteAfter(1));
    const confirmed = await world.as(operator, routes.takeHearingConfirmation, {
      ...{ params: { claimId }, body: { came: "telephone", on: hearing.on, at: hearing.at } },
    });
    expect(confirmed.body.detail).toBe("Esa reunión ya pasó, o el reclamo no tiene una.");
  });

  it("is by video at the link that staff enter, until the hearing moves", async () => {
    const { claimId } = await due();
    expect(await setLink(claimId, own)).toMatchObject(why(/no es por videollamada/));
    await choose(claimId, { mode: "virtual" });
    expect((await setLink(claimId, own)).body.hearing).toMatchObject({ link: own });
    const file = await world.caseFiles.read(claimId);
    if (!file) throw new Error("the case is gone");
    const notice = noticeOf(caseAt(file, world.tenant, filedAt), {
      tenant: world.tenant,
      templates,
      site: "https://x.pe",
    });
    expect(notice?.says.join(" ")).toContain(own);
    const now = "2026-11-26T15:00:00.000Z";
    await world.elsewhere(claimId, now, [
      {
        type: "leak-repair-required",
        effectiveAt: now,
        by: { kind: "staff", sub: "analyst-1", roles: ["analyst"] },
        details: { text: "Repara la fuga." },
      },
    ]);
    at(now);
    const moved = await world.as(["analyst-1", "analyst"], routes.moveHearing, {
      params: { claimId },
      body: { on: "2026-12-28", reason: "leak-repair" },
    });
    expect(moved.body.hearing).toMatchObject({
      on: "2026-12-28",
      mode: "virtual",
      link: expect.stringContaining(`${world.tenant.office.videoRooms.value}/`),
    });
  });

  it.each([
    "http://reuniones.example.pe/sala",
    "javascript:alert(1)",
    "https://",
    "reuniones.example.pe/sala",
    `https://${["yo", "clave"].join(":")}@reuniones.example.pe/sala`,
    `https://reuniones.example.pe/${"a".repeat(500)}`,
  ])("takes no link that is no address of https: %s", async (link) => {
    const { claimId } = await due();
    await choose(claimId, { mode: "virtual" });
    const answered = await setLink(claimId, link);
    expect(answered.status).toBe(400);
    expect(answered.body.errors[0].message).toMatch(/enlace/);
  });

  it("is on the list while it lacks a number to call", async () => {
    const { claimId } = await due({ telephone: undefined, email: "cliente@example.pe" });
    const rowOf = async () =>
      (await world.as(operator, routes.listWork, { query: { queue: "investigation" } })).body.claims.find(
        (row: { claimId: string }) => row.claimId === claimId,
      );
    expect(await rowOf()).toMatchObject({ hearing: { lacks: "telephone" } });
    await choose(claimId, { mode: "virtual" });
    expect((await rowOf()).hearing).toBeUndefined();
  });
});
