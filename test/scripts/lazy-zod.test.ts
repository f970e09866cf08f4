import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as zod from "zod";
import { root } from "../../scripts/bundle.ts";
import { withLazySchemas } from "../../scripts/bundle-plugins.ts";
import * as lazy from "../../scripts/lazy-zod.ts";
import { describeApi } from "../../shared/contract/openapi.ts";
import { routes } from "../../shared/contract/routes.ts";

describe("the schemas of the API, built when they are first used", () => {
  const folder = mkdtempSync(join(tmpdir(), "caudal-lazy-"));
  const outfile = join(folder, "described.mjs");
  beforeAll(async () => {
    const contents = `
      import { describeApi } from "./shared/contract/openapi.ts";
      import { routes } from "./shared/contract/routes.ts";
      export const described = describeApi(routes);
    `;
    await build({
      stdin: { contents, resolveDir: root },
      bundle: true,
      platform: "node",
      format: "esm",
      plugins: [withLazySchemas],
      outfile,
    });
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("are those that zod builds at once", async () => {
    const { described } = await import(pathToFileURL(outfile).href);
    expect(described).toEqual(JSON.parse(JSON.stringify(describeApi(routes))));
  });
});

describe.each([
  ["zod", zod],
  ["zod, built when first used", lazy],
] as const)("%s", (_, z) => {
  const place = z.object({ street: z.string().trim().min(1, "calle"), number: z.coerce.number().optional() });
  const kind = z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("a"), place }),
    z.strictObject({ kind: z.literal("b"), at: z.iso.datetime().transform((text) => text.slice(0, 10)) }),
  ]);

  it("parses, trims, transforms and fills in", () => {
    expect(kind.parse({ kind: "a", place: { street: " Lima ", number: "7", more: 1 } })).toEqual({
      kind: "a",
      place: { street: "Lima", number: 7 },
    });
    expect(kind.parse({ kind: "b", at: "2026-11-28T10:00:00Z" })).toEqual({ kind: "b", at: "2026-11-28" });
    expect(
      z
        .array(z.enum(["x", "y"]))
        .default(["x"])
        .parse(undefined),
    ).toEqual(["x"]);
  });

  it("says what is wrong, and where", () => {
    const wrong = kind.safeParse({ kind: "a", place: { street: " " } });
    expect(wrong.error?.issues.map(({ path, message }) => [path.join("."), message])).toEqual([
      ["place.street", "calle"],
    ]);
  });

  it("refines, extends and picks, and has the shape of what it becomes", () => {
    const more = place.extend({ floor: z.number().int().max(9) }).superRefine(({ street, floor }, { addIssue }) => {
      if (street === "Lima" && floor > 3) addIssue({ code: "custom", path: ["floor"], message: "piso" });
    });
    expect(Object.keys(more.shape)).toEqual(["street", "number", "floor"]);
    expect(more.safeParse({ street: "Lima", floor: 4 }).error?.issues[0]?.message).toBe("piso");
    const picked = z.object({ first: place.pick({ street: true }).shape.street, second: more.shape.floor });
    expect(picked.parse({ first: " a ", second: 2 })).toEqual({ first: "a", second: 2 });
    expect(picked instanceof z.ZodObject).toBe(true);
  });
});

it("nothing is built before it is used, and then once", () => {
  let built = 0;
  const error = () => "no";
  const counted = lazy.object({
    get word() {
      built += 1;
      return lazy.string({ error }).optional();
    },
  });
  const whole = lazy.array(counted.refine(() => true)).max(3);
  expect(built).toBe(0);
  expect(whole.parse([{ word: "a" }])).toEqual([{ word: "a" }]);
  expect(whole.parse([{}, {}])).toEqual([{}, {}]);
  expect(built).toBe(1);
});
