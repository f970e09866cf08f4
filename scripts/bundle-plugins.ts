import { globSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Metafile, Plugin } from "esbuild";
import type { Grant } from "../shared/grant.ts";
import { grantsOf, type StoreName, stores, variableOf } from "../shared/permissions.ts";
import { withFunctionExpressions } from "./function-expressions.ts";
import { printPlugins } from "./print-plugins.ts";

function placeOf(grant: Grant): object {
  const {
    actions: _,
    indexes: __,
    deletes: ___,
    writes: ____,
    ...place
  } = {
    ...{ indexes: [], deletes: [], writes: [] },
    ...grant,
  };
  return place;
}

/**
 * Leaves of `shared/permissions.ts` in a bundle only which resource each store stands on: what a function may do, and
 * what the others may, is for its role.
 */
const withoutPermissions: Plugin = {
  name: "without-permissions",
  setup: ({ onLoad }) =>
    onLoad({ filter: /\/shared\/permissions\.ts$/ }, () => {
      const names = Object.keys(stores) as StoreName[];
      const ofStore = names.map((name) => JSON.stringify(grantsOf(name).map(placeOf)));
      const places = [...new Set(ofStore)];
      const at = Object.fromEntries(names.map((name, index) => [name, places.indexOf(ofStore[index] ?? "")]));
      const contents = `
        const places = [${places}];
        const at = ${JSON.stringify(at)};
        export const grantsOf = (store) => places[at[store]];
        export ${variableOf}`;
      return { contents, loader: "js" };
    }),
};

/**
 * Leaves out what the SDK loads for operations that stream events, of which the office calls none. As each client that
 * has one loads it, and all load it late, the build could leave out nothing that it may use.
 */
const withoutEventStreams: Plugin = {
  name: "without-event-streams",
  setup: ({ onResolve }) =>
    onResolve({ filter: /^@smithy\/core\/event-streams$/ }, () => ({
      path: join(import.meta.dirname, "no-event-streams.ts"),
    })),
};

/** Leaves of the SDK's `package.json`, which each client brings whole, the version that it names to the service. */
const withoutPackages: Plugin = {
  name: "without-packages",
  setup: ({ onLoad }) =>
    onLoad({ filter: /\/@aws-sdk\/client-[\w-]+\/package\.json$/ }, ({ path }) => {
      const { version } = JSON.parse(readFileSync(path, "utf8"));
      return { contents: JSON.stringify({ version }), loader: "json" };
    }),
};

/**
 * Leaves out what reads the SDK's settings from files of a developer's machine: a function has its own in its
 * environment.
 */
const withoutSettingsFiles: Plugin = {
  name: "without-settings-files",
  setup: ({ onResolve }) =>
    onResolve({ filter: /\/loadSharedConfigFiles$/ }, () => ({
      path: join(import.meta.dirname, "no-settings-files.ts"),
    })),
};

/** What the SDK has for where no function runs, by the file's name, and what stands in its place. */
const fallbacks: Readonly<Record<string, string>> = {
  Sha256Js: "export const Sha256Js = undefined;",
  Sha1Js: "export const Sha1Js = undefined;",
  Md5Js: "export const Md5Js = undefined;",
  getInstanceMetadataRegion: "export const getInstanceMetadataRegion = async () => undefined;",
  "stream-type-check": "export const isReadableStream = () => false; export const isBlob = () => false;",
  "ChecksumStream.browser": "export class ChecksumStream {}",
};

/**
 * Leaves out what makes hashes where Node has no `crypto`, what asks a virtual machine for its Region, and streams of
 * browsers: Node's own are all that the SDK gets, and to compare them with a browser's loads those.
 */
const withoutFallbacks: Plugin = {
  name: "without-fallbacks",
  setup: ({ onLoad }) => {
    const filter = new RegExp(`/@(?:smithy|aws-sdk)/.*/(?:${Object.keys(fallbacks).join("|")})\\.js$`);
    onLoad({ filter }, ({ path }) => ({ contents: fallbacks[basename(path, ".js")] ?? "" }));
  },
};

/** Leaves of the SDK's table of partitions AWS's own, to which a Region belongs by its pattern. */
const withOnePartition: Plugin = {
  name: "with-one-partition",
  setup: ({ onLoad }) =>
    onLoad({ filter: /\/util-endpoints\/lib\/aws\/partitions\.js$/ }, ({ path }) => {
      const table = /\{.*\}/s.exec(readFileSync(path, "utf8"))?.[0] ?? "";
      const own = JSON.parse(table).partitions.find(({ id }: { readonly id: string }) => id === "aws");
      return {
        contents: `export const partitionsInfo = { partitions: [${JSON.stringify({ ...own, regions: {} })}] };`,
      };
    }),
};

