import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { captureLog } from "../../log-lines.ts";
import { staffWorkRoutes as routes } from "../../staff-work.ts";
import { type CaseworkWorld, caseworkWorld, steps, type Worker } from "../casework-world.ts";

let local: TestTables;
let world: CaseworkWorld;
beforeAll(async () => {
  local = await testTables();
}, 60_000);
afterAll(() => local.stop());
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-24T15:00:00.000Z") });
  captureLog();
  world = await caseworkWorld(local);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const operator: Worker = ["operator-1", "operator"];
const clerk: Worker = ["clerk-1", "clerk"];
const conciliator: Worker = ["conciliator-1", "conciliator"];
const unmatched = {
  type: "holder-not-matched",
  effectiveAt: "2026-11-24T15:00:00.000Z",
  by: { kind: "system", name: "file-claim" },
  details: {},
} as const;

/** An admitted claim of who gave a document that is not the register's. */
async function unproved(): Promise<string> {
  const { claimId } = await steps.accepted(world);
  await world.elsewhere(claimId, "2026-11-25T15:00:00.000Z", [unmatched]);
  vi.setSystemTime(new Date("2026-11-25T16:00:00.000Z"));
  return claimId;
}
const show = async (claimId: string) => (await world.as(clerk, routes.showCase, { params: { claimId } })).body;
const standingOf = async (claimId: string) =>
  (await show(claimId)).findings
    .filter(({ rule }: { rule: string }) => rule === "standing")
    .map(({ severity, text }: { severity: string; text: string }) => `${severity}: ${text}`);
const prove = (who: Worker, claimId: string, shown = "Su contrato de alquiler.") =>
  world.as(who, routes.recordStandingProof, { params: { claimId }, body: { shown } });
const why = { status: 409, body: { detail: expect.stringContaining("registre qué mostró") } };

describe("a document that is not the register's", () => {
  it("is a finding of the case, and whose it is stands nowhere", async () => {
    const claimId = await unproved();
    expect(await standingOf(claimId)).toEqual([
      expect.stringContaining("warns: El documento no coincide con el padrón."),
    ]);
    expect((await show(claimId)).proofAsked).toBe(true);
  });

  it("holds back what staff would write down: a withdrawal, a code for one, and an agreement", async () => {
    const claimId = await unproved();
    const params = { claimId };
    const withdrawal = { of: "procedure", reason: "Ya no." };
    const ask = (what: object) =>
      world.as(operator, routes.askConfirmation, { params, body: { channel: "sms", what } });
    expect(await ask({ act: "withdrawal", ...withdrawal })).toMatchObject(why);
    expect(await ask({ act: "agreement", agreement: "total", agreed: "Se paga la mitad." })).toMatchObject(why);
    const taken = { ...withdrawal, came: "telephone", confirmation: { by: "code", code: "000000" } };
    expect((await world.as(operator, routes.takeWithdrawal, { params, body: taken })).status).toBe(409);
    const { hearing } = await show(claimId);
    vi.setSystemTime(new Date(`${hearing.on}T22:00:00.000Z`));
    const acta = {
      startedAt: `${hearing.on}T21:00:00.000Z`,
      attendedBy: "CLIENTE DE PRUEBA UNO",
      agreed: "Se factura 20 m³.",
      standing: { as: "holder" },
      confirmation: { by: "code", code: "000000" },
    };
    const hold = (agreement: string) =>
      world.as(conciliator, routes.recordHearing, { params, body: { ...acta, agreement } });
    expect(await hold("total")).toMatchObject(why);
  });

  it("is settled by who records what they showed, with their name, once", async () => {
    const claimId = await unproved();
    const proved = await prove(clerk, claimId);
    expect(proved).toMatchObject({ status: 200 });
    expect(proved.body.proofAsked).toBeUndefined();
    expect(proved.body.entries.at(-1)).toMatchObject({
      type: "standing-proved",
      by: "company",
      text: "Su contrato de alquiler.",
    });
    expect(await standingOf(claimId)).toEqual([expect.stringContaining("Mostró: Su contrato de alquiler.")]);
    expect(await prove(clerk, claimId)).toMatchObject({ status: 409 });
    const body = { channel: "sms", what: { act: "withdrawal", of: "procedure", reason: "" } };
    expect((await world.as(operator, routes.askConfirmation, { params: { claimId }, body })).status).toBe(200);
  });
});
