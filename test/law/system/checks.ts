import { caseAt, caseHeadAt, caseNow } from "../../../shared/casework/case/case-at.ts";
import { publishedTypes, queuesOf } from "../../../shared/casework/case/entry-queues.ts";
import { caseFaults } from "../../../shared/casework/check/case-faults.ts";
import { summaryAt, summaryOf } from "../../../shared/casework/claim/claim-summary.ts";
import { movedIn } from "../../../shared/casework/claim/moved-claims.ts";
import { tenantWith } from "../../../shared/casework/term/calendars-in-force.ts";
import { countedTypes, totalsOfEntry } from "../../../shared/domain/board/claim-totals.ts";
import { type CaseEvent, type CaseEventType, entriesOf } from "../../../shared/domain/case/case-events.ts";
import type { CaseFile } from "../../../shared/storage/case/case-files.ts";
import { clock } from "./clock.ts";
import type { SystemWorld } from "./world.ts";

/** The receipt a person holds for a claim they filed. */
export interface Filed {
  readonly key: string;
  readonly sub: string;
  body: object;
  claimId?: string;
  code?: string;
  /** The claim is a copy of another, so its hash chain does not verify. */
  readonly copied?: true;
}

/** A finding: the system did what it must not do. */
export class Found extends Error {}

/** The first finding, kept because the function under test may catch the error and go on. */
export const finding: { first?: Found | undefined } = {};

/** @throws {Found} with the text `what` unless `isSo` */
export function expect(isSo: boolean, what: string): void {
  if (isSo) return;
  finding.first ??= new Found(what);
  throw finding.first;
}

export async function fileOf(world: SystemWorld, claimId: string): Promise<CaseFile> {
  const file = await world.stores.caseFiles.read(claimId);
  if (!file) throw new Found(`claim ${claimId} is gone`);
  return file;
}

/** The notices recorded as sent, by their queue message; fails if one is recorded twice. */
export async function notifiedOnce(world: SystemWorld, filings: readonly Filed[]): Promise<ReadonlySet<string>> {
  const notified = new Set<string>();
  for (const { claimId, copied } of filings) {
    if (claimId === undefined || copied) continue;
    for (const { details } of entriesOf((await fileOf(world, claimId)).events, "notice-sent")) {
      const message = JSON.stringify({ claimId, seq: details.seq });
      expect(!notified.has(message), `${message} was recorded as notified twice`);
      notified.add(message);
    }
  }
  return notified;
}

/** Checks after a sweep that every head agrees with the present state of its case. */
export async function checkSwept(world: SystemWorld, filings: readonly Filed[]): Promise<void> {
  const ids = filings.flatMap(({ claimId, copied }) => (claimId === undefined || copied ? [] : claimId));
  const { tenant } = await world.inForce(clock.now);
  const versions = (await world.stores.calendarBook.versions()).filter(({ inForceFrom }) => inForceFrom <= clock.now);
  const areNotified = versions.every(({ notifiedAt }) => notifiedAt !== undefined);
  for (const head of await world.stores.caseFiles.heads(ids)) {
    expect(caseHeadAt(head, clock.now).steps.length === head.steps.length, `${head.claimId} was not swept`);
    const at = caseNow(await fileOf(world, head.claimId), tenant, clock.now);
    // An edit names the version that its page showed: only a case has it, no row of a list.
    const { version: _, ...shown } = summaryAt(at);
    const [listed, read] = [summaryOf(head, at.law, clock.now), shown].map((row) => JSON.stringify(row));
    expect(!areNotified || listed === read, `${head.claimId} is listed ${listed} and reads ${read}`);
  }
}

/** Checks the whole store at the end of a history. */
export async function checkAll(world: SystemWorld, filings: readonly Filed[]): Promise<void> {
  const items = world.db.all("claims");
  const heads = items.filter(({ sk, pk }) => sk === "HEAD" && String(pk).startsWith("CLAIM#"));
  const copies = new Set(filings.flatMap(({ claimId, copied }) => (copied && claimId ? claimId : [])));
  for (const { claimId, code, copied } of filings) {
    const isThere = heads.some((head) => head["claimId"] === claimId && head["code"] === code);
    expect(claimId === undefined || copied === true || isThere, `acknowledged ${code} is gone`);
  }
  const taken = { attachments: new Map<string, string>(), numbers: new Map<string, string>() };
  for (const claimId of heads.map((head) => String(head["claimId"])).filter((id) => !copies.has(id))) {
    const file = await fileOf(world, claimId);
    const code = items.find(({ pk }) => pk === `CODE#${file.head.code}`);
    expect(code?.["claimId"] === claimId, `code ${file.head.code} of ${claimId} is of ${code?.["claimId"]}`);
    checkRules(world, file);
    checkTotals(world, file);
    for (const event of file.events) checkEntry(world, file, event, taken);
    await checkMoved(world, file);
  }
  for (const item of items) checkItem(world, item);
  await notifiedOnce(world, filings);
}

