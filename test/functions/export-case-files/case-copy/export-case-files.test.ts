import { PDFDocument } from "@cantoo/pdf-lib";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { sha256Of } from "../../../../shared/casework/seal/issue-document.ts";
import { entriesOf } from "../../../../shared/domain/case/case-events.ts";
import type { CopyKind } from "../../../../shared/domain/case-copy/case-copy.ts";
import { chainFaults } from "../../../../shared/storage/case/case-chain.ts";
import { jpeg } from "../../../corpora/photo-files.ts";
import { person } from "../../../shared/casework/case-world.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { blackPng, type ExportWorld, evidence, exportWorld, noisePng, pdfOf, pngOf } from "../export-world.ts";

let local: TestTables;
let made: ExportWorld;
beforeAll(async () => {
  local = await testTables();
}, 60_000);
afterAll(() => local.stop());
beforeEach(async () => {
  made = await exportWorld(local, { piecesPerPart: 4 });
  const { keep, add } = made;
  const report = keep("informe-del-vecino.pdf", "application/pdf", await pdfOf("Informe", 3));
  await add(evidence(report, keep("foto.png", "image/png", pngOf(40, 30))));
  await add({
    type: "delivery-attempted",
    effectiveAt: "2026-12-01T15:00:00.000Z",
    by: person("clerk-1", "clerk"),
    details: {
      noticeId: "n1",
      outcome: "absent",
      nextOn: "2026-12-02" as never,
      premises: "Portón verde.",
      photos: [keep("porton.pdf", "application/pdf", await pdfOf("Portón", 2, 90))],
    },
  });
});

interface Manifest {
  readonly folios: number;
  readonly chainHead: string;
  readonly files: readonly { name: string; sha256: string; sizeBytes: number }[];
  readonly pieces: readonly {
    piece: number;
    entry: number;
    folios: { from: number; to: number };
    state: string;
    title: string;
    beside?: string;
  }[];
  readonly entries: Parameters<typeof chainFaults>[0];
}
const manifestOf = (copy: CopyKind): Manifest => JSON.parse(Buffer.from(made.file(copy, "manifiesto.json")).toString());
const copied = async (copy: CopyKind): Promise<Manifest> => {
  await made.order(copy);
  await made.run();
  return manifestOf(copy);
};
const pdf = (copy: CopyKind, name: string) => PDFDocument.load(made.file(copy, name));

/** The words on each page that the merge itself drew: they are in the reader's own font. */
async function stampsOf(copy: CopyKind, name: string): Promise<string[]> {
  const pages = (await pdf(copy, name)).getPages();
  return pages.flatMap((page) =>
    page.extractContents().flatMap((one) => {
      const text = one.kind === "text" ? one.getText() : "";
      return /^Folio \d{6}( a \d{6})? · expediente /.test(text) ? [text] : [];
    }),
  );
}

