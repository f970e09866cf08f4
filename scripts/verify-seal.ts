import { createHash, createPublicKey, verify } from "node:crypto";
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import * as z from "zod";

export const usage =
  "node scripts/verify-seal.ts --key <public key, PEM> (--text <what the QR of a «No cortar» says> | --seal <document>.seal.json --document <document>)";

const sealFile = z.object({ statement: z.string(), signature: z.string() });
const stated = z.object({ sha256: z.string() });

/** A statement and the seal on it. */
type Sealed = z.infer<typeof sealFile>;

/** The two lines of the QR of a «No cortar»: what is stated, and its seal. Throws for any other text. */
export function sealedText(text: string): Sealed {
  const [statement, signature, ...rest] = text.trim().split(/\r?\n/);
  if (!statement || !signature || rest.length > 0) throw new RangeError("not the text of a «No cortar»");
  return { statement, signature };
}

/** Whether a seal is of the utility's key, without a server; of a document too, whether it is the one that was sealed. */
export function isSealed({ statement, signature }: Sealed, publicKey: string, document?: Uint8Array): boolean {
  const ours = verify("sha256", Buffer.from(statement), createPublicKey(publicKey), Buffer.from(signature, "base64"));
  if (!ours || !document) return ours;
  return stated.parse(JSON.parse(statement)).sha256 === createHash("sha256").update(document).digest("hex");
}

if (import.meta.main) {
  const options = {
    key: { type: "string" },
    text: { type: "string" },
    seal: { type: "string" },
    document: { type: "string" },
  } as const;
  const { key, text, seal, document } = parseArgs({ options }).values;
  if (!key || (text === undefined && (!seal || !document))) throw new Error(usage);
  const sealed = text === undefined ? sealFile.parse(JSON.parse(readFileSync(seal ?? "", "utf8"))) : sealedText(text);
  const ours = isSealed(
    sealed,
    readFileSync(key, "utf8"),
    text === undefined && document ? readFileSync(document) : undefined,
  );
  console.log(ours ? `sealed by this key: ${sealed.statement}` : "NOT sealed by this key, or another document");
  process.exitCode = ours ? 0 : 1;
}
