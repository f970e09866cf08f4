import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { saveProfile, showProfile } from "../../../../shared/contract/notice/profile-routes.ts";
import { stopOpenNews } from "../../../../shared/contract/open-routes.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { call, customer } from "../../api-call.ts";
import { type ClaimsWorld, claimsWorld } from "../claims-world.ts";

const now = "2026-11-23T15:00:00.000Z";
let local: TestTables;
let world: ClaimsWorld;
beforeAll(async () => {
  local = await testTables();
  world = await claimsWorld(local);
}, 60_000);
afterAll(() => local.stop());
beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse(now), toFake: ["Date"] });
});
afterEach(() => {
  vi.useRealTimers();
});

const save = (sub: string, body: unknown) => call(world.handler, saveProfile, { claims: customer(sub), body });
const show = async (sub: string) => (await call(world.handler, showProfile, { claims: customer(sub) })).body.profile;

const whole = {
  givenNames: "CLIENTE DE PRUEBA",
  paternalSurname: "UNO",
  maternalSurname: "",
  companyName: "",
  document: { kind: "DNI", number: "00000001" },
  address: "Calle de Prueba 100",
  telephone: "987654321",
  email: "cliente.uno@example.pe",
  notifyByEmail: true,
  representative: "CLIENTE DE PRUEBA DOS",
};

describe("a profile", () => {
  it("is none until it is saved, and then the last that was saved", async () => {
    expect(await show("ana")).toBeUndefined();
    expect(await save("ana", whole)).toMatchObject({ status: 200, body: { profile: { ...whole, savedAt: now } } });
    expect(await show("ana")).toEqual({ ...whole, savedAt: now });
    await save("ana", { givenNames: "CLIENTE" });
    expect(await show("ana")).toEqual({
      givenNames: "CLIENTE",
      paternalSurname: "",
      maternalSurname: "",
      companyName: "",
      address: "",
      notifyByEmail: false,
      representative: "",
      savedAt: now,
    });
  });

  it("says whether the account wants to hear of new receipts, which a save that says nothing leaves as it is", async () => {
    const wants = async () => (await call(world.handler, showProfile, { claims: customer("nora") })).body.receiptNews;
    expect(await wants()).toBe(false);
    await save("nora", { ...whole, receiptNews: true });
    expect(await wants()).toBe(true);
    expect(await show("nora")).not.toHaveProperty("receiptNews");
    await save("nora", whole);
    expect(await wants()).toBe(true);
    await save("nora", { receiptNews: false });
    await save("nora", { receiptNews: false });
    expect(await wants()).toBe(false);
  });

  it("is shown to its account alone", async () => {
    await save("berta", whole);
    expect(await show("carla")).toBeUndefined();
  });

  it.each([
    [{ document: { kind: "DNI", number: "123" } }, "document.number"],
    [{ telephone: "12" }, "telephone"],
    [{ email: "no es" }, "email"],
    [{ notifyByEmail: true }, "email"],
    [{ address: "x".repeat(201) }, "address"],
    [{ sub: "ana" }, ""],
  ])("is not saved with %j", async (body, field) => {
    const refused = await save("dora", body);
    expect(refused.status).toBe(400);
    expect(refused.body.errors[0].field).toContain(field);
    expect(await show("dora")).toBeUndefined();
  });
});

describe("the link that ends messages about new receipts", () => {
  const wants = async () => (await call(world.handler, showProfile, { claims: customer("nora") })).body.receiptNews;
  const keyOf = async () => (await world.world.receiptNews.find("nora"))?.newsKey ?? "";
  const press = (newsKey: string) =>
    call(world.handler, stopOpenNews, { params: { newsKey }, text: "List-Unsubscribe=One-Click" });

  it("needs no account, takes what mail programs post, may be pressed again, and ends nothing else", async () => {
    await save("nora", { ...whole, receiptNews: true });
    const newsKey = await keyOf();
    expect(newsKey).toMatch(/^[\w-]{22}$/);
    expect((await press(newsKey)).body).toEqual({ stopped: true });
    expect(await wants()).toBe(false);
    expect((await press(newsKey)).body).toEqual({ stopped: true });
    expect((await show("nora")).notifyByEmail).toBe(whole.notifyByEmail);
  });

  it("works from an older message too, once the account agreed anew with another key", async () => {
    await save("nora", { ...whole, receiptNews: true });
    const older = await keyOf();
    await save("nora", { ...whole, receiptNews: false });
    await save("nora", { ...whole, receiptNews: true });
    expect(await keyOf()).not.toBe(older);
    expect((await press(older)).status).toBe(200);
    expect(await wants()).toBe(false);
  });

  it("with a key of nobody ends nothing, and says what to do", async () => {
    await save("nora", { ...whole, receiptNews: true });
    expect((await press("x".repeat(22))).body).toMatchObject({
      type: "urn:caudal:news-not-found",
      detail: expect.stringContaining("Mis datos"),
    });
    expect((await press("short")).status).toBe(400);
    expect(await wants()).toBe(true);
  });
});
