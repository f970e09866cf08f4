import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { registerHooks } from "node:module";
import { join } from "node:path";
import { marshall } from "@aws-sdk/util-dynamodb";
import type { APIGatewayProxyStructuredResultV2, Context } from "aws-lambda";
import { tenant } from "../../settings.ts";
import type { AnswerOf, Route } from "../../shared/contract/route.ts";
import { type RouteId, type Routes, routes, routesByFunction } from "../../shared/contract/routes.ts";
import { type FunctionName, grantsOf, permissions, variableOf } from "../../shared/permissions.ts";
import { openTestAuthority, type TestAuthority } from "../authority/test-authority.ts";
import { instantOfMove } from "../clock.ts";
import { answerOf, type Office, type Preconditions, Surprise } from "../journey/office.ts";
import { verdictOn } from "../malware-scan.ts";
import { isStaffName, type SeededPerson, type StaffName, seededStaff, subOf } from "../people.ts";
import { recordsInMemory } from "../records.ts";
import { type StoppedClock, stopClock } from "./stopped-clock.ts";
import { type Change, type StoresInMemory, storesInMemory } from "./stores-in-memory.ts";

/** The claims of a verified token, as the gateway hands them over. */
export type TokenClaims = Readonly<Record<string, string>>;

type Handler = (event: unknown, context: Context) => Promise<unknown>;

/** An office whose functions all run in this process, on stores in memory, by a clock that stands until it is set. */
export interface OfficeInProcess {
  readonly stores: StoresInMemory;
  readonly clock: StoppedClock;
  readonly authority: TestAuthority;
  /**
   * Returns the office as a journey's steps call it. `sub` is the account of the customers among the seeded people.
   * @param sleep called when a step moves the clock; returns once the clock shows that instant
   */
  as(sub: string, sleep: (instant: string) => Promise<void>): Office;
  /** Returns what the token says of a person; of the account `sub` if it is one of the customers. */
  claimsOf(who: SeededPerson | "nobody", sub: string): TokenClaims | undefined;
  /** Runs a function that a schedule starts, and all that follows from it. */
  run(name: FunctionName): Promise<void>;
  /** Gives a function an event of the gateway; returns its answer once all that follows from it is done. */
  answer(name: FunctionName, event: unknown): Promise<unknown>;
  /**
   * Gives a function a request with these claims of a token, and lets nothing follow from it and no time pass. Returns
   * its status, and its body as text.
   */
  attempt<Id extends RouteId>(
    claims: TokenClaims | undefined,
    id: Id,
    request: unknown,
    preconditions: Preconditions,
  ): Promise<{ readonly status: number; readonly body: string }>;
  /** Does all that follows from what was written, sent and queued since it was last done. */
  follow(): Promise<void>;
  /** Forgets what a function logged as a failure since the last call of it that was whole. */
  forget(): void;
  /** How often each route answered, and with how many milliseconds of this machine's processor in all. */
  readonly answered: ReadonlyMap<RouteId, { count: number; ms: number }>;
}

const s3Endpoint = "http://s3.in-process";
const authorityOrigin = "http://authority.in-process";
/** What the edge adds to each request, so that the functions know it came through it. */
export const originKey = "the-edge-of-this-process";

/** What the templates set besides the names of stores; `own` has those that a running office gives. */
const settings: Readonly<Record<string, string>> = {
  AWS_REGION: "us-east-1",
  AWS_ACCESS_KEY_ID: "local",
  AWS_SECRET_ACCESS_KEY: "local-secret",
  ORIGIN_KEY: originKey,
  BUILD: "in-process",
  REVISION: JSON.stringify({ commit: "in-process" }),
  SITE_ADDRESS: "http://127.0.0.1:8080",
  MAIL_EVENTS: "in-process",
  CUSTOMERS_ISSUER: "http://customers.in-process",
  CUSTOMERS_CLIENT_ID: "customers",
  STAFF_ISSUER: "http://staff.in-process",
  STAFF_CLIENT_ID: "staff",
};

/**
 * The functions that take the messages of a queue. The others' queues are left unread: nothing in a life waits for
 * them.
 */
