import { Fragment } from "preact";
import { useState } from "preact/hooks";
import { useRoute } from "preact-iso";
import type { AnswerOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";
import type { ClientProblem } from "../client.ts";
import { deskPages } from "../desk-paths.ts";
import { useAnswer } from "../look/asking.ts";
import { Facts } from "../look/facts.tsx";
import { Loaded } from "../look/loaded.tsx";
import { Notice } from "../look/notice.tsx";
import {
  filingChannelNames,
  filingEntryNames,
  filingKindNames,
  filingStateNames,
  filingWords,
  letterSenderNames,
  powerNames,
} from "../words/desk-filings.ts";
import { dateWithWeekday, instant } from "../words/format.ts";
import { outageWords } from "../words/outages.ts";
import { papersWords } from "../words/papers.ts";
import { api } from "./api.ts";
import { Download } from "./download.tsx";
import { FilingCheck } from "./filing-check.tsx";
import { addressOf, DeskProblem, Heading, StaffOnly, Waiting } from "./page.tsx";
import { PaperView } from "./paper-view.tsx";
import { chosenOf } from "./typed.ts";

export type DeskFiling = AnswerOf<Routes["showDeskFiling"]>;

/** One filing with its papers, what proves it, and what the clerk may do with it. */
export function FilingPage() {
  const { filingId = "" } = useRoute().params;
  return (
    <>
      <p class="back">
        <a href={addressOf("filings")}>{filingWords.back}</a>
      </p>
      <StaffOnly>
        <Asked filingId={filingId} />
      </StaffOnly>
    </>
  );
}

function Asked({ filingId }: { readonly filingId: string }) {
  const { answer, again } = useAnswer(() => api.showDeskFiling({ params: { filingId } }), filingId);
  const [written, setWritten] = useState<DeskFiling>();
  if (!answer?.ok) {
    return (
      <>
        <Heading>{deskPages.filing.title}</Heading>
        <Waiting answer={answer} again={again} />
      </>
    );
  }
  const filing = written ?? answer.value;
  const acts = { filing, onDone: setWritten };
  return (
    <>
      <Heading>{filing.number}</Heading>
      {written && (
        <Notice tone="good">
          <p>{filingWords.done}</p>
        </Notice>
      )}
      <Shown filing={filing} />
      <Papers filingId={filingId} papers={filing.papers} />
      <Entries filing={filing} />
      <Documents {...acts} />
      <TakeAs filing={filing} />
      {filing.state === "presented" && <FilingCheck {...acts} again={again} />}
      {filing.state !== "presented" && filing.state !== "returned" && filing.answeredAt === undefined && (
        <Loaded load={() => import("./filing-acts.tsx")} about="acts">
          {({ FilingActs }) => <FilingActs {...acts} />}
        </Loaded>
      )}
    </>
  );
}

function standingText(standing: DeskFiling["standing"]): string | undefined {
  if (!standing) return undefined;
  return standing.as === "representative"
    ? filingWords.represents(standing.of, powerNames[standing.power])
    : filingWords.standings[standing.as];
}

function takenNameOf(act = ""): string | undefined {
  const known = chosenOf(filingWords.takenNames, act);
  return known && filingWords.takenNames[known];
}

function Shown({ filing }: { readonly filing: DeskFiling }) {
  const { facts: names } = filingWords;
  const { claim, answerBy, answeredAt, remedyBy, receivedAt, registered, letter, takenAs, outage, mailReturned } =
    filing;
  return (
    <>
      <p>
        <b>{filing.subject}</b>
      </p>
      <Facts
        rows={[
          [names.kind, filingKindNames[filing.kind]],
          [names.state, filingStateNames[filing.state]],
          [names.letter, letter && filingWords.letterIs(letterSenderNames[letter.from], letter.number)],
          [names.presenter, filing.presenter],
          [names.standing, standingText(filing.standing)],
          [names.email, filing.email],
          [names.mailReturned, mailReturned && filingWords.mailReturned[mailReturned.why](instant(mailReturned.at))],
          [names.channel, filingChannelNames[filing.channel]],
          [names.presentedAt, instant(filing.presentedAt)],
          [names.registeredAt, registered && `${instant(registered.at)}. ${registered.reason ?? ""}`],
          [names.filedOn, dateWithWeekday(filing.filedOn)],
          [names.receivedAt, receivedAt && instant(receivedAt)],
          [names.answerBy, answerBy && dateWithWeekday(answerBy)],
          [names.answeredAt, answeredAt && instant(answeredAt)],
          [names.area, filing.area],
          [names.claim, claim && <a href={addressOf("case", { claimId: claim.claimId })}>{claim.code}</a>],
          [names.outage, outage && <CitedOutage key="outage" outage={outage} />],
          [names.takenAs, takenNameOf(takenAs)],
          [names.remark, filing.remark],
          [names.remedyBy, remedyBy && dateWithWeekday(remedyBy)],
        ]}
      />
      {filing.text !== "" && (
        <section>
          <h2>{filingWords.text}</h2>
          <p>{filing.text}</p>
        </section>
      )}
    </>
  );
}

function CitedOutage({
  outage: { outageId, number, from, to },
}: {
  readonly outage: NonNullable<DeskFiling["outage"]>;
}) {
  return (
    <>
      <p>{outageWords.was(number, instant(from), instant(to))}</p>
      <Download of={number} ask={() => api.downloadOutageCertificate({ params: { outageId } })}>
        {outageWords.certificate}
      </Download>
    </>
  );
}

interface PapersProps {
  readonly filingId: string;
  readonly papers: DeskFiling["papers"];
}

function Papers({ filingId, papers }: PapersProps) {
  if (papers.length === 0) return null;
  return (
    <section>
      <h2>{filingWords.papers}</h2>
      <ul class="files">
        {papers.map(({ documentId, fileName, sizeBytes, sha256, state }) => (
          <li key={documentId}>
            <span>
              {fileName} ({papersWords.size(sizeBytes)}) <b>{filingWords.paperStates[state]}</b>
              <span class="hint fingerprint">{sha256}</span>
            </span>
            <PaperView
              state={state}
              fileName={fileName}
              ask={() => api.downloadFiledPaper({ params: { filingId, documentId } })}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Entries({ filing: { entries } }: { readonly filing: DeskFiling }) {
  if (entries.length === 0) return null;
  return (
    <section>
      <h2>{filingWords.entries}</h2>
      {entries.map(({ type, at, text, to, papers = [] }) => (
        <p key={at + type}>
          <b>{filingWords.entry(filingEntryNames[type], at)}</b> {type === "forwarded" && `${to}.`}{" "}
          {type !== "taken" && text} {papers.length > 0 && `(${papers.map(({ fileName }) => fileName).join(", ")})`}
        </p>
      ))}
    </section>
  );
}

export interface FilingActProps {
  readonly filing: DeskFiling;
  readonly onDone: (filing: DeskFiling) => void;
}

/** Two papers for two facts, for the clerk to print or send to who has no account. */
function Documents({ filing, onDone }: FilingActProps) {
  const { filingId, registered, entries } = filing;
  const delivered = entries.some(({ type }) => type === "delivered");
  const [keys] = useState(() => ({ paper: crypto.randomUUID(), email: crypto.randomUUID() }));
  const [problem, setProblem] = useState<ClientProblem>();
  const note = async (way: keyof typeof filingWords.deliverWays) => {
    const noted = await api.recordFilingDelivery({ params: { filingId }, body: { way }, key: keys[way] });
    setProblem(noted.ok ? undefined : noted.problem);
    if (noted.ok) onDone(noted.value);
  };
  return (
    <section>
      <h2>{filingWords.documents}</h2>
      {(["constancia", "cargo"] as const).map((document) => (
        <Fragment key={document}>
          <p>{filingWords.documentsText[document]}</p>
          {filing[document] === "ready" && (
            <Download ask={() => api.downloadFilingDocument({ params: { filingId, document } })}>
              {filingWords.documentNames[document]}
            </Download>
          )}
          {filing[document] === "preparing" && <p>{filingWords.preparing}</p>}
        </Fragment>
      ))}
      {registered && !delivered && filing.constancia === "ready" && (
        <>
          <p>{filingWords.deliver}</p>
          {problem && <DeskProblem problem={problem} />}
          <p>
            {(["paper", "email"] as const).map((way) => (
              <button key={way} type="button" class="button plain" onClick={() => note(way)}>
                {filingWords.deliverWays[way]}
              </button>
            ))}
          </p>
        </>
      )}
    </section>
  );
}

const takenAs = ["apelacion", "reconsideracion", "subsanacion", "ampliacion", "desistir"] as const;

/** A document of a claim may be an act of it: it is then taken as that act, which counts from its day. */
function TakeAs({ filing }: { readonly filing: DeskFiling }) {
  const { filingId, kind, claim, state, againstDecision } = filing;
  if (kind !== "document" || filing.takenAs || (state !== "presented" && state !== "received")) return null;
  if (!claim && !againstDecision) return null;
  return (
    <section>
      <h2>{filingWords.takeAs}</h2>
      {againstDecision && (
        <Notice>
          <p>{filingWords.against}</p>
        </Notice>
      )}
      <p>{claim ? filingWords.takeAsText : filingWords.takeAsNeedsClaim}</p>
      {claim && (
        <ul>
          {takenAs.map((act) => (
            <li key={act}>
              <a href={`${addressOf("caseAct", { claimId: claim.claimId, act })}?documento=${filingId}`}>
                {filingWords.acts[act]}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
