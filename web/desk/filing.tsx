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
import { personDocumentNames } from "../words/person.ts";
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
      <Gather {...acts} />
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

/** What something is called where it has a name. */
function nameIn<Name extends string>(names: Readonly<Record<Name, string>>, said = ""): string | undefined {
  const known = chosenOf(names, said);
  return known && names[known];
}

function Shown({ filing }: { readonly filing: DeskFiling }) {
  const { facts: names } = filingWords;
  const {
    claim,
    answerBy,
    answeredAt,
    remedyBy,
    receivedAt,
    registered,
    letter,
    identity,
    takenAs,
    outage,
    mailReturned,
  } = filing;
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
          [names.identity, identity && `${personDocumentNames[identity.kind]} ${identity.number}`],
          [names.email, filing.email],
          [names.telephone, filing.telephone],
          [names.mailReturned, mailReturned && filingWords.mailReturned[mailReturned.why](instant(mailReturned.at))],
          [names.channel, filingChannelNames[filing.channel]],
          [names.presentedAt, instant(filing.presentedAt)],
          [names.registeredAt, registered && `${instant(registered.at)} ${registered.reason ?? ""}`],
          [names.filedOn, dateWithWeekday(filing.filedOn)],
          [names.receivedAt, receivedAt && instant(receivedAt)],
          [names.answerBy, answerBy && dateWithWeekday(answerBy)],
          [names.answeredAt, answeredAt && instant(answeredAt)],
          [names.area, filing.area],
          [names.claim, claim && <a href={addressOf("case", { claimId: claim.claimId })}>{claim.code}</a>],
          [names.outage, outage && <CitedOutage key="outage" outage={outage} />],
          [names.takenAs, nameIn(filingWords.takenNames, takenAs)],
          [names.remark, filing.remark],
          [names.remedyBy, remedyBy && dateWithWeekday(remedyBy)],
        ]}
      />
      {isToBeTold(filing) && (
        <Notice tone="bad">
          <p>{filingWords.toTell}</p>
        </Notice>
      )}
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
      {entries.map(({ type, at, text, to, document, effectiveAt, papers = [] }) => (
        <p key={at + type + document}>
          <b>{filingWords.entry(filingEntryNames[type], at)}</b> {type === "forwarded" && `${to}.`}
          {document && filingWords.given(document, to)}
          {effectiveAt !== undefined &&
            `${nameIn(filingWords.tellings, to)}. ${effectiveAt === at ? "" : filingWords.countsFrom(effectiveAt)}`}{" "}
          {type !== "taken" && text} {papers.length > 0 && `(${papers.map(({ fileName }) => fileName).join(", ")})`}
        </p>
      ))}
    </section>
  );
}

/** Nobody told its person what it lacks: no day of theirs runs. */
export const isToBeTold = ({ state, remedyBy }: DeskFiling): boolean => state === "observed" && remedyBy === undefined;

export interface FilingActProps {
  readonly filing: DeskFiling;
  readonly onDone: (filing: DeskFiling) => void;
}

/** What the office made of each step, for the clerk to print or send to who has no account. */
function Documents({ filing, onDone }: FilingActProps) {
  const { filingId, registered } = filing;
  return (
    <section>
      <h2>{filingWords.documents}</h2>
      {registered && <p>{filingWords.deliver}</p>}
      {documents.map(
        (document) =>
          (filing[document] !== undefined || document === "cargo") && (
            <Fragment key={document}>
              <p>{filingWords.documentsText[document]}</p>
              {filing[document] === "ready" && (
                <Download ask={() => api.downloadFilingDocument({ params: { filingId, document } })}>
                  {filingWords.documentNames[document]}
                </Download>
              )}
              {filing[document] === "preparing" && <p>{filingWords.preparing}</p>}
              {registered && document !== "data" && filing[document] === "ready" && !isGiven(filing, document) && (
                <Give filing={filing} document={document} onDone={onDone} />
              )}
            </Fragment>
          ),
      )}
    </section>
  );
}

const documents = ["constancia", "observation", "cargo", "answer", "data"] as const;
type Given = Exclude<(typeof documents)[number], "data">;

/** Whether somebody has it; handing over an observation is a telling, which is written down as one. */
function isGiven(filing: DeskFiling, document: Given): boolean {
  const { entries } = filing;
  const isTold = entries.some(({ type, to }) => type === "told" && to === "delivered");
  return (
    entries.some((entry) => entry.type === "delivered" && entry.document === document) ||
    (document === "observation" && (isTold || isToBeTold(filing)))
  );
}

/** Has the paper made of what is kept of who asks to see their data. */
function Gather({ filing: { filingId, kind, data, answeredAt, registered }, onDone }: FilingActProps) {
  const [key] = useState(() => crypto.randomUUID());
  const [problem, setProblem] = useState<ClientProblem>();
  if (kind !== "data-access" || data !== undefined || answeredAt !== undefined) return null;
  const gather = async () => {
    const asked = await api.gatherPersonData({ params: { filingId }, body: {}, key });
    setProblem(asked.ok ? undefined : asked.problem);
    if (asked.ok) onDone(asked.value);
  };
  return (
    <section>
      <h2>{filingWords.gather}</h2>
      <p>{registered ? filingWords.gatherNone : filingWords.gatherText}</p>
      {problem && <DeskProblem problem={problem} />}
      {!registered && (
        <button type="button" class="button plain" onClick={gather}>
          {filingWords.gather}
        </button>
      )}
    </section>
  );
}

/** Notes how one paper was given. */
function Give({ filing: { filingId }, document, onDone }: FilingActProps & { readonly document: Given }) {
  const [keys] = useState(() => ({ paper: crypto.randomUUID(), email: crypto.randomUUID() }));
  const [problem, setProblem] = useState<ClientProblem>();
  const note = async (way: keyof typeof keys) => {
    const noted = await api.recordFilingDelivery({ params: { filingId }, body: { document, way }, key: keys[way] });
    setProblem(noted.ok ? undefined : noted.problem);
    if (noted.ok) onDone(noted.value);
  };
  return (
    <>
      {problem && <DeskProblem problem={problem} />}
      <p>
        {(["paper", "email"] as const).map((way) => (
          <button key={way} type="button" class="button plain" onClick={() => note(way)}>
            {filingWords.giveIt(document, way)}
          </button>
        ))}
      </p>
    </>
  );
}

const takenAs = ["apelacion", "reconsideracion", "subsanacion", "ampliacion", "desistir", "queja"] as const;

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
