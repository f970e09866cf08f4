import { deflateSync } from "node:zlib";
import { degrees, PDFDocument, StandardFonts } from "@cantoo/pdf-lib";
import type { ExportDeps } from "../../../functions/export-case-files/export-deps.ts";
import { exportMessages } from "../../../functions/export-case-files/export-messages.ts";
import { type Decision, record } from "../../../shared/casework/case/record.ts";
import { lastPieceSeq, piecesOf } from "../../../shared/casework/case-copy/case-pieces.ts";
import { sha256Of } from "../../../shared/casework/seal/issue-document.ts";
import type { Sheet } from "../../../shared/documents/sheet.ts";
import type { CopyKind } from "../../../shared/domain/case-copy/case-copy.ts";
import type { Attachment } from "../../../shared/domain/filing/claim-form.ts";
import { calendarDay } from "../../../shared/domain/term/calendar-day.ts";
import { type CaseExport, type ExportId, openCaseExports } from "../../../shared/storage/case-copy/case-exports.ts";
import { assumed } from "../../../shared/tenant/tenant-value.ts";
import { keptEvidence } from "../../doubles/kept-evidence.ts";
import { type SealKey, sealKey } from "../../doubles/seal-key.ts";
import { type CaseWorld, caseWorld, person } from "../../shared/casework/case-world.ts";
import { pdfRenderer } from "../../shared/documents/document-examples.ts";
import type { TestTables } from "../../shared/storage/test-tables.ts";

const filedAt = "2026-11-23T15:00:00.000Z";
const orderedAt = "2026-12-28T15:00:00.000Z";

/** A case whose files are in memory, and the function that copies it, step by step. */
export interface ExportWorld {
  readonly world: CaseWorld;
  readonly claimId: string;
  readonly deps: ExportDeps;
  readonly key: SealKey;
  /** What was printed, in order. */
  readonly sheets: Sheet[];
  /** Files of copies, by `{copy}/{name}`. */
  readonly written: Map<string, Uint8Array>;
  readonly attachments: ReturnType<typeof keptEvidence>;
  readonly pictures: ReturnType<typeof keptEvidence>;
  readonly documents: ReturnType<typeof keptEvidence>;
  /** Messages that wait. */
  readonly queue: ExportId[];
  keep(fileName: string, contentType: string, bytes: Uint8Array, state?: Attachment["state"]): Attachment;
  add(...entries: Decision["entries"]): Promise<void>;
  /** Asks for a copy; on another day it is another. */
  order(copy: CopyKind, on?: string): Promise<CaseExport>;
  /** Does steps until none is asked for. */
  run(deps?: ExportDeps): Promise<void>;
  /** A file of the last copy of a kind. */
  file(copy: CopyKind, name: string): Uint8Array;
}

/** A PDF renderer that prints each sheet once: what a case prints is the same in every copy of it. */
function thriftyPress(sheets: Sheet[]) {
  const printed = new Map<string, Promise<Uint8Array>>();
  return {
    print: (sheet: Sheet) => {
      sheets.push(sheet);
      const name = JSON.stringify(sheet);
      const bytes = printed.get(name) ?? pdfRenderer.print(sheet);
      printed.set(name, bytes);
      return bytes;
    },
  };
}

let ids = 0;

