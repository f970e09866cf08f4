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
  /** Names what is asked about: it is asked again when this changes. */
  readonly about: string;
}

/** Shows what the API finds about a form before it is sent. It stops nothing: without an answer it shows nothing. */
export function PreCheck({ ask, about }: PreCheckProps) {
  const { answer } = useAnswer(ask, about);
  // The last answer stays while it is asked again, so that nothing on the page jumps.
  const before = useRef<Checked>(undefined);
  if (answer) before.current = answer;
  const { current } = before;
  // The form itself says which of its fields are missing.
  const findings = current?.ok ? current.value.findings.filter(({ rule }) => rule !== "form-required") : [];
  if (findings.length === 0) return null;
  return (
    <section>
      <h2>{findingWords.title}</h2>
      <p>{findingWords.lede}</p>
      <Findings findings={findings} />
    </section>
  );
}
