import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import { CsvLink } from "../../look/csv-link.tsx";
import { ScrollTable } from "../../look/scroll-table.tsx";
import { claimTypeNames } from "../../words/claim-types.ts";
import { wholeNumber } from "../../words/format.ts";
import { resultsWords as words } from "./results.words.ts";

interface ResultsByTypeProps {
  /** A count of null is kept back: too few claims. */
  readonly byType: AnswerOf<Routes["showResults"]>["byType"];
  readonly fileName: string;
  /** The rows of the CSV file before those of the types, its head first. */
  readonly above: readonly (readonly string[])[];
}

/**
 * Renders the claims of a month by type as a table, if there are any, and the link to a CSV file with all numbers of
 * the month.
 */
export function ResultsByType({ byType, fileName, above }: ResultsByTypeProps) {
  const types = byType.map(({ type, count }) => ({
    name: claimTypeNames[type],
    count: count === null ? words.hidden : wholeNumber(count),
  }));
  return (
    <>
      {types.length > 0 && (
        <>
          <h3>{words.byType}</h3>
          <ScrollTable caption={words.byType} columns={Object.values(words.columns)}>
            {types.map(({ name, count }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{count}</td>
              </tr>
            ))}
          </ScrollTable>
        </>
      )}
      <p>
        <CsvLink
          fileName={fileName}
          rows={[...above, ...types.map(({ name, count }) => [`${words.byType}: ${name}`, count])]}
        >
          {words.csv}
        </CsvLink>
      </p>
    </>
  );
}
