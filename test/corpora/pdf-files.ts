import { deflateSync } from "node:zlib";
import { joined } from "./corpus.ts";

/** An object of a PDF: a text, or a dictionary with a stream's bytes. */
export type PdfPart = string | { readonly dictionary: string; readonly data: Uint8Array };

export interface RawPdf {
  /** The objects from number 4 on; 1 to 3 are the catalog, the pages and the page. */
  readonly objects?: readonly PdfPart[];
  readonly catalog?: string;
  readonly page?: string;
  readonly trailer?: string;
  readonly version?: string;
  readonly end?: string;
  /** The tree of pages, if it is not that of one page. */
  readonly pages?: string;
}

/** Returns a PDF of one page, written out with its table of objects. */
export function rawPdf({
  objects = [],
  catalog = "",
  page = "",
  trailer = "",
  version = "1.7",
  end = "\n",
  pages = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
}: RawPdf = {}): Buffer {
  const all: readonly PdfPart[] = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    pages,
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${page} >>`,
    ...objects,
  ];
  return written(`%PDF-${version}\n%\xe2\xe3\xcf\xd3\n`, all, trailer, end);
}

function written(head: string, all: readonly PdfPart[], trailer: string, end: string): Buffer {
  const parts = [joined(head)];
  const offsets: number[] = [];
  let at = head.length;
  const add = (part: string | Uint8Array) => {
    parts.push(joined(part));
    at += part.length;
  };
  for (const [index, object] of all.entries()) {
    offsets.push(at);
    if (typeof object === "string") add(`${index + 1} 0 obj\n${object}\nendobj\n`);
    else {
      add(`${index + 1} 0 obj\n<< ${object.dictionary} /Length ${object.data.length} >>\nstream\n`);
      add(object.data);
      add("\nendstream\nendobj\n");
    }
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const from = at;
  add(`xref\n0 ${all.length + 1}\n0000000000 65535 f \n${table}`);
  add(`trailer\n<< /Size ${all.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${from}\n%%EOF${end}`);
  return Buffer.concat(parts);
}

/** Returns a compressed stream of these objects, as PDF 1.5 and later write them. */
export function objectStream(
  inside: readonly (readonly [number: number, text: string])[],
  first = "/Type /ObjStm",
): PdfPart {
  const offsets: number[] = [];
  let body = "";
  for (const [, text] of inside) {
    offsets.push(body.length);
    body += `${text} `;
  }
  const head = `${inside.map(([number], index) => `${number} ${offsets[index]}`).join(" ")} `;
  return {
    dictionary: `${first} /N ${inside.length} /First ${head.length} /Filter /FlateDecode`,
    data: deflateSync(Buffer.from(head + body, "latin1")),
  };
}

export const flate = (data: Uint8Array, more = ""): PdfPart => ({
  dictionary: `${more} /Filter /FlateDecode`,
  data: deflateSync(data, { level: 9 }),
});

/** A PDF that bears files, as PDF/A-3 does: each with its name and content. */
export function bearing(...files: readonly (readonly [name: string, content: Uint8Array | string])[]): Buffer {
  const objects = files.flatMap(([name, content], at): PdfPart[] => [
    `<< /Type /Filespec /F (${name}) /UF (${name}) /AFRelationship /Source /EF << /F ${2 * at + 5} 0 R >> >>`,
    flate(joined(content), "/Type /EmbeddedFile /Subtype /text#2Fxml"),
  ]);
  const specs = files.map((_, at) => `${2 * at + 4} 0 R`);
  const names = files.map(([name], at) => `(${name}) ${2 * at + 4} 0 R`).join(" ");
  return rawPdf({ catalog: `/AF [${specs.join(" ")}] /Names << /EmbeddedFiles << /Names [${names}] >> >>`, objects });
}

/** An invoice as SUNAT has it. */
export const invoiceXml = (more = "") =>
  `<?xml version="1.0" encoding="ISO-8859-1"?>\n<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"><ID>F001-1</ID>${more}</Invoice>`;
