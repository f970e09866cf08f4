import type { AnswerOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";
import type { Outcome } from "../client.ts";
import { useAnswer } from "../look/asking.ts";
import { Findings } from "../look/findings.tsx";
import { findingWords } from "../words/findings.ts";

interface PreCheckProps {
  readonly ask: () => Promise<Outcome<AnswerOf<Routes["checkClaim"]>>>;
  readonly about: string;
}

/** What to know before sending. It stops nothing: where it cannot be had, the page does without. */
export function PreCheck({ ask, about }: PreCheckProps) {
  const { answer } = useAnswer(ask, about);
  // What the form itself asks for is told by the form.
  const findings = answer?.ok ? answer.value.findings.filter(({ rule }) => rule !== "form-required") : [];
  if (findings.length === 0) return null;
  return (
    <section>
      <h2>{findingWords.title}</h2>
      <p>{findingWords.lede}</p>
      <Findings findings={findings} />
    </section>
  );
}
