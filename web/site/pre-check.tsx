import { useRef } from "preact/hooks";
import type { AnswerOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";
import type { Outcome } from "../client.ts";
import { useAnswer } from "../look/asking.ts";
import { Findings } from "../look/findings.tsx";
import { findingWords } from "../words/findings.ts";

type Checked = Outcome<AnswerOf<Routes["checkClaim"]>>;

interface PreCheckProps {
  readonly ask: () => Promise<Checked>;
  readonly about: string;
  /** What is to be known in any case, in the page's own words: it stands where the API's cannot be had. */
  readonly otherwise?: string | undefined;
}

/** What to know before sending. It stops nothing: where it cannot be had, the page does without. */
export function PreCheck({ ask, about, otherwise }: PreCheckProps) {
  const { answer } = useAnswer(ask, about);
  // While it is asked again, what was known stays, so that nothing on the page jumps.
  const before = useRef<Checked>(undefined);
  if (answer) before.current = answer;
  const { current } = before;
  // What the form itself asks for is told by the form.
  const findings = current?.ok ? current.value.findings.filter(({ rule }) => rule !== "form-required") : [];
  if (findings.length === 0 && !otherwise) return null;
  return (
    <section>
      <h2>{findingWords.title}</h2>
      <p>{findingWords.lede}</p>
      {findings.length > 0 ? <Findings findings={findings} /> : <p>{otherwise}</p>}
    </section>
  );
}
