import type { OfficeInProcess, TokenClaims } from "../local/in-process/office.ts";
import { hearCommands } from "../local/in-process/stores-in-memory.ts";
import type { Office, Preconditions } from "../local/journey/office.ts";
import { subOf } from "../local/people.ts";
import { tenant } from "../settings.ts";
import type { Route } from "../shared/contract/route.ts";
import { type RouteId, routes } from "../shared/contract/routes.ts";
import { type StaffRole, staffRoles } from "../shared/domain/work/people.ts";
import { openStaffRegister } from "../shared/storage/register/staff-register.ts";
import { drawn } from "../test/evidence/sealed-cases.ts";
import { open as ownRoutes } from "../test/functions/claim-route-rows.ts";
import { whoMay } from "../test/functions/who-may.ts";
import { liveOffice, openLivedOffice } from "./lived-office.ts";
import { type Guard, guardNames, isAgainst, remove } from "./removed-guards.ts";
import { openPeople, personWith, type Request, wholeRequest } from "./whole-requests.ts";

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
/** Routes by which customers get what is their own, whoever asks: nothing of another's is shown or changed. */
const own: ReadonlySet<string> = new Set([
  ...[...ownRoutes].filter((id) => !["fileClaim", "checkClaim", "fileProblem"].includes(id) && !byProof.has(id)),
  "listSupplies",
]);

const writes = new Set(["Put", "Update", "Delete", "TransactWrite", "SendMessage", "SendMessageBatch", "PutObject"]);
/** How many strangers who came further without a guard show that it is noticed. */
const enough = 20;
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
  const noticed = new Map<Guard, number>();
  const { people, through: remembering } = openPeople();
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
    const strangers = strangersAt(id, office.clock.now());
    for (const stranger of strangers.filter(({ name }) => !guard || isAgainst(guard, name))) {
      const wrong = await wrongWith(id, stranger, request, preconditions);
      if (wrong && guard) noticed.set(guard, (noticed.get(guard) ?? 0) + 1);
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
    if (already > 0) return;
    for (const guard of guardNames)
      if ((noticed.get(guard) ?? 0) < enough) await tryAll(id, request, preconditions, guard);
  };

  const through = (real: Office, sub: string): Office => {
    const office = remembering(real, sub);
    return {
      ...office,
      call: async (who, id, request, preconditions = {}) => {
        await attempted(id, request, preconditions, "before");
        const answer = await office.call(who, id, request, preconditions);
        done.add(id);
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