const takers: Readonly<Record<string, FunctionName>> = {
  inspections: "assign-inspections",
  notices: "send-notices",
  documents: "render-documents",
  uploads: "accept-uploads",
  drawings: "accept-uploads",
  "notice-events": "track-deliveries",
  "case-copies": "export-case-files",
  reports: "build-reports",
  "import-files": "import-receipts",
  "import-ranges": "import-receipts",
};

/** The seconds that pass with each request, so that no two acts of a person are of one instant. */
const secondsAnAct = 7;

export interface Opening {
  /** The instant at which the clock stands first. */
  readonly at: string;
  /** Variables of a running office, which take the place of this process's own. */
  readonly own?: Readonly<Record<string, string>> | undefined;
  /**
   * Whether `count-totals` runs with each change. False if the items are copied to a running stack, which counts them
   * itself.
   */
  readonly counts: boolean;
  /**
   * Whether to make the document that a queue message asks for; by default always. The certificate of a silence is
   * always made, because it moves the claim.
   */
  readonly renders?: (message: string) => boolean;
  /** True checks an uploaded file in this thread and draws no page pictures; false starts a thread for each file. */
  readonly checksHere?: boolean;
  /**
   * Carries out an invocation of a worker; by default once. One that is given up half way is forgotten, with what it
   * logged as a failure, when `forget` is called.
   */
  readonly carriedOut?: (once: () => Promise<unknown>, forget: () => void) => Promise<unknown>;
}

const running = new AsyncLocalStorage<FunctionName>();

/** Returns the name of the function whose code calls this; undefined if the caller is no function's code. */
export function runningFunction(): FunctionName | undefined {
  return running.getStore();
}

/**
 * Opens an office in this process at the instant `at`. Replaces the process's `Date`, `fetch` and AWS clients by ones
 * in memory, sets environment variables, and only then imports every function's module. None of this is undone.
 */
export async function openOfficeInProcess({
  at,
  own,
  counts,
  renders = () => true,
  checksHere = false,
  carriedOut = (once) => once(),
}: Opening): Promise<OfficeInProcess> {
  const clock = stopClock(at);
  const stores = storesInMemory({ realKey: own?.["AWS_ENDPOINT_URL_KMS"] !== undefined });
  const authority = openTestAuthority(recordsInMemory(), clock.now);
  const log = quietLog();
  const handlers = await importFunctions({ ...settings, ...own, AWS_ENDPOINT_URL_S3: s3Endpoint }, checksHere);
  const invoke = async (name: FunctionName, event: unknown): Promise<unknown> => {
    const handler = handlers.get(name);
    if (!handler) throw new Error(`${name} has no handler`);
    return running.run(name, () => handler(event, context));
  };
  const work: Invoke = (name, event) => carriedOut(() => invoke(name, event), log.forget);
  const settle = settling({ stores, clock, invoke: work, counts, renders, look: log.throwFailure });
  globalThis.fetch = fetchOf({ stores, authority, settle, clock, invoke: work });
  const answered = new Map<RouteId, { count: number; ms: number }>();

  const answer: OfficeInProcess["answer"] = async (name, event) => {
    clock.pass(secondsAnAct);
    const reply = await invoke(name, event);
    await settle();
    return reply;
  };
  const attempt: OfficeInProcess["attempt"] = async (claims, id, request, preconditions) => {
    const event = eventOf(routes[id], request as AnyRequest, preconditions, claims);
    const { statusCode: status = 0, body = "" } = (await invoke(
      functionOf(id),
      event,
    )) as APIGatewayProxyStructuredResultV2;
    return { status, body };
  };
  const call = async <Id extends RouteId>(
    claims: TokenClaims | undefined,
    id: Id,
    request: unknown,
    preconditions: Preconditions,
  ): Promise<AnswerOf<Routes[Id]>> => {
    const began = performance.now();
    const event = eventOf(routes[id], request as AnyRequest, preconditions, claims);
    const reply = (await answer(functionOf(id), event)) as APIGatewayProxyStructuredResultV2;
    const seen = answered.get(id) ?? { count: 0, ms: 0 };
    answered.set(id, { count: seen.count + 1, ms: seen.ms + performance.now() - began });
    const headers = Object.entries(reply.headers ?? {}).map(([name, value]): [string, string] => [name, String(value)]);
    const { statusCode = 0, body = "" } = reply;
    const response = new Response(statusCode === 204 ? null : body, { status: statusCode, headers });
    return (await answerOf(id, routes[id], response)) as AnswerOf<Routes[Id]>;
  };
  const claimsOf: OfficeInProcess["claimsOf"] = (who, sub) => {
    if (who === "nobody") return undefined;
    const auth_time = String(Math.floor(Date.parse(clock.now()) / 1000));
    if (!isStaffName(who)) return { token_use: "access", sub, auth_time };
    const person = seededStaff[who satisfies StaffName];
    return { token_use: "access", sub: subOf(person), "cognito:groups": `[${person.roles.join(" ")}]`, auth_time };
  };
  return {
    stores,
    clock,
    authority,
    answered,
    answer,
    attempt,
    claimsOf,
    follow: settle,
    forget: log.forget,
    as: (sub, sleep) => ({
      origin: authorityOrigin,
      call: (who, id, request, preconditions = {}) => call(claimsOf(who, sub), id, request, preconditions),
      messages: async (to) => stores.sentTo(to).toReversed(),
      now: async () => clock.now(),
      moveClock: async (to) => {
        await sleep(instantOfMove(clock.now(), to, tenant.calendars.COMPANY.value));
        return clock.now();
      },
      // All that follows from a request is done when it is answered: what is not so then never will be.
      waiting: async (ask) => {
        const found = await ask();
        if (!found) throw new Surprise("what was waited for did not come");
        return found;
      },
    }),
    run: async (name) => {
      await invoke(name, { id: randomUUID(), "detail-type": "Scheduled Event", time: clock.now() });
      await settle();
    },
  };
}

