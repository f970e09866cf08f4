import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import { apiNow } from "../../api-clock.ts";

/** A submission as the API shows it to this caller. */
export type DeskSubmission = AnswerOf<Routes["showDeskSubmission"]>;

/**
 * Returns whether a submission is observed and its presenter was not notified of the observation yet (`remedyBy` is
 * absent). The days to correct the submission do not run then.
 */
export const awaitsNotice = ({ state, remedyBy }: DeskSubmission): boolean =>
  state === "observed" && remedyBy === undefined;

/** A mail leaves within seconds; after this, somebody has to say it. */
const mailMs = 120_000;

/**
 * Returns whether a submission was observed within the last two minutes and its presenter, who can be reached by mail,
 * is being notified of it: nobody needs to call them yet.
 */
export function isBeingNotified(submission: DeskSubmission): boolean {
  const { email, registered, entries } = submission;
  const last = entries.at(-1);
  const isReached = email !== undefined || registered === undefined;
  return awaitsNotice(submission) && isReached && last?.type === "observed" && apiNow() - Date.parse(last.at) < mailMs;
}

export interface SubmissionActProps {
  readonly submission: DeskSubmission;
  /** Called with the submission as it is after the act. */
  readonly onDone: (submission: DeskSubmission) => void;
}
