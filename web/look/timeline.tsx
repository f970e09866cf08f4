import { timelineWords } from "../words/step-states.ts";

/**
 * A step of a procedure. `stage`: `done`, `now` (under way), `late`, `later` (to come), `skipped` (not needed) or
 * `undone`.
 */
export interface Milestone {
  readonly title: string;
  readonly stage: keyof typeof timelineWords;
  /** When it was done, or since when and until when it is under way. */
  readonly text: string;
}

interface TimelineProps {
  readonly milestones: readonly Milestone[];
}

/** Lists the steps of a procedure in their order, each with its stage in words and its `text`. */
export function Timeline({ milestones }: TimelineProps) {
  return (
    <ol class="timeline">
      {milestones.map(({ title, stage, text }) => (
        <li key={title} class={stage} aria-current={stage === "now" ? "step" : undefined}>
          <b>{title}</b> <span class="tag">{timelineWords[stage]}</span>
          {text && <span class="hint">{text}</span>}
        </li>
      ))}
    </ol>
  );
}
