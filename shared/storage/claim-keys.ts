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
 * | | `SIGN#00001` | what the entry sent to signature: on a list while it waits for one, or for a second look at one signed on paper |
 * | `CODE#{code}` | `CODE` | whose code it is: unique by being there |
 * | `ACCOUNT#{sub}` | `CLAIM#{claimId}` | a claim the account may see |
 * | | `LINK#{linkId}` | a linked supply |
 * | | `DRAFT#{draftId}` | a claim being written |
 * | | `SUBMISSION#{submissionId}` | a submission of the account |
 * | | `PROBLEM#{problemId}` | a request for attention of the account |
 * | `REQUEST#{key}` | `REQUEST` | what a write's idempotency key made |
 * | `NOTICE#{sha256}` | `NOTICE` | whose notice a key opens |
 * | `MESSAGE#{messageId}` | `MESSAGE` | which entry, or submission, a mail or text message was sent for, by its provider's id of it |
 * | `HOLD#{sha256}` | `HOLD` | whose hold a key opens |
 * | `PLACES#{kind}#{zone}#{day}` | `{HH:MM}` | appointments taken of a slot |
 * | `FILED#SUPPLY#{supply}#{day}` | `COUNT`, `CLAIM#{claimId}` | claims of a supply on a day, and the first of them |
 * | `FILED#ACCOUNT#{account}#{day}` | `COUNT` | claims of an account on a day, and those past the first of their supply |
 * | `NOTED#{kind}#{zone}` | day | that the manager was alerted of slots that run out, or of claims that wait for appointments |
 * | `STAFF#{office}` | `{sub}` | one of the staff, and the open claims they own |
 * | `NUMBERS#{office}#{year}` | `LAST`, `N#00001` | resolution numbers, without gaps |
 * | `EXCHANGE#{day}` | `{at}#{code}#{receiptNumber}#{version}` | what was changed of receipts on a day: their holds, and what the commercial system is asked to do |
 * | `CONFIRMATION#{confirmationId}` | `CONFIRMATION` | the digest of a code that was sent, and the attempts at it |
 * | `UPLOAD#{uploadId}` | `UPLOAD` | a file announced, and the state of its check; on the list of attachments while it is filed and not read |
 * | `SUBMISSION#{submissionId}` | `SUBMISSION` | a document of the document desk |
 * | | `ANSWER` | on the list of those to be answered while an answer is owed |
 * | `PROBLEM#{problemId}` | `PROBLEM` | a request for attention and its entries |
 * | `OBSERVATION#{observationId}` | `OBSERVATION` | an entry of the observation book, and its answer |
 * | `REGISTER#{office}#{month}` | `CLAIM#{claimId}`, `PROBLEM#…`, `OBSERVATION#…` | what was filed in a month, by the day it bears; the book's observations by their own id, or their submission's |
 * | `REPORT#{office}#{month}` | `BUILD` | the registers of a month being made, or made |
 * | `SUPERVISION#{office}#{month}` | `{at}#{requestId}` | what an external supervisor asked to see |
 * | `OUTAGES` | `{digits of its instant}{alarm}` | a time the document desk did not work |
 * | `CALENDARS` | `V#00001` | versions of the calendars |
 * | `VERIFICATION#{verificationCode}` | `VERIFICATION` | which case, submission, request or outage has the document that bears the code |
 * | `DIGEST#{sha256}` | `DIGEST` | the same for the document of these bytes |
 * | `EXPORTS#{claimId}` | `{copy}#{00012}#{day}` | a copy of the case file as it stood by an entry, and how far it is |
 * | `EXPORT#{claimId}#{copy}#{00012}#{day}` | `P#0001` | a bound part of it: its pieces and their folios |
 * | `CHAINS#{day}` | `{code}` | a claim written in on the day, as its last entry left its chain |
 * | `SEAL-KEYS` | `{keyId}` | the public half of a sealing key, and since when it sealed |
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
 * The key of a chain among those changed on a day (in Lima). One partition takes a day's entries: 500 a second, where
 * an office has a few thousand in all.
 */
export const changedChainKeyOf = (day: string, code: string): ClaimsKey => ({ pk: `CHAINS#${day}`, sk: code });
export const sealKeyOf = (keyId: string): ClaimsKey => ({ pk: "SEAL-KEYS", sk: keyId });

export type RegisteredKind = "CLAIM" | "PROBLEM" | "OBSERVATION";

/** The key of something filed on a day, among what was filed that month. */
export const monthKeyOf = (office: string, filedOn: string, kind: RegisteredKind, id: string): ClaimsKey => ({
  pk: `REGISTER#${office}#${filedOn.slice(0, 7)}`,
  sk: `${kind}#${id}`,
});

/** The key of a list of an office, in the index by queue. */
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

/** The keys of the copies of a case file for one reader, in order. */
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

/** Secrets are stored as their digest only, since an index or a log might show them. */
function secretDigest(secret: string): string {
  return createHash("sha256").update(secret).digest("base64url");
}
