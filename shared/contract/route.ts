import type * as z from "zod";
import type { Anyone, Customer, Staff, StaffRole } from "../domain/work/people.ts";
import type { RefusalKind } from "./refusals.ts";

export const methods = ["GET", "POST", "PUT", "DELETE"] as const;

/** The caller by audience: the audience of a route picks its authorizer and the type of the caller its handler gets. */
export interface CallerOf {
  anyone: Anyone;
  customer: Customer;
  staff: Staff;
}
export type Audience = keyof CallerOf;

/**
 * A route as one value. Parsing, handler types, the API description, the gateway's route and authorizer, the local
 * gateway and the web client all derive from it: no path, status or schema is written anywhere else.
 */
export interface Route {
  readonly method: (typeof methods)[number];
  /** The path under `/api`, with `{name}` for a parameter: `/desk/imports/{importId}`. */
  readonly path: `/${string}`;
  readonly audience: Audience;
  /** For the audience `staff` only: a caller needs one of these roles. */
  readonly roles?: readonly StaffRole[];
  /** What the route does, for the API description. */
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodObject;
  /** A write that happens once however often it is sent: it takes an `Idempotency-Key`. */
  readonly once?: true;
  /** An edit that names in `If-Match` the version it was made on. */
  readonly versioned?: true;
  readonly status: 200 | 201 | 202 | 204;
  readonly answer: z.ZodType;
  /** The kinds this route may refuse with, besides those it implies. */
  readonly refusals: readonly RefusalKind[];
}

/** Returns the route itself, typed with its literal values. */
export function defineRoute<const R extends Route>(route: R): R {
  return route;
}

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : Record<string, never>;
/** What distinguishes a write from others: its caller's key, and a SHA-256 of the caller and what they sent. */
export interface WriteKey {
  readonly key: string;
  readonly contentHash: string;
}

type Sent<Schema> = Schema extends z.ZodType ? z.input<Schema> : undefined;

/** What a handler gets: the parsed request, the caller of its audience, the instant `now`, and the id for logs. */
export interface RequestOf<R extends Route> {
  readonly params: Parsed<R["params"]>;
  readonly query: Parsed<R["query"]>;
  readonly body: Parsed<R["body"]>;
  readonly caller: CallerOf[R["audience"]];
  readonly now: string;
  readonly requestId: string;
  /** The address the request came from, as the edge saw it; nothing that the request itself says counts. */
  readonly viewerAddress: string;
  readonly write: R extends { readonly once: true } ? WriteKey : undefined;
  /** The version the edit was made on, from `If-Match`. */
  readonly version: R extends { readonly versioned: true } ? number : undefined;
  /** When the person last signed in, with their second factor if one is required; from the token. */
  readonly authenticatedAt: string | undefined;
}

/** What a client sends for a route. */
export interface ClientRequestOf<R extends Route> {
  readonly params: Sent<R["params"]>;
  readonly query: Sent<R["query"]>;
  readonly body: Sent<R["body"]>;
  /** The version an edit was made on; it goes in `If-Match`. */
  readonly version: R extends { readonly versioned: true } ? number : undefined;
}
export type AnswerOf<R extends Route> = z.input<R["answer"]>;
/** The kinds that a write which happens once, or on a version, may be refused with besides those its route lists. */
export type WriteRefusal = "write-key-used" | "version-stale" | "busy";
export type RefusalOf<R extends Route> =
  | R["refusals"][number]
  | (R extends { readonly once: true } | { readonly versioned: true } ? WriteRefusal : never);
