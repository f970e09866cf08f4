import { type CaseEvent, entriesOf } from "../../domain/case/case-events.ts";
import type { Forecast } from "../../domain/work/work-list.ts";
import type { CaseFiles } from "../../storage/case/case-files.ts";
import type { CaseHead } from "../../storage/case/case-head.ts";
import type { Write } from "../../storage/dynamodb.ts";
import { waitingIn } from "../recourse/quejas.ts";

/** The ids of the submissions of a claim that its case acted on: a clerk need not check them any more. */
function actedOn(events: readonly CaseEvent[], step: Forecast | undefined): readonly string[] {
  const unsent = new Set(
    waitingIn(events).flatMap(({ submissionNumber, forwarded }) => (forwarded ? [] : submissionNumber)),
  );
  const quejas = entriesOf(events, "queja-filed").filter(({ details }) => !unsent.has(details.submissionNumber));
  const elevated = entriesOf(events, "file-elevated").at(-1)?.seq ?? 0;
  const isOver = step?.queue === "over";
  const appeals = entriesOf(events, "appeal-filed").filter(({ seq }) => isOver || seq < elevated);
  const isReconsidering = step?.state === "in-reconsideration";
  const reconsiderations = isReconsidering ? [] : entriesOf(events, "reconsideration-filed");
  return [...quejas, ...appeals, ...reconsiderations].map(({ details }) => details.submissionId);
}

/**
 * Returns the writes that mark submissions of a claim as received, so that they leave the clerk's list, because the
 * claim acted on them between `before` and `after`. The claim has acted on a reconsideration when its state is not
 * `in-reconsideration`; on an appeal, when the file was elevated or the claim is on the list `over`; on a queja, when
 * the queja was forwarded or answered. Leaves out a submission whose state is not `presented`.
 */
export async function actedSubmissions(
  caseFiles: CaseFiles,
  before: { readonly head: CaseHead; readonly events: readonly CaseEvent[] },
  after: { readonly head: CaseHead; readonly events: readonly CaseEvent[] },
  now: string,
): Promise<readonly Write[]> {
  const known = new Set(actedOn(before.events, before.head.steps[0]));
  const acted = actedOn(after.events, after.head.steps[0]).filter((submissionId) => !known.has(submissionId));
  return acted.length === 0 ? [] : caseFiles.takeSubmissions(acted, after.head.code, now);
}
