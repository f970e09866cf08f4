import { Facts, type FactsRows } from "../../look/facts.tsx";
import { officeFacts } from "../../office.ts";
import { date } from "../../words/format.ts";
import type { Delivery } from "../visit/kept-day.ts";
import { deliverySheetWords as words } from "../work/to-hand-over.words.ts";

/**
 * Renders the sheet that goes with a resolution to its address, on which who receives it signs. It is seen on paper
 * only, each on a page of its own.
 */
export function DeliverySheet({ delivery }: { readonly delivery: Delivery }) {
  const { code, number, claimantName, to, telephone, days, until, attempts, nextOn, inspector } = delivery;
  const { facts } = words;
  const rows: FactsRows = [
    [facts.name, claimantName],
    [facts.to, to],
    [facts.code, code],
    [facts.telephone, telephone],
    [facts.until, until && date(until)],
    [facts.meta, days?.meta && date(days.meta.on)],
    [facts.attempts, attempts > 0 ? String(attempts) : undefined],
    [facts.nextOn, nextOn && date(nextOn)],
  ];
  return (
    <article class="delivery-sheet">
      <p>{officeFacts.legalName}</p>
      <h2>
        {words.title}: {words.resolution(number)}
      </h2>
      <Facts rows={rows} />
      <Line>{words.when}</Line>
      <h3>{words.outcome}</h3>
      <ul>
        {words.outcomes.map((outcome) => (
          <li key={outcome}>{outcome}</li>
        ))}
      </ul>
      <Line>{words.back}</Line>
      <HandOverLines by={inspector} />
    </article>
  );
}

/**
 * Renders the lines of a paper on which who receives it signs, and who hands it over; `by` is that person, if known.
 */
export function HandOverLines({ by }: { readonly by?: string | undefined }) {
  return (
    <>
      <h3>{words.receiver}</h3>
      {words.lines.map((line) => (
        <Line key={line}>{line}</Line>
      ))}
      <Line of="to-sign">{words.sign}</Line>
      <Line>{words.premises}</Line>
      <h3>{words.by}</h3>
      {by && <p>{by}</p>}
      {words.byLines.map((line) => (
        <Line key={line}>{line}</Line>
      ))}
      <Line of="to-sign">{words.bySign}</Line>
    </>
  );
}

interface LineProps {
  readonly children: string;
  /** A signature takes more room. */
  readonly of?: "to-sign";
}

export const Line = ({ children, of }: LineProps) => <p class={`to-fill ${of ?? ""}`}>{children}:</p>;
