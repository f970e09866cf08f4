import { randomUUID } from "node:crypto";
import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import * as z from "zod";
import { type OfficeInProcess, openOfficeInProcess, originKey } from "../local/in-process/office.ts";
import type { StoresMark } from "../local/in-process/stores-in-memory.ts";
import { seededStaff, subOf } from "../local/people.ts";
import { seedStaff } from "../local/seed/staff.ts";
import { showDescription } from "../shared/contract/office-routes.ts";
import type { Route } from "../shared/contract/route.ts";
import { routesByFunction } from "../shared/contract/routes.ts";
import type { FunctionName } from "../shared/permissions.ts";
import { drawn } from "../test/evidence/sealed-cases.ts";
import { handMade } from "./malformed-by-hand.ts";
import { hearCalls } from "./rights.ts";
import { type Draw, one, type Schemas, sampleOf, schemasOf } from "./schema-samples.ts";

/** What was sent, and how it was answered. */
export interface Answered {
  readonly requests: number;
  readonly routes: number;
  /** How many were answered with each status. */
  readonly statuses: ReadonlyMap<number, number>;
  /**
   * Calls that no right of the function covers, answers of 500 and more, thrown failures, refusals that are no
   * problem+json or say what the code says, and refused requests that filed something.
   */
  readonly faults: readonly string[];
  /** Milliseconds within which 99 of 100 were answered. */
  readonly p99: number;
}

interface Sending {
  readonly requests: number;
  readonly seed: number;
  /**
   * Bytes of the longest key that the store takes; DynamoDB's own for a sort key, unless the negative control asks
   * less.
   */
  readonly longestKey?: number;
  /** Beginnings of keys of items that a refused request may write; none for the negative control. */
  readonly counted?: readonly string[];
}

/** What a refused request may write: who looked at what, and the count of wrong attempts at a supply. */
const looks = ["OPENINGS#", "SUPERVISION#", "G#", "T#"];

const at = "2026-11-23T15:00:00.000Z";
const long = "ñ".repeat(3000);
/** Values that people, programs and attackers send in the place of others. */
const hostile: readonly unknown[] = [
  ...[
    "",
    " ",
    "\u0000",
    "\ud800",
    "\ufeff",
    long,
    "'; DROP TABLE",
    "../../etc/passwd",
    "{{7*7}}",
    "\u202e123",
    "2026-02-31",
  ],
  ...["=1+1", "0x10", "1e999", "null", "__proto__", "%00", "%E0%A4%A", "9".repeat(400), "2026-13-01T25:00:00Z"],
  ...[0, -1, 1.5, 1e308, Number.MAX_SAFE_INTEGER + 2, true, null, [], {}, [[]], { length: 1e9 }, { toString: "x" }],
  ...[Array.from({ length: 600 }, () => "x"), { constructor: { prototype: {} } }, { $ne: null }, nested(200)],
];

function nested(depth: number): unknown {
  return depth === 0 ? "x" : { a: nested(depth - 1) };
}

/** Puts a hostile value somewhere in a value, or leaves a field out, or adds one. */
function spoiled(value: unknown, draw: Draw): unknown {
  if (typeof value !== "object" || value === null || draw() < 0.15) return one(draw, hostile);
  if (Array.isArray(value)) return value.map((each) => spoiled(each, draw));
  const names = Object.keys(value);
  const name = one(draw, names);
  const chance = draw();
  if (name === undefined || chance < 0.2)
    return { ...value, [one(draw, ["status", "filedAt", "__proto__", "sub"])]: "x" };
  const { [name]: taken, ...rest } = value as Record<string, unknown>;
  return chance < 0.4 ? rest : { ...rest, [name]: spoiled(taken, draw) };
}

/** The body as text: mostly JSON, now and then what is none. */
function textOf(body: unknown, draw: Draw): string {
  const text = JSON.stringify(body) ?? "";
  const chance = draw();
  if (chance < 0.8) return text;
  return one(draw, [
    text.slice(0, -2),
    `\ufeff${text}`,
    `${text}${text}`,
    "",
    "null",
    "[]",
    `{"a":1,"a":2}`,
    "<x/>",
    long,
  ]);
}

