import { createHash } from "node:crypto";
import type { CopyKind } from "../domain/case-copy.ts";
import type { Queue } from "../domain/work-list.ts";

/**
 * Keys of the claims table.
 *
 * | pk | sk | what |
 * | --- | --- | --- |
 * | `CLAIM#{claimId}` | `HEAD` | a claim as lists show it, its version, the head of its chain |
 * | | `E#00001` | the envelope of an entry: who, when, hashes; the outbox while `undeliveredShard` stands on it |
 * | | `C#00001` | the content of an entry |
 * | | `V#{inspectionId}` | a visit and its inspector |
 * | | `W#{inspectionId}#{claimId}` | another claim that this visit serves too |
 * | | `DRAFT` | the resolution being written |
 * | | `QUEJA` | on the list of quejas while one waits |
 * | | `SIGN#00001` | what the entry sent to signature: on a list while it waits for one, or for a second look at one on paper |
 * | `CODE#{code}` | `CODE` | whose code it is: unique by being there |
 * | `ACCOUNT#{sub}` | `CLAIM#{claimId}` | a claim the account may see |
 * | | `LINK#{linkId}` | a linked supply |
 * | | `DRAFT#{draftId}` | a claim being written |
 * | | `SUBMISSION#{submissionId}` | a filing of the account |
 * | | `PROBLEM#{problemId}` | a request for attention of the account |
 * | `REQUEST#{key}` | `REQUEST` | what a filing's key made |
 * | `NOTICE#{sha256}` | `NOTICE` | whose notice a key opens |
 * | `MESSAGE#{messageId}` | `MESSAGE` | of which entry, or filing, a mail or text message was sent, by its provider's name of it |
 * | `HOLD#{sha256}` | `HOLD` | whose hold a key opens |
 * | `PLACES#{kind}#{zone}#{day}` | `{HH:MM}` | places taken of a band |
 * | `FILED#SUPPLY#{supply}#{day}` | `COUNT`, `CLAIM#{claimId}` | claims of a supply on a day, and the first of them |
 * | `FILED#ACCOUNT#{account}#{day}` | `COUNT` | claims of an account on a day, and those past the first of their supply |
 * | `NOTED#{kind}#{zone}` | day | that the manager was told of places that run out, or of claims that wait for theirs |
 * | `STAFF#{office}` | `{sub}` | one of the staff, and the open claims they own |
 * | `NUMBERS#{office}#{year}` | `LAST`, `N#00001` | resolution numbers, without gaps |
 * | `EXCHANGE#{day}` | `{at}#{code}#{receiptNumber}#{version}` | what a day changed of receipts: their holds, and what is asked of the commercial system |
 * | `CONFIRMATION#{confirmationId}` | `CONFIRMATION` | the digest of a code that was sent, and the attempts at it |
 * | `UPLOAD#{uploadId}` | `UPLOAD` | a file announced, and what became of it; on the list of papers while it is filed and not read |
 * | `SUBMISSION#{submissionId}` | `SUBMISSION` | a document of the document desk |
 * | | `ANSWER` | on the list of those to be answered while an answer is owed |
 * | `PROBLEM#{problemId}` | `PROBLEM` | a request for attention and its entries |
 * | `OBSERVATION#{observationId}` | `OBSERVATION` | an entry of the observation book, and its answer |
 * | `REGISTER#{office}#{month}` | `CLAIM#{claimId}`, `PROBLEM#…`, `OBSERVATION#…` | what was filed in a month, by the day it bears; the book's observations by their own id, or their filing's |
 * | `REPORT#{office}#{month}` | `BUILD` | the registers of a month being made, or made |
 * | `SUPERVISION#{office}#{month}` | `{at}#{requestId}` | what an external supervisor asked to see |
 * | `OUTAGES` | `{digits of its instant}{alarm}` | a time the document desk did not work |
 * | `CALENDARS` | `V#00001` | versions of the calendars |
 * | `VERIFICATION#{verificationCode}` | `VERIFICATION` | where the document that bears the code stands |
 * | `DIGEST#{sha256}` | `DIGEST` | where the document of these bytes stands |
 * | `EXPORTS#{claimId}` | `{copy}#{00012}#{day}` | a copy of the case file as it stood by an entry, and how far it is |
 * | `EXPORT#{claimId}#{copy}#{00012}#{day}` | `P#0001` | a bound part of it: its pieces and their folios |
 * | `CHAINS#{day}` | `{code}` | a claim the day wrote in, as its last entry left its chain |
 * | `SEAL-KEYS` | `{keyId}` | the public half of a key that sealed, and since when |
 *
 * The claims' ids grow with time, so that a partition of an account is in the order of filing.
 */
export type ClaimsKey = { readonly pk: string; readonly sk: string };

const digits = 5;

/** The outbox's partitions in the index of what is undelivered: `"0"` to `"3"`. */
export const outboxShards = 4;

