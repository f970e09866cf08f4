import { useState } from "preact/hooks";
import { deskPages } from "../desk-paths.ts";
import { useSending } from "../look/asking.ts";
import { Choice, ErrorSummary, Submit, TextField } from "../look/field.tsx";
import { Notice } from "../look/notice.tsx";
import { ScrollTable } from "../look/scroll-table.tsx";
import { attentionWords, channelLabels, contactNames, enteredChannels, matterNames } from "../words/desk-reports.ts";
import { instant, monthAndYear, wholeNumber } from "../words/format.ts";
import { api } from "./api.ts";
import { MonthForm } from "./month-form.tsx";
import { Heading, SignInAgain, StaffOnly, Waiting } from "./page.tsx";
import { More, usePages } from "./page-by-page.tsx";
import { useOwnRoles } from "./roles.ts";
import { OfAsked, useAsked } from "./today.tsx";
import { chosenOf, fieldProblem, textOf } from "./typed.ts";

const attendants = ["operator", "clerk", "analyst"] as const;

/** The attentions of a month, counted by channel, and the form to enter one for staff who attend people. */
export function AttentionsPage() {
  const asked = useAsked("mes");
  const roles = useOwnRoles();
  const [entered, setEntered] = useState(0);
  return (
    <>
      <Heading>{deskPages.attentions.title}</Heading>
      <StaffOnly>
        {attendants.some((role) => roles.includes(role)) && <Enter onDone={() => setEntered(entered + 1)} />}
        <OfAsked asked={asked}>
          {(month) => (
            <>
              <MonthForm page="attentions" month={month} />
              <Month key={`${month} ${entered}`} month={month} />
            </>
          )}
        </OfAsked>
      </StaffOnly>
    </>
  );
}

function Enter({ onDone }: { readonly onDone: () => void }) {
  const [isDone, setIsDone] = useState(false);
  const { problem, busy, onSubmit } = useSending(
    async (typed) => {
      const channel = chosenOf(enteredChannels, typed("channel"));
      const matter = chosenOf(matterNames, typed("matter"));
      if (!channel) return fieldProblem("channel", "Elige por dónde vino.");
      if (!matter) return fieldProblem("matter", "Elige qué quería.");
      const claimCode = textOf(typed("claimCode"));
      return api.enterAttention({ body: { channel, matter, ...(claimCode !== undefined && { claimCode }) } });
    },
    (_, form) => {
      form.reset();
      setIsDone(true);
      onDone();
    },
  );
  return (
    <section class="card">
      <h2>{attentionWords.form}</h2>
      <p>{attentionWords.lede}</p>
      {isDone && !problem && <Notice tone="good" title={attentionWords.done} />}
      <ErrorSummary problem={problem} />
      <SignInAgain problem={problem} />
      <form method="dialog" noValidate onSubmit={onSubmit}>
        <Choice name="channel" legend={attentionWords.channel} options={enteredChannels} problem={problem} />
        <Choice name="matter" legend={attentionWords.matter} options={matterNames} problem={problem} />
        <TextField
          name="claimCode"
          label={attentionWords.claimCode}
          hint={attentionWords.claimCodeHint}
          problem={problem}
        />
        <Submit busy={busy}>{attentionWords.send}</Submit>
      </form>
    </section>
  );
}

function Month({ month }: { readonly month: string }) {
  const { answer, again, pages, next } = usePages((from) => api.listAttentions({ query: { month, ...from } }), month);
  if (!answer?.ok) return <Waiting answer={answer} again={again} />;
  const { counts } = answer.value;
  const attentions = pages.flatMap((page) => page.attentions);
  return (
    <section>
      <h2>
        {attentionWords.month}: {monthAndYear(month)}
      </h2>
      {counts.length === 0 && <p>{attentionWords.empty}</p>}
      {counts.length > 0 && (
        <ScrollTable caption={attentionWords.month} columns={Object.values(attentionWords.countColumns)}>
          {counts.map(({ channel, what, count }) => (
            <tr key={`${channel} ${what}`}>
              <th scope="row">{channelLabels[channel]}</th>
              <td>{contactNames[what]}</td>
              <td>{wholeNumber(count)}</td>
            </tr>
          ))}
        </ScrollTable>
      )}
      {attentions.length > 0 && (
        <ScrollTable caption={contactNames.attention} columns={Object.values(attentionWords.listColumns)}>
          {attentions.map(({ attentionId, at, channel, matter, claimCode }) => (
            <tr key={attentionId}>
              <th scope="row">{instant(at)}</th>
              <td>{channelLabels[channel]}</td>
              <td>{matterNames[matter]}</td>
              <td>{claimCode ?? attentionWords.noClaim}</td>
            </tr>
          ))}
        </ScrollTable>
      )}
      <More {...next} />
    </section>
  );
}
