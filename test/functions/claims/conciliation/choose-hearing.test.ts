import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { chooseHearing, confirmHearing, showClaim } from "../../../../shared/contract/claim/claim-routes.ts";
import { entriesOf, lastEntry } from "../../../../shared/domain/case/case-events.ts";
import { form } from "../../../shared/casework/case-world.ts";
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
/** A claim whose hearing is on Wednesday 23 December at 8:00 in Lima. */
const filed = async (claimant: Partial<typeof form.claimant> = {}) => {
  const made = await world.world.fileOne(now, { form: { ...form, claimant: { ...form.claimant, ...claimant } } });
  return made.file.head.claimId;
};
const choose = (claimId: string, body: object, claims = maria) =>
  call(world.handler, chooseHearing, { claims, params: { claimId }, body });
const hearing = async (claimId: string) =>
  (await call(world.handler, showClaim, { claims: maria, params: { claimId } })).body.hearing;
const why = (detail: RegExp) => ({ status: 409, body: { detail: expect.stringMatching(detail) } });

describe("how a claimant wants their hearing", () => {
  it("is theirs to choose, with what they need to take part in it", async () => {
    const claimId = await filed();
    expect(await hearing(claimId)).toMatchObject({
      mode: "telephone",
      telephone: "900000001",
      choice: { modes: ["telephone", "virtual", "in-person"], until: "2026-12-22", mayChangeMode: true },
    });
    const room = world.world.tenant.office.videoRooms.value;
    expect((await choose(claimId, { mode: "virtual" })).body.hearing).toMatchObject({
      mode: "virtual",
      link: expect.stringMatching(new RegExp(`^${room}/[\\w-]{12}$`)),
    });
    const { body } = await choose(claimId, { mode: "telephone", telephone: "+51 987 654 321" });
    expect(body.hearing).toMatchObject({ mode: "telephone", telephone: "987654321" });
    expect(body.hearing.link).toBeUndefined();
    expect(body.timeline.filter(({ type }: { type: string }) => type === "hearing-mode-chosen")).toHaveLength(2);
    const file = await world.world.caseFiles.read(claimId);
    expect(lastEntry(file?.events ?? [], "claim-filed")?.details.hearing?.mode).toBe("telephone");
  });

  it("is confirmed once, by its claimant, at the hour they saw; not after it", async () => {
    const claimId = await filed();
    const { on, at: hour } = await hearing(claimId);
    const confirm = (body: object, claims = maria) =>
      call(world.handler, confirmHearing, { claims, params: { claimId }, body });
    expect((await confirm({ on, at: hour }, customer("jorge"))).status).toBe(404);
    expect(await confirm({ on, at: "07:00" })).toMatchObject(why(/cambió de fecha/));
    expect((await hearing(claimId)).confirmed).toBeUndefined();
    expect((await confirm({ on, at: hour })).body.hearing.confirmed).toBe(true);
    expect((await confirm({ on, at: hour })).status).toBe(200);
    const { events = [] } = (await world.world.caseFiles.read(claimId)) ?? {};
    expect(entriesOf(events, "hearing-confirmed")).toHaveLength(1);
    at(`${on}T23:00:00.000Z`);
    expect(await confirm({ on, at: hour })).toMatchObject(why(/ya pasó/));
  });

  it("is nobody else's to choose", async () => {
    const claimId = await filed();
    expect(await choose(claimId, { mode: "virtual" }, customer("jorge"))).toMatchObject({ status: 404 });
    expect((await hearing(claimId)).mode).toBe("telephone");
  });

  it("is changed up to the working day before, and the number they are called at up to its hour", async () => {
    const claimId = await filed();
    const planned = await hearing(claimId);
    const hour = new Date(Date.parse(`${planned.on}T${planned.at}:00-05:00`));
    at("2026-12-23T04:59:00.000Z");
    expect((await choose(claimId, { mode: "in-person" })).status).toBe(200);
    at("2026-12-23T05:00:00.000Z");
    expect(await choose(claimId, { mode: "virtual" })).toMatchObject(
      why(/hasta el martes 22 de diciembre de 2026.*llámanos al 053 000 000/),
    );
    expect((await hearing(claimId)).choice).toMatchObject({ mayChangeMode: false });
    expect((await choose(claimId, { mode: "in-person", telephone: "987654321" })).status).toBe(200);
    at(hour.toISOString());
    expect(await choose(claimId, { mode: "in-person", telephone: "987654322" })).toMatchObject(why(/ya pasó/));
    expect(await hearing(claimId)).toMatchObject({ mode: "in-person", telephone: "987654321" });
    expect((await hearing(claimId)).choice).toBeUndefined();
  });

  it("is by telephone only where there is a number", async () => {
    const claimId = await filed({ telephone: undefined, email: "cliente@example.pe" });
    expect(await hearing(claimId)).toMatchObject({ mode: "telephone", lacks: "telephone" });
    expect(await choose(claimId, { mode: "telephone" })).toMatchObject(why(/Escribe el número/));
    expect((await choose(claimId, { mode: "telephone", telephone: "987654321" })).body.hearing.lacks).toBeUndefined();
  });

  it.each([
    ["a way there is none", { mode: "letter" }, "Elige cómo quieres que sea la reunión."],
    [
      "no telephone",
      { mode: "telephone", telephone: "12" },
      "Escribe un celular de 9 dígitos, por ejemplo 987 654 321, o un teléfono fijo con el código de su ciudad.",
    ],
  ])("is refused in words with %s", async (_, body, message) => {
    expect(await choose(await filed(), body)).toMatchObject({ status: 400, body: { errors: [{ message }] } });
  });

  it("is written as often as somebody needs in a day, and not without end", async () => {
    const claimId = await filed();
    for (let times = 0; times < 10; times += 1)
      await choose(claimId, { mode: times % 2 === 0 ? "virtual" : "in-person" });
    expect(await choose(claimId, { mode: "virtual" })).toMatchObject(why(/muchas veces/));
  });
});
