import { type DaysOwed, metaWords } from "../words/days-owed.ts";
import { Light } from "./light.tsx";

interface DaysProps {
  readonly days: DaysOwed;
}

/** Shows how near the loss of a claim is, or else the end of its term: the one light of a row. */
export function DaysLight({ days: { lostOn, left }, short }: DaysProps & { readonly short?: boolean }) {
  return <Light daysLeft={left} lost={lostOn !== undefined} short={short ?? false} />;
}

/** Says the utility's own target for its next act, in a colour of its own once it passed; nothing without one. */
export function Meta({ days: { meta } }: DaysProps) {
  return meta ? <span class={meta.left < 0 ? "meta past" : "meta"}>{metaWords(meta)}</span> : null;
}
