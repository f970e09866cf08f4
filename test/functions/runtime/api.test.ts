import type { Context } from "aws-lambda";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as z from "zod";
import { api } from "../../../functions/runtime/api.ts";
import { type ApiEvent, serve } from "../../../functions/runtime/serve.ts";
import { refused } from "../../../shared/contract/refusals.ts";
import { defineRoute } from "../../../shared/contract/route.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { type ApiRequest, callUndescribed, eventOf, handlerOf, originKey, staff } from "../api-call.ts";
import { captureLog, type LogLine } from "../log-lines.ts";

let lines: () => readonly LogLine[];
beforeEach(() => {
  lines = captureLog();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const route = defineRoute({
  method: "POST",
  path: "/things/{thingId}",
  audience: "anyone",
  summary: "Does something.",
  params: z.strictObject({ thingId: z.string().regex(/^[a-z]+$/, "Esa cosa no existe.") }),
  query: z.object({ limit: z.coerce.number().int().min(1).max(50).default(20) }),
  body: z.strictObject({
    name: z.string({ error: "Falta el nombre." }).max(10, "El nombre es largo."),
    kind: z.enum(["a", "b"]).optional(),
    size: z.number().int().optional(),
  }),
  status: 201,
  answer: z.object({ seen: z.unknown() }),
  refusals: ["receipt-not-found", "too-many-attempts"],
});
const none = defineRoute({
  method: "DELETE",
  path: "/things/{thingId}",
  audience: "anyone",
  summary: "Forgets something.",
  params: route.params,
  status: 204,
  answer: z.undefined(),
  refusals: [],
});

const handled = vi.fn();
const handler = handlerOf({
  post: serve(route, async (request) => {
    handled(request);
    return ok({ seen: request.body });
  }),
  remove: serve(none, async () => ok(undefined)),
});
const valid: ApiRequest = { params: { thingId: "casa" }, body: { name: "Ana" } };
const send = (request: ApiRequest) => callUndescribed(handler, route, { ...valid, ...request });

afterEach(() => {
  handled.mockReset();
});

const common = { "cache-control": "no-store", "x-content-type-options": "nosniff" };

describe("a request that is right", () => {
  it("reaches its handler parsed, with the instant and the id to quote", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-24T15:45:12.123Z") });
    const answer = await send({ query: { limit: "7", other: "passed over" } });
    expect(handled).toHaveBeenCalledExactlyOnceWith({
      params: { thingId: "casa" },
      query: { limit: 7 },
      body: { name: "Ana" },
      caller: { kind: "anyone" },
      now: "2026-11-24T15:45:12.123Z",
      requestId: "request-1",
      viewerAddress: "",
    });
    expect(answer).toEqual({
      status: 201,
      headers: { ...common, "content-type": "application/json" },
      text: '{"seen":{"name":"Ana"}}',
      body: { seen: { name: "Ana" } },
    });
  });

  it.each<[ApiRequest, unknown, string]>([
    [{ base64: true }, { name: "Ana" }, "the gateway may encode the body"],
    [{ text: '\uFEFF{"name":"Ana"}' }, { name: "Ana" }, "a byte-order mark is no JSON and does no harm"],
    [{ text: ' \n{"name":"Ñandú"} ' }, { name: "Ñandú" }, "blanks around"],
    [{ text: '{"name":"a","name":"b"}' }, { name: "b" }, "of a name written twice the last counts, as JSON has it"],
  ])("%j gives %j (%s)", async (request, seen) => {
    expect(await send(request)).toMatchObject({ status: 201, body: { seen } });
  });

  it("with nothing to answer has no body and no type", async () => {
    const answer = await callUndescribed(handler, none, { params: { thingId: "casa" } });
    expect(answer).toEqual({ status: 204, headers: common, text: "", body: undefined });
  });

  it("logs one line, without what was sent", async () => {
    await send({});
    expect(lines()).toEqual([
      {
        level: "info",
        event: "completed",
        trace: expect.stringMatching(/^[\w-]{16}$/),
        route: "POST /api/things/{thingId}",
        status: 201,
        ms: expect.any(Number),
      },
    ]);
  });

  it("that filed a claim is logged with the claim's id and code, and nothing else of the answer", async () => {
    const cargo = { claimId: "c1", code: "RE-2026-000001", claimKey: "secret" };
    const filing = defineRoute({
      ...route,
      answer: z.object({ claimId: z.string(), code: z.string(), claimKey: z.string() }),
    });
    await callUndescribed(handlerOf({ post: serve(filing, async () => ok(cargo)) }), filing, valid);
    expect(lines()).toMatchObject([{ event: "completed", status: 201, claimId: "c1", code: "RE-2026-000001" }]);
    expect(JSON.stringify(lines())).not.toContain("secret");
  });
});

it.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=a", "", "text/json"])(
  "a body of the type «%s», which a page of another site can have a browser send, reaches no handler",
  async (type) => {
    const answer = await send({ headers: { "x-origin-key": originKey, "content-type": type } });
    expect(answer).toMatchObject({ status: 415, body: { type: "urn:caudal:json-expected" } });
    expect(handled).not.toHaveBeenCalled();
  },
);

