import type { Tenant } from "../../tenants/tenant.ts";
import { limaDay } from "../domain/calendar-day.ts";
import { type CaseEvent, type CaseEventOf, isFact, lastEntry } from "../domain/case-events.ts";
import { claimAt } from "../domain/claim.ts";
import type { ClaimLaw } from "../domain/claim-clocks.ts";
import type { Claim } from "../domain/claim-states.ts";
import { isOver } from "../domain/claim-states.ts";
import { releaseOf } from "../domain/hold.ts";
import { forecast } from "../domain/work-list.ts";
import type { CaseFile, CaseHead } from "../storage/case-files.ts";
import { type CaseLaw, claimLaw } from "./claim-law.ts";

/** A case file read at an instant, with the law of its filing day. */
export interface CaseAt {
  readonly file: CaseFile;
  readonly filing: CaseEventOf<"claim-filed">;
  readonly claim: Claim;
  readonly law: CaseLaw;
  readonly now: string;
}

/** A case file at an instant. Throws `RangeError` for one without a filing, which `file` never makes. */
export function caseAt(file: CaseFile, tenant: Tenant, now: string): CaseAt {
  const filing = lastEntry(file.events, "claim-filed");
  const law = filing && claimLaw(tenant, filing.filedOn);
  const claim = law && claimAt(file.events.filter(isFact), law, now);
  if (!filing || !law || !claim) throw new RangeError(`case ${file.head.claimId} has no filing by ${now}`);
  return { file, filing, claim, law, now };
}

/** A case file as it stands. Clocks of servers differ by moments: never as before what the case already holds. */
export function caseNow(file: CaseFile, tenant: Tenant, now: string): CaseAt {
  const last = file.events.at(-1)?.recordedAt ?? now;
  return caseAt(file, tenant, last > now ? last : now);
}

/** A case as it stood when its entry `seq` was the last: what a repeated write is answered from. */
export function caseUpTo(file: CaseFile, seq: number, tenant: Tenant): CaseAt {
  const events = file.events.slice(0, seq);
  const last = events.at(-1);
  const chainHead = file.envelopes[seq]?.previous ?? file.head.chainHead;
  const head = { ...file.head, version: seq, chainHead };
  return caseAt({ ...file, head, events, envelopes: file.envelopes.slice(0, seq) }, tenant, last?.recordedAt ?? "");
}

/** The head of a case with its entries so far, at an instant: how it stands, how it will, whether the receipt is held. */
export function headAfter(before: CaseHead, events: readonly CaseEvent[], law: ClaimLaw, now: string): CaseHead {
  const facts = events.filter(isFact);
  const steps = forecast(facts, law, now);
  const claim = claimAt(facts, law, now);
  const held = claim !== undefined && releaseOf(claim) === undefined;
  const { version } = before.hold;
  return { ...before, steps, hold: { held, version: held === before.hold.held ? version : version + 1 } };
}

/** A head as it stands at an instant: its steps from today's on. */
export function caseHeadAt<Head extends CaseHead>(head: Head, now: string): Head {
  const today = limaDay(now);
  const at = head.steps.findLastIndex(({ from }) => from <= today);
  return { ...head, steps: head.steps.slice(Math.max(at, 0)) };
}

/** Whether a head's claim is over in its first step. */
export function isHeadOver({ steps }: CaseHead): boolean {
  const [now] = steps;
  return now !== undefined && isOver(now.state);
}
