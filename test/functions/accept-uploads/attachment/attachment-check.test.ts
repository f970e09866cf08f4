import { describe, expect, it } from "vitest";
import { attachmentCause } from "../../../../functions/accept-uploads/attachment-check.ts";
import { wordsOf } from "../../../../functions/accept-uploads/causes.ts";
import { pdfStreams, plainPdf } from "../../../../functions/accept-uploads/pdf-text.ts";
import type { FileType } from "../../../../shared/domain/submission/submission.ts";
import { announced } from "../../../corpora/checked-corpus.ts";
import { rawPdf } from "../../../corpora/pdf-files.ts";
import { rawPng } from "../../../corpora/photo-files.ts";

const file = (bytes: Uint8Array, contentType: FileType = "application/pdf") => ({
  name: "",
  fileName: "",
  contentType,
  bytes,
});

describe("the whole check of an attachment", () => {
  it("finds nothing wrong with a PDF and a photo", async () => {
    expect(await attachmentCause(announced(file(rawPdf())), rawPdf())).toBeUndefined();
    expect(await attachmentCause(announced(file(rawPng(), "image/png")), rawPng())).toBeUndefined();
  });

  it.each([
    ["audio/mpeg", Buffer.from("ID3\x03\0\0\0\0\0\0\xff\xfb\x90\x44", "latin1")],
    ["audio/mp4", Buffer.from("\0\0\0\x18ftypM4A \0\0\0\0M4A mp42", "latin1")],
    ["audio/ogg", Buffer.from(`OggS${"\0".repeat(24)}OpusHead\x01\x01`, "latin1")],
    ["audio/wav", Buffer.from("RIFF\x24\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0", "latin1")],
  ] as const)("takes a recording that is %s by its content, and nothing else under that name", async (type, voice) => {
    const padded = Buffer.concat([voice, Buffer.alloc(400)]);
    expect(await attachmentCause(announced(file(padded, type)), padded)).toBeUndefined();
    const photo = rawPng();
    expect(await attachmentCause(announced(file(photo, type)), photo)).toBe("other-type");
    expect(await attachmentCause(announced(file(padded, "image/png")), padded)).toBe("other-type");
  });

  it("refuses other bytes than were announced, as many or not", async () => {
    const bytes = rawPng();
    const attachment = announced(file(bytes, "image/png"));
    const other = Buffer.from(bytes);
    other[60] = (other[60] ?? 0) + 1;
    expect(await attachmentCause(attachment, other)).toBe("not-as-announced");
    expect(await attachmentCause({ ...attachment, sizeBytes: 1 }, bytes)).toBe("not-as-announced");
  });

  it("ends in time what a file makes of it, and says so", async () => {
    const bytes = rawPdf();
    const started = performance.now();
    expect(await attachmentCause(announced(file(bytes)), bytes, { cpuSeconds: 4, seconds: 0.01, heapMb: 128 })).toBe(
      "too-hard",
    );
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it("reads a file made of the words that open a stream in one pass: a quadratic reading would not end in time", () => {
    const bytes = rawPdf({ objects: [`(${"stream\n".repeat(1_000_000)})`] });
    expect(plainPdf(bytes).length).toBeGreaterThan(7_000_000);
    expect([...pdfStreams(bytes)]).toEqual([]);
  });

  it("says in Spanish what to do", () => {
    expect(wordsOf("program")).toMatch(/programa dentro.*Imprímelo/);
    expect(wordsOf("password")).toMatch(/contraseña.*sigue presentado.*copia sin contraseña/);
  });
});
