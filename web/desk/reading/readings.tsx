import { deskPages } from "../../desk-paths.ts";
import { ScrollTable } from "../../look/scroll-table.tsx";
import { cubicMetres, date, monthAndYear } from "../../words/format.ts";
import { api } from "../api.ts";
import { More, usePages } from "../attachment/page-by-page.tsx";
import { addressOf, Heading, StaffOnly, Waiting } from "../page.tsx";
import { readingWords } from "./readings.words.ts";

/**
 * Renders the atypical readings that wait for their control, page by page, by the day on which their receipt is to be
 * issued, with what each waits for. Without a session, asks to sign in.
 */
export function ReadingsPage() {
  return (
    <>
      <Heading>{deskPages.readings.title}</Heading>
      <StaffOnly>
        <p>
          {readingWords.lede} {readingWords.from}
        </p>
        <Readings />
      </StaffOnly>
    </>
  );
}

function Readings() {
  const { answer, again, pages, next } = usePages((from) => api.listReadings({ query: from }), "");
  if (!answer?.ok) return <Waiting answer={answer} again={again} />;
  const readings = pages.flatMap((page) => page.readings);
  if (readings.length === 0) return <p>{readingWords.empty}</p>;
  return (
    <>
      <ScrollTable caption={readingWords.caption} columns={Object.values(readingWords.columns)}>
        {readings.map((reading) => (
          <tr key={reading.readingId}>
            <th scope="row">
              <a href={addressOf("reading", { readingId: reading.readingId })}>
                {reading.supplyCode}, {monthAndYear(reading.period)}
              </a>
            </th>
            <td>
              {readingWords.waits(reading)}{" "}
              {reading.late && <span class="light overdue">{readingWords.late(reading)}</span>}
              {readingWords.visits(reading).map((said) => (
                <p class="hint" key={said}>
                  {said}
                </p>
              ))}
            </td>
            <td>{date(reading.issueOn)}</td>
            <td class="figure">{cubicMetres(reading.m3)}</td>
            <td class="figure">{cubicMetres(reading.averageM3)}</td>
          </tr>
        ))}
      </ScrollTable>
      <More {...next} />
    </>
  );
}
