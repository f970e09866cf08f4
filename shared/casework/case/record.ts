import { type Answer, type RefusalKind, refused } from "../../contract/refusals.ts";
import type { WriteKey, WriteRefusal } from "../../contract/route.ts";
import {
  type CaseEvent,
  type CaseEventType,
  type CaseFact,
  type CaseNote,
  isFact,
} from "../../domain/case/case-events.ts";
import { officeTraces } from "../../domain/case/case-notes.ts";
import { apply, claimAt } from "../../domain/case/claim.ts";
import { ok } from "../../domain/case/result.ts";
import { clockChanges } from "../../domain/term/clock-changes.ts";
import type { Holds } from "../../storage/billing/holds.ts";
import type { CaseFile, CaseFiles } from "../../storage/case/case-files.ts";
import type { CaseHead } from "../../storage/case/case-head.ts";
import { pauseBefore, type Write } from "../../storage/dynamodb.ts";
import type { StaffRegister } from "../../storage/register/staff-register.ts";
import type { Tenant } from "../../tenant/tenant.ts";
import { receiptWrites } from "../receipt/receipt-changes.ts";
import { toSignWrites } from "../resolution/to-sign.ts";
import { actedSubmissions } from "../submission/acted-submissions.ts";
import { type CaseAt, caseAt, caseNow, caseUpTo, headAfter, isOffLists, momentOf } from "./case-at.ts";
import type { CaseLaw } from "./claim-law.ts";
import { publishedTypes } from "./entry-queues.ts";
import { refusalWords } from "./law-refusal-words.ts";

export interface CaseDeps {
  readonly tenant: Tenant;
  readonly caseFiles: CaseFiles;
  readonly holds: Holds;
  readonly staffRegister: StaffRegister;
}

/**
 * The entries to record in a case and other writes of the same transaction. Without entries the case's version stays.
 */
export interface Decision {
  readonly entries: readonly (CaseFact | CaseNote)[];
  readonly also?: readonly Write[];
}

/** A request to write in a case. */
export interface CaseWrite {
  readonly claimId: string;
  readonly now: string;
  readonly write?: WriteKey | undefined;
  /** How many entries the case had when its page was shown; absent: any version will do. */
  readonly version?: number | undefined;
  /**
   * How many entries the case has at least, as the caller knows; `version` says the same. Then the first attempt reads
   * for half the units a case that may lack the last moments; nothing is refused or left undone because of it.
   */
  readonly reached?: number | undefined;
  /**
   * Whether deciding takes long, as printing does. Then nothing is written before it was read what came meanwhile,
   * since a transaction that fails is billed. A decision of notes alone is kept then, and not made again.
   */
  readonly slow?: boolean | undefined;
  /**
   * Whether deciding counts something outside the case, as it does an attempt at a code. Then it is never decided on a
   * case that may lack the last moments, since that may have to be decided again.
   */
  readonly counted?: boolean | undefined;
  /** The case as it was read a moment ago, which the first attempt decides on instead of reading it again. */
  readonly known?: CaseFile | undefined;
}

/**
 * `claim-not-found`: there is no such claim. `not-now`: the law does not allow an entry. `write-key-used`: the key was
 * used for other content. `version-stale`: an entry that is none of `officeTraces` came after `version`. `busy`: the
 * calendars of the tenant are no longer in force. If other writes come first in six attempts: `version-stale` if there
 * is a `version`, and `busy` if not.
 */
export type RecordRefusal = "claim-not-found" | "not-now" | WriteRefusal;

const tries = 6;

/**
 * Records in a case what `decide` returns, in one transaction, and returns the case after it; a decision of nothing
 * writes nothing. Each attempt calls `decide` anew. If the write key was used before for the same content, records
 * nothing and returns the case as that write left it. Refuses what `decide` refuses, and as `RecordRefusal` says.
 */
