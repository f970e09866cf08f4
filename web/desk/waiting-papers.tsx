import { useEffect, useState } from "preact/hooks";
import type { ClientProblem } from "../client.ts";
import { deskPages } from "../desk-paths.ts";
import { useFocus, useSending } from "../look/asking.ts";
import { Choice, ErrorSummary, Submit } from "../look/field.tsx";
import { LongText } from "../look/long-text.tsx";
import { Loading, Notice } from "../look/notice.tsx";
import { ScrollTable } from "../look/scroll-table.tsx";
import { WriteKey, writeKeyOf } from "../look/write-key.tsx";
import { instant } from "../words/format.ts";
import { type WaitingPaper, waitingPapersWords as words } from "../words/waiting-papers.ts";
import { api } from "./api.ts";
import { addressOf, DeskProblem, Heading, SignInAgain, StaffOnly } from "./page.tsx";
import { chosenOf, fieldProblem } from "./typed.ts";

/** Files that were filed and never came, or that nobody could read, and what the clerk does about each. */
export function WaitingPapersPage() {
  return (
    <>
      <p class="back">
        <a href={addressOf("filings")}>{words.back}</a>
      </p>
      <Heading>{deskPages.waitingPapers.title}</Heading>
      <StaffOnly>
        <p>{words.lede}</p>
        <Papers />
      </StaffOnly>
    </>
  );
}

function Papers() {
  const [papers, setPapers] = useState<readonly WaitingPaper[]>();
  const [cursor, setCursor] = useState<string>();
  const [problem, setProblem] = useState<ClientProblem>();
  const [opened, setOpened] = useState<WaitingPaper>();
  const [done, setDone] = useState<WaitingPaper>();
  const more = async (from?: string) => {
    setProblem(undefined);
    const page = await api.listWaitingPapers({ query: from === undefined ? {} : { cursor: from } });
    if (!page.ok) return setProblem(page.problem);
    setPapers((before = []) => [...before, ...page.value.papers]);
    setCursor(page.value.cursor);
  };
  useEffect(() => {
    more();
  }, []);
  const written = (paper: WaitingPaper) => {
    setOpened(undefined);
    setDone(paper);
    setPapers((before = []) =>
      before.flatMap((one) => (one.uploadId !== paper.uploadId ? one : paper.waits ? paper : [])),
    );
  };
  if (problem && !papers) return <DeskProblem problem={problem} again={() => more()} />;
  if (!papers) return <Loading />;
  return (
    <>
      {done && (
        <Notice tone="good">
          <p>{words.done(done.fileName, done.waits)}</p>
        </Notice>
      )}
      {papers.length === 0 ? (
        <p>
          {words.empty} {words.emptyText}
        </p>
      ) : (
        <ScrollTable caption={deskPages.waitingPapers.title} columns={Object.values(words.columns)}>
          {papers.map((paper) => (
            <Row key={paper.uploadId} paper={paper} open={() => setOpened(paper)} />
          ))}
        </ScrollTable>
      )}
      {problem && <DeskProblem problem={problem} again={() => more(cursor)} />}
      {cursor !== undefined && (
        <button type="button" class="button plain" onClick={() => more(cursor)}>
          {words.more}
        </button>
      )}
      {opened && <Attend key={opened.uploadId} paper={opened} onDone={written} onCancel={() => setOpened(undefined)} />}
    </>
  );
}

function Row({ paper, open }: { readonly paper: WaitingPaper; readonly open: () => void }) {
  const { fileName, state, reason, onItsWay, announcedAt, remindedAt, askedAt, filing, claim } = paper;
  return (
    <tr>
      <th scope="row">{fileName}</th>
      <td>
        {claim && <a href={addressOf("case", { claimId: claim.claimId })}>{claim.code}</a>}{" "}
        {filing && <a href={addressOf("filing", { filingId: filing.filingId })}>{filing.number}</a>}
      </td>
      <td>
        <b>{onItsWay ? words.onItsWay : words.states[state]}</b> {reason}
        {remindedAt && <span class="hint">{words.reminded(remindedAt)}</span>}
        {askedAt && <span class="hint">{words.asked(askedAt)}</span>}
      </td>
      <td>{instant(announcedAt)}</td>
      <td>
        {!onItsWay && (
          <button type="button" class="button plain" onClick={open} aria-label={words.attendOf(fileName)}>
            {words.attend}
          </button>
        )}
      </td>
    </tr>
  );
}

interface AttendProps {
  readonly paper: WaitingPaper;
  readonly onDone: (paper: WaitingPaper) => void;
  readonly onCancel: () => void;
}

function Attend({ paper: { uploadId, fileName }, onDone, onCancel }: AttendProps) {
  const heading = useFocus<HTMLHeadingElement>(uploadId);
  const { problem, busy, onSubmit } = useSending(async (typed) => {
    const act = chosenOf(words.acts, typed("act"));
    if (!act) return fieldProblem("act", words.choose);
    return api.attendPaper({ params: { uploadId }, body: { act, text: typed("text") }, key: writeKeyOf(typed) });
  }, onDone);
  return (
    <section>
      <h2 tabIndex={-1} ref={heading}>
        {words.attendOf(fileName)}
      </h2>
      <ErrorSummary problem={problem} />
      <SignInAgain problem={problem} />
      <form method="dialog" noValidate onSubmit={onSubmit}>
        <WriteKey />
        <Choice name="act" legend={words.act} options={words.acts} problem={problem} />
        <LongText name="text" label={words.text} hint={words.textHint} max={500} problem={problem} />
        <div class="buttons">
          <Submit busy={busy}>{words.send}</Submit>
          <button type="button" class="button plain" onClick={onCancel}>
            {words.cancel}
          </button>
        </div>
      </form>
    </section>
  );
}
