import { useAnswer } from "../look/asking.ts";
import { CountedDays } from "../look/counted-days.tsx";
import { clockNames, clockStatusNames, howCounted } from "../words/claim-clocks.ts";
import { deadline } from "../words/deadline.ts";
import { api } from "./api.ts";
import { Waiting } from "./signed-in.tsx";

interface ClaimClocksProps {
  readonly claimId: string;
}

/** The terms of a claim, each with every day counted or skipped, and why. */
export function ClaimClocks({ claimId }: ClaimClocksProps) {
  const { answer, again } = useAnswer(() => api.showClocks({ params: { claimId } }), claimId);
  if (!answer?.ok) return <Waiting answer={answer} again={again} />;
  return (
    <ul>
      {answer.value.clocks.map(({ id, dueDate, daysLeft, status, days }) => (
        <li key={id}>
          <b>{clockNames[id]}:</b> {deadline(dueDate, status === "met" ? undefined : daysLeft)}.{" "}
          {clockStatusNames[status]}.
          <details>
            <summary>
              {howCounted}
              <span class="unseen">: {clockNames[id]}</span>
            </summary>
            <CountedDays days={days} />
          </details>
        </li>
      ))}
    </ul>
  );
}
