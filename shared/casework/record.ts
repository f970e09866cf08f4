import type { Tenant } from "../../tenants/tenant.ts";
import { type Answer, type RefusalKind, refused } from "../contract/refusals.ts";
import type { WriteKey, WriteRefusal } from "../contract/route.ts";
import { type CaseEvent, type CaseFact, type CaseNote, isFact } from "../domain/case-events.ts";
import { apply, claimAt } from "../domain/claim.ts";
import { clockChanges } from "../domain/clock-changes.ts";
import { ok } from "../domain/result.ts";
import type { CaseFile, CaseFiles, CaseHead } from "../storage/case-files.ts";
import { pauseBefore, type Write } from "../storage/dynamodb.ts";
import type { Holds } from "../storage/holds.ts";
import type { StaffRegister } from "../storage/staff-register.ts";
import { actedSubmissions } from "./acted-submissions.ts";
import { type CaseAt, caseAt, caseNow, caseUpTo, headAfter, isHeadOver, momentOf } from "./case-at.ts";
import type { CaseLaw } from "./claim-law.ts";
import { publishedTypes } from "./entry-queues.ts";
import { receiptWrites } from "./receipt-changes.ts";
import { refusalWords } from "./refusal-words.ts";
import { toSignWrites } from "./to-sign.ts";

/** What recording in a case works with. */
export interface CaseDeps {
  readonly tenant: Tenant;
  readonly caseFiles: CaseFiles;
  readonly holds: Holds;
  readonly staffRegister: StaffRegister;
}

/** What to write in a case, and what else changes with it or not at all. Without entries the version stays. */
export interface Decision {
  readonly entries: readonly (CaseFact | CaseNote)[];
  readonly also?: readonly Write[];
}

/** A write to a case: of which, when, by which key, on which version (absent: on whatever it is now). */
export interface CaseWrite {
  readonly claimId: string;
  readonly now: string;
  readonly write?: WriteKey | undefined;
  readonly version?: number | undefined;
}

export type RecordRefusal = "claim-not-found" | "not-now" | WriteRefusal;

const tries = 6;

/**
 * Records what `decide` makes of a case as it is now, in one transaction with its version, its holds and whatever goes
 * along; somebody writing first makes it decide again. A key seen before answers what that write made, and writes
 * nothing. What the law does not take is refused with its reason.
 */
export async function record<Kind extends RefusalKind = never>(
  deps: CaseDeps,
  request: CaseWrite,
  decide: (at: CaseAt) => Answer<Decision, Kind> | Promise<Answer<Decision, Kind>>,
): Promise<Answer<CaseAt, Kind | RecordRefusal>> {
  const { write } = request;
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const file = await deps.caseFiles.read(request.claimId);
    if (!file) return refused("claim-not-found");
    const settled = settledBy(file, request, deps.tenant);
    if (settled) return settled;
    const at = caseNow(file, deps.tenant, request.now);
    const decided = await decide(at);
    if (!decided.ok) return (await madeMeanwhile(deps, request)) ?? decided;
    const events = judgedEntries(file.events, decided.value.entries, at.law, at.now);
    if (!events.ok) return events;
    const after = [...file.events, ...events.value];
    const head = headAfter(file.head, after, at.law, at.now);
    const also = [...(decided.value.also ?? []), ...(await alongWith(deps, at, head, after))];
    const result = await deps.caseFiles.append(file, {
      events: events.value,
      head,
      write,
      published: publishedTypes,
      also,
    });
    if (result === "appended") return ok(caseAt(await reread(deps, request.claimId), deps.tenant, at.now));
    await pauseBefore(attempt);
  }
  return refused(request.version === undefined ? "busy" : "version-stale");
}

/**
 * The writes of entries in another case, to go along with what is recorded in one: all or none. Their condition refuses
 * when somebody writes in it first.
 */
