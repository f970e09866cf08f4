import type { ClaimState } from "../../../shared/domain/case/claim-states.ts";
import type { ClaimView } from "../../words/claim.ts";
import { cubicMetres, instant, soles } from "../../words/format.ts";
import { instalmentText } from "../../words/instalments.ts";
import { sentence } from "../../words/sentence.ts";

const follows = "La empresa puede hacerte otra propuesta, o se habla en la reunión. Tu reclamo sigue.";

type Offer = ClaimView["offers"][number];

/** The states in which the company may still make an offer, or the meeting is to come. */
const beforeMeeting: readonly ClaimState[] = ["filed", "observed", "under-investigation", "hearing-due"];

/**
 * Returns, in sentences, what the claimant proposed in place of an offer, when it was received and, before the meeting,
 * what follows; first what they proposed. Empty without an offer, or if they proposed nothing.
 */
export function counteredWords(offer: Offer | undefined, state: ClaimState): readonly string[] {
  if (!offer?.counter) return [];
  const { answeredAt, counter } = offer;
  const { m3, after, instalments } = counter;
  return [
    `Propusiste otra cosa: pagar ${soles(after)}, por ${cubicMetres(m3)}.`,
    ...(instalments ? [`${instalmentText(instalments)}.`] : []),
    ...(answeredAt ? [sentence(`Lo recibimos el ${instant(answeredAt)}`)] : []),
    ...(beforeMeeting.includes(state) ? [follows] : []),
  ];
}
