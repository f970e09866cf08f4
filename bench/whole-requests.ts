import type { OfficeInProcess, TokenClaims } from "../local/in-process/office.ts";
import type { Office, Preconditions } from "../local/journey/office.ts";
import { seededStaff, subOf } from "../local/people.ts";
import type { Route } from "../shared/contract/route.ts";
import { type RouteId, routes } from "../shared/contract/routes.ts";
import { type Hers, type Id, rows } from "../test/functions/claim-route-rows.ts";
import { whoMay } from "../test/functions/who-may.ts";
import { sampleOf, schemasOf } from "./schema-samples.ts";

/** What is sent to a route, without its key and version. */
export interface Request {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

/** What the people of an office were answered and named, by their account: the last of each name. */
export type People = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Has an office remember what its people name and are answered. */
export function openPeople() {
  const people = new Map<string, Map<string, string>>();
  const through = (real: Office, sub: string): Office => {
    const seen = people.get(sub) ?? new Map<string, string>();
    people.set(sub, seen);
    const keep = (named: object = {}) => {
      for (const [name, value] of Object.entries(named)) if (typeof value === "string") seen.set(name, value);
    };
    return {
      ...real,
      call: async (who, id, request, preconditions) => {
        keep((request as Request).params);
        const answer = await real.call(who, id, request, preconditions);
        keep((answer ?? {}) as object);
        return answer;
      },
    };
  };
  return { people: people as People, through };
}

/** Whole requests that no life sends, no row has and few draws would make. */
const ownRows: Partial<Record<RouteId, Request>> = {
  addStaff: {
    body: {
      ...{ name: "PERSONA DE PRUEBA NUEVA", extension: "120", email: "nueva@example.pe" },
      ...{ roles: ["analyst"], reason: "Entra a trabajar." },
    },
  },
  showReading: { params: { readingId: "00012345-2026-11" }, query: {} },
  recordReading: {
    params: { readingId: "00012345-2026-11" },
    body: { act: { type: "visited", visitedOn: "2026-11-25", from: "10:15", to: "10:40", outcome: "AUSENTE" } },
  },
  reportReading: {
    params: { readingId: "00012345-2026-11" },
    body: { visit: { kind: "repair-attempt", startedAt: "2026-11-25T15:15:00.000Z", outcome: "AUSENTE" } },
  },
  showBoard: { query: { month: "2026-11" } },
  listBoardCases: { query: { month: "2026-11", number: "filed" } },
  listAttended: { query: { month: "2026-11" } },
};

/** The version of the case that a request names. */
async function versionOf(office: OfficeInProcess, { params }: Request): Promise<number> {
  const { body } = await office.attempt(claimsOf("showCase", office.clock.now()), "showCase", { params }, {});
  return (JSON.parse(body) as { readonly version?: number }).version ?? 1;
}

/** How often a request is drawn from its schemas before it is given up. */
const mostDrawn = 3000;

/** A request that was whole, and how it was answered. */
export interface Whole {
  readonly request: Request;
  readonly preconditions: Preconditions;
  readonly status: number;
}

/** The statuses that say nothing of whether a request was whole. */
const isOfForm: ReadonlySet<number> = new Set([400, 401, 403, 405, 415]);

/** How good a proof an answer is that a request was whole: done, refused by what is known, not found. */
const rankOf = ({ status }: Whole): number => (status < 300 ? 0 : status === 404 ? 2 : 1);

/**
 * Returns a request to a route that who may send it is not refused for its form, about one of the people who lived
 * here: the one that comes furthest. Returns undefined if there is none.
 */
export async function wholeRequest(
  office: OfficeInProcess,
  id: RouteId,
  people: People,
  draw: () => number,
): Promise<Whole | undefined> {
  const found: Whole[] = [];
  for (const [sub, seen] of people)
    for (const request of fittingRequests(id, seen, draw)) {
      const preconditions = {
        key: `stranger-${id}-${found.length}`.padEnd(20, "0"),
        ...((routes[id] as Route).versioned && { version: await versionOf(office, request) }),
      };
      const { status } = await office.attempt(claimsOf(id, office.clock.now(), sub), id, request, preconditions);
      if (status >= 400 && (isOfForm.has(status) || status >= 500)) continue;
      found.push({ request, preconditions, status });
      if (status < 300) return found.at(-1);
    }
  return found.toSorted((first, second) => rankOf(first) - rankOf(second))[0];
}

/** Returns requests that fit a route's schemas: as its row has it, about what somebody saw, and as drawn. */
function fittingRequests(id: RouteId, seen: ReadonlyMap<string, string>, draw: () => number): readonly Request[] {
  const route: Route = routes[id];
  const fits = ({ params = {}, query = {}, body }: Request): boolean =>
    (!route.body || route.body.safeParse(body).success) &&
    (!route.query || route.query.safeParse(query).success) &&
    (!route.params || route.params.safeParse(params).success);
  const hers = Object.fromEntries(seen) as unknown as Hers;
  const row = Object.hasOwn(rows, id) ? (rows[id as Id](hers) as Request) : ownRows[id];
  const named = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  const params = Object.fromEntries(named.map((name) => [name, seen.get(name) ?? row?.params?.[name] ?? "2026-10"]));
  const ofRow = row ? [{ ...row, params }, row].filter(fits) : [];
  if (ofRow.length > 0) return ofRow;
  const { body, query } = schemasOf(route);
  for (let at = 0; at < mostDrawn; at += 1) {
    const drawnOne = {
      params,
      ...(query && { query: sampleOf(query, draw) as Record<string, unknown> }),
      ...(body && { body: sampleOf(body, draw) }),
    };
    if (fits(drawnOne)) return [drawnOne];
  }
  return [];
}

/** The token of somebody who may pass a route's door. */
export function claimsOf(id: RouteId, now: string, sub = "who-may"): TokenClaims | undefined {
  const allowed: string | readonly string[] = whoMay[id];
  const auth_time = String(Math.floor(Date.parse(now) / 1000));
  if (typeof allowed === "string") return { token_use: "access", sub, auth_time };
  const role = allowed[0] ?? "";
  return { token_use: "access", sub: subOf(personWith(role)), "cognito:groups": `[${role}]`, auth_time };
}

/** Returns a seeded person who has a role. @throws if nobody has it */
export function personWith(role: string) {
  const found = Object.values(seededStaff).find(({ roles }) => (roles as readonly string[]).includes(role));
  if (!found) throw new Error(`nobody has the role ${role}`);
  return found;
}
