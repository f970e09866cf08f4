import { createHash } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { attachmentPages } from "../../../../functions/accept-uploads/attachment-pages.ts";
import { drawDocument } from "../../../../functions/accept-uploads/draw-document.ts";
import { drawnPages } from "../../../../functions/accept-uploads/draw-pages.ts";
import { openDocumentPictures } from "../../../../shared/storage/attachment/document-pictures.ts";
import { type Death, mortal } from "../../../doubles/mortal.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { captureLog, type LogLine } from "../../log-lines.ts";
import { samplePdf } from "../sample-attachments.ts";

let local: TestTables;
let claims: Awaited<ReturnType<TestTables["table"]>>;
let documents: Map<string, Uint8Array>;
let pages: Map<string, Uint8Array>;
let drawings: number;
let lines: () => readonly LogLine[];
beforeAll(async () => {
  local = await testTables();
  claims = await local.table("claims");
}, 60_000);
afterAll(() => local.stop());
beforeEach(() => {
  documents = new Map();
  pages = new Map();
  drawings = 0;
  lines = captureLog();
});
afterEach(() => {
  vi.restoreAllMocks();
});

type Draw = typeof attachmentPages;
/** As the worker draws, but in this thread: a busy machine must not draw less here. */
const inThisThread: Draw = async (contentType, bytes) => {
  const pages: Uint8Array[] = [];
  for await (const page of drawnPages(contentType, Buffer.from(bytes))) pages.push(page);
  return { pages, isWhole: true };
};
const noPage: Draw = async () => ({ pages: [], isWhole: true });
const threePages: Draw = async () => ({
  pages: ["one", "two", "three"].map((page) => Buffer.from(page)),
  isWhole: true,
});
const cutShort: Draw = async () => ({ pages: [Buffer.from("one")], isWhole: false });

/** The worker as a process that may be killed at a call to a store. */
function workerThat(draw: Draw = threePages, death?: Death) {
  const life = mortal(death);
  const documentPictures = openDocumentPictures(claims);
  const deps = {
    officeDocuments: life.wrap({ read: async (documentId: string) => documents.get(documentId) ?? new Uint8Array() }),
    documentPictures: life.wrap(documentPictures),
    attachmentPages: life.wrap({
      write: async (name: string, bytes: Uint8Array) => void pages.set(name, bytes),
      read: async () => new Uint8Array(),
    }),
    draw: (...given: Parameters<Draw>) => {
      drawings += 1;
      return draw(...given);
    },
  };
  return { handle: (one: ReturnType<typeof kept>) => drawDocument(deps, one), documentPictures, life };
}

/** Keeps bytes as the office keeps a document of its own: by their hash. */
function kept(bytes: Uint8Array) {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const documentId = sha256.slice(0, 32);
  documents.set(documentId, bytes);
  return { documentId, sha256 };
}
let made = 0;
/** A document that no other test has. */
const another = () => {
  made += 1;
  return kept(Buffer.from(`a letter ${made}`));
};
const namesOf = (sha256: string) => [1, 2, 3].map((page) => `${sha256}/${page}.jpg`);

describe("the pages of a document of the office", () => {
  it("are drawn from its very bytes, as pictures", async () => {
    const document = kept(samplePdf());
    const { handle, documentPictures } = workerThat(inThisThread);
    await handle(document);
    expect(await documentPictures.pages(document.sha256)).toBe(1);
    const picture = pages.get(`${document.sha256}/1.jpg`);
    expect([...(picture?.subarray(0, 3) ?? [])]).toEqual([0xff, 0xd8, 0xff]);
  }, 120_000);

  it("are drawn once, however often they are asked for", async () => {
    const document = another();
    const { handle } = workerThat();
    await handle(document);
    await handle(document);
    expect(drawings).toBe(1);
    expect([...pages.keys()]).toEqual(namesOf(document.sha256));
  });

  it("come out the same if two draw them at once", async () => {
    const document = another();
    const [one, two] = [workerThat(), workerThat()];
    await Promise.all([one.handle(document), two.handle(document)]);
    expect([...pages.keys()].toSorted()).toEqual(namesOf(document.sha256));
    expect(await one.documentPictures.pages(document.sha256)).toBe(3);
  });

  it("of a draft that is made anew are its own: the earlier one's stand beside them and under another name", async () => {
    const { handle, documentPictures } = workerThat();
    const [first, second] = [another(), another()];
    await handle(first);
    expect(await documentPictures.pages(second.sha256)).toBeUndefined();
    await handle(second);
    expect([...pages.keys()]).toEqual([...namesOf(first.sha256), ...namesOf(second.sha256)]);
  });

  it("are never those of other bytes: a document that is not the one asked for goes back", async () => {
    const document = another();
    documents.set(document.documentId, Buffer.from("something else"));
    const { handle, documentPictures } = workerThat();
    await expect(handle(document)).rejects.toThrow("other bytes");
    expect(await documentPictures.pages(document.sha256)).toBeUndefined();
    expect(pages.size).toBe(0);
  });

  it("are none, said in a line, of what cannot be drawn; it is not tried again", async () => {
    const document = kept(Buffer.from("no PDF"));
    const { handle, documentPictures } = workerThat(noPage);
    await handle(document);
    await handle(document);
    expect(drawings).toBe(1);
    expect(await documentPictures.pages(document.sha256)).toBe(0);
    expect(lines()).toEqual([{ level: "warn", event: "document-undrawable", documentId: document.documentId }]);
  }, 120_000);

  it("are not recorded while a drawing was cut short: it comes again, and is whole then", async () => {
    const document = another();
    await expect(workerThat(cutShort).handle(document)).rejects.toThrow("up to page 1 only");
    const { handle, documentPictures } = workerThat();
    expect(await documentPictures.pages(document.sha256)).toBeUndefined();
    await handle(document);
    expect(await documentPictures.pages(document.sha256)).toBe(3);
  });

  it("are whole after a death at every call: their number is written last, and the next one draws them", async () => {
    const calls = 6;
    for (const when of ["before", "after"] as const)
      for (let nth = 1; nth <= calls; nth += 1) {
        const document = another();
        const killed = workerThat(threePages, { nth, when });
        await expect(killed.handle(document)).rejects.toThrow("killed");
        const known = await killed.documentPictures.pages(document.sha256);
        expect(known).toBe(nth === calls && when === "after" ? 3 : undefined);
        await workerThat().handle(document);
        expect(await killed.documentPictures.pages(document.sha256)).toBe(3);
        for (const name of namesOf(document.sha256)) expect(pages.has(name)).toBe(true);
      }
    const whole = workerThat();
    await whole.handle(another());
    expect(whole.life.calls).toBe(calls);
  }, 120_000);
});
