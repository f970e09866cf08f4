import { heldReceipts } from "../../domain/billing/settlements.ts";
import { alertKey } from "../../domain/board/late-risk.ts";
import { entriesOf } from "../../domain/case/case-events.ts";
import { chainFaults } from "../../storage/case/case-chain.ts";
import type { CaseFile } from "../../storage/case/case-files.ts";
import type { Tenant } from "../../tenant/tenant.ts";
import { plannedVisits } from "../case/awaited-facts.ts";
import { type CaseAt, caseNow, hasMoved } from "../case/case-at.ts";
import { summaryAt, summaryOf } from "../claim/claim-summary.ts";

/** The rules that the stored items of a case keep between them, each with what is said when one is broken. */
export const caseRules = {
  whole: "its entries are numbered without a gap, and its head counts them",
  chained: "each entry has the hash that the next one names",
  lawful: "the law takes each entry after those before it: nothing moves once the claim is over",
  listed: "lists show the state and the legal day that its entries give",
  held: "its receipts are held if its entries say so",
  visited: "each planned visit is on an agenda once, and no other visit is",
  alerted: "the manager is alerted once for each term, day and calendar",
  noticed: "each notice is recorded once, after the entry it is about",
} as const;
export type CaseRule = keyof typeof caseRules;

/** A rule that a case breaks. `says` names entries, days and ids, and nothing of a person. */
export interface CaseFault {
  readonly claimId: string;
  readonly rule: CaseRule;
  readonly says: string;
}

/**
 * Returns the rules that a case breaks at `now`; empty if it breaks none. If entries are missing or changed (`whole`,
 * `chained`), checks no other rule. If the law does not take an entry (`lawful`), does not check the rules about lists,
 * holds, visits, alerts and notices. `listed` may be reported by mistake between a change of the calendars and the
 * scheduled run that updates the dates. `held` is of the day on which the head was written, until the sweep comes.
 */
export function caseFaults(file: CaseFile, tenant: Tenant, now: string): readonly CaseFault[] {
  const { claimId } = file.head;
  const broken = [...unnumbered(file), ...unchained(file)];
  const at = broken.length > 0 ? undefined : readBy(file, tenant, now);
  const computed = at === undefined ? [] : "broken" in at ? at.broken : computedFaults(file, at, tenant);
  return [...broken, ...computed].map(([rule, says]) => ({ claimId, rule, says }));
}

type Broken = readonly [rule: CaseRule, says: string];

/** The case as the law reads it; what it does not take, if that is so. */
function readBy(file: CaseFile, tenant: Tenant, now: string): CaseAt | { readonly broken: readonly Broken[] } {
  try {
    return caseNow(file, tenant, now);
  } catch (failure) {
    // Only a history that the law does not take is a fault of the case; it names entries and states.
    if (!(failure instanceof RangeError)) throw failure;
    return { broken: [["lawful", failure.message]] };
  }
}

function unnumbered({ head: { version }, events }: CaseFile): readonly Broken[] {
  const wrong = events.find(({ seq }, at) => seq !== at + 1);
  return [
    ...(version === events.length
      ? []
      : [["whole", `the head counts ${version} entries of ${events.length}`] as const]),
    ...(wrong ? [["whole", `entry ${wrong.seq} is out of its place`] as const] : []),
  ];
}

function unchained({ head, events, envelopes, salts }: CaseFile): readonly Broken[] {
  const links = envelopes.map((envelope, at) => {
    const event = events[at];
    return { envelope, content: event && { salt: salts[at] ?? "", event } };
  });
  return chainFaults(links, head.chainHead).map(({ seq, what }) => ["chained", `entry ${seq} is ${what}`]);
}

function computedFaults(file: CaseFile, at: CaseAt, tenant: Tenant): readonly Broken[] {
  const { events, head } = file;
  // A head that time has moved says what was held when it was written, until the sweep comes.
  const then = hasMoved(head, at.now) ? caseNow(file, tenant, head.refreshedAt ?? "") : at;
  // Not by a whole head, which also counts the terms of every day to come.
  const held = heldReceipts({ events, claim: then.claim, law: then.law }).length > 0;
  const [listed, read] = [summaryOf(head, at.law, at.now), summaryAt(at)].map(
    ({ state, since, dueOn = "no legal day" }) => `${state} since ${since}, ${dueOn}`,
  );
  const alerts = entriesOf(events, "manager-alerted").flatMap(({ details: { late } }) => (late ? alertKey(late) : []));
  const notices = entriesOf(events, "notice-sent");
  return [
    ...(listed === read ? [] : [["listed", `listed ${listed}; it is ${read}`] as const]),
    ...(held === head.hold.held ? [] : [["held", `held: ${head.hold.held}; it is ${held}`] as const]),
    ...visitFaults(file),
    ...repeated(alerts).map((key) => ["alerted", `${key} twice`] as const),
    ...notices
      .filter(({ seq, details }) => details.seq >= seq)
      .map(({ seq }) => ["noticed", `entry ${seq} is about a later one`] as const),
    ...repeated(notices.map(({ details: { seq, to = "" } }) => [seq, to].join(" "))).map(
      (seq) => ["noticed", `the notice about entry ${seq} twice`] as const,
    ),
  ];
}

function visitFaults({ events, visits }: CaseFile): readonly Broken[] {
  const named = ({ inspectionId, on }: { readonly inspectionId: string; readonly on: string }) =>
    `${inspectionId} on ${on}`;
  const planned = plannedVisits(events).map(({ visit }) => named(visit));
  const kept = visits.map(named);
  return [
    ...planned.filter((one) => !kept.includes(one)).map((one) => ["visited", `visit ${one} is on no agenda`] as const),
    ...kept.filter((one) => !planned.includes(one)).map((one) => ["visited", `visit ${one} was not planned`] as const),
  ];
}

function repeated(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((value, at) => values.indexOf(value) !== at))];
}
