import { useEffect, useState } from "preact/hooks";
import { useRoute } from "preact-iso";
import { apiNow } from "../api-clock.ts";
import { useAnswer } from "../look/asking.ts";
import { Facts } from "../look/facts.tsx";
import { Loaded } from "../look/loaded.tsx";
import { Notice } from "../look/notice.tsx";
import { sitePages } from "../paths.ts";
import { claimNames } from "../words/claim-names.ts";
import { paperStateNames } from "../words/claim-outcome.ts";
import {
  cargoWords,
  type Filing,
  filingEntryNames,
  filingKindNames,
  filingStateName,
  filingStateTexts,
  paperNames,
} from "../words/filing.ts";
import { dateWithWeekday, instant } from "../words/format.ts";
import { api } from "./api.ts";
import { DownloadButton } from "./download-button.tsx";
import { addressOf, Heading } from "./page.tsx";
import { SignedIn, Waiting } from "./signed-in.tsx";

const pollMs = 2000;

/** What was presented: what proves it, what became of it, each file with its fingerprint. */
export function FilingPage() {
  const { filingId = "" } = useRoute().params;
  const [number, setNumber] = useState<string>();
  return (
    <>
      <p class="back">
        <a href={addressOf("filings")}>{sitePages.filings.title}</a>
      </p>
      <Heading>{number === undefined ? sitePages.filing.title : cargoWords.title(number)}</Heading>
      <SignedIn why={claimNames.signIn}>
        <Asked filingId={filingId} onNumber={setNumber} />
      </SignedIn>
    </>
  );
}

interface AskedProps {
  readonly filingId: string;
  readonly onNumber: (number: string) => void;
}

function Asked({ filingId, onNumber }: AskedProps) {
  const { answer, again } = useAnswer(async () => {
    const shown = await api.showFiling({ params: { filingId } });
    if (shown.ok) onNumber(shown.value.number);
    return shown;
  }, filingId);
  useEffect(() => {
    if (!answer?.ok || !isUnfinished(answer.value)) return;
    const timer = setTimeout(again, pollMs);
    return () => clearTimeout(timer);
  }, [answer]);
  if (!answer?.ok) return <Waiting answer={answer} again={again} />;
  const filing = answer.value;
  return (
    <>
      <Shown filing={filing} />
      <Answer filing={filing} />
      {isMissing(filing) && (
        <Notice tone="bad">
          <p>{cargoWords.missing}</p>
        </Notice>
      )}
      {(filing.state === "observed" || filing.copyAsked) && (
        <Loaded load={() => import("./filing-remedy.tsx")} about="remedy">
          {({ FilingRemedy }) => (
            <FilingRemedy filingId={filingId} isCopy={filing.state !== "observed"} onDone={again} />
          )}
        </Loaded>
      )}
      <Proofs filing={filing} />
      <Rest filing={filing} again={again} />
    </>
  );
}

/** Something of it is still being made or checked; a file that never came is waited for no longer than its ticket. */
function isUnfinished({ constancia, cargo, observation, answer, papers, presentedAt }: Filing): boolean {
  const fresh = apiNow() - Date.parse(presentedAt) < 300_000;
  return (
    [constancia, cargo, observation, answer].includes("preparing") ||
    (fresh && papers.some(({ state }) => state === "pending"))
  );
}

/** Something announced with it never came, longer ago than its ticket lasts. */
function isMissing({ papers, presentedAt }: Filing): boolean {
  return apiNow() - Date.parse(presentedAt) >= 300_000 && papers.some(({ state }) => state === "pending");
}

function Shown({ filing }: { readonly filing: Filing }) {
  const { number, kind, subject, presenter, standing, presentedAt, filedOn, state, receivedAt, claim } = filing;
  const { remedyBy, answerBy, answeredAt, area } = filing;
  return (
    <>
      <Facts
        rows={[
          [cargoWords.number, <b key="number">{number}</b>],
          [cargoWords.state, filingStateName(filing)],
          [cargoWords.at, instant(presentedAt)],
          [cargoWords.on, dateWithWeekday(filedOn)],
          [cargoWords.received, receivedAt && instant(receivedAt)],
          [cargoWords.remedyBy, state === "observed" && remedyBy ? dateWithWeekday(remedyBy) : undefined],
          [cargoWords.answerBy, answerBy && !answeredAt ? dateWithWeekday(answerBy) : undefined],
          [cargoWords.answered, answeredAt && instant(answeredAt)],
          [cargoWords.area, area],
          [cargoWords.kind, filingKindNames[kind]],
          [cargoWords.about, subject],
          [cargoWords.by, presenter],
          [cargoWords.forWhom, standing?.as === "representative" ? standing.of : undefined],
          [
            cargoWords.ofClaim,
            claim && (
              <a key="claim" href={addressOf("claim", { claimId: claim.claimId })}>
                {claim.code}
              </a>
            ),
          ],
        ]}
      />
      {answeredAt === undefined && (
        <p>
          {filingStateTexts[state]} {filing.remark}
        </p>
      )}
    </>
  );
}

