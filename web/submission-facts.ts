import type { AttachmentType } from "../shared/domain/submission/submission.ts";

/**
 * The types of file the document desk accepts, and its limits per person and day of Lima. The build writes them into
 * the pages.
 */
export interface SubmissionFacts {
  readonly uploadTypes: readonly AttachmentType[];
  readonly uploadsPerDay: number;
  readonly submissionsPerDay: number;
}

declare const SUBMISSION_FACTS: SubmissionFacts;

export const submissionFacts: SubmissionFacts = SUBMISSION_FACTS;
