import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { registerRow } from "../../../../local/seed/supply-register-row.ts";
import { record } from "../../../../shared/casework/case/record.ts";
import { checkClaim, fileClaim, showClaim, withdrawClaim } from "../../../../shared/contract/claim/claim-routes.ts";
import { answerOffer } from "../../../../shared/contract/conciliation/offer-routes.ts";
import { openReceiptLedger } from "../../../../shared/storage/billing/receipt-ledger.ts";
import { form, person } from "../../../shared/casework/case-world.ts";
import { ledgerRow, registeredSupply } from "../../../shared/storage/billing/billed-rows.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { call, customer } from "../../api-call.ts";
import { captureLog } from "../../log-lines.ts";
import { type ClaimsWorld, claimBody, claimsWorld, offer } from "../claims-world.ts";

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

const ana = customer("ana");
const as = (number: string | undefined, standing: object = { as: "holder" }) => {
  const { document: _, ...claimant } = form.claimant;
  return {
    claimant: { ...claimant, standing, ...(number !== undefined && { document: { kind: "DNI", number } }) },
  };
};
const file = async (said: object) => {
  const { linkId } = await world.deps.supplyLinks.link("ana", "00012345", now);
  return call(world.handler, fileClaim, { claims: ana, body: claimBody(linkId, said) });
};
const show = async (claimId: string) => call(world.handler, showClaim, { claims: ana, params: { claimId } });
const withdraw = (claimId: string) =>
  call(world.handler, withdrawClaim, { claims: ana, params: { claimId }, body: { of: "claim" } });
const prove = (claimId: string) =>
  record(world.world, { claimId, now }, () => ({
    ok: true,
    value: {
      entries: [
        {
          type: "standing-proved",
          effectiveAt: now,
          by: person("clerk-1", "clerk"),
          details: { shown: "Su contrato de alquiler." },
        },
      ],
    },
  }));

describe("a claim as holder", () => {
  it.each([
    ["the holder's document", as("00000001"), false],
    ["another's document", as("00000002"), true],
    ["no document", as(undefined), false],
    ["another's document, as who uses the service", as("00000002", { as: "effective-user" }), false],
  ])("with %s is filed, and asks for a proof: %s", async (_, said, asked) => {
    const { status, body, text } = await file(said);
    expect(status).toBe(201);
    expect(body.proofAsked).toBe(asked || undefined);
    const shown = await show(body.claimId);
    expect(shown.body.proofAsked).toBe(asked || undefined);
    expect(shown.body.actions.includes("withdrawal-requested")).toBe(!asked);
    // The answer does not say whose document it is.
    expect(`${text}${shown.text}`).not.toMatch(/\b00000001\b/);
  });

  it("goes by a register newer than the receipt", async () => {
    const row = ledgerRow("register", registerRow({ ...registeredSupply, updatedOn: "2026-11-03" }));
    await openReceiptLedger(world.world.billing).store(row, "i2", undefined);
    expect((await file(as(registeredSupply.holderDocNumber))).body.proofAsked).toBeUndefined();
    expect((await file(as("00000001"))).body.proofAsked).toBe(true);
  });

  it("says so once it is filed, and not in the check before, which costs nothing to repeat", async () => {
    const { linkId } = await world.deps.supplyLinks.link("ana", "00012345", now);
    const check = async (number: string) => {
      const { claimant } = as(number);
      const { document: _, standing: __, ...said } = claimant;
      const body = { linkId, claimant: { ...said, standing: { as: "holder" }, document: { kind: "DNI", number } } };
      return (await call(world.handler, checkClaim, { claims: ana, body })).text;
    };
    expect(await check("00000002")).toBe(await check("00000001"));
  });
});

describe("a claim whose claimant must prove that they may claim", () => {
  it("takes no withdrawal and no agreement, and says why; it takes a no, and all of it once they proved it", async () => {
    const { claimId } = (await file(as("00000002"))).body;
    const accepted = { type: "claim-accepted", effectiveAt: now, by: person("clerk-1", "clerk"), details: {} } as const;
    await record(world.world, { claimId, now }, () => ({ ok: true, value: { entries: [accepted] } }));
    const why = { status: 409, body: { detail: expect.stringContaining("no coincide con el padrón") } };
    expect(await withdraw(claimId)).toMatchObject(why);
    for (const offerId of ["o1", "o2"]) await offer(world.world, claimId, offerId, now, "2026-11-27");
    const answer = (offerId: string, yes: boolean) =>
      call(world.handler, answerOffer, { claims: ana, params: { claimId, offerId }, body: { accepted: yes } });
    expect(await answer("o1", true)).toMatchObject(why);
    expect((await answer("o1", false)).status).toBe(200);

    await prove(claimId);
    const shown = (await show(claimId)).body;
    expect(shown.proofAsked).toBeUndefined();
    expect(shown.actions).toContain("withdrawal-requested");
    expect((await answer("o2", true)).status).toBe(200);
    expect((await withdraw(claimId)).status).toBe(200);
  });

  it("is not asked for it any more once the law granted the claim", async () => {
    const { claimId } = (await file(as("00000002"))).body;
    vi.setSystemTime(new Date("2027-01-15T15:00:00.000Z"));
    expect((await show(claimId)).body).toMatchObject({ proofAsked: true });
    vi.setSystemTime(new Date("2027-01-16T15:00:00.000Z"));
    const { body } = await show(claimId);
    expect(body.state).toBe("positive-silence");
    expect(body.proofAsked).toBeUndefined();
  });

  it("runs on as any other: the same terms, the same hold", async () => {
    const asked = (await show((await file(as("00000002"))).body.claimId)).body;
    const plain = (await show((await file(as("00000001"))).body.claimId)).body;
    for (const same of ["state", "notifyBy", "clocks", "hold", "dueOn"]) expect(asked[same]).toEqual(plain[same]);
  });
});
