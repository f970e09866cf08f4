import { useState } from "preact/hooks";
import type { AnswerOf, ClientRequestOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import { Loaded } from "../../look/loaded-module.tsx";
import { termWords } from "../../words/claim-clocks.ts";
import { deadline } from "../../words/deadline.ts";
import { date, dateWithWeekday } from "../../words/format.ts";
import { addressOf, Heading } from "../page.tsx";
import { recourseWords } from "../recourse/claim-recourse.words.ts";
import { foundStateWords } from "./claim-found.words.ts";
import { claimNames } from "./claim-names.words.ts";
import { standsWords } from "./claim-state.words.ts";

/** The states of a claim in which its decision may be revised. */
const revisable = [
  "resolved",
  "notified",
  "in-reconsideration",
  "reconsideration-resolved",
  "reconsideration-notified",
  "reconsideration-silence",
];

interface ClaimStateFoundProps {
  /** The document by which the claim was found, with which a recourse in it is filed too. */
  readonly document: ClientRequestOf<Routes["lookUpClaim"]>["body"]["document"];
  readonly found: AnswerOf<Routes["lookUpClaim"]>;
  /** Called when the person wants to look up another claim. */
  readonly onAnother: () => void;
}

/**
 * Renders the state of a claim that was looked up, in plain words: since when, what comes next, the day of the answer
 * if one is owed and, if a term runs, whose it is, for what and its last day; of a decision handed over, from which day
 * it counts instead. While the decision may be revised, a button replaces the page by the form of a recourse.
 */
export function ClaimStateFound({
  found: {
    code,
    state,
    since,
    next,
    dueOn,
    daysLeft = 0,
    dueFor,
    answerBy,
    visitOn,
    decisionCountsFrom,
    withoutAccount,
  },
  document,
  onAnother,
}: ClaimStateFoundProps) {
  const [revises, setRevises] = useState(false);
  if (revises)
    return (
      <Loaded load={() => import("../recourse/open-recourse.tsx")} about={code}>
        {({ OpenRecourse }) => (
          <OpenRecourse
            code={code}
            document={document}
            isUnnotified={state.endsWith("resolved")}
            until={
              dueFor?.whose === "user" && dueOn ? `${termWords(dueFor, daysLeft)} ${deadline(dueOn, daysLeft)}.` : ""
            }
          />
        )}
      </Loaded>
    );
  const words = standsWords(
    state,
    visitOn && dateWithWeekday(visitOn),
    decisionCountsFrom && dateWithWeekday(decisionCountsFrom),
  );
  const meeting = next === "both" && foundStateWords.meeting[daysLeft < 0 ? "over" : "ahead"];
  // A visit that has its day has no other: the last day of its term would be taken for it.
  const isOfVisit = visitOn !== undefined && dueFor?.clock === "T06";
  const due = meeting || (dueFor && !isOfVisit && termWords(dueFor, daysLeft));
  return (
    <>
      <p class="back">
        <button type="button" class="link" onClick={onAnother}>
          {foundStateWords.another}
        </button>
      </p>
      <Heading arrived>{claimNames.title(code)}</Heading>
      <p class="why">
        <b>{words.now}</b>
      </p>
      <p>
        {foundStateWords.since} {date(since)}.
      </p>
      <p>{words.next}</p>
      {answerBy && !decisionCountsFrom && (
        <p>
          {foundStateWords.answerBy} <b>{dateWithWeekday(answerBy)}</b>.
        </p>
      )}
      {due && dueOn && !decisionCountsFrom && (
        <p>
          {due} <b>{deadline(dueOn, daysLeft)}</b>.
        </p>
      )}
      {revisable.includes(state) && (
        <p>
          <button type="button" class="button" onClick={() => setRevises(true)}>
            {recourseWords.title}
          </button>
        </p>
      )}
      <p>
        <a
          class={revisable.includes(state) ? "button plain" : "button"}
          href={addressOf(withoutAccount ? "openByKey" : "claims")}
        >
          {foundStateWords.whole}
        </a>
      </p>
    </>
  );
}
