import * as claimRoutes from "../../../shared/contract/claim/claim-routes.ts";
import * as signingRoutes from "../../../shared/contract/resolution/signing-routes.ts";
import * as calendarRoutes from "../../../shared/contract/term/calendar-routes.ts";
import { unsignedIn } from "../../../shared/domain/resolution/frozen-documents.ts";
import type { StaffRole } from "../../../shared/domain/work/people.ts";
import { staffWorkRoutes } from "../../functions/staff-work.ts";
import { checkAll, checkSwept, expect, type Filed, Found, fileOf, finding, notifiedOnce } from "./checks.ts";
import { below, clock, seedDice } from "./clock.ts";
import { claimants, type Fault, queueNames, type SystemWorld, systemWorld } from "./world.ts";

interface History {
  readonly world: SystemWorld;
  readonly filings: Filed[];
  readonly uploads: { readonly by: string; readonly documentId: string }[];
  steps: string[];
  /** The claimant whose filing is interrupted at the moment. */
  filing: string | undefined;
  /**
   * The counter of resolution numbers was lost: until it is restored, the office must give no number, and never one
   * twice.
   */
  isCounterLost: boolean;
}

const minutes = (amount: number): void => {
  clock.now = new Date(Date.parse(clock.now) + amount * 60_000).toISOString();
};
const of = <Value>(values: readonly Value[]): Value => values[below(values.length)] as Value;
const staffOf = (role: StaffRole) => ({ token_use: "access", sub: `${role}-1`, "cognito:groups": `[${role}]` });
const customerOf = (sub: string) => ({ token_use: "access", sub });
/** What the office records of its own prints, messages and codes, which makes nobody's edit stale. */
const ofTheOffice: ReadonlySet<string> = new Set([
  "document-added",
  "contact-code-asked",
  "confirmation-asked",
  "notice-sent",
  "notice-delivered",
  "notice-delayed",
  "hearing-reminded",
  "act-reminded",
]);
let keys = 0;
const newKey = (): string => {
  keys += 1;
  return `key-of-its-own-${String(keys).padStart(8, "0")}`;
};

/** Draws a fault for one run in three: a failed step, a killed process, or another actor in between. */
function faultOf(history: History, steps: number): Fault | undefined {
  if (below(3) > 0) return undefined;
  // An interruption matters most between a read and the write based on it.
  if (below(2) === 0) return interrupted(history, 1 + below(Math.min(4, steps)));
  const what = of(["waits", "fails", "fails-after", "is-killed", "is-killed-after"] as const);
  const step = { at: 1 + below(steps), among: "steps" } as const;
  return what === "waits" ? { ...interrupted(history, 0), ...step } : { ...step, what };
}

/** A fault in which another actor acts just before one of the run's writes. */
function interrupted(history: History, at: number): Fault & { what: "waits" } {
  return { at, among: "writes", what: "waits", meanwhile: () => meanwhile(history) };
}

/** A whole act of another actor between two steps of a run, without a fault of its own. */
async function meanwhile(history: History): Promise<void> {
  const isFiling = history.filing !== undefined && below(2) === 0;
  const one = isFiling ? files : of([files, files, edits, edits, complains, complains, sweeps, works] as const);
  await one(history, undefined);
}

type Act = (history: History, met: Fault | undefined) => Promise<void>;

const said = {
  claimant: {
    givenNames: "CLIENTE",
    paternalSurname: "DE PRUEBA",
    maternalSurname: "UNO",
    document: { kind: "DNI", number: "00000001" },
    standing: { as: "holder" },
    address: "CALLE FICTICIA 101",
    telephone: "900000001",
    email: "cliente@example.pe",
    notifyByEmail: true,
  },
  claimType: "F01",
  grounds: "Usé menos agua de la que dice.",
  request: "bill-normal-use",
  leakCheck: "none-found",
  meterTest: false,
  visitPreference: "any",
  receipts: [{ number: "S001-00045001", period: "2026-10" }],
};

