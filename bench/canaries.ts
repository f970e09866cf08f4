import { runningFunction, type TokenClaims } from "../local/in-process/office.ts";
import { type Command, hearCommands } from "../local/in-process/stores-in-memory.ts";
import type { Office } from "../local/journey/office.ts";
import { type RouteId, routes } from "../shared/contract/routes.ts";
import { type FunctionName, permissions } from "../shared/permissions.ts";
import { drawn } from "../test/evidence/sealed-cases.ts";
import { liveOffice, openLivedOffice } from "./lived-office.ts";
import { openPlanter, type Planter } from "./planted-canaries.ts";
import { claimsOf, openPeople, type Request, wholeRequest } from "./whole-requests.ts";

/** Where nothing of a person's may stand; in the last two, nothing of another's. */
export const places = [
  "log",
  "queue",
  "name of an object",
  "address asked for",
  "address handed out",
  "refusal",
  "mail or text",
  "answer to a customer",
] as const;
type Place = (typeof places)[number];

/** What came of an office in which everything of its people's is recognised. */
export interface Canaries {
  /** The fields that canaries were sent in, or stood in. */
  readonly kinds: readonly string[];
  readonly canaries: number;
  /** How many texts were searched, by place. */
  readonly searched: Readonly<Record<Place, number>>;
  /** Where a canary stands that may not stand there. */
  readonly found: readonly string[];
  /** The places where one does. */
  readonly foundAt: readonly Place[];
  /** Routes that nobody asked anything, and functions that asked their stores nothing. */
  readonly unasked: readonly RouteId[];
  readonly unrun: readonly FunctionName[];
  /** Why lives ended before their end. */
  readonly ended: readonly string[];
}

/** A text that somebody could read: where, and of which function or route. */
interface Seen {
  readonly place: Place;
  readonly text: string;
  readonly of: string;
  /** The account that it is for, whose own may stand in it. */
  readonly reader?: string;
}

interface Listener {
  readonly seen: Seen[];
  /** Functions that asked their stores something. */
  readonly run: ReadonlySet<string>;
}

const without = ({ Body: _, ...rest }: Command["input"]): string => JSON.stringify(rest);

/** Remembers what the functions of this process log, send and store under a name from now on. */
function listen({ foundIn }: Planter): Listener {
  const seen: Seen[] = [];
  const run = new Set<string>();
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = ((chunk: string | Uint8Array, ...rest: never[]) => {
    const text = String(chunk);
    const event = /"event":"([\w-]+)"/.exec(text)?.[1] ?? "";
    if (text.startsWith("{")) seen.push({ place: "log", text, of: `${runningFunction()} ${event}` });
    return write(chunk, ...rest);
  }) as typeof process.stdout.write;
  hearCommands(({ constructor: { name }, input }) => {
    const by = runningFunction() ?? "nobody";
    run.add(by);
    if (name.startsWith("SendMessage"))
      seen.push({ place: "queue", text: JSON.stringify(input), of: `${by} ${input["QueueUrl"]}` });
    if (name === "PutObjectCommand")
      seen.push({ place: "name of an object", text: without(input), of: `${by} ${input["Bucket"]}` });
    if (name !== "SendEmailCommand" && name !== "PublishCommand") return;
    const { Destination, PhoneNumber, ...said } = input;
    const [of] = foundIn(JSON.stringify([Destination, PhoneNumber]));
    const to = JSON.stringify(Destination ?? PhoneNumber);
    // Whom no canary names is nobody of these lives: the office itself, or an account's own address.
    seen.push({ place: "mail or text", text: JSON.stringify(said), of: `${by} ${to}`, reader: of?.owner ?? to });
  });
  return { seen, run };
}

const isOfCustomers = (id: RouteId): boolean => routes[id].audience !== "staff";

