import type { fileRecourse } from "../../contract/claim/claim-routes.ts";
import type { AnswerOf } from "../../contract/route.ts";
import type { CaseEvent, CaseEventOf } from "../../domain/case/case-events.ts";
import { isLateRecourse } from "../../domain/case/claim.ts";
import { instanceOf } from "../../domain/case/claim-instance.ts";
import type { CaseAt } from "../case/case-at.ts";

type Recourse = CaseEventOf<"reconsideration-filed" | "appeal-filed">;

function isRecourse(event: CaseEvent): event is Recourse {
  return event.type === "reconsideration-filed" || event.type === "appeal-filed";
}

/**
 * Returns the recourse that the present instance decides as a reconsideration: the last one filed by when it opened,
 * whatever its label then. An appeal kept beside it is not that one. Undefined in any other instance.
 */
export function decidedRecourse({ file, claim, law }: CaseAt): Recourse | undefined {
  const { opener, isReconsideration } = instanceOf(claim, law);
  if (!isReconsideration) return undefined;
  return file.events.filter(({ recordedAt }) => recordedAt <= opener.recordedAt).findLast(isRecourse);
}

/**
 * Returns what the API answers when a recourse was filed, besides the claim: number and id of its submission, when it
 * was filed, and whether it is late. Reads the last recourse of the case. Throws if there is none.
 */
export function filedRecourse({ file, claim, law }: CaseAt): Omit<AnswerOf<typeof fileRecourse>, "claim"> {
  const filed = file.events.findLast(isRecourse);
  if (!filed) throw new Error(`no recourse in claim ${file.head.claimId} after it was filed`);
  const { submissionId, submissionNumber } = filed.details;
  return {
    submissionId,
    submissionNumber,
    filedAt: filed.recordedAt,
    filedOn: filed.filedOn,
    late: isLateRecourse(claim, law),
  };
}