const context = { getRemainingTimeInMillis: () => 60_000 } as unknown as Context;

const root = join(import.meta.dirname, "..", "..");
/** What the site publishes, which the build writes. */
const published = join(root, "build", "functions", "verifications", "published.json");

/** What cannot run here: what calls the API from outside, and what reads a file that was not built. */
const cannotRun = (name: FunctionName): boolean =>
  name === "probe-document-desk" || (name === "verifications" && !existsSync(published));

/**
 * What a source takes from the folder of its bundle, and where this process finds it: the documents' fonts, what the
 * site publishes, and the thread that checks files, which starts ten times as fast built.
 */
const besides: readonly (readonly [source: RegExp, taken: string, found: string])[] = [
  [/\/verifications\/stores\.ts$/, 'join(import.meta.dirname, "published.json")', published],
  [
    /\/functions\/[\w-]+\/stores\.ts$/,
    'join(import.meta.dirname, "fonts")',
    join(root, "shared", "documents", "fonts"),
  ],
  [
    /\/accept-uploads\/run-in-worker-thread\.ts$/,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the text as it stands in the source
    "join(import.meta.dirname, `check-thread${extname(import.meta.filename)}`)",
    join(root, "build", "functions", "accept-uploads", "check-thread.cjs"),
  ],
];

/** The check of a file without its thread, which takes a third of a second to start. */
const checkedHere = `
import { causeIn } from "./file-checks.ts";
export async function runInWorkerThread({ task, contentType, bytes }) {
  return [task === "check" ? { cause: await causeIn({ contentType, bytes: Buffer.from(bytes) }) } : "whole"];
}`;

/** Has the sources of functions find what the build puts beside their bundles. */
function findBesides(checksHere: boolean): void {
  registerHooks({
    load: (url, given, next) => {
      if (checksHere && url.endsWith("/accept-uploads/run-in-worker-thread.ts"))
        return { format: "module", source: checkedHere, shortCircuit: true };
      const loaded = next(url, given);
      const [, taken, found] = besides.find(([source]) => source.test(url)) ?? [];
      if (taken === undefined || found === undefined || !existsSync(found)) return loaded;
      return { ...loaded, source: String(loaded.source).replaceAll(taken, JSON.stringify(found)) };
    },
  });
}

async function importFunctions(
  variables: Readonly<Record<string, string>>,
  checksHere: boolean,
): Promise<ReadonlyMap<string, Handler>> {
  Object.assign(process.env, variables);
  const names = Object.keys(permissions) as FunctionName[];
  for (const variable of names.flatMap((name) => permissions[name].flatMap(grantsOf)).map(variableOf))
    process.env[variable] ??= nameOf(variable);
  findBesides(checksHere);
  const handlers = new Map<string, Handler>();
  for (const name of names)
    if (!cannotRun(name)) handlers.set(name, (await import(`../../functions/${name}/index.ts`)).handler as Handler);
  return handlers;
}

