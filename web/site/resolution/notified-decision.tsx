import type { ComponentProps } from "preact";
import { useState } from "preact/hooks";
import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import { useFocus } from "../../look/asking.ts";
import { Loaded } from "../../look/loaded-module.tsx";
import { deadline } from "../../words/deadline.ts";
import { api } from "../api.ts";
import { moneyOf, payLater } from "../claim/claim-in-short.words.ts";
import { DownloadButton } from "../download-button.tsx";
import { addressOf } from "../page.tsx";
import { outcomeNames } from "./claim-outcome.words.ts";
import type { SignedText } from "./decision-text.tsx";
import { notifiedWords } from "./notified.words.ts";

interface NotifiedDecisionProps {
  readonly noticeKey: string;
  readonly notice: AnswerOf<Routes["showNotice"]>;
  /** Whether it was acknowledged on this page just now: then its heading takes the focus. */
  readonly here: boolean;
}

const namesOfOutcome: Readonly<Record<string, string>> = outcomeNames;

/**
 * Renders a decision that was notified: what it says, in soles, the last day for a recourse if there is one, with its
 * button, then why, its text folded and its file. If `notice` is of another act, renders what that act says and the
 * last day to answer it.
 */
export function NotifiedDecision({ noticeKey, notice, here }: NotifiedDecisionProps) {
  const { acknowledgedAt, notifiedOn = "", outcome = "", decision, reasons, months = [], receipts = [] } = notice;
  const { claimId, recourseUntil, daysLeft, number, issuedOn, text } = notice;
  const heading = useFocus<HTMLHeadingElement>(here);
  const isOver = daysLeft !== undefined && daysLeft < 0;
  const isWon = outcome.endsWith("upheld");
  if (notice.of !== "resolution") return <NotifiedAct notice={notice} />;
  return (
    <>
      <p role="status">{acknowledgedAt ? notifiedWords.confirmed(acknowledgedAt) : notifiedWords.unread(notifiedOn)}</p>
      <h2 tabIndex={-1} ref={here ? heading : null}>
        {namesOfOutcome[outcome] ?? notifiedWords.decision}
      </h2>
      {moneyOf(receipts, months).map((money) => (
        <p key={money}>
          <b>{money}</b>
        </p>
      ))}
      {recourseUntil && (
        <section>
          <p>
            {isOver ? notifiedWords.recourseOver : notifiedWords.recourse} <b>{deadline(recourseUntil, daysLeft)}</b>.{" "}
            {!isOver && notifiedWords.recourseLost} {!isOver && !isWon && payLater}
          </p>
          {!isOver && (
            <p>
              <a class={isWon ? "button plain" : "button"} href={addressOf("claimAct", { claimId, act: "revision" })}>
                {notifiedWords.recourseGo}
              </a>
            </p>
          )}
          {!isOver && <OpenByKey />}
        </section>
      )}
      {decision && <p>{decision}</p>}
      {reasons && (
        <>
          <h3>{notifiedWords.reasons}</h3>
          <p class="lines">{reasons}</p>
        </>
      )}
      {text && number && <WholeText decision={{ number, issuedOn, text, rectified: [] }} />}
      <p>
        <DownloadButton plain ask={() => api.downloadNotified({ params: { noticeKey } })}>
          {notifiedWords.download}
        </DownloadButton>
      </p>
    </>
  );
}

/** The way for who has the claim in no account. */
function OpenByKey() {
  return (
    <p>
      {notifiedWords.recourseHow} <a href={addressOf("openByKey")}>{notifiedWords.recourseOpen}</a>.
    </p>
  );
}

/** Renders the resolution's own text, folded: it is loaded once it is opened. */
function WholeText({ decision }: { readonly decision: ComponentProps<typeof SignedText>["decision"] }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details onToggle={() => setIsOpen(true)}>
      <summary>{notifiedWords.whole}</summary>
      {isOpen && (
        <Loaded load={() => import("./decision-text.tsx")} about="text">
          {(loaded) => <loaded.SignedText decision={decision} />}
        </Loaded>
      )}
    </details>
  );
}

/**
 * Renders a notified act that is no decision: what it says and, if it asks something, until when, what is lost and
 * where.
 */
function NotifiedAct({
  notice: { of, claimId, acknowledgedAt = "", says = [], remedyUntil, daysLeft },
}: Pick<NotifiedDecisionProps, "notice">) {
  const asked = of === "observation" || of === "new-evidence" ? notifiedWords.asked[of] : undefined;
  const isOver = daysLeft !== undefined && daysLeft < 0;
  return (
    <>
      <p role="status">{notifiedWords.confirmed(acknowledgedAt)}</p>
      <h2>{notifiedWords.says}</h2>
      <ul>
        {says.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {asked && remedyUntil && (
        <>
          <p>
            {asked.until} <b>{deadline(remedyUntil, daysLeft)}</b>. {asked.lost}
          </p>
          {!isOver && (
            <>
              <p>
                <a class="button" href={addressOf("claimAct", { claimId, act: asked.act })}>
                  {asked.go}
                </a>
              </p>
              <OpenByKey />
            </>
          )}
        </>
      )}
    </>
  );
}
