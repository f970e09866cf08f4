import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { descriptionFile, descriptionText } from "../../../scripts/openapi.ts";
import { refusals } from "../../../shared/contract/refusals.ts";
import type { Route } from "../../../shared/contract/route.ts";
import { routes, routesByFunction } from "../../../shared/contract/routes.ts";

const all: readonly (readonly [string, Route])[] = Object.entries(routes);

describe.each(all)("the route %s", (id, route) => {
  it("says in a sentence what it does", () => {
    expect(route.summary).toMatch(/^[A-Z].{15,}\.$/);
  });

  it("has a schema for each parameter of its path, and no other", () => {
    const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(Object.keys(route.params?.shape ?? {}).sort()).toEqual(inPath.sort());
  });

  it("names who of the staff may call it, and only then", () => {
    expect((route.roles?.length ?? 0) > 0).toBe(route.audience === "staff");
  });

  it("refuses with kinds of the table, none of those every route implies", () => {
    for (const kind of route.refusals) expect(Object.keys(refusals)).toContain(kind);
    expect(route.refusals).not.toContain("invalid-request");
    expect(route.refusals).not.toContain("unexpected");
  });

  it("reads a body only where one is sent, and takes nothing it does not know", () => {
    if (!route.body) return expect(["GET", "DELETE"]).toContain(route.method);
    expect(["POST", "PUT"]).toContain(route.method);
    const { error } = route.body.safeParse({ [`not-of-${id}`]: true });
    expect(error?.issues.map(({ code }) => code)).toContain("unrecognized_keys");
  });

  it("is answered by one function", () => {
    const owners = Object.values(routesByFunction).filter((group) => Object.hasOwn(group, id));
    expect(owners).toHaveLength(1);
  });
});

describe("the routes together", () => {
  it("are each a method and path of their own", () => {
    const keys = all.map(([, { method, path }]) => `${method} ${path.replace(/\{\w+\}/g, "{}")}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("are described freshly: run npm run openapi", () => {
    expect(readFileSync(descriptionFile, "utf8")).toBe(descriptionText());
  });
});

describe.each(Object.entries(refusals))("the refusal %s", (_kind, { status, title, detail }) => {
  it("has a status of its class, a title, and a sentence that says what to do", () => {
    expect([400, 401, 403, 404, 409, 412, 428, 429, 500, 503]).toContain(status);
    expect(title).toMatch(/^[A-ZÁÉÍÓÚ¿]/);
    expect(detail).toMatch(/^[A-ZÁÉÍÓÚ¿].{10,}\.$/);
  });
});