/** Answers a service's address by `plain-endpoint.ts` where the SDK has the rules of all partitions and forms. */
export const withPlainEndpoints: Plugin = {
  name: "with-plain-endpoints",
  setup: ({ onLoad }) =>
    onLoad({ filter: /\/@aws-sdk\/client-[\w-]+\/dist-es\/endpoint\/endpointResolver\.js$/ }, ({ path }) => {
      const rules = readFileSync(join(dirname(path), "bdd.js"), "utf8");
      const hosts = rules.matchAll(/"https:\/\/([a-z-]+)\.\{Region\}\.\{PartitionResult#dnsSuffix\}"/g);
      // The others are for search and for FIPS: "search-dynamodb", "dynamodb-fips".
      const [service] = Array.from(hosts, ([, name]) => name).toSorted((a = "", b = "") => a.length - b.length);
      const made = path.includes("/client-s3/") ? "bucketEndpoint()" : service && `plainEndpoint("${service}")`;
      if (made === undefined) return undefined;
      const by = JSON.stringify(join(import.meta.dirname, "plain-endpoint.ts"));
      return {
        contents: `
          import { bucketEndpoint, plainEndpoint } from ${by};
          export const defaultEndpointResolver = /* @__PURE__ */ ${made};`,
      };
    }),
};

/** The words with a capital in the sources of functions, by which they name errors. */
const capitals = new Set(
  globSync("{functions,shared}/**/*.ts", { cwd: join(import.meta.dirname, "..") }).flatMap(
    (file) => readFileSync(join(import.meta.dirname, "..", file), "utf8").match(/\b[A-Z]\w+/g) ?? [],
  ),
);

/**
 * Writes the names of traits in the SDK's schemas where they stand. A key that is computed, even of a constant, may
 * have an effect, so the build would keep every schema of a client for the few that its commands use. Leaves out the
 * errors that no source names: the client makes them by its own error's class, with their name and message.
 */