/** Chooses a filing: a new claim, or a repeat of an earlier key with the same or with other content. */
async function filingOf(
  history: History,
): Promise<{ readonly filed: Filed; readonly body: object; readonly isOther: boolean }> {
  const { world, filings } = history;
  const own = filings.filter(({ copied }) => !copied);
  const before = own.length > 0 && below(3) === 0 ? of(own) : undefined;
  const isOther = before !== undefined && below(3) === 0;
  if (before && !isOther) return { filed: before, body: before.body, isOther };
  const sub = before?.sub ?? history.filing ?? of(claimants);
  if (below(3) === 0) await uploads(history, undefined, sub);
  const uploadIds = below(4) > 0 ? lastAttachmentOf(history, sub) : [];
  const body = {
    ...said,
    linkId: world.links.get(sub),
    uploadIds,
    grounds: `Usé menos agua, ${newKey()}.`,
  };
  return { filed: before ?? { key: newKey(), sub, body }, body, isOther };
}

/** The last attachment a person uploaded, filed or not. */
function lastAttachmentOf({ uploads: attachments }: History, sub: string): readonly string[] {
  return attachments
    .filter(({ by }) => by === sub)
    .map(({ documentId }) => documentId)
    .slice(-1);
}

/** Files a claim and checks that an idempotency key makes one claim, from the content first sent with it. */
async function files(history: History, met: Fault | undefined): Promise<void> {
  const { world, filings, steps } = history;
  const { filed, body, isOther } = await filingOf(history);
  const { key, sub, claimId: known } = filed;
  steps.push(`${clock.now} files ${key}${isOther ? " with other content" : ""} ${JSON.stringify(met ?? {})}`);
  // Another filing in between comes from the same person in another tab, with the same attachments.
  history.filing = met?.what === "waits" ? sub : undefined;
  const request = { claims: customerOf(sub), body, key };
  const answered = await world.run(() => world.call("claims", claimRoutes.fileClaim, request), met);
  history.filing = undefined;
  if (!filings.includes(filed)) filings.push(filed);
  if (answered?.status === 201) {
    const { claimId, code } = answered.body;
    expect(!isOther || known === undefined, `key ${key} was taken with other content`);
    expect((filed.claimId ?? claimId) === claimId, `key ${key} made ${filed.claimId} and ${claimId}`);
    Object.assign(filed, { body, claimId, code });
  } else if (known !== undefined && met === undefined) {
    const wanted = isOther ? 409 : 201;
    expect(answered?.status === wanted, `a repeat of ${key}, which made ${known}, answers ${answered?.status}`);
  }
}

const ofFile = ({ filings }: History): (Filed & { claimId: string }) | undefined => {
  const made = filings.filter((one): one is Filed & { claimId: string } => one.claimId !== undefined && !one.copied);
  return made.length > 0 ? of(made) : undefined;
};

/** Checks that a request without a competitor is not refused as busy or outdated, and does not fail. */
function expectFree({ status, body }: Awaited<ReturnType<SystemWorld["call"]>>, what: string): void {
  const isFree = status !== 412 && status < 500 && body.type !== "urn:caudal:busy";
  expect(isFree, `${what} answers ${status} ${body.type ?? ""}`);
}

/** A member of staff or the claimant writes in a case, on its version or on an outdated one, which must be refused. */
async function edits(history: History, met: Fault | undefined): Promise<void> {
  const { world } = history;
  const filed = ofFile(history);
  if (!filed) return;
  const { claimId, sub } = filed;
  const params = { claimId };
  const { head, events } = await fileOf(world, claimId);
  const key = newKey();
  const behind = below(3) === 0 && head.version > 1 ? 1 + below(head.version - 1) : 0;
  const version = head.version - behind;
  const isStale = events.slice(version).some(({ type }) => !ofTheOffice.has(type));
  const asked = events.findLast(({ type }) => type === "withdrawal-requested" || type === "withdrawal-accepted");
  if (unsignedIn(events).length > 0 && below(2) === 0) return signs(history, claimId, met);
  const act = asked?.type === "withdrawal-requested" && below(2) === 0 ? 3 : of([0, 0, 1, 2, 3, 4, 4, 4, 5]);
  const staffed = (role: StaffRole, route: Parameters<SystemWorld["call"]>[1], body: object) =>
    world.call("casework", route, { claims: staffOf(role), params, body, key, version });
  history.steps.push(`${clock.now} edits ${claimId} act ${act} on ${version} of ${head.version}`);
  const answered = await world.run(() => {
    switch (act) {
      case 0:
        return staffed("clerk", staffWorkRoutes.admitClaim, { outcome: "accepted" });
      case 1:
        return staffed("clerk", staffWorkRoutes.observeClaim, { defects: ["Falta el poder."] });
      case 2:
        return staffed("clerk", staffWorkRoutes.notifyObservation, { how: "notified-by-telephone" });
      case 3:
        return world.call("signing", signingRoutes.acceptWithdrawal, {
          claims: staffOf("resolver"),
          params,
          body: {},
          key,
          version,
        });
      case 4: {
        const body = { of: "procedure", reason: "Ya no." };
        return world.call("claims", claimRoutes.withdrawClaim, { claims: customerOf(sub), params, body, key });
      }
      default: {
        const body = { answer: "Aquí está.", uploadIds: [] };
        return world.call("claims", claimRoutes.remedyClaim, { claims: customerOf(sub), params, body, key });
      }
    }
  }, met);
  if (answered && act < 4 && isStale)
    expect(answered.status >= 400, `an edit on version ${version} of ${head.version} was taken`);
  // Without a competitor and on the current version, the act must not be refused as busy.
  if (answered && met === undefined && act === 3 && !isStale && !history.isCounterLost)
    expectFree(answered, "an acceptance alone");
}

