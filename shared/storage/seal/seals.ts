import { createPublicKey } from "node:crypto";
import { GetPublicKeyCommand, KMSClient, SignCommand } from "@aws-sdk/client-kms";
import { PutCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { DocumentKind, ReceivedFile, Seal } from "../../domain/case/issued-documents.ts";
import { canonicalJson, jsonHash } from "../canonical-json.ts";
import { sealKeyOf } from "../case/claim-keys.ts";
import type { DigestStatement } from "../check/day-digests.ts";
import { isConditionRefused, type Table } from "../dynamodb.ts";

/** A key of the key service; its name is its ARN or its alias. */
export type Key = { readonly client: Pick<KMSClient, "send">; readonly name: string };

/** Opens the client of the key service; a function has only one. */
export function openKms(): KMSClient {
  return new KMSClient({});
}

/** What a seal states: which document, its bytes, and the act they stand for. */
export interface SealStatement {
  readonly kind: DocumentKind;
  /** The number of the resolution, the claim or the submission. */
  readonly number: string;
  /** Hexadecimal SHA-256 of the document's bytes. */
  readonly sha256: string;
  readonly verificationCode: string;
  readonly claimCode?: string | undefined;
  /** Who signed, and when; absent for a document that nobody signs, as a cargo. */
  readonly signer?: string | undefined;
  readonly signedAt?: string | undefined;
  readonly sealedAt: string;
  /** The head of the case's chain when the document was asked for, including the entry that asked. */
  readonly chainHead?: string | undefined;
  /**
   * Instead of a chain's head, for a submission, which has no chain: the SHA-256 of the facts the document stands for.
   */
  readonly factsHash?: string | undefined;
  /** Each file received by then. They are not signed one by one, but by the hash of their list. */
  readonly received?: readonly ReceivedFile[] | undefined;
}

/**
 * What a seal states of receipts held from cutting. It is printed on the page shown to a crew, and checked without a
 * server.
 */
export interface HoldStatement {
  readonly kind: "hold";
  readonly claimCode: string;
  readonly supplyCode: string;
  readonly receipts: readonly string[];
  /** The day the claim was filed. */
  readonly since: string;
}

/**
 * Returns the text that the key signs: the statement as RFC 8785 JSON. If the statement has `received`, the text has in
 * its place the number of files and the hash of their list.
 */
export function signedText(facts: Sealable): string {
  const received = "received" in facts ? facts.received : undefined;
  return canonicalJson({ ...facts, ...(received && { received: receivedMark(received) }) });
}

/**
 * Returns what a statement says of a list of files: how many, and the SHA-256 of their list in its order. The key signs
 * at most 4,096 bytes, so the list itself is not signed.
 */
export function receivedMark(files: readonly ReceivedFile[]): { readonly files: number; readonly sha256: string } {
  return { files: files.length, sha256: jsonHash(files) };
}

export type Sealable = SealStatement | HoldStatement | DigestStatement;

/** Seals by the utility's key, which prove integrity; they are not the officer's signature. */
export interface Seals {
  seal(statement: Sealable): Promise<Seal>;
}

/**
 * Opens the sealing key: `seal` signs the statement's RFC 8785 JSON (`signedText`) with ECDSA and SHA-256; the
 * signature is DER in base64. `seal` throws if the key service returns no signature.
 */
export function openSeals({ client, name }: Key): Seals {
  return {
    seal: async (facts) => {
      const statement = signedText(facts);
      const { Signature, KeyId = name } = await client.send(
        new SignCommand({
          KeyId: name,
          Message: Buffer.from(statement),
          MessageType: "RAW",
          SigningAlgorithm: "ECDSA_SHA_256",
        }),
      );
      if (!Signature) throw new Error("the key signed nothing");
      return {
        signature: Buffer.from(Signature).toString("base64"),
        keyId: KeyId,
        algorithm: "ECDSA_SHA_256",
        statement,
        ...("received" in facts && facts.received && { received: facts.received }),
      };
    },
  };
}

export interface SealKey {
  readonly keyId: string;
  /** PEM, SubjectPublicKeyInfo. */
  readonly publicKey: string;
  /** The first day on which it was noted as the sealing key. */
  readonly from?: string | undefined;
}

/**
 * Returns a function that reads the public half of the sealing key from the key service. What it returns has no `from`.
 * It throws if the service returns no public key.
 */
export function openSealKey({ client, name }: Key): () => Promise<SealKey> {
  return async () => {
    const { PublicKey, KeyId = name } = await client.send(new GetPublicKeyCommand({ KeyId: name }));
    if (!PublicKey) throw new Error("the key has no public half");
    const key = createPublicKey({ key: Buffer.from(PublicKey), format: "der", type: "spki" });
    return { keyId: KeyId, publicKey: key.export({ type: "spki", format: "pem" }).toString() };
  };
}

/** Every key that has sealed: a seal is checked with the key that made it, also after that was replaced. */
export interface SealKeys {
  /** Returns the keys, oldest first. */
  list(): Promise<readonly SealKey[]>;
}

const storedKey = z.object({ keyId: z.string(), publicKey: z.string(), from: z.string() });

export function openSealKeys({ client, name }: Table): SealKeys {
  return {
    list: async () => {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: name,
          KeyConditionExpression: "pk = :pk",
          ExpressionAttributeValues: { ":pk": sealKeyOf("").pk },
        }),
      );
      return Items.map((item) => storedKey.parse(item)).toSorted((a, b) => a.from.localeCompare(b.from));
    },
  };
}

export interface SealKeyBook {
  /** Stores a key; one that is stored keeps its first day. */
  keep(key: Required<SealKey>): Promise<void>;
}

export function openSealKeyBook({ client, name }: Table): SealKeyBook {
  return {
    keep: async (key) => {
      try {
        await client.send(
          new PutCommand({
            TableName: name,
            Item: { ...sealKeyOf(key.keyId), ...key },
            ConditionExpression: "attribute_not_exists(pk)",
          }),
        );
      } catch (failure) {
        if (!isConditionRefused(failure)) throw failure;
      }
    },
  };
}
