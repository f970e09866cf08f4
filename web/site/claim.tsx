import { useState } from "preact/hooks";
import { useRoute } from "preact-iso";
import { apiToday } from "../api-clock.ts";
import { useAnswer } from "../look/asking.ts";
import { Loaded } from "../look/loaded.tsx";
import { Timeline } from "../look/timeline.tsx";
import { sitePages } from "../paths.ts";
import { actWords, type ClaimView, claimWords, isOver, milestonesOf } from "../words/claim.ts";
import { claimNames } from "../words/claim-names.ts";
import { outcomeNames } from "../words/claim-outcome.ts";
import { stateWords } from "../words/claim-state.ts";
import { deadline } from "../words/deadline.ts";
import { cubicMetres, date, monthAndYear, soles } from "../words/format.ts";
import { frameWords } from "../words/frame.ts";
import { api } from "./api.ts";
import { DownloadButton } from "./download-button.tsx";
import { addressOf, Heading } from "./page.tsx";
import { ProofAsked } from "./proof-asked.tsx";
import { SignedIn, Waiting } from "./signed-in.tsx";

/** One claim: what to do next, where it is, its days, what was decided, its papers. */
export function ClaimPage() {
  const { claimId = "" } = useRoute().params;
  const [code, setCode] = useState<string>();
  return (
    <>
      <p class="back">
        <a href={addressOf("claims")}>{sitePages.claims.title}</a>
      </p>
      <Heading>{code === undefined ? sitePages.claim.title : claimNames.title(code)}</Heading>
      <SignedIn why={claimNames.signIn}>
        <Claim claimId={claimId} onCode={setCode} />
      </SignedIn>
    </>
  );
}

interface ClaimProps {
  readonly claimId: string;
  readonly onCode: (code: string) => void;
}

function Claim({ claimId, onCode }: ClaimProps) {
  const { answer, again } = useAnswer(async () => {
    const shown = await api.showClaim({ params: { claimId } });
    if (shown.ok) onCode(shown.value.code);
    return shown;
  }, claimId);
  if (!answer?.ok) return <Waiting answer={answer} again={again} />;
  const claim = answer.value;
  return (
    <>
      {claim.testData && (
        <p>
          <span class="tag">{frameWords.testDataShort}</span>
        </p>
      )}
      {claim.proofAsked && <ProofAsked claimId={claimId} mayAdd={claim.actions.includes("claim-extended")} />}
      <Todo claim={claim} />
      <Decisions claim={claim} />
      <section>
        <h2>{claimWords.where}</h2>
        <p>
          <b>{stateWords[claim.state].now}</b> {stateWords[claim.state].next}
        </p>
        <Timeline milestones={milestonesOf(claim)} />
      </section>
      <Loaded load={() => import("./claim-rest.tsx")} about="rest">
        {({ ClaimRest }) => <ClaimRest claim={claim} openOfferId={openOffer(claim)?.offerId} />}
      </Loaded>
    </>
  );
}

interface ViewProps {
  readonly claim: ClaimView;
}

const openOffer = ({ offers, actions }: ClaimView) =>
  actions.includes("answer-offer")
    ? offers.findLast(({ accepted, until }) => accepted === undefined && until >= apiToday())
    : undefined;

/** What waits for the person first: one thing, on its green button. */
function Todo({ claim }: ViewProps) {
  const { claimId, actions, defects, state, daysLeft, next, untoldDecision } = claim;
  const offer = openOffer(claim);
  // A recourse after its term may be filed all the same, below: it is nothing that waits for the person.
  const over = isOver(claim);
  const act =
    offer || over
      ? undefined
      : (["remedied", "new-evidence-brought", "reconsideration-filed", "appeal-filed"] as const).find((each) =>
          actions.includes(each),
        );
  return (
    <section class="card">
      <h2>{claimWords.todo}</h2>
      {!offer && (!act || untoldDecision) && state !== "negative-silence" && (
        <p>{over ? claimWords.over : !claim.proofAsked && claimWords.nothing}</p>
      )}
      {defects.length > 0 && (
        <ul>
          {defects.map((defect) => (
            <li key={defect}>{defect}</li>
          ))}
        </ul>
      )}
      {(offer || act) && claim.dueOn && next !== "company" && (
        <p>
          {claimWords.nextDue} <b>{deadline(claim.dueOn, daysLeft)}</b>.
        </p>
      )}
      {act === "new-evidence-brought" && claim.remedyUntil && (
        <p>
          {claimWords.evidenceUntil} <b>{date(claim.remedyUntil)}</b>.
        </p>
      )}
      {offer && (
        <a class="button" href={addressOf("claimOffer", { claimId, offerId: offer.offerId })}>
          {claimWords.seeOffer}
        </a>
      )}
      {act && <ActLink claim={claim} act={act} />}
      {state === "negative-silence" && claimWords.noAnswer.map((text) => <p key={text}>{text}</p>)}
      {next === "company" && (daysLeft ?? 0) < 0 && <p>{claimWords.late}</p>}
    </section>
  );
}

interface ActLinkProps extends ViewProps {
  readonly act: keyof typeof actWords;
}

/** What may be done now; of a decision that is on its way, only by who has it. */
function ActLink({ claim: { claimId, untoldDecision }, act }: ActLinkProps) {
  const address = addressOf("claimAct", { claimId, act: actWords[act].act });
  return (
    <a class={untoldDecision ? "button plain" : "button"} href={address}>
      {untoldDecision ? claimWords.haveDecision : actWords[act].label}
    </a>
  );
}

function Decisions({ claim: { claimId, resolutions } }: ViewProps) {
  return (
    <>
      {resolutions
        .toReversed()
        .map(({ number, outcome, issuedOn, decision, reasons, months, documentId, rectified }) => (
          <section key={number}>
            <h2>{claimWords.decision}</h2>
            <p class="why">
              <b>{outcomeNames[outcome]}</b>
            </p>
            <p>{decision}</p>
            <p>{reasons}</p>
            {months.map(({ receiptNumber, period, outcome: own, corrected }) => (
              <p key={receiptNumber}>
                {claimWords.month(monthAndYear(period), outcomeNames[own])}{" "}
                {corrected && (
                  <>
                    {claimWords.corrected}{" "}
                    <b>
                      {cubicMetres(corrected.m3)}, {soles(corrected.amount)}
                    </b>
                    .
                  </>
                )}
              </p>
            ))}
            {rectified.map(({ at, says, should }) => (
              <p key={at}>{claimWords.rectified(at, says, should)}</p>
            ))}
            <p class="note">{claimWords.decidedAs(number, issuedOn)}</p>
            <DownloadButton plain of={number} ask={() => api.downloadDocument({ params: { claimId, documentId } })}>
              {claimWords.fullDecision}
            </DownloadButton>
          </section>
        ))}
    </>
  );
}
