import type { RetentionRule } from "../shared/domain/register/retention.ts";

/** What the utility informs people of about their data, as its tenant states it. The build writes it into the pages. */
export interface PrivacyFacts {
  readonly responsible: string;
  readonly purpose: string;
  readonly recipients: readonly string[];
  readonly crossBorder: string;
  readonly contact: string;
  readonly accessDays: number;
  readonly correctionDays: number;
  readonly retention: readonly Pick<RetentionRule, "what" | "keep">[];
}

declare const PRIVACY_FACTS: PrivacyFacts;

export const privacyFacts: PrivacyFacts = PRIVACY_FACTS;
