import { timelineWords } from "../words/timeline.ts";

/** A step of something that takes its time: done, under way, late, to come, let pass, or never needed. */
export interface Milestone {
  readonly title: string;
  readonly stage: keyof typeof timelineWords;
  /** When it was done, or since when and until when it is under way. */
  readonly text: string;
}

interface TimelineProps {
  readonly milestones: readonly Milestone[];
}

/** Where something is: what is done, what is under way, what may come. Each stage is said in words. */
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