const isProblem = z.looseObject({ type: z.string(), title: z.string(), status: z.number() });
/** Words of the code, its libraries and the store, which no answer may say. */
const inner = /node_modules|\bat \S+ \(|ValidationException|dynamodb|ZodError|TypeError|undefined/i;

/**
 * Sends every route of the contract, from somebody it admits, requests that are drawn from its schemas and then
 * spoiled, to the functions themselves. The store takes keys and items only as long as the cloud's does.
 */
export async function sendMalformed({
  requests,
  seed,
  longestKey = 1024,
  counted = looks,
}: Sending): Promise<Answered> {
  const office = await officeOf(longestKey);
  const calls = hearCalls();
  const draw = drawn(seed);
  const statuses = new Map<number, number>();
  const faults: string[] = [];
  const times: number[] = [];
  for (let number = 0; number < requests; number += 1) {
    const { name, route, ...schemas } = served[number % served.length] ?? raise("the contract has no route");
    const { event, says } = eventOf(route, schemas, draw);
    const faulty = await answered(office, name as FunctionName, event, { statuses, times, counted });
    if (faulty) faults.push(`${seed}/${number} ${route.method} ${route.path}: ${faulty}: ${says}`);
  }
  faults.push(...calls.missing().map((call) => `no right covers ${call}`));
  return { requests, routes: served.length, statuses, faults, p99: p99Of(times) };
}

const served = Object.entries(routesByFunction)
  .flatMap(([name, own]) => Object.values(own).map((route: Route) => ({ name, route, ...schemasOf(route) })))
  // It is read from beside the function's bundle, which is not there in this process.
  .filter(({ route }) => route.path !== showDescription.path);

async function officeOf(longestKey: number): Promise<OfficeInProcess> {
  const office = await openOfficeInProcess({ at, counts: false, renders: () => false, checksHere: true });
  await seedStaff({ client: office.stores.tables.client, name: "claims" }, at);
  limitKeys(office.stores.tables.client, longestKey);
  return office;
}

/** The time that 99 of 100 do not exceed; 0 of none. */
function p99Of(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.ceil(times.length * 0.99) - 1] ?? 0;
}

/** Routes that each thing done by hand is sent to, if it can be done to as many. */
const routesOfEach = 12;

/**
 * Sends what is spoiled by hand (`handMade`), each to twelve routes that have such a thing, every time from other ones
 * on: sound requests but for that. What no function may take is a fault too if it is not refused.
 */
export async function sendHandMade(seed: number): Promise<Answered> {
  const office = await officeOf(1024);
  const calls = hearCalls();
  const draw = drawn(seed);
  const statuses = new Map<number, number>();
  const [faults, times, routes]: [string[], number[], Set<Route>] = [[], [], new Set()];
  for (const [number, { what, spoil, isRefused }] of handMade.entries()) {
    const from = (number * 37) % served.length;
    const events = [...served.slice(from), ...served.slice(0, from)].flatMap(({ name, route, ...schemas }) => {
      const event = spoil(eventOf(route, schemas, draw, true).event);
      return event ? [{ name, route, event }] : [];
    });
    for (const { name, route, event } of events.slice(0, routesOfEach)) {
      routes.add(route);
      const passed = statuses.get(200) ?? 0;
      const faulty = await answered(office, name as FunctionName, event, { statuses, times, counted: looks });
      const isTaken = isRefused && (statuses.get(200) ?? 0) > passed;
      if (faulty || isTaken) faults.push(`${what}: ${route.method} ${route.path}: ${faulty ?? "is taken"}`);
    }
  }
  faults.push(...calls.missing().map((call) => `no right covers ${call}`));
  return { requests: times.length, routes: routes.size, statuses, faults, p99: p99Of(times) };
}

/** Sends an event to its function; returns what is wrong with the answer. */
async function answered(
  office: OfficeInProcess,
  name: FunctionName,
  event: unknown,
  {
    statuses,
    times,
    counted,
  }: { readonly statuses: Map<number, number>; readonly times: number[]; readonly counted: readonly string[] },
): Promise<string | undefined> {
  const before = office.stores.mark();
  try {
    const began = performance.now();
    const reply = (await office.answer(name, event)) as APIGatewayProxyStructuredResultV2;
    times.push(performance.now() - began);
    const { statusCode = 200, headers = {}, body = "" } = reply;
    statuses.set(statusCode, (statuses.get(statusCode) ?? 0) + 1);
    if (statusCode < 400) return undefined;
    if (statusCode >= 500) return `${statusCode} ${body.slice(0, 200)}`;
    if (!String(headers["content-type"]).startsWith("application/problem+json"))
      return `${statusCode} is no problem+json`;
    const isRight = isProblem.safeParse(JSON.parse(body)).success && !inner.test(body);
    return isRight ? leftBy(before, counted) : body.slice(0, 200);
  } catch (failure) {
    return failure instanceof Error ? failure.message.slice(0, 600) : String(failure);
  }
}

/** Returns what a refused request left in the stores beside what is counted. */
function leftBy(before: StoresMark, counted: readonly string[]): string | undefined {
  const items = before.changed().map(({ before: was, after }) => String((after ?? was)?.["pk"]));
  const left = [
    ...items.filter((pk) => !counted.some((kind) => pk.startsWith(kind))),
    ...before.newObjects().map(({ key }) => key),
    ...before.newMessages().map(({ to }) => to),
  ];
  return left.length > 0 ? `refused, and left ${left.join()}` : undefined;
}

