import { createHash } from "node:crypto";
import { fileTypeFromBuffer } from "file-type";
import type { Paper } from "../../shared/domain/claim-form.ts";

/** What photos look like to the sniffer, by the type they were announced as: phones write HEIC under two names. */
const sniffed: Readonly<Record<string, readonly string[]>> = {
  "image/jpeg": ["image/jpeg"],
  "image/png": ["image/png"],
  "image/heic": ["image/heic", "image/heif"],
};

const other = "El archivo que llegó no es el que se anunció. Quítalo y envíalo otra vez.";
const notItsType = "El archivo no es del tipo que dice su nombre. Envía una foto (JPG, PNG, HEIC) o un PDF.";

/**
 * Why the bytes of a paper are refused, in Spanish; nothing if they pass: size and SHA-256 as announced, and the
 * structure of its type. It is a check of our own of how files are made, not a scan for malware: what hides in
 * compressed parts of a PDF, or in a photo that is well formed, passes.
 */
export async function paperRefusal(
  { contentType, sizeBytes, sha256 }: Pick<Paper, "contentType" | "sizeBytes" | "sha256">,
  bytes: Uint8Array,
): Promise<string | undefined> {
  if (bytes.length !== sizeBytes || createHash("sha256").update(bytes).digest("hex") !== sha256) return other;
  if (contentType === "application/pdf") return pdfRefusal(bytes);
  const found = await fileTypeFromBuffer(bytes);
  return found && sniffed[contentType]?.includes(found.mime) ? undefined : notItsType;
}

/** Names of the PDF's own language that make it more than pages, and what to tell who sent one. */
const unwanted: readonly (readonly [names: string, reason: string])[] = [
  ["Encrypt", "El PDF está protegido con contraseña o cifrado. Guárdalo sin protección y envíalo otra vez."],
  [
    "JavaScript|JS|Launch",
    "El PDF lleva un programa dentro. Imprímelo como PDF, o toma una foto de cada hoja, y envíalo otra vez.",
  ],
  ["EmbeddedFiles?", "El PDF lleva otros archivos dentro. Envía cada archivo por separado."],
];

const headWithin = 1024;
const endWithin = 2048;

function pdfRefusal(bytes: Uint8Array): string | undefined {
  const text = Buffer.from(bytes).toString("latin1");
  if (!text.slice(0, headWithin).includes("%PDF-")) return notItsType;
  if (!text.slice(-endWithin).includes("%%EOF"))
    return "El PDF está incompleto. Ábrelo para revisarlo y envíalo otra vez.";
  const plain = plainOf(text);
  return unwanted.find(([names]) => new RegExp(`/(?:${names})(?![0-9A-Za-z])`).test(plain))?.[1];
}

/**
 * A PDF without the bytes of its streams, where a name would be there by chance, its names without escapes. A stream
 * follows the dictionary that says how long it is: the word alone, in a comment, hides nothing. One pass, whatever it holds.
 */
function plainOf(text: string): string {
  const parts: string[] = [];
  let from = 0;
  for (;;) {
    const start = text.indexOf("stream", from);
    const end = start < 0 ? -1 : text.indexOf("endstream", start + "stream".length);
    if (end < 0) break;
    const follows = /(?:>>|^)\s*$/.test(text.slice(Math.max(0, start - 16), start));
    parts.push(text.slice(from, follows ? start : end));
    from = end + "endstream".length;
  }
  parts.push(text.slice(from));
  return parts
    .join(" ")
    .replaceAll(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
