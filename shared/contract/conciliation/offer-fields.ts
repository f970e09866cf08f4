import * as z from "zod";
import { fewestInstalments, mostInstalments } from "../../domain/conciliation/instalments.ts";

/** Of a proposal for a receipt: its volume in m³, and in how many monthly parts its amount is paid. */
const proposedM3 = { error: "Escribe los m³ que propones, sin decimales." };
const proposedParts = { error: `Elige de ${fewestInstalments} a ${mostInstalments} cuotas.` };
export const proposedVolume = z.number(proposedM3).int(proposedM3.error).min(0, proposedM3.error).max(100_000);
export const proposedInstalments = z
  .number(proposedParts)
  .int(proposedParts.error)
  .min(fewestInstalments, proposedParts.error)
  .max(mostInstalments, proposedParts.error);

/** The same of an address, where numbers come as text. */
export const pricedQuery = z.object({
  m3: z.coerce.number(proposedM3).pipe(proposedVolume),
  instalments: z.coerce.number(proposedParts).pipe(proposedInstalments).optional(),
});

/** What a proposal costs by the price list of its receipt, and its monthly parts. */
export const offerPrice = z.object({ after: z.string(), instalments: z.array(z.string()).optional() });

/** What a claimant proposes instead of an offer. */
const counterOffer = z.strictObject({
  m3: proposedVolume,
  instalments: proposedInstalments.optional(),
  says: z.string().trim().max(500, "Escribe 500 letras como máximo.").default(""),
});

/** Whether an offer is accepted and, if it is not, what the claimant proposes instead. */
export const offerAnswerShape = {
  accepted: z.boolean({ error: "Elige si aceptas la propuesta." }),
  counter: counterOffer.optional(),
};

/** Refuses an answer that accepts an offer and proposes something else. */
export const isOneAnswer: [
  (answer: { readonly accepted: boolean; readonly counter?: unknown }) => boolean,
  { path: string[]; error: string },
] = [
  ({ accepted, counter }) => !(accepted && counter),
  { path: ["counter"], error: "O aceptas la propuesta, o propones otra cosa." },
];

/** An offer to settle, with its answer. */
export const offer = z.object({
  offerId: z.string(),
  madeAt: z.string(),
  receiptNumber: z.string(),
  m3: z.number(),
  before: z.string(),
  after: z.string(),
  /** Its monthly parts, if it is paid in parts. */
  instalments: z.array(z.string()).optional(),
  terms: z.string(),
  until: z.string(),
  /** Absent while it waits for an answer. */
  accepted: z.boolean().optional(),
  /** When its last answer was recorded. */
  answeredAt: z.string().optional(),
  /** The last day to change an answer given by telephone, while it has not passed. */
  undoUntil: z.string().optional(),
  /** What its claimant proposed instead. */
  counter: z
    .object({ m3: z.number(), after: z.string(), instalments: z.array(z.string()).optional(), says: z.string() })
    .optional(),
});
