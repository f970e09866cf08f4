import { describe, expect, it } from "vitest";
import { type RouteId, routes } from "../../shared/contract/routes.ts";
import { type ClientOptions, createClient, transportProblem } from "../../web/client.ts";

interface Call {
  readonly url: string;
  readonly init: RequestInit;
}

/** All routes as the generated files have them. */
const lines = Object.fromEntries(
  Object.entries(routes).map(([id, { audience, method, path }]) => [id, `${audience} ${method} ${path}`]),
) as Record<RouteId, string>;

/** A client whose network gives these answers in turn; an error makes the network fail. */
function clientOf(answers: readonly (Response | Error)[], options: Partial<ClientOptions<RouteId>> = {}) {
  const calls: Call[] = [];
  const api = createClient({
    routes: lines,
    fetch: async (url, init) => {
      const answer = answers[calls.length];
      calls.push({ url, init });
      if (!(answer instanceof Response)) throw answer;
      return answer;
    },
    token: async () => ({ ok: true, value: "access" }),
    isOnline: () => true,
    ...options,
  });
  return { api, calls, header: (name: string) => new Headers(calls[0]?.init.headers).get(name) };
}

const problem = (kind: string, status: number, headers = {}) =>
  new Response(JSON.stringify({ type: `urn:caudal:${kind}`, title: "Título", status, detail: "Detalle." }), {
    status,
    headers: { "content-type": "application/problem+json", ...headers },
  });
const lost = new TypeError("fetch failed");
const limits = { query: { limit: 5 } };

it("fills in the address, sends the token, and returns the value", async () => {
  const { api, calls, header } = clientOf([Response.json({ months: [] })]);
  const answer = await api.showReceipt({ params: { linkId: "a/b", period: "2026-10" } });
  expect(answer).toEqual({ ok: true, value: { months: [] } });
  expect(calls[0]?.url).toBe("/api/me/supplies/a%2Fb/receipts/2026-10");
  expect(header("authorization")).toBe("Bearer access");
});

it("writes a query without values that are absent", async () => {
  const { api, calls } = clientOf([Response.json({}), Response.json({})]);
  await api.listImports(limits);
  await api.listImports({ query: {} });
  expect(calls.map(({ url }) => url)).toEqual(["/api/desk/imports?limit=5", "/api/desk/imports"]);
});

it("sends no token with a public call, and a key with a write", async () => {
  const { api, header } = clientOf([Response.json({})]);
  await api.lookUpReceipt({ body: { supplyCode: "1", receiptNumber: "2" } });
  expect(header("authorization")).toBeNull();
  expect(header("idempotency-key")).toMatch(/^[0-9a-f-]{36}$/);
});

it("returns nothing for an answer without a body", async () => {
  const { api } = clientOf([new Response(null, { status: 204 })]);
  expect(await api.unlinkSupply({ params: { linkId: "a" } })).toEqual({ ok: true, value: undefined });
});

it("repeats a GET once if the network fails, and only then", async () => {
  const once = clientOf([lost, Response.json({ imports: [] })]);
  expect(await once.api.listImports(limits)).toMatchObject({ ok: true });
  const twice = clientOf([lost, lost]);
  expect(await twice.api.listImports(limits)).toMatchObject({ ok: false, problem: { kind: "unreachable" } });
  expect(twice.calls).toHaveLength(2);
  const write = clientOf([lost], { isOnline: () => false });
  expect(await write.api.linkSupply({ body: { supplyCode: "1", receiptNumber: "2" } })).toMatchObject({
    problem: { kind: "offline", title: "Estás sin conexión" },
  });
  expect(write.calls).toHaveLength(1);
});

it.each([
  [false, "offline"],
  [true, "unreachable"],
] as const)("says why a route cannot be loaded: a network, %s", async (isOnline, kind) => {
  const { api, calls } = clientOf([], {
    routes: {},
    later: async () => {
      throw lost;
    },
    isOnline: () => isOnline,
  });
  expect(await api.showOffice()).toMatchObject({ ok: false, problem: { kind } });
  expect(calls).toEqual([]);
});

it("returns the API's own words, and how long to wait", async () => {
  const { api } = clientOf([problem("too-many-attempts", 429, { "retry-after": "90" })]);
  expect(await api.lookUpReceipt({ body: { supplyCode: "1", receiptNumber: "2" } })).toEqual({
    ok: false,
    problem: {
      kind: "urn:caudal:too-many-attempts",
      title: "Título",
      detail: "Detalle.",
      fields: [],
      retryAfterSeconds: 90,
    },
  });
});

it.each([
  [401, "signed-out"],
  [404, "not-found"],
  [413, "too-large"],
  [429, "busy"],
  [500, "unavailable"],
  [503, "unavailable"],
  [403, "refused"],
])("a gateway's %i has words of ours: %s", async (status, kind) => {
  const { api } = clientOf([Response.json({ message: "Too Many Requests" }, { status })]);
  expect(await api.listImports(limits)).toEqual(transportProblem(kind as "busy"));
});

describe("a write that was cut off", () => {
  const body = { supplyCode: "1", receiptNumber: "2" };
  const cutOff = (status: number) => Response.json({ message: "Internal Server Error" }, { status });
  const keysOf = (calls: readonly Call[]) => calls.map(({ init }) => new Headers(init.headers).get("idempotency-key"));

  it.each([500, 502, 503, 504])("says that it may have been done, and is not done twice: %i", async (status) => {
    const { api } = clientOf([cutOff(status)]);
    const answer = await api.linkSupply({ body });
    expect(answer).toEqual(transportProblem("unanswered"));
    expect(answer).toMatchObject({ problem: { detail: expect.stringContaining("no se hace dos veces") } });
  });

  it("is sent again with the same key until it is answered", async () => {
    const { api, calls } = clientOf([
      cutOff(500),
      lost,
      problem("unexpected", 500),
      Response.json({}),
      Response.json({}),
    ]);
    for (let times = 0; times < 5; times += 1) await api.linkSupply({ body });
    const [first, second, third, fourth, fifth] = keysOf(calls);
    expect([second, third, fourth]).toEqual([first, first, first]);
    expect(fifth).not.toBe(first);
  });

  it("does not give its key to another write, and uses its caller's key first", async () => {
    const { api, calls } = clientOf([cutOff(500), Response.json({}), Response.json({})]);
    await api.linkSupply({ body });
    await api.linkSupply({ body: { ...body, receiptNumber: "3" } });
    await api.linkSupply({ body, key: "own" });
    const [first, other, own] = keysOf(calls);
    expect(other).not.toBe(first);
    expect(own).toBe("own");
  });
});

it("takes an HTML page from the API's address for an API that does not answer", async () => {
  const { api } = clientOf([new Response("<html>"), new Response("<html>")]);
  expect(await api.showOffice()).toMatchObject({ ok: false, problem: { kind: "unreachable" } });
});

it("sends nothing without the token a route needs", async () => {
  const { api, calls } = clientOf([], { token: async () => transportProblem("signed-out") });
  expect(await api.listSupplies()).toMatchObject({ ok: false, problem: { kind: "signed-out" } });
  expect(calls).toEqual([]);
});
