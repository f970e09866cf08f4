import type { AnswerOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";
import { foundStateWords } from "../words/claim-found.ts";
import { claimNames } from "../words/claim-names.ts";
import { stateWords } from "../words/claim-state.ts";
import { date, dateWithWeekday } from "../words/format.ts";
import { addressOf, Heading } from "./page.tsx";

interface ClaimStateFoundProps {
  readonly found: AnswerOf<Routes["lookUpClaim"]>;
  readonly onAnother: () => void;
}

/** The state of a claim that was looked up, in plain words: since when, what comes next, and whose term runs. */
export function ClaimStateFound({
  found: { code, state, since, next, dueOn, daysLeft = 0 },
  onAnother,
}: ClaimStateFoundProps) {
  return (
    <>
      <p class="back">
        <button type="button" class="link" onClick={onAnother}>
          {foundStateWords.another}
        </button>
      </p>
      <Heading arrived>{claimNames.title(code)}</Heading>
      <p class="why">
        <b>{stateWords[state].now}</b>
      </p>
      <p>
        {foundStateWords.since} {date(since)}.
      </p>
      <p>{stateWords[state].next}</p>
      {dueOn && (
        <p>
          {foundStateWords[daysLeft < 0 ? "overdue" : "due"][next]} <b>{dateWithWeekday(dueOn)}</b>.
        </p>
      )}
      <p>
        <a class="button" href={addressOf("claims")}>
          {foundStateWords.whole}
        </a>
      </p>
    </>
  );
}
