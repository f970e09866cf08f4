import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "esbuild";
import { withFunctionExpressions } from "./function-expressions.ts";

/** The tables of a TrueType font in Latin letters. */
const tables = new Set(
  ["GDEF", "GPOS", "GSUB", "OS/2", "cmap", "cvt ", "fpgm", "gasp", "glyf", "head", "hhea", "hmtx"].concat([
    "kern",
    "loca",
    "maxp",
    "name",
    "post",
    "prep",
  ]),
);

/** What is left out of fontkit: each pattern, and what stands in its place. */
const unusedOfFonts: readonly (readonly [RegExp | string, string])[] = [
  // How scripts other than Latin are set, which their letters' absence from the fonts makes of no use.
  [/(\$SHAPERS = )\{.*?\n\};/s, "$1{};"],
  [/^\(0, \$\w+\$_\)\(\$\w+\$export\$\w+, "zeroMarkWidths", '(?:NONE|BEFORE_GPOS)'\);$/gm, ""],
  [/^const \{ .* \} = \(0, \(\/\*@__PURE__\*\/\$parcel\$interopDefault\(\$\w+\$exports\)\)\);$/gm, ""],
  [/^(?:\$\w+\$exports = JSON\.parse\(|const \$\w+\$var\$trie = ).*\);$/gm, ""],
  // Apple's way to set a text, compressed fonts, collections of fonts, and glyphs by PostScript or in colours.
  [/if \(this\.font\.morx\) this\.engine = .*;\n\s*else /, ""],
  [/(^\(0, [\w$]+\)\(\(0, [\w$]+\)\);\n)(?:^\(0, [\w$]+\)\(\(0, [\w$]+\)\);\n)+/m, "$1"],
  [/^const (\$\w+\$var\$)features = .*?^for\s*\(let ot in \1OTMapping\)\s*\{.*?^\}/ms, ""],
  [/(\$MAC_ENCODINGS = )\{.*?^\};/ms, "$1{};"],
  [/if \(this\.directory\.tables\.sbix\) .*;\n\s*else if .*COLR.*\n\s*else /, ""],
  [/\n\s*else if \(this\.directory\.tables\['CFF '\] \|\| .*/, ""],
  [/if \(this\.directory\.tables\['CFF '\]\) return .*/, ""],
  [/^\$\w+\$var\$WOFF2?Directory\.process = .*?^\};$/gms, ""],
  [/^\(0, [\w$]+\)\(\[\n.*\n\], \S+\.prototype, "(?:glyphsForValue|getStateMachine)", null\);$/gm, ""],
  // Fonts whose weight can be set, and the glyphs that are written anew for them.
  [/return new \(0, \S+\)\(this, variationCoords\);/, "return null;"],
  [/this\.glyphEncoder = .*/, ""],
  // Nothing that only describes a table has an effect.
  [/\bnew (?=\$|\(0, )/g, "/* @__PURE__ */ new "],
];

/** What is left out of pdfkit: each pattern, and what stands in its place. */
const unusedOfPdfkit: readonly (readonly [RegExp | string, string])[] = [
  // Pictures, notes on a page, forms, files and tables: pdfmake has tables of its own.
  [/^ {4}this\.(?:initImages|initTables|endAcroForm)\(\);\n/gm, ""],
  [/^mixin\((?:Images|Annotations|AcroForm|Attachments|Table)Mixin\);\n/gm, ""],
  // Passwords: all that stays of the class is what makes a file's own number.
  [/(^class PDFSecurity \{\n {2}static generateFileID\(.*?^ {2}\}\n).*?^\}/ms, "$1}"],
  ["PDFSecurity.create(this, options)", "null"],
  // Gradients, patterns and colours of inks; drawings in SVG's words.
  [
    /^let PDFGradient\$1 = .*?(?=^var ColorMixin)/ms,
    "const PDFGradient = absent, PDFLinearGradient = absent, PDFRadialGradient = absent, PDFTilingPattern = absent;\n",
  ],
  [/^class SpotColor \{\n.*?^\}/ms, "const SpotColor = absent;"],
  ["SVGPath.apply(this, path)", "new absent()"],
  // Fonts that every reader has, and lines that pdfmake does not break itself.
  [/^ {6}if \(StandardFont\..*?^ {6}\}\n/ms, ""],
  [/^const characters = /m, "$&/* @__PURE__ */ "],
  [/^class LineWrapper \{\n.*?^\}/ms, "const LineWrapper = absent;"],
  [/^/, "class absent { constructor() { throw new Error('the office prints no such part'); } }\n"],
];

/** Leaves in the library of fonts what sets a text by TrueType fonts in Latin letters, as the office's are. */
const withTrueTypeOnly: Plugin = {
  name: "with-true-type-only",
  setup: ({ onLoad }) =>
    onLoad({ filter: /\/fontkit\/dist\/module\.mjs$/ }, ({ path }) => {
      const source = readFileSync(path, "utf8").replace(
        /^\$\w+\$var\$tables(?:\.(\w+)|\['([^']+)'\]) = .*$/gm,
        (line, plain, quoted) => (tables.has(plain ?? quoted) ? line : ""),
      );
      const used = unusedOfFonts.reduce((text, [pattern, by]) => text.replace(pattern, by), source);
      return { contents: withFunctionExpressions(path, used) };
    }),
};

/** Leaves in the library that writes PDFs what pdfmake draws a document with. */
const withDrawnOnly: Plugin = {
  name: "with-drawn-only",
  setup: ({ onLoad }) =>
    onLoad({ filter: /\/pdfkit\/js\/pdfkit\.es\.js$/ }, ({ path }) => {
      const source = readFileSync(path, "utf8");
      const used = unusedOfPdfkit.reduce((text, [pattern, by]) => text.replace(pattern, by), source);
      return { contents: withFunctionExpressions(path, used) };
    }),
};

/** What stands for a library that makes what no document of the office has, or that Node makes itself, by its name. */
const substitutes: Readonly<Record<string, string>> = {
  "./3rd-party/svg-to-pdfkit": "module.exports = absent;",
  "png-js": "module.exports = absent;",
  "@noble/ciphers/aes": "module.exports = { cbc: absent, ecb: absent };",
  "@noble/hashes/sha2": "module.exports = { sha256: absent };",
  culori: "module.exports = { converter: () => absent };",
  "html-entities": "module.exports = { encode: absent };",
  "node-html-better-parser": "module.exports = { parse: absent, NodeType: {} };",
  "brotli/decompress.js": "module.exports = absent;",
  "tiny-inflate": `
    const { inflateRawSync } = require("node:zlib");
    module.exports = (source, target) => (target.set(inflateRawSync(source)), target);`,
  // Of the letters that are printed, as fonts have no others (`font-files.ts`): none is set as a mark.
  "unicode-properties": `
    module.exports = {
      getScript: (code) => (/[A-Za-z\\xaa\\xba\\xc0-\\xd6\\xd8-\\xf6\\xf8-\\u024f]/.test(String.fromCodePoint(code)) ? "Latin" : "Common"),
      isDigit: (code) => code >= 0x30 && code <= 0x39,
      isMark: () => false,
      getCategory: absent,
      getCombiningClass: absent,
    };`,
  "base64-js": `module.exports = { toByteArray: (text) => new Uint8Array(Buffer.from(text, "base64")) };`,
  "js-md5": `
    const { createHash } = require("node:crypto");
    module.exports = (data) => createHash("md5").update(data).digest("hex");
    module.exports.arrayBuffer = (data) => createHash("md5").update(data).digest();`,
};

/** Leaves out drawings, pictures, passwords and colours by name, of which the office's documents have none. */
const withoutUnprinted: Plugin = {
  name: "without-unprinted",
  setup: ({ onResolve, onLoad }) => {
    const namespace = "unprinted";
    onResolve({ filter: /^[.@a-z]/ }, ({ path }) =>
      Object.hasOwn(substitutes, path) ? { path, namespace } : undefined,
    );
    onLoad({ filter: /^/, namespace }, ({ path }) => ({
      contents: `const absent = () => { throw new Error("the office's documents have no such part"); }; ${substitutes[path]}`,
      resolveDir: import.meta.dirname,
    }));
  },
};

/** The files of pdf-lib that are left out, below its folder. */
const unbound = new RegExp(
  `/@cantoo/pdf-lib/es/(?:${[
    "api/(?:extraction|form|text)/\\w+",
    "api/pdfa/(?:facturx|srgbProfile|xmp)",
    "api/(?:PDFEmbeddedFile|PDFEmbeddedPage|PDFJavaScript|PDFJavaScriptAction|PDFSvg|svg)",
    "core/(?:acroform|annotation|security)/\\w+",
    "core/crypto",
    "core/embedders/(?:CMap|CustomFont\\w+|FileEmbedder|FontFlags|JavaScriptEmbedder|PDFPageEmbedder)",
    "core/interactive/OptionalContent",
    "packages/upng/(?:dither|encode|framize|quantize)",
  ].join("|")})(?<!/index)\\.js$`,
);

/**
 * Leaves in the library that binds PDFs what takes pages out of one and draws photos and folios: a class that is left
 * out fails if one is made. What decrypts a file stays for who imports it from outside. A module that nothing is used
 * of is left out whole.
 */
const withBoundOnly: Plugin = {
  name: "with-bound-only",
  setup: ({ onResolve, onLoad }) => {
    const namespace = "unbound";
    onResolve({ filter: /^\./ }, ({ path, importer, resolveDir }) => {
      const file = join(resolveDir, path);
      if (!file.includes("/@cantoo/pdf-lib/es/")) return undefined;
      // What draws in SVG's words has the sums of matrices that all is drawn by.
      const isUsed = !importer.includes("/@cantoo/") || importer.endsWith("/api/operations.js");
      const isLeftOut = unbound.test(file) && !isUsed;
      return { path: file, sideEffects: false, ...(isLeftOut && { namespace }) };
    });
    onLoad({ filter: /^/, namespace }, ({ path }) => {
      const source = readFileSync(path, "utf8");
      const declared = Array.from(source.matchAll(/^export (?:const|var|class|function) (\w+)/gm), ([, name]) => name);
      const [, listed] = /^export \{ ([\w, ]+?),? \};$/m.exec(source) ?? [];
      const names = [...declared, ...(listed?.split(", ") ?? []), "default"];
      const absent = 'class Absent { constructor() { throw new Error("the office binds no such part"); } }';
      return { contents: `${absent} export { ${names.map((name) => `Absent as ${name}`).join(", ")} };` };
    });
  },
};

/** Leaves of the fonts that every reader of a PDF has the one that folios are written in, which Node inflates. */
const withOneStandardFont: Plugin = {
  name: "with-one-standard-font",
  setup: ({ onLoad }) => {
    onLoad({ filter: /\/standard-fonts\/[A-Z][\w-]+\.compressed\.json$/ }, ({ path }) =>
      path.endsWith("/Helvetica.compressed.json") ? undefined : { contents: '""', loader: "json" },
    );
    onLoad({ filter: /\/standard-fonts\/utils\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8")
        .replace("{ unzlibSync } from 'fflate'", "{ inflateSync } from 'node:zlib'")
        .replace(/(decompressJson = ).*/, '$1(text) => inflateSync(Buffer.from(text, "base64")).toString("latin1");'),
    }));
  },
};

/** Has both libraries that break lines use one copy of the rules. */
const withOneLineBreaker: Plugin = {
  name: "with-one-line-breaker",
  setup: ({ onResolve }) =>
    onResolve({ filter: /^linebreak$/ }, () => ({
      path: join(import.meta.dirname, "..", "node_modules", "linebreak", "dist", "module.mjs"),
    })),
};

/** What the build leaves out of the libraries that print. */
export const printPlugins = [
  withTrueTypeOnly,
  withDrawnOnly,
  withBoundOnly,
  withoutUnprinted,
  withOneStandardFont,
  withOneLineBreaker,
];
