import { createHash } from "node:crypto";
import { marshall } from "@aws-sdk/util-dynamodb";
import type { Context, DynamoDBBatchResponse, DynamoDBStreamEvent, SQSBatchResponse, SQSEvent } from "aws-lambda";
import { acceptUpload } from "../../../functions/accept-uploads/accept-upload.ts";
import { administration } from "../../../functions/administration/administration.ts";
import { assignInspections } from "../../../functions/assign-inspections/assign-inspections.ts";
import { claims } from "../../../functions/claims/claims.ts";
import { redeliver } from "../../../functions/redeliver/redeliver.ts";
import { relayEntry } from "../../../functions/relay/relay-entry.ts";
import { type ApiHandler, api } from "../../../functions/runtime/api.ts";
import type { TokenClaims } from "../../../functions/runtime/caller.ts";
import type { ApiEvent } from "../../../functions/runtime/serve.ts";
import { stream } from "../../../functions/runtime/stream.ts";
import { worker } from "../../../functions/runtime/worker.ts";
import { sendNotices } from "../../../functions/send-notices/send-notices.ts";
import { signing } from "../../../functions/signing/signing.ts";
import { sweep } from "../../../functions/sweep/sweep.ts";
import { receiptRow } from "../../../local/seed/receipt-row.ts";
import { letters, tenant } from "../../../settings.ts";
import type { PublishDeps } from "../../../shared/casework/case/publish-entry.ts";
import { seedOf, tenantWith } from "../../../shared/casework/term/calendars-in-force.ts";
import * as exchangeRoutes from "../../../shared/contract/billing/exchange-routes.ts";
import * as claimFileRoutes from "../../../shared/contract/case-copy/claim-file-routes.ts";
import * as claimRoutes from "../../../shared/contract/claim/claim-routes.ts";
import * as offerRoutes from "../../../shared/contract/conciliation/offer-routes.ts";
import * as deskRoutes from "../../../shared/contract/desk-routes.ts";
import * as openRoutes from "../../../shared/contract/open-routes.ts";
import * as signingRoutes from "../../../shared/contract/resolution/signing-routes.ts";
import type { Route } from "../../../shared/contract/route.ts";
import * as calendarRoutes from "../../../shared/contract/term/calendar-routes.ts";
import { openAttemptCounter } from "../../../shared/storage/attempt-counter.ts";
import { openReceiptLedger } from "../../../shared/storage/billing/receipt-ledger.ts";
import { openReceiptReader } from "../../../shared/storage/billing/receipt-reader.ts";
import { openDailyCounts } from "../../../shared/storage/board/daily-counts.ts";
import { openBacklog, openOutbox } from "../../../shared/storage/check/outbox.ts";
import { openContactCounter } from "../../../shared/storage/counter/attentions.ts";
import { openConfirmations } from "../../../shared/storage/counter/confirmations.ts";
import { transact } from "../../../shared/storage/dynamodb.ts";
import { openClaimDrafts } from "../../../shared/storage/filing/claim-drafts.ts";
import { openProfiles } from "../../../shared/storage/notice/profiles.ts";
import { openReceiptNewsConsents, openReceiptNewsList } from "../../../shared/storage/notice/receipt-news.ts";
import { openOutages } from "../../../shared/storage/problem/outages.ts";
import { openProblems } from "../../../shared/storage/problem/problems.ts";
import { openResolutionNumbers } from "../../../shared/storage/resolution/resolution-numbers.ts";
import { openVerificationIndex } from "../../../shared/storage/seal/verification-index.ts";
import { openSubmissions } from "../../../shared/storage/submission/submissions.ts";
import { openSupplyLinks } from "../../../shared/storage/supply/supply-links.ts";
import { openCalendars } from "../../../shared/storage/term/calendars.ts";
import { openAppointmentSlots } from "../../../shared/storage/visit/appointment-slots.ts";
import { assumed } from "../../../shared/tenant/tenant-value.ts";
import { caseStores } from "../../doubles/case-stores.ts";
import { copyStores } from "../../doubles/copy-stores.ts";
import { drawingStores } from "../../doubles/drawing-stores.ts";
import { fixedNotices } from "../../doubles/fixed-notices.ts";
import { memoryDynamoDb } from "../../doubles/memory-dynamodb.ts";
import { noticeDeps } from "../../functions/send-notices/notice-deps.ts";
import { staffWork, staffWorkRoutes } from "../../functions/staff-work.ts";
import { billedMonth, ledgerRow } from "../../shared/storage/billing/billed-rows.ts";
import { clock } from "./clock.ts";

