import { type ChildProcess, fork } from "node:child_process";
import { createHash } from "node:crypto";
import { once as emitted } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { CreateBucketCommand, GetObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { credentials, region } from "../../local/cloud.ts";
import { startS3Server } from "../../local/s3/server.ts";
import { type Decision, record } from "../../shared/casework/case/record.ts";
import { lastPieceSeq, piecesOf } from "../../shared/casework/case-copy/case-pieces.ts";
import type { Attachment } from "../../shared/domain/filing/claim-form.ts";
import { calendarDay } from "../../shared/domain/term/calendar-day.ts";
import { chainFaults } from "../../shared/storage/case/case-chain.ts";
import {
  type CaseExport,
  copyIdOf,
  type ExportId,
  openCaseExports,
} from "../../shared/storage/case-copy/case-exports.ts";
import { openEvidence } from "../../shared/storage/evidence.ts";
import { caseWorld, person } from "../../test/shared/casework/case-world.ts";
import { pdfRenderer } from "../../test/shared/documents/document-examples.ts";
import { servedTables } from "../../test/shared/storage/served-tables.ts";
import { type Figure, once } from "../figure.ts";

const instant = "2026-12-01T15:00:00.000Z";
const side = 408;

/** Returns a scan: pages that show one picture that cannot be compressed. Each number gives another picture. */
function scan(number: number, noise: Buffer, pages = 1): Buffer {
  const picture = Buffer.from(noise);
  picture.writeUInt32BE(number, 0);
  const pageIds = Array.from({ length: pages }, (_, at) => 4 + at);
  const parts: (string | Buffer)[] = [];
  const offsets: number[] = [];
  let length = 0;
  const add = (part: string | Buffer) => {
    parts.push(part);
    length += Buffer.byteLength(part);
  };
  const object = (id: number, ...body: (string | Buffer)[]) => {
    offsets[id] = length;
    for (const part of [`${id} 0 obj\n`, ...body, "\nendobj\n"]) add(part);
  };
  add("%PDF-1.4\n");
  object(1, "<< /Type /Catalog /Pages 2 0 R >>");
  object(2, `<< /Type /Pages /Kids [${pageIds.map((id) => `${id} 0 R`).join(" ")}] /Count ${pages} >>`);
  object(
    3,
    `<< /Type /XObject /Subtype /Image /Width ${side} /Height ${side} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Length ${picture.length} >>\nstream\n`,
    picture,
    "\nendstream",
  );
  const drawing = "q 500 0 0 500 47 170 cm /X Do Q";
  for (const id of pageIds)
    object(
      id,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /X 3 0 R >> >> /Contents ${4 + pages} 0 R >>`,
    );
  object(4 + pages, `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`);
  const start = length;
  const rows = offsets.slice(1).map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`);
  add(`xref\n0 ${offsets.length}\n0000000000 65535 f \n${rows.join("")}`);
  add(`trailer\n<< /Size ${offsets.length} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`);
  return Buffer.concat(parts.map((part) => Buffer.from(part)));
}

/** Returns pseudo-random bytes, the same each time. */
function noiseOf(length: number): Buffer {
  const noise = Buffer.alloc(length);
  for (let at = 0; at + 32 <= length; at += 32) createHash("sha256").update(String(at)).digest().copy(noise, at);
  return noise;
}

interface Made {
  /** How many files the copy must include; `bound` is how many it includes by the hashes of its manifest. */
  readonly documents: number;
  readonly bound: number;
  readonly parts: number;
  readonly largestPartMb: number;
  readonly folios: number;
  readonly kills: number;
  readonly seconds: number;
  readonly readSeconds: number;
  readonly peakMb: number;
}

/**
 * Makes a case with `documents` files of `pages` pages each, in stores of its own. Copies it in a process that is
 * killed `kills` times, and returns what the copy holds and cost.
 */
async function copied(documents: number, { kills, pages }: { kills: number; pages: number }): Promise<Made> {
  const local = await servedTables();
  const folder = await mkdtemp(join(tmpdir(), "caudal-case-file-"));
  const { accessKeyId, secretAccessKey } = credentials;
  const server = await startS3Server({ folder, accessKeyId, secretAccessKey, notify: async () => {} });
  const client = new S3Client({
    endpoint: server.endpoint,
    region,
    credentials,
    forcePathStyle: true,
    requestChecksumCalculation: "WHEN_REQUIRED",
  });
  try {
    for (const Bucket of ["evidence", "exports"]) await client.send(new CreateBucketCommand({ Bucket }));
    const world = await caseWorld(local);
    const { file } = await world.fileOne("2026-11-23T15:00:00.000Z");
    const { claimId } = file.head;
    const attachments = openEvidence({ client, name: "evidence", prefix: "attachments/" });
    const noise = noiseOf(pages === 1 ? side * side * 3 : side * side * 3);
    const kept: Attachment[] = [];
    for (let number = 0; number < documents; number += 1) {
      const bytes = scan(number, noise, pages);
      const documentId = `scan-${number}`;
      await attachments.write(documentId, bytes, "application/pdf");
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      kept.push({
        documentId,
        fileName: `hoja-${number}.pdf`,
        contentType: "application/pdf",
        sizeBytes: bytes.length,
        sha256,
        state: "received",
      });
    }
    const entries = Array.from({ length: Math.ceil(documents / 10) }, (_, at): Decision["entries"][number] => ({
      type: "evidence-added",
      effectiveAt: instant,
      by: person("analyst-1", "analyst"),
      details: { kind: "regime-report", summary: `Entrega ${at + 1}.`, attachments: kept.slice(at * 10, at * 10 + 10) },
    }));
    for (let at = 0; at < entries.length; at += 20) {
      const added = entries.slice(at, at + 20);
      const done = await record(world, { claimId, now: instant }, () => ({ ok: true, value: { entries: added } }));
      if (!done.ok) throw new Error(`not recorded: ${done.error}`);
    }
    const exports = openCaseExports(world.claims);
    const { events = [] } = (await world.caseFiles.read(claimId)) ?? {};
    const id: ExportId = { claimId, copy: "print", upTo: lastPieceSeq(events), on: calendarDay("2026-12-01") };
    await exports.open({
      ...id,
      madeAt: instant,
      verificationCode: "",
      ofPieces: piecesOf(events).length,
      touchedAt: instant,
    });
    const given = JSON.stringify({
      ...id,
      s3: server.endpoint,
      claims: world.claims.name,
      billing: world.billing.name,
    });
    const spent = await run(given, kills, () => exports.find(id));
    const readStarted = performance.now();
    for (const { documentId } of kept)
      createHash("sha256")
        .update(await attachments.read(documentId))
        .digest("hex");
    const readSeconds = (performance.now() - readStarted) / 1000;
    return { ...(await checked(client, id)), documents, kills, readSeconds, ...spent };
  } finally {
    client.destroy();
    await server.close();
    await local.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Runs the copying process to its end and returns the seconds of all its starts and the most memory (MB) that it
 * reported. Kills it `kills` times, evenly over the pieces, and starts it again each time with the same message.
 * @throws if a process that was not killed fails
 */
async function run(given: string, kills: number, progress: () => Promise<CaseExport | undefined>) {
  const started = performance.now();
  let peakMb = 0;
  for (let killed = 0; ; killed += 1) {
    const child: ChildProcess = fork(join(import.meta.dirname, "..", "case-file-process.ts"), [given]);
    const ended = emitted(child, "exit");
    child.on("message", (said: { peakMb: number }) => {
      peakMb = Math.max(peakMb, said.peakMb);
    });
    if (killed < kills) {
      for (let far = 0; far < (killed + 1) / (kills + 1); ) {
        const { pieces = 0, ofPieces = 1 } = (await progress()) ?? {};
        far = pieces / ofPieces;
        await wait(20);
      }
      child.kill("SIGKILL");
    }
    const [code] = await ended;
    if (code === 0) return { seconds: (performance.now() - started) / 1000, peakMb };
    if (killed >= kills) throw new Error(`the process ended with ${code}`);
  }
}

/**
 * Reads a copy as its receiver does, by its manifest alone.
 * @throws if a file or the chain is not as the manifest states
 */
async function checked(client: S3Client, id: ExportId) {
  const read = async (name: string): Promise<Uint8Array> => {
    const Key = `copies/${id.claimId}/${copyIdOf(id)}/${name}`;
    const { Body } = await client.send(new GetObjectCommand({ Bucket: "exports", Key }));
    return (await Body?.transformToByteArray()) ?? new Uint8Array();
  };
  const manifest = JSON.parse(Buffer.from(await read("manifiesto.json")).toString());
  const wrong: string[] = [];
  const sizes: number[] = [];
  for (const { name, sha256 } of manifest.files) {
    const bytes = await read(name);
    if (name.startsWith("parte")) sizes.push(bytes.length);
    if (createHash("sha256").update(bytes).digest("hex") !== sha256) wrong.push(name);
  }
  if (wrong.length > 0 || chainFaults(manifest.entries).length > 0)
    throw new Error(`not as its manifest says: ${wrong}`);
  const bound = manifest.pieces.filter(
    (piece: { sha256?: string; state: string }) => piece.sha256 && piece.state === "whole",
  );
  return {
    bound: bound.length,
    parts: sizes.length,
    largestPartMb: Math.max(...sizes) / 1_000_000,
    folios: manifest.folios,
  };
}

const large = once(({ quick }) => copied(quick ? 60 : 2_000, { kills: 2, pages: 1 }));
/** A usual case: thirty attachments of three pages. */
const everyday = once(async () => {
  const made = await copied(30, { kills: 0, pages: 3 });
  const sheet = {
    letterhead: { name: "", legalName: "", ruc: "", address: "", telephone: "", regulatorLine: "" },
    title: "Hoja",
    code: "RE-1",
    madeAt: instant,
    blocks: [{ text: "Una línea." }],
  };
  const started = performance.now();
  for (let at = 0; at < made.folios; at += 1) await pdfRenderer.print({ ...sheet, code: `RE-${at}` });
  return { ...made, printSeconds: (performance.now() - started) / 1000 };
});

const size = "2,000 scans of 0.5 MB (1 GB), the process killed twice by SIGKILL";
const figure = (name: string, unit: string, goal: Figure["goal"], against: string, of: keyof Made): Figure => ({
  name,
  group: "evidence",
  unit,
  goal,
  against,
  measure: async (options) => (await large(options))[of],
});

export const sources = [
  "functions/export-case-files",
  "shared/documents",
  "shared/storage/evidence.ts",
  "shared/storage/case-copy/export-files.ts",
];

export const figures: readonly Figure[] = [
  {
    name: "case-file-complete",
    group: "evidence",
    unit: "of 1",
    goal: { atLeast: 1 },
    against: `documents bound over documents of the case: ${size}; every part, the index and the chain checked by the manifest alone`,
    measure: async (options) => {
      const { bound, documents } = await large(options);
      return bound / documents;
    },
  },
  {
    name: "case-file-over-reading",
    group: "evidence",
    unit: "×",
    goal: { atMost: 10 },
    against: `seconds to make it, work repeated after a kill included, over reading and hashing the same bytes from the same store; ${size}`,
    wholeOnly: true,
    measure: async (options) => {
      const { seconds, readSeconds } = await large(options);
      return seconds / readSeconds;
    },
  },
  figure(
    "case-file-memory",
    "MB",
    { atMost: 1_200 },
    `most memory of the process, whose function has 1,769; ${size}`,
    "peakMb",
  ),
  figure("case-file-parts", "parts", { atMost: 80 }, `of at most 20 MB; ${size}`, "parts"),
  figure("case-file-largest-part", "MB", { atMost: 20 }, `the largest part; ${size}`, "largestPartMb"),
  {
    name: "case-file-everyday",
    group: "evidence",
    unit: "×",
    goal: { atMost: 3 },
    against:
      "seconds to copy a file of 95 folios, its process started for it, over printing as many sheets of one line",
    wholeOnly: true,
    measure: async (options) => {
      const { seconds, printSeconds } = await everyday(options);
      return seconds / printSeconds;
    },
  },
];
