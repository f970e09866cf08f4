import { lossOf, type Urgency, urgencyOf } from "../words/urgency.ts";

interface LightProps {
  /** Working days to the end of a term, negative once it is over; undefined if no term runs. */
  readonly daysLeft: number | undefined;
  /** The term ends in a silence that grants the claim. */
  readonly lost?: boolean;
  /** Leaves out the word «hábiles», for a column whose head says it. */
  readonly short?: boolean;
}

const marks: Readonly<Record<Urgency, string>> = { overdue: "■", soon: "▲", "in-time": "●", none: "○" };

/** Shows how urgent a term is, by a mark, a colour and words, such as «Vence en 2 días hábiles». */
export function Light({ daysLeft, lost, short }: LightProps) {
  const { urgency, words } = lost && daysLeft !== undefined ? lossOf(daysLeft) : urgencyOf(daysLeft);
  return <Lit urgency={urgency}>{short ? words.replace(/ hábil(es)?$/, "") : words}</Lit>;
}

interface LitProps {
  readonly urgency: Urgency;
  readonly children: string;
}

/** Shows words with the mark and colour of an urgency. */
export function Lit({ urgency, children }: LitProps) {
  return (
    <span class={`light ${urgency}`}>
      <span aria-hidden="true">{marks[urgency]}</span> {children}
    </span>
  );
}