it.each(["application/json; charset=utf-8", "Application/JSON"])("a body of the type «%s» is read", async (type) => {
  expect(await send({ headers: { "x-origin-key": originKey, "content-type": type } })).toMatchObject({ status: 201 });
});

it.each([
  ["as they are", '{"name":"\u202eanA\u202c \u2066Díaz\u2069"}'],
  ["escaped", String.raw`{"name":"\u202EanA\u202c \u2066Díaz\u2069"}`],
])("a text is taken without the signs that turn a line, %s", async (_, text) => {
  expect((await send({ text })).body).toEqual({ seen: { name: "anA Díaz" } });
});

describe("a wrong request is answered what to correct, field by field, and reaches no handler", () => {
  const json = "urn:caudal:malformed-json";
  const invalid = "urn:caudal:invalid-request";
  const shape = "Este dato no tiene la forma esperada.";
  const unknown = (names: string) => [["body", `Hay datos que no se esperaban: ${names}.`]] as const;

  it.each<[string, ApiRequest, string, readonly (readonly [string, string])[] | undefined]>([
    ["no body", { body: undefined }, json, undefined],
    ["half a body", { text: '{"name":"Ana"' }, json, undefined],
    ["two bodies", { text: '{"name":"Ana"}{"name":"Eva"}' }, json, undefined],
    ["a form", { text: "name=Ana" }, json, undefined],
    ["marks of order twice", { text: '\uFEFF\uFEFF{"name":"Ana"}' }, json, undefined],
    ["half a letter, which no hash takes", { text: '{"name":"\\ud800"}' }, json, undefined],
    ["a zero byte", { text: '{"name":"A\\u0000na"}' }, json, undefined],
    ["more depth than any body", { text: `{"name":${"[".repeat(3000)}${"]".repeat(3000)}}` }, json, undefined],
    ["single quotes", { text: "{'name':'Ana'}" }, json, undefined],
    ["no number there is", { text: '{"name":"Ana","size":NaN}' }, json, undefined],
    ["null", { text: "null" }, invalid, [["body", shape]]],
    ["a list", { text: "[]" }, invalid, [["body", shape]]],
    ["a string", { text: '"name"' }, invalid, [["body", shape]]],
    ["a number", { text: "7" }, invalid, [["body", shape]]],
    ["an empty object", { body: {} }, invalid, [["body.name", "Falta el nombre."]]],
    ["another type", { body: { name: 7 } }, invalid, [["body.name", "Falta el nombre."]]],
    ["a number as text", { body: { name: "Ana", size: "7" } }, invalid, [["body.size", shape]]],
    ["a fraction", { body: { name: "Ana", size: 0.5 } }, invalid, [["body.size", shape]]],
    ["more than a number holds", { text: '{"name":"Ana","size":1e400}' }, invalid, [["body.size", shape]]],
    [
      "no option",
      { body: { name: "Ana", kind: "c" } },
      invalid,
      [["body.kind", "Elige una de las opciones que se ofrecen."]],
    ],
    [
      "null for what may be missing",
      { body: { name: "Ana", kind: null } },
      invalid,
      [["body.kind", "Elige una de las opciones que se ofrecen."]],
    ],
    ["a long text", { body: { name: "x".repeat(400_000) } }, invalid, [["body.name", "El nombre es largo."]]],
    ["a field nobody knows", { body: { name: "Ana", status: "PAID" } }, invalid, unknown("status")],
    ["several", { body: { name: "Ana", ownerId: 1, amount: 2 } }, invalid, unknown("ownerId, amount")],
    ["a prototype", { text: '{"name":"Ana","__proto__":{"kind":"a"}}' }, invalid, unknown("__proto__")],
    ["a constructor", { text: '{"name":"Ana","constructor":{}}' }, invalid, unknown("constructor")],
    ["a name without end", { body: { name: "Ana", ["x".repeat(500)]: 1 } }, invalid, unknown("x".repeat(80))],
    ["a path that is none", { params: { thingId: "CASA" } }, invalid, [["path.thingId", "Esa cosa no existe."]]],
    ["a limit that is none", { query: { limit: "muchos" } }, invalid, [["query.limit", shape]]],
    [
      "too low a limit",
      { query: { limit: "0" } },
      invalid,
      [["query.limit", "Este dato es demasiado corto o pequeño."]],
    ],
    [
      "too high a limit",
      { query: { limit: "51" } },
      invalid,
      [["query.limit", "Este dato es demasiado largo o grande."]],
    ],
    [
      "everything at once",
      { params: { thingId: "1" }, query: { limit: "x" }, body: {} },
      invalid,
      [
        ["path.thingId", "Esa cosa no existe."],
        ["query.limit", shape],
        ["body.name", "Falta el nombre."],
      ],
    ],
  ])("%s", async (_, request, type, errors) => {
    const answer = await send(request);
    expect(answer.status).toBe(400);
    expect(answer.headers).toEqual({ ...common, "content-type": "application/problem+json" });
    const { errors: named, ...problem } = answer.body;
    expect(problem).toEqual({ type, title: expect.any(String), status: 400, detail: expect.any(String) });
    expect(named?.map(({ field, message }: { field: string; message: string }) => [field, message])).toEqual(errors);
    expect(answer.text.length).toBeLessThan(1_000);
    expect(handled).not.toHaveBeenCalled();
  });

  it("bodies a thousand deep are no harder than others", async () => {
    const deep = `${'{"name":'.repeat(1_000)}1${"}".repeat(1_000)}`;
    expect(await send({ text: deep })).toMatchObject({ status: 400 });
  });

  it("bodies of half a million characters are read by no schema", async () => {
    const many = Array.from({ length: 50_000 }, (_, at) => `"k${at}":"x"`).join();
    expect(await send({ text: `{${many}}` })).toMatchObject({
      status: 400,
      body: { type: json, detail: expect.stringContaining("demasiado largo") },
    });
  });
});

