import type { PaperType } from "../shared/domain/filing.ts";

/** What the utility takes of one person in a day of Lima, and of which types: written in by the build. */
export interface FilingFacts {
  readonly uploadTypes: readonly PaperType[];
  readonly uploadsPerDay: number;
  readonly filingsPerDay: number;
}

declare const FILING_FACTS: FilingFacts;

export const filingFacts: FilingFacts = FILING_FACTS;
