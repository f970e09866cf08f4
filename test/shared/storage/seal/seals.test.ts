import type { KMSClient } from "@aws-sdk/client-kms";
import { describe, expect, it } from "vitest";
import { openSeals, type SealStatement } from "../../../../shared/storage/seal/seals.ts";
import { sealKey } from "../../../doubles/seal-key.ts";

const statement: SealStatement = {
  sha256: "a".repeat(64),
  number: "00001-2026-MOQ",
  kind: "resolution",
  verificationCode: "0000-0000-0000-0000",
  claimCode: undefined,
  sealedAt: "2026-12-28T16:00:00.000Z",
};

describe("a seal", () => {
  it("is the key's own over the statement's canonical JSON, and of no other statement", async () => {
    const { seals, asked, vouchesFor } = sealKey();
    const seal = await seals.seal(statement);
    expect(seal.statement).toBe(
      `{"kind":"resolution","number":"00001-2026-MOQ","sealedAt":"2026-12-28T16:00:00.000Z","sha256":"${"a".repeat(64)}","verificationCode":"0000-0000-0000-0000"}`,
    );
    expect(seal).toMatchObject({
      algorithm: "ECDSA_SHA_256",
      keyId: "arn:aws:kms:us-east-1:000000000000:key/seals",
    });
    expect(asked).toMatchObject([{ KeyId: "alias/seals", MessageType: "RAW", SigningAlgorithm: "ECDSA_SHA_256" }]);
    expect(vouchesFor(seal)).toBe(true);
    expect(vouchesFor({ ...seal, statement: seal.statement.replace("00001", "00002") })).toBe(false);
    expect(sealKey().vouchesFor(seal)).toBe(false);
  });

  it("is not made up when the key signs nothing", async () => {
    const mute = { send: async () => ({}) } as unknown as Pick<KMSClient, "send">;
    await expect(openSeals({ client: mute, name: "alias/seals" }).seal(statement)).rejects.toThrow("signed nothing");
  });
});
