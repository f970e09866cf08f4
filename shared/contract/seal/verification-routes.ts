import * as z from "zod";
import { documentStandings } from "../../domain/case/document-standing.ts";
import { documentKinds, printedKinds } from "../../domain/case/issued-documents.ts";
import { parseVerificationCode } from "../../domain/seal/verification-code.ts";
import { defineRoute } from "../route.ts";

const codeHelp = "El código tiene 16 letras y números, en grupos de cuatro. Está al pie de cada hoja, junto al QR.";

/** A verification code as people type it, brought to its one form. */
const verificationCode = z.string({ error: codeHelp }).transform((text, context) => {
  const parsed = parseVerificationCode(text.slice(0, 64));
  if (parsed !== undefined) return parsed;
  context.addIssue({ code: "custom", message: codeHelp });
  return z.NEVER;
});

/** What anybody may know of a document whose code or bytes they have; it names no person. */
const verification = z.object({
  verificationCode: z.string(),
  kind: z.enum([...documentKinds, ...printedKinds]),
  /** The printed number of the resolution, the letter, the claim or the submission. */
  number: z.string(),
  /** An instant, ISO 8601 in UTC. */
  issuedAt: z.string(),
  sha256: z.string(),
  standing: z.enum(documentStandings),
  /** When a material error of it was rectified. */
  rectifiedAt: z.string().optional(),
  /** How the bytes the office keeps are now: as recorded, other ones, or none; `not-kept`: only the hash is kept. */
  kept: z.enum(["whole", "changed", "missing", "not-kept"]),
  /**
   * For a claim's document: whether the digest of the day on which its entry was recorded names the claim. `to-come`:
   * the digest of that day is not due yet; `none`: it is due, and no digest of that day names the claim.
   */
  digest: z.object({ day: z.string(), state: z.enum(["named", "to-come", "none"]) }).optional(),
  /** The seal, which `npm run verify` checks offline; absent while nobody signed. */
  seal: z
    .object({ signature: z.string(), keyId: z.string(), algorithm: z.literal("ECDSA_SHA_256"), statement: z.string() })
    .optional(),
});

export const showVerification = defineRoute({
  method: "GET",
  path: "/verifications/{code}",
  audience: "anyone",
  summary:
    "Returns which document of the office a printed code names, whether its bytes are whole, and whether it is in force.",
  params: z.strictObject({ code: verificationCode }),
  status: 200,
  answer: verification,
  refusals: ["document-unknown"],
});

export const verifyFile = defineRoute({
  method: "POST",
  path: "/verifications",
  audience: "anyone",
  summary:
    "Returns which document of the office a file is, by its SHA-256, whether its bytes are whole, and whether it is in force. The file itself is not sent.",
  body: z.strictObject({
    sha256: z
      .string({ error: "Falta la huella SHA-256 del archivo." })
      .trim()
      .toLowerCase()
      .regex(/^[0-9a-f]{64}$/, "La huella SHA-256 tiene 64 letras y números, de 0 a 9 y de a a f."),
  }),
  status: 200,
  answer: verification,
  refusals: ["document-unknown"],
});

export const listSealKeys = defineRoute({
  method: "GET",
  path: "/verifications/keys",
  audience: "anyone",
  summary:
    "Returns the public halves of the keys that seal documents, past ones included: seals are checked offline with them.",
  status: 200,
  answer: z.object({
    keys: z.array(
      z.object({
        keyId: z.string(),
        /** The day from which it sealed; absent for a key that sealed for the first time today. */
        from: z.string().optional(),
        /** PEM, SubjectPublicKeyInfo. */
        publicKey: z.string(),
      }),
    ),
  }),
  refusals: [],
});
