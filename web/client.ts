import type { FieldProblem, Problem } from "../shared/contract/refusals.ts";
import type { AnswerOf, Audience, ClientRequestOf } from "../shared/contract/route.ts";
import type { RouteId, Routes } from "../shared/contract/routes.ts";
import { noteApiTime } from "./api-clock.ts";
import { filled } from "./filled-path.ts";
import { kindByStatus, type TransportProblem, transportProblems } from "./words/transport-problems.ts";

/**
 * A refusal of the API, or why the API could not be reached. `title`, `detail` and the messages are Spanish, ready to
 * show.
 */
export interface ClientProblem {
  readonly kind: Problem["type"] | TransportProblem;
  readonly title: string;
  readonly detail: string;
  readonly fields: readonly FieldProblem[];
  readonly retryAfterSeconds?: number;
}

export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: ClientProblem };

type OnlyWhatIsSent<Parts> = {
  readonly [Part in keyof Parts as Parts[Part] extends undefined ? never : Part]: Parts[Part];
};
type RequestOf<Id extends RouteId> = OnlyWhatIsSent<ClientRequestOf<Routes[Id]>>;

/** One function per route, which calls it. None throws. `key` is the idempotency key of a write. */
export type Client = {
  readonly [Id in RouteId]: (
    ...request: keyof RequestOf<Id> extends never ? [] : [RequestOf<Id> & { readonly key?: string }]
  ) => Promise<Outcome<AnswerOf<Routes[Id]>>>;
};

export interface ClientOptions<Id extends RouteId> {
  /** The generated routes that can be called at once: by id, each in the words that `inLine` reads. */
  readonly routes: Readonly<Partial<Record<Id, string>>>;
  /** Loads other generated routes, by id. Called with the id of a called route that `routes` has not. */
  readonly later?: (id: Id) => Promise<Readonly<Partial<Record<Id, string>>>>;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Gives an access token for an audience, or the problem that is shown because there is none. */
  readonly token: (audience: Exclude<Audience, "anyone">) => Promise<Outcome<string>>;
  /**
   * Whether the browser has a network. If a call gets no answer or its route cannot be loaded, its problem is
   * `unreachable` with one, `offline` without.
   */
  readonly isOnline: () => boolean;
}

const audiences = ["anyone", "staff"] as const satisfies readonly Audience[];

/**
 * Reads a generated route, written as `anyone POST /open/claims`: audience, method and path. Without an audience the
 * route is for customers (`customer`), without a method it is a GET.
 */
export function inLine(line: string): { readonly audience: Audience; readonly method: string; readonly path: string } {
  const parts = line.split(" ");
  const path = parts.pop() ?? "";
  const audience = audiences.find((each) => parts.includes(each)) ?? "customer";
  return { audience, method: parts.find((part) => part !== audience) ?? "GET", path };
}

interface AnyRequest {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly version?: number;
  /** The idempotency key: a write with a key that the API has seen is a repeat, and is done once. */
  readonly key?: string;
}

/** Returns a failure that the browser found and not the API, with the Spanish words for `kind` and no fields. */
export function transportProblem(kind: TransportProblem): { readonly ok: false; readonly problem: ClientProblem } {
  return { ok: false, problem: { kind, ...transportProblems[kind], fields: [] } };
}

/**
 * Returns the problem that a page shows in place of sending a form. `sentences` has, by field name, what is wrong in
 * Spanish; a field without a sentence is right. Undefined if every field is right. The problem's kind is
 * `urn:caudal:invalid-request`, and its `title` and `detail` are empty.
 */
export function formProblem(sentences: Readonly<Record<string, string | undefined>>): ClientProblem | undefined {
  const fields = Object.entries(sentences).flatMap(([field, message]) => (message ? [{ field, message }] : []));
  return fields.length > 0 ? { kind: "urn:caudal:invalid-request", title: "", detail: "", fields } : undefined;
}

