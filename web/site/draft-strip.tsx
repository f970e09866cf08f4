import { stepWords } from "../words/claim-steps.ts";

interface DraftStripProps {
  readonly at?: number;
  readonly of?: number;
}

/** Says that a claim is not sent yet and, if `at` (from 0) is given, which step of `of` this is. */
export function DraftStrip({ at, of = 0 }: DraftStripProps) {
  return (
    <p class="draft">
      <b>{stepWords.draft}</b> {at !== undefined && <span>{stepWords.at(at + 1, of)}</span>}
    </p>
  );
}
