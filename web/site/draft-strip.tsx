import { stepWords } from "../words/claim-steps.ts";

interface DraftStripProps {
  readonly at?: number;
}

/** On every step until it is sent. */
export function DraftStrip({ at }: DraftStripProps) {
  return (
    <p class="draft">
      <b>{stepWords.draft}</b> {at !== undefined && stepWords.at(at + 1)}
    </p>
  );
}
