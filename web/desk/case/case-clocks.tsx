import { CountedDays } from "../../look/counted-days.tsx";
import { Light } from "../../look/light.tsx";
import { ScrollTable } from "../../look/scroll-table.tsx";
import { howCounted } from "../../words/claim-clocks.ts";
import { dateWithWeekday } from "../../words/format.ts";
import { caseWords, clockNames } from "./case.words.ts";
import { type CaseFile, quejaSentTo } from "./case-file.ts";
import { caseHeaderMoreWords } from "./case-header-more.words.ts";

/** Renders each term of a case with its last day and how it is counted; nothing if none has started. */
export function CaseClocks({ file }: { readonly file: CaseFile }) {
  const { clocks } = file;
  const sentTo = quejaSentTo(file);
  if (clocks.length === 0) return null;
  return (
    <section>
      <h2>{caseWords.clocks}</h2>
      <ScrollTable caption={caseWords.clocks} columns={caseWords.clockColumns}>
        {clocks.map(({ id, calendar, dueDate, daysLeft, status, days }) => (
          <tr key={id}>
            <th scope="row">
              {clockNames[id]}
              <details>
                <summary>
                  {howCounted}
                  <span class="unseen">: {clockNames[id]}</span>
                </summary>
                <CountedDays days={days} />
              </details>
            </th>
            <td>{dateWithWeekday(dueDate)}</td>
            <td>
              {id === "T20" && sentTo ? (
                caseHeaderMoreWords.quejaSent(sentTo)
              ) : status === "running" || (status === "lapsed" && calendar === "COMPANY") ? (
                <Light daysLeft={daysLeft} />
              ) : (
                caseWords.clockStatuses[status]
              )}
            </td>
          </tr>
        ))}
      </ScrollTable>
    </section>
  );
}
