import { useState } from "preact/hooks";
import { Facts } from "../look/facts.tsx";
import { Loaded } from "../look/loaded.tsx";
import { Notice } from "../look/notice.tsx";
import { actWords, type ClaimView } from "../words/claim.ts";
import { paperStateNames } from "../words/claim-outcome.ts";
import { documentNames, entryNames, restWords, visitOutcomeNames } from "../words/claim-rest.ts";
import { hearingTime, timeWords, visitTime } from "../words/claim-times.ts";
import { deadline } from "../words/deadline.ts";
import { cubicMetres, dateWithWeekday, dayInLima, instant, monthAndYear, soles } from "../words/format.ts";
import { api } from "./api.ts";
import { DownloadButton } from "./download-button.tsx";
import { addressOf } from "./page.tsx";

interface ViewProps {
  readonly claim: ClaimView;
}

interface ClaimRestProps extends ViewProps {
  /** The offer that stands above already. */
  readonly openOfferId: string | undefined;
}

/** What stands below on the page of a claim: its days, offers, papers, and what else may be done. */
export function ClaimRest({ claim, openOfferId }: ClaimRestProps) {
  return (
    <>
      <Dates claim={claim} />
      <Offers claim={claim} openOfferId={openOfferId} />
      <Papers claim={claim} />
      <More claim={claim} />
    </>
  );
}

function Dates({ claim }: ViewProps) {
  const { claimId, filedAt, filedOn, notifyBy, next, dueOn, daysLeft, visits, hearing, clocks } = claim;
  const [isOpen, setIsOpen] = useState(false);
  return (
    <section>
      <h2>{restWords.dates}</h2>
      <Facts
        rows={[
          [restWords.filed, instant(filedAt)],
          [timeWords.filedOn, filedOn === dayInLima(Date.parse(filedAt)) ? undefined : dateWithWeekday(filedOn)],
          [restWords.answerBy, dateWithWeekday(notifyBy)],
          [restWords.nextDue, next !== "nobody" && dueOn ? deadline(dueOn, daysLeft) : undefined],
          ...visits.map((visit) => [restWords.visit, visitText(visit)] as const),
          [restWords.hearing, hearing && hearingTime(hearing)],
        ]}
      />
      {clocks.length > 0 && (
        <details onToggle={() => setIsOpen(true)}>
          <summary>{restWords.clocks}</summary>
          {isOpen && (
            <Loaded load={() => import("./claim-clocks.tsx")} about="clocks">
              {({ ClaimClocks }) => <ClaimClocks claimId={claimId} />}
            </Loaded>
          )}
        </details>
      )}
    </section>
  );
}

function visitText(visit: ClaimView["visits"][number]): string {
  const { outcome, inspector } = visit;
  if (outcome) return `${visitTime(visit)}: ${visitOutcomeNames[outcome]}`;
  return inspector === undefined ? visitTime(visit) : `${visitTime(visit)}. ${restWords.visitBy(inspector)}`;
}

function Offers({ claim, openOfferId }: ClaimRestProps) {
  return (
    <>
      {claim.offers
        .filter(({ offerId }) => offerId !== openOfferId)
        .map(({ offerId, before, after, accepted }) => (
          <section key={offerId}>
            <h2>{restWords.offer}</h2>
            <p>
              {soles(before)} → <b>{soles(after)}</b>
            </p>
            <p>{accepted === undefined ? restWords.offerOver : restWords.offerAnswer[accepted ? "yes" : "no"]}</p>
          </section>
        ))}
    </>
  );
}

function Papers({ claim: { claimId, papers, documents } }: ViewProps) {
  return (
    <>
      <section>
        <h2>{restWords.documents}</h2>
        {documents.length === 0 && <p>{restWords.noDocuments}</p>}
        <ul class="files">
          {documents.map(({ documentId, kind, at }) => (
            <li key={documentId}>
              <span>
                {documentNames[kind]}
                <span class="hint">{instant(at)}</span>
              </span>
              <DownloadButton
                plain
                of={`${documentNames[kind]}, ${instant(at)}`}
                ask={() => api.downloadDocument({ params: { claimId, documentId } })}
              >
                {restWords.download}
              </DownloadButton>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{restWords.papers}</h2>
        {papers.length === 0 && <p>{restWords.noPapers}</p>}
        <ul class="files">
          {papers
            .toSorted((a, b) => Number(b.state === "refused") - Number(a.state === "refused"))
            .map(({ documentId, fileName, state }) => (
              <li key={documentId}>
                <span>
                  {fileName}{" "}
                  <span class={state === "refused" ? "state refused" : "state"}>{paperStateNames[state]}</span>
                </span>
                {state === "received" && (
                  <DownloadButton
                    plain
                    of={fileName}
                    ask={() => api.downloadDocument({ params: { claimId, documentId } })}
                  >
                    {restWords.download}
                  </DownloadButton>
                )}
              </li>
            ))}
        </ul>
      </section>
    </>
  );
}

function More({ claim }: ViewProps) {
  const { claimId, supplyCode, receipts, owner, hold, holdKey, actions, timeline } = claim;
  return (
    <>
      <Notice {...(hold === "held" && { tone: "good" })}>
        <p>{hold === "held" ? restWords.held : restWords.released}</p>
        {holdKey && (
          <p>
            <a href={addressOf("hold", { holdKey })}>{restWords.holdPage}</a>
          </p>
        )}
      </Notice>
      <Facts
        rows={[
          [restWords.supply, supplyCode],
          ...receipts.map(
            ({ period, m3, amount }) =>
              [restWords.receipt, `${monthAndYear(period)}: ${cubicMetres(m3)}, ${soles(amount)}`] as const,
          ),
          [restWords.owner, owner && timeWords.ownerOf(owner.name, owner.extension)],
        ]}
      />
      <section>
        <h2>{restWords.more}</h2>
        <ul>
          {(["claim-extended", "withdrawal-requested"] as const)
            .filter((act) => actions.includes(act))
            .map((act) => (
              <li key={act}>
                <a href={addressOf("claimAct", { claimId, act: actWords[act].act })}>{actWords[act].label}</a>
              </li>
            ))}
        </ul>
        {actions.includes("complain") && (
          <p>
            {restWords.complain} <a href={`${addressOf("filings")}?reclamo=${claimId}`}>{restWords.complainLink}</a>.
          </p>
        )}
        <details>
          <summary>{restWords.history}</summary>
          <ol>
            {timeline.map(({ seq, type, effectiveAt }) => (
              <li key={seq}>
                {entryNames[type]}: {instant(effectiveAt)}
              </li>
            ))}
          </ol>
        </details>
      </section>
    </>
  );
}
