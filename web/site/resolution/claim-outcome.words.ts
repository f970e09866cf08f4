import type { ResolutionOutcome } from "../../../shared/domain/case/claim-events.ts";

/** The outcomes of a decision, in words for the claimant. */
export const outcomeNames = {
  upheld: "Te dimos la razón",
  "partly-upheld": "Te dimos la razón en parte",
  rejected: "No te dimos la razón",
  dismissed: "No pudimos decidir si tienes razón (improcedente)",
  concluded: "El reclamo terminó sin decidir si tienes razón",
} as const satisfies Record<ResolutionOutcome, string>;
