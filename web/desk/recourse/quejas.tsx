import { deskPages } from "../../desk-paths.ts";
import { useAnswer } from "../../look/asking.ts";
import { Light } from "../../look/light.tsx";
import { ScrollTable } from "../../look/scroll-table.tsx";
import { dateWithWeekday } from "../../words/format.ts";
import { api } from "../api.ts";
import { addressOf, Heading, StaffOnly, Waiting } from "../page.tsx";
import { useOpenedList } from "../work/work-keys.tsx";
import { quejasWords } from "./quejas.words.ts";

/**
 * Renders up to 50 claims with a queja that waits to be forwarded or answered, the oldest first, each with the last day
 * to do so. Says if there are more. Without a session, asks to sign in.
 */
export function QuejasPage() {
  return (
    <>
      <Heading>{deskPages.quejas.title}</Heading>
      <StaffOnly>
        <Quejas />
      </StaffOnly>
    </>
  );
}

function Quejas() {
  const { answer, again } = useAnswer(() => api.listQuejas(), "quejas");
  const list = useOpenedList(addressOf("quejas"), answer?.ok ? answer.value.claims : undefined);
  if (!answer?.ok) return <Waiting answer={answer} again={again} />;
  const { claims, more } = answer.value;
  if (claims.length === 0) return <p>{quejasWords.empty}</p>;
  return (
    <section ref={list} class="stacked">
      <ScrollTable caption={quejasWords.count} columns={Object.values(quejasWords.columns)}>
        {claims.map(({ claimId, code, submissionNumber, claimantName, forwarded, until, workingDays }) => (
          <tr key={claimId}>
            <th scope="row">
              <a href={addressOf("case", { claimId })}>{submissionNumber}</a>
            </th>
            <td>{code}</td>
            <td>{claimantName}</td>
            <td>{forwarded ? quejasWords.forwarded : quejasWords.toForward}</td>
            <td data-name={quejasWords.columns.until}>{dateWithWeekday(until)}</td>
            <td>{!forwarded && <Light daysLeft={workingDays} short />}</td>
          </tr>
        ))}
      </ScrollTable>
      {more && <p>{quejasWords.more}</p>}
    </section>
  );
}
