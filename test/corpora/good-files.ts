import { generateKeyPairSync, sign } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { degrees, PDFDocument, PDFName, PDFString, StandardFonts } from "@cantoo/pdf-lib";
import { type CorpusFile, joined, kept } from "./corpus.ts";
import { bearing, flate, invoiceXml, objectStream, rawPdf } from "./pdf-files.ts";
import { chunk, exif, heic, jpeg, jpegWith, rawPng, screenshot, segment, tiff } from "./photo-files.ts";

const pdf = "application/pdf";
const text = "Señor gerente: reclamo por el consumo de julio. Atentamente, CLIENTE DE PRUEBA ÑAÑEZ.";
const day = new Date("2026-11-24T15:00:00.000Z");

const good = (
  contentType: CorpusFile["contentType"],
  fileName: string,
  name: string,
  bytes: Uint8Array,
): CorpusFile => ({
  name,
  fileName,
  contentType,
  bytes,
});

const links =
  (...addresses: readonly string[]) =>
  (document: PDFDocument) => {
    const { context } = document;
    const notes = addresses.map((address) => {
      const A = { S: "URI", URI: PDFString.of(address) };
      return context.register(context.obj({ Type: "Annot", Subtype: "Link", Rect: [0, 0, 99, 20], A }));
    });
    document.addPage().node.set(PDFName.of("Annots"), context.obj(notes));
  };

async function byPdfLib(): Promise<readonly CorpusFile[]> {
  const made = async (
    name: string,
    draw: (document: PDFDocument) => unknown,
    how: Parameters<PDFDocument["save"]>[0] = {},
  ): Promise<CorpusFile> => {
    const document = await PDFDocument.create({ updateMetadata: false });
    document.setCreationDate(day);
    await draw(document);
    return good(pdf, "Señal de caño roto.pdf", `pdf-lib: ${name}`, await document.save(how));
  };
  const page = (document: PDFDocument) => document.addPage().drawText(text, { x: 40, y: 700, size: 11 });
  return [
    await made("a page", page),
    await made("no compressed objects", page, { useObjectStreams: false }),
    await made("forty pages", (one) => Array.from({ length: 40 }, () => page(one))),
    await made("a photo", async (one) =>
      one.addPage().drawImage(await one.embedJpg(jpeg()), { width: 400, height: 300 }),
    ),
    await made("a drawing", async (one) => one.addPage().drawImage(await one.embedPng(screenshot(60, 80)))),
    await made("a page on its side", (one) => one.addPage([1190, 842]).setRotation(degrees(90))),
    await made("a form to fill in", (one) => {
      const field = one.getForm().createTextField("nombre");
      field.setText("CLIENTE DE PRUEBA UNO");
      field.addToPage(one.addPage());
      one.getForm().createCheckBox("acepto").addToPage(one.addPage());
    }),
    await made("a title in Spanish", (one) => {
      one.setTitle("Apelación: «recibo de agua» de julio – año 2026");
      one.setAuthor("CLIENTE DE PRUEBA ÑANDÚ");
      page(one);
    }),
    await made("a link to a site", links("https://www.sunass.gob.pe")),
    await made(
      "links to sites, a mailbox and a telephone",
      links(
        "http://eps.test/a?b=c#d",
        "HTTPS://EPS.TEST",
        "mailto:reclamos@eps.test",
        "tel:+51999000001",
        "www.eps.test",
      ),
    ),
    await made("links, to print only", (one) => {
      links("https://www.sunass.gob.pe", "mailto:reclamos@eps.test")(one);
      one.encrypt({ userPassword: "", ownerPassword: "dueño", permissions: { printing: "highResolution" } });
    }),
    await made("opened at its first page", (one) => {
      const first = one.addPage();
      one.catalog.set(PDFName.of("OpenAction"), one.context.obj([first.ref, "Fit"]));
    }),
    await made("a page to print only", (one) => {
      page(one);
      one.encrypt({ userPassword: "", ownerPassword: "dueño", permissions: { printing: "highResolution" } });
    }),
    await made("a Courier letter", async (one) => {
      one.addPage().drawText("Ñandú", { font: await one.embedFont(StandardFonts.Courier) });
    }),
  ];
}

