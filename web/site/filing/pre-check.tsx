import { useRef } from "preact/hooks";
import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import type { Outcome } from "../../client.ts";
import { useAnswer } from "../../look/asking.ts";
import { Findings } from "../../look/findings.tsx";
import { findingWords } from "../../words/findings.ts";

type Checked = Outcome<AnswerOf<Routes["checkClaim"]>>;

interface PreCheckProps {
  /** Asks the API what it finds about the form as it is now. */
  readonly ask: () => Promise<Checked>;
  /** A text that names the form and its answers. When it changes, `ask` is called again. */
  readonly about: string;
}

/**
 * Lists what the API finds about a form before it is sent, without what it says of missing fields. While the API is
 * asked again, the last findings stay. Renders nothing until the first answer, if the last one failed, or if nothing is
 * found. Sending is never stopped.
 */
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
