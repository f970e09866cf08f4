import type { OfficeChannel } from "./office-hours.ts";

/** What somebody came or called for, where it did not end in a claim or a request that is filed. */
export const attentionMatters = [
  "receipt",
  "how-to-claim",
  "claim-state",
  "service-problem",
  "payment",
  "other",
] as const;
export type AttentionMatter = (typeof attentionMatters)[number];

/** A contact that was served: of nobody, but for the claim it was about, if it was about one. */
export interface Attention {
  readonly attentionId: string;
  readonly office: string;
  readonly channel: OfficeChannel;
  readonly matter: AttentionMatter;
  readonly claimCode?: string | undefined;
  readonly at: string;
  /** Who of the staff served it. */
  readonly by: string;
}

/** What is counted of a day and a channel: what staff served, and what people looked up by themselves, of nobody. */
export const countedContacts = ["attention", "receipt-look-up", "claim-look-up"] as const;
export type CountedContact = (typeof countedContacts)[number];

/** So many contacts of a kind on a day. */
export interface ContactCount {
  readonly day: string;
  readonly channel: OfficeChannel;
  readonly what: CountedContact;
  readonly count: number;
}
