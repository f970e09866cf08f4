import { useState } from "preact/hooks";
import { deskPages } from "../../desk-paths.ts";
import { Notice } from "../../look/notice.tsx";
import { ScrollTable } from "../../look/scroll-table.tsx";
import { instant, monthAndYear, wholeNumber } from "../../words/format.ts";
import { api } from "../api.ts";
import { More, usePages } from "../attachment/page-by-page.tsx";
import { MonthForm } from "../month-form.tsx";
import { Heading, StaffOnly, Waiting } from "../page.tsx";
import { attentionWords, channelLabels, contactNames, matterNames } from "../register/reports.words.ts";
import { useOwnRoles } from "../work/roles.ts";
import { OfAsked, useAsked } from "../work/today.tsx";
import { contactWords } from "./calls.words.ts";
import { ContactForm } from "./contact-form.tsx";

const attendants = ["operator", "clerk", "analyst"] as const;

/**
 * Renders the attentions of a month (`?mes=`, the present one without it): counts by channel and matter, then each
 * attention, page by page. Operators, clerks and analysts also get the form that records an attention. Without a
 * session, asks to sign in.
 */
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
  return (
    <section class="card">
      <h2>{contactWords.title}</h2>
      <p>{contactWords.lede}</p>
      {isDone && <Notice tone="good" title={contactWords.done} />}
      <ContactForm
        onDone={() => {
          setIsDone(true);
          onDone();
        }}
      />
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