/** Files of programs that are no longer dependencies: they are kept as the programs made them. */
function byOthers(): readonly CorpusFile[] {
  const called = { pdfkit: "Reclamación N.º 3.pdf", jspdf: "Descargo (versión final) ✔.pdf" };
  return Object.entries(called).flatMap(([program, fileName]) =>
    readdirSync(kept)
      .filter((file) => file.startsWith(`${program}-`))
      .map((file) => {
        const name = file.slice(program.length + 1, -".pdf".length).replaceAll("-", " ");
        return good(pdf, fileName, `${program}: ${name}`, readFileSync(join(kept, file)));
      }),
  );
}

/** PDFs as scanners and state offices write them. */
function byMachines(): readonly CorpusFile[] {
  const made = (name: string, bytes: Uint8Array) => good(pdf, "escaneo_0001.PDF", name, bytes);
  const photo = jpeg(320, 240);
  const scan = {
    page: "/Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >>",
    objects: [
      flate(Buffer.from("595 0 0 842 0 0 cm /I Do")),
      {
        dictionary:
          "/Type /XObject /Subtype /Image /Width 320 /Height 240 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode",
        data: photo,
      },
    ],
  };
  const plain = { page: "/Contents 4 0 R", objects: [flate(Buffer.from("0 0 m 100 100 l S"))] };
  return [
    made("a scan of a sheet", rawPdf(scan)),
    made("a scan with blanks behind", rawPdf({ ...scan, end: `\r\n${"\0".repeat(4096)}` })),
    made("a scan with blanks before", joined("\r\n\r\n", rawPdf(scan))),
    made(
      "a bitonal scan",
      rawPdf({
        page: plain.page,
        objects: [
          ...plain.objects,
          flate(
            Buffer.alloc(4_350_000, 0xff),
            "/Type /XObject /Subtype /Image /Width 4960 /Height 7016 /BitsPerComponent 1 /ColorSpace /DeviceGray",
          ),
        ],
      }),
    ),
    made(
      "saved again with changes",
      joined(
        rawPdf(plain),
        "4 0 obj\n<< /Length 0 >>\nstream\n\nendstream\nendobj\ntrailer\n<< /Root 1 0 R /Prev 9 >>\nstartxref\n9\n%%EOF\n",
      ),
    ),
    made("a list of names that begin alike", rawPdf({ catalog: "/JSON 1 /Launcher 2 /EncryptedBy 3" })),
    made(
      "a picture with the bytes of a name",
      rawPdf({ objects: [{ dictionary: "", data: joined("\x01/JS \x02/Encrypt /JavaScript \n") }] }),
    ),
    made(
      "compressed objects",
      rawPdf({ objects: ["null", objectStream([[5, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]])] }),
    ),
    made("version 2.0", rawPdf({ ...plain, version: "2.0" })),
    made(
      "layers",
      rawPdf({
        catalog: "/OCProperties << /OCGs [4 0 R] /D << /Order [4 0 R] >> >>",
        objects: ["<< /Type /OCG /Name (Planos) >>"],
      }),
    ),
    made(
      "numbers left out, as a program that deletes leaves them",
      rawPdf({ objects: ["<< /Size 1200000 /Index [1100000 3] >>"] }),
    ),
    made("a mark of UTF-8 before it", joined(Buffer.from("efbbbf", "hex"), rawPdf(plain))),
    made("the mark of an old end behind", joined(rawPdf(plain), "\0\0\x1a")),
    made("an invoice with its XML", bearing(["20600000001-01-F001-1.xml", invoiceXml()])),
    made(
      "an invoice and a note of credit",
      bearing(["factura.xml", invoiceXml()], ["nota.XML", '<n:CreditNote xmlns:n="urn:CreditNote-2"/>']),
    ),
    made("opened at a page by an action", rawPdf({ catalog: "/OpenAction << /S /GoTo /D [3 0 R /Fit] >>" })),
  ];
}

