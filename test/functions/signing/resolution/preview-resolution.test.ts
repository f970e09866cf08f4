import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { issueResolution, previewResolution } from "../../../../shared/contract/resolution/signing-routes.ts";
import { readPdf } from "../../../shared/documents/pdf-reader.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { drafting, resolver, type SigningWorld, signer, signingWorld, type Worker } from "../signing-world.ts";

let local: TestTables;
let world: SigningWorld;
beforeAll(async () => {
  local = await testTables();
}, 60_000);
afterAll(() => local.stop());
const on = (now: string) => void vi.useFakeTimers({ toFake: ["Date"], now: new Date(now) });
beforeEach(async () => {
  on(drafting);
  world = await signingWorld(local);
});
afterEach(() => void vi.useRealTimers());

const preview = (claimId: string, who: Worker = resolver) => world.as(who, previewResolution, claimId, { body: {} });
const wordsOf = (documentId: string) =>
  readPdf(world.documents.kept.get(documentId) ?? new Uint8Array()).text.replaceAll("\n", " ");
async function drafted(draft: Parameters<SigningWorld["draft"]>[1] = {}, items?: readonly string[]) {
  const claimId = await world.heard(items);
  await world.draft(claimId, draft);
  return claimId;
}

describe("the letter of a draft", () => {
  it("has the words that are sent to signature, under a line that says what it is, without number and code", async () => {
    const claimId = await drafted();
    const before = await world.file(claimId);
    const { status, body } = await preview(claimId);
    expect([status, body.fileName, body.savedAt]).toEqual([200, `proyecto-${before.head.code}.pdf`, drafting]);
    const words = wordsOf(body.documentId);
    expect(words).toContain("PROYECTO: no está firmado, no tiene número ni código");
    expect(words).toContain("Resolución N.° PROYECTO");
    expect(words).not.toContain("Verificación");
    const { documentId } = (await world.as(resolver, issueResolution, claimId, { body: {} })).body;
    const printed = wordsOf(documentId);
    for (const part of [
      "La lectura es correcta",
      "No corresponde cobrar otro consumo",
      "Artículo 1. Declarar INFUNDADO",
    ])
      expect([printed.includes(part), words.includes(part)]).toEqual([true, true]);
  });

  it("records no entry, takes no number, and is printed once a day while nothing changes", async () => {
    const claimId = await drafted();
    const before = await world.file(claimId);
    const { body: first } = await preview(claimId);
    const kept = world.documents.kept.size;
    expect((await preview(claimId, signer)).body).toEqual(first);
    expect(world.documents.kept.size).toBe(kept);
    const after = await world.file(claimId);
    expect([after.head.version, after.head.chainHead]).toEqual([before.head.version, before.head.chainHead]);
    expect(after.draft).toMatchObject({ savedAt: drafting, printed: { documentId: first.documentId } });
    on("2026-12-26T15:00:00.000Z");
    expect((await preview(claimId)).body.documentId).not.toBe(first.documentId);
  });

  it("is that of the draft as it was saved last", async () => {
    const claimId = await drafted();
    const { body: first } = await preview(claimId);
    await world.draft(claimId, { reasons: "La visita no halló fuga.", savedAt: "2026-12-24T15:00:01.000Z" });
    const { body } = await preview(claimId);
    expect(body.documentId).not.toBe(first.documentId);
    expect(wordsOf(body.documentId)).toContain("La visita no halló fuga.");
  });

  it("may be seen while evidence is missing: it says that nobody let it go", async () => {
    const claimId = await drafted({}, []);
    const { status, body } = await preview(claimId);
    expect(status).toBe(200);
    expect(wordsOf(body.documentId)).toContain("[falta agregarla, o que otra persona la dispense por escrito]");
  });

  it("is refused without a draft, and where a month has no price", async () => {
    expect((await preview(await world.heard())).body.type).toBe("urn:caudal:no-draft");
    const month = { receiptNumber: "S001-00045001", correctedM3: 9999 };
    expect((await preview(await drafted({ months: [month] }))).body.type).toBe("urn:caudal:cannot-price");
  });
});
