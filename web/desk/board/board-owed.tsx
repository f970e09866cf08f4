import { useAnswer } from "../../look/asking.ts";
import { Notice } from "../../look/notice.tsx";
import { api } from "../api.ts";
import { addressOf } from "../page.tsx";
import { addressOfWork } from "../work/work-view.ts";
import { boardWords } from "./board.words.ts";

/**
 * Says how many claims that wait to go to the tribunal or to be carried out have a term that is over, as their lists
 * count it, and how many claims have a queja that was not sent on in its term, each with a link to its list: no other
 * part of the board counts these. Draws nothing if there are none; a count that did not come is left out.
 */
export function BoardOwed() {
  const { answer } = useAnswer(() => api.countWork(), "");
  const quejas = useAnswer(() => api.listQuejas(), "").answer;
  const counts = answer?.ok ? answer.value.queues : [];
  const late = quejas?.ok ? quejas.value.claims.filter((one) => !one.forwarded && one.workingDays < 0).length : 0;
  const owed = [
    ...(["elevation", "execution"] as const).map((queue) => {
      const overdue = counts.find((count) => count.queue === queue)?.overdue ?? 0;
      return { what: queue, overdue, address: addressOfWork({ of: "todos", queue, order: "dia" }) };
    }),
    { what: "quejas" as const, overdue: late, address: addressOf("quejas") },
  ].filter(({ overdue }) => overdue > 0);
  if (owed.length === 0) return null;
  return (
    <Notice tone="bad">
      {owed.map(({ what, overdue, address }) => (
        <p key={what}>
          <a href={address}>{boardWords.owed[what](overdue)}</a>
        </p>
      ))}
    </Notice>
  );
}
