import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "esbuild";
import { grantsOf, type StoreName, stores, variableOf } from "../shared/permissions.ts";

/**
 * Leaves of `shared/permissions.ts` in a bundle only which resource each store stands on: what a function may do, and
 * what the others may, is for its role.
 */
const withoutPermissions: Plugin = {
  name: "without-permissions",
  setup: ({ onLoad }) =>
    onLoad({ filter: /\/shared\/permissions\.ts$/ }, () => {
      const names = Object.keys(stores) as StoreName[];
      const places = names.map((name) => [name, grantsOf(name).map(({ actions: _, ...place }) => place)]);
      const contents = `
        const places = ${JSON.stringify(Object.fromEntries(places))};
        export const grantsOf = (store) => places[store];
        export ${variableOf}`;
      return { contents, loader: "js" };
    }),
};

/**
 * Leaves out what the SDK loads for operations that stream events, of which the office calls none. As it is loaded late,
 * the build could leave out nothing that it may use.
 */
const withoutEventStreams: Plugin = {
  name: "without-event-streams",
  setup: ({ onResolve }) =>
    onResolve({ filter: /^@smithy\/core\/event-streams$/ }, ({ kind }) =>
      kind === "dynamic-import" ? { path: join(import.meta.dirname, "no-event-streams.ts") } : undefined,
    ),
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

/** Has schemas built when they are first used: a third of the time in which a function started went into building all. */
export const withLazySchemas: Plugin = {
  name: "with-lazy-schemas",
  setup: ({ onResolve }) => {
    const path = join(import.meta.dirname, "lazy-zod.ts");
    onResolve({ filter: /^zod$/ }, ({ importer }) => (importer === path ? undefined : { path }));
  },
};

/** What the build does to the functions' bundles besides putting their sources together. */
export const plugins = [withoutPermissions, withoutEventStreams, withoutJsonSchemas, withLazySchemas];
