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
const unusedOfFonts: readonly (readonly [RegExp, string])[] = [
  // How scripts other than Latin are set, which their letters' absence from the fonts makes of no use.
  [/(\$SHAPERS = )\{.*?\n\};/s, "$1{};"],
  [/^\(0, \$\w+\$_\)\(\$\w+\$export\$\w+, "zeroMarkWidths", '(?:NONE|BEFORE_GPOS)'\);$/gm, ""],
  [/^const \{ .* \} = \(0, \(\/\*@__PURE__\*\/\$parcel\$interopDefault\(\$\w+\$exports\)\)\);$/gm, ""],
  [/^\$\w+\$exports = JSON\.parse\(.*\);$/gm, ""],
  // Apple's way to set a text, compressed fonts, collections of fonts, and glyphs by PostScript or in colours.
  [/if \(this\.font\.morx\) this\.engine = .*;\n\s*else /, ""],
  [/(^\(0, \$\w+\)\(\(0, \$\w+\)\);\n)(?:^\(0, \$\w+\)\(\(0, \$\w+\)\);\n)+/m, "$1"],
  [/if \(this\.directory\.tables\.sbix\) .*;\n\s*else if .*COLR.*\n\s*else /, ""],
  [/\n\s*else if \(this\.directory\.tables\['CFF '\] \|\| .*/, ""],
  [/if \(this\.directory\.tables\['CFF '\]\) return .*/, ""],
  // Nothing that only describes a table has an effect.
  [/\bnew (?=\$|\(0, )/g, "/* @__PURE__ */ new "],
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

/** Leaves of the fonts that every reader of a PDF has the one that folios are written in. */
const withOneStandardFont: Plugin = {
  name: "with-one-standard-font",
  setup: ({ onLoad }) =>
    onLoad({ filter: /\/standard-fonts\/[A-Z][\w-]+\.compressed\.json$/ }, ({ path }) =>
      path.endsWith("/Helvetica.compressed.json") ? undefined : { contents: '""', loader: "json" },
    ),
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
export const printPlugins = [withTrueTypeOnly, withoutUnprinted, withOneStandardFont, withOneLineBreaker];
