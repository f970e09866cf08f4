import { createPublicKey, verify } from "node:crypto";
import * as z from "zod";
import { receivedMark } from "../../shared/storage/seal/seals.ts";

/** The public keys to check seals with, by the id that a seal names. A PEM gives one key, used for every seal. */
export type PublicKeys = ReadonlyMap<string, string>;

const anyKey = "*";
const keysFile = z.object({ keys: z.array(z.object({ keyId: z.string(), publicKey: z.string() })).min(1) });

/**
 * Returns the public keys in a text: the JSON that `/api/verifications/keys` answers, or one key as PEM.
 * @throws if the text is neither, or if the JSON has no key.
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
 * Returns the seal in the text of a seal's file, JSON in exactly that form.
 * @throws if the text has another form.
 */
export function sealIn(text: string): SealFile {
  return sealFile.parse(JSON.parse(text));
}

/**
 * Returns the seal in the text of a QR of the page «No cortar»: a line with the statement and a line with its
 * signature. The seal names no key. Does not check the signature.
 * @throws RangeError if the text has not exactly two lines.
 */
export function sealedText(text: string): SealFile {
  const [statement, signature, ...rest] = text.trim().split(/\r?\n/);
  if (!statement || !signature || rest.length > 0) throw new RangeError("not the text of a «No cortar»");
  return { statement, signature, keyId: anyKey, algorithm: "ECDSA_SHA_256" };
}

/**
 * Returns whether the signature of a seal is valid for the key that it names, or for any of `keys` if it names none. If
 * `keys` were read from a PEM, that one key is used. False if `keys` lacks the named key.
 */
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
 * Returns what the statement of a seal says. Does not check the signature: call `isOurs` before.
 * @throws if the statement cannot be parsed.
 */
export function statedIn({ statement }: SealFile): z.output<typeof stated> {
  return stated.parse(JSON.parse(statement));
}

/**
 * Returns whether a seal's list of received files has the count and hash that its statement gives. True if the seal or
 * its statement has no list.
 * @throws if the statement cannot be parsed.
 */
export function isListWhole(seal: SealFile): boolean {
  const { received } = statedIn(seal);
  if (!received || !seal.received) return true;
  const mark = receivedMark(seal.received);
  return mark.files === received.files && mark.sha256 === received.sha256;
}
