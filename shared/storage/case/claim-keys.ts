import { createHash } from "node:crypto";
import type { CopyKind } from "../../domain/case-copy/case-copy.ts";
import type { Queue } from "../../domain/work/work-list.ts";

/** A key of the claims table: `item-types.ts` lists what stands under which. Ids of claims grow with time. */
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
/** The beginning of the sort keys of the envelopes of a case. */
export const envelopePrefix = "E#";
export const visitKeyOf = (claimId: string, inspectionId: string): ClaimsKey => ({
  pk: `CLAIM#${claimId}`,
  sk: `V#${inspectionId}`,
});
export const servedKeyOf = (claimId: string, inspectionId: string, served: string): ClaimsKey => ({
  pk: `CLAIM#${claimId}`,
  sk: `W#${inspectionId}#${served}`,
});
export const quejaKeyOf = (claimId: string): ClaimsKey => ({ pk: `CLAIM#${claimId}`, sk: "QUEJA" });
export const overrideKeyOf = (claimId: string): ClaimsKey => ({ pk: `CLAIM#${claimId}`, sk: "OVERRIDE" });
export const copiesKeyOf = (claimId: string): ClaimsKey => ({ pk: `CLAIM#${claimId}`, sk: "POST" });
export const replacedKeyOf = (claimId: string): ClaimsKey => ({ pk: `CLAIM#${claimId}`, sk: "KEY" });
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
 * Returns the key under which a claim is listed among the claims whose chain changed on a day in Lima. All claims of a
 * day are in one partition, which takes 500 writes a second: far more than an office makes.
 */
export const changedChainKeyOf = (day: string, code: string): ClaimsKey => ({ pk: `CHAINS#${day}`, sk: code });
export const sealKeyOf = (keyId: string): ClaimsKey => ({ pk: "SEAL-KEYS", sk: keyId });

export type RegisteredKind = "CLAIM" | "PROBLEM" | "OBSERVATION";

/**
 * Returns the key under which a claim, request for attention or entry of the observation book (`kind`) is listed in an
 * office's month. The month is taken from `filedOn`, `YYYY-MM-DD`.
 */
export const monthKeyOf = (office: string, filedOn: string, kind: RegisteredKind, id: string): ClaimsKey => ({
  pk: `REGISTER#${office}#${filedOn.slice(0, 7)}`,
  sk: `${kind}#${id}`,
});

/** The open claims of an office with which it is to do something, or those that wait for others. */
export const openKeyOf = (office: string, isToDo: boolean): string => (isToDo ? office : `${office}#waiting`);

/** Returns the key of an office's list in the index by queue: office and list, joined by `#`. */
export const queueKeyOf = (office: string, queue: Queue | DeskQueue): string => `${office}#${queue}`;

/**
 * The office's lists besides the work lists of claims (`Queue`). `claims-over` and `readings-over` have what is over,
 * by the day it ended, `quejas` claims with a pending queja, and
 * `copies-to-post` claims with a copy to post, `overrides-asked` claims whose
 * draft waits for an override.
 */
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
  | "atypical-readings"
  | "readings-over"
  | "call-backs"
  | "copies-to-post"
  | "overrides-asked"
  | "signatures"
  | "second-looks";

/**
 * Returns the partition key and the beginning of the sort keys under which the copies of a case file for one reader are
 * stored. These keys sort by the last entry that a copy contains, then by day.
 */
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
export function secretDigest(secret: string): string {
  return createHash("sha256").update(secret).digest("base64url");
}
