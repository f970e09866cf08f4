import { stepWords } from "../words/claim-steps.ts";

interface DraftStripProps {
  readonly at?: number;
  readonly of?: number;
}

/** On every step until it is sent. */
export function DraftStrip({ at, of = 0 }: DraftStripProps) {
  return (
    <p class="draft">
      <b>{stepWords.draft}</b> {at !== undefined && stepWords.at(at + 1, of)}
    </p>
  );
}
