import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { isSealed, sealedText } from "../../scripts/verify-seal.ts";
import { sealKey } from "../doubles/seal-key.ts";

const held = {
  kind: "hold",
  claimCode: "RE-2026-000001-1",
  supplyCode: "00012345",
  receipts: ["S001-00045001"],
  since: "2026-11-23",
} as const;
const key = sealKey();
const qr = async () => {
  const { statement, signature } = await key.seals.seal(held);
  return `${statement}\n${signature}`;
};

it("a «No cortar» is checked by its own text and the public key alone", async () => {
  const text = await qr();
  expect(isSealed(sealedText(text), key.publicKey)).toBe(true);
  expect(isSealed(sealedText(text.replace("00045001", "00045002")), key.publicKey)).toBe(false);
  expect(isSealed(sealedText(text), sealKey().publicKey)).toBe(false);
});

it("a document is the one that was sealed, to the byte", async () => {
  const document = Buffer.from("un documento de prueba");
  const sha256 = createHash("sha256").update(document).digest("hex");
  const seal = await key.seals.seal({
    kind: "do-not-cut",
    number: held.claimCode,
    sha256,
    verificationCode: "0000-0000-0000-0000",
    sealedAt: "2026-11-23T15:00:00.000Z",
  });
  expect(isSealed(seal, key.publicKey, document)).toBe(true);
  expect(isSealed(seal, key.publicKey, Buffer.from("un documento de pruebas"))).toBe(false);
});

it.each(["", "una línea", "a\nb\nc"])("%j is not the text of a «No cortar»", (text) => {
  expect(() => sealedText(text)).toThrow(RangeError);
});
