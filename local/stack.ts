import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { tenant } from "../settings.ts";
import { openTrustedRoots } from "../shared/storage/resolution/trusted-roots.ts";
import { openAlarms } from "./alarms.ts";
import { openApi } from "./api.ts";
import { openTestAuthority } from "./authority/test-authority.ts";
import { makeBuckets } from "./buckets.ts";
import { cannotStart } from "./cannot-start.ts";
import { type Clock, openClock } from "./clock.ts";
import { credentials, environmentOf, region } from "./cloud.ts";
import { startDynamoDb } from "./dynamodb.ts";
import { openEventBus } from "./event-bus.ts";
import { openEventSources } from "./event-sources.ts";
import { checkedHere } from "./fsck.ts";
import { functionAt, type LocalFunction, openFunctions } from "./functions.ts";
import { startGateway } from "./gateway.ts";
import { openIdentity } from "./identity.ts";
import { issuerOf, issuersPath } from "./issuer.ts";
import { openKms } from "./kms.ts";
import { localPages } from "./local-pages.ts";
import { openMailEvents } from "./mail-events.ts";
import { openMalwareScan } from "./malware-scan.ts";
import { openMessages } from "./messages.ts";
import type { SeededPerson } from "./people.ts";
import { makeQueues, queueUrlOf } from "./queues.ts";
import { openRecords, type Records } from "./records.ts";
import { noteRunning, runningOn } from "./running.ts";
import { startS3Server } from "./s3/server.ts";
import { openSchedules } from "./schedules.ts";
import { seedStaff } from "./seed/staff.ts";
import { seenHere } from "./seen.ts";
import { openGallery, openSite } from "./site.ts";
import { startSqs } from "./sqs.ts";
import { findStoreProgram } from "./store-program.ts";
import { makeTables } from "./tables.ts";
import { type Assembly, readAssembly } from "./templates.ts";
import { openTextEvents } from "./text-events.ts";
import { openTrace } from "./trace.ts";

export interface LocalStack {
  /** `http://127.0.0.1:PORT`, the gateway. */
  readonly origin: string;
  /** The folder of all its state. */
  readonly state: string;
  /** The environment variables that an SDK client needs: region, credentials, endpoints. */
  readonly environment: Readonly<Record<string, string>>;
  /**
   * The name or address of each resource, by logical id and by plain name: `table-billing`, `queue-import-ranges`,
   * `bucket-imports`.
   */
  readonly resources: Readonly<Record<string, string>>;
  /** Returns an access token of a seeded person, who signed in just now or at `signedInAt` by this stack's clock. */
  token(person: SeededPerson, how?: { readonly signedInAt?: string }): Promise<string>;
  /**
   * Moves the clock forward (`+35wd`, `+3d`, a day, an instant), ends the periods of the alarms, runs each schedule
   * once, and returns the new instant.
   * @throws RangeError, and runs nothing, if the clock would go back or the text is none of these.
   */
  moveClock(to: string): Promise<string>;
  now(): string;
  stop(): Promise<void>;
}

export interface LocalStackOptions {
  /** @default a free port */
  readonly port?: number;
  /** @default a temporary folder, removed when the stack stops */
  readonly state?: string;
  /**
   * Gets each line that the stack prints: failures of functions, messages, alarms.
   * @default prints the line on the terminal
   */
  readonly say?: (line: string) => void;
  /** The folder of the synthesized templates. @default `cdk.out` */
  readonly templates?: string;
  /** The folder of the build. @default `build` */
  readonly build?: string;
  /**
   * The address of a table server that outlives this stack. @default a server of its own, with its data in the state
   * folder
   */
  readonly database?: string;
  /**
   * Puts a proxy between the functions and a store: gets the store's address and returns the one that functions use
   * instead.
   */
  readonly between?: (service: "DYNAMODB" | "SQS", endpoint: string) => Promise<string>;
  /**
   * Returns the folder of another release's bundle that answers for a function now, by the function's name without its
   * stage; undefined for this release's own.
   */
  readonly otherBundle?: (name: string) => string | undefined;
  /**
   * Returns the function that a route of the gateway leads to now, by its name without its stage, as long as a
   * deployment has not moved the route; undefined for the templates' own.
   */
  readonly otherTarget?: (route: string) => string | undefined;
}

const print = (line: string): void => void process.stdout.write(`${line}\n`);

export const root = join(import.meta.dirname, "..");
const templatePrefix = "caudal-dev-";

/**
 * Starts the whole office from the synthesized templates of the stage `dev`. When it returns, the site and the API
 * answer. If a part fails to start, the parts that started are stopped.
 * @throws `CannotStart` if another stack uses the state folder, the port is taken, no table program can run, or a
 * stored table has another shape than its template; another error if the templates have a part that is not known here
 */
