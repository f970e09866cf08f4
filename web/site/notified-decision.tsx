import type { AnswerOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";
import { useFocus } from "../look/asking.ts";
import { Loaded } from "../look/loaded-module.tsx";
import { outcomeNames } from "../words/claim-outcome.ts";
import { deadline } from "../words/deadline.ts";
import { cubicMetres, monthAndYear, soles } from "../words/format.ts";
import { notifiedWords } from "../words/notified.ts";
import { api } from "./api.ts";
import { DownloadButton } from "./download-button.tsx";
import { addressOf } from "./page.tsx";

interface NotifiedDecisionProps {
  readonly noticeKey: string;
  readonly notice: AnswerOf<Routes["showNotice"]>;
  /** Whether it was acknowledged on this page just now: then its heading takes the focus. */
  readonly here: boolean;
}

const namesOfOutcome: Readonly<Record<string, string>> = outcomeNames;

/**
 * Renders a decision that was notified: what it says, its text and its file, and the last day for a recourse if there
 * is one. If `notice` is of another act, renders what that act says and the last day to answer it.
 */
export function NotifiedDecision({ noticeKey, notice, here }: NotifiedDecisionProps) {
  const {
    acknowledgedAt,
    notifiedOn = "",
    outcome = "",
    decision,
    reasons,
    months = [],
    recourseUntil,
    daysLeft,
  } = notice;
  const { number, issuedOn, text } = notice;
  const heading = useFocus<HTMLHeadingElement>(here);
  const isOver = daysLeft !== undefined && daysLeft < 0;
  if (notice.of !== "resolution") return <NotifiedAct notice={notice} />;
  return (
    <>
      <p role="status">{acknowledgedAt ? notifiedWords.confirmed(acknowledgedAt) : notifiedWords.unread(notifiedOn)}</p>
      <h2 tabIndex={-1} ref={here ? heading : null}>
        {namesOfOutcome[outcome] ?? notifiedWords.decision}
      </h2>
      {decision && <p>{decision}</p>}
      {months.map(
        ({ receiptNumber, period, corrected }) =>
          corrected && (
            <p key={receiptNumber}>
              {notifiedWords.month(monthAndYear(period))}{" "}
              <b>
                {cubicMetres(corrected.m3)}, {soles(corrected.amount)}
              </b>
              .
            </p>
          ),
      )}
      {reasons && (
        <>
          <h3>{notifiedWords.reasons}</h3>
          <p class="lines">{reasons}</p>
        </>
      )}
      {text && number && (
        <Loaded load={() => import("./decision-text.tsx")} about="text">
          {({ SignedText }) => <SignedText decision={{ number, issuedOn, text, rectified: [] }} />}
        </Loaded>
      )}
      <p>
        <DownloadButton plain ask={() => api.downloadNotified({ params: { noticeKey } })}>
          {notifiedWords.download}
        </DownloadButton>
      </p>
      {recourseUntil && (
        <section>
          <p>
            {isOver ? notifiedWords.recourseOver : notifiedWords.recourse} <b>{deadline(recourseUntil, daysLeft)}</b>.
          </p>
          {!isOver && (
            <p>
              <a class="button" href={addressOf("claimAct", { claimId: notice.claimId, act: "revision" })}>
                {notifiedWords.recourseGo}
              </a>
            </p>
          )}
          {!isOver && (
            <p>
              {notifiedWords.recourseHow} <a href={addressOf("openByKey")}>{notifiedWords.recourseOpen}</a>.
            </p>
          )}
        </section>
      )}
    </>
  );
}

/** Renders a notified act that is no decision: what it says, and the last day to answer it if it asks something. */
function NotifiedAct({
  notice: { of, acknowledgedAt = "", says = [], remedyUntil, daysLeft },
}: Pick<NotifiedDecisionProps, "notice">) {
  return (
    <>
      <p role="status">{notifiedWords.confirmed(acknowledgedAt)}</p>
      <h2>{notifiedWords.says}</h2>
      <ul>
        {says.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {remedyUntil && (
        <p>
          {of === "new-evidence" ? notifiedWords.newEvidence : notifiedWords.remedy}{" "}
          <b>{deadline(remedyUntil, daysLeft)}</b>.
        </p>
      )}
    </>
  );
}