describe("a refusal", () => {
  const refusing = (refusal: ReturnType<typeof refused<"too-many-attempts">>) =>
    callUndescribed(handlerOf({ post: serve(route, async () => refusal) }), route, valid);

  it("is a problem of its kind, with its status and its sentence", async () => {
    expect(await refusing(refused("too-many-attempts"))).toMatchObject({
      status: 429,
      headers: { ...common, "content-type": "application/problem+json" },
      body: {
        type: "urn:caudal:too-many-attempts",
        title: "Demasiados intentos con este suministro",
        status: 429,
        detail: expect.stringMatching(/^Por seguridad, espera a la próxima hora/),
      },
    });
  });

  it("says when to come back", async () => {
    expect((await refusing(refused("too-many-attempts", { retryAfterSeconds: 888 }))).headers["retry-after"]).toBe(
      "888",
    );
    expect((await refusing(refused("too-many-attempts"))).headers).not.toHaveProperty("retry-after");
  });

  it("may have a better sentence", async () => {
    expect((await refusing(refused("too-many-attempts", { detail: "Espera un rato." }))).body.detail).toBe(
      "Espera un rato.",
    );
  });
});

describe("what is not through the front door", () => {
  it.each<[string, Record<string, string>]>([
    ["no key", {}],
    ["an empty key", { "x-origin-key": "" }],
    ["another key", { "x-origin-key": "another" }],
    ["the beginning of the key", { "x-origin-key": originKey.slice(0, -1) }],
    ["more than the key", { "x-origin-key": `${originKey},${originKey}` }],
    ["the key in capitals", { "x-origin-key": originKey.toUpperCase() }],
  ])("%s: 403, and nothing is read", async (_, headers) => {
    expect(await send({ headers, text: "{" })).toMatchObject({
      status: 403,
      body: { type: "urn:caudal:not-through-the-front-door", status: 403 },
    });
    expect(handled).not.toHaveBeenCalled();
  });
});