export async function exportWorld(
  local: TestTables,
  { piecesPerPart = 150, maxPartMb = 20 } = {},
): Promise<ExportWorld> {
  const cases = await caseWorld(local);
  const laws = cases.tenant.laws.map((law) => ({
    ...law,
    trass: { ...law.trass, maxPartMb: assumed(maxPartMb, "of the test") },
  }));
  const world = { ...cases, tenant: { ...cases.tenant, laws } };
  const { file } = await world.fileOne(filedAt);
  const { claimId } = file.head;
  const attachments = keptEvidence();
  const pictures = keptEvidence();
  const documents = keptEvidence();
  const written = new Map<string, Uint8Array>();
  const queue: ExportId[] = [];
  const sheets: Sheet[] = [];
  const key = sealKey();
  const deps: ExportDeps = {
    ...world,
    caseExports: openCaseExports(world.claims),
    exportFiles: () => ({ write: async ({ copy }, name, bytes) => void written.set(`${copy}/${name}`, bytes) }),
    exportWork: { send: async (id) => void queue.push(id) },
    attachments,
    pictures,
    documents,
    seals: key.seals,
    pdfRenderer: thriftyPress(sheets),
    siteAddress: "https://example.pe",
    piecesPerPart,
    now: () => orderedAt,
  };
  const run: ExportWorld["run"] = async (on = deps) => {
    const handle = exportMessages(on);
    for (let steps = 0; queue.length > 0; steps += 1) {
      if (steps > 400) throw new Error("it does not end");
      await handle(queue.shift());
    }
  };
  return {
    world,
    claimId,
    deps,
    key,
    sheets,
    written,
    attachments,
    pictures,
    documents,
    queue,
    run,
    keep: (fileName, contentType, bytes, state = "received") => {
      ids += 1;
      const documentId = `paper-${ids}`;
      attachments.kept.set(documentId, bytes);
      return { documentId, fileName, contentType, sizeBytes: bytes.length, sha256: sha256Of(bytes), state };
    },
    add: async (...entries) => {
      const recorded = await record(world, { claimId, now: "2026-12-01T15:00:00.000Z" }, () => ({
        ok: true,
        value: { entries },
      }));
      if (!recorded.ok) throw new Error(`not recorded: ${recorded.error}`);
    },
    order: async (copy, on = "2026-12-28") => {
      const events = (await world.caseFiles.read(claimId))?.events ?? [];
      const id = { claimId, copy, upTo: lastPieceSeq(events), on: calendarDay(on) };
      queue.push(id);
      return deps.caseExports.open({
        ...id,
        madeAt: orderedAt,
        verificationCode: "K7QF-2M9X-4TBD-R0ZA",
        ofPieces: piecesOf(events).length,
        touchedAt: orderedAt,
      });
    },
    file: (copy, name) => {
      const bytes = written.get(`${copy}/${name}`);
      if (!bytes) throw new Error(`there is no ${copy}/${name}`);
      return bytes;
    },
  };
}

/** A PDF of some pages, turned and with its own words; two of the same words are the same bytes. */
export async function pdfOf(words: string, pages = 1, turn = 0): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (let page = 1; page <= pages; page += 1) {
    const drawn = pdf.addPage([595, 842]);
    drawn.setRotation(degrees(turn));
    drawn.drawText(`${words}, hoja ${page}`, { x: 60, y: 700, size: 12, font });
  }
  return pdf.save();
}

/** A PNG of one colour. */
export function pngOf(width: number, height: number): Uint8Array {
  const rows = Buffer.concat(
    Array.from({ length: height }, () =>
      Buffer.from([0, ...Array.from({ length: width }, () => [90, 120, 200]).flat()]),
    ),
  );
  return pngMade(width, height, 2, rows);
}

/** A PNG whose every point is black: few bytes, however large it is. */
export function blackPng(width: number, height: number): Uint8Array {
  return pngMade(width, height, 0, Buffer.alloc((width + 1) * height));
}

/** A PNG of a palette, without any pattern: bound, each of its bytes comes to more than two. */
export function noisePng(side: number): Uint8Array {
  let drawn = 1;
  const next = () => {
    drawn = (drawn * 48_271) % 2_147_483_647;
    return drawn;
  };
  const noise = (bytes: Buffer) => bytes.map(() => next() >>> 8);
  const rows = Array.from({ length: side }, () => [Buffer.alloc(1), noise(Buffer.alloc(side))]).flat();
  const palette = chunk("PLTE", Buffer.from(noise(Buffer.alloc(768))));
  const veils = chunk("tRNS", Buffer.from(noise(Buffer.alloc(256))));
  return pngMade(side, side, 3, Buffer.concat(rows), palette, veils);
}

function pngMade(width: number, height: number, colour: number, rows: Buffer, ...between: Buffer[]): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, colour, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    ...between,
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length, 0);
  head.write(type, 4, "latin1");
  const end = Buffer.alloc(4);
  end.writeUInt32BE(crc(Buffer.concat([head.subarray(4), data])), 0);
  return Buffer.concat([head, data, end]);
}

function crc(bytes: Buffer): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}

/** What an area of the company adds to the file. */
export const evidence = (...attachments: readonly Attachment[]): Decision["entries"][number] => ({
  type: "evidence-added",
  effectiveAt: "2026-12-01T15:00:00.000Z",
  by: person("analyst-1", "analyst"),
  details: { kind: "regime-report", summary: "Informe de CLIENTE DE PRUEBA VECINO.", attachments },
});
