import { stepWords } from "./claim-steps.words.ts";

interface DraftStripProps {
  /** The place of the step among those asked, from 0. */
  readonly at?: number;
  /** How many steps are asked. */
  readonly of?: number;
}

/** Says that a claim is not sent yet and, if `at` is given, which step of how many this is. */
export function DraftStrip({ at, of = 0 }: DraftStripProps) {
  return (
    <p class="draft">
      <b>{stepWords.draft}</b> {at !== undefined && <span>{stepWords.at(at + 1, of)}</span>}
    </p>
  );
}