describe("an address there is not", () => {
  it.each([
    ["$default", "what no route of the gateway takes"],
    ["POST /things/{thingId}", "without /api"],
    ["GET /api/things/{thingId}", "another method"],
    ["__proto__", "a name of objects"],
  ])("%s: 404 (%s)", async (routeKey) => {
    const event = { ...eventOf(route, valid), routeKey } as ApiEvent;
    const answer = (await handler(event, {} as Parameters<typeof handler>[1])) as { statusCode: number; body: string };
    expect(answer.statusCode).toBe(404);
    expect(JSON.parse(answer.body).type).toBe("urn:caudal:route-not-found");
  });
});

const named = (name: string, more: object): Error => Object.assign(new Error("refused"), { name, ...more });

describe("a bug in a handler", () => {
  const secret = "CLIENTE DE PRUEBA UNO, DNI 00000001";
  const typed = { name: "00000001" };

  it.each<[string, () => Promise<never>]>([
    ["a throw", () => Promise.reject(new TypeError("cannot read properties of undefined"))],
    ["a rejection with what is no error", () => Promise.reject({ odd: true })],
    [
      "a stored item that cannot be read",
      async () => z.object({ row: z.string() }).parse({ row: 7, name: secret }) as never,
    ],
  ])("%s: 500 to the caller, without a word of what broke", async (_, fail) => {
    const answer = await callUndescribed(handlerOf({ post: serve(route, fail) }), route, { ...valid, body: typed });
    expect(answer).toMatchObject({
      status: 500,
      headers: { ...common, "content-type": "application/problem+json" },
      body: { type: "urn:caudal:unexpected", title: "Algo falló de nuestro lado", status: 500 },
    });
    expect(Object.keys(answer.body)).toEqual(["type", "title", "status", "detail"]);
    expect(answer.text).not.toMatch(/undefined|odd|row/);

    const failures = lines().filter(({ level }) => level === "error");
    expect(failures).toEqual([
      {
        level: "error",
        event: "failed",
        trace: expect.stringMatching(/^[\w-]{16}$/),
        requestId: "request-1",
        failure: expect.any(String),
        message: expect.any(String),
        stack: expect.any(String),
      },
    ]);
    expect(lines().filter(({ event }) => event === "completed")).toEqual([expect.objectContaining({ status: 500 })]);
    expect(JSON.stringify(lines())).not.toMatch(/00000001|PRUEBA/);
  });

  it("out of time: 503 a second before the function's limit, with when to try again; its log names no person", async () => {
    const slow = handlerOf({ post: serve(route, () => new Promise<never>(() => {})) });
    const limit = 1200;
    const asked = performance.now();
    const { statusCode, headers, body } = await slow(eventOf(route, { ...valid, body: typed }), {
      getRemainingTimeInMillis: () => limit,
    } as unknown as Context);
    const waited = performance.now() - asked;
    expect([waited > limit - 1010, waited < limit]).toEqual([true, true]);
    expect({ statusCode, headers }).toEqual({
      statusCode: 503,
      headers: { ...common, "content-type": "application/problem+json", "retry-after": "5" },
    });
    expect(JSON.parse(body ?? "")).toEqual({
      type: "urn:caudal:out-of-time",
      title: "El sistema está muy lento",
      status: 503,
      detail: "Quizá llegó tu pedido. Vuelve a intentarlo en unos segundos: no se hace dos veces.",
    });
    expect(lines().filter(({ event }) => event === "completed")).toEqual([expect.objectContaining({ status: 503 })]);
    expect(JSON.stringify(lines())).not.toMatch(/00000001|PRUEBA/);
  });

  it.each<[string, Error | object]>([
    ["has too many requests", named("ProvisionedThroughputExceededException", { $metadata: { httpStatusCode: 400 } })],
    [
      "is throttled in a transaction",
      named("TransactionCanceledException", { CancellationReasons: [{ Code: "ThrottlingError" }] }),
    ],
    ["slows its callers down", named("SlowDown", { $metadata: { httpStatusCode: 503 } })],
    ["failed on its own side", named("InternalServerError", { $metadata: { httpStatusCode: 500 } })],
    ["did not answer in time", named("TimeoutError", {})],
    ["cut the line", named("Error", { code: "ECONNRESET" })],
  ])("a store that %s: 503, with when to try again", async (_, failure) => {
    const answer = await callUndescribed(
      handlerOf({ post: serve(route, () => Promise.reject(failure)) }),
      route,
      valid,
    );
    expect(answer).toMatchObject({
      status: 503,
      headers: { "retry-after": "5" },
      body: { type: "urn:caudal:out-of-time" },
    });
    expect(lines().filter(({ level }) => level === "error")).toHaveLength(1);
  });

  it.each<[string, Error]>([
    ["a refused condition", named("ConditionalCheckFailedException", { $metadata: { httpStatusCode: 400 } })],
    ["a request that no store takes", named("ValidationException", { $metadata: { httpStatusCode: 400 } })],
  ])("%s is a bug of ours: 500", async (_, failure) => {
    const answer = await callUndescribed(
      handlerOf({ post: serve(route, () => Promise.reject(failure)) }),
      route,
      valid,
    );
    expect(answer.body.type).toBe("urn:caudal:unexpected");
  });

  it("an answer that is not what the route says: 500, and what it held stays inside", async () => {
    const strict = defineRoute({ ...route, answer: z.strictObject({ code: z.string() }) });
    const wrong = handlerOf({ post: serve(strict, async () => ok({ code: 7, holder: secret } as never)) });
    const answer = await callUndescribed(wrong, strict, { ...valid, body: typed });
    expect(answer.body.type).toBe("urn:caudal:unexpected");
    expect(JSON.stringify(lines())).not.toMatch(/00000001|PRUEBA/);
  });

  it("what a handler adds to an answer does not leave the house", async () => {
    const lean = defineRoute({ ...route, answer: z.object({ code: z.string() }) });
    const generous = handlerOf({ post: serve(lean, async () => ok({ code: "1", holder: secret })) });
    expect((await callUndescribed(generous, lean, valid)).text).toBe('{"code":"1"}');
  });
});

