import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type BuildOptions, build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fontFolder, root } from "../../scripts/bundle.ts";
import { plugins } from "../../scripts/bundle-plugins.ts";
import { withModulesReadOnce } from "../../scripts/function-expressions.ts";
import { printedCharacters } from "../../shared/documents/font-files.ts";
import * as merging from "../../shared/documents/pdf-merge.ts";
import type * as printing from "../../shared/documents/pdf-renderer.ts";
import type { Block, Sheet } from "../../shared/documents/sheet.ts";
import type { CorpusFile } from "../corpora/corpus.ts";
import { goodFiles } from "../corpora/good-files.ts";
import { jpeg, rawPng } from "../corpora/photo-files.ts";
import { letterhead, pdfRenderer } from "../shared/documents/document-examples.ts";

const into = mkdtempSync(join(tmpdir(), "caudal-print-"));
let bundled: typeof printing & typeof merging;
let sizes: number[];
beforeAll(async () => {
  const common: BuildOptions = { bundle: true, platform: "node", format: "cjs", mainFields: ["module", "main"] };
  const contents = `export * from "./pdf-renderer.ts"; export * from "./pdf-merge.ts";`;
  const stdin = { contents, resolveDir: join(root, "shared", "documents"), loader: "ts" } as const;
  const define = { "import.meta.dirname": "__dirname", "import.meta.filename": "__filename" };
  const made = await Promise.all(
    [plugins, []].map(async (used, at) => {
      const outfile = join(into, `${at}.cjs`);
      await build({ ...common, stdin, plugins: used, outfile, minify: true, define, logLevel: "error" });
      return outfile;
    }),
  );
  const profile = "sRGB_IEC61966_2_1.icc";
  mkdirSync(join(into, "data"));
  copyFileSync(join(root, "node_modules/pdfkit/js/data", profile), join(into, "data", profile));
  sizes = made.map((file) => readFileSync(file).length / 1024);
  bundled = await import(pathToFileURL(made[0] ?? "").href);
});
afterAll(() => rmSync(into, { recursive: true, force: true }));

const sheet: Sheet = {
  letterhead,
  title: "Documento de prueba",
  code: "RE-2026-004192-7",
  madeAt: "2026-11-23T15:00:00.000Z",
  blocks: [],
  verification: { code: "K7QF-2M9X-4TBD-R0ZA", address: "https://example.pe/verificar/?c=K7QF-2M9X-4TBD-R0ZA" },
};
const long = "Según el contraste del medidor, 1 234,5 m³ — «afín», office, fi fl ffi: ÁÉÍÓÚ ñandú Ü ° § € … ".repeat(
  12,
);
const letters = ([from, to]: readonly [number, number]) =>
  Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at));
const blocks: readonly (readonly [string, Block])[] = [
  ["heading", { heading: "Hechos" }],
  ["text", { text: long }],
  ["every letter that the fonts have", { text: printedCharacters.flatMap(letters).join("") }],
  ["text with letters that the fonts lack", { text: "Man\u0303ana 水 💧 العربية हिन्दी 한국어 ก็ fin" }],
  [
    "lines",
    {
      lines: [
        ["Número", "S001-00045001"],
        ["Firma", ""],
      ],
    },
  ],
  ["items", { items: ["Uno", long, "Tres"] }],
  [
    "table",
    { table: { head: ["Mes", "m³"], rows: Array.from({ length: 60 }, (_, at) => [`Mes ${at}`, `${at * 7},5`]) } },
  ],
  ["bars", { bars: { head: ["Mes", "m³", "Nota"], rows: [{ label: "Enero", value: 12, note: "leído" }] } }],
  ["blank", { blank: 5 }],
  [
    "signatures",
    {
      signatures: [
        ["CLIENTE DE PRUEBA UNO", "Titular"],
        ["", "Inspector"],
      ],
    },
  ],
  ["qr", { qr: "https://example.pe/retomar/#abc", caption: "Léelo." }],
];

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

describe("a bundle prints the bytes that the source prints", () => {
  it.each([...blocks, ["everything", undefined] as const])("%s", async (_, block) => {
    const printed = { ...sheet, blocks: block ? [block] : blocks.map(([, each]) => each) };
    const ours = await bundled.openPdfRenderer(fontFolder).print(printed);
    expect(hex(ours) === hex(await pdfRenderer.print(printed))).toBe(true);
  });

  it("a case file of documents and photos, with folios", async () => {
    const printed = await pdfRenderer.print({ ...sheet, blocks: blocks.map(([, each]) => each) });
    const files = [
      [printed, "application/pdf"],
      [jpeg(), "image/jpeg"],
      [rawPng({ width: 30, height: 20 }), "image/png"],
    ] as const;
    const merged = async ({ mergePdf, sourcePagesOf }: typeof merging) => {
      const pieces = await Promise.all(
        files.map(async ([bytes, type], at) => {
          const sourcePages = await sourcePagesOf(bytes, type);
          if (!sourcePages) throw new Error(`no pages of ${type}`);
          return { sourcePages, title: `Pieza ${at}`, folios: { from: 10 * at + 1, to: 10 * at + 5 }, caption: "Año" };
        }),
      );
      return mergePdf({ title: "Expediente", author: "EPS", madeAt: sheet.madeAt, stamp: "RE-1", pieces });
    };
    expect(hex(await merged(bundled)) === hex(await merged(merging))).toBe(true);
  });

  it("each of the usual files that customers bring, or none where the source binds none", async () => {
    const bound = async ({ mergePdf, sourcePagesOf }: typeof merging, { bytes, contentType }: CorpusFile) => {
      const sourcePages = await sourcePagesOf(bytes, contentType);
      if (!sourcePages) return "none";
      const pieces = [{ sourcePages, title: "Pieza", folios: { from: 1, to: 5 }, caption: "Año" }];
      return hex(await mergePdf({ title: "Expediente", author: "EPS", madeAt: sheet.madeAt, stamp: "RE-1", pieces }));
    };
    const files = await goodFiles({ quick: true });
    const unlike: string[] = [];
    for (const file of files) if ((await bound(bundled, file)) !== (await bound(merging, file))) unlike.push(file.name);
    expect(unlike).toEqual([]);
    expect(files.length).toBeGreaterThan(50);
  });
});

it("what is left out is more than half of the libraries", () => {
  const [ours = 0, whole = 0] = sizes;
  expect(ours).toBeLessThan(0.4 * whole);
});

it("a bundle's wrapped modules are in parentheses, and nothing else is changed", () => {
  const bundle =
    "var a=(t,e)=>()=>t(e),b=t=>t();var c=a((e,t)=>{t.x=1}),d=a(()=>{}),f=b(()=>{}),g=a(()=>1),h=a(()=>{},1);";
  expect(withModulesReadOnce(bundle)).toBe(
    "var a=(t,e)=>()=>t(e),b=t=>t();var c=a(((e,t)=>{t.x=1})),d=a((()=>{})),f=b(()=>{}),g=a(()=>1),h=a(()=>{},1);",
  );
});
