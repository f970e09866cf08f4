import { type TribunalDecision, tribunalWords as words } from "./tribunal-decision.words.ts";

/** Renders what the tribunal decided: in whose favour, its summary and, if it gave figures, what of each receipt. */
export function DecidedByTribunal({ tribunal }: { readonly tribunal: TribunalDecision }) {
  const { summary, months, number, receivedOn } = tribunal;
  return (
    <section>
      <h2>{words.title}</h2>
      <p class="why">
        <b>{words.result(tribunal)}</b>
      </p>
      <p class="lines">{summary}</p>
      {months.map((month) => (
        <p key={month.receiptNumber}>{words.month(month)}</p>
      ))}
      <p class="note">{words.number(number, receivedOn)}</p>
    </section>
  );
}
