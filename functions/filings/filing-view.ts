import type { showFiling } from "../../shared/contract/filing-routes.ts";
import type { AnswerOf } from "../../shared/contract/route.ts";
import type { FilingRecord } from "../../shared/storage/filings.ts";

/** A filing as who presented it and the clerk see it. */
export function filingView({ cargo, papers, ...filing }: FilingRecord): AnswerOf<typeof showFiling> {
  return { ...filing, papers: [...papers], cargo: cargo ? "ready" : "preparing" };
}
