import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { chooseLanguage, showClaim, showVisit } from "../../../../shared/contract/claim/claim-routes.ts";
import { entriesOf } from "../../../../shared/domain/case/case-events.ts";
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
const quechua = { language: "qu", interpreter: true };
const filed = async (languageChoice?: typeof quechua) => {
  const claimant = { ...form.claimant, ...(languageChoice && { languageChoice }) };
  return (await world.world.fileOne(now, { form: { ...form, claimant } })).file.head.claimId;
};
const choose = (claimId: string, body: object, claims = maria) =>
  call(world.handler, chooseLanguage, { claims, params: { claimId }, body });
const shown = async (claimId: string) =>
  (await call(world.handler, showClaim, { claims: maria, params: { claimId } })).body.languageChoice;
const chosen = async (claimId: string) =>
  entriesOf((await world.world.caseFiles.read(claimId))?.events ?? [], "language-chosen");

describe("the language of a claim", () => {
  it("is that of its form, until its claimant chooses another", async () => {
    const claimId = await filed({ language: "ay", interpreter: false });
    expect(await shown(claimId)).toEqual({ language: "ay", interpreter: false });
    expect((await choose(claimId, quechua)).body.languageChoice).toEqual(quechua);
    expect(await shown(claimId)).toEqual(quechua);
  });

  it("is unknown where nobody asked, on the claim and on its visit", async () => {
    const claimId = await filed();
    expect(await shown(claimId)).toBeUndefined();
    const visit = async () => (await call(world.handler, showVisit, { claims: maria, params: { claimId } })).body;
    expect(await visit()).not.toHaveProperty("languageChoice");
    await choose(claimId, quechua);
    expect(await visit()).toMatchObject({ languageChoice: quechua });
  });

  it("is recorded once, and ten times a day at most", async () => {
    const claimId = await filed();
    await choose(claimId, quechua);
    await choose(claimId, quechua);
    expect(await chosen(claimId)).toHaveLength(1);
    for (let at = 2; at <= 10; at += 1) await choose(claimId, { ...quechua, interpreter: at % 2 === 1 });
    expect(await choose(claimId, { ...quechua, interpreter: true })).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining("Sigue mañana") },
    });
    expect(await chosen(claimId)).toHaveLength(10);
  });

  it("is nobody else's to choose", async () => {
    const claimId = await filed();
    expect((await choose(claimId, quechua, customer("jorge"))).status).toBe(404);
    expect(await chosen(claimId)).toEqual([]);
  });

  it.each([
    [{ language: "", interpreter: true }, "Elige el idioma"],
    [{ language: "x".repeat(41), interpreter: true }, "40 caracteres"],
    [{ language: "qu" }, "intérprete"],
  ])("is refused in a sentence: %j", async (body, sentence) => {
    const refused = await choose(await filed(), body);
    expect(refused.status).toBe(400);
    expect(refused.text).toContain(sentence);
  });
});
