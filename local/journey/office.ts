import type { Problem, RefusalKind } from "../../shared/contract/refusals.ts";
import type { AnswerOf, ClientRequestOf, Route } from "../../shared/contract/route.ts";
import { type RouteId, type Routes, routes } from "../../shared/contract/routes.ts";
import type { SeededPerson } from "../people.ts";
import { tokenOf } from "../token-request.ts";

type OnlyWhatIsSent<Parts> = {
  readonly [Part in keyof Parts as Parts[Part] extends undefined ? never : Part]: Parts[Part];
};
type Sent<Id extends RouteId> = OnlyWhatIsSent<Omit<ClientRequestOf<Routes[Id]>, "version">>;

/** What a person sends to a route, without an edit's version and a write's idempotency key. */
export type RequestTo<Id extends RouteId> = keyof Sent<Id> extends never ? Record<string, never> : Sent<Id>;

/** The idempotency key and the version that a write states. */
export interface Preconditions {
  readonly key?: string;
  readonly version?: number;
}

/** An unexpected answer; the first one ends the journey. */
export class Surprise extends Error {
  readonly kind: RefusalKind | undefined;
  constructor(sentence: string, kind?: RefusalKind) {
    super(sentence);
    this.name = "Surprise";
    this.kind = kind;
  }
}

/** A running office, called by HTTP as anybody calls it. */
export interface Office {
  readonly origin: string;
  /**
   * Calls a route as a seeded person and returns its answer.
   * @throws `Surprise` for any other status than the route's own.
   */
  call<Id extends RouteId>(
    who: SeededPerson | "nobody",
    id: Id,
    request: RequestTo<Id>,
    preconditions?: Preconditions,
  ): Promise<AnswerOf<Routes[Id]>>;
  /** Returns the mails and SMS sent to exactly this address or telephone, the last first; empty if there are none. */
  messages(to: string): Promise<readonly { readonly text: string; readonly subject?: string }[]>;
  now(): Promise<string>;
  /**
   * Moves the clock forward (`+35wd`, `+3d`, a day or an instant) and returns the new instant.
   * @throws `Surprise` if the clock would go back.
   */
  moveClock(to: string): Promise<string>;
  /** Makes a request that only waits for something, if that is to be distinguished from what a person asks for. */
  waiting?<Value>(ask: () => Promise<Value>): Promise<Value>;
}

interface AnyRequest {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

function urlOf(origin: string, { path }: Route, { params = {}, query = {} }: AnyRequest): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(params[name] ?? ""));
  const search = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  return `${origin}/api${filled}${search.length > 0 ? `?${new URLSearchParams(search)}` : ""}`;
}

/**
 * Returns the body of a route's response as JSON; undefined if the body is empty.
 * @throws `Surprise` if the status is not the route's own, with the refusal's kind if the body is a problem
 */
export async function answerOf(id: RouteId, route: Route, response: Response): Promise<unknown> {
  const text = await response.text();
  if (response.status === route.status) return text === "" ? undefined : JSON.parse(text);
  if (!response.headers.get("content-type")?.startsWith("application/problem+json"))
    throw new Surprise(`${id}: ${response.status} ${text.slice(0, 200)}`);
  const { type, title, detail, errors = [] } = JSON.parse(text) as Problem;
  const fields = errors.map(({ field, message }) => `${field}: ${message}`).join("; ");
  const kind = type.replace("urn:caudal:", "") as RefusalKind;
  throw new Surprise(`${id}: ${response.status} ${kind}: ${title}. ${detail} ${fields}`.trim(), kind);
}

export function openOffice(origin: string): Office {
  const tokens = new Map<string, { readonly token: Promise<string>; readonly at: number }>();
  /**
   * Staff's tokens last fifteen minutes and a signature needs a fresh sign-in, so a token is used for two minutes only.
   */
  const tokenFor = (who: SeededPerson): Promise<string> => {
    const last = tokens.get(who);
    if (last && Date.now() - last.at < 120_000) return last.token;
    const token = tokenOf(origin, who);
    token.catch(() => tokens.delete(who));
    tokens.set(who, { token, at: Date.now() });
    return token;
  };
  const local = async (path: string, init?: RequestInit) => {
    const response = await fetch(`${origin}/_local/${path}`, init);
    if (!response.ok) throw new Surprise(`${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  return {
    origin,
    call: async (who, id, request, { key, version } = {}) => {
      const route: Route = routes[id];
      const { body } = request as AnyRequest;
      const response = await fetch(urlOf(origin, route, request), {
        method: route.method,
        headers: {
          ...(who !== "nobody" && { authorization: `Bearer ${await tokenFor(who)}` }),
          ...(key !== undefined && { "idempotency-key": key }),
          ...(version !== undefined && { "if-match": `"${version}"` }),
          ...(body !== undefined && { "content-type": "application/json" }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      return (await answerOf(id, route, response)) as AnswerOf<Routes[typeof id]>;
    },
    messages: async (to) => (await local(`messages?to=${encodeURIComponent(to)}`)).messages,
    now: async () => (await local("clock")).now,
    moveClock: async (to) => (await local("clock", { method: "POST", body: JSON.stringify({ to }) })).now,
  };
}
