import type { AnswerOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";
import { lookUpStateWords } from "../words/claim-look-up.ts";
import { claimNames } from "../words/claim-names.ts";
import { stateWords } from "../words/claim-state.ts";
import { date, dateWithWeekday } from "../words/format.ts";
import { addressOf, Heading } from "./page.tsx";

interface ClaimStateFoundProps {
  readonly found: AnswerOf<Routes["lookUpClaim"]>;
  readonly onAnother: () => void;
}

/** Where a claim is, in plain words. */
export function ClaimStateFound({
  found: { code, state, since, next, dueOn, daysLeft = 0 },
  onAnother,
}: ClaimStateFoundProps) {
  return (
    <>
      <p class="back">
        <button type="button" class="link" onClick={onAnother}>
          {lookUpStateWords.another}
        </button>
      </p>
      <Heading arrived>{claimNames.title(code)}</Heading>
      <p class="why">
        <b>{stateWords[state].now}</b>
      </p>
      <p>
        {lookUpStateWords.since} {date(since)}.
      </p>
      <p>{stateWords[state].next}</p>
      {dueOn && (
        <p>
          {lookUpStateWords[daysLeft < 0 ? "overdue" : "due"][next]} <b>{dateWithWeekday(dueOn)}</b>.
        </p>
      )}
      <p>
        <a class="button" href={addressOf("claims")}>
          {lookUpStateWords.whole}
        </a>
      </p>
    </>
  );
}
