import { KMSClient, SignCommand } from "@aws-sdk/client-kms";
import canonicalize from "canonicalize";
import type { DocumentKind, Seal } from "../domain/case-events.ts";

/** What a seal vouches for: which document, its bytes, and the act they stand for. */
export interface SealStatement {
  readonly kind: DocumentKind;
  /** Of the resolution, the claim or the filing. */
  readonly number: string;
  /** Hexadecimal, of the document's bytes. */
  readonly sha256: string;
  readonly claimCode?: string | undefined;
  /** Who signed, and when; absent where nobody signs: a cargo. */
  readonly signer?: string | undefined;
  readonly signedAt?: string | undefined;
  readonly sealedAt: string;
  /** The head of the case's chain of entries before the act. */
  readonly chainHead?: string | undefined;
}

/** Seals by the utility's key: integrity, which is not the officer's signature. */
export interface Seals {
  seal(statement: SealStatement): Promise<Seal>;
}

/** The statement is signed as its RFC 8785 JSON; the signature is DER, base64. */
export function openSeals(keyId: string, client: Pick<KMSClient, "send"> = new KMSClient({})): Seals {
  return {
    seal: async (facts) => {
      const statement = canonicalize(facts) ?? "";
      const { Signature, KeyId = keyId } = await client.send(
        new SignCommand({
          KeyId: keyId,
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
      };
    },
  };
}
