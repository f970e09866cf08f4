import { entriesOf } from "../../domain/case/case-events.ts";
import { type ClaimState, isOver } from "../../domain/case/claim-states.ts";
import { daysBetween, limaDay } from "../../domain/term/calendar-day.ts";
import type { CaseFile } from "../../storage/case/case-files.ts";
import type { Tenant } from "../../tenant/tenant.ts";
import { caseNow } from "../case/case-at.ts";
import { effectAwaited } from "../delivery/early-delivery.ts";
import { waitAges } from "./wait-ages.ts";

/** The states of a claim in which somebody has still to act. */
export type OpenState = Exclude<ClaimState, "not-filed" | "withdrawn" | "closed">;

/**
 * The function that moves a claim on or alerts people of it, and the line of a log that raises an alarm if it did not.
 * Terms end by being read, so that only the lists stand still; the night's count of every case sees what stands.
 */
export const claimAge = { repairer: "sweep", alarm: "case-aged" } as const;

/**
 * The most days that a claim stays in a state. Where the law ends a state by itself, the days are those of its longest
 * term with its working days as calendar days and a month for suspensions; where only people end it, those after which
 * somebody must have been alerted.
 */
export const claimDays: Readonly<Record<OpenState, number>> = {
  filed: 90,
  observed: 45,
  "under-investigation": 90,
  "hearing-due": 90,
  conciliated: 60,
  "partly-conciliated": 90,
  "no-agreement": 90,
  absence: 90,
  "in-resolution": 90,
  resolved: 60,
  notified: 60,
  "silence-to-confirm": 60,
  "positive-silence": 60,
  "in-reconsideration": 75,
  "reconsideration-resolved": 60,
  "reconsideration-notified": 60,
  "reconsideration-silence-to-confirm": 60,
  "reconsideration-silence": 60,
  "in-appeal": 45,
  elevated: 120,
  "negative-silence": 730,
  "tribunal-decided": 60,
  firm: 60,
  "in-execution": 60,
};

/** The rules of a case that depend on how long it has stood, each with what is said when one is broken. */
export const agedRules = {
  cargo: "a filed claim has its cargo within the hour",
  delivered: "a delivery made out of hours counts as notified within three hours of its effect",
  aged: "no claim stays longer in a state than it may, unless the manager was alerted",
} as const;
export type AgedRule = keyof typeof agedRules;

/**
 * Returns the rules of `agedRules` that a case breaks at `now`, each with what is wrong: entries, states and days, and
 * nothing of a person. `cargo` and `delivered` are broken after the minutes of `waitAges`; `aged` if the claim's state
 * has lasted more days than `claimDays` allows, and the manager was not alerted since that state began. The entries of
 * the case must be whole and in order.
 */
export function agedFaults(file: CaseFile, tenant: Tenant, now: string): readonly (readonly [AgedRule, string])[] {
  const at = caseNow(file, tenant, now);
  const { filing, claim } = at;
  const { events } = file;
  const waited = Date.parse(now) - Date.parse(filing.recordedAt);
  const hasCargo = entriesOf(events, "document-added").some(({ details }) => details.document.kind === "claim-cargo");
  const { state, since } = claim;
  const days = daysBetween(since, limaDay(now));
  const isKnownLate = entriesOf(events, "manager-alerted").some(({ recordedAt }) => limaDay(recordedAt) >= since);
  const effect = effectAwaited(at);
  const isLeft = effect !== undefined && Date.parse(now) - Date.parse(effect) > waitAges.delivery.minutes * 60_000;
  return [
    ...(isLeft ? [["delivered", `it took effect at ${effect}`] as const] : []),
    ...(waited > waitAges.cargo.minutes * 60_000 && !hasCargo ? [["cargo", "it has none"] as const] : []),
    ...(isOpen(state) && days > claimDays[state] && !isKnownLate
      ? [["aged", `${state} for ${days} days, at most ${claimDays[state]}`] as const]
      : []),
  ];
}

const isOpen = (state: ClaimState): state is OpenState => !isOver(state);
