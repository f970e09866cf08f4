import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { type ClientProblem, type Outcome, transportProblem } from "../client.ts";

/**
 * Asks the API when the component appears, and anew whenever `about`, a text that names the question, changes. `answer`
 * is undefined until the API has answered the present question. `again` asks once more: until the new answer is here,
 * `answer` keeps the old one if it was good, and is undefined if it was a failure.
 */
export function useAnswer<Value>(
  ask: () => Promise<Outcome<Value>>,
  about: string,
): { readonly answer: Outcome<Value> | undefined; readonly again: () => void } {
  const [held, setHeld] = useState<{ readonly about: string; readonly answer: Outcome<Value> }>();
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let wanted = true;
    ask().then((answer) => wanted && setHeld({ about, answer }));
    return () => {
      wanted = false;
    };
  }, [about, turn]);
  const again = (): void => {
    setHeld((before) => (before?.answer.ok ? before : undefined));
    setTurn(turn + 1);
  };
  return { answer: held?.about === about ? held.answer : undefined, again };
}

/**
 * Returns the submit handler and the state of a form that is sent with `send`. `send` gets `typed`, which returns a
 * field's text by its name, "" without one. If `send` succeeds, calls `done` with its value. A submit while another is
 * on its way (`busy`) is ignored. `problem` is why the last sending failed; what was typed stays in the form. If `send`
 * rejects, as where a part of it could not be loaded, the sending failed for want of an answer.
 */
export function useSending<Value>(
  send: (typed: (name: string) => string, form: HTMLFormElement) => Promise<Outcome<Value>>,
  done: (value: Value, form: HTMLFormElement) => void,
): {
  readonly problem: ClientProblem | undefined;
  readonly busy: boolean;
  readonly onSubmit: (event: SubmitEvent) => void;
} {
  const [problem, setProblem] = useState<ClientProblem>();
  const [busy, setBusy] = useState(false);
  const sending = useRef(false);
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const { currentTarget: form } = event;
    if (sending.current || !(form instanceof HTMLFormElement)) return;
    sending.current = true;
    setBusy(true);
    const data = new FormData(form);
    const sent = send((name) => String(data.get(name) ?? ""), form);
    sent
      .catch(() => transportProblem(navigator.onLine ? "unreachable" : "offline"))
      .then((outcome) => {
        sending.current = false;
        setBusy(false);
        setProblem(outcome.ok ? undefined : outcome.problem);
        if (outcome.ok) done(outcome.value, form);
      });
  };
  return { problem, busy, onSubmit };
}

/** Returns a ref for an element. Focuses the element when it appears and whenever `shown` changes. */
export function useFocus<E extends HTMLElement>(shown: unknown): RefObject<E | null> {
  const element = useRef<E>(null);
  useEffect(() => element.current?.focus(), [shown]);
  return element;
}