/** What the company answers, and the documents it answers with. */
function Answer({ filing }: { readonly filing: Filing }) {
  const { filingId, entries } = filing;
  const answer = entries.find(({ type }) => type === "answered");
  if (!answer) return null;
  return (
    <section>
      <h2>{cargoWords.answerTitle}</h2>
      <p>{answer.text}</p>
      <Proof filing={filing} paper="answer" />
      {answer.papers?.map(({ documentId, fileName }) => (
        <p key={documentId}>
          <DownloadButton plain ask={() => api.downloadAnswer({ params: { filingId, documentId } })}>
            {cargoWords.answer(fileName)}
          </DownloadButton>
        </p>
      ))}
    </section>
  );
}

interface ProofProps {
  readonly filing: Filing;
  readonly paper: keyof typeof paperNames;
  readonly plain?: boolean;
}

/** A paper the office made of it: what for, and where to get it once it is made. */
function Proof({ filing, paper, plain = false }: ProofProps) {
  const { filingId } = filing;
  if (filing[paper] === undefined) return null;
  return (
    <>
      <p>{cargoWords.paperTexts[paper]}</p>
      {filing[paper] === "ready" ? (
        <DownloadButton plain={plain} ask={() => api.downloadFilingProof({ params: { filingId, document: paper } })}>
          {cargoWords.download(paper)}
        </DownloadButton>
      ) : (
        <p role="status">{cargoWords.preparing}</p>
      )}
    </>
  );
}

/** A paper for each fact: that it was presented, that somebody received it, what it lacked. */
function Proofs({ filing }: { readonly filing: Filing }) {
  const { cargo, state, copyAsked, answeredAt } = filing;
  // What is asked of its person, or answered, comes first.
  const plain = state === "observed" || copyAsked || answeredAt !== undefined;
  return (
    <section>
      <h2>{cargoWords.papers}</h2>
      <Proof filing={filing} paper="constancia" plain={plain} />
      <Proof filing={filing} paper="observation" plain />
      {cargo ? <Proof filing={filing} paper="cargo" plain /> : <p>{cargoWords.cargoLater}</p>}
    </section>
  );
}

interface RestProps {
  readonly filing: Filing;
  readonly again: () => void;
}

function Rest({ filing: { text, papers, entries, presentedAt }, again }: RestProps) {
  const late = apiNow() - Date.parse(presentedAt) >= 300_000;
  return (
    <>
      {entries.length > 0 && (
        <section>
          <h2>{cargoWords.entries}</h2>
          {entries.map(({ type, at, text: words, to, document }) => (
            <p key={at + type + document}>
              <b>{cargoWords.entry(filingEntryNames[type], at)}</b> {type === "forwarded" && `${to}.`}
              {document && `${paperNames[document]}.`} {type !== "answered" && words}
            </p>
          ))}
        </section>
      )}
      {text && (
        <section>
          <h2>{cargoWords.said}</h2>
          <p>{text}</p>
        </section>
      )}
      {papers.length > 0 && (
        <section>
          <h2>{cargoWords.files}</h2>
          <p>{cargoWords.filesText}</p>
          <ul class="files">
            {papers.map(({ documentId, fileName, sha256, state }) => (
              <li key={documentId}>
                <span>
                  {fileName}{" "}
                  <span class={state === "refused" ? "state refused" : "state"}>{paperStateNames[state]}</span>
                  <span class="hint fingerprint">{sha256}</span>
                  {state === "pending" && late && (
                    <Loaded load={() => import("./resend-paper.tsx")} about="resend">
                      {({ ResendPaper }) => <ResendPaper uploadId={documentId} sha256={sha256} onSent={again} />}
                    </Loaded>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