/**
 * PDF files with a signature dictionary of each usual kind, once as signed and once with a later update. The
 * signature's bytes are not valid; the check of uploads does not verify them.
 */
function signed(): readonly CorpusFile[] {
  const { privateKey } = generateKeyPairSync("ed25519");
  return ["adbe.pkcs7.detached", "ETSI.CAdES.detached", "adbe.x509.rsa_sha1"].flatMap((filter) => {
    const contents = sign(null, Buffer.from(filter), privateKey).toString("hex").padEnd(8192, "0");
    const signature = `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /${filter} /ByteRange [0 840 9034 500] /Contents <${contents}> /M (D:20261124100000-05'00') /Name (FUNCIONARIA DE PRUEBA) >>`;
    const field = "<< /Type /Annot /Subtype /Widget /FT /Sig /T (Firma1) /V 4 0 R /P 3 0 R /Rect [0 0 0 0] /F 132 >>";
    const catalog = "/AcroForm << /Fields [5 0 R] /SigFlags 3 >> /Perms << /DocMDP 4 0 R >>";
    const file = rawPdf({ catalog, page: "/Annots [5 0 R]", objects: [signature, field] });
    const update =
      "6 0 obj\n<< /Type /DSS /Certs [] >>\nendobj\ntrailer\n<< /Root 1 0 R /Prev 9 >>\nstartxref\n9\n%%EOF\n";
    return [
      good(pdf, "Resolución firmada.pdf", `signed, ${filter}`, file),
      good(
        pdf,
        "Resolución firmada y sellada.pdf",
        `signed, ${filter}, with what proves it added`,
        joined(file, update),
      ),
    ];
  });
}

function photos(quick: boolean): readonly CorpusFile[] {
  const made = (name: string, bytes: Uint8Array) => good("image/jpeg", "IMG_20261124_medidor año.jpg", name, bytes);
  const small = jpeg(80, 60);
  const film = joined(
    Buffer.from([0, 0, 0, 24]),
    "ftypmp42\0\0\0\0mp42isom",
    Buffer.from([0, 0, 0, 16]),
    "mdat12345678",
  );
  return [
    made("a photo", jpeg(640, 480)),
    made("a photo of many megapixels", quick ? jpeg(800, 600) : jpeg(4000, 3000)),
    ...Array.from({ length: 8 }, (_, index) => made(`held the ${index + 1}. way`, jpegWith([exif(index + 1)]))),
    made("with a comment", jpegWith([segment(0xfe, Buffer.from("Caño roto en la calle Ñuñoa"))])),
    made(
      "with a profile of colours",
      jpegWith([segment(0xe2, joined("ICC_PROFILE\0\x01\x01", Buffer.alloc(3000, 7)))]),
    ),
    made(
      "with what its camera calls it",
      jpegWith([segment(0xe1, "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x='adobe:ns:meta/'/>")]),
    ),
    made("with a second picture announced", joined(jpegWith([segment(0xe2, "MPF\0MM\0*")]), small)),
    made(
      "with its brightness announced",
      joined(jpegWith([segment(0xe1, "http://ns.adobe.com/xap/1.0/\0<x hdrgm:Version='1.0'/>")]), small),
    ),
    made(
      "with its maker's notes behind",
      joined(jpeg(), "\0\0\x01\x0aImage_UTC_Data1700000000000SEFH\x6b\0\0\0\x01\0\0\0SEFT"),
    ),
    made(
      "with a moment of film behind",
      joined(jpegWith([segment(0xe1, "http://ns.adobe.com/xap/1.0/\0<x GCamera:MotionPhoto='1'/>")]), film),
    ),
    made("with blanks behind", joined(jpeg(), Buffer.alloc(512))),
    made("of little quality", jpeg(640, 480, 5)),
  ];
}

