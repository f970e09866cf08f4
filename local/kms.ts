import { createPublicKey, generateKeyPairSync, sign } from "node:crypto";
import * as z from "zod";
import type { ServiceAnswer } from "./messages.ts";
import type { Records } from "./records.ts";
import { ignored } from "./resources.ts";
import type { Assembly } from "./templates.ts";

/**
 * The keys of the templates: real ones, kept in the stack's records. `Sign` uses their private halves, and nothing else
 * does.
 */
export interface Kms {
  /**
   * Answers a call of the service's JSON protocol; `target` is its `x-amz-target`. Only `Sign` and `GetPublicKey` are
   * known: 400 for any other, and for what the service refuses.
   */
  answer(target: string, body: string): ServiceAnswer;
}

const keyProperties = z.strictObject({
  KeySpec: z.literal("ECC_NIST_P256"),
  KeyUsage: z.literal("SIGN_VERIFY"),
  Description: ignored,
  KeyPolicy: ignored,
  PendingWindowInDays: ignored,
  Tags: ignored,
});

const algorithm = "ECDSA_SHA_256";
/** The algorithms that the service knows, of all kinds of keys. */
const algorithms = [
  "RSASSA_PSS_SHA_256",
  "RSASSA_PSS_SHA_384",
  "RSASSA_PSS_SHA_512",
  "RSASSA_PKCS1_V1_5_SHA_256",
  "RSASSA_PKCS1_V1_5_SHA_384",
  "RSASSA_PKCS1_V1_5_SHA_512",
  algorithm,
  "ECDSA_SHA_384",
  "ECDSA_SHA_512",
  "SM2DSA",
  "ML_DSA_SHAKE_256",
  "ED25519_SHA_512",
  "ED25519_PH_SHA_512",
] as const;
const mostBytes = 4096;

const named = z.object({ KeyId: z.string().min(1) });
const signing = named.extend({
  Message: z.base64().transform((text) => Buffer.from(text, "base64")),
  MessageType: z.string().default("RAW"),
  SigningAlgorithm: z.string(),
});

interface Refusal {
  readonly type: string;
  readonly message: string;
}
type Answered = Readonly<Record<string, unknown>> | Refusal;
const refusal = (type: string, message: string): Refusal => ({ type, message });
const invalid = (message: string): Refusal => refusal("ValidationException", `1 validation error detected: ${message}`);

/**
 * Opens the signing keys of the templates. Makes a private key for each key whose ARN has none in `records`, and stores
 * it there.
 * @throws if a key is not for signing with P-256, or has a property that is not known here
 */
export function openKms(assembly: Assembly, records: Records): Kms {
  const keys = new Map(
    assembly.of("AWS::KMS::Key").map((resource) => {
      assembly.read(resource, keyProperties);
      const arn = assembly.attribute(resource, "Arn");
      if (!records.get(arn)) records.set(arn, newKey());
      return [arn, z.string().parse(records.get(arn))] as const;
    }),
  );
  /** Finds a key by its ARN or its id. */
  const find = (keyId: string) => [...keys].find(([arn]) => arn === keyId || arn.endsWith(`:key/${keyId}`));

  const operations: Readonly<Record<string, (body: unknown) => Answered>> = {
    Sign: (body) => signed(signing.safeParse(body), find),
    GetPublicKey: (body) => publicKey(named.safeParse(body), find),
  };
  return {
    answer: (target, body) => {
      const [, action = ""] = /^TrentService\.(\w+)$/.exec(target) ?? [];
      const operation = Object.hasOwn(operations, action) ? operations[action] : undefined;
      const answered = operation?.(parsed(body)) ?? refusal("UnknownOperationException", `not known here: ${target}`);
      const isRefused = "type" in answered;
      return {
        status: isRefused ? 400 : 200,
        type: "application/x-amz-json-1.1",
        body: JSON.stringify(isRefused ? { __type: answered["type"], message: answered["message"] } : answered),
      };
    },
  };
}

type Find = (keyId: string) => readonly [arn: string, pem: string] | undefined;

function signed(asked: z.ZodSafeParseResult<z.output<typeof signing>>, find: Find): Answered {
  if (!asked.success) return invalid(z.prettifyError(asked.error));
  const { KeyId, Message, MessageType, SigningAlgorithm } = asked.data;
  if (!algorithms.some((one) => one === SigningAlgorithm))
    return invalid(
      `Value '${SigningAlgorithm}' at 'signingAlgorithm' failed to satisfy constraint: Member must satisfy enum value set: [${algorithms.join(", ")}]`,
    );
  if (Message.length === 0 || Message.length > mostBytes)
    return invalid(
      `Value at 'message' failed to satisfy constraint: Member must have length between 1 and ${mostBytes}`,
    );
  // Node can sign a message only, not the digest of one.
  if (MessageType !== "RAW") return invalid(`the local stack signs messages of the type RAW only, not ${MessageType}`);
  const key = find(KeyId);
  if (!key) return missing(KeyId);
  const [arn, pem] = key;
  if (SigningAlgorithm !== algorithm)
    return refusal(
      "InvalidKeyUsageException",
      `Algorithm ${SigningAlgorithm} and key spec ECC_NIST_P256 are incompatible for this operation.`,
    );
  const signature = sign("sha256", Message, { key: pem, dsaEncoding: "der" });
  return { KeyId: arn, Signature: signature.toString("base64"), SigningAlgorithm };
}

function publicKey(asked: z.ZodSafeParseResult<z.output<typeof named>>, find: Find): Answered {
  if (!asked.success) return invalid(z.prettifyError(asked.error));
  const key = find(asked.data.KeyId);
  if (!key) return missing(asked.data.KeyId);
  const [arn, pem] = key;
  return {
    KeyId: arn,
    PublicKey: createPublicKey(pem).export({ type: "spki", format: "der" }).toString("base64"),
    CustomerMasterKeySpec: "ECC_NIST_P256",
    KeySpec: "ECC_NIST_P256",
    KeyUsage: "SIGN_VERIFY",
    SigningAlgorithms: [algorithm],
  };
}

const missing = (keyId: string): Refusal => refusal("NotFoundException", `Key '${keyId}' does not exist`);

function newKey(): string {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return privateKey.export({ type: "pkcs8", format: "pem" }).toString();
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
