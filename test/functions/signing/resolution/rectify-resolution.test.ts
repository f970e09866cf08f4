import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import {
  rectifyResolution,
  returnDocument,
  signDocuments,
  signResolution,
} from "../../../../shared/contract/resolution/signing-routes.ts";
import { lastEntry } from "../../../../shared/domain/case/case-events.ts";
import { readPdf } from "../../../shared/documents/pdf-reader.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { captureLog } from "../../log-lines.ts";
import { drafting, resolver, type SigningWorld, signer, signingWorld } from "../signing-world.ts";

let local: TestTables;
let world: SigningWorld;
beforeAll(async () => {
  local = await testTables();
}, 60_000);
afterAll(() => local.stop());
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(drafting) });
  captureLog();
  world = await signingWorld(local);
});
afterEach(() => void vi.useRealTimers());

const number = "00001-2026-MOQ";
/** What the first rectification gets: it is a resolution too. */
const own = "00002-2026-MOQ";
const error = { of: number, says: "CALLE FICTISIA 101", should: "CALLE FICTICIA 101" };

const signDocumentsAs = (who: typeof signer, claimId: string, sha256: string) =>
  world.as(who, signDocuments, claimId, {
    body: { documents: [{ claimId, sha256 }], signature: { way: "second-factor" } },
  });
const sign = async (claimId: string, sha256: string) =>
  (await signDocumentsAs(signer, claimId, sha256)).body.outcomes[0];

async function signed(): Promise<string> {
  const { claimId, sha256 } = await world.issued();
  const { status } = await world.as(signer, signResolution, claimId, {
    body: { sha256, signature: { way: "second-factor" } },
  });
  expect(status).toBe(200);
  return claimId;
}

describe("rectifying a signed resolution", () => {
  it("says what it says and what it should in a document that rectifies once another person signs it", async () => {
    const claimId = await signed();
    const { status, body } = await world.as(resolver, rectifyResolution, claimId, { body: error });
    expect(status).toBe(200);
    expect(body).toMatchObject({ state: "resolved", number: own });
    expect(lastEntry(await world.events(claimId), "rectified")).toBeUndefined();
    expect(world.documents.kept.has(`${body.documentId}.seal.json`)).toBe(false);
    const outcome = await sign(claimId, body.sha256);
    expect(outcome).toEqual({ claimId, sha256: body.sha256, outcome: "signed" });
    expect(world.documents.kept.has(`${body.documentId}.seal.json`)).toBe(true);
    const kept = world.documents.kept.get(body.documentId) ?? new Uint8Array();
    const text = readPdf(kept).text.replaceAll("\n", " ");
    for (const said of [own, number, error.says, error.should, "Lo decidido y sus montos no cambian"])
      expect(text).toContain(said);
    const entry = lastEntry(await world.events(claimId), "rectified");
    expect(entry?.details).toMatchObject({ ...error, number: own, way: "second-factor", signer: "signer-1" });
    expect((await world.file(claimId)).events[(entry?.details.frozen ?? 0) - 1]).toMatchObject({
      type: "document-frozen",
      by: { sub: "resolver-1" },
      details: { number: own, document: { kind: "rectification", documentId: body.documentId } },
    });
    expect(lastEntry(await world.events(claimId), "resolution-issued")).toMatchObject({ number, outcome: "rejected" });
  });

  it.each([
    ["to other amounts", { ...error, says: "S/ 100.00", should: "S/ 10.00" }, "ni sus montos"],
    ["to another sense", { ...error, says: "INFUNDADO", should: "FUNDADO" }, "ni el sentido"],
    ["to the same", { ...error, should: error.says }, "lo mismo"],
    ["of another number", { ...error, of: "00009-2026-MOQ" }, "no está firmada"],
  ])("is refused %s", async (_, body, words) => {
    const claimId = await signed();
    const refused = await world.as(signer, rectifyResolution, claimId, { body });
    expect(refused.status).toBe(409);
    expect(refused.body.detail).toContain(words);
    expect(lastEntry(await world.events(claimId), "rectified")).toBeUndefined();
  });

  it("is of what was signed, one at a time, and signed by another person with a sign-in just made", async () => {
    const { claimId } = await world.issued();
    expect((await world.as(signer, rectifyResolution, claimId, { body: error })).body.type).toBe("urn:caudal:not-now");
    const of = await signed();
    const own = await world.as(signer, rectifyResolution, of, { body: { ...error, of: "00002-2026-MOQ" } });
    const second = await world.as(resolver, rectifyResolution, of, { body: { ...error, of: "00002-2026-MOQ" } });
    expect(second.body.detail).toContain("Ya hay una rectificación por firmar");
    expect(await sign(of, own.body.sha256)).toMatchObject({
      outcome: "refused",
      reason: expect.stringContaining("Debe firmar otra persona"),
    });
    const stale = await signDocumentsAs({ ...signer, at: "2026-12-24T14:00:00.000Z" }, of, own.body.sha256);
    expect(stale.body.type).toBe("urn:caudal:fresh-sign-in-needed");
    expect((await world.as({ sub: "clerk-1", role: "clerk" }, rectifyResolution, of, { body: error })).status).toBe(
      403,
    );
  });

  it("returned, rectifies nothing and leaves room for another", async () => {
    const claimId = await signed();
    const { body } = await world.as(resolver, rectifyResolution, claimId, { body: error });
    const params = { claimId, documentId: body.documentId };
    const back = await world.as(signer, returnDocument, claimId, { params, body: { reason: "Es otra calle." } });
    expect(back.status, back.text).toBe(200);
    expect(await sign(claimId, body.sha256)).toMatchObject({ outcome: "refused" });
    expect((await world.as(signer, returnDocument, claimId, { params, body: { reason: "Otra vez." } })).status).toBe(
      404,
    );
    expect(await world.deps.resolutionNumbers.find({ office: "MOQ", year: 2026 }, 2)).toEqual({
      claimId,
      state: "voided",
      reason: "Es otra calle.",
    });
    expect((await world.as(resolver, rectifyResolution, claimId, { body: error })).body.number).toBe("00003-2026-MOQ");
  });
});
