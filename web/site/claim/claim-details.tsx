import { useState } from "preact/hooks";
import { apiToday } from "../../api-clock.ts";
import { useSending } from "../../look/asking.ts";
import { Facts } from "../../look/facts.tsx";
import { Loaded } from "../../look/loaded-module.tsx";
import { Notice, ProblemNotice } from "../../look/notice.tsx";
import { actWords, type ClaimView, documentsId, filesId, isOver } from "../../words/claim.ts";
import { dueWords } from "../../words/claim-clocks.ts";
import { hearingTime, timeWords, visitTime } from "../../words/claim-times.ts";
import { withdrawableIn, withdrawTitles } from "../../words/claim-withdrawal.ts";
import { deadline } from "../../words/deadline.ts";
import { cubicMetres, dateWithWeekday, dayInLima, instant, monthAndYear, soles } from "../../words/format.ts";
import { quejaGroundNames } from "../../words/queja-grounds.ts";
import { sentence } from "../../words/sentence.ts";
import { api } from "../api.ts";
import { attachmentStateNames } from "../attachment/attachment-states.words.ts";
import { holdAskedWords, holdPageWord } from "../billing/hold-asked.words.ts";
import { entryName } from "../case-copy/claim-entries.words.ts";
import { counteredWords } from "../conciliation/countered.words.ts";
import { DownloadButton } from "../download-button.tsx";
import { addressOf } from "../page.tsx";
import { quejaWords } from "../recourse/claim-queja.words.ts";
import { undoWords } from "../term/claim-undo.words.ts";
import { detailWords, documentNames, visitOutcomeNames } from "./claim-details.words.ts";
import { ClaimWhere } from "./claim-where.tsx";

interface ViewProps {
  readonly claim: ClaimView;
}

interface ClaimDetailsProps extends ViewProps {
  /** The offer that waits for an answer, which the page shows above: it is left out here. */
  readonly openOfferId: string | undefined;
}

/**
 * Renders the lower part of a claim's page: its progress, its dates and terms, its quejas, its offers, its documents
 * and files, and what else may be done. While the claim is not over, a button gives or withdraws the consent to
 * decisions by e-mail.
 */
export function ClaimDetails({ claim, openOfferId }: ClaimDetailsProps) {
  return (
    <>
      {claim.withdrawalAskedOn && (
        <Notice title={detailWords.withdrawn.title(dateWithWeekday(claim.withdrawalAskedOn))}>
          <p>{detailWords.withdrawn.text}</p>
          {claim.withdrawalUndoUntil && (
            <p>
              {undoWords.until(claim.withdrawalUndoUntil)}{" "}
              <a href={addressOf("claimAct", { claimId: claim.claimId, act: actWords["withdrawal-undone"].act })}>
                {actWords["withdrawal-undone"].label}
              </a>
            </p>
          )}
        </Notice>
      )}
      <ClaimWhere claim={claim} />
      <Dates claim={claim} />
      <Quejas claim={claim} />
      <Offers claim={claim} openOfferId={openOfferId} />
      <Attachments claim={claim} />
      {claim.next !== "nobody" && <ByEmail claim={claim} />}
      <More claim={claim} />
    </>
  );
}

