import type { AttachmentType } from "../shared/domain/submission.ts";

/** What the utility takes of one person in a day of Lima, and of which types: written in by the build. */
export interface SubmissionFacts {
  readonly uploadTypes: readonly AttachmentType[];
  readonly uploadsPerDay: number;
  readonly submissionsPerDay: number;
}

declare const SUBMISSION_FACTS: SubmissionFacts;

export const submissionFacts: SubmissionFacts = SUBMISSION_FACTS;
