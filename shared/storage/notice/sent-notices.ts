import { createHash } from "node:crypto";
import * as z from "zod";
import { readPresigned } from "../resolution/presigned.ts";

const fixed = z.object({
  channel: z.enum(["email", "sms"]),
  to: z.string(),
  /** The subject of a mail, and its text as a page. */
  subject: z.string(),
  html: z.string().optional(),
  text: z.string(),
  /** The keys and codes in it, which are shown to nobody else who reads it. */
  secrets: z.array(z.string()),
});
/** A notice word for word as it is sent. */
export type FixedNotice = z.output<typeof fixed>;

/** A notice as kept in the evidence, with the hexadecimal SHA-256 of its stored bytes. */
export interface KeptNotice {
  readonly notice: FixedNotice;
  readonly sha256: string;
}

/** The notices that were sent about the entries of cases. */
export interface SentNotices {
  /**
   * Returns the notice fixed for an entry. Throws if there is none, or its stored bytes have another hash than
   * `sha256`.
   */
  read(claimId: string, seq: number, sha256: string): Promise<FixedNotice>;
}

/** Returns the object key of the notice that was fixed for an entry: `notices/{claimId}/{seq}.json`. */
export const noticeKeyOf = (claimId: string, seq: number): string => `notices/${claimId}/${seq}.json`;
const digestOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** Returns the notice that stored bytes hold, with the SHA-256 of the bytes. Throws if the bytes are no notice. */
export function keptNotice(bytes: Uint8Array): KeptNotice {
  return { notice: fixed.parse(JSON.parse(Buffer.from(bytes).toString())), sha256: digestOf(bytes) };
}

export function openSentNotices({ name }: { readonly name: string }): SentNotices {
  return {
    read: async (claimId, seq, sha256) => {
      const kept = keptNotice(await readPresigned(name, noticeKeyOf(claimId, seq)));
      if (kept.sha256 !== sha256) throw new Error(`the notice of entry ${seq} of claim ${claimId} is another`);
      return kept.notice;
    },
  };
}