/** The rows of an interlaced grey picture of 8 by 8: seven passes, a filter byte before each row. */
const interlaced = Buffer.alloc(2 + 2 + 3 + 2 * 3 + 2 * 5 + 4 * 5 + 4 * 9);

function drawings(quick: boolean): readonly CorpusFile[] {
  const made = (name: string, bytes: Uint8Array) =>
    good("image/png", "Captura de pantalla 2026-11-24 a las 10.05.30 a. m..png", name, bytes);
  return [
    made("a screen", quick ? screenshot(270, 600) : screenshot(1080, 2400)),
    made("a screen without transparency", screenshot(108, 240, 2)),
    made("in grey with transparency", screenshot(90, 60, 4)),
    made("in grey", screenshot(90, 60, 0)),
    ...[1, 2, 4, 8, 16].map((depth) => made(`in grey of ${depth} bits`, rawPng({ depth }))),
    ...[1, 8].map((depth) => made(`of few colours, ${depth} bits`, rawPng({ depth, colour: 3 }))),
    made("of 16 bits each colour", rawPng({ depth: 16, colour: 2 })),
    made("interlaced", rawPng({ width: 8, height: 8, interlaced: true, picture: interlaced })),
    made(
      "with a text",
      rawPng({ notes: [chunk("iTXt", Buffer.from("Title\0\0\0es\0Título\0Recibo de agua", "utf8"))] }),
    ),
    made(
      "with a compressed text",
      rawPng({ notes: [chunk("zTXt", joined("Comment\0\0", deflateSync(Buffer.from("Ñuñoa"))))] }),
    ),
    made(
      "with a profile of colours",
      rawPng({ notes: [chunk("iCCP", joined("sRGB\0\0", deflateSync(Buffer.alloc(3000, 7))))] }),
    ),
    made("with a part of its program's own", rawPng({ notes: [chunk("vpAg", "\0\0\0\x20\0\0\0\x18\0")] })),
    made("with its brightness map", rawPng({ notes: [chunk("gdAT", jpeg())] })),
    made("with its Exif", rawPng({ notes: [chunk("eXIf", "MM\0*\0\0\0\x08\0\0\0\0\0\0")] })),
    made("held on its side", rawPng({ notes: [chunk("eXIf", tiff(6))] })),
  ];
}

function box(name: string, body: Uint8Array | string): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(8 + body.length);
  return joined(size, name, body);
}

async function heics(): Promise<readonly CorpusFile[]> {
  const made = (name: string, bytes: Uint8Array) => good("image/heic", "IMG_0042 señal.HEIC", name, bytes);
  const photo = await heic(128, 96);
  const branded = Buffer.from(photo);
  branded.write("mif1", 8, "latin1");
  return [
    made("a photo", photo),
    made("a photo held upright", await heic(96, 128)),
    made("by its other brand", branded),
    made("with blanks behind", joined(photo, Buffer.alloc(64))),
    made("with what its maker keeps", joined(photo, box("uuid", joined(Buffer.alloc(16, 7), "<x:xmpmeta/>")))),
    made("with a moment of film behind", joined(photo, box("mpvd", joined(box("ftyp", "mp42"), box("mdat", "123"))))),
    made("with room left free", joined(photo, Buffer.from([0, 0, 0, 16]), "free", Buffer.alloc(8))),
    made("with its maker's notes behind", joined(photo, Buffer.from([0, 0, 0, 20]), "sefd", "SEFH\x6b\0\0\0SEFT")),
  ];
}

/** Returns files as people send them: none may be refused. `quick` makes the largest ones smaller. */
export async function goodFiles({ quick }: { readonly quick: boolean }): Promise<readonly CorpusFile[]> {
  return [
    ...(await byPdfLib()),
    ...byOthers(),
    ...byMachines(),
    ...signed(),
    ...photos(quick),
    ...drawings(quick),
    ...(await heics()),
  ];
}
