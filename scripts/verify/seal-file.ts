import { createPublicKey, verify } from "node:crypto";
import * as z from "zod";
import { receivedMark } from "../../shared/storage/seals.ts";

/** The public keys seals are checked with, by the id a seal names; of a PEM alone there is one, for every seal. */
export type PublicKeys = ReadonlyMap<string, string>;

const anyKey = "*";
const keysFile = z.object({ keys: z.array(z.object({ keyId: z.string(), publicKey: z.string() })).min(1) });

/** Reads what `/api/verifications/keys` answers, or a PEM. Throws for any other text. */
export function publicKeysIn(text: string): PublicKeys {
  if (text.trimStart().startsWith("-----BEGIN PUBLIC KEY-----")) return new Map([[anyKey, text]]);
  const { keys } = keysFile.parse(JSON.parse(text));
  return new Map(keys.map(({ keyId, publicKey }) => [keyId, publicKey]));
}

/** Strict, and base64 as it is written: a bit of it that says nothing could be changed and nobody would see. */
export const sealFile = z.strictObject({
  statement: z.string(),
  signature: z.string().refine((text) => Buffer.from(text, "base64").toString("base64") === text),
  keyId: z.string(),
  algorithm: z.literal("ECDSA_SHA_256"),
  received: z.array(z.strictObject({ fileName: z.string(), sha256: z.string() })).optional(),
});
export type SealFile = z.output<typeof sealFile>;

/** A seal as it stands beside what it seals. Throws for any other text. */
export function sealIn(text: string): SealFile {
  return sealFile.parse(JSON.parse(text));
}

/** The two lines of the QR of a «No cortar»: what is stated, and its seal. Throws for any other text. */
export function sealedText(text: string): SealFile {
  const [statement, signature, ...rest] = text.trim().split(/\r?\n/);
  if (!statement || !signature || rest.length > 0) throw new RangeError("not the text of a «No cortar»");
  return { statement, signature, keyId: anyKey, algorithm: "ECDSA_SHA_256" };
}

/** Whether a seal is of one of the utility's keys: its own, or any where the seal names none. */
export function isOurs({ statement, signature, keyId }: SealFile, keys: PublicKeys): boolean {
  const own = keys.get(keyId) ?? keys.get(anyKey);
  const asked = own === undefined && keyId === anyKey ? [...keys.values()] : own === undefined ? [] : [own];
  return asked.some((key) =>
    verify("sha256", Buffer.from(statement), createPublicKey(key), Buffer.from(signature, "base64")),
  );
}

const stated = z.object({
  sha256: z.string().optional(),
  chainHead: z.string().optional(),
  claimCode: z.string().optional(),
  received: z.object({ files: z.number(), sha256: z.string() }).optional(),
});

/** What a seal states of what it is checked against. Throws for a statement that is none: ask `isOurs` first. */
export function statedIn({ statement }: SealFile): z.output<typeof stated> {
  return stated.parse(JSON.parse(statement));
}

/** Whether the list of files beside a statement is the one it names; true where it names none. */
export function isListWhole(seal: SealFile): boolean {
  const { received } = statedIn(seal);
  if (!received || !seal.received) return true;
  const mark = receivedMark(seal.received);
  return mark.files === received.files && mark.sha256 === received.sha256;
}
