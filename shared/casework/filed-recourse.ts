import type { fileRecourse } from "../contract/claim-routes.ts";
import type { AnswerOf } from "../contract/route.ts";
import { lastEntry } from "../domain/case-events.ts";
import { isLateRecourse } from "../domain/claim.ts";
import type { CaseAt } from "./case-at.ts";

/** What the filing of a recourse answers besides the claim. Throws for a claim that has none. */
export function filedRecourse(
  { file, claim, law }: CaseAt,
  kind: "reconsideration" | "appeal",
): Omit<AnswerOf<typeof fileRecourse>, "claim"> {
  const filed = lastEntry(file.events, `${kind}-filed`);
  if (!filed) throw new Error(`no ${kind} in claim ${file.head.claimId} after it was filed`);
  const { filingId, filingNumber } = filed.details;
  return {
    filingId,
    filingNumber,
    filedAt: filed.recordedAt,
    filedOn: filed.filedOn,
    late: isLateRecourse(claim, law),
  };
}
