import fc from "fast-check";
import { awaitedIn, foreseenOf } from "../../../shared/casework/open-matters.ts";
import { awaitedOf, type ListedAct } from "../../../shared/domain/awaits-claimant.ts";
import type { CaseEvent } from "../../../shared/domain/case-events.ts";
import type { ClaimLaw } from "../../../shared/domain/claim-clocks.ts";
import type { ClaimEvent, ClaimFact } from "../../../shared/domain/claim-events.ts";
import { forecast } from "../../../shared/domain/work-list.ts";
import { type Engine, engine, lifeOf } from "./against.ts";
import type { File, Law, Phase } from "./file.ts";
import { termsOf } from "./file-terms.ts";
import { type Draws, drawsOf } from "./histories.ts";
import { fileAt } from "./passing.ts";
import { isTaken } from "./procedure.ts";
import { dayIn, plusDays } from "./terms.ts";

/** What a reader says waits for the claimant. */
export type Namer = typeof awaitedOf;

const by = { kind: "customer", sub: "c1" } as const;

/** The claimant's acts that have a term, each with that term and the fact it would be. */
const acts = {
  remedied: ["T04", {}],
  "new-evidence-brought": ["T04", {}],
  "claim-extended": ["T05", {}],
  "reconsideration-filed": ["T11", { newEvidence: true }],
  "appeal-filed": ["T11", {}],
} as const;

/** May be done before anything starts their term, and is asked for all the same. */
const withoutTerm: readonly string[] = ["remedied", "new-evidence-brought"];

/** What the model allows the claimant and whose term runs, `until` its last day. */
function allowedBy(file: File, law: Law, now: string): readonly ListedAct[] {
  const today = dayIn(now);
  const terms = termsOf({ file, law, now });
  return Object.entries(acts).flatMap(([type, [term, content]]) => {
    const fact = { type, effectiveAt: now, by, filedOn: today, ...content } as unknown as ClaimFact;
    // What lies unread in a mailbox is no notice yet: the end of its term is known, and it has not begun.
    const until = file.phase.startsWith("RESUELTO") ? undefined : terms[term];
    if (!isTaken(file, fact, law, now) || (until ?? today) < today) return [];
    return until || withoutTerm.includes(type) ? [{ act: type, until } as ListedAct] : [];
  });
}

const beforeHearing: readonly Phase[] = ["PRESENTADO", "OBSERVADO", "EN_INVESTIGACION", "CONCILIACION_CITADA"];

/** The hearing the model still expects. */
function hearingBy({ phase, round: { hearing } }: File, now: string): readonly string[] {
  return hearing && beforeHearing.includes(phase) && hearing >= dayIn(now) ? [`attend-hearing ${hearing}`] : [];
}

const said = ({ act, on, until }: ListedAct): string => `${act} ${on ?? until ?? "any day"}`;

/** What a list says on a day of a claim that nobody wrote in since, and what the claim itself says then. */
function listApart(history: readonly ClaimEvent[], law: ClaimLaw, written: string) {
  const entries = history.map((event, at) => ({ ...event, seq: at + 1, details: {} })) as unknown as CaseEvent[];
  const awaits = foreseenOf(entries, law, written, forecast(history, law, written));
  return (now: string): readonly string[] => {
    const claim = engine.claimAt(history, law, now);
    const read = claim ? awaitedOf(claim, law, now, {}) : [];
    const [listed, page] = [awaitedIn({ awaits }, now).map(said).join(), read.map(said).join()];
    return listed === page ? [] : [`${now} ${claim?.state}: the list says ${listed || "nothing"}, the page ${page}`];
  };
}

/** Days ahead on which what is named is not what the model allows, or nothing is named though something is. */
function differences(draws: Draws, days: readonly number[], name: Namer, by: Engine): readonly string[] {
  const { run, apart } = lifeOf(draws, by);
  if (apart) return [JSON.stringify(apart)];
  const { history, whole, law } = run;
  // A list is written anew when the calendars change; the claim itself is read through every change.
  const { earlier: _, ...quiet } = whole;
  const list = listApart(history, quiet, run.file.recordedAt);
  return days.flatMap((ahead) => {
    const evening = `${plusDays(run.file.recordedAt.slice(0, 10), ahead)}T23:30:00.000Z`;
    const now = evening > run.file.recordedAt ? evening : run.file.recordedAt;
    const file = fileAt(run.file, law, now);
    const claim = by.claimAt(history, whole, now);
    if (!claim) return [`${now}: nothing read`];
    const named = name(claim, whole, now, {}).filter(({ act }) => act in acts || act === "attend-hearing");
    const expected = [...allowedBy(file, law, now).map(said), ...hearingBy(file, now)];
    const [told, right] = [named.map(said).sort().join(), expected.sort().join()];
    return told === right
      ? list(now)
      : [`${now} ${file.phase}: named ${told || "nothing"}, the model ${right || "nothing"}`];
  });
}

/** Random histories, each on its last day and on some of the sixty after it; the first that differs is shrunk. */
export function compareAwaited({
  runs,
  seed,
  name = awaitedOf,
}: {
  readonly runs: number;
  readonly seed: number;
  readonly name?: Namer;
}): { readonly runs: number; readonly differences: readonly string[] } {
  const days = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 6, maxLength: 6 });
  const details = fc.check(
    fc.property(drawsOf(8), days, (draws, ahead) => differences(draws, ahead, name, engine).length === 0),
    { numRuns: runs, seed },
  );
  const { counterexample } = details;
  return {
    runs: details.numRuns,
    differences: counterexample ? differences(counterexample[0], counterexample[1], name, engine) : [],
  };
}
