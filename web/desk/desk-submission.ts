import type { AnswerOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";

/** A submission as the API shows it to this caller. */
export type DeskSubmission = AnswerOf<Routes["showDeskSubmission"]>;

/**
 * Returns whether a submission is observed and its presenter was not notified of the observation yet (`remedyBy` is
 * absent). The days to correct the submission do not run then.
 */
export const awaitsNotice = ({ state, remedyBy }: DeskSubmission): boolean =>
  state === "observed" && remedyBy === undefined;

export interface SubmissionActProps {
  readonly submission: DeskSubmission;
  /** Called with the submission as it is after the act. */
  readonly onDone: (submission: DeskSubmission) => void;
}