describe("the tribunal's copy", () => {
  it("is whole: each part, the index, every hash, the chain, the seal, and the entry that names it", async () => {
    const manifest = await copied("tribunal");
    expect(manifest.files.map(({ name }) => name)).toEqual(["indice.pdf", "parte-01.pdf", "parte-02.pdf"]);
    for (const { name, sha256, sizeBytes } of manifest.files) {
      const bytes = made.file("tribunal", name);
      expect([sha256Of(bytes), bytes.length]).toEqual([sha256, sizeBytes]);
    }
    expect(manifest.pieces.map(({ title, folios: { from, to } }) => [title, from, to])).toEqual([
      ["Carátula", 1, 1],
      ["Reclamo presentado", 2, 2],
      ["Prueba agregada por la empresa", 3, 3],
      ["informe-del-vecino.pdf", 4, 6],
      ["foto.png", 7, 7],
      ["Intento de entrega", 8, 8],
      ["porton.pdf", 9, 10],
    ]);
    expect(chainFaults(manifest.entries)).toEqual([]);
    expect(manifest.entries.map(({ content }) => content !== undefined)).toEqual([false, true, true]);
    const seal = JSON.parse(Buffer.from(made.file("tribunal", "manifiesto.sello.json")).toString());
    expect(made.key.vouchesFor(seal)).toBe(true);
    const sha256 = sha256Of(made.file("tribunal", "manifiesto.json"));
    expect(JSON.parse(seal.statement)).toMatchObject({ sha256, chainHead: manifest.chainHead });
    // The first sheet, the part's own index, which has no folio, and the rest.
    expect((await pdf("tribunal", "parte-01.pdf")).getPageCount()).toBe(1 + 1 + 5);
    const events = (await made.world.caseFiles.read(made.claimId))?.events ?? [];
    const [exported, ...more] = entriesOf(events, "case-file-exported");
    expect(exported?.details).toMatchObject({ manifestSha256: sha256, folios: 10, parts: 2, upTo: 3 });
    expect(more).toEqual([]);
    expect(sha256Of(made.documents.kept.get(exported?.details.document.documentId ?? "") ?? new Uint8Array())).toBe(
      exported?.details.document.sha256,
    );
  });

  it("bears no key that opens the claim: the content that holds it goes as its hash", async () => {
    await copied("tribunal");
    const { claimKey, holdKey } = entriesOf(
      (await made.world.caseFiles.read(made.claimId))?.events ?? [],
      "claim-filed",
    )[0]?.details ?? { claimKey: "", holdKey: "" };
    expect(claimKey).toHaveLength(22);
    const said = JSON.stringify(made.sheets) + Buffer.from(made.file("tribunal", "manifiesto.json")).toString();
    for (const key of [claimKey, holdKey]) expect(said).not.toContain(key);
    await copied("claimant");
    expect(Buffer.from(made.file("claimant", "manifiesto.json")).toString()).not.toContain(claimKey);
  });

  it("bears nothing that is for the office alone: what is no part of the file goes as its hash", async () => {
    const reason = "Nota interna: revisar antes del lunes.";
    await made.add({
      type: "manager-alerted",
      effectiveAt: "2026-12-01T15:00:00.000Z",
      by: person("analyst-1", "analyst"),
      details: { reason },
    });
    await made.add(evidence());
    for (const copy of ["tribunal", "print", "claimant"] as const) {
      const { entries } = await copied(copy);
      expect(entries.map(({ content }) => content !== undefined)[3], copy).toBe(false);
      expect(chainFaults(entries)).toEqual([]);
      const said = JSON.stringify(made.sheets) + Buffer.from(made.file(copy, "manifiesto.json")).toString();
      expect(said).not.toContain(reason);
    }
  });

  it("gives the same bytes again, and notes one entry however often a step is done again", async () => {
    await copied("tribunal");
    const first = new Map(made.written);
    await made.order("tribunal", "2026-12-29");
    await made.run();
    for (const [name, bytes] of first)
      if (!name.includes("sello"))
        expect(sha256Of(made.file("tribunal", name.split("/")[1] ?? "")), name).toBe(sha256Of(bytes));
    await made.order("tribunal", "2026-12-29");
    await made.run();
    const events = (await made.world.caseFiles.read(made.claimId))?.events ?? [];
    expect(entriesOf(events, "case-file-exported")).toHaveLength(2);
  });
});

describe("folios", () => {
  it("are stamped on every page of the print set, one after the other, but not on an index", async () => {
    const { folios } = await copied("print");
    const stamps = [...(await stampsOf("print", "parte-01.pdf")), ...(await stampsOf("print", "parte-02.pdf"))];
    expect(stamps.map((stamp) => Number(stamp.slice(6, 12)))).toEqual(
      Array.from({ length: folios }, (_, at) => at + 1),
    );
    await copied("tribunal");
    expect(await stampsOf("tribunal", "parte-01.pdf")).toEqual([]);
  });

  it("are never given anew: what is added comes after", async () => {
    const before = await copied("print");
    await made.add(evidence(made.keep("otro.pdf", "application/pdf", await pdfOf("Otro", 2))));
    const after = await copied("print");
    expect(after.pieces.length).toBe(before.pieces.length + 2);
    expect(after.pieces.slice(0, before.pieces.length)).toEqual(
      before.pieces.map((piece) => ({ ...piece, part: expect.any(Number) })),
    );
  });

  it("are the same in every copy, also of what one reader may not have", async () => {
    const folios = async (copy: CopyKind) => (await copied(copy)).pieces.map((piece) => piece.folios);
    const whole = await folios("tribunal");
    expect(await folios("claimant")).toEqual(whole);
    expect(await folios("third-party")).toEqual(whole);
  });
});

