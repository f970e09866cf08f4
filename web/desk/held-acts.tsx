import { useEffect, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { apiNow } from "../api-clock.ts";
import { type ClientProblem, type Outcome, transportProblem } from "../client.ts";
import { heldWords } from "./held.words.ts";

const holdMs = 10_000;
/** A day ends, and an office opens and closes, at a quarter of an hour: no act is held beyond one. */
const quarterMs = 900_000;
const keptKey = "caudal.held";

interface HeldAct {
  readonly id: string;
  readonly what: string;
  /** Where it was done. */
  readonly address: string;
  /** Ends the ten seconds; absent once they are over. */
  readonly end?: ((isUndone: boolean) => void) | undefined;
  /** What became of it, for who went on to another page meanwhile. */
  readonly said?: string;
  readonly problem?: Pick<ClientProblem, "title" | "detail">;
}

let acts: readonly HeldAct[] = [];
const listeners = new Set<() => void>();
const sendings = new Set<Promise<Outcome<unknown>>>();

/** Whoever loads the page anew reads of an act that nobody saw the end of. */
function put(next: readonly HeldAct[]): void {
  acts = next;
  const open = acts.filter(({ said }) => said === undefined).map(({ id, what, address }) => ({ id, what, address }));
  sessionStorage.setItem(keptKey, JSON.stringify(open));
  for (const listener of listeners) listener();
}
const change = (id: string, by: Partial<HeldAct>): void =>
  put(acts.map((act) => (act.id === id ? { ...act, ...by } : act)));
const drop = (id: string): void => put(acts.filter((act) => act.id !== id));

function endAll(): void {
  for (const { end } of acts) end?.(false);
}
const endHidden = (): void => {
  if (document.hidden) endAll();
};

const undone = {
  ok: false,
  problem: { kind: "refused", title: heldWords.undone, detail: heldWords.undoneText, fields: [] },
} as const satisfies Outcome<never>;

interface Holding<Value> {
  readonly form: HTMLFormElement;
  /** What is done and to what, as the beginning of a sentence. */
  readonly what: string;
  /** The result in words, if it says more than that it was recorded. */
  readonly outcomeWords?: (value: Value) => string;
}

/**
 * Waits ten seconds with the form as it was sent, then calls `send`: the act can be taken back until then, and fails
 * with what says so. Waits no longer than the tab is seen, and not at all across a quarter of an hour. Shows the result
 * in the desk's frame, with the way back, if the form is not on the page any more.
 */
export function held<Value>(
  { form, what, outcomeWords = () => heldWords.done(what) }: Holding<Value>,
  send: () => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  const id = crypto.randomUUID();
  const run = async (): Promise<Outcome<Value>> => {
    const isUndone = await new Promise<boolean>((end) => {
      put([...acts, { id, what, address: location.pathname + location.search, end }]);
      // What is changed now would not be sent.
      form.inert = true;
      const isOver = document.hidden || apiNow() % quarterMs >= quarterMs - holdMs;
      setTimeout(end, isOver ? 0 : holdMs, false);
    });
    change(id, { end: undefined });
    const outcome = isUndone
      ? undone
      : await send().catch(() => transportProblem(navigator.onLine ? "unreachable" : "offline"));
    form.inert = false;
    if (form.isConnected || outcome === undone) drop(id);
    else change(id, outcome.ok ? { said: outcomeWords(outcome.value) } : { problem: outcome.problem });
    return outcome;
  };
  const sending = run();
  sendings.add(sending);
  return sending.finally(() => sendings.delete(sending));
}

/** Sends at once what is held. Returns whether all of it was recorded. */
export async function sendHeld(): Promise<boolean> {
  const all = Promise.all(sendings);
  endAll();
  return (await all).every(({ ok }) => ok);
}

/**
 * Shows the acts that can still be taken back, each with a button for that and one that sends it now; and what became
 * of those whose form was left, until it is read. Sends what is held once the tab is hidden or left.
 */
export function HeldActs() {
  const [, draw] = useState({});
  useEffect(() => {
    const redraw = (): void => draw({});
    const problem = { title: heldWords.left, detail: heldWords.leftText };
    const left: readonly HeldAct[] = JSON.parse(sessionStorage.getItem(keptKey) ?? "[]");
    listeners.add(redraw);
    put([...left.map((act) => ({ ...act, problem })), ...acts]);
    document.addEventListener("visibilitychange", endHidden);
    addEventListener("pagehide", endAll);
    return () => {
      listeners.delete(redraw);
      document.removeEventListener("visibilitychange", endHidden);
      removeEventListener("pagehide", endAll);
    };
  }, []);
  return (
    <aside class="held" aria-label={heldWords.region}>
      <div role="status">
        {acts.map((act) => (
          <HeldNote key={act.id} act={act} />
        ))}
      </div>
    </aside>
  );
}

function HeldNote({ act: { id, what, address, end, said, problem } }: { readonly act: HeldAct }) {
  const { route } = useLocation();
  const text = useRef<HTMLParagraphElement>(null);
  // The button that was pressed is inert: the next one by the keyboard is the one that undoes.
  useEffect(() => void (end && text.current?.focus()), []);
  const undo = (): void => {
    end?.(true);
    if (location.pathname + location.search !== address) route(address);
  };
  const button = (name: string, onClick: () => void) => (
    <button type="button" class="button plain" onClick={onClick}>
      {name}
    </button>
  );
  const tone = problem ? "notice bad" : "notice";
  return (
    <div class={tone}>
      <p tabIndex={-1} ref={text}>
        {problem ? (
          <>
            <b>{heldWords.refused(what)}</b> {problem.title}. {problem.detail}
          </>
        ) : (
          (said ?? (end ? heldWords.waits(what) : heldWords.sending(what)))
        )}
      </p>
      <p class="buttons">
        {end && button(heldWords.undo, undo)}
        {end && button(heldWords.now, () => end(false))}
        {problem && <a href={address}>{heldWords.back}</a>}
        {(problem || said !== undefined) && button(heldWords.close, () => drop(id))}
      </p>
    </div>
  );
}
