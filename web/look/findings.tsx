import type { AnswerOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";
import { howCounted } from "../words/claim-clocks.ts";
import { findingWords } from "../words/findings.ts";
import { CountedDays } from "./counted-days.tsx";

interface FindingsProps {
  readonly findings: AnswerOf<Routes["checkClaim"]>["findings"];
}

/**
 * Lists what the rules find about a claim before it is filed. A warning is marked as such. A finding with a term has a
 * part that unfolds to the days of the term.
 */
export function Findings({ findings }: FindingsProps) {
  return (
    <ul>
      {findings.map(({ severity, text, term }) => (
        <li key={text}>
          {severity === "warns" && <b>{findingWords.warns}: </b>}
          {text}
          {term && (
            <details>
              <summary>{howCounted}</summary>
              <CountedDays days={term.days} />
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}
