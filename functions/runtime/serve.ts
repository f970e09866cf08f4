import { createHash } from "node:crypto";
import type { APIGatewayProxyEventV2WithJWTAuthorizer } from "aws-lambda";
import type * as z from "zod";
import { type Answer, type FieldProblem, type Refusal, refused } from "../../shared/contract/refusals.ts";
import type {
  AnswerOf,
  Audience,
  CallerOf,
  RefusalOf,
  RequestOf,
  Route,
  WriteKey,
} from "../../shared/contract/route.ts";
import { ok } from "../../shared/domain/case/result.ts";
import { authenticationOf, callerFor } from "./caller.ts";

export type ApiEvent = APIGatewayProxyEventV2WithJWTAuthorizer;

export interface Served<R extends Route = Route> {
  readonly route: R;
  /** `now` is the request's only instant, also for what is in force. */
  readonly answer: (event: ApiEvent, now: string) => Promise<Answer<unknown, Refusal["error"]>>;
}

/** Returns the routes, by the same names, each as `guard` returns it. */
export function guarded<Routes extends Record<string, Served>>(routes: Routes, guard: (one: Served) => Served): Routes {
  const entries = Object.entries(routes).map(([id, one]) => [id, guard(one)]);
  // biome-ignore lint/nursery/noUnsafeTypeAssertion: the entries were made from the very names the type is made of
  return Object.fromEntries(entries) as Routes;
}

type Handler<R extends Route> = (request: RequestOf<R>) => Promise<Answer<AnswerOf<R>, RefusalOf<R>>>;

/**
 * Returns a route's handler for raw events, which checks the request before it calls `handle`. Refuses `wrong-token` if
 * the token is of another audience; `not-your-role` if staff have no role of the route; `json-expected` if a body is
 * not sent as JSON; `malformed-json` if it does not parse; `write-key-needed` or `version-needed` if the route needs it
 * and it is missing; `invalid-request` if a part does not fit its schema. Throws if the answer does not fit.
 */
export function serve<R extends Route>(route: R, handle: Handler<R>): Served<R> {
  return {
    route,
    answer: async (event, now) => {
      const caller = admitted(route, event);
      if ("ok" in caller) return caller;
      const body = route.body ? jsonOf(event) : ok(undefined);
      if (!body.ok) return body;
      const preconditions = preconditionsOf(route, event, caller, body.value);
      if (!preconditions.ok) return preconditions;
      const problems: FieldProblem[] = [];
      const request = {
        params: parsed(route.params, event.pathParameters ?? {}, "path", problems),
        query: parsed(route.query, event.queryStringParameters ?? {}, "query", problems),
        body: parsed(route.body, body.value, "body", problems),
        caller,
        now,
        requestId: event.requestContext.requestId,
        viewerAddress: event.headers["x-viewer-address"] ?? "",
        ...preconditions.value,
        authenticatedAt: authenticationOf(event.requestContext.authorizer?.jwt?.claims),
      };
      if (problems.length > 0) return refused("invalid-request", { fields: problems });
      // biome-ignore lint/nursery/noUnsafeTypeAssertion: each part was parsed by the schema its type comes from
      const answered = await handle(request as RequestOf<R>);
      return answered.ok ? ok(route.answer.parse(answered.value)) : answered;
    },
  };
}

function admitted(route: Route, event: ApiEvent): CallerOf[Audience] | Refusal {
  const caller = callerFor(route.audience, event.requestContext.authorizer?.jwt?.claims);
  if (!caller) return refused("wrong-token");
  if (caller.kind === "staff" && !route.roles?.some((role) => caller.roles.includes(role)))
    return refused("not-your-role");
  return caller;
}

/**
 * Returns the body of a request, without signs that turn a line. Refuses `json-expected` if it is not sent as
 * `application/json`: a browser sends any other type for a page of another site without asking ours first, and each try
 * of its visitor would count as theirs. Refuses `malformed-json` if it does not parse, is too long or too deep, or has
 * text that no store takes.
 */
