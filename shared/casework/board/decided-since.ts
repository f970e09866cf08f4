import type { showClaim } from "../../contract/claim/claim-routes.ts";
import type { AnswerOf } from "../../contract/route.ts";
import { lastEntry } from "../../domain/case/case-events.ts";
import type { MonthDecision } from "../../domain/case/fact-details.ts";
import { formatCents } from "../../domain/receipt/money.ts";
import { resultOfDecision } from "../../domain/resolution/tribunal-decision.ts";
import { limaDay } from "../../domain/term/calendar-day.ts";
import type { CaseAt } from "../case/case-at.ts";
import { issuedResolutions } from "../resolution/issued-resolutions.ts";
import { documentStandingOf } from "../seal/document-standing.ts";

type View = AnswerOf<typeof showClaim>;
type Resolution = View["resolutions"][number];

/** Returns what a decision decides on each receipt, with the corrected amount as text, in soles. */
export function decidedMonthsView(months: readonly MonthDecision[]): Resolution["months"] {
  return months.map(({ corrected, ...month }) => ({
    ...month,
    ...(corrected && { corrected: { m3: corrected.m3, amount: formatCents(corrected.amount) } }),
  }));
}

/**
 * Returns what decided since in place of the resolution that entry `seq` brought: the tribunal, also by sending the
 * claim back, or a silence that granted it. Empty if nothing did, or only a later resolution.
 */
export function replacedBy(at: CaseAt, seq: number): Pick<Resolution, "replacedBy"> {
  const standing = documentStandingOf(at, seq);
  if (standing === "by-silence") return { replacedBy: "silence" };
  return standing === "by-tribunal" || standing === "annulled" ? { replacedBy: "tribunal" } : {};
}

/** Returns what the tribunal decided last; empty if it decided nothing, or a resolution was notified after it. */
export function tribunalView(at: CaseAt): Pick<View, "tribunal"> {
  const decided = lastEntry(at.file.events, "tribunal-decided");
  if (!decided || issuedResolutions(at).some(({ issued, notifiedOn }) => notifiedOn && issued.seq > decided.seq))
    return {};
  const { effectiveAt, outcome, details } = decided;
  const { number, summary, months = [], inFavourOf } = details;
  return {
    tribunal: {
      number,
      receivedOn: limaDay(effectiveAt),
      result: resultOfDecision({ outcome, months, inFavourOf }),
      summary,
      months: decidedMonthsView(months),
    },
  };
}
