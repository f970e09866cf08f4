import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";
import { useLocation } from "preact-iso";
import { apiToday, knowsApiTime, noteApiTime } from "../api-clock.ts";
import type { Outcome } from "../client.ts";
import { useAnswer } from "../look/asking.ts";
import { api } from "./api.ts";
import { Waiting } from "./page.tsx";

/** Asks the API what time it is, unless an answer of this page load has borne it; then its clock is read with `apiNow`. */
export async function askApiTime(): Promise<Outcome<unknown>> {
  if (!knowsApiTime()) {
    const health = await api.health();
    if (health.ok) noteApiTime(health.value.now);
    // A refusal bears the time as well as an answer does.
    if (!knowsApiTime()) return health;
  }
  return { ok: true, value: undefined };
}

/** What an address asks for, of which letters of «YYYY-MM-DD». */
const lengths = { dia: 10, mes: 7, anio: 4 };

interface Asked {
  readonly answer: Outcome<string> | undefined;
  readonly again: () => void;
}

/** Gives the day, month or year that the address names, or today's by the API's clock, once that is known. */
export function useAsked(name: keyof typeof lengths): Asked {
  const given = useLocation().query[name];
  const today = () => apiToday().slice(0, lengths[name]);
  const known = useMemo(() => given ?? (knowsApiTime() ? today() : undefined), [given]);
  const { answer, again } = useAnswer<string>(async () => {
    if (known !== undefined) return { ok: true, value: known };
    const told = await askApiTime();
    return told.ok ? { ok: true, value: today() } : told;
  }, given ?? "");
  return { answer: known === undefined ? answer : { ok: true, value: known }, again };
}

interface OfAskedProps {
  readonly asked: Asked;
  readonly children: (asked: string) => ComponentChildren;
}

/** Shows what a page has of the day, month or year it was asked for; while that is not known, that it waits, or why it cannot. */
export function OfAsked({ asked: { answer, again }, children }: OfAskedProps) {
  return answer?.ok ? children(answer.value) : <Waiting answer={answer} again={again} />;
}