/** A claimant files a queja, whatever the state of the claim. */
async function complains(history: History, met: Fault | undefined): Promise<void> {
  const { world, steps } = history;
  const filed = ofFile(history);
  if (!filed) return;
  const { claimId, sub } = filed;
  const uploadIds = below(2) === 0 ? lastAttachmentOf(history, sub) : [];
  const body = { ground: "delay", duty: "Resolver en plazo.", facts: "No resuelven.", uploadIds };
  const request = { claims: customerOf(sub), params: { claimId }, body, key: newKey() };
  steps.push(`${clock.now} complains of ${claimId} with ${uploadIds.join()} ${JSON.stringify(met ?? {})}`);
  const answered = await world.run(() => world.call("claims", claimRoutes.fileQueja, request), met);
  if (answered && met === undefined) expectFree(answered, "a queja alone");
}

async function passes(history: History): Promise<void> {
  const amount = of([1, 5, 61, 600, 1440, 3 * 1440, 6 * 1440, 20 * 1440, 40 * 1440]);
  history.steps.push(`${clock.now} passes ${amount} minutes`);
  minutes(amount);
  if (amount > 1440) history.world.forgetStream();
}

async function uploads(history: History, met: Fault | undefined, by: string = of(claimants)): Promise<void> {
  const documentId = `attachment-${history.uploads.length}`;
  const sent = await history.world.run(async () => {
    await history.world.upload(by, documentId);
    return true;
  }, met);
  history.steps.push(`${clock.now} uploads ${documentId}`);
  if (sent) history.uploads.push({ by, documentId });
}

async function scans(history: History, met: Fault | undefined): Promise<void> {
  const attachment = history.uploads.length > 0 ? of(history.uploads) : undefined;
  history.steps.push(`${clock.now} scans ${attachment?.documentId}`);
  if (attachment) await history.world.run(() => history.world.scan(attachment.documentId), met);
}

/** The relay handles a batch of the stream; checks that the entries it passed have left the outbox. */
async function relays(history: History, met: Fault | undefined): Promise<void> {
  const { world } = history;
  const passed = (await world.run(() => world.relay(1 + below(6)), met)) ?? [];
  history.steps.push(`${clock.now} relays ${passed.length} ${JSON.stringify(met ?? {})}`);
  const items = new Map(world.db.all("claims").map((item) => [`${item["pk"]} ${item["sk"]}`, item]));
  for (const { pk, sk, undeliveredAt } of passed) {
    const now = items.get(`${pk} ${sk}`);
    expect(
      undeliveredAt === undefined || now?.["undeliveredAt"] === undefined,
      `the stream passed ${pk} ${sk}, which is not delivered`,
    );
  }
}

async function redelivers({ world, steps }: History, met: Fault | undefined): Promise<void> {
  steps.push(`${clock.now} redelivers`);
  await world.run(() => world.redeliver(), met);
}

/** A worker takes messages; one time in ten the handled messages are delivered again. */
async function works(history: History, met: Fault | undefined): Promise<void> {
  const { world } = history;
  const queue = of(queueNames);
  const waiting = world.queues[queue];
  if (waiting.length === 0) return;
  const taken = waiting.slice(0, 1 + below(4));
  const notified: ReadonlySet<string> = queue === "notices" ? await notifiedOnce(world, history.filings) : new Set();
  const before = world.mails.length;
  const deleted = (await world.run(() => world.work(queue, taken), met)) ?? [];
  history.steps.push(
    `${clock.now} works ${queue} ${taken.map(({ body }) => body).join()} ${JSON.stringify(met ?? {})}`,
  );
  for (const { id, body } of deleted)
    expect(world.handled.has(id), `message ${body} was deleted and nobody handled it`);
  for (const mail of world.mails.slice(before))
    expect(!notified.has(mail), `${mail} was sent again after it was recorded`);
  if (deleted.length > 0 && below(10) === 0) world.queues[queue].push(...deleted);
}

