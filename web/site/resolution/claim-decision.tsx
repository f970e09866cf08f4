import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import { useAnswer } from "../../look/asking.ts";
import { sitePages } from "../../paths.ts";
import { api } from "../api.ts";
import { claimNames } from "../claim/claim-names.words.ts";
import { ClaimWaiting } from "../claim/claim-waiting.tsx";
import { DownloadButton } from "../download-button.tsx";
import { addressOf, Heading } from "../page.tsx";
import { usePlace } from "../place.tsx";
import { SignedIn } from "../signed-in.tsx";
import { outcomeNames } from "./claim-outcome.words.ts";
import { type DecisionView, decisionWords as words } from "./decision.words.ts";
import { DecisionInWords, SignedText } from "./decision-text.tsx";
import { DecidedByTribunal } from "./tribunal-decision.tsx";
import { tribunalWords } from "./tribunal-decision.words.ts";

/**
 * Renders the notified decisions of the claim in the address, for whoever is signed in: what the tribunal decided, the
 * last one in plain words if it stands, what may be done and until when, its reasons and the resolution's own text; the
 * others folded. Says so if none was notified.
 */
export function ClaimDecisionPage() {
  const { claimId = "" } = usePlace().params;
  return (
    <>
      <p class="back">
        <a href={addressOf("claim", { claimId })}>{words.back}</a>
      </p>
      <Heading>{sitePages.claimDecision.title}</Heading>
      <SignedIn why={claimNames.signIn}>
        <Decisions claimId={claimId} />
      </SignedIn>
    </>
  );
}

function Decisions({ claimId }: { readonly claimId: string }) {
  const { answer, again } = useAnswer(() => api.showDecision({ params: { claimId } }), claimId);
  if (!answer?.ok) return <ClaimWaiting answer={answer} again={again} />;
  const { code, decisions, tribunal, recourse } = answer.value;
  if (decisions.length === 0) return <p>{words.none}</p>;
  const replaced = decisions[0]?.replacedBy;
  const last = replaced ? undefined : decisions[0];
  const before = last ? decisions.slice(1) : decisions;
  return (
    <>
      <p class="lede code">{code}</p>
      {tribunal && <DecidedByTribunal tribunal={tribunal} />}
      {last && (
        <>
          <DecisionInWords decision={last} />
          <p>{words.notified(last.notifiedOn)}</p>
        </>
      )}
      <WhatToDo claimId={claimId} recourse={recourse} />
      {last && (
        <>
          <h2>{words.why}</h2>
          <p class="lines">{last.reasons}</p>
          <Signed claimId={claimId} decision={last} />
        </>
      )}
      {before.length > 0 && (
        <section>
          <h2>{words.before}</h2>
          {replaced && <p>{tribunalWords.replaced[replaced]}</p>}
          {before.map((decision) => (
            <details key={decision.number}>
              <summary>
                {words.number(decision.number, decision.issuedOn)}: {outcomeNames[decision.outcome]}
              </summary>
              <Signed claimId={claimId} decision={decision} />
            </details>
          ))}
        </section>
      )}
    </>
  );
}

interface WhatToDoProps {
  readonly claimId: string;
  readonly recourse: AnswerOf<Routes["showDecision"]>["recourse"];
}

function WhatToDo({ claimId, recourse }: WhatToDoProps) {
  return (
    <section class="card">
      <h2>{words.todo}</h2>
      {recourse ? (
        <>
          <p>{words.agree}</p>
          <p>{words.recourse(recourse.until, recourse.daysLeft)}</p>
          <p>{words.meanwhile}</p>
          <a class="button" href={addressOf("claimAct", { claimId, act: "revision" })}>
            {words.review}
          </a>
        </>
      ) : (
        <p>{words.over}</p>
      )}
    </section>
  );
}

interface SignedProps {
  readonly claimId: string;
  readonly decision: DecisionView;
}

function Signed({ claimId, decision }: SignedProps) {
  const { number, documentId } = decision;
  return (
    <>
      <SignedText decision={decision} />
      <DownloadButton plain of={number} ask={() => api.downloadDocument({ params: { claimId, documentId } })}>
        {words.download}
      </DownloadButton>
    </>
  );
}