describe("who may call", () => {
  const forStaff = defineRoute({ ...none, method: "POST", audience: "staff", roles: ["billing", "manager"] });
  const forCustomers = defineRoute({ ...none, method: "PUT", audience: "customer" });
  const callers: unknown[] = [];
  const guarded = handlerOf({
    forStaff: serve(forStaff, async ({ caller }) => {
      callers.push(caller);
      return ok(undefined);
    }),
    forCustomers: serve(forCustomers, async ({ caller }) => {
      callers.push(caller);
      return ok(undefined);
    }),
  });
  const params = { thingId: "casa" };
  const access = { token_use: "access", sub: "sub-1" };
  const billing = { ...access, "cognito:groups": "[billing]" };

  it.each<[string, ApiRequest["claims"], number, number]>([
    ["no token", undefined, 401, 401],
    ["a token of nothing", {}, 401, 401],
    ["an ID token", { ...billing, token_use: "id" }, 401, 401],
    ["a refresh token", { ...billing, token_use: "refresh" }, 401, 401],
    ["a token of no use", { sub: "sub-1", "cognito:groups": "[billing]" }, 401, 401],
    ["a token of many uses", { ...billing, token_use: "access id" }, 401, 401],
    ["a token of nobody", { token_use: "access", "cognito:groups": "[billing]" }, 401, 401],
    ["a token of an empty name", { ...billing, sub: "" }, 401, 401],
    ["a token of a number", { ...billing, sub: 7 }, 401, 401],
    ["a token of a list", { ...billing, sub: ["sub-1"] }, 401, 401],
    ["a customer's token", access, 204, 403],
    ["a token of no group", { ...access, "cognito:groups": "[]" }, 204, 403],
    ["a token of an empty group", { ...access, "cognito:groups": "" }, 204, 403],
    ["a token of another role", { ...access, "cognito:groups": "[inspector]" }, 204, 403],
    ["a token of a group that is no role", { ...access, "cognito:groups": "[superuser]" }, 204, 403],
    ["a token of a role in capitals", { ...access, "cognito:groups": "[BILLING]" }, 204, 403],
    ["a token of a role within a word", { ...access, "cognito:groups": "[pre-billing billing-2]" }, 204, 403],
    ["a token of an object of groups", { ...access, "cognito:groups": { billing: true } }, 204, 403],
    ["the role, as the gateway writes lists", billing, 204, 204],
    ["the role among others", { ...access, "cognito:groups": "[inspector billing]" }, 204, 204],
    ["the role, with commas", { ...access, "cognito:groups": "[inspector, billing]" }, 204, 204],
    ["the role alone, without brackets", { ...access, "cognito:groups": "billing" }, 204, 204],
    ["the role in a list", { ...access, "cognito:groups": ["billing"] }, 204, 204],
    ["either role", { ...access, "cognito:groups": ["manager", 7] }, 204, 204],
  ])("%s: customers' route $2, staff's $3", async (_, claims, customers, ofStaff) => {
    callers.length = 0;
    const asCustomer = await callUndescribed(guarded, forCustomers, { params, claims });
    const asStaff = await callUndescribed(guarded, forStaff, { params, claims });
    expect([asCustomer.status, asStaff.status]).toEqual([customers, ofStaff]);
    const kinds: Record<number, string> = { 401: "urn:caudal:wrong-token", 403: "urn:caudal:not-your-role" };
    expect(asCustomer.body?.type).toBe(kinds[customers]);
    expect(asStaff.body?.type).toBe(kinds[ofStaff]);
    expect(callers).toHaveLength([customers, ofStaff].filter((status) => status === 204).length);
  });

  it("is given to the handler, and nothing else of the token", async () => {
    callers.length = 0;
    const more = { ...staff("billing", "superuser", "manager"), email: "nadie@example.pe" };
    await callUndescribed(guarded, forCustomers, { params, claims: more });
    await callUndescribed(guarded, forStaff, { params, claims: more });
    expect(callers).toEqual([
      { kind: "customer", sub: "staff-1" },
      { kind: "staff", sub: "staff-1", roles: ["billing", "manager"] },
    ]);
  });

  it("is checked before what was asked: a stranger is not shown what is wrong with it", async () => {
    const answer = await callUndescribed(guarded, forStaff, { params: { thingId: "1" }, text: "{" });
    expect(answer.status).toBe(401);
    expect(answer.body).not.toHaveProperty("errors");
  });
});

describe("while the edge changes its key", () => {
  const key = { originKey: "the-new-key", otherOriginKey: "the-old-key" };
  const ofBoth = api({ post: route }, { post: serve(route, async () => ok({ seen: true })) }, key);

  it.each([
    ["the new key", "the-new-key", 201],
    ["the old key", "the-old-key", 201],
    ["another key", "another-key", 403],
    ["an empty key", "", 403],
    ["the name of a missing value", "undefined", 403],
  ])("%s opens or not", async (_, sent, status) => {
    const answer = await callUndescribed(ofBoth, route, { ...valid, headers: { "x-origin-key": sent } });
    expect(answer.status).toBe(status);
  });
});