function Dates({ claim }: ViewProps) {
  const { claimId, filedAt, filedOn, answerBy, dueOn, daysLeft, visits, hearing, awaitsAppointments, clocks, late } =
    claim;
  const due = dueWords(claim);
  // Of a claim that is over nothing is to come any more.
  const isShown = (day: string): boolean => claim.next !== "nobody" || day < apiToday();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <section>
      <h2>{detailWords.dates}</h2>
      <Facts
        rows={[
          [detailWords.filed, instant(filedAt)],
          [timeWords.filedOn, filedOn === dayInLima(Date.parse(filedAt)) ? undefined : dateWithWeekday(filedOn)],
          [detailWords.answerBy, answerBy && dateWithWeekday(answerBy)],
          [due ?? "", due && dueOn && deadline(dueOn, daysLeft)],
          [detailWords.appointments, awaitsAppointments && detailWords.appointmentsLater],
          ...visits.filter(({ on }) => isShown(on)).map((visit) => [detailWords.visit, visitText(visit)] as const),
          [detailWords.hearing, hearing && isShown(hearing.on) ? hearingText(claim, hearing) : undefined],
          [detailWords.contactAfter, claim.contactAfter && dateWithWeekday(claim.contactAfter)],
        ]}
      />
      {clocks.length > 0 && (
        <details onToggle={() => setIsOpen(true)}>
          <summary>{detailWords.clocks}</summary>
          {isOpen && (
            <Loaded load={() => import("../term/claim-clocks.tsx")} about="clocks">
              {({ ClaimClocks }) => <ClaimClocks claimId={claimId} late={late} />}
            </Loaded>
          )}
        </details>
      )}
    </section>
  );
}

function visitText(visit: ClaimView["visits"][number]): string {
  const { outcome, inspector, missed } = visit;
  if (missed) return `${visitTime(visit)}: ${detailWords.visitMissed}`;
  if (outcome) return `${visitTime(visit)}: ${visitOutcomeNames[outcome]}`;
  return inspector === undefined ? visitTime(visit) : `${sentence(visitTime(visit))} ${detailWords.visitBy(inspector)}`;
}

/** Returns when a hearing is; once its day is over or it was held, also how it ended, or that it was not held. */
function hearingText({ timeline, late }: ClaimView, hearing: NonNullable<ClaimView["hearing"]>): string {
  const held = timeline.findLast(({ type }) => type === "conciliation-held");
  const heldOn = held && dayInLima(Date.parse(held.effectiveAt));
  const { hearingResults, hearingMissed } = detailWords;
  if (held?.agreement && heldOn && heldOn >= hearing.on)
    return `${heldOn === hearing.on ? hearingTime(hearing) : dateWithWeekday(heldOn)}: ${hearingResults[held.agreement]}`;
  if (hearing.on >= apiToday()) return hearingTime(hearing);
  const isMissed = late.some(({ clock, missedOn }) => clock === "T07" && missedOn !== undefined);
  return `${hearingTime(hearing)}: ${isMissed ? hearingMissed : hearingResults.absence}`;
}

/** Shows whether decisions are notified by e-mail, and the button that gives or withdraws that consent. */
function ByEmail({ claim: { claimId, notifyByEmail, notifyByEmailAfter } }: ViewProps) {
  const [after, setAfter] = useState(notifyByEmailAfter);
  const [granted, setGranted] = useState(notifyByEmail || after !== undefined);
  const [key, setKey] = useState(() => crypto.randomUUID());
  const { problem, busy, onSubmit } = useSending(
    () => api.consentToNotices({ params: { claimId }, body: { channel: "email", granted: !granted }, key }),
    (claim) => {
      setAfter(claim.notifyByEmailAfter);
      setGranted(claim.notifyByEmail);
      setKey(crypto.randomUUID());
    },
  );
  const { title, yes, no, later, stop, start } = detailWords.byEmail;
  return (
    <section>
      <h2>{title}</h2>
      <form method="dialog" noValidate onSubmit={onSubmit}>
        {problem && <ProblemNotice problem={problem} />}
        <p role="status">{after ? later(dateWithWeekday(after)) : granted ? yes : no}</p>
        <button type="submit" class="button plain" aria-busy={busy || undefined}>
          {granted ? stop : start}
        </button>
      </form>
    </section>
  );
}

const answerWords = ({ accepted }: ClaimView["offers"][number]): string =>
  accepted === undefined ? detailWords.offerOver : detailWords.offerAnswer[accepted ? "yes" : "no"];

