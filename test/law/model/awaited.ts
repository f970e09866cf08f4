import fc from "fast-check";
import { awaitedIn, foreseenOf, openMatters } from "../../../shared/casework/open-matters.ts";
import { awaitedOf, type ListedAct } from "../../../shared/domain/awaits-claimant.ts";
import type { CaseEvent } from "../../../shared/domain/case-events.ts";
import type { ClaimEvent } from "../../../shared/domain/claim-events.ts";
import type { ClaimLaw } from "../../../shared/domain/claim-law.ts";
import { forecast } from "../../../shared/domain/work-list.ts";
import { engine, lifeOf } from "./against.ts";
import { leftTo } from "./claimants-part.ts";
import { asOpenMatters, caseWith, type MatterDraws, matterDraws, openAbout, turnsOf } from "./drawn-matters.ts";
import { type Draws, drawsOf } from "./histories.ts";
import { fileAt } from "./passing.ts";
import { dayIn, plusDays } from "./terms.ts";

/** What a reader says waits for the claimant. */
export type Namer = typeof awaitedOf;

/** What a list says of the same. */
export type Lister = typeof awaitedIn;

/** Who says it: the real readers, or some with a mistake put into them. */
interface Readers {
  readonly name: Namer;
  readonly list: Lister;
}

/** Rights stand in brackets. */
const said = ({ act, asked, on, until }: ListedAct): string =>
  `${asked ? act : `(${act})`} ${on ?? until ?? "any day"}`;

/** What a list says at an instant of a claim that nobody wrote in since, and what its page says then. */
function listApart(history: readonly ClaimEvent[], entries: readonly CaseEvent[], law: ClaimLaw, list: Lister) {
  const written = history.at(-1)?.recordedAt ?? "";
  const awaits = foreseenOf(entries, law, written, forecast(history, law, written));
  return (now: string): readonly string[] => {
    const claim = engine.claimAt(history, law, now);
    const read = claim ? awaitedOf(claim, law, now, openMatters(entries, claim, law)) : [];
    // A list does not tell two offers of one day apart.
    const [listed, page] = [list({ awaits }, now), read].map((acts) => [...new Set(acts.map(said))].join());
    return listed === page ? [] : [`${now} ${claim?.state}: the list says ${listed || "nothing"}, the page ${page}`];
  };
}

/** Whether what is asked comes first, and of that what ends first; what has no day after what is for today. */
function isInOrder(named: readonly ListedAct[], today: string): boolean {
  const places = named.map(({ asked, on, until }) => `${asked ? 0 : 1} ${on ?? until ?? `${today}.`}`);
  return places.join() === places.toSorted().join();
}

interface Drawn {
  readonly draws: Draws;
  readonly matters: MatterDraws;
  /** Days ahead. */
  readonly days: readonly number[];
}

/** Instants at which what is named is not what the model leaves to the claimant. */
function differences({ draws, matters, days }: Drawn, { name, list }: Readers): readonly string[] {
  const { run, apart } = lifeOf(draws);
  if (apart) return [JSON.stringify(apart)];
  const { history, whole, law } = run;
  const { recordedAt: written } = run.file;
  const open = openAbout(written, matters);
  // A list is written anew when the calendars change; the claim itself is read through every change.
  const { earlier: _, ...quiet } = whole;
  const onList = listApart(history, caseWith(history, open, matters), quiet, list);
  const evenings = days.map((ahead) => `${plusDays(written.slice(0, 10), ahead)}T23:30:00.000Z`);
  const instants = [written, ...evenings, ...turnsOf(open)].filter((each) => each >= written);
  return [...new Set(instants)].flatMap((now) => {
    const file = fileAt(run.file, law, now);
    const claim = engine.claimAt(history, whole, now);
    if (!claim) return [`${now}: nothing read`];
    const named = name(claim, whole, now, asOpenMatters(open));
    const told = named.map((each) => `${said(each)} ${each.about ?? ""}`).sort();
    const right = leftTo(file, law, now, open)
      .map(({ act, isRight, day, about }) => `${isRight ? `(${act})` : act} ${day ?? "any day"} ${about ?? ""}`)
      .sort();
    if (told.join() !== right.join())
      return [`${now} ${file.phase}: named ${told.join() || "nothing"}, the model ${right.join() || "nothing"}`];
    return isInOrder(named, dayIn(now))
      ? onList(now)
      : [`${now} ${file.phase}: out of order, ${named.map(said).join()}`];
  });
}

/** Random histories with random open matters, each from its last entry on; the first that differs is shrunk. */
export function compareAwaited({
  runs,
  seed,
  name = awaitedOf,
  list = awaitedIn,
  isEnough = false,
}: Partial<Readers> & {
  readonly runs: number;
  readonly seed: number;
  /** It is enough to know that they differ: nothing is shrunk. */
  readonly isEnough?: boolean;
}): { readonly runs: number; readonly differences: readonly string[] } {
  const drawn = fc.record({
    draws: drawsOf(8),
    matters: matterDraws,
    days: fc.uniqueArray(fc.integer({ min: 0, max: 90 }), { minLength: 6, maxLength: 6 }),
  });
  const details = fc.check(
    fc.property(drawn, (each) => differences(each, { name, list }).length === 0),
    { numRuns: runs, seed, endOnFailure: isEnough },
  );
  const { counterexample } = details;
  return {
    runs: details.numRuns,
    differences: counterexample ? differences(counterexample[0], { name, list }) : [],
  };
}