export async function startLocalStack(options: LocalStackOptions = {}): Promise<LocalStack> {
  const { port = 0, say = print, templates = join(root, "cdk.out"), build = join(root, "build") } = options;
  const { between = async (_: string, endpoint: string) => endpoint } = options;
  const state = resolve(options.state ?? mkdtempSync(join(tmpdir(), "caudal-")));
  await using started = new AsyncDisposableStack();
  const other = await runningOn(state);
  if (other) throw cannotStart(`Ya hay una oficina local con estos datos en ${other}. Ciérrala antes de abrir otra.`);
  if (options.state === undefined) started.defer(() => rmSync(state, { recursive: true, force: true }));
  const file = openRecords(state);
  started.defer(() => file.close());
  const gateway = await startGateway(port, say);
  const { origin } = gateway;
  started.defer(() => gateway.stop());
  noteRunning(state, origin);
  const clock = openClock(file.of("clock"), tenant.calendars.COMPANY.value);
  const messages = openMessages(file.of("messages"), clock.now);
  const assembly = readAssembly(templates, templatePrefix, {
    origin,
    issuer: (pool) => issuerOf(origin, pool),
    secret: (name) => secretOf(file.of("secrets"), name),
  });
  const { dynamodb, sqs, s3, bus } = await startStores(started, assembly, clock, { ...options, state, say });

  const mailEvents = openMailEvents(assembly, bus, { now: clock.now, say });
  started.defer(() => mailEvents.stop());
  const alarms = openAlarms(assembly, bus, { records: file.of("alarms"), now: clock.now, say });
  started.defer(() => alarms.stop());

  const endpoints = {
    DYNAMODB: await between("DYNAMODB", dynamodb),
    SQS: await between("SQS", sqs),
    S3: s3,
    KMS: `${origin}/_local/kms`,
    SESV2: `${origin}/_local/sesv2`,
    SNS: `${origin}/_local/sns`,
    COGNITO_IDENTITY_PROVIDER: `${origin}/_local/accounts`,
  };
  const environment = environmentOf(endpoints);
  const functions = openFunctions(assembly, {
    ...{ environment, clock: clock.offset, logs: join(state, "logs"), say },
    otherBundle: (name) => options.otherBundle?.(name.replace(templatePrefix, "")),
  });
  const identity = await openIdentity(assembly, origin, file, messages, clock.ahead);
  const kms = openKms(assembly, file.of("keys"));
  const authority = openTestAuthority(file.of("authority"), clock.now);
  const resources = resourcesOf(assembly, functions);
  const { "table-claims": claims } = resources;
  if (claims) await addStaff({ endpoint: dynamodb, name: claims }, authority.root, clock.now());

  const around = { functions, now: clock.now, say };
  const checkpoints = file.of("checkpoints");
  const readings = openEventSources(assembly, { ...around, endpoints: { sqs, dynamodb }, checkpoints });
  const textEvents = openTextEvents(assembly, around);
  started.defer(() => textEvents.stop());
  const schedules = openSchedules(assembly, { ...around, ran: alarms.ran });
  started.defer(async () => {
    schedules.stop();
    // The readers are asked to stop before the functions are cut off: a batch cut off is read again at the next
    // start.
    const stopped = readings.map((reading) => reading.stop());
    await Promise.all(functions.map((one) => one.stop()));
    await Promise.all(stopped);
  });
  const moveClock = async (to: string): Promise<string> => {
    const moved = clock.move(to);
    await schedules.runAll(alarms.look);
    return moved;
  };
  gateway.open({
    "/": openSite({ folder: build, hosts: { ISSUERS: origin, UPLOADS: s3, PAGES: s3 } }),
    "/api/": openApi(assembly, {
      ...around,
      ahead: clock.ahead,
      keys: identity.keys,
      answered: alarms.answered,
      leadsTo: (route) => {
        const name = options.otherTarget?.(route);
        return name === undefined ? undefined : functionAt(functions, `${templatePrefix}${name}`);
      },
    }),
    ...localPages({
      origin,
      state,
      messages,
      mailEvents,
      textEvents,
      now: clock.now,
      moveClock,
      token: identity.token,
      kms,
      accounts: identity.accounts,
      authority,
      story: openTrace(claims ?? "", dynamodb, join(state, "logs")),
      seen: seenHere(resources, dynamodb),
      fsck: checkedHere(resources, { dynamodb, s3 }, clock.now),
      gallery: openGallery(build, "/_local/look/"),
    }),
    [issuersPath]: identity.handle,
  });
  const parts = started.move();
  return {
    origin,
    state,
    environment,
    resources,
    token: (person, { signedInAt } = {}) => identity.token(person, signedInAt),
    moveClock,
    now: clock.now,
    stop: () => parts.disposeAsync(),
  };
}

