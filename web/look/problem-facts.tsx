import type { ComponentChildren } from "preact";
import { claimTypeNames } from "../words/claim-types.ts";
import { dateWithWeekday, dayInLima, instant } from "../words/format.ts";
import { type Problem, problemEntryNames, problemStateNames, problemWords } from "../words/problem.ts";
import { Facts } from "./facts.tsx";

interface ProblemFactsProps {
  readonly problem: Problem;
  /** The link to the claim that was filed from it, if one was. */
  readonly claim: ComponentChildren;
  /** The list of its photos and documents, if it has any. */
  readonly files?: ComponentChildren;
}

/** Shows a request for attention: what its cargo says, what the applicant wrote and sent, and its history. */
export function ProblemFacts({ problem, claim, files }: ProblemFactsProps) {
  const { code, supplyCode, problemType, state, filedAt, filedOn, until, description, entries } = problem;
  return (
    <>
      <Facts
        rows={[
          [problemWords.code, <b class="code">{code}</b>],
          [problemWords.state, problemStateNames[state]],
          [problemWords.supply, supplyCode],
          [problemWords.type, claimTypeNames[problemType]],
          [problemWords.filed, instant(filedAt)],
          [problemWords.filedOn, filedOn === dayInLima(Date.parse(filedAt)) ? undefined : dateWithWeekday(filedOn)],
          [problemWords.until, until === undefined ? problemWords.noTime : instant(until)],
          [problemWords.claim, claim],
        ]}
      />
      <h2>{problemWords.said}</h2>
      <p>{description}</p>
      {files}
      <h2>{problemWords.history}</h2>
      <ol>
        {entries.map(({ type, at, text }) => (
          <li key={`${type} ${at}`}>
            {problemWords.entry(problemEntryNames[type], at)}
            {text && <p>{text}</p>}
          </li>
        ))}
      </ol>
    </>
  );
}
