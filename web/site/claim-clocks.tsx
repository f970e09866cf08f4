import { useAnswer } from "../look/asking.ts";
import { clockNames, clockStatusNames, howCounted } from "../words/claim-clocks.ts";
import { deadline } from "../words/deadline.ts";
import { dayOfList } from "../words/format.ts";
import { reasonOfDay, termsWords } from "../words/terms.ts";
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
            <Days days={days} />
          </details>
        </li>
      ))}
    </ul>
  );
}

interface DaysProps {
  readonly days: readonly {
    readonly date: string;
    readonly counted: boolean;
    readonly reason?: string | undefined;
  }[];
}

function Days({ days }: DaysProps) {
  let ordinal = 0;
  return (
    <table>
      <caption class="unseen">{termsWords.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{termsWords.dayColumn}</th>
          <th scope="col">{termsWords.reasonColumn}</th>
        </tr>
      </thead>
      <tbody>
        {days.map(({ date, counted, reason = "" }) => (
          <tr key={date} class={counted ? undefined : "pale"}>
            <th scope="row" class="day">
              {dayOfList(date)}
            </th>
            <td>{reasonOfDay({ reason, ordinal: counted ? ++ordinal : undefined })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
