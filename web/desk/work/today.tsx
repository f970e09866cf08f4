import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";
import { useRoute } from "preact-iso";
import { apiToday, knowsApiTime, noteApiTime } from "../../api-clock.ts";
import type { Outcome } from "../../client.ts";
import { useAnswer } from "../../look/asking.ts";
import { api } from "../api.ts";
import { Waiting } from "../page.tsx";

/**
 * Asks the API for its time, so that `apiNow` goes by it. Does nothing if an answer of the API has set the clock on
 * this page already. Returns the problem if the time could not be had.
 */
export async function askApiTime(): Promise<Outcome<unknown>> {
  if (!knowsApiTime()) {
    const health = await api.health();
    if (health.ok) noteApiTime(health.value.now);
    // A refusal's date has set the clock too.
    if (!knowsApiTime()) return health;
  }
  return { ok: true, value: undefined };
}

/** How many letters of `YYYY-MM-DD` each query parameter has. */
const lengths = { dia: 10, mes: 7, anio: 4 };

/** Whether a text is a day, month or year that exists, with as many letters as `name` has. */
const isOf = (name: keyof typeof lengths, text: string): boolean =>
  text.length === lengths[name] && /^\d{4}(-\d\d)*$/.test(text) && !Number.isNaN(Date.parse(text));

/** What `useAsked` returns. */
interface Asked {
  /** The day, month or year; undefined until it is known. */
  readonly answer: Outcome<string> | undefined;
  /** Asks the API for its time once more. */
  readonly again: () => void;
}

/**
 * Returns the day (`dia`, `YYYY-MM-DD`), month (`mes`, `YYYY-MM`) or year (`anio`, `YYYY`) in the address's query.
 * Without this parameter, or if it is none that exists, returns the present day, month or year in Lima by the API's
 * clock, and asks the API for its time if no answer has set the clock. `answer` is a problem if that failed.
 */
export function useAsked(name: keyof typeof lengths): Asked {
  const { [name]: said = "" } = useRoute().query;
  const given = isOf(name, said) ? said : undefined;
  const today = () => apiToday().slice(0, lengths[name]);
  const known = useMemo(() => given ?? (knowsApiTime() ? today() : undefined), [given]);
  const { answer, again } = useAnswer<string>(async () => {
    if (known !== undefined) return { ok: true, value: known };
    const asked = await askApiTime();
    return asked.ok ? { ok: true, value: today() } : asked;
  }, given ?? "");
  return { answer: known === undefined ? answer : { ok: true, value: known }, again };
}

interface OfAskedProps {
  readonly asked: Asked;
  readonly children: (asked: string) => ComponentChildren;
}

/**
 * Renders `children` with the day, month or year that `useAsked` found. Until it is known, shows that it is loading; if
 * it could not be had, the problem.
 */
export function OfAsked({ asked: { answer, again }, children }: OfAskedProps) {
  return answer?.ok ? children(answer.value) : <Waiting answer={answer} again={again} />;
}
