import type { OfficeInProcess, TokenClaims } from "../local/in-process/office.ts";
import { hearCommands } from "../local/in-process/stores-in-memory.ts";
import type { Office, Preconditions } from "../local/journey/office.ts";
import { seededStaff, subOf } from "../local/people.ts";
import { tenant } from "../settings.ts";
import type { Route } from "../shared/contract/route.ts";
import { type RouteId, routes } from "../shared/contract/routes.ts";
import { type StaffRole, staffRoles } from "../shared/domain/people.ts";
import { openStaffRegister } from "../shared/storage/staff-register.ts";
import { drawn } from "../test/evidence/sealed-cases.ts";
import { type Hers, type Id, open as ownRoutes, rows } from "../test/functions/claim-route-rows.ts";
import { whoMay } from "../test/functions/who-may.ts";
import { liveOffice, openLivedOffice } from "./lived-office.ts";
import { type Guard, guardNames, remove } from "./removed-guards.ts";
import { sampleOf, schemasOf } from "./schema-samples.ts";

interface Request {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

/** Somebody who is not to pass: what their token says, and the statuses that may refuse them. */
interface Stranger {
  readonly name: string;
  readonly claims: TokenClaims | undefined;
  readonly refusedWith: readonly number[];
}

/** What came of strangers who sent what somebody admitted was answered well for. */
export interface Strangers {
  readonly attempts: number;
  /** Routes whose request was answered with 2xx by who may send it. */
  readonly done: readonly string[];
  /** Those whose request was whole, and was refused by what the office knows. */
  readonly whole: readonly string[];
  /** Those that are not for everybody, and have no whole request here. */
  readonly unproved: readonly string[];
  /** A stranger who was let in, or refused for another reason, or for whom something was written. */
  readonly faults: readonly string[];
  /** Guards without which no stranger would have come further. */
  readonly unnoticed: readonly Guard[];
}

interface Sending {
  readonly seed: number;
  /** How often a route's request is tried by strangers, before it is done and after. */
  readonly times: number;
  readonly ways?: number;
}

/** Routes that open a thing to whoever has its key or its receipt, or keep a draft of whoever sends it. */
const byProof: ReadonlySet<string> = new Set(["openClaim", "linkSupply", "lookUpReceiptSignedIn", "saveDraft"]);
/** Routes by which customers get or drop what is their own, whoever asks: nothing of another's is shown or changed. */
const own: ReadonlySet<string> = new Set([
  ...[...ownRoutes].filter((id) => !["fileClaim", "checkClaim", "fileProblem"].includes(id) && !byProof.has(id)),
  ...["listSupplies", "unlinkSupply"],
]);

const writes = new Set(["Put", "Update", "Delete", "TransactWrite", "SendMessage", "SendMessageBatch", "PutObject"]);
/** What a look leaves in the log of looks is written of who may not look too. */
const isLook = ({ Item }: Readonly<Record<string, unknown>>): boolean =>
  String((Item as { readonly pk?: string } | undefined)?.pk).startsWith("OPENINGS#");
const anotherInspector = "00000000-0000-4000-8000-0000000000aa";

/** Who is not to pass a route: those its door refuses, and those to whom what it names is none of theirs. */
function strangersAt(id: RouteId, now: string): readonly Stranger[] {
  const route: Route = routes[id];
  const allowed: string | readonly string[] = whoMay[id];
  const auth_time = String(Math.floor(Date.parse(now) / 1000));
  const token = (sub: string, roles: readonly string[] = []): TokenClaims => ({
    ...{ token_use: "access", sub, auth_time },
    ...(roles.length > 0 && { "cognito:groups": `[${roles.join(" ")}]` }),
  });
  const nobody: Stranger = { name: "nobody", claims: undefined, refusedWith: [401] };
  const idToken = (claims: TokenClaims): Stranger => ({
    ...{ name: "an ID token", claims: { ...claims, token_use: "id" }, refusedWith: [401] },
  });
  if (allowed === "anyone") return [];
  if (typeof allowed === "string")
    return [
      nobody,
      idToken(token("another")),
      ...(byProof.has(id)
        ? []
        : [{ name: "another customer", claims: token("another"), refusedWith: [403, 404] } as const]),
    ];
  const of = (role: StaffRole) => subOf(personWith(role));
  const first = staffRoles.find((role) => allowed.includes(role)) ?? "manager";
  const kept = staffRoles.filter((role) => !allowed.includes(role));
  // Any inspector may deliver any notice.
  const isOfVisit = route.params?.shape["claimId"] && allowed.includes("inspector") && id !== "reportDelivery";
  return [
    nobody,
    idToken(token(of(first), [first])),
    { name: "a customer", claims: token("another"), refusedWith: [403] },
    ...kept.map((role): Stranger => ({ name: role, claims: token(of(role), [role]), refusedWith: [403] })),
    ...(route.method === "GET"
      ? []
      : [{ name: "who left", claims: token("who-left", allowed), refusedWith: [403] } as const]),
    ...(isOfVisit
      ? [{ name: "another inspector", claims: token(anotherInspector, ["inspector"]), refusedWith: [404] } as const]
      : []),
  ];
}

function personWith(role: string) {
  const found = Object.values(seededStaff).find(({ roles }) => (roles as readonly string[]).includes(role));
  if (!found) throw new Error(`nobody has the role ${role}`);
  return found;
}

/** The status and the kind of a refusal. */
const kindOf = (body: string): string => /urn:caudal:([\w-]+)/.exec(body)?.[1] ?? "";

type Items = readonly (readonly [table: string, items: readonly Record<string, unknown>[]])[];

const itemsOf = ({ stores: { tables } }: OfficeInProcess): Items =>
  ["claims", "billing"].map((table) => [table, tables.all(table)]);

/** Lets nothing follow from what was written, and puts tables back as they were, if any are given. */
function undo({ stores }: OfficeInProcess, before: Items): void {
  if (before.length > 0) stores.tables.clear();
  for (const [table, items] of before) for (const item of items) stores.tables.put(table, item);
  stores.takeChanges();
  stores.takeQueued();
  stores.takeSent();
}

/** Sends what lives send, from strangers, before it is done and after, and counts what came of it. */
function openStrangers(office: OfficeInProcess, times: number) {
  const tried = new Map<string, number>();
  const done = new Set<string>();
  const faults = new Set<string>();
  const noticed = new Set<Guard>();
  const people = new Map<string, Map<string, string>>();
  let attempts = 0;
  let wrote: string[] = [];
  hearCommands(({ constructor: { name }, input }) => {
    const command = name.replace(/Command$/, "");
    if (writes.has(command) && !isLook(input)) wrote.push(command);
  });

  /** Returns what is wrong with how a stranger was answered. */
  const wrongWith = async (
    id: RouteId,
    { claims, refusedWith, name }: Stranger,
    request: Request,
    preconditions: Preconditions,
  ): Promise<string | undefined> => {
    wrote = [];
    attempts += 1;
    const { status, body } = await office
      .attempt(claims, id, request, preconditions)
      .catch((failure: unknown) => ({ status: 500, body: String(failure) }));
    if (refusedWith.includes(status) && wrote.length === 0) return undefined;
    // What is their own says nothing of whose request it was.
    if (name === "another customer" && own.has(id) && !namesHers(body, request)) return undefined;
    return `${name} at ${id}: ${status} ${kindOf(body)} ${[...new Set(wrote)].join()}`.trim();
  };

  /** Has every stranger try a request. What they could write is put back as it was where a guard was taken out. */
  const tryAll = async (id: RouteId, request: Request, preconditions: Preconditions, guard?: Guard) => {
    const before = guard && itemsOf(office);
    remove(guard);
    for (const stranger of strangersAt(id, office.clock.now())) {
      const wrong = await wrongWith(id, stranger, request, preconditions);
      if (wrong && guard) noticed.add(guard);
      else if (wrong) faults.add(wrong);
      if (wrote.length > 0) undo(office, before ?? []);
    }
    remove(undefined);
  };

  const attempted = async (id: RouteId, request: Request, preconditions: Preconditions, when: string) => {
    const key = `${id} ${when}`;
    const already = tried.get(key) ?? 0;
    tried.set(key, already + 1);
    if (already >= times) return;
    await tryAll(id, request, preconditions);
    // Each guard is taken out once for each route.
    if (already === 0) for (const guard of guardNames) await tryAll(id, request, preconditions, guard);
  };

  const through = (real: Office, sub: string): Office => {
    const seen = people.get(sub) ?? new Map<string, string>();
    people.set(sub, seen);
    const keep = (named: object = {}) => {
      for (const [name, value] of Object.entries(named)) if (typeof value === "string") seen.set(name, value);
    };
    return {
      ...real,
      call: async (who, id, request, preconditions = {}) => {
        keep((request as Request).params);
        await attempted(id, request, preconditions, "before");
        const answer = await real.call(who, id, request, preconditions);
        done.add(id);
        keep((answer ?? {}) as object);
        await attempted(id, request, preconditions, "after");
        return answer;
      },
    };
  };
  return {
    through,
    attempted,
    done,
    people,
    result: () => ({
      attempts,
      faults: [...faults],
      unnoticed: guardNames.filter((name) => !noticed.has(name)),
    }),
  };
}

/** Whether an answer names what the request of another named. */
function namesHers(body: string, { params = {} }: Request): boolean {
  return Object.values(params).some((value) => value.length > 8 && body.includes(value));
}

/**
 * Lives every way of a claim, with strangers who send each request too, whole and with the same key, before who may
 * send it and after. What no life sends is sent as the routes' rows have it, or drawn from the schemas.
 */
export async function sendFromStrangers({ seed, times, ways }: Sending): Promise<Strangers> {
  const office = await openLivedOffice();
  await openStaffRegister({ client: office.stores.tables.client, name: "claims" }).save(tenant.office.code.value, {
    ...{ sub: anotherInspector, name: "PERSONA DE PRUEBA OTRA", extension: "199", roles: ["inspector"], onDuty: false },
  });
  const strangers = openStrangers(office, times);
  const ended: string[] = [];
  const fails = ({ message }: Error) => void ended.push(message);
  await liveOffice(office, { through: strangers.through, fails, ...(ways !== undefined && { ways }) });
  const whole: string[] = [];
  const unproved: string[] = [];
  const draw = drawn(seed);
  for (const id of Object.keys(routes) as RouteId[]) {
    if (whoMay[id] === "anyone" || strangers.done.has(id)) continue;
    const found = await wholeRequest(office, id, strangers.people, draw);
    if (!found) {
      unproved.push(id);
      continue;
    }
    if (found.status < 300) strangers.done.add(id);
    else whole.push(`${id} ${found.status}`);
    await strangers.attempted(id, found.request, found.preconditions, "before");
  }
  const { faults, ...sent } = strangers.result();
  return { ...sent, faults: [...faults, ...ended], done: [...strangers.done].sort(), whole, unproved };
}

/** Whole requests that no life sends, no row has and few draws would make. */
const ownRows: Partial<Record<RouteId, Request>> = {
  addStaff: {
    body: {
      ...{ name: "PERSONA DE PRUEBA NUEVA", extension: "120", email: "nueva@example.pe" },
      ...{ roles: ["analyst"], reason: "Entra a trabajar." },
    },
  },
  showBoard: { query: { month: "2026-11" } },
  listBoardCases: { query: { month: "2026-11", number: "filed" } },
};

/** The version of the case that a request names. */
async function versionOf(office: OfficeInProcess, { params }: Request): Promise<number> {
  const { body } = await office.attempt(claimsOf("showCase", office.clock.now()), "showCase", { params }, {});
  return (JSON.parse(body) as { readonly version?: number }).version ?? 1;
}

/** How often a request is drawn from its schemas before it is given up. */
const mostDrawn = 3000;

interface Whole {
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
async function wholeRequest(
  office: OfficeInProcess,
  id: RouteId,
  people: ReadonlyMap<string, ReadonlyMap<string, string>>,
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
function claimsOf(id: RouteId, now: string, sub = "who-may"): TokenClaims | undefined {
  const allowed: string | readonly string[] = whoMay[id];
  const auth_time = String(Math.floor(Date.parse(now) / 1000));
  if (typeof allowed === "string") return { token_use: "access", sub, auth_time };
  const role = allowed[0] ?? "";
  return { token_use: "access", sub: subOf(personWith(role)), "cognito:groups": `[${role}]`, auth_time };
}
