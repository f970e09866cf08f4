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
import { openTrustedRoots } from "../shared/storage/trusted-roots.ts";
import { openAlarms } from "./alarms.ts";
import { openApi } from "./api.ts";
import { openTestAuthority } from "./authority/test-authority.ts";
import { makeBuckets } from "./buckets.ts";
import { cannotStart } from "./cannot-start.ts";
import { openClock } from "./clock.ts";
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
  const parts: (() => Promise<void> | void)[] = [];
  const stop = async () => {
    const failures: unknown[] = [];
    // A part that fails to stop must not keep the others running.
    for (const part of parts.splice(0).reverse())
      try {
        await part();
      } catch (failure) {
        failures.push(failure);
      }
    if (failures.length > 0) throw new AggregateError(failures, "parts of the stack did not stop");
  };
  try {
    const other = await runningOn(state);
    if (other) throw cannotStart(`Ya hay una oficina local con estos datos en ${other}. Ciérrala antes de abrir otra.`);
    if (options.state === undefined) parts.push(() => rmSync(state, { recursive: true, force: true }));
    const file = openRecords(state);
    parts.push(() => file.close());
    const gateway = await startGateway(port, say);
    const { origin } = gateway;
    parts.push(() => gateway.stop());
    noteRunning(state, origin);
    const clock = openClock(file.of("clock"), tenant.calendars.COMPANY.value);
    const messages = openMessages(file.of("messages"), clock.now);
    const assembly = readAssembly(templates, templatePrefix, {
      origin,
      issuer: (pool) => issuerOf(origin, pool),
      secret: (name) => secretOf(file.of("secrets"), name),
    });

    const { database } = options;
    const [dynamodb, sqs] = await allOrNone(parts, [
      database === undefined ? openDatabase(state, say) : Promise.resolve({ endpoint: database, stop: async () => {} }),
      startSqs(join(state, "sqs")),
    ]);
    await Promise.all([makeTables(assembly, dynamodb.endpoint), makeQueues(assembly, sqs.endpoint)]);
    const queues = new SQSClient({ endpoint: sqs.endpoint, region, credentials });
    parts.push(() => queues.destroy());
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
    parts.push(() => s3.close());
    const scanned = new S3Client({ endpoint: s3.endpoint, region, credentials });
    parts.push(() => scanned.destroy());
    // A notification due from before a restart fails until this is set, and is tried again.
    const scan = openMalwareScan({ s3: scanned, bus, now: clock.now });
    await makeBuckets(assembly, s3.endpoint);

    const mailEvents = openMailEvents(assembly, bus, { now: clock.now, say });
    parts.push(() => mailEvents.stop());

    const alarms = openAlarms(assembly, bus, { records: file.of("alarms"), now: clock.now, say });
    parts.push(() => alarms.stop());

    const endpoints = {
      DYNAMODB: await between("DYNAMODB", dynamodb.endpoint),
      SQS: await between("SQS", sqs.endpoint),
      S3: s3.endpoint,
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
    if (claims) {
      const client = new DynamoDBClient({ endpoint: dynamodb.endpoint, region, credentials });
      const table = { client: DynamoDBDocumentClient.from(client), name: claims };
      await seedStaff(table, clock.now());
      await openTrustedRoots(table).add(authority.root);
      client.destroy();
    }
    const around = { functions, now: clock.now, say };
    const readings = openEventSources(assembly, {
      ...around,
      endpoints: { sqs: sqs.endpoint, dynamodb: dynamodb.endpoint },
      checkpoints: file.of("checkpoints"),
    });
    const textEvents = openTextEvents(assembly, around);
    parts.push(() => textEvents.stop());
    const schedules = openSchedules(assembly, { ...around, ran: alarms.ran });
    parts.push(async () => {
      schedules.stop();
      // The readers are asked to stop before the functions are cut off: a batch cut off is read again at the next
      // start.
      const stopped = readings.map((reading) => reading.stop());
      await Promise.all(functions.map((one) => one.stop()));
      await Promise.all(stopped);
    });
    const moveClock = async (to: string): Promise<string> => {
      const moved = clock.move(to);
      await alarms.look();
      await schedules.runAll();
      return moved;
    };
    gateway.open({
      "/": openSite({ folder: build, hosts: { ISSUERS: origin, UPLOADS: s3.endpoint, PAGES: s3.endpoint } }),
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
        story: openTrace(resources["table-claims"] ?? "", dynamodb.endpoint, join(state, "logs")),
        seen: seenHere(resources, dynamodb.endpoint),
        fsck: checkedHere(resources, { dynamodb: dynamodb.endpoint, s3: s3.endpoint }, clock.now),
        gallery: openGallery(build, "/_local/look/"),
      }),
      [issuersPath]: identity.handle,
    });
    return {
      origin,
      state,
      environment,
      resources,
      token: (person, { signedInAt } = {}) => identity.token(person, signedInAt),
      moveClock,
      now: clock.now,
      stop,
    };
  } catch (failure) {
    await stop();
    throw failure;
  }
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

/** Starts both at once. The one that started is added to `parts` to be stopped, even if the other fails. */
async function allOrNone(
  parts: (() => Promise<void> | void)[],
  starting: readonly [Promise<Part>, Promise<Part>],
): Promise<readonly [Part, Part]> {
  const settled = await Promise.allSettled(starting);
  for (const one of settled) if (one.status === "fulfilled") parts.push(() => one.value.stop());
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
