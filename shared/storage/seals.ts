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
  readonly verificationCode: string;
  readonly claimCode?: string | undefined;
  /** Who signed, and when; absent where nobody signs: a cargo. */
  readonly signer?: string | undefined;
  readonly signedAt?: string | undefined;
  readonly sealedAt: string;
  /** The head of the case's chain of entries before the act. */
  readonly chainHead?: string | undefined;
  /** Each file that was received with what it vouches for: its name as it came, its SHA-256. */
  readonly received?: readonly { readonly fileName: string; readonly sha256: string }[] | undefined;
}

/** What a seal says of receipts held from cutting, printed on the page a crew is shown: it is checked without a server. */
export interface HoldStatement {
  readonly kind: "hold";
  readonly claimCode: string;
  readonly supplyCode: string;
  readonly receipts: readonly string[];
  /** The day the claim was filed. */
  readonly since: string;
}

/** What is signed of a statement: its RFC 8785 JSON. */
export function signedText(facts: SealStatement | HoldStatement): string {
  return canonicalize(facts) ?? "";
}

/** Seals by the utility's key: integrity, which is not the officer's signature. */
export interface Seals {
  seal(statement: SealStatement | HoldStatement): Promise<Seal>;
}

/** The statement is signed as its RFC 8785 JSON; the signature is DER, base64. */
export function openSeals(keyId: string, client: Pick<KMSClient, "send"> = new KMSClient({})): Seals {
  return {
    seal: async (facts) => {
      const statement = signedText(facts);
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
