import type { AnswerOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";

export type DeskSubmission = AnswerOf<Routes["showDeskSubmission"]>;

/** Returns whether its presenter was not notified yet of what it lacks: their days to mend it do not run. */
export const awaitsNotice = ({ state, remedyBy }: DeskSubmission): boolean =>
  state === "observed" && remedyBy === undefined;

export interface SubmissionActProps {
  readonly submission: DeskSubmission;
  readonly onDone: (submission: DeskSubmission) => void;
}