/** Renders the offers of a claim, each with its answer, without the one that waits for an answer. */
function Offers({ claim, openOfferId }: ClaimDetailsProps) {
  return (
    <>
      {claim.offers
        .filter(({ offerId }) => offerId !== openOfferId)
        .map((offer) => (
          <section key={offer.offerId}>
            <h2>{detailWords.offer}</h2>
            <p>
              {soles(offer.before)} → <b>{soles(offer.after)}</b>
            </p>
            <p>{offer.counter ? counteredWords(offer, claim.state).join(" ") : answerWords(offer)}</p>
          </section>
        ))}
    </>
  );
}

/** Lists the quejas of a claim with their grounds and states. */
function Quejas({ claim: { quejas, clocks } }: ViewProps) {
  if (quejas.length === 0) return null;
  const until = clocks.find(({ id }) => id === "T20")?.dueDate;
  return (
    <section>
      <h2>{quejaWords.mine}</h2>
      {quejas.map((queja) => (
        <p key={queja.submissionNumber}>
          <b>{queja.submissionNumber}</b>: {quejaGroundNames[queja.ground]}. {quejaWords.stands(queja, until)}
        </p>
      ))}
    </section>
  );
}

/**
 * Renders the documents that the office made and the files that the claimant sent, with a field for each file that
 * never arrived.
 */
