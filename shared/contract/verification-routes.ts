import * as z from "zod";
import { documentStandings } from "../domain/document-standing.ts";
import { documentKinds, printedKinds } from "../domain/issued-documents.ts";
import { parseVerificationCode } from "../domain/verification-code.ts";
import { defineRoute } from "./route.ts";

const codeHelp = "El código tiene 16 letras y números, en grupos de cuatro. Está al pie de cada hoja, junto al QR.";

/** As people type it; brought to its one form. */
const verificationCode = z.string({ error: codeHelp }).transform((text, context) => {
  const parsed = parseVerificationCode(text.slice(0, 64));
  if (parsed !== undefined) return parsed;
  context.addIssue({ code: "custom", message: codeHelp });
  return z.NEVER;
});

/** What anybody may know of a document whose code or bytes they have: nothing of a person. */
const verification = z.object({
  verificationCode: z.string(),
  kind: z.enum([...documentKinds, ...printedKinds]),
  /** As printed: of the resolution, the claim or the filing. */
  number: z.string(),
  /** An instant. */
  issuedAt: z.string(),
  sha256: z.string(),
  standing: z.enum(documentStandings),
  /** A material error of it was put right. */
  rectifiedAt: z.string().optional(),
  /** The bytes the office keeps, read now: as they were sealed, other ones, or none; of some attachments it keeps the hash alone. */
  kept: z.enum(["whole", "changed", "missing", "not-kept"]),
  /**
   * Of a claim's document: whether the digest of the day its entry was recorded names the claim. `to-come` is of today, or
   * of a day that ended an hour ago; `none` of a day before the first digest of all, or whose digest is missing.
   */
  digest: z.object({ day: z.string(), state: z.enum(["named", "to-come", "none"]) }).optional(),
  /** What `npm run verify` checks offline; absent while nobody signed. */
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
        /** The day it was first seen to seal; absent for one of today. */
        from: z.string().optional(),
        /** PEM, SubjectPublicKeyInfo. */
        publicKey: z.string(),
      }),
    ),
  }),
  refusals: [],
});
