import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { paperRefusal } from "../../../functions/accept-uploads/paper-check.ts";
import { sampleHeic, sampleJpeg, samplePdf, samplePng } from "./sample-papers.ts";

const announced = (contentType: string, bytes: Uint8Array) => ({
  contentType,
  sizeBytes: bytes.length,
  sha256: createHash("sha256").update(bytes).digest("hex"),
});
const refusalOf = (contentType: string, bytes: Uint8Array) => paperRefusal(announced(contentType, bytes), bytes);
const pdf = "application/pdf";

describe("a paper that passes", () => {
  it.each<[string, string, Uint8Array]>([
    ["a PDF", pdf, samplePdf()],
    ["a PDF that begins after other bytes", pdf, Buffer.concat([Buffer.from("\r\n\r\n"), samplePdf()])],
    ["a PDF with names that only begin alike", pdf, samplePdf("/JSON 1 /Launcher 2 /EncryptedBy 3")],
    [
      "a PDF whose picture has the bytes of a name",
      pdf,
      samplePdf("", "4 0 obj << >> stream\n\x01/JS \x02/Encrypt \nendstream endobj"),
    ],
    ["a JPEG", "image/jpeg", sampleJpeg],
    ["a PNG", "image/png", samplePng],
    ["a HEIC", "image/heic", sampleHeic("heic")],
    ["a HEIC by its other brand", "image/heic", sampleHeic("mif1")],
  ])("%s", async (_, contentType, bytes) => {
    expect(await refusalOf(contentType, bytes)).toBeUndefined();
  });
});

describe("a paper that is refused, with what to do about it", () => {
  it.each<[string, string, Uint8Array, RegExp]>([
    ["a page of the web called PDF", pdf, Buffer.from("<html>%%EOF</html>"), /no es del tipo/],
    ["a PDF that begins too late", pdf, Buffer.concat([Buffer.alloc(1024), samplePdf()]), /no es del tipo/],
    ["a PDF cut short", pdf, samplePdf().subarray(0, -8), /incompleto/],
    ["a PDF with a password", pdf, samplePdf("", "trailer << /Encrypt 5 0 R >>"), /contraseña/],
    ["a PDF with a script", pdf, samplePdf("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>"), /programa/],
    ["a PDF with a script, its name alone", pdf, samplePdf("/Names<</JS(1)>>"), /programa/],
    ["a PDF with a script, its name disguised", pdf, samplePdf("/OpenAction << /S /J#61vaScript >>"), /programa/],
    [
      "a PDF with a script between two comments that look like a stream",
      pdf,
      samplePdf("", "%stream\n5 0 obj << /S /JavaScript /JS (app.alert(1)) >> endobj\n%endstream\n"),
      /programa/,
    ],
    ["a PDF that starts a program", pdf, samplePdf("/OpenAction << /S /Launch /F (cmd.exe) >>"), /programa/],
    ["a PDF with a file in it", pdf, samplePdf("/Names << /EmbeddedFiles 5 0 R >>"), /otros archivos/],
    ["a PDF with a file in it, by its type", pdf, samplePdf("", "4 0 obj << /Type/EmbeddedFile >>"), /otros archivos/],
    ["a PNG called JPEG", "image/jpeg", samplePng, /no es del tipo/],
    ["a JPEG called HEIC", "image/heic", sampleJpeg, /no es del tipo/],
    ["a PDF called PNG", "image/png", samplePdf(), /no es del tipo/],
    ["a program called JPEG", "image/jpeg", Buffer.from("MZ\x90\0\x03"), /no es del tipo/],
    ["a page of the web called PNG", "image/png", Buffer.from("<script>1</script>"), /no es del tipo/],
  ])("%s", async (_, contentType, bytes, reason) => {
    expect(await refusalOf(contentType, bytes)).toMatch(reason);
  });

  it("other bytes than were announced, as many or not", async () => {
    const paper = announced("image/png", samplePng);
    const other = Buffer.from(samplePng);
    other[60] = (other[60] ?? 0) + 1;
    expect(await paperRefusal(paper, other)).toMatch(/no es el que se anunció/);
    expect(await paperRefusal({ ...paper, sizeBytes: 1 }, samplePng)).toMatch(/no es el que se anunció/);
  });
});

it("reads a file made of the words that open a stream in one pass: a quadratic reading would not end in time", async () => {
  expect(await refusalOf(pdf, samplePdf("", "stream\n".repeat(1_000_000)))).toBeUndefined();
});
