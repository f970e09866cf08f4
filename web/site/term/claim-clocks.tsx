import { useAnswer } from "../../look/asking.ts";
import { CountedDays } from "../../look/counted-days.tsx";
import type { ClaimView } from "../../words/claim.ts";
import { clockWords, howCounted } from "../../words/claim-clocks.ts";
import { api } from "../api.ts";
import { Waiting } from "../signed-in.tsx";

interface ClaimClocksProps {
  readonly claimId: string;
  /** The terms that the company missed; their words say so. */
  readonly late: ClaimView["late"];
}

/** Asks the API for the terms of a claim and lists them. Each unfolds to a table of its days. */
export function ClaimClocks({ claimId, late }: ClaimClocksProps) {
  const { answer, again } = useAnswer(() => api.showClocks({ params: { claimId } }), claimId);
  if (!answer?.ok) return <Waiting answer={answer} again={again} />;
  return (
    <ul>
      {answer.value.clocks.map((clock) => {
        const [what, stands] = clockWords(clock, late);
        return (
          <li key={clock.id}>
            <b>{what}:</b> {stands}
            <details>
              <summary>
                {howCounted}
                <span class="unseen">: {what}</span>
              </summary>
              <CountedDays days={clock.days} />
            </details>
          </li>
        );
      })}
    </ul>
  );
}