async function sweeps(history: History, met: Fault | undefined): Promise<void> {
  const { world, steps, filings } = history;
  if (below(2) === 0) await passes(history);
  steps.push(`${clock.now} sweeps ${JSON.stringify(met ?? {})}`);
  const done = await world.run(async () => {
    await world.sweep();
    return true;
  }, met);
  if (!done || met !== undefined) return;
  await world.alone(() => checkSwept(world, filings));
}

const spare = ["2026-12-03", "2026-12-10", "2026-12-16", "2026-12-18", "2026-12-22", "2027-01-05", "2027-01-11"];

/** A manager changes the calendars, for a day that may be past. */
async function decrees(history: History, met: Fault | undefined): Promise<void> {
  const { world } = history;
  const date = of(spare);
  const change = {
    action: "add",
    reason: "decreed",
    date,
    name: "Día de prueba",
    source: "DS 000",
    scope: ["COMPANY", "USER"],
  };
  const body = { changes: [change], why: "Lo dispone el decreto." };
  const version = (await world.stores.calendarBook.versions()).length;
  const request = { claims: staffOf("manager"), body, key: newKey(), version };
  await world.run(() => world.call("administration", calendarRoutes.changeCalendars, request), met);
  history.steps.push(`${clock.now} decrees ${date}`);
}

/** Signs all unsigned documents of a case. */
async function signs({ world, steps }: History, claimId: string, met?: Fault): Promise<void> {
  const { events } = await fileOf(world, claimId);
  const documents = unsignedIn(events).map(({ document: { sha256 } }) => ({ claimId, sha256 }));
  if (documents.length === 0) return;
  const claims = { ...staffOf("signer"), auth_time: String(Date.parse(clock.now) / 1000) };
  const body = { documents, signature: { way: "second-factor" } };
  steps.push(`${clock.now} signs ${documents.length} of ${claimId} ${JSON.stringify(met ?? {})}`);
  await world.run(() => world.call("signing", signingRoutes.signDocuments, { claims, body, key: newKey() }), met);
}

/** A claimant withdraws, and the office accepts the withdrawal. */
async function withdraws(history: History): Promise<void> {
  const { world, steps } = history;
  const filed = ofFile(history);
  if (!filed) return;
  const { claimId, sub } = filed;
  const params = { claimId };
  const asked = { claims: customerOf(sub), params, body: { of: "procedure", reason: "Ya no." }, key: newKey() };
  await world.run(() => world.call("claims", claimRoutes.withdrawClaim, asked));
  const { version } = (await fileOf(world, claimId)).head;
  const accepted = { claims: staffOf("resolver"), params, body: {}, key: newKey(), version };
  await world.run(() => world.call("signing", signingRoutes.acceptWithdrawal, accepted));
  await signs(history, claimId);
  steps.push(`${clock.now} withdraws ${claimId}`);
}

/**
 * Deletes the counter of resolution numbers, as if an item were restored without the others; then asks for some
 * numbers.
 */
async function loses(history: History): Promise<void> {
  const { world, steps } = history;
  const [counter] = world.db.all("claims").filter(({ pk, sk }) => sk === "LAST" && String(pk).startsWith("NUMBERS#"));
  if (!counter) return;
  world.db.remove("claims", counter);
  history.isCounterLost = true;
  steps.push(`${clock.now} loses ${counter["pk"]}`);
  for (let once = 0; once < 2; once += 1) await withdraws(history);
}

