import { useAnswer } from "../look/asking.ts";
import { Notice } from "../look/notice.tsx";
import { boardWords } from "../words/desk-board.ts";
import { api } from "./api.ts";
import { addressOfWork } from "./work-view.ts";

/**
 * Says how many claims are past the last day to send their file to the tribunal, and how many past the last day to
 * carry out what was decided, each with a link to its work list: no other part of the board counts these. Draws nothing
 * if there are none, or if the counts did not come.
 */
export function BoardOwed() {
  const { answer } = useAnswer(() => api.countWork(), "");
  const counts = answer?.ok ? answer.value.queues : [];
  const owed = (["elevation", "execution"] as const).flatMap((queue) => {
    const overdue = counts.find((count) => count.queue === queue)?.overdue ?? 0;
    return overdue > 0 ? { queue, overdue } : [];
  });
  if (owed.length === 0) return null;
  return (
    <Notice tone="bad">
      {owed.map(({ queue, overdue }) => (
        <p key={queue}>
          <a href={addressOfWork({ of: "todos", queue, order: "dia" })}>{boardWords.owed[queue](overdue)}</a>
        </p>
      ))}
    </Notice>
  );
}