export const withNamedTraits: Plugin = {
  name: "with-named-traits",
  setup: ({ onLoad }) =>
    onLoad({ filter: /\/@aws-sdk\/client-[\w-]+\/dist-es\/schemas\/schemas_\d+\.js$/ }, ({ path }) => {
      const source = readFileSync(path, "utf8");
      const names = new Map(
        Array.from(source.matchAll(/^const (\w+) = ("[^"]*");$/gm), ([, name, text]) => [name, text]),
      );
      return {
        contents: source
          .replace(/\[(\w+)\]: /g, (key, name) => (names.has(name) ? `${names.get(name)}: ` : key))
          .replace(/^n\d_registry\.registerError\(\w+\$, (\w+)\);$/gm, (line, name) =>
            capitals.has(name) ? line : "",
          ),
      };
    }),
};

/** A class of an error as the SDK writes nearly all, with its name, its shape and whose fault it is. */
const errorClass =
  /^export class (\w+) extends __BaseException \{\n {4}static shapeId = ("[^"]+");\n {4}name = ("\w+");\n {4}\$fault = ("\w+");\n( {4}\w+;\n)* {4}constructor\(opts\) \{\n.*?\n {4}\}\n\}/gms;

/** Makes the errors that each client of the SDK declares, some forty classes alike, by one function. */
export const withMadeErrors: Plugin = {
  name: "with-made-errors",
  setup: ({ onLoad }) =>
    onLoad({ filter: /\/@aws-sdk\/client-[\w-]+\/dist-es\/models\/errors\.js$/ }, ({ path }) => {
      const made = readFileSync(path, "utf8").replace(
        errorClass,
        "export const $1 = /* @__PURE__ */ errorClass($2, $3, $4);",
      );
      const errorClassText = `
        function errorClass(shapeId, name, fault) {
          return class Made extends __BaseException {
            static shapeId = shapeId;
            name = name;
            $fault = fault;
            constructor(opts) {
              super(opts);
              Object.setPrototypeOf(this, Made.prototype);
            }
          };
        }`;
      return { contents: made + errorClassText };
    }),
};

/** Leaves out what describes zod's schemas in JSON: the build describes the API, and functions nothing. */
const withoutJsonSchemas: Plugin = {
  name: "without-json-schemas",
  setup: ({ onLoad }) =>
    onLoad({ filter: /\/zod\/v4\/core\/(to-json-schema|json-schema-processors)\.js$/ }, ({ path }) => {
      const names = [...readFileSync(path, "utf8").matchAll(/^export (?:const|function) (\w+)/gm)];
      const absent = 'const absent = () => { throw new Error("a function describes no schema"); };';
      return { contents: [absent, ...names.map(([, name]) => `export const ${name} = () => absent;`)].join("\n") };
    }),
};

/**
 * Leaves out zod's older way to ask for a form of text, `z.string().email()` for `z.email()`, which brings every form.
 */
const withoutFormMethods: Plugin = {
  name: "without-form-methods",
  setup: ({ onLoad }) =>
    onLoad({ filter: /\/zod\/v4\/classic\/schemas\.js$/ }, ({ path }) => {
      const method = /^ {4}\w+\(params\) \{\n {8}return this\.check\(core\._\w+\(Zod\w+, params\)\);\n {4}\},?\n/gm;
      // By its barrel, every helper would be kept with a table of their names.
      const source = readFileSync(path, "utf8")
        .replace(method, "")
        .replace('import { util } from "../core/index.js"', 'import * as util from "../core/util.js"')
        .replaceAll("core.util.", "util.");
      return { contents: withFunctionExpressions(path, source) };
    }),
};

/** Leaves out what each route does in words, which only the API's description says: the build writes it. */
const withoutSummaries: Plugin = {
  name: "without-summaries",
  setup: ({ onLoad }) =>
    onLoad({ filter: /\/shared\/contract\/(?:[\w-]+\/)?[\w-]+-routes\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replace(/^ {2}summary:\s*"(?:[^"\\]|\\.)*",\n/gm, ""),
      loader: "ts",
    })),
};

/**
 * Has schemas built when they are first used: a third of the time in which a function started went into building all.
 */
export const withLazySchemas: Plugin = {
  name: "with-lazy-schemas",
  setup: ({ onResolve }) => {
    const path = join(import.meta.dirname, "lazy-zod.ts");
    onResolve({ filter: /^zod$/ }, ({ importer }) => (importer === path ? undefined : { path }));
  },
};

/**
 * Requires the parts of Node that are imported late. To import `node:http`, as the SDK does in its first request, reads
 * every name of it, one of which loads the whole of Node's `fetch`: a fifth of the request's processor.
 */
const withRequiredParts: Plugin = {
  name: "with-required-parts",
  setup: ({ onResolve, onLoad }) => {
    const namespace = "required-part";
    onResolve({ filter: /^node:/ }, ({ kind, path }) => (kind === "dynamic-import" ? { path, namespace } : undefined));
    onLoad({ filter: /^/, namespace }, ({ path }) => ({ contents: `module.exports = require("${path}");` }));
  },
};

/** Has long functions read when they are called. */
const withSkimmedFunctions: Plugin = {
  name: "with-skimmed-functions",
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.(ts|[cm]?js)$/ }, ({ path }) => ({
      contents: withFunctionExpressions(path, readFileSync(path, "utf8")),
      loader: path.endsWith(".ts") ? "ts" : "js",
    })),
};

/** The sources that become files of their own, by the name of the file. */
const late = new Map<string, string>();

/** Makes what a source of ours imports late (`await import`) a file beside the bundle: nothing of it is read before. */
const withLateFiles: Plugin = {
  name: "with-late-files",
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\..*\.ts$/ }, ({ kind, path, resolveDir }) => {
      if (kind !== "dynamic-import") return undefined;
      const file = `./${basename(path, ".ts")}.cjs`;
      late.set(file, join(resolveDir, path));
      return { path: file, external: true };
    }),
};

type Imported = Metafile["outputs"][string]["imports"][number];

/** Whether a bundle imports late what has to be bundled beside it. */
export const isLate = ({ path, kind }: Imported): boolean => kind === "dynamic-import" && late.has(path);

/** Returns the source of a file beside a bundle. @throws if it is none that a bundle of this process imports late */
export function sourceOfLate(file: string): string {
  const source = late.get(file);
  if (source === undefined) throw new Error(`${file} is imported by no bundle`);
  return source;
}

/** What the build does to the functions' bundles besides putting their sources together. */
export const plugins = [
  withoutPermissions,
  withoutPackages,
  withoutEventStreams,
  withoutSettingsFiles,
  withoutFallbacks,
  withOnePartition,
  withPlainEndpoints,
  withNamedTraits,
  withMadeErrors,
  withoutJsonSchemas,
  withoutFormMethods,
  withoutSummaries,
  withLazySchemas,
  withRequiredParts,
  withLateFiles,
  ...printPlugins,
  withSkimmedFunctions,
];
