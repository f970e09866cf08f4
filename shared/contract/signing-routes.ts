import * as z from "zod";
import { claimParams, words } from "./claim-fields.ts";
import { claimSummary } from "./claim-views.ts";
import { defineRoute } from "./route.ts";

const edit = {
  method: "POST",
  audience: "staff",
  once: true,
  versioned: true,
  params: claimParams,
  status: 200,
} as const;

export const issueResolution = defineRoute({
  ...edit,
  path: "/desk/claims/{claimId}/resolution/issue",
  roles: ["resolver"],
  summary: "Sends the draft to signature: its bytes, number and date are frozen, and its checklist with them.",
  body: z.strictObject({}),
  answer: claimSummary.extend({ number: z.string(), documentId: z.string(), sha256: z.string() }),
  refusals: ["claim-not-found", "not-now", "no-draft", "evidence-missing", "cannot-price"],
});

export const signResolution = defineRoute({
  ...edit,
  path: "/desk/claims/{claimId}/resolution/signature",
  roles: ["signer"],
  summary: "The signer's act: needs a sign-in with the second factor a few minutes old at most.",
  body: z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/, "Revisa el documento antes de firmar.") }),
  answer: claimSummary.extend({ number: z.string() }),
  refusals: ["claim-not-found", "not-now", "fresh-sign-in-needed", "document-changed"],
});

export const returnResolution = defineRoute({
  ...edit,
  path: "/desk/claims/{claimId}/resolution/return",
  roles: ["signer", "resolver"],
  summary: "Returns what was sent to signature: its number is voided with the reason.",
  body: z.strictObject({ reason: words("Escribe por qué se devuelve.", 500) }),
  answer: claimSummary,
  refusals: ["claim-not-found", "not-now"],
});

export const rectifyResolution = defineRoute({
  ...edit,
  path: "/desk/claims/{claimId}/rectification",
  roles: ["signer"],
  summary: "Puts right a material error of a signed resolution, with a fresh sign-in: never its sense or its amounts.",
  body: z.strictObject({
    of: words("Elige la resolución.", 60),
    says: words("Copia lo que dice.", 500),
    should: words("Escribe lo que debe decir.", 500),
  }),
  answer: claimSummary.extend({ documentId: z.string() }),
  refusals: ["claim-not-found", "not-now", "fresh-sign-in-needed"],
});