/** Copies one claim 52 times in the store, for work that is done page by page. */
async function crowds(history: History): Promise<void> {
  const { world, filings } = history;
  const filed = ofFile(history);
  if (!filed || filings.some(({ copied }) => copied)) return;
  // A number belongs to one claim, so a document that waits with a number cannot be copied.
  if (unsignedIn((await fileOf(world, filed.claimId)).events).length > 0) return;
  const items = world.db.all("claims").filter(({ pk }) => pk === `CLAIM#${filed.claimId}`);
  for (let at = 0; at < 52; at += 1) {
    const claimId = `${filed.claimId}${String(at).padStart(2, "0")}`;
    for (const item of items) {
      const text = JSON.stringify(item).replaceAll(filed.claimId, claimId);
      const { undeliveredShard: _, undeliveredAt: __, ...kept } = JSON.parse(text);
      world.db.put("claims", kept);
    }
    filings.push({ ...filed, key: `copy ${claimId}`, claimId, copied: true });
  }
  history.steps.push(`${clock.now} crowds`);
}

const acts: readonly (readonly [weight: number, steps: number, act: Act])[] = [
  [5, 45, files],
  [6, 25, edits],
  [2, 25, complains],
  [3, 1, passes],
  [2, 6, uploads],
  [3, 12, scans],
  [4, 12, relays],
  [3, 8, redelivers],
  [6, 25, works],
  [3, 25, sweeps],
  [1, 8, decrees],
  [2, 1, loses],
];

/**
 * Draws the mixture of acts of one history: some often, others never, which reaches more states than an even mixture.
 */
function bagOf(): typeof acts {
  const bag = acts.flatMap((row) => Array.from({ length: row[0] * of([0, 1, 1, 3]) }, () => row));
  return bag.length > 0 ? bag : acts;
}

/** Runs the relay, the redelivery and then the workers until every queue is empty. */
async function drainsQueues(history: History): Promise<void> {
  const { world } = history;
  while (world.streamLeft() > 0) await relays(history, undefined);
  minutes(10);
  await world.alone(() => world.redeliver());
  for (let turn = 0; turn < 60; turn += 1) await works(history, undefined);
  for (const queue of queueNames) {
    const left = world.queues[queue];
    if (left.length > 0) await world.alone(() => world.work(queue, left));
  }
}

/** Finishes all pending work without faults: queues, attachment scans, sweeps. None of them may fail. */
async function drains(history: History): Promise<void> {
  const { world, uploads: attachments } = history;
  await drainsQueues(history);
  for (const { documentId } of attachments) await world.alone(() => world.scan(documentId));
  // Lets a whole term lapse for all copies at once.
  if (history.filings.some(({ copied }) => copied)) minutes(60 * 1440);
  // One sweep is interrupted by somebody who writes in a claim just before the sweep does.
  await sweeps(history, interrupted(history, 1 + below(3)));
  await sweeps(history, undefined);
  for (let round = 0; round < 2; round += 1) {
    await world.alone(() => world.sweep()).catch((failure: unknown) => expect(false, `the sweep fails: ${failure}`));
    await drainsQueues(history);
  }
}

/** Runs one history; returns the finding and the steps that led to it, or undefined. */
async function live(world: SystemWorld, seed: number): Promise<string | undefined> {
  seedDice(seed);
  keys = 0;
  finding.first = undefined;
  clock.now = "2026-11-23T15:00:00.000Z";
  world.reset();
  const history: History = { world, filings: [], uploads: [], steps: [], filing: undefined, isCounterLost: false };
  const bag = bagOf();
  try {
    await uploads(history, undefined);
    await files(history, undefined);
    const length = 6 + below(16);
    const crowdAt = below(25) === 0 ? below(length) : -1;
    for (let at = 0; at < length; at += 1) {
      const [, steps, act] = of(bag);
      await act(history, faultOf(history, steps));
      if (finding.first) throw finding.first;
      if (at === crowdAt) await crowds(history);
      minutes(1);
    }
    await drains(history);
    await checkAll(world, history.filings);
    if (finding.first) throw finding.first;
    return undefined;
  } catch (failure) {
    const why = failure instanceof Found ? failure.message : `${failure instanceof Error ? failure.stack : failure}`;
    return [`seed ${seed}: ${why}`, ...history.steps].join("\n");
  }
}

/** Runs histories while `mayGoOn` allows, up to `most`; returns how many ran and the first finding. */
export async function liveHistories(
  most: number,
  seed: number,
  mayGoOn: () => boolean,
): Promise<{ readonly runs: number; readonly found?: string }> {
  const world = await systemWorld();
  for (let at = 0; at < most; at += 1) {
    if (!mayGoOn()) return { runs: at };
    const found = await live(world, seed + at);
    if (found !== undefined) return { runs: at + 1, found };
  }
  return { runs: most };
}
