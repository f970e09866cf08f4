import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { tenant } from "../../../../settings.ts";
import { caseNow } from "../../../../shared/casework/case/case-at.ts";
import {
  listUnconfirmed,
  observeClaim,
  seeContact,
  settleUnconfirmed,
} from "../../../../shared/contract/claim/admission-routes.ts";
import { lastEntry } from "../../../../shared/domain/case/case-events.ts";
import { holdAwaited } from "../../../../shared/domain/filing/guest-claims.ts";
import { mostSettledAtOnce } from "../../../../shared/domain/work/work-list.ts";
import { on, openCaseFiles, world } from "../case-file-world.ts";
import { byGuest, filedAt, steps, type Worker } from "../casework-world.ts";

openCaseFiles();

const today = "2026-11-24T15:00:00.000Z";
const analyst: Worker = ["analyst-1", "analyst"];
/** Filed without an account; without a total, its hold waits for a look by the working day after it was filed. */
const unproved = async (knowsSupply = false, at = filedAt) => {
  const { file } = await world.fileBeside(at, { ...byGuest, guest: { ...byGuest.guest, knowsSupply } });
  return file.head.claimId;
};
const named = async (...claimIds: readonly string[]) =>
  Promise.all(claimIds.map(async (claimId) => ({ claimId, version: await world.versionOf(claimId) })));
const settle = (
  claims: readonly object[],
  act: object = { act: "seen", says: "Contestó quien reclama." },
  key: string = randomUUID(),
) => world.as(analyst, settleUnconfirmed, { body: { claims, ...act }, key });
const listed = async (who: Worker = analyst) =>
  (await world.as(who, listUnconfirmed)).body.claims.map(({ claimId }: { claimId: string }) => claimId);
const caseOf = async (claimId: string) => {
  const file = await world.caseFiles.read(claimId);
  if (!file) throw new Error("no such claim");
  return caseNow(file, tenant, today);
};

describe("the claims whose contact nobody confirmed", () => {
  it("are those to be admitted that wait for their hold, what is to be looked at first on top", async () => {
    on(today);
    const [later, sooner] = [await unproved(false, today), await unproved()];
    const proved = await unproved(true);
    const { claimId: own } = await steps.filed(world);
    const ids = await listed();
    expect(ids.filter((id: string) => [later, sooner, proved, own].includes(id))).toEqual([sooner, later]);
    expect((await world.as(["clerk-1", "clerk"], listUnconfirmed)).status).toBe(403);
  });

  it("are looked at with one act: each gets its hold and its places, and each that cannot says why", async () => {
    on(today);
    const [one, other, stale, seen] = [await unproved(), await unproved(), await unproved(), await unproved()];
    const claims = await named(one, other, stale, seen);
    const note = {
      type: "work-noted",
      effectiveAt: today,
      by: { kind: "staff", sub: "analyst-2", roles: ["analyst"] },
    };
    await world.elsewhere(stale, today, [{ ...note, details: { text: "Se llamó." } } as never]);
    await world.as(analyst, seeContact, { params: { claimId: seen }, body: { remark: "Contestó." } });
    const { status, body } = await settle([...claims, { claimId: "nobodys", version: 3 }]);
    expect(status).toBe(200);
    expect(body.outcomes).toEqual([
      { claimId: one, outcome: "done" },
      { claimId: other, outcome: "done" },
      { claimId: stale, outcome: "refused", reason: expect.stringContaining("después de que usted abrió la lista") },
      { claimId: seen, outcome: "refused", reason: expect.stringContaining("abrió la lista") },
      { claimId: "nobodys", outcome: "refused", reason: "Ese reclamo no existe." },
    ]);
    for (const claimId of [one, other]) {
      const { file } = await caseOf(claimId);
      expect(lastEntry(file.events, "contact-confirmed")?.details).toEqual({
        how: "seen",
        remark: "Contestó quien reclama.",
      });
      expect([holdAwaited(file.events), file.head.hold.held]).toEqual([undefined, true]);
    }
    expect((await caseOf(stale)).file.head.hold.held).toBe(false);
    expect(await listed()).toContain(stale);
    expect(await listed()).not.toContain(one);
    const [now] = (await settle(await named(seen))).body.outcomes;
    expect(now).toEqual({
      claimId: seen,
      outcome: "refused",
      reason: "El contacto de este reclamo ya está confirmado.",
    });
  });

  it("are observed with one act as one by one, and go from the list to who must answer", async () => {
    on(today);
    const [one, other] = [await unproved(), await unproved()];
    const gone = await unproved();
    await world.as(analyst, observeClaim, { params: { claimId: gone }, body: { defects: ["Falta el recibo."] } });
    const { body } = await settle(await named(one, other, gone), {
      act: "observed",
      says: "Falta decir de qué recibo.",
    });
    expect(body.outcomes).toEqual([
      { claimId: one, outcome: "done" },
      { claimId: other, outcome: "done" },
      { claimId: gone, outcome: "refused", reason: "Ya no está por admitir: está en otro paso." },
    ]);
    for (const claimId of [one, other]) {
      const { file, claim } = await caseOf(claimId);
      expect(lastEntry(file.events, "defect-observed")?.details).toEqual({ defects: ["Falta decir de qué recibo."] });
      expect([claim.state, file.head.hold.held]).toEqual(["observed", false]);
    }
    const ids = await listed();
    for (const claimId of [one, other, gone]) expect(ids).not.toContain(claimId);
  });

  it("are settled once by the same act sent twice", async () => {
    on(today);
    const claims = await named(await unproved(), await unproved());
    const act = { act: "seen", says: "Contestaron." };
    const first = await settle(claims, act, "one-look-sent-twice");
    expect((await settle(claims, act, "one-look-sent-twice")).text).toBe(first.text);
    expect(first.body.outcomes.map(({ outcome }: { outcome: string }) => outcome)).toEqual(["done", "done"]);
  });

  it.each([
    ["none is chosen", { claims: [] }, "Elija al menos un reclamo."],
    [
      "too many are",
      { claims: Array.from({ length: mostSettledAtOnce + 1 }, (_, at) => ({ claimId: `c${at}`, version: 1 })) },
      "Elija hasta 50 reclamos por vez y siga después con los demás.",
    ],
    ["no act is", { claims: [{ claimId: "c1", version: 1 }], act: "closed" }, "Elija qué registrar."],
    ["nothing is said", { claims: [{ claimId: "c1", version: 1 }], says: " " }, "Escriba qué vio o qué falta."],
  ])("are refused together if %s", async (_, said, message) => {
    const body = { act: "seen", says: "Contestó.", ...said };
    const answered = await world.as(analyst, settleUnconfirmed, { body, key: randomUUID() });
    expect(answered).toMatchObject({ status: 400, body: { errors: [{ message }] } });
  });
});
