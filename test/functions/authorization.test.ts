import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ApiHandler } from "../../functions/runtime/api.ts";
import type { TokenClaims } from "../../functions/runtime/caller.ts";
import { serve } from "../../functions/runtime/serve.ts";
import * as officeRoutes from "../../shared/contract/office-routes.ts";
import type { Route } from "../../shared/contract/route.ts";
import { type RouteId, routes, routesByFunction } from "../../shared/contract/routes.ts";
import { staffRoles } from "../../shared/domain/work/people.ts";
import { callUndescribed, customer, handlerOf, staff } from "./api-call.ts";
import { receiptWorld } from "./receipts/receipt-world.ts";
import { whoMay } from "./who-may.ts";

interface Principal {
  readonly name: string;
  readonly claims: TokenClaims | undefined;
}
const nobody: Principal = { name: "nobody", claims: undefined };
const anna: Principal = { name: "a customer", claims: customer("ana") };
const eva: Principal = { name: "another customer", claims: customer("eva") };
const workers: readonly Principal[] = staffRoles.map((role) => ({ name: role, claims: staff(role) }));
const roleless: Principal = { name: "staff without a role", claims: staff() };
const mutants: readonly Principal[] = [
  { name: "an ID token", claims: { ...staff("billing"), token_use: "id" } },
  { name: "a token without use", claims: { sub: "ana", "cognito:groups": "[billing]" } },
  { name: "a token without a person", claims: { token_use: "access", sub: "", "cognito:groups": "[billing]" } },
];

/** A function's real door with none of its operations behind. */
const doorsOf = (group: Readonly<Record<string, Route>>): ApiHandler =>
  handlerOf(
    Object.fromEntries(
      Object.entries(group).map(([id, route]) => [
        id,
        serve({ ...route, answer: officeRoutes.showDescription.answer } as Route, async () => ({
          ok: true,
          value: {},
        })),
      ]),
    ),
  );

/** Real doors; where an operation needs a store of claims, its own matrix is in claim-authorization.test.ts. */
const handlers: Record<keyof typeof routesByFunction, ApiHandler> = {
  office: doorsOf(routesByFunction.office),
  verifications: doorsOf(routesByFunction.verifications),
  receipts: receiptWorld().handler,
  "receipt-copies": doorsOf(routesByFunction["receipt-copies"]),
  claims: doorsOf(routesByFunction.claims),
  submissions: doorsOf(routesByFunction.submissions),
  casework: doorsOf(routesByFunction.casework),
  telephone: doorsOf(routesByFunction.telephone),
  "visits-and-hearings": doorsOf(routesByFunction["visits-and-hearings"]),
  signing: doorsOf(routesByFunction.signing),
  administration: doorsOf(routesByFunction.administration),
  reports: doorsOf(routesByFunction.reports),
};

function handlerFor(id: RouteId): ApiHandler {
  for (const [name, group] of Object.entries(routesByFunction))
    if (Object.hasOwn(group, id)) return handlers[name as keyof typeof handlers];
  throw new Error(`no function answers ${id}`);
}

/** What the door says: passed, or the status it refused with. */
async function doorOf(id: RouteId, { claims }: Principal): Promise<"passed" | number> {
  const route: Route = routes[id];
  const params = Object.fromEntries([...route.path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => [name, "2026-10"]));
  const { status, body } = await callUndescribed(handlerFor(id), route, { claims, params, body: {} });
  const refusedAtTheDoor = /wrong-token|not-your-role/.test(body?.type ?? "");
  return refusedAtTheDoor ? status : "passed";
}

const ids = Object.keys(routes) as RouteId[];

describe("who supervises from outside", () => {
  const theirs = ids.filter((id) => {
    const allowed: string | readonly string[] = whoMay[id];
    return typeof allowed !== "string" && allowed.includes("external-supervisor");
  });

  it("passes no door but these, and only to look", () => {
    expect(theirs.toSorted()).toEqual([
      "countOpenings",
      "countWork",
      "downloadCaseAttachment",
      "downloadCaseFile",
      "downloadRegister",
      "drawSample",
      "listAttentions",
      "listFigureCases",
      "listIndicators",
      "listObservations",
      "listOpenings",
      "listSearches",
      "listSentNotices",
      "listWork",
      "showCase",
      "showCaseFile",
      "showDocumentPages",
      "showRegister",
      "showSentNotice",
    ]);
    expect(theirs.filter((id) => routes[id].method !== "GET")).toEqual([]);
  });

  it("passes them within the days of their access and leaving a trace: each such function is supervised", () => {
    const owners = Object.entries(routesByFunction).flatMap(([name, group]) =>
      theirs.some((id) => Object.hasOwn(group, id)) ? [name] : [],
    );
    expect(owners).toEqual(["casework", "reports"]);
    for (const name of owners) {
      const source = readFileSync(join(import.meta.dirname, "..", "..", "functions", name, "index.ts"), "utf8");
      expect(source).toMatch(/\bsupervised\(deps, /);
    }
  });
});

it("has a row for every route", () => {
  expect(Object.keys(whoMay).sort()).toEqual([...ids].sort());
});

/** What the door of a route is to answer somebody, by the row above. */
function ownAnswer(id: RouteId, principal: Principal): "passed" | number {
  const allowed: string | readonly string[] = whoMay[id];
  if (allowed === "anyone") return "passed";
  if (principal.claims === undefined || mutants.includes(principal)) return 401;
  return allowed === "customers" || (typeof allowed !== "string" && allowed.includes(principal.name)) ? "passed" : 403;
}

describe("the door of each route answers everybody by its row", () => {
  const principals = [nobody, anna, eva, roleless, ...workers, ...mutants];

  it.each(ids)("%s", async (id) => {
    const expected = Object.fromEntries(principals.map((one) => [one.name, ownAnswer(id, one)]));
    const answered: typeof expected = {};
    for (const one of principals) answered[one.name] = await doorOf(id, one);
    expect(answered).toEqual(expected);
  });
});