function Attachments({ claim: { claimId, attachments, documents, awaits } }: ViewProps) {
  const lost = awaits.flatMap(({ act, about }) => (act === "send-file" ? about : []));
  return (
    <>
      <section id={documentsId}>
        <h2>{detailWords.documents}</h2>
        <p>
          <a href={addressOf("claimFile", { claimId })}>{detailWords.wholeFile}</a>
          <br />
          <a href={addressOf("claimNotices", { claimId })}>{detailWords.notices}</a>
        </p>
        {documents.length === 0 && <p>{detailWords.noDocuments}</p>}
        <ul class="files">
          {documents.map(({ documentId, kind, at, unsigned, replaced }) => (
            <li key={documentId}>
              <span>
                {documentNames[kind]}
                {unsigned && <span class="hint">{detailWords.unsigned}</span>}
                {replaced && <span class="hint">{detailWords.replaced}</span>}
                <span class="hint">{instant(at)}</span>
              </span>
              <DownloadButton
                plain
                of={`${documentNames[kind]}, ${instant(at)}`}
                ask={() => api.downloadDocument({ params: { claimId, documentId } })}
              >
                {detailWords.download}
              </DownloadButton>
            </li>
          ))}
        </ul>
      </section>
      <section id={filesId}>
        <h2>{detailWords.attachments}</h2>
        {attachments.length === 0 && <p>{detailWords.noAttachments}</p>}
        <ul class="files">
          {attachments
            .toSorted((a, b) => Number(b.state === "refused") - Number(a.state === "refused"))
            .map(({ documentId, fileName, sha256, state }) => (
              <li key={documentId}>
                <span>
                  {fileName}{" "}
                  <span class={state === "refused" ? "state refused" : "state"}>{attachmentStateNames[state]}</span>
                  {lost.includes(documentId) && (
                    <Loaded load={() => import("../attachment/resend-attachment.tsx")} about="resend">
                      {({ ResendAttachment }) => <ResendAttachment uploadId={documentId} sha256={sha256} />}
                    </Loaded>
                  )}
                </span>
                {state === "received" && (
                  <DownloadButton
                    plain
                    of={fileName}
                    ask={() => api.downloadDocument({ params: { claimId, documentId } })}
                  >
                    {detailWords.download}
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
  const { claimId, state, supplyCode, receipts, owner, hold, holdAsked, holdKey, actions, awaits, timeline, offers } =
    claim;
  const recourse =
    isOver(claim) && (["reconsideration-filed", "appeal-filed"] as const).find((act) => actions.includes(act));
  return (
    <>
      {receipts.length > 0 && (
        <Notice {...(hold === "held" && !holdAsked && { tone: "good" })}>
          <p>{hold === "waiting" ? detailWords.waiting : detailWords[hold](receipts.length)}</p>
          {holdAsked && <p>{holdAskedWords(holdAsked)}</p>}
          {holdKey && (
            <p>
              <a href={addressOf("hold", { holdKey })}>{holdPageWord}</a>
            </p>
          )}
        </Notice>
      )}
      <Facts
        rows={[
          [detailWords.supply, supplyCode],
          ...receipts.map(
            ({ period, m3, amount }) =>
              [detailWords.receipt, `${monthAndYear(period)}: ${cubicMetres(m3)}, ${soles(amount)}`] as const,
          ),
          [detailWords.owner, owner && timeWords.ownerOf(owner.name, owner.extension)],
        ]}
      />
      <section>
        <h2>{detailWords.more}</h2>
        <ul>
          {(["new-evidence-brought", "claim-extended", "withdrawal-requested"] as const)
            .filter((act) => actions.includes(act) && !awaits.some((each) => each.act === act))
            .map((act) => (
              <li key={act}>
                <a href={addressOf("claimAct", { claimId, act: actWords[act].act })}>
                  {act === "withdrawal-requested" ? withdrawTitles[withdrawableIn(state)] : actWords[act].label}
                </a>
              </li>
            ))}
          {claim.mayReplaceKey && (
            <li>
              <a href={addressOf("claimAct", { claimId, act: "clave" })}>{detailWords.replaceKey}</a>
            </li>
          )}
        </ul>
        {recourse && (
          <p>
            {detailWords.lateRecourse}{" "}
            <a href={addressOf("claimAct", { claimId, act: actWords[recourse].act })}>{actWords[recourse].label}</a>.
          </p>
        )}
        {actions.includes("queja-filed") && claim.quejas.every(({ answer }) => answer) && (
          <p>
            {detailWords.complain}{" "}
            <a href={addressOf("claimAct", { claimId, act: "queja" })}>{detailWords.complainLink}</a>.
          </p>
        )}
        <details>
          <summary>{detailWords.history}</summary>
          <ol>
            {timeline.map((entry) => (
              <li key={entry.seq}>
                <Happened entry={entry} isConfirmed={isConfirmed(entry, timeline)} />
                {entry.type === "offer-answered" &&
                  ` ${
                    counteredWords(
                      offers.find(({ answeredAt }) => answeredAt === entry.recordedAt),
                      state,
                    )[0] ?? ""
                  }`}
              </li>
            ))}
          </ol>
        </details>
      </section>
    </>
  );
}

type Entry = ClaimView["timeline"][number];

/** Whether the decision was notified after an entry: then a delivery that waited for another person waits no longer. */
const isConfirmed = ({ seq }: Entry, timeline: readonly Entry[]): boolean =>
  timeline.some((later) => later.seq > seq && later.type === "resolution-notified");

interface HappenedProps {
  readonly entry: Entry;
  readonly isConfirmed: boolean;
}

/** An entry with when it happened; a delivery that does not count yet, with what for. */
function Happened({ entry, isConfirmed: isDone }: HappenedProps) {
  const { type, effectiveAt, recordedAt, deviceTime, secondPerson } = entry;
  const isEarly = effectiveAt > recordedAt;
  const from = dateWithWeekday(dayInLima(Date.parse(effectiveAt)));
  return (
    <>
      {entryName(entry)}: {instant(isEarly ? recordedAt : effectiveAt)}
      {type === "delivery-claimed" && isEarly && `. ${detailWords.countsFrom(from)}`}
      {type === "delivery-claimed" && !isEarly && !isDone && `. ${detailWords.unconfirmed}`}
      {deviceTime && ` ${detailWords.deviceTime(instant(deviceTime))}`}
      {secondPerson && ` ${detailWords.secondPerson(secondPerson)}`}
    </>
  );
}