export const headKeyOf = (claimId: string): ClaimsKey => ({ pk: `CLAIM#${claimId}`, sk: "HEAD" });
export const envelopeKeyOf = (claimId: string, seq: number): ClaimsKey => ({
  pk: `CLAIM#${claimId}`,
  sk: `E#${String(seq).padStart(digits, "0")}`,
});
export const contentKeyOf = (claimId: string, seq: number): ClaimsKey => ({
  pk: `CLAIM#${claimId}`,
  sk: `C#${String(seq).padStart(digits, "0")}`,
});
export const visitKeyOf = (claimId: string, inspectionId: string): ClaimsKey => ({
  pk: `CLAIM#${claimId}`,
  sk: `V#${inspectionId}`,
});
export const servedKeyOf = (claimId: string, inspectionId: string, served: string): ClaimsKey => ({
  pk: `CLAIM#${claimId}`,
  sk: `W#${inspectionId}#${served}`,
});
export const quejaKeyOf = (claimId: string): ClaimsKey => ({ pk: `CLAIM#${claimId}`, sk: "QUEJA" });
export const toSignKeyOf = (claimId: string, seq: number): ClaimsKey => ({
  pk: `CLAIM#${claimId}`,
  sk: `SIGN#${String(seq).padStart(digits, "0")}`,
});
export const codeKeyOf = (code: string): ClaimsKey => ({ pk: `CODE#${code}`, sk: "CODE" });
export const accountKeyOf = (sub: string, claimId: string): ClaimsKey => ({
  pk: `ACCOUNT#${sub}`,
  sk: `CLAIM#${claimId}`,
});
export const requestKeyOf = (key: string): ClaimsKey => ({ pk: `REQUEST#${key}`, sk: "REQUEST" });
export const noticeKeyOf = (secret: string): ClaimsKey => ({ pk: `NOTICE#${secretDigest(secret)}`, sk: "NOTICE" });
export const messageKeyOf = (messageId: string): ClaimsKey => ({ pk: `MESSAGE#${messageId}`, sk: "MESSAGE" });
export const holdKeyOf = (secret: string): ClaimsKey => ({ pk: `HOLD#${secretDigest(secret)}`, sk: "HOLD" });

export const verificationKeyOf = (code: string): ClaimsKey => ({ pk: `VERIFICATION#${code}`, sk: "VERIFICATION" });
export const digestKeyOf = (sha256: string): ClaimsKey => ({ pk: `DIGEST#${sha256}`, sk: "DIGEST" });
/**
 * Where a day (in Lima) notes a chain it wrote in. One partition takes the appends of a day: 500 a second, where an office has
 * a few thousand in all.
 */
export const changedChainKeyOf = (day: string, code: string): ClaimsKey => ({ pk: `CHAINS#${day}`, sk: code });
export const sealKeyOf = (keyId: string): ClaimsKey => ({ pk: "SEAL-KEYS", sk: keyId });

/** What the registers of a month list. */
export type RegisteredKind = "CLAIM" | "PROBLEM" | "OBSERVATION";

/** Where something filed on a day stands in its month. */
export const monthKeyOf = (office: string, filedOn: string, kind: RegisteredKind, id: string): ClaimsKey => ({
  pk: `REGISTER#${office}#${filedOn.slice(0, 7)}`,
  sk: `${kind}#${id}`,
});

/** Where a list of an office stands in the index by queue. */
export const queueKeyOf = (office: string, queue: Queue | DeskQueue): string => `${office}#${queue}`;

/** Lists that are not of claims. */
export type DeskQueue =
  | "document-desk"
  | "submissions-to-notify"
  | "submissions-observed"
  | "submissions-to-answer"
  | "submissions-over"
  | "claims-over"
  | "attachments"
  | "problems"
  | "quejas"
  | "observations"
  | "signatures"
  | "second-looks";

/** Copies of a case file for one reader, in order. */
export const exportsKey = (claimId: string, copy: CopyKind) => ({ pk: `EXPORTS#${claimId}`, prefix: `${copy}#` });

interface ExportKey {
  readonly claimId: string;
  readonly copy: CopyKind;
  readonly upTo: number;
  readonly on: string;
}
const copyOrder = ({ copy, upTo, on }: ExportKey): string => `${copy}#${String(upTo).padStart(digits, "0")}#${on}`;

export const exportHeadKey = (id: ExportKey): ClaimsKey => ({ pk: `EXPORTS#${id.claimId}`, sk: copyOrder(id) });
export const exportPartPrefix = (id: ExportKey) => ({ pk: `EXPORT#${id.claimId}#${copyOrder(id)}`, prefix: "P#" });
export const exportPartKey = (id: ExportKey, part: number): ClaimsKey => ({
  pk: exportPartPrefix(id).pk,
  sk: `P#${String(part).padStart(4, "0")}`,
});

/** A secret is never stored where an index or a log could show it: its digest is. */
function secretDigest(secret: string): string {
  return createHash("sha256").update(secret).digest("base64url");
}