export async function record<Kind extends RefusalKind = never>(
  deps: CaseDeps,
  request: CaseWrite,
  decide: (at: CaseAt) => Answer<Decision, Kind> | Promise<Answer<Decision, Kind>>,
): Promise<Answer<CaseAt, Kind | RecordRefusal>> {
  let deciding = decide;
  let { known, slow = false } = request;
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const opened = await decidedIn(deps, { ...request, known, slow }, attempt, deciding);
    known = undefined;
    if (!opened) continue;
    if ("answer" in opened) return opened.answer;
    const { at, decision } = opened;
    if (slow) known = await movedSince(deps, at, attempt);
    if (known) {
      deciding = decision.entries.some(isFact) ? decide : () => ok(decision);
      slow = deciding === decide;
      continue;
    }
    const recorded = await recordedIn(deps, request, opened);
    if (recorded) return recorded;
    await pauseBefore(attempt);
    known = await movedSince(deps, at, attempt);
  }
  return refused(request.version === undefined ? "busy" : "version-stale");
}

/** Returns a case as it is now, if entries came in it since it was read; else, and in the last attempt, undefined. */
async function movedSince({ caseFiles }: CaseDeps, { file }: CaseAt, attempt: number): Promise<CaseFile | undefined> {
  if (attempt === tries) return undefined;
  const now = await caseFiles.caughtUp(file);
  return now && now.head.version > file.head.version ? now : undefined;
}

/**
 * Records a decision in a case as it was read. Undefined, with nothing written, if another write came first, or if the
 * law refuses on a read that may lack the last moments.
 */
async function recordedIn(
  deps: CaseDeps,
  { write }: CaseWrite,
  { at, decision, isRecent }: Decided,
): Promise<Answer<CaseAt, "not-now"> | undefined> {
  const { file } = at;
  if (!isWrite(decision)) return ok(at);
  const events = judgedEntries(file.events, decision.entries, at.law, at.now);
  if (!events.ok) return isRecent ? undefined : events;
  const after = [...file.events, ...events.value];
  const head = headAfter(file.head, after, at.law, at.now);
  const also = [...(decision.also ?? []), ...(await alongWith(deps, at, head, after))];
  const append = { events: events.value, head, write, published: publishedTypes, also };
  const result = await deps.caseFiles.append(file, append);
  return typeof result === "object" && "head" in result ? ok(caseAt(result, deps.tenant, at.now)) : undefined;
}

/** Returns the case that an attempt decides on, and whether it may lack what was written in the last moments. */
async function readFor(
  { caseFiles }: CaseDeps,
  { claimId, known, slow, counted, version, reached = version }: CaseWrite,
  attempt: number,
): Promise<{ readonly file: CaseFile | undefined; readonly isRecent: boolean }> {
  if (known) return { file: known, isRecent: false };
  const isRecent = attempt === 1 && reached !== undefined && !slow && !counted;
  return { file: await (isRecent ? readUpTo(caseFiles, claimId, reached) : caseFiles.read(claimId)), isRecent };
}

/**
 * Returns a case for half the units. What was written in the last moments may be missing, but none of its first
 * `reached` entries. Undefined if there is no such case.
 */
export async function readUpTo(caseFiles: CaseFiles, claimId: string, reached: number): Promise<CaseFile | undefined> {
  const recent = await caseFiles.read(claimId, "recent");
  return recent && recent.head.version >= reached ? recent : caseFiles.read(claimId);
}

interface Decided {
  readonly at: CaseAt;
  readonly decision: Decision;
  /** Whether the case as it was read may lack what was written in the last moments. */
  readonly isRecent: boolean;
}

/**
 * Returns the decision of an attempt, or the answer that needs none or refuses; undefined if the case was read for half
 * the units and that does not lead to a write.
 */
async function decidedIn<Kind extends RefusalKind>(
  deps: CaseDeps,
  request: CaseWrite,
  attempt: number,
  decide: (at: CaseAt) => Answer<Decision, Kind> | Promise<Answer<Decision, Kind>>,
): Promise<Decided | { readonly answer: Answer<CaseAt, Kind | "claim-not-found" | WriteRefusal> } | undefined> {
  const { file, isRecent } = await readFor(deps, request, attempt);
  if (!file) return { answer: refused("claim-not-found") };
  const settled = settledBy(file, request, deps.tenant);
  if (settled) return settled.ok || !isRecent ? { answer: settled } : undefined;
  const at = caseNow(file, deps.tenant, request.now);
  const decided = await decide(at);
  if (isRecent && !(decided.ok && isWrite(decided.value))) return undefined;
  if (!decided.ok) return { answer: (await madeMeanwhile(deps, request)) ?? decided };
  return { at, decision: decided.value, isRecent };
}