export async function writesIn(
  deps: CaseDeps,
  { claimId, now }: Pick<CaseWrite, "claimId" | "now">,
  entriesOf: (at: CaseAt) => Decision["entries"],
): Promise<Answer<readonly Write[], "claim-not-found" | "not-now">> {
  const file = await deps.caseFiles.read(claimId);
  if (!file) return refused("claim-not-found");
  const at = caseNow(file, deps.tenant, now);
  const events = judgedEntries(file.events, entriesOf(at), at.law, at.now);
  if (!events.ok) return events;
  const after = [...file.events, ...events.value];
  const head = headAfter(file.head, after, at.law, at.now);
  const along = await alongWith(deps, at, head, after);
  return ok([
    ...deps.caseFiles.appendWrites(file, { events: events.value, head, published: publishedTypes, also: [] }),
    ...along,
  ]);
}

/** What a decision refused may be what the same write did a moment ago, between the read of the case and of its attachments. */
async function madeMeanwhile(
  { caseFiles, tenant }: CaseDeps,
  { claimId, now, write }: CaseWrite,
): Promise<Answer<CaseAt, WriteRefusal> | undefined> {
  const file = write && (await caseFiles.read(claimId));
  return file && settledBy(file, { claimId, now, write }, tenant);
}

/** What answers a write before anything is decided: it was made already, on another version, or by calendars no longer in force. */
function settledBy(
  file: CaseFile,
  { now, write, version }: CaseWrite,
  tenant: Tenant,
): Answer<CaseAt, WriteRefusal> | undefined {
  const made = write && file.marks.find(({ key }) => key === write.key);
  if (made)
    return made.contentHash === write.contentHash ? ok(caseUpTo(file, made.seq, tenant)) : refused("write-key-used");
  if (version !== undefined && isStale(file, version)) return refused("version-stale");
  // Somebody wrote under calendars that came since: asked again, it is judged by them.
  const { calendarsUntil } = tenant;
  return calendarsUntil !== undefined && momentOf(file, now) >= calendarsUntil ? refused("busy") : undefined;
}

/** Whether more was written since than documents that workers made of what was there: those change nothing one decides on. */
function isStale({ head, events }: CaseFile, version: number): boolean {
  return version > head.version || events.slice(version).some(({ type }) => type !== "document-added");
}

async function reread({ caseFiles }: CaseDeps, claimId: string) {
  const file = await caseFiles.read(claimId);
  if (!file) throw new Error(`case ${claimId} is gone after an entry was written in it`);
  return file;
}

/** Entries with their places, each fact judged by the law after those before it and with what it did to the clocks. */
export function judgedEntries(
  before: readonly CaseEvent[],
  entries: Decision["entries"],
  law: CaseLaw,
  now: string,
): Answer<readonly CaseEvent[], "not-now"> {
  const events: CaseEvent[] = [];
  for (const entry of entries) {
    const history = [...before, ...events];
    const place = { seq: history.length + 1, recordedAt: now };
    if (!isFact(entry)) {
      events.push({ ...entry, ...place });
      continue;
    }
    const facts = history.filter(isFact);
    const applied = apply(facts, entry, law, now);
    if (!applied.ok) return refused("not-now", { detail: refusalWords[applied.error] });
    events.push({ ...entry, ...place, clocks: clockChanges(claimAt(facts, law, now), applied.value, law, now) });
  }
  return ok(events);
}

/**
 * What follows from a case's next head and its entries by then: its receipts held, released or adjusted, its owner
 * relieved, or charged with it again, its documents on the list of who signs or off it, what was filed in it and acted on
 * off the clerk's.
 */
export async function alongWith(
  deps: CaseDeps,
  { file, law, now }: CaseAt,
  next: CaseHead,
  events: readonly CaseEvent[] = file.events,
): Promise<readonly Write[]> {
  const { head } = file;
  const ended = Number(isHeadOver(next)) - Number(isHeadOver(head));
  return [
    ...toSignWrites(deps.caseFiles, file, events, { law, now }),
    ...(await receiptWrites(deps, head, next, { events, law, now })),
    ...(await actedSubmissions(deps.caseFiles, file, { head: next, events }, now)),
    ...(head.owner && ended !== 0 ? [deps.staffRegister.count(head.office, head.owner.sub, ended > 0 ? -1 : 1)] : []),
  ];
}
