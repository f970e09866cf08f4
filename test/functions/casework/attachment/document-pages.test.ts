import { describe, expect, it } from "vitest";
import { showDocumentPages } from "../../../../shared/contract/case/case-routes.ts";
import type { OfficeDocument } from "../../../../shared/domain/case/issued-documents.ts";
import { person } from "../../../shared/casework/case-world.ts";
import { at, clerk, conciliator, inspector, on, openCaseFiles, world } from "../case-file-world.ts";
import { elevationLetter, steps, type Worker } from "../casework-world.ts";

openCaseFiles();

const now = "2026-11-25T15:00:00.000Z";
let made = 0;

/** A letter of bytes that no other test has. */
function letter(): OfficeDocument {
  made += 1;
  const sha256 = String(made).padStart(64, "a");
  return {
    ...elevationLetter(sha256.slice(0, 32)),
    documentId: `letter-${made}`,
    sha256,
    verificationCode: `PAGE-${String(made).padStart(4, "0")}-0000-0000`,
  };
}

/** Sends a document to signature, as another function does. */
const freeze = (claimId: string, document: OfficeDocument, instant = now) =>
  world.elsewhere(claimId, instant, [
    {
      type: "document-frozen",
      effectiveAt: instant,
      by: person("clerk-1", "clerk"),
      details: { number: `${made}-2026-MOQ`, document },
    },
  ]);

const look = (claimId: string, documentId: string, who: Worker = ["signer-1", "signer"]) =>
  world.as(who, showDocumentPages, { params: { claimId, documentId } });

const messagesOf = ({ sha256 }: OfficeDocument) =>
  world.toDraw.filter((task) => "sha256" in task && task.sha256 === sha256);

async function waitingLetter() {
  const { claimId } = await at(steps.filed(world));
  const document = letter();
  await freeze(claimId, document);
  on(now);
  return { claimId, document };
}

describe("the pages of a document that waits for its signature", () => {
  it("are asked for by the first look alone, and shown once they are drawn", async () => {
    const { claimId, document } = await waitingLetter();
    const { documentId, sha256 } = document;
    const drawing = { status: 200, body: { state: "drawing", pages: [], more: false } };
    expect(await look(claimId, documentId)).toMatchObject(drawing);
    expect(await look(claimId, documentId, clerk)).toMatchObject(drawing);
    expect(messagesOf(document)).toEqual([{ kind: "draw-document", documentId, sha256 }]);
    await world.documentPictures.settle(sha256, 2);
    const pages = [1, 2].map((page) => `https://evidence.example.pe/pages/${sha256}/${page}.jpg/${page}.jpg`);
    expect((await look(claimId, documentId)).body).toEqual({ state: "drawn", pages, more: false });
    expect(messagesOf(document)).toHaveLength(1);
  });

  it("are asked for once by two at the same time", async () => {
    const { claimId, document } = await waitingLetter();
    await Promise.all([look(claimId, document.documentId), look(claimId, document.documentId, clerk)]);
    expect(messagesOf(document)).toHaveLength(1);
  });

  it("are asked for again if they were lost on their way", async () => {
    const { claimId, document } = await waitingLetter();
    await look(claimId, document.documentId);
    on("2026-11-25T15:04:00.000Z");
    expect((await look(claimId, document.documentId)).body.state).toBe("drawing");
    expect(messagesOf(document)).toHaveLength(2);
  });

  it.each([
    [20, false],
    [60, true],
  ])("are at most twenty, of %i drawn: more %s", async (drawn, more) => {
    const { claimId, document } = await waitingLetter();
    await world.documentPictures.settle(document.sha256, drawn);
    const { body } = await look(claimId, document.documentId);
    expect([body.pages.length, body.more]).toEqual([20, more]);
  });

  it("are said not to be drawable where none was drawn", async () => {
    const { claimId, document } = await waitingLetter();
    await world.documentPictures.settle(document.sha256, 0);
    expect((await look(claimId, document.documentId)).body).toEqual({ state: "undrawable", pages: [], more: false });
    expect(messagesOf(document)).toEqual([]);
  });

  it("of one made anew are those of its own bytes, and the earlier one is not shown any more", async () => {
    const { claimId, document: first } = await waitingLetter();
    await world.documentPictures.settle(first.sha256, 1);
    const second = letter();
    await freeze(claimId, second);
    expect((await look(claimId, second.documentId)).body.state).toBe("drawing");
    expect((await look(claimId, first.documentId)).body.type).toBe("urn:caudal:document-not-found");
  });

  it("of one that was returned are shown to nobody", async () => {
    const { claimId, document } = await waitingLetter();
    await world.documentPictures.settle(document.sha256, 1);
    const of = (await world.caseFiles.read(claimId))?.events.length ?? 0;
    await world.elsewhere(claimId, now, [
      {
        type: "document-returned",
        effectiveAt: now,
        by: person("signer-1", "signer"),
        details: { of, number: `${made}-2026-MOQ`, reason: "Falta un folio." },
      },
    ]);
    expect((await look(claimId, document.documentId)).body.type).toBe("urn:caudal:document-not-found");
  });
});

