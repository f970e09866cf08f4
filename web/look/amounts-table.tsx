import { soles } from "../words/format.ts";
import type { BreakdownRow } from "../words/receipt.ts";

interface AmountsTableProps {
  readonly caption: string;
  readonly rows: readonly BreakdownRow[];
}

/**
 * Renders a receipt's amounts as a table, in the order of `rows`: each with its name, its note if it has one, and
 * soles. A row with `total` stands out.
 */
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
