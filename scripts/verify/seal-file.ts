import { createPublicKey, verify } from "node:crypto";
import * as z from "zod";
import { receivedMark } from "../../shared/storage/seals.ts";

/** The public keys to check seals with, by the id that a seal names. A PEM gives one key, used for every seal. */
export type PublicKeys = ReadonlyMap<string, string>;

const anyKey = "*";
const keysFile = z.object({ keys: z.array(z.object({ keyId: z.string(), publicKey: z.string() })).min(1) });

/**
 * Reads the answer of `/api/verifications/keys`, or a PEM.
 * @throws for any other text
 */
export function publicKeysIn(text: string): PublicKeys {
  if (text.trimStart().startsWith("-----BEGIN PUBLIC KEY-----")) return new Map([[anyKey, text]]);
  const { keys } = keysFile.parse(JSON.parse(text));
  return new Map(keys.map(({ keyId, publicKey }) => [keyId, publicKey]));
}

/**
 * A seal's file. It is strict, and base64 must be in its one canonical form: otherwise somebody could change bits of it
 * that mean nothing, and nobody would notice.
 */
export const sealFile = z.strictObject({
  statement: z.string(),
  signature: z.string().refine((text) => Buffer.from(text, "base64").toString("base64") === text),
  keyId: z.string(),
  algorithm: z.literal("ECDSA_SHA_256"),
  received: z.array(z.strictObject({ fileName: z.string(), sha256: z.string() })).optional(),
});
export type SealFile = z.output<typeof sealFile>;

/**
 * Reads a seal's file.
 * @throws for any other text
 */
export function sealIn(text: string): SealFile {
  return sealFile.parse(JSON.parse(text));
}

/**
 * Reads the two lines of a «No cortar»'s QR: the statement and its signature.
 * @throws for any other text
 */
export function sealedText(text: string): SealFile {
  const [statement, signature, ...rest] = text.trim().split(/\r?\n/);
  if (!statement || !signature || rest.length > 0) throw new RangeError("not the text of a «No cortar»");
  return { statement, signature, keyId: anyKey, algorithm: "ECDSA_SHA_256" };
}

/** Whether a seal is valid for the utility's key that it names, or for any of the utility's keys if it names none. */
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

/**
 * Returns the statement of a seal. Call `isOurs` first.
 * @throws if the statement cannot be read
 */
export function statedIn({ statement }: SealFile): z.output<typeof stated> {
  return stated.parse(JSON.parse(statement));
}

/**
 * Whether the list of received files in a seal's file is the one that its statement gives by count and hash; true if
 * the file or the statement has none.
 */
export function isListWhole(seal: SealFile): boolean {
  const { received } = statedIn(seal);
  if (!received || !seal.received) return true;
  const mark = receivedMark(seal.received);
  return mark.files === received.files && mark.sha256 === received.sha256;
}