function checkItem(world: SystemWorld, item: Readonly<Record<string, unknown>>): void {
  expect(item["undeliveredShard"] === undefined, `${item["pk"]} ${item["sk"]} is still in the outbox`);
  const isKept = world.evidence.has(String(item["documentId"]));
  const isReceived = item["sk"] === "UPLOAD" && item["state"] === "received";
  expect(!isReceived || isKept, `attachment ${item["documentId"]} is marked received and is not kept`);
}

/** Checks the rules that `npm run fsck` checks; `listed` only after a sweep (`checkSwept`). */
function checkRules({ stores: { tenant } }: SystemWorld, file: CaseFile): void {
  const [fault] = caseFaults(file, tenant, clock.now).filter(({ rule }) => rule !== "listed");
  expect(fault === undefined, `${fault?.claimId}: ${fault?.rule}: ${fault?.says}`);
}

/** Checks that the totals change with the entries that are counted, and with no other. */
function checkTotals({ stores: { tenant } }: SystemWorld, { head: { claimId }, events }: CaseFile): void {
  const counted: ReadonlySet<CaseEventType> = new Set(countedTypes);
  for (const { seq, type } of events) {
    const changed = Object.keys(totalsOfEntry(events, seq, tenant.calendars.COMPANY.value)).length > 0;
    expect(counted.has(type) || !changed, `${type} ${seq} of ${claimId} changes the totals and is not counted`);
  }
}

interface Taken {
  readonly attachments: Map<string, string>;
  readonly numbers: Map<string, string>;
}

/** Checks that an entry reached its queues, and that its attachments and its number belong to no other claim. */
function checkEntry(world: SystemWorld, { head: { claimId } }: CaseFile, event: CaseEvent, taken: Taken): void {
  const { type, seq, details } = event;
  for (const queue of publishedTypes.has(type) ? queuesOf(type) : [])
    expect(
      world.sent[queue].has(JSON.stringify({ claimId, seq })),
      `${type} ${seq} of ${claimId} never reached ${queue}`,
    );
  for (const { documentId } of "attachments" in details ? (details.attachments ?? []) : []) {
    const other = taken.attachments.get(documentId) ?? claimId;
    expect(other === claimId, `attachment ${documentId} is in ${other} and ${claimId}`);
    taken.attachments.set(documentId, claimId);
  }
  if (event.type !== "document-frozen") return;
  const { number } = event.details;
  expect(!taken.numbers.has(number), `number ${number} is of ${taken.numbers.get(number)} and ${claimId}`);
  taken.numbers.set(number, claimId);
}

/** Entries that end no term. After any other entry, a date that a version moved may no longer apply. */
const harmless: ReadonlySet<CaseEventType> = new Set([
  "dates-moved",
  "notice-sent",
  "inspection-assigned",
  "attachment-checked",
  "manager-alerted",
  "visit-moved",
  "hearing-moved",
  "lapse-notified",
  "queja-filed",
]);

/** Checks that the case notifies each calendar version that moved a date of a running claim. */
async function checkMoved(world: SystemWorld, file: CaseFile): Promise<void> {
  const versions = (await world.stores.calendarBook.versions()).filter(({ inForceFrom }) => inForceFrom <= clock.now);
  const { tenant } = world.stores;
  const [filing] = file.events;
  const notified = entriesOf(file.events, "dates-moved").map(({ details }) => details.version);
  for (const [at, { number, inForceFrom }] of versions.entries()) {
    const since = file.events.filter(({ recordedAt }) => recordedAt > inForceFrom);
    if (!filing || inForceFrom <= filing.recordedAt || since.some(({ type }) => !harmless.has(type))) continue;
    const events = file.events.filter(({ recordedAt }) => recordedAt <= inForceFrom);
    const whole = tenantWith(tenant, versions);
    const [then, now] = [caseAt({ ...file, events }, whole, inForceFrom), caseAt(file, whole, clock.now)];
    // The term lapsed before anybody could be notified.
    if (then.claim.state !== now.claim.state) continue;
    const before = { tenant: tenantWith(tenant, versions.slice(0, at)), at: inForceFrom };
    const after = { tenant: tenantWith(tenant, versions.slice(0, at + 1)), at: inForceFrom };
    const moved = movedIn({ ...file, events }, before, after).filter(
      ({ kept, to }) => !kept && to >= clock.now.slice(0, 10),
    );
    const isNotified = moved.length === 0 || notified.some((version) => version >= number);
    expect(isNotified, `version ${number} moved ${moved[0]?.clock} of ${file.head.claimId} and nobody was notified`);
  }
}