/** Whether a decision writes anything. */
const isWrite = ({ entries, also = [] }: Decision): boolean => entries.length > 0 || also.length > 0;

/**
 * Returns the writes that record in the case `claimId` the entries that `entriesOf` returns. Writes nothing: the caller
 * adds the writes to the transaction of another case, which fails if somebody else writes in this case first. Refuses
 * `claim-not-found` if there is no such claim; `not-now` if the law does not allow an entry.
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

/** The answer to a refused decision whose cause was the same write, sent twice and recorded after the case was read. */
async function madeMeanwhile(
  { caseFiles, tenant }: CaseDeps,
  { claimId, now, write }: CaseWrite,
): Promise<Answer<CaseAt, WriteRefusal> | undefined> {
  const file = write && (await caseFiles.read(claimId));
  return file && settledBy(file, { claimId, now, write }, tenant);
}

/**
 * The answer to a write that needs no decision: it was made already, its version is stale, or the calendars changed
 * meanwhile.
 */
function settledBy(
  file: CaseFile,
  { now, write, version }: CaseWrite,
  tenant: Tenant,
): Answer<CaseAt, WriteRefusal> | undefined {
  const made = write && file.marks.find(({ key }) => key === write.key);
  if (made)
    return made.contentHash === write.contentHash ? ok(caseUpTo(file, made.seq, tenant)) : refused("write-key-used");
  if (version !== undefined && isStale(file, version)) return refused("version-stale");
  // Under calendars no longer in force: asked again, the request reads those that replaced them.
  const { calendarsUntil } = tenant;
  return calendarsUntil !== undefined && momentOf(file, now) >= calendarsUntil ? refused("busy") : undefined;
}

const traces: ReadonlySet<CaseEventType> = new Set(officeTraces);

/** Whether somebody's entries were recorded since a version; `officeTraces` do not count. */
function isStale({ head, events }: CaseFile, version: number): boolean {
  return version > head.version || events.slice(version).some(({ type }) => !traces.has(type));
}

/**
 * Returns `entries` as they would be recorded at `now`: numbered after those of `before`, each fact with its changes to
 * the clocks, the legal terms of the claim. Empty if `entries` is. Refuses `not-now`, with the reason in Spanish, and
 * returns no entry if the law does not allow one of the facts after what precedes it. Notes are never refused. Writes
 * nothing.
 */
export function judgedEntries(
  before: readonly CaseEvent[],
  entries: Decision["entries"],
  law: CaseLaw,
  now: string,
): Answer<readonly CaseEvent[], "not-now"> {
  const events: CaseEvent[] = [];
  for (const entry of entries) {
    const history = [...before, ...events];
    const position = { seq: history.length + 1, recordedAt: now };
    if (!isFact(entry)) {
      events.push({ ...entry, ...position });
      continue;
    }
    const facts = history.filter(isFact);
    const applied = apply(facts, entry, law, now);
    if (!applied.ok) return refused("not-now", { detail: refusalWords[applied.error] });
    events.push({ ...entry, ...position, clocks: clockChanges(claimAt(facts, law, now), applied.value, law, now) });
  }
  return ok(events);
}

/**
 * Returns the writes that other items need when a case gets the head `next`. They hold, release or adjust its receipts;
 * change its owner's count of open claims if it goes off the work lists or comes back; update the list of documents to
 * sign; and take off the clerk's list the submissions that the claim has acted on. Writes nothing.
 * @param events all entries of the case, the new ones included
 */
export async function alongWith(
  deps: CaseDeps,
  { file, law, now }: CaseAt,
  next: CaseHead,
  events: readonly CaseEvent[] = file.events,
): Promise<readonly Write[]> {
  const { head } = file;
  const ended = Number(isOffLists(next)) - Number(isOffLists(head));
  return [
    ...toSignWrites(deps.caseFiles, file, events, { law, now }),
    ...(await receiptWrites(deps, head, next, { events, law, now })),
    ...(await actedSubmissions(deps.caseFiles, file, { head: next, events }, now)),
    ...(head.owner && ended !== 0 ? [deps.staffRegister.count(head.office, head.owner.sub, ended > 0 ? -1 : 1)] : []),
  ];
}