/**
 * Makes the functions that call the API. A GET that gets no answer is sent once more. A write carries an idempotency
 * key: `key` if given, else the key of the last attempt at the same write if that had no answer or a status of 500 or
 * more, else a new key. A call without an answer, or whose route cannot be loaded, fails with `offline` or
 * `unreachable`, and one without a token with the problem that `token` gave.
 */
export function createClient<Id extends RouteId>(options: ClientOptions<Id>): Pick<Client, Id> {
  const { routes, later, fetch, token, isOnline } = options;
  const withKey = writeKeys();
  const unreached = () => transportProblem(isOnline() ? "unreachable" : "offline");
  async function call(line: string, request: AnyRequest = {}): Promise<Outcome<unknown>> {
    const { audience, method, path } = inLine(line);
    const { params, query, body, version } = request;
    const access = audience === "anyone" ? undefined : await token(audience);
    if (access && !access.ok) return access;
    const url = `/api${filled(path, params)}${searchOf(query)}`;
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const authorization = access && { authorization: `Bearer ${access.value}` };
    const ask = (own = {}) =>
      fetch(url, { method, headers: { ...authorization, ...headersOf(request), ...own }, ...sent });
    try {
      if (method === "GET") return await outcomeOf(await ask().catch(() => ask()), "unavailable");
      const write = JSON.stringify([method, url, version, sent]);
      const response = await withKey(write, request.key, (key) => ask({ "idempotency-key": key }));
      return await outcomeOf(response, "unanswered");
    } catch {
      return unreached();
    }
  }
  return new Proxy(Object.create(null), {
    get: (_, id: Id) => async (request?: AnyRequest) => {
      const line = routes[id] ?? (await later?.(id).catch(() => undefined))?.[id];
      return line ? call(line, request) : unreached();
    },
  });
}

/**
 * Returns a function that sends a write with an idempotency key: with `own` if given, else with the key of the last
 * attempt at the same write if that had no answer or a status of 500 or more, else with a new one. Equal texts of
 * `write` are the same write. The function rejects if `send` rejects.
 */
function writeKeys() {
  const unanswered = new Map<string, string>();
  return async (
    write: string,
    own: string | undefined,
    send: (key: string) => Promise<Response>,
  ): Promise<Response> => {
    const key = own ?? unanswered.get(write) ?? crypto.randomUUID();
    unanswered.set(write, key);
    const response = await send(key);
    if (response.status < 500) unanswered.delete(write);
    return response;
  };
}

function headersOf({ body, version }: AnyRequest): Record<string, string> {
  return {
    ...(version !== undefined && { "if-match": `"${version}"` }),
    ...(body !== undefined && { "content-type": "application/json" }),
  };
}

function searchOf(query: AnyRequest["query"] = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  return given.length > 0 ? `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}` : "";
}

/**
 * Returns what a response says: its value (undefined for 204), the API's problem or, if the gateway answered in place
 * of the API, a transport problem by the status. `cutOff` is the kind of the latter for a status of 500 or more, when
 * the API may have done its work. Sets the API's clock by the response's date.
 */
async function outcomeOf(response: Response, cutOff: TransportProblem): Promise<Outcome<unknown>> {
  noteApiTime(response.headers.get("date"));
  if (response.ok) return { ok: true, value: response.status === 204 ? undefined : await response.json() };
  const wait = Number(response.headers.get("retry-after"));
  const retryAfterSeconds = wait > 0 ? { retryAfterSeconds: wait } : {};
  if (!response.headers.get("content-type")?.startsWith("application/problem+json")) {
    const kind = response.status < 500 ? (kindByStatus[response.status] ?? "refused") : cutOff;
    const { problem } = transportProblem(kind);
    return { ok: false, problem: { ...problem, ...retryAfterSeconds } };
  }
  const { type, title, detail, errors }: Problem = await response.json();
  return { ok: false, problem: { kind: type, title, detail, fields: errors ?? [], ...retryAfterSeconds } };
}