describe("what is of other people", () => {
  const states = ({ pieces }: Manifest) => pieces.map(({ state }) => state);

  it("stays out of the claimant's copy until the office decides, name and all", async () => {
    const manifest = await copied("claimant");
    expect(states(manifest)).toEqual(["whole", "whole", "others-data", "others-data", "others-data", "whole", "whole"]);
    expect(chainFaults(manifest.entries)).toEqual([]);
    expect(manifest.entries.map(({ content }) => content !== undefined)).toEqual([false, false, true]);
    const said = JSON.stringify(manifest) + JSON.stringify(made.sheets.slice(-1));
    expect(said).not.toContain("VECINO");
    expect(said).not.toContain("vecino");
  });

  it("is given, or kept back, as it is decided", async () => {
    const decide = (open: boolean) =>
      made.add({
        type: "access-decided",
        effectiveAt: "2026-12-01T15:00:00.000Z",
        by: person("clerk-1", "clerk"),
        details: { seq: 2, copy: "claimant", open, reason: "Solo habla de su predio." },
      });
    await decide(true);
    expect(states(await copied("claimant")).slice(2, 5)).toEqual(["whole", "whole", "whole"]);
    await decide(false);
    expect(states(await copied("claimant")).slice(2, 5)).toEqual(["kept-back", "kept-back", "kept-back"]);
  });

  it("is kept as from the claimant, in what the office hands over to them: but the cargo, whose key it may not see", async () => {
    const bytes = await pdfOf("Cargo");
    const sha256 = sha256Of(bytes);
    const documentId = sha256.slice(0, 32);
    made.documents.kept.set(documentId, bytes);
    const about = { fileName: "cargo.pdf", sizeBytes: bytes.length, verificationCode: "0000-0000-0000-0001" };
    await made.add({
      type: "document-added",
      effectiveAt: "2026-12-01T15:00:00.000Z",
      by: { kind: "system", name: "render-documents" },
      details: { document: { documentId, kind: "claim-cargo", sha256, ...about } },
    });
    const own = states(await copied("claimant"));
    const handed = await copied("handed-over");
    expect(own.at(-1)).toBe("whole");
    expect(states(handed)).toEqual([...own.slice(0, -1), "holds-key"]);
    const { claimKey } = entriesOf((await made.world.caseFiles.read(made.claimId))?.events ?? [], "claim-filed")[0]
      ?.details ?? { claimKey: "" };
    expect(JSON.stringify(made.sheets) + JSON.stringify(handed)).not.toContain(claimKey);
    await made.add({
      type: "access-decided",
      effectiveAt: "2026-12-01T15:00:00.000Z",
      by: person("clerk-1", "clerk"),
      details: { seq: 2, copy: "claimant", open: true, reason: "Solo habla de su predio." },
    });
    expect(states(await copied("handed-over")).slice(2, 5)).toEqual(["whole", "whole", "whole"]);
  });

  it("is everything, for a third party: they see that it is there, and its hashes", async () => {
    const manifest = await copied("third-party");
    expect(new Set(states(manifest).slice(1))).toEqual(new Set(["others-data"]));
    expect(manifest.entries.every(({ content }) => content === undefined)).toBe(true);
    expect(chainFaults(manifest.entries)).toEqual([]);
    expect(Buffer.from(made.file("third-party", "manifiesto.json")).toString()).not.toContain("CLIENTE");
  });

  it("a chain of which one entry was changed does not verify", async () => {
    const { entries } = await copied("tribunal");
    const [first, second, ...rest] = entries;
    if (!first || !second) throw new Error("no entries");
    const envelope = { ...second.envelope, at: "2026-12-01T15:00:01.000Z" };
    expect(chainFaults([first, { ...second, envelope }, ...rest])).toEqual([{ seq: 2, what: "changed" }]);
  });
});