/**
 * Starts the tables, the queues, the buckets and the bus of their events, as the templates have them, and returns the
 * bus and the addresses of the others. Each is added to `started`, to be stopped with it.
 */
async function startStores(
  started: AsyncDisposableStack,
  assembly: Assembly,
  clock: Clock,
  { database, state, say }: Pick<LocalStackOptions, "database"> & { state: string; say: (line: string) => void },
) {
  const [dynamodb, sqs] = await allOrNone(started, [
    database === undefined ? openDatabase(state, say) : Promise.resolve({ endpoint: database, stop: async () => {} }),
    startSqs(join(state, "sqs")),
  ]);
  await Promise.all([makeTables(assembly, dynamodb.endpoint), makeQueues(assembly, sqs.endpoint)]);
  const queues = new SQSClient({ endpoint: sqs.endpoint, region, credentials });
  started.defer(() => queues.destroy());
  const sendTo = async (queueArn: string, MessageBody: string) =>
    void (await queues.send(new SendMessageCommand({ QueueUrl: queueUrlOf(assembly, queueArn), MessageBody })));
  const bus = openEventBus(assembly, sendTo);
  const s3 = await startS3Server({
    folder: join(state, "s3"),
    ...credentials,
    region,
    now: () => new Date(clock.now()),
    unmoved: () => new Date(clock.unmoved()),
    notify: ({ queueArn, message }) =>
      queueArn.startsWith("arn:aws:guardduty:") ? scan(queueArn, message) : sendTo(queueArn, JSON.stringify(message)),
  });
  started.defer(() => s3.close());
  const scanned = new S3Client({ endpoint: s3.endpoint, region, credentials });
  started.defer(() => scanned.destroy());
  // A notification due from before a restart fails until this is set, and is tried again.
  const scan = openMalwareScan({ s3: scanned, bus, now: clock.now });
  await makeBuckets(assembly, s3.endpoint);
  return { dynamodb: dynamodb.endpoint, sqs: sqs.endpoint, s3: s3.endpoint, bus };
}

/** Adds the seeded staff to the register of the office, and `trustedRoot` to the certificates it trusts. */
async function addStaff(
  { endpoint, name }: { readonly endpoint: string; readonly name: string },
  trustedRoot: string,
  now: string,
): Promise<void> {
  const client = new DynamoDBClient({ endpoint, region, credentials });
  const table = { client: DynamoDBDocumentClient.from(client), name };
  await seedStaff(table, now);
  await openTrustedRoots(table).add(trustedRoot);
  client.destroy();
}

/**
 * Starts the database of a state folder; data that an earlier stack left there is served again. Passes `say` a line if
 * the database's port is open to the network.
 * @throws `CannotStart` if this machine has no program for the database, or if the database does not start
 */
export async function openDatabase(state: string, say: (line: string) => void): Promise<Part> {
  return startDynamoDb(join(state, "dynamodb"), findStoreProgram(say));
}

interface Part {
  readonly endpoint: string;
  stop(): Promise<void>;
}

/** Starts both at once. The one that started is added to `started` to be stopped, even if the other fails. */
async function allOrNone(
  started: AsyncDisposableStack,
  starting: readonly [Promise<Part>, Promise<Part>],
): Promise<readonly [Part, Part]> {
  const settled = await Promise.allSettled(starting);
  for (const one of settled) if (one.status === "fulfilled") started.defer(() => one.value.stop());
  return Promise.all(starting);
}

function secretOf(secrets: Records, name: string): string {
  if (!secrets.get(name)) secrets.set(name, randomBytes(24).toString("hex"));
  return z.string().parse(secrets.get(name));
}

function resourcesOf(assembly: Assembly, functions: readonly LocalFunction[]): Record<string, string> {
  const made = assembly.of(
    "AWS::DynamoDB::Table",
    "AWS::DynamoDB::GlobalTable",
    "AWS::SQS::Queue",
    "AWS::S3::Bucket",
    "AWS::Lambda::Function",
    "AWS::Cognito::UserPoolClient",
  );
  const byId = made.map((resource) => [resource.id, assembly.attribute(resource)]);
  const queues = assembly
    .of("AWS::SQS::Queue")
    .map((resource) => [`queue-${resource.name.replace(templatePrefix, "")}`, assembly.attribute(resource)]);
  const ofFunctions = functions
    .flatMap(({ environment }) => Object.entries(environment))
    .filter(([variable]) => /^(TABLE|QUEUE|BUCKET|KEY)_/.test(variable))
    .map(([variable, value]) => [variable.toLowerCase().replaceAll("_", "-"), value]);
  return Object.fromEntries([...byId, ...queues, ...ofFunctions]);
}
