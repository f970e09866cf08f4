import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { ClientProblem, Outcome } from "../client.ts";

/**
 * Asks the API when the page opens, and anew when `about`, which names the question, changes. `answer` is undefined until the
 * API has answered. `again` asks once more: a good answer stays until the new one is here, a failed one is dropped at once.
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
 * Sends a form with `send` when it is submitted, and calls `done` with the value if that succeeds. Submits while one is on its
 * way (`busy`) are ignored. `problem` is the last refusal; what was typed stays in the form. `send` must not throw.
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
    send((name) => String(data.get(name) ?? ""), form).then((outcome) => {
      sending.current = false;
      setBusy(false);
      setProblem(outcome.ok ? undefined : outcome.problem);
      if (outcome.ok) done(outcome.value, form);
    });
  };
  return { problem, busy, onSubmit };
}

/** Focuses the element with the returned ref when it appears and whenever `shown` changes. */
export function useFocus<E extends HTMLElement>(shown: unknown): RefObject<E | null> {
  const element = useRef<E>(null);
  useEffect(() => element.current?.focus(), [shown]);
  return element;
}