describe("a file that cannot be bound", () => {
  const encrypted = async () => {
    const one = await PDFDocument.create();
    one.addPage();
    one.encrypt({ userPassword: "clave", ownerPassword: "clave" });
    return one.save();
  };
  it.each<readonly [why: string, name: string, type: string, bytes: () => Promise<Uint8Array> | Uint8Array]>([
    ["is encrypted", "cifrado.pdf", "application/pdf", encrypted],
    ["is no PDF", "roto.pdf", "application/pdf", () => Buffer.from("%PDF-1.4\nno\n%%EOF")],
    ["is a photo of a kind no reader shows", "foto.HEIC", "image/heic", () => Buffer.from("....ftypheic")],
    ["is a photo of more points than are drawn here", "foto.png", "image/png", () => blackPng(4000, 2500)],
    ["is a photo with a second head", "foto.png", "image/png", () => Buffer.concat([pngOf(4, 3), Buffer.from("IHDR")])],
    ["is no photo", "foto.jpg", "image/jpeg", () => Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 2])],
    [
      "is more than half a part",
      "grande.pdf",
      "application/pdf",
      async () => Buffer.concat([await pdfOf("Grande"), Buffer.alloc(11_000_000)]),
    ],
  ])("%s: a sheet says so in one folio, and it goes beside", async (_, name, type, bytes) => {
    await made.add(evidence(made.keep(name, type, await bytes())));
    const manifest = await copied("tribunal");
    expect(manifest.pieces.at(-1)).toMatchObject({ state: "beside", folios: { from: 12, to: 12 } });
    expect(manifest.pieces.at(-1)?.beside).toBe(`adjunto-0009.${name.split(".")[1]?.toLowerCase()}`);
  });

  it("but a photo of such a kind that a picture was made of is shown by it, and goes beside too", async () => {
    const heic = made.keep("foto.HEIC", "image/heic", Buffer.from("....ftypheic"));
    made.pictures.kept.set(`${heic.documentId}/1.jpg`, jpeg());
    await made.add(evidence(heic));
    const manifest = await copied("tribunal");
    expect(manifest.pieces.at(-1)).toMatchObject({
      state: "whole",
      folios: { from: 12, to: 12 },
      beside: "adjunto-0009.heic",
      sha256: heic.sha256,
    });
    expect((await copied("claimant")).pieces.at(-1)).toMatchObject({
      state: "others-data",
      folios: { from: 12, to: 12 },
    });
  });

  it("but one that is signed is bound, and goes beside as it is too", async () => {
    const signed = Buffer.concat([await pdfOf("Firmado"), Buffer.from("% /ByteRange\n")]);
    await made.add(evidence(made.keep("firmado.pdf", "application/pdf", signed)));
    const last = (await copied("tribunal")).pieces.at(-1);
    expect(last).toMatchObject({ state: "whole", beside: "adjunto-0009.pdf", sha256: sha256Of(signed) });
  });

  it("that is not what was received is not passed on: the sheet says so", async () => {
    const attachment = made.keep("cambiado.pdf", "application/pdf", await pdfOf("Uno"));
    await made.add(evidence(attachment));
    made.attachments.kept.set(attachment.documentId, await pdfOf("Otro"));
    expect((await copied("tribunal")).pieces.at(-1)).toMatchObject({ state: "altered" });
  });
});

it("parts stay within what the tribunal takes", async () => {
  made = await exportWorld(local, { maxPartMb: 0.15 });
  const noise = async (words: string) => {
    const page = await PDFDocument.load(await pdfOf(words));
    page.attach(Buffer.from(Array.from({ length: 60_000 }, (_, at) => (at * 7919 + words.length * 31) % 251)), "r.bin");
    return page.save();
  };
  for (let at = 0; at < 6; at += 1)
    await made.add(evidence(made.keep(`r${at}.pdf`, "application/pdf", await noise("x".repeat(at)))));
  const { files, pieces } = await copied("print");
  const parts = files.filter(({ name }) => name.startsWith("parte"));
  expect(parts.length).toBeGreaterThan(1);
  for (const { sizeBytes } of parts) expect(sizeBytes).toBeLessThanOrEqual(150_000);
  expect(pieces).toHaveLength(14);
});

it("a photo that takes more than its file goes in a part of its own, or beside the copy, and the export always ends", async () => {
  made = await exportWorld(local, { maxPartMb: 0.2 });
  const { add, keep } = made;
  const photos = [180, 230, 181, 231, 300].map((side) => keep(`lado-${side}.png`, "image/png", noisePng(side)));
  await add(evidence(...photos));
  const { files, pieces } = await copied("tribunal");
  expect(pieces.slice(-5).map(({ state }) => state)).toEqual(["whole", "whole", "whole", "whole", "beside"]);
  for (const { sizeBytes } of files) expect(sizeBytes).toBeLessThanOrEqual(200_000);
  expect((await copied("third-party")).folios).toBe(pieces.at(-1)?.folios.to);
});
