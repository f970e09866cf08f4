import { CsvLink } from "../../look/csv-link.tsx";
import { RowBars } from "../../look/row-bars.tsx";
import { ScrollTable } from "../../look/scroll-table.tsx";
import { wholeNumber } from "../../words/format.ts";
import { boardWords } from "./board.words.ts";

export interface CountedRow {
  readonly label: string;
  readonly count: number;
  /** The page with the cases of this part, if there is one. */
  readonly address?: string | undefined;
}

interface CountedProps {
  readonly title: string;
  /** The name of the CSV file. */
  readonly fileName: string;
  /** The parts, in the order shown. */
  readonly rows: readonly CountedRow[];
}

/** The most bars of a chart; the table has every row. */
const mostBars = 8;

/**
 * Renders a number by its parts: a chart of the first eight parts with a sentence that sums up the others, and, folded,
 * a table of all parts and a link to download them as CSV. In the table a count links to `address`, unless the count is
 * 0. Without rows, or if each is 0, says that there is nothing to count instead.
 */
export function Counted({ title, fileName, rows }: CountedProps) {
  if (rows.every(({ count }) => count === 0))
    return (
      <section>
        <h4>{title}</h4>
        <p class="hint">{boardWords.nothing}</p>
      </section>
    );
  const shown = rows.length > mostBars ? rows.slice(0, mostBars) : rows;
  const rest = rows.slice(shown.length);
  const bars = shown.map(({ label, count }) => ({ label, count, printed: wholeNumber(count) }));
  const sentence = `${title}: ${bars.map(({ label, printed }) => `${label}, ${printed}`).join("; ")}.`;
  return (
    <section>
      <h4>{title}</h4>
      <RowBars rows={bars} sentence={sentence} />
      {rest.length > 0 && (
        <p class="hint">
          {boardWords.others(
            rest.length,
            rest.reduce((all, { count }) => all + count, 0),
          )}
        </p>
      )}
      <details>
        <summary>{boardWords.table}</summary>
        <ScrollTable caption={title} columns={Object.values(boardWords.columns)}>
          {rows.map(({ label, count, address }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>
                {address === undefined || count === 0 ? (
                  wholeNumber(count)
                ) : (
                  <a href={address}>
                    {wholeNumber(count)} <span class="unseen">{label}</span>
                  </a>
                )}
              </td>
            </tr>
          ))}
        </ScrollTable>
        <p>
          <CsvLink
            fileName={fileName}
            rows={[Object.values(boardWords.columns), ...rows.map(({ label, count }) => [label, count])]}
          >
            {boardWords.csv}
          </CsvLink>
        </p>
      </details>
    </section>
  );
}
