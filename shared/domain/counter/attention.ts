import type { OfficeChannel } from "../term/office-hours.ts";

/** What a contact was about that did not end in a claim or a request for attention. */
export const attentionMatters = [
  "receipt",
  "how-to-claim",
  "claim-state",
  "service-problem",
  "payment",
  "other",
] as const;
export type AttentionMatter = (typeof attentionMatters)[number];

/** A contact that staff attended. It names no person; `claimCode` is the claim it was about, if any. */
export interface Attention {
  readonly attentionId: string;
  readonly office: string;
  readonly channel: OfficeChannel;
  readonly matter: AttentionMatter;
  readonly claimCode?: string | undefined;
  readonly at: string;
  /** The staff member who attended it. */
  readonly by: string;
}

/**
 * Contacts that are counted by day and channel: those that staff attended, and look-ups that people made themselves. No
 * count names a person.
 */
export const countedContacts = ["attention", "receipt-look-up", "claim-look-up"] as const;
export type CountedContact = (typeof countedContacts)[number];

/** How many contacts of one kind there were on a day in a channel. */
export interface ContactCount {
  readonly day: string;
  readonly channel: OfficeChannel;
  readonly what: CountedContact;
  readonly count: number;
}
