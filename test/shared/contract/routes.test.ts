import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { descriptionFile, descriptionText } from "../../../scripts/openapi.ts";
import { refusals } from "../../../shared/contract/refusals.ts";
import type { Route } from "../../../shared/contract/route.ts";
import { routes, routesByFunction } from "../../../shared/contract/routes.ts";

const all: readonly (readonly [string, Route])[] = Object.entries(routes);

const inPath = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name).sort();
const own = (kinds: readonly string[]): string[] =>
  kinds.filter((kind) => Object.hasOwn(refusals, kind) && !["invalid-request", "unexpected"].includes(kind));
const strict = (id: string, { body }: Route): boolean =>
  body === undefined ||
  body.safeParse({ [`not-of-${id}`]: true }).error?.issues.some(({ code }) => code === "unrecognized_keys") === true;

/** Mail programs post there what RFC 8058 says, which is no JSON and says nothing. */
const postedByMail: readonly string[] = ["stopOpenNews"];

describe("each route has everything a route needs", () => {
  it.each(all)("%s", (id, route) => {
    expect({
      summary: route.summary,
      "parameters with a schema": Object.keys(route.params?.shape ?? {}).sort(),
      "names roles if it is for staff": (route.roles?.length ?? 0) > 0,
      "kinds it lists": route.refusals,
      method: route.method,
      "refuses unknown fields": strict(id, route),
      "functions that answer it": Object.values(routesByFunction).filter((group) => Object.hasOwn(group, id)).length,
    }).toEqual({
      summary: expect.stringMatching(/^[A-Z].{15,}\.$/),
      "parameters with a schema": inPath(route.path),
      "names roles if it is for staff": route.audience === "staff",
      // All in the table, and none that every route implies.
      "kinds it lists": own(route.refusals),
      method: expect.stringMatching(route.body || postedByMail.includes(id) ? /^(POST|PUT)$/ : /^(GET|DELETE)$/),
      "refuses unknown fields": true,
      "functions that answer it": 1,
    });
  });
});

describe("all routes together", () => {
  it("have a method and path of their own each", () => {
    const keys = all.map(([, { method, path }]) => `${method} ${path.replace(/\{\w+\}/g, "{}")}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("are described in docs/openapi.yaml as they are now (npm run openapi)", () => {
    expect(readFileSync(descriptionFile, "utf8")).toBe(descriptionText());
  });
});

describe("each refusal has a status of its class, a title, and a sentence that says what to do", () => {
  it.each(Object.entries(refusals))("%s", (_kind, { status, title, detail }) => {
    expect([400, 401, 403, 404, 409, 412, 415, 428, 429, 500, 503]).toContain(status);
    expect(title).toMatch(/^[A-ZÁÉÍÓÚ¿]/);
    expect(detail).toMatch(/^[A-ZÁÉÍÓÚ¿].{10,}\.$/);
  });
});