/** Returns an address as it is before its signs are escaped, which would hide where a word begins. */
function unescaped(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** Remembers how somebody was answered. */
function answered({ seen }: Listener, id: RouteId, reader: string, text: string, isRefused: boolean): void {
  if (isRefused) seen.push({ place: "refusal", text, of: id });
  else if (isOfCustomers(id)) seen.push({ place: "answer to a customer", text, of: id, reader });
  for (const address of text.match(/https?:\/\/[^\s"\\]+/g) ?? [])
    seen.push({ place: "address handed out", text: unescaped(address), of: id });
}

/** Stands between people and the office: what they send has canaries in it, and what they are answered is kept. */
function planting(planter: Planter, listener: Listener, sent: Map<RouteId, Request>) {
  return (real: Office, sub: string): Office => ({
    ...real,
    call: async (who, id, request, preconditions) => {
      const planted = planter.plant(sub, id, request);
      sent.set(id, planted);
      listener.seen.push({ place: "address asked for", text: JSON.stringify([planted.params, planted.query]), of: id });
      try {
        const answer = await real.call(who, id, planted as typeof request, preconditions);
        answered(listener, id, sub, JSON.stringify(answer) ?? "", false);
        return planter.unplant(answer);
      } catch (failure) {
        answered(listener, id, sub, String(failure), true);
        throw failure;
      }
    },
    messages: async (to) => [...(await real.messages(planter.standsFor(sub, to))), ...(await real.messages(to))],
  });
}

type Attempt = Awaited<ReturnType<typeof openLivedOffice>>["attempt"];

/** Returns a request once for each field of its body, which stands there as the whole body. */
function spoiled({ body, ...rest }: Request): readonly Request[] {
  if (typeof body !== "object" || body === null) return [];
  return Object.keys(body).map((name) => ({ ...rest, body: { ...body, [name]: [body] } }));
}

/** Returns a line for each canary that stands where it may not, with its place. */
function misplaced({ foundIn }: Planter, seen: readonly Seen[]): ReadonlyMap<string, Place> {
  const found = new Map<string, Place>();
  for (const { place, text, of, reader } of seen)
    for (const { kinds, owner } of foundIn(text)) {
      const isTheirs = reader !== undefined && (owner === undefined || owner === reader);
      if (!isTheirs) found.set(`${place}: ${[...kinds].join(", ")} (${of})`, place);
    }
  return found;
}

/** What an in-process office has no function for, or reads what the build puts beside one. */
const notHere: readonly RouteId[] = ["showDescription", "listSealKeys", "showVerification", "verifyFile"];

/** How long the relay is taken to have been gone. */
const secondsMissed = 3600;

interface Search {
  readonly seed: number;
  readonly ways?: number;
  /** The negative control: somebody asks for an address with a name in it. */
  readonly leaking?: boolean;
}

/**
 * Lives every way of a claim with a canary in every text that its people send and in the register, sends the routes
 * that no life asks, has each request refused too, and searches all that was logged, queued, named, asked for, handed
 * out, refused and written to others.
 */
export async function searchForCanaries({ seed, ways, leaking = false }: Search): Promise<Canaries> {
  const planter = openPlanter();
  const office = await openLivedOffice();
  const listener = listen(planter);
  const { people, through: remembering } = openPeople();
  const [sent, ended] = [new Map<RouteId, Request>(), [] as string[]];
  const between = planting(planter, listener, sent);
  await liveOffice(office, {
    through: (own, sub) => remembering(between(own, sub), sub),
    registered: planter.plantRegister,
    fails: ({ message }) => void ended.push(message),
    ...(ways !== undefined && { ways }),
  });

  const attempt: Attempt = async (claims: TokenClaims | undefined, id, request, preconditions) => {
    const reader = claims?.["sub"] ?? "nobody";
    const planted = planter.plant(reader, id, request as Request, true);
    sent.set(id, planted);
    const answer = await office.attempt(claims, id, planted, preconditions);
    answered(listener, id, reader, answer.body, answer.status >= 400);
    return answer;
  };
  const draw = drawn(seed);
  const all = (Object.keys(routes) as RouteId[]).filter((id) => !notHere.includes(id));
  for (const id of all) if (!sent.has(id)) await wholeRequest({ ...office, attempt }, id, people, draw);
  await office.follow().catch(({ message }: Error) => ended.push(message));
  for (const [id, request] of [...sent])
    for (const one of spoiled(request)) {
      const key = `spoiled-${id}`.padEnd(20, "0");
      const { status, body } = await office.attempt(claimsOf(id, office.clock.now()), id, one, { key, version: 1 });
      answered(listener, id, "nobody", body, status >= 400);
    }
  office.stores.takeChanges();
  office.stores.takeQueued();
  office.clock.pass(secondsMissed);
  for (const name of ["redeliver", "sweep"] as const) await office.run(name);

  const [name = ""] = planter.canaries.keys();
  if (leaking) listener.seen.push({ place: "address asked for", text: name, of: "nobody" });
  const found = misplaced(planter, listener.seen);
  const count = (place: Place) => listener.seen.filter((one) => one.place === place).length;
  return {
    ...{ found: [...found.keys()], foundAt: [...new Set(found.values())], ended, canaries: planter.canaries.size },
    kinds: [...new Set([...planter.canaries.values()].flatMap(({ kinds }) => [...kinds]))].toSorted(),
    searched: Object.fromEntries(places.map((place) => [place, count(place)])) as Canaries["searched"],
    unasked: all.filter((id) => !sent.has(id)),
    unrun: (Object.keys(permissions) as FunctionName[]).filter((name) => !listener.run.has(name)),
  };
}
