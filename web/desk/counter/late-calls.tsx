import { useEffect } from "preact/hooks";
import { useAnswer } from "../../look/asking.ts";
import { api } from "../api.ts";
import { callBackWords } from "./calls.words.ts";

const everyMs = 60_000;

/**
 * Shows, beside the menu's item of promised calls, how many are overdue, from the first page of them. Asks again each
 * minute while the tab is looked at, and when one comes back to it. Nothing if none is overdue, or they cannot be read.
 */
export function LateCalls() {
  const { answer, again } = useAnswer(() => api.listCallBacks({ query: {} }), "late");
  useEffect(() => {
    const ask = () => document.visibilityState === "visible" && again();
    const timer = setInterval(ask, everyMs);
    document.addEventListener("visibilitychange", ask);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", ask);
    };
  });
  if (!answer?.ok) return null;
  const { callBacks, cursor } = answer.value;
  const late = callBacks.filter((one) => one.late).length;
  if (late === 0) return null;
  const isMore = late === callBacks.length && cursor !== undefined;
  return (
    <b>
      {" "}
      <span aria-hidden="true">■</span> {isMore ? `${late}+` : late}
      <span class="unseen"> {callBackWords.overdue(late)}</span>
    </b>
  );
}