/** `TABLE_CLAIMS` is `claims`, `QUEUE_NOTICE_EVENTS` is `notice-events`: here a resource has its own name. */
const nameOf = (variable: string): string =>
  variable
    .slice(variable.indexOf("_") + 1)
    .toLowerCase()
    .replaceAll("_", "-");

const functionOf = (id: RouteId): FunctionName => {
  const found = Object.entries(routesByFunction).find(([, own]) => Object.hasOwn(own, id));
  if (!found) throw new Error(`no function answers ${id}`);
  return found[0] as FunctionName;
};

interface AnyRequest {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

function eventOf(
  route: Route,
  { params = {}, query = {}, body }: AnyRequest,
  { key, version }: Preconditions,
  claims: TokenClaims | undefined,
) {
  const path = `/api${route.path.replace(/\{(\w+)\}/g, (_, name) => params[name] ?? "")}`;
  const asked = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  return {
    version: "2.0",
    routeKey: `${route.method} /api${route.path}`,
    rawPath: path,
    headers: {
      "x-origin-key": originKey,
      "x-viewer-address": "127.0.0.1",
      ...(key !== undefined && { "idempotency-key": key }),
      ...(version !== undefined && { "if-match": `"${version}"` }),
      ...(body !== undefined && { "content-type": "application/json" }),
    },
    pathParameters: params,
    ...(asked.length > 0 && { queryStringParameters: Object.fromEntries(asked) }),
    ...(body !== undefined && { body: JSON.stringify(body) }),
    isBase64Encoded: false,
    requestContext: {
      requestId: randomUUID(),
      http: { method: route.method, path },
      ...(claims && { authorizer: { jwt: { claims, scopes: ["openid"] } } }),
    },
  };
}

function message(body: string, now: string) {
  const at = String(Date.parse(now));
  return {
    messageId: randomUUID(),
    body,
    attributes: { ApproximateReceiveCount: "1", SentTimestamp: at, ApproximateFirstReceiveTimestamp: at },
  };
}

type Invoke = (name: FunctionName, event: unknown) => Promise<unknown>;

interface Settling extends Required<Pick<Opening, "counts" | "renders">> {
  readonly stores: StoresInMemory;
  readonly clock: StoppedClock;
  readonly invoke: Invoke;
  /** Throws what a function failed of. */
  look(): void;
}

/**
 * Returns what does, after a request, all that streams, queues and the mail service would do, until nothing is left.
 */
function settling({ stores, clock, invoke, counts, renders, look }: Settling): () => Promise<void> {
  let sequence = 0;
  const streamed = (changes: readonly Change[]) =>
    changes.map(({ before, after }) => {
      sequence += 1;
      return {
        eventName: before ? "MODIFY" : "INSERT",
        dynamodb: {
          SequenceNumber: String(sequence).padStart(21, "0"),
          NewImage: marshall(after),
          ...(before && { OldImage: marshall(before) }),
        },
      };
    });
  const stream = async (changes: readonly Change[]): Promise<void> => {
    const records = streamed(changes);
    const relayed = records.filter((_, index) => changes[index]?.after["undeliveredShard"] !== undefined);
    if (relayed.length > 0) await invoke("relay", { Records: relayed });
    const counted = counts ? records.filter(isCounted) : [];
    if (counted.length > 0) await invoke("count-totals", { shardId: "in-process", Records: counted });
  };
  const take = async (queue: string, body: string): Promise<void> => {
    const taker = takers[queue];
    const isLeft = queue === "documents" && !body.includes('"certify"') && !renders(body);
    if (taker && !isLeft) await invoke(taker, { Records: [message(body, clock.now())] });
  };
  return async () => {
    for (;;) {
      const [changes, queued] = [stores.takeChanges(), stores.takeQueued()];
      if (changes.length > 0) await stream(changes);
      for (const { queue, body } of queued) await take(queue, body);
      for (const { messageId } of stores.takeSent()) await reportDelivery(invoke, messageId, clock.now());
      look();
      if (changes.length === 0 && queued.length === 0) return;
    }
  };
}

/**
 * The mail service reports that a mail or text was delivered. The report says it waited a quarter of an hour, so that
 * one of a message that no case knows (a code) is dropped and not tried again.
 */
async function reportDelivery(invoke: Invoke, messageId: string, at: string): Promise<void> {
  const queuedAt = new Date(Date.parse(at) - 15 * 60_000).toISOString();
  await invoke("track-deliveries", {
    Records: [message(JSON.stringify({ became: "delivered", messageId, at }), queuedAt)],
  });
}

/** What `count-totals` is given of the stream (`infra/workers.ts`): new items, heads, and look-ups. */
const isCounted = ({ eventName, dynamodb }: { eventName: string; dynamodb: { NewImage: unknown } }): boolean => {
  const { sk } = dynamodb.NewImage as { readonly sk?: { readonly S?: string } };
  return eventName === "INSERT" || sk?.S === "HEAD" || sk?.S === "T";
};

interface Around {
  readonly stores: StoresInMemory;
  readonly authority: TestAuthority;
  readonly clock: StoppedClock;
  readonly invoke: Invoke;
  settle(): Promise<void>;
}

/**
 * Returns what stands in for `fetch`: presigned addresses and forms are answered from the buckets in memory, a file
 * that was sent is scanned, and a PDF is signed by the test authority. Anything else goes out as before.
 */
function fetchOf({ stores, authority, settle, clock, invoke }: Around): typeof fetch {
  const real = globalThis.fetch;
  return async (asked, init) => {
    const url = new URL(asked instanceof Request ? asked.url : asked);
    if (url.origin === authorityOrigin) {
      const { pdf } = JSON.parse(String(init?.body)) as { readonly pdf: string };
      return Response.json({ pdf: Buffer.from(authority.sign(Buffer.from(pdf, "base64"))).toString("base64") });
    }
    if (url.origin !== s3Endpoint) return real(asked, init);
    const [bucket = "", ...rest] = decodeURIComponent(url.pathname.slice(1)).split("/");
    if (init?.method !== "POST") {
      const found = stores.object(bucket, rest.join("/"));
      return found ? new Response(Buffer.from(found.bytes)) : new Response("NoSuchKey", { status: 404 });
    }
    const form = init.body as FormData;
    const file = form.get("file") as Blob;
    const kept = stores.put({
      bucket,
      key: String(form.get("key")),
      bytes: new Uint8Array(await file.arrayBuffer()),
      contentType: String(form.get("Content-Type")),
    });
    if (bucket === "imports") {
      const arrival = { Records: [{ s3: { object: { key: kept.key, versionId: kept.versionId } } }] };
      await invoke("import-receipts", { Records: [message(JSON.stringify(arrival), clock.now())] });
      await settle();
      return new Response(undefined, { status: 204 });
    }
    const scan = {
      "detail-type": "GuardDuty Malware Protection Object Scan Result",
      detail: {
        s3ObjectDetails: { objectKey: kept.key, versionId: kept.versionId },
        scanResultDetails: { scanResultStatus: verdictOn(Buffer.from(kept.bytes).toString("latin1")).status },
      },
    };
    await invoke("accept-uploads", { Records: [message(JSON.stringify(scan), clock.now())] });
    await settle();
    // What came of it is evidence by now, and the quarantine forgets.
    stores.forget(kept);
    return new Response(undefined, { status: 204 });
  };
}

/** Keeps the functions' log off the terminal, and throws the first failure in it since it last threw. */
function quietLog(): { throwFailure(): void; forget(): void } {
  let failure: string | undefined;
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = ((chunk: string | Uint8Array, ...rest: never[]) => {
    if (typeof chunk !== "string" || !chunk.startsWith('{"event"')) return write(chunk, ...rest);
    if (chunk.includes('"level":"error"')) failure ??= chunk;
    return true;
  }) as typeof process.stdout.write;
  return {
    forget: () => {
      failure = undefined;
    },
    throwFailure: () => {
      const said = failure;
      failure = undefined;
      if (said !== undefined) throw new Error(`a function failed: ${said}`);
    },
  };
}