export function jsonOf(event: ApiEvent): Answer<unknown, "json-expected" | "malformed-json"> {
  if (!/^application\/json\s*(;|$)/i.test(event.headers["content-type"] ?? "")) return refused("json-expected");
  const text = event.isBase64Encoded ? Buffer.from(event.body ?? "", "base64").toString("utf8") : (event.body ?? "");
  if (text.length > longest)
    return refused("malformed-json", { detail: "Lo que enviaste es demasiado largo. Escribe menos." });
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ""), mayTurn.test(text) ? straight : undefined);
    return isPlain(value, deepest) ? ok(value) : refused("malformed-json");
  } catch {
    return refused("malformed-json");
  }
}

/** Signs that turn the line they stand in, as they are or escaped: some phones put them around a number they copy. */
const turning = /[\u202A-\u202E\u2066-\u2069]/g;
const mayTurn = /[\u202A-\u202E\u2066-\u2069]|\\u20(?:2[a-e]|6[6-9])/i;

/** Leaves those signs out of a text: they are not seen, and would turn what the office writes beside it. */
const straight = (_: string, value: unknown): unknown =>
  typeof value === "string" ? value.replace(turning, "") : value;

/** The most levels of a body, more than any route's: a schema would run out of stack on a much deeper one. */
const deepest = 50;
/** The most characters of a body, more than any route's: to read half a million names of five million takes seconds. */
const longest = 500_000;

/**
 * Whether the value is at most `depth` levels deep and all its text, names too, is free of zero bytes and of halves of
 * characters, which no store or hash takes.
 */
function isPlain(value: unknown, depth: number): boolean {
  if (typeof value === "string") return value.isWellFormed() && !value.includes("\0");
  if (typeof value !== "object" || value === null) return true;
  return depth > 0 && Object.entries(value).every(([name, each]) => isPlain(name, 0) && isPlain(each, depth - 1));
}

/**
 * Returns what a write must state besides its content, as its route asks: its key (`idempotency-key`), and the version
 * it was made on (`if-match`). Refuses `write-key-needed` and `version-needed` if one is missing or malformed.
 */
function preconditionsOf(
  { once, versioned }: Route,
  event: ApiEvent,
  caller: CallerOf[Audience],
  body: unknown,
): Answer<{ write?: WriteKey; version?: number }, "write-key-needed" | "version-needed"> {
  const write = once ? writeKeyOf(event, caller, body) : ok(undefined);
  if (!write.ok) return write;
  const version = versioned ? versionOf(event) : ok(undefined);
  if (!version.ok) return version;
  return ok({
    ...(write.value && { write: write.value }),
    ...(version.value !== undefined && { version: version.value }),
  });
}

const digest = (...parts: readonly string[]): string =>
  createHash("sha256").update(parts.join("\0")).digest("base64url");

/**
 * Returns the key of a write, which is its caller's alone, with a hash of the request's method, path and body. The hash
 * depends on the order in which the body's names were sent. Refuses `write-key-needed` if the key is missing or
 * malformed.
 */
function writeKeyOf(event: ApiEvent, caller: CallerOf[Audience], body: unknown): Answer<WriteKey, "write-key-needed"> {
  const key = event.headers["idempotency-key"] ?? "";
  if (!/^[\w-]{16,64}$/.test(key)) return refused("write-key-needed");
  const person = caller.kind === "anyone" ? "" : caller.sub;
  return ok({
    key: digest(person, key),
    contentHash: digest(event.requestContext.http.method, event.rawPath, JSON.stringify(body) ?? ""),
  });
}

function versionOf(event: ApiEvent): Answer<number, "version-needed"> {
  const [, version] = /^(?:W\/)?"?(\d{1,9})"?$/.exec(event.headers["if-match"]?.trim() ?? "") ?? [];
  return version === undefined ? refused("version-needed") : ok(Number(version));
}

function parsed(schema: z.ZodType | undefined, value: unknown, part: string, problems: FieldProblem[]): unknown {
  if (!schema) return {};
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  for (const { path, message } of result.error.issues) {
    const field = [part, ...path].join(".");
    // The first fault of a field says what to do; a second sentence about the same field only makes the list longer.
    if (!problems.some((problem) => problem.field === field)) problems.push({ field, message });
  }
  return undefined;
}
