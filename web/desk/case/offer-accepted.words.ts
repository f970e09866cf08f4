import { date } from "../../words/format.ts";

/** What is left to do once a claimant accepted an offer, on list and case alike; `on` is the hearing's day. */
export const offerAccepted = (on: string): string =>
  `Aceptó la propuesta: firmar el acta en la audiencia del ${date(on)}`;
