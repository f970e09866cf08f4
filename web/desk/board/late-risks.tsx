import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import { deskPages } from "../../desk-paths.ts";
import { useAnswer } from "../../look/asking.ts";
import { DaysLight, Meta } from "../../look/days-owed.tsx";
import { ScrollTable } from "../../look/scroll-table.tsx";
import { dayWords } from "../../words/days-owed.ts";
import { api } from "../api.ts";
import { claimStateNames } from "../case/claims.words.ts";
import { addressOf, Heading, StaffOnly, Waiting } from "../page.tsx";
import { ToAnswer } from "../submission/to-answer.tsx";
import { useOpenedList } from "../work/work-keys.tsx";
import { workWords } from "../work/work-list.words.ts";
import { riskWords } from "./late-risks.words.ts";

type Row = AnswerOf<Routes["listLateRisks"]>["claims"][number];

/**
 * Renders the claims whose decision may be notified late or whose copy is still owed, what is lost first on top, each
 * with the reason. Above them says how many submissions are past their day to be answered or close to it, if there are
 * any. Without a session, asks to sign in.
 */
export function LateRisksPage() {
  return (
    <>
      <Heading>{deskPages.lateRisks.title}</Heading>
      <StaffOnly>
        <Unanswered />
        <LateRisks />
      </StaffOnly>
    </>
  );
}

/** How many submissions are due to be answered: people's requests about their data and official letters too. */
function Unanswered() {
  const { answer } = useAnswer(() => api.countDeskSubmissions(), "");
  return answer?.ok ? <ToAnswer counts={answer.value.toAnswer} /> : null;
}

function LateRisks() {
  const { answer, again } = useAnswer(() => api.listLateRisks(), "");
  const list = useOpenedList(addressOf("lateRisks"), answer?.ok ? answer.value.claims : undefined);
  if (!answer?.ok) return <Waiting answer={answer} again={again} />;
  const { claims, more } = answer.value;
  if (claims.length === 0) return <p>{riskWords.empty}</p>;
  return (
    <section ref={list}>
      <p role="status">{workWords.rows(claims.length)}</p>
      <ScrollTable caption={deskPages.lateRisks.title} columns={Object.values(riskWords.columns)}>
        {claims.map((row) => (
          <RiskRow key={row.claimId} row={row} />
        ))}
      </ScrollTable>
      {more && <p>{riskWords.more}</p>}
    </section>
  );
}

function RiskRow({ row }: { readonly row: Row }) {
  return (
    <tr>
      <th scope="row">
        <a href={addressOf("case", { claimId: row.claimId })}>{row.code}</a>
      </th>
      <td>
        {dayWords(row.days)} <DaysLight days={row.days} />
      </td>
      <td>
        {riskWords.reasons[row.reason]}. <Meta days={row.days} />
      </td>
      <td>{claimStateNames[row.state]}</td>
      <td>{row.claimantName}</td>
      <td>{row.owner ?? workWords.noOwner}</td>
    </tr>
  );
}
