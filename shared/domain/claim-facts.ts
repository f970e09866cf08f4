import type { ResolutionOutcome } from "./claim-events.ts";
import type { ClaimType } from "./claim-types.ts";
import type { OfficeChannel } from "./office-hours.ts";

/** How a term of the first instance came out: nothing is owed in it where the claim ended without a decision. */
export type Timeliness = "in-time" | "late" | "pending" | "not-owed";

/** What the tribunal made of an appeal. */
export const appealResults = [
  "waiting",
  "reversed",
  "confirmed",
  "sent-back",
  "conciliated",
  "inadmissible",
  "unstated",
] as const;
export type AppealResult = (typeof appealResults)[number];

/** What the figures of a month are counted from, of each claim: made with its row of the register. */
export interface ClaimFacts {
  readonly claimId: string;
  readonly code: string;
  readonly type: ClaimType;
  readonly channel: OfficeChannel;
  /** It was never deemed not filed. */
  readonly isFiled: boolean;
  readonly resolved: Timeliness;
  readonly notified: Timeliness;
  readonly isSilent: boolean;
  readonly isHeard: boolean;
  readonly isConciliated: boolean;
  /** What the first instance decided, once signed. */
  readonly outcome?: ResolutionOutcome | undefined;
  readonly appeal?: AppealResult | undefined;
  readonly visits: number;
  /** Those where nobody was in, or the inspector was not let in. */
  readonly frustrated: number;
  readonly rebilledM3: number;
  /** In céntimos. */
  readonly rebilled: number;
}