/**
 * A fault at one step of a function's run, a call of a store, a queue or a provider; counted among all steps or among
 * the writes.
 */
export type Fault = { readonly at: number; readonly among: "steps" | "writes" } & (
  | { readonly what: "fails" | "fails-after" | "is-killed" | "is-killed-after" }
  | { readonly what: "waits"; readonly meanwhile: () => Promise<void> }
);

const queueNames = ["inspections", "notices", "documents"] as const;
type QueueName = (typeof queueNames)[number];
interface Message {
  readonly id: string;
  readonly body: string;
}
const context = {} as Context;
const mostSteps = 6000;

export const claimants = ["maria", "jorge"] as const;
const office = tenant.office.code.value;

/** Runs the product's own functions in one process on stores in memory, with chosen faults and a chosen clock. */
export async function systemWorld() {
  let fault: Fault | undefined;
  let steps = 0;
  let writes = 0;
  let isDead = false;
  const around = async <Value>(call: () => Value, isRead = false): Promise<Value> => {
    steps += 1;
    if (!isRead) writes += 1;
    if (steps > mostSteps) throw new Error("it does not end");
    const isMine = fault?.among === "writes" ? !isRead && fault.at === writes : fault?.at === steps;
    const own = isMine ? fault : undefined;
    if (own?.what === "waits") {
      fault = undefined;
      await own.meanwhile();
    }
    endIfHit(own?.what === "is-killed", own?.what === "fails");
    const value = call();
    endIfHit(own?.what === "is-killed-after", own?.what === "fails-after");
    return value;
  };
  /** Throws if the process was killed, is killed here, or the step fails. */
  const endIfHit = (isKilled: boolean, isFailed: boolean): void => {
    if (isKilled) isDead = true;
    if (isDead) throw new Error("killed");
    if (isFailed) throw new Error("it failed");
  };

  const changes: { readonly image: Record<string, unknown>; readonly sequence: string }[] = [];
  const db = memoryDynamoDb(around, (table, item) => {
    if (table === "claims" && String(item["sk"]).startsWith("E#"))
      changes.push({ image: structuredClone(item), sequence: String(changes.length + 1) });
  });
  const { client } = db;
  const claimsTable = { client, name: "claims" };
  const billing = { client, name: "billing" };
  const calendarBook = openCalendars(claimsTable, seedOf(tenant));
  const evidence = new Map<string, Uint8Array>();
  const quarantine = new Map<string, Uint8Array>();
  const mails: string[] = [];
  const queues: Record<QueueName, Message[]> = { inspections: [], notices: [], documents: [] };
  const handled = new Map<string, number>();
  /** The bodies sent to each queue. */
  const sent: Record<QueueName, Set<string>> = { inspections: new Set(), notices: new Set(), documents: new Set() };
  let messages = 0;
  let currentNotice = "";

  const kept = (folder: Map<string, Uint8Array>) => ({
    write: (id: string, bytes: Uint8Array) => around(() => void folder.set(id, bytes)),
    read: (id: string) =>
      around(() => {
        const bytes = folder.get(id);
        if (!bytes) throw new Error(`there is no ${id}`);
        return bytes;
      }, true),
  });
  const downloads = { link: async () => "https://evidence.example.pe/attachment" };
  const notices = fixedNotices();
  const stores = {
    tenant,
    ...caseStores(claimsTable, billing),
    appointmentSlots: openAppointmentSlots(claimsTable),
    receiptReader: openReceiptReader(billing),
    submissions: openSubmissions(claimsTable),
    outages: openOutages(claimsTable),
    problems: openProblems(claimsTable),
    confirmations: openConfirmations(claimsTable),
    dailyCounts: openDailyCounts(claimsTable, "a test's key"),
    resolutionNumbers: openResolutionNumbers(claimsTable),
    attemptCounter: openAttemptCounter(billing),
    supplyLinks: openSupplyLinks(claimsTable),
    claimDrafts: openClaimDrafts(claimsTable),
    profiles: openProfiles(claimsTable),
    receiptNews: openReceiptNewsConsents(claimsTable),
    receiptNewsList: openReceiptNewsList(claimsTable),
    contactCounter: openContactCounter(claimsTable),
    attachmentDownloads: downloads,
    pageViews: downloads,
    documentDownloads: downloads,
    sentNotices: notices,
    transact: (writes: Parameters<typeof transact>[1]) => transact(client, writes),
    calendarBook,
    ...copyStores(claimsTable),
    ...drawingStores(claimsTable),
  };
  const nothing = {} as never;
  const inForce = async (now: string) => {
    const versions = (await calendarBook.versions()).filter(({ inForceFrom }) => inForceFrom <= now);
    return { ...stores, tenant: tenantWith(tenant, versions) };
  };
  const door = { originKey: "the-edge-and-nobody-else" };
  const administrationFunction = { ...deskRoutes, ...exchangeRoutes, ...calendarRoutes };
  const caseworkFunction = staffWorkRoutes;
  const claimsFunction = { ...claimRoutes, ...offerRoutes, ...claimFileRoutes, ...openRoutes };
  const seal = { signature: "s", keyId: "k", algorithm: "ECDSA_SHA_256", statement: "{}" } as const;
  /**
   * The PDF renderer prints the document's own data, and the second factor signs it; seals and PDF have their own
   * tests.
   */
  const signingDeps = async (now: string) => {
    const own = await inForce(now);
    return {
      ...own,
      tenant: {
        ...own.tenant,
        letters,
        signature: { ...tenant.signature, ways: assumed(["second-factor"] as const, "a test") },
      },
      pdfRenderer: { print: async (sheet: object) => new TextEncoder().encode(JSON.stringify(sheet)) },
      documents: kept(evidence),
      keptAttachments: kept(evidence),
      seals: { seal: () => around(() => seal, true) },
      siteAddress: "https://example.pe",
      verificationIndex: openVerificationIndex(claimsTable),
      signingSets: nothing,
      trustedRoots: nothing,
    };
  };
  const imports = { importRegister: nothing, importTickets: nothing, reportDownloads: nothing, importWork: nothing };
  const access = { accessChanges: nothing, staffAccounts: nothing, registers: nothing, templates: nothing };
  const handlers = {
    claims: api(claimsFunction, async (now) => claims({ ...(await inForce(now)), accountContacts: nothing }), door),
    casework: api(caseworkFunction, async (now) => staffWork(await inForce(now)), door),
    signing: api(signingRoutes, async (now) => signing(await signingDeps(now)), door),
    administration: api(
      administrationFunction,
      async (now) => administration({ ...(await inForce(now)), ...imports, ...access }),
      door,
    ),
  } satisfies Record<string, ApiHandler>;

  const sendTo = (queue: QueueName) => ({
    send: (task: object) =>
      around(() => {
        messages += 1;
        const body = JSON.stringify(task);
        sent[queue].add(body);
        queues[queue].push({ id: `m${messages}`, body });
      }),
  });
  const deliveries: PublishDeps = {
    outbox: openOutbox(claimsTable),
    queues: { inspections: sendTo("inspections"), notices: sendTo("notices"), documents: sendTo("documents") },
  };
  const provider = (kind: string) => ({
    send: () =>
      around(() => {
        mails.push(currentNotice);
        return { messageId: `${kind}${mails.length}` };
      }),
  });
  const workers: Record<QueueName, (body: unknown) => Promise<void>> = {
    inspections: async (body) => assignInspections({ ...(await inForce(clock.now)), now: () => clock.now })(body),
    notices: async (body) => {
      currentNotice = JSON.stringify(body);
      const own = { ...noticeDeps, notices, mail: provider("mail"), texts: provider("text"), now: () => clock.now };
      await sendNotices({ ...(await inForce(clock.now)), ...own })(body);
    },
    // The office's documents have their own tests; here each only has to be requested.
    documents: () => around(() => {}),
  };
  const relay = stream(relayEntry(deliveries));
  const runningOn = (name: QueueName) =>
    worker(async (body, { messageId }) => {
      await workers[name](body);
      handled.set(messageId, (handled.get(messageId) ?? 0) + 1);
    });
  const running = {
    inspections: runningOn("inspections"),
    notices: runningOn("notices"),
    documents: runningOn("documents"),
  };

  const onTable: readonly (readonly [table: string, item: Record<string, unknown>])[] = await (async () => {
    for (const [sub, role] of [
      ["analyst-1", "analyst"],
      ["inspector-1", "inspector"],
    ] as const) {
      const person = { sub, name: `PERSONA DE PRUEBA ${sub.toUpperCase()}`, extension: "101", onDuty: true };
      await stores.staffRegister.save(office, { ...person, roles: [role] });
    }
    const ledger = openReceiptLedger(billing);
    for (const month of [
      billedMonth({ period: "2026-09", number: 44_001, m3: 15 }),
      billedMonth({ period: "2026-10", number: 45_001, m3: 45 }),
    ])
      await ledger.store(ledgerRow("receipts", receiptRow(month)), "i1", undefined);
    for (const sub of claimants) await stores.supplyLinks.link(sub, "00012345", "2026-11-01T15:00:00.000Z");
    return ["claims", "billing"].flatMap((table) =>
      db.all(table).map((item) => [table, structuredClone(item)] as const),
    );
  })();
  const links = new Map<string, string>();
  for (const sub of claimants) links.set(sub, (await stores.supplyLinks.list(sub))[0]?.linkId ?? "");
  let checkpoint = 0;

  return {
    stores,
    db,
    links,
    evidence,
    quarantine,
    mails,
    queues,
    sent,
    handled,
    inForce,
    /** Restores the state before the first history. */
    reset: () => {
      db.clear();
      for (const [table, item] of onTable) db.put(table, item);
      for (const map of [evidence, quarantine, handled, notices.kept]) map.clear();
      for (const name of queueNames) {
        queues[name].length = 0;
        sent[name].clear();
      }
      mails.length = 0;
      changes.length = 0;
      checkpoint = 0;
    },
    /** Runs an act without faults; its errors are thrown. */
    alone: <Value>(what: () => Promise<Value>): Promise<Value> => {
      [fault, steps, writes, isDead] = [undefined, 0, 0, false];
      return what();
    },
    /** Runs an act with an optional fault; returns its value, or undefined if it did not reach its end. */
    run: async <Value>(what: () => Promise<Value>, met?: Fault): Promise<Value | undefined> => {
      const outer = { fault, steps, writes, isDead };
      [fault, steps, writes, isDead] = [met, 0, 0, false];
      try {
        const value = await what();
        return isDead ? undefined : value;
      } catch (failure) {
        if (failure instanceof Error && failure.message === "it does not end") throw failure;
        return undefined;
      } finally {
        ({ fault, steps, writes, isDead } = outer);
      }
    },
    /** Calls a route of a function's API; returns the status and the parsed body. */
    call: async (
      to: keyof typeof handlers,
      route: Route,
      request: {
        readonly claims: TokenClaims;
        readonly params?: Record<string, string>;
        readonly body?: unknown;
        readonly key?: string;
        readonly version?: number;
      },
    ) => {
      const { params, body, key, version } = request;
      const path = `/api${route.path.replace(/\{(\w+)\}/g, (_, name) => params?.[name] ?? "")}`;
      const event = {
        routeKey: `${route.method} /api${route.path}`,
        rawPath: path,
        headers: {
          "x-origin-key": door.originKey,
          ...(key !== undefined && { "idempotency-key": key }),
          ...(version !== undefined && { "if-match": `"${version}"` }),
          ...(body !== undefined && { "content-type": "application/json" }),
        },
        ...(params && { pathParameters: params }),
        ...(body !== undefined && { body: JSON.stringify(body) }),
        isBase64Encoded: false,
        requestContext: {
          requestId: "r",
          http: { method: route.method, path },
          authorizer: { jwt: { claims: request.claims, scopes: ["openid"] } },
        },
      } as unknown as ApiEvent;
      const answered = await handlers[to](event, context);
      const { statusCode = 0, body: text = "" } = answered as { statusCode?: number; body?: string };
      // Or nothing would be lived, and nothing found.
      if (statusCode === 415) throw new Error(`${event.routeKey} could not be read`);
      return { status: statusCode, body: text === "" ? undefined : JSON.parse(text) };
    },
    /** Gives the relay a batch of the stream; the failed rest is given again next time. Returns the passed items. */
    relay: async (most: number): Promise<readonly Record<string, unknown>[]> => {
      const batch = changes.slice(checkpoint, checkpoint + most);
      const Records = batch.map(({ image, sequence }) => ({
        dynamodb: { NewImage: marshall(image), SequenceNumber: sequence },
      }));
      const { batchItemFailures } = (await relay(
        { Records } as unknown as DynamoDBStreamEvent,
        context,
      )) as DynamoDBBatchResponse;
      const failed =
        batchItemFailures[0] && batch.findIndex(({ sequence }) => sequence === batchItemFailures[0]?.itemIdentifier);
      const passed = batch.slice(0, failed === undefined ? batch.length : Math.max(failed, 0));
      checkpoint += passed.length;
      return passed.map(({ image }) => image);
    },
    /** Drops the stream's records, as after a day: only the outbox still has the undelivered entries. */
    forgetStream: () => {
      checkpoint = changes.length;
    },
    streamLeft: () => changes.length - checkpoint,
    redeliver: redeliver({
      ...deliveries,
      backlog: openBacklog(claimsTable),
      now: () => clock.now,
      perShard: 100,
    }),
    /** Gives a worker some messages; deletes those it does not report as failed, and returns them. */
    work: async (queue: QueueName, taken: readonly Message[]): Promise<readonly Message[]> => {
      const Records = taken.map(({ id, body }) => ({
        messageId: id,
        body,
        attributes: { ApproximateReceiveCount: "1" },
      }));
      const { batchItemFailures } = (await running[queue](
        { Records } as unknown as SQSEvent,
        context,
      )) as SQSBatchResponse;
      const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
      const deleted = taken.filter(({ id }) => !failed.has(id));
      queues[queue] = queues[queue].filter((message) => !deleted.includes(message));
      return deleted;
    },
    sweep: sweep({
      ...stores,
      noticeWork: { send: () => around(() => {}) },
      documentWork: { send: () => around(() => {}) },
      uploadTasks: { send: () => around(() => {}) },
      exchangeFiles: { write: () => around(() => {}) },
      now: () => clock.now,
    }),
    /** Announces a file and puts it into quarantine. */
    upload: async (by: string, documentId: string): Promise<void> => {
      const bytes = Buffer.from(`a photo ${documentId}`);
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      const file = { fileName: "foto.jpg", contentType: "image/jpeg", sizeBytes: bytes.length, sha256 } as const;
      await stores.uploads.announce({ documentId, by, createdAt: clock.now, ...file, state: "pending" }, 100);
      quarantine.set(documentId, bytes);
    },
    scan: async (documentId: string): Promise<void> => {
      const attachments = kept(evidence);
      const pages = { write: () => around(() => {}), read: attachments.read };
      const { tenant: tenantNow, ...depsNow } = await inForce(clock.now);
      await acceptUpload({
        ...depsNow,
        tenantAt: async () => tenantNow,
        quarantinedAttachments: { read: (id: string) => around(() => quarantine.get(id), true) } as never,
        evidenceAttachments: attachments as never,
        attachmentPages: pages as never,
        officeDocuments: nothing,
        causeIn: async () => undefined,
        draw: async () => ({ pages: [], isWhole: true }),
        now: () => clock.now,
      })(documentId, { scan: "clean", versionId: "v1" });
    },
  };
}
export type SystemWorld = Awaited<ReturnType<typeof systemWorld>>;
export { queueNames };
