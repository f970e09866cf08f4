import { generateKeyPairSync, sign, verify } from "node:crypto";
import type { KMSClient, SignCommand } from "@aws-sdk/client-kms";
import type { Seal } from "../../shared/domain/case/issued-documents.ts";
import { openSeals, type Seals } from "../../shared/storage/seal/seals.ts";

/** The utility's key as the key service keeps it, with the requests it got and a check of its seals. */
export interface SealKey {
  readonly seals: Seals;
  readonly asked: readonly SignCommand["input"][];
  vouchesFor(seal: Seal): boolean;
  /** The public half, as PEM. */
  readonly publicKey: string;
}

/** Makes a new key on P-256, behind the store that functions use. */
export function sealKey(): SealKey {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const asked: SignCommand["input"][] = [];
  const client = {
    send: async ({ input }: SignCommand) => {
      asked.push(input);
      const Signature = sign("sha256", input.Message ?? new Uint8Array(), privateKey);
      return { Signature, KeyId: "arn:aws:kms:us-east-1:000000000000:key/seals" };
    },
  } as unknown as Pick<KMSClient, "send">;
  return {
    seals: openSeals({ client, name: "alias/seals" }),
    asked,
    publicKey: publicKey.export({ type: "spki", format: "pem" }).toString(),
    vouchesFor: ({ statement, signature }) =>
      verify("sha256", Buffer.from(statement), publicKey, Buffer.from(signature, "base64")),
  };
}
