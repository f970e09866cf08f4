import type { Tenant } from "../../tenants/tenant.ts";
import { type Answer, type RefusalKind, refused } from "../contract/refusals.ts";
import type { WriteKey, WriteRefusal } from "../contract/route.ts";
import { limaDay } from "../domain/calendar-day.ts";
import { type CaseEvent, type CaseFact, type CaseNote, isFact } from "../domain/case-events.ts";
import { apply } from "../domain/claim.ts";
import { ok } from "../domain/result.ts";
import type { CaseFile, CaseFiles, CaseHead } from "../storage/case-files.ts";
import { pauseBefore, type Write } from "../storage/dynamodb.ts";
import type { Holds } from "../storage/holds.ts";
import type { StaffRegister } from "../storage/staff-register.ts";
import { type CaseAt, caseAt, caseNow, caseUpTo, headAfter, isHeadOver } from "./case-at.ts";
import { toldTypes } from "./case-deliveries.ts";
import { refusalWords } from "./refusal-words.ts";

/** What recording in a case works with. */
export interface CaseDesk {
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
  desk: CaseDesk,
  request: CaseWrite,
  decide: (at: CaseAt) => Answer<Decision, Kind> | Promise<Answer<Decision, Kind>>,
): Promise<Answer<CaseAt, Kind | RecordRefusal>> {
  const { write } = request;
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const file = await desk.caseFiles.read(request.claimId);
    if (!file) return refused("claim-not-found");
    const settled = settledBy(file, request, desk.tenant);
    if (settled) return settled;
    const at = caseNow(file, desk.tenant, request.now);
    const decided = await decide(at);
    if (!decided.ok) return (await madeMeanwhile(desk, request)) ?? decided;
    const events = eventsOf(at, decided.value.entries);
    if (!events.ok) return events;
    const head = headAfter(file.head, [...file.events, ...events.value], at.law, at.now);
    const also = [...(decided.value.also ?? []), ...(await alongWith(desk, at, head))];
    const result = await desk.caseFiles.append(file, { events: events.value, head, write, told: toldTypes, also });
    if (result === "appended") return ok(caseAt(await reread(desk, request.claimId), desk.tenant, at.now));
    await pauseBefore(attempt);
  }
  return refused(request.version === undefined ? "busy" : "version-stale");
}

/** What a decision refused may be what the same write did a moment ago, between the read of the case and of its papers. */
async function madeMeanwhile(
  { caseFiles, tenant }: CaseDesk,
  { claimId, now, write }: CaseWrite,
): Promise<Answer<CaseAt, WriteRefusal> | undefined> {
  const file = write && (await caseFiles.read(claimId));
  return file && settledBy(file, { claimId, now, write }, tenant);
}

/** What answers a write before anything is decided: it was made already, or on another version. */
function settledBy(
  file: CaseFile,
  { write, version }: CaseWrite,
  tenant: Tenant,
): Answer<CaseAt, WriteRefusal> | undefined {
  const made = write && file.marks.find(({ key }) => key === write.key);
  if (made)
    return made.contentHash === write.contentHash ? ok(caseUpTo(file, made.seq, tenant)) : refused("write-key-used");
  return version === undefined || version === file.head.version ? undefined : refused("version-stale");
}

async function reread({ caseFiles }: CaseDesk, claimId: string) {
  const file = await caseFiles.read(claimId);
  if (!file) throw new Error(`case ${claimId} is gone after an entry was written in it`);
  return file;
}

/** Entries with their places, each fact judged by the law after those before it. */
function eventsOf(at: CaseAt, entries: Decision["entries"]): Answer<readonly CaseEvent[], "not-now"> {
  const events: CaseEvent[] = [];
  for (const entry of entries) {
    const history = [...at.file.events, ...events];
    if (isFact(entry)) {
      const applied = apply(history.filter(isFact), entry, at.law, at.now);
      if (!applied.ok) return refused("not-now", { detail: refusalWords[applied.error] });
    }
    events.push({ ...entry, seq: history.length + 1, recordedAt: at.now });
  }
  return ok(events);
}

/** What follows from a case's next head: its hold told, its owner relieved, or charged with it again. */
export async function alongWith(
  { holds, staffRegister }: CaseDesk,
  { file, filing, now }: CaseAt,
  next: CaseHead,
): Promise<readonly Write[]> {
  const { head } = file;
  const [receipt] = filing.details.form.receipts;
  const told = next.hold.version !== head.hold.version && receipt;
  const ended = Number(isHeadOver(next)) - Number(isHeadOver(head));
  return [
    ...(told
      ? await holds.change(
          {
            supplyCode: head.supplyCode,
            receiptNumber: receipt.number,
            period: receipt.period,
            claimId: head.claimId,
            code: head.code,
            action: next.hold.held ? "set" : "released",
            at: now,
          },
          limaDay(now),
        )
      : []),
    ...(head.owner && ended !== 0 ? [staffRegister.count(head.office, head.owner.sub, ended > 0 ? -1 : 1)] : []),
  ];
}
