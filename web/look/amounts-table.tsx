import { soles } from "../words/format.ts";
import type { BreakdownRow } from "../words/receipt.ts";

interface AmountsTableProps {
  readonly caption: string;
  readonly rows: readonly BreakdownRow[];
}

/** A receipt's amounts, each with what it is for, in the order in which they add up. */
export function AmountsTable({ caption, rows }: AmountsTableProps) {
  return (
    <div class="fits few">
      <table>
        <caption class="unseen">{caption}</caption>
        <tbody>
          {rows.map(({ name, note, amount, total }) => (
            <tr key={name} class={total ? "total" : undefined}>
              <th scope="row">
                {name}
                {note && <span class="hint">{note}</span>}
              </th>
              <td class="figure">{soles(amount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