function raise(what: string): never {
  throw new Error(what);
}

/** Has the table refuse what DynamoDB does: a key that is empty or too long, an item of more than 400 KB. */
function limitKeys(client: { send: (command: never) => Promise<unknown> }, longest: number): void {
  const send = client.send;
  const refuse = (what: string): never => {
    throw Object.assign(new Error(`One or more parameter values were invalid: ${what}`), {
      name: "ValidationException",
    });
  };
  const check = (key: Record<string, unknown> | undefined): void => {
    for (const name of ["pk", "sk"]) {
      const value = key?.[name];
      if (value === undefined) continue;
      if (value === "" || Buffer.byteLength(String(value)) > longest * (name === "pk" ? 2 : 1)) refuse(name);
    }
  };
  client.send = async (command: never) => {
    const { input } = command as { input: Record<string, unknown> };
    const writes = ((input["TransactItems"] as Record<string, Record<string, unknown>>[]) ?? []).flatMap(Object.values);
    const asked = (input["ExpressionAttributeValues"] ?? {}) as Record<string, unknown>;
    for (const { Key, Item } of [input, ...writes] as Record<string, Record<string, unknown>>[]) {
      check(Key);
      check(Item);
      if (Item && JSON.stringify(Item).length > 400_000) refuse("size");
    }
    if (input["KeyConditionExpression"]) check({ pk: asked[":pk"], sk: asked[":sk"] });
    return send(command);
  };
}

const writtenOf = (body: unknown, draw: Draw, isSound: boolean): string =>
  isSound ? JSON.stringify(body) : textOf(body, draw);

/** The event of a spoiled request, or with `isSound` of one that is whole, and what it says in a line. */
function eventOf(route: Route, { body, query }: Schemas, draw: Draw, isSound = false) {
  const spoil = (value: unknown) => (!isSound && draw() < 0.75 ? spoiled(value, draw) : value);
  const sound = (share: number): boolean => isSound || draw() < share;
  const asText = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));
  const params = Object.fromEntries(
    [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => [
      name,
      sound(0.5) ? randomUUID().replaceAll("-", "").slice(0, 25) : asText(one(draw, hostile)),
    ]),
  );
  const asked = query ? Object.entries((spoil(sampleOf(query, draw)) ?? {}) as Record<string, unknown>) : [];
  const sample = body && spoil(sampleOf(body, draw));
  const text = body && writtenOf(sample, draw, isSound);
  const isEncoded = !isSound && draw() < 0.02;
  const key = sound(0.8) ? randomUUID() : asText(one(draw, hostile));
  const claims = claimsOf(route, draw);
  return {
    says: JSON.stringify({ params, asked, text }).slice(0, 400),
    event: {
      version: "2.0",
      routeKey: `${route.method} /api${route.path}`,
      rawPath: `/api${route.path}`,
      headers: headersOf(route, text, key, sound, () => asText(one(draw, hostile))),
      pathParameters: params,
      ...((asked.length > 0 || (isSound && query)) && {
        queryStringParameters: Object.fromEntries(asked.map(([name, value]) => [name, asText(value)])),
      }),
      ...(text !== undefined && { body: text }),
      isBase64Encoded: isEncoded,
      requestContext: {
        requestId: randomUUID(),
        http: { method: route.method, path: `/api${route.path}` },
        ...(claims && { authorizer: { jwt: { claims, scopes: ["openid"] } } }),
      },
    },
  };
}

/** The headers of a request, now and then an odd version or another type of body. */
function headersOf(
  route: Route,
  text: string | undefined,
  key: string,
  sound: (share: number) => boolean,
  odd: () => string,
): Readonly<Record<string, string>> {
  return {
    "x-origin-key": originKey,
    "x-viewer-address": "127.0.0.1",
    ...(route.once && { "idempotency-key": key }),
    ...(route.versioned && { "if-match": sound(0.7) ? '"1"' : odd() }),
    ...(text !== undefined && { "content-type": sound(0.97) ? "application/json" : "text/plain" }),
  };
}

function claimsOf({ audience, roles = [] }: Route, draw: Draw): Readonly<Record<string, string>> | undefined {
  if (audience === "anyone") return undefined;
  const auth_time = String(Math.floor(Date.parse(at) / 1000));
  if (audience === "customer") return { token_use: "access", sub: "fuzzed", auth_time };
  const role = one(draw, roles);
  const person = Object.values(seededStaff).find(({ roles: own }) => (own as readonly string[]).includes(role));
  if (!person) throw new Error(`nobody has the role ${role}`);
  return { token_use: "access", sub: subOf(person), "cognito:groups": `[${role}]`, auth_time };
}
