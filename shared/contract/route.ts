import type * as z from "zod";
import type { Anyone, Customer, Staff, StaffRole } from "../domain/people.ts";
import type { RefusalKind } from "./refusals.ts";

export const methods = ["GET", "POST", "PUT", "DELETE"] as const;

/** Who a route is for: it picks the authorizer and the type of the caller the handler gets. */
export interface CallerOf {
  anyone: Anyone;
  customer: Customer;
  staff: Staff;
}
export type Audience = keyof CallerOf;

/**
 * A route as one value. Parsing, handler types, the API description, the gateway's route and authorizer, the local
 * gateway and the web client all derive from it; no path, status or schema is typed anywhere else.
 */
export interface Route {
  readonly method: (typeof methods)[number];
  /** Under `/api`, with `{name}` for a path parameter: `/desk/imports/{importId}`. */
  readonly path: `/${string}`;
  readonly audience: Audience;
  /** Only for staff: any one of these roles may call. */
  readonly roles?: readonly StaffRole[];
  /** One sentence for the API description. */
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodObject;
  /** A write that must happen once however often it is sent: it takes an `Idempotency-Key`. */
  readonly once?: true;
  /** An edit that states, in `If-Match`, the version it was made on. */
  readonly versioned?: true;
  readonly status: 200 | 201 | 202 | 204;
  readonly answer: z.ZodType;
  /** The kinds this route may refuse with, besides those every route implies. */
  readonly refusals: readonly RefusalKind[];
}

/** Types a route as exactly what it says. */
export function defineRoute<const R extends Route>(route: R): R {
  return route;
}

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : Record<string, never>;
/** What tells one write from another: the key its caller gave it, and the SHA-256 of who sent what. */
export interface WriteKey {
  readonly key: string;
  readonly contentHash: string;
}

type Sent<Schema> = Schema extends z.ZodType ? z.input<Schema> : undefined;

/** What a handler gets: parsed parts, the caller its audience promises, the instant, and the id to quote in a log. */
export interface RequestOf<R extends Route> {
  readonly params: Parsed<R["params"]>;
  readonly query: Parsed<R["query"]>;
  readonly body: Parsed<R["body"]>;
  readonly caller: CallerOf[R["audience"]];
  readonly now: string;
  readonly requestId: string;
  /** The address the request came from, as the edge saw it, whatever the request says of itself. */
  readonly viewerAddress: string;
  readonly write: R extends { readonly once: true } ? WriteKey : undefined;
  /** The version an edit was made on. */
  readonly version: R extends { readonly versioned: true } ? number : undefined;
  /** When the person last proved who they are, with their second factor where one is asked: from the token. */
  readonly authenticatedAt: string | undefined;
}

/** What a client sends and gets: the same route seen from the other side. */
export interface ClientRequestOf<R extends Route> {
  readonly params: Sent<R["params"]>;
  readonly query: Sent<R["query"]>;
  readonly body: Sent<R["body"]>;
  /** The version an edit was made on; it goes in `If-Match`. */
  readonly version: R extends { readonly versioned: true } ? number : undefined;
}
export type AnswerOf<R extends Route> = z.input<R["answer"]>;
/** What a write that happens once, or on a version, may be refused for besides. */
export type WriteRefusal = "write-key-used" | "version-stale" | "busy";
export type RefusalOf<R extends Route> =
  | R["refusals"][number]
  | (R extends { readonly once: true } | { readonly versioned: true } ? WriteRefusal : never);