describe("the pages of a draft", () => {
  const sha256 = "d".repeat(64);
  const printed = {
    ...{ documentId: "draft-1", sha256, fileName: "proyecto.pdf", on: "2026-12-24", version: 1 },
  };
  const saved = async () => {
    const { claimId } = await at(steps.filed(world));
    const draft = { outcome: "rejected", decision: "No.", reasons: "Nada.", months: [] } as const;
    await world.elsewhere(
      claimId,
      now,
      [],
      [world.draftWriter.save(claimId, { ...draft, savedAt: now, by: "resolver-1", printed }, undefined)],
    );
    return claimId;
  };

  it("as it was printed last are shown to who may print it, and to nobody else", async () => {
    const claimId = await saved();
    expect((await look(claimId, "draft-1")).body.state).toBe("drawing");
    await world.documentPictures.settle(sha256, 1);
    expect((await look(claimId, "draft-1", ["resolver-1", "resolver"])).body.pages).toHaveLength(1);
    expect((await look(claimId, "draft-1", conciliator)).body.type).toBe("urn:caudal:document-not-found");
  });
});

describe("who may not see a document", () => {
  it.each([
    ["an inspector whose visit it is not", inspector, "urn:caudal:claim-not-found"],
    ["whom the desk has no role for", ["admin", "administrator"] as Worker, "urn:caudal:not-your-role"],
  ])("is refused before anything is drawn: %s", async (_who, who, type) => {
    const { claimId, document } = await waitingLetter();
    expect((await look(claimId, document.documentId, who)).body.type).toBe(type);
    expect(messagesOf(document)).toEqual([]);
  });

  it.each(["another", "the-scan"])("nor is what the case has not: %s", async (documentId) => {
    const { claimId } = await waitingLetter();
    const before = world.toDraw.length;
    expect((await look(claimId, documentId, conciliator)).body.type).toBe("urn:caudal:document-not-found");
    expect(world.toDraw).toHaveLength(before);
  });

  it("nor a document of another case by the address of one's own", async () => {
    const { document } = await waitingLetter();
    const { claimId } = await waitingLetter();
    expect((await look(claimId, document.documentId)).body.type).toBe("urn:caudal:document-not-found");
    expect(messagesOf(document)).toEqual([]);
  });

  it("nor the claim's cargo, which has the claimant's key", async () => {
    const { claimId } = await waitingLetter();
    const document = { ...letter(), kind: "claim-cargo" } as const;
    await world.elsewhere(claimId, now, [
      {
        type: "document-added",
        effectiveAt: now,
        by: { kind: "system", name: "render-documents" },
        details: { document },
      },
    ]);
    expect((await look(claimId, document.documentId)).body.type).toBe("urn:caudal:document-not-found");
    expect(messagesOf(document)).toEqual([]);
  });
});
