import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { rectifyResolution, signResolution } from "../../../shared/contract/signing-routes.ts";
import { lastEntry } from "../../../shared/domain/case-events.ts";
import { readPdf } from "../../shared/documents/pdf-reader.ts";
import { type DynamoDbLocal, dynamoDbLocal } from "../../shared/storage/dynamodb-local.ts";
import { captureLog } from "../log-lines.ts";
import { drafting, resolver, type SigningWorld, signer, signingWorld } from "./signing-world.ts";

let local: DynamoDbLocal;
let world: SigningWorld;
beforeAll(async () => {
  local = await dynamoDbLocal();
}, 60_000);
afterAll(() => local.stop());
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(drafting) });
  captureLog();
  world = await signingWorld(local);
});
afterEach(() => void vi.useRealTimers());

const number = "00001-2026-MOQ";
const error = { of: number, says: "CALLE FICTISIA 101", should: "CALLE FICTICIA 101" };

async function signed(): Promise<string> {
  const { claimId, sha256 } = await world.issued();
  const { status } = await world.as(signer, signResolution, claimId, {
    body: { sha256, signature: { way: "second-factor" } },
  });
  expect(status).toBe(200);
  return claimId;
}

describe("rectifying a signed resolution", () => {
  it("says what it says and what it should in a sealed document, and moves neither state nor decision", async () => {
    const claimId = await signed();
    const { status, body } = await world.as(signer, rectifyResolution, claimId, { body: error });
    expect(status).toBe(200);
    expect(body.state).toBe("resolved");
    const kept = world.documents.kept.get(body.documentId) ?? new Uint8Array();
    const text = readPdf(kept).text.replaceAll("\n", " ");
    for (const said of [number, error.says, error.should, "Lo decidido y sus montos no cambian"])
      expect(text).toContain(said);
    const entry = lastEntry(await world.events(claimId), "rectified");
    expect(entry?.details).toMatchObject({
      ...error,
      document: { kind: "rectification", documentId: body.documentId },
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

  it("is the signer's, with a sign-in just made, of what was signed", async () => {
    const { claimId } = await world.issued();
    expect((await world.as(signer, rectifyResolution, claimId, { body: error })).body.type).toBe("urn:caudal:not-now");
    const old = { ...signer, at: "2026-12-24T14:00:00.000Z" };
    const stale = await world.as(old, rectifyResolution, await signed(), { body: { ...error, of: "00002-2026-MOQ" } });
    expect(stale.body.type).toBe("urn:caudal:fresh-sign-in-needed");
    expect((await world.as(resolver, rectifyResolution, claimId, { body: error })).status).toBe(403);
  });
});
