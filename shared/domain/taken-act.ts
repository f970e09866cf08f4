import type { Paper } from "./claim-form.ts";

/** How a claimant comes who lets staff write their act down: in person, or by a document they handed in before. */
export const comings = ["telephone", "counter", "document-desk"] as const;
export type Coming = (typeof comings)[number];

/** Acts that count only once the person confirmed what was written down. */
const confirmedActs = ["reconsideration", "appeal", "withdrawal", "agreement"] as const;
export type ConfirmedAct = (typeof confirmedActs)[number];

/**
 * How a person confirmed an act: the code we sent them, a paper they signed, as it was scanned, or what they handed in: a
 * paper with the stamp of its day, or a document of the document desk.
 */
export type Confirmation =
  | { readonly by: "code"; readonly confirmationId: string }
  | { readonly by: "signature"; readonly papers: readonly Paper[] }
  | {
      readonly by: "paper";
      readonly receivedAt: string;
      /** Why it was written down on a later day. */
      readonly reason?: string | undefined;
      readonly papers: readonly Paper[];
    }
  | { readonly by: "filing"; readonly filingId: string; readonly filingNumber: string };

/** What an act says besides its content when staff wrote it down for its claimant. */
export interface TakenAct {
  readonly taken?: { readonly came: Coming; readonly confirmed?: Confirmation | undefined } | undefined;
}

/** How many guesses at a code are taken, and for how long it is good. */
export const codeTries = 5;
export const codeMinutes = 15;
