import { Timeline } from "../../look/timeline.tsx";
import { type ClaimView, claimWords } from "../../words/claim.ts";
import { cubicMetres, dateWithWeekday, monthAndYear, soles } from "../../words/format.ts";
import { api } from "../api.ts";
import { DownloadButton } from "../download-button.tsx";
import { addressOf } from "../page.tsx";
import { outcomeNames } from "../resolution/claim-outcome.words.ts";
import { DecidedByTribunal } from "../resolution/tribunal-decision.tsx";
import { tribunalWords } from "../resolution/tribunal-decision.words.ts";
import { lateSectionWords, lateWords } from "../term/claim-late.words.ts";
import { milestonesOf } from "./claim-milestones.words.ts";
import { standsWords } from "./claim-state.words.ts";

interface ViewProps {
  readonly claim: ClaimView;
}

/**
 * Renders the progress of a claim: the terms that the company missed, what the tribunal decided, the last decision if
 * it stands, the others folded, each with a button that downloads it, the state in words, and the procedure's steps.
 */
export function ClaimWhere({ claim }: ViewProps) {
  const { state, visits, decisionCountsFrom } = claim;
  const visit = visits.findLast(({ outcome, missed }) => outcome === undefined && !missed)?.on;
  const { now, next } = standsWords(
    state,
    visit && dateWithWeekday(visit),
    decisionCountsFrom && dateWithWeekday(decisionCountsFrom),
  );
  return (
    <>
      <Late claim={claim} />
      <Decisions claim={claim} />
      <section>
        <h2>{claimWords.where}</h2>
        <p>
          <b>{now}</b> {next}
        </p>
        <Timeline milestones={milestonesOf(claim)} />
      </section>
    </>
  );
}

/**
 * Renders the terms that the company missed, what its silence granted, and the link to a queja while the API offers
 * one and none waits for its answer. Renders nothing if no term was missed.
 */
function Late({ claim: { claimId, late, actions, quejas } }: ViewProps) {
  if (late.length === 0) return null;
  const granted = late.find(({ grantedAfter }) => grantedAfter !== undefined)?.grantedAfter;
  return (
    <section class="card">
      <h2>{lateSectionWords.title}</h2>
      {late.map((each) => (
        <p key={each.clock}>{lateWords(each).join(" ")}</p>
      ))}
      {granted && <p>{lateSectionWords.granted(granted)}</p>}
      {actions.includes("queja-filed") && quejas.every(({ answer }) => answer) && (
        <>
          <p>{lateSectionWords.queja}</p>
          <a class="button plain" href={addressOf("claimAct", { claimId, act: "queja" })}>
            {lateSectionWords.complain}
          </a>
        </>
      )}
    </section>
  );
}

/**
 * Renders what the tribunal decided, then the last decision if it stands, then the others folded: of two that stand
 * side by side, both would seem to rule.
 */
function Decisions({ claim: { claimId, resolutions, tribunal } }: ViewProps) {
  const all = resolutions.toReversed();
  const replaced = all[0]?.replacedBy;
  const last = replaced ? undefined : all[0];
  const before = last ? all.slice(1) : all;
  return (
    <>
      {tribunal && <DecidedByTribunal tribunal={tribunal} />}
      {last && (
        <section>
          <h2>{before.length > 0 ? claimWords.lastDecision : claimWords.decision}</h2>
          <Decision claimId={claimId} resolution={last} />
          <p class="note">{claimWords.decidedAs(last.number, last.issuedOn)}</p>
          <p>
            <a href={addressOf("claimDecision", { claimId })}>
              {claimWords.readDecision}
              <span class="unseen"> {last.number}</span>
            </a>
          </p>
          <Download claimId={claimId} resolution={last} />
        </section>
      )}
      {before.length > 0 && (
        <section>
          <h2>{claimWords.earlier}</h2>
          {replaced && <p>{tribunalWords.replaced[replaced]}</p>}
          {before.map((each) => (
            <details key={each.number}>
              <summary>
                {claimWords.decidedAs(each.number, each.issuedOn)}: {outcomeNames[each.outcome]}
              </summary>
              <Decision claimId={claimId} resolution={each} />
              <Download claimId={claimId} resolution={each} />
            </details>
          ))}
        </section>
      )}
    </>
  );
}

interface DecisionProps {
  readonly claimId: string;
  readonly resolution: ClaimView["resolutions"][number];
}

function Decision({ resolution: { outcome, decision, reasons, months, rectified } }: DecisionProps) {
  return (
    <>
      <p class="why">
        <b>{outcomeNames[outcome]}</b>
      </p>
      <p>{decision}</p>
      <p class="lines">{reasons}</p>
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
    </>
  );
}

function Download({ claimId, resolution: { number, documentId } }: DecisionProps) {
  return (
    <DownloadButton plain of={number} ask={() => api.downloadDocument({ params: { claimId, documentId } })}>
      {claimWords.fullDecision}
    </DownloadButton>
  );
}
