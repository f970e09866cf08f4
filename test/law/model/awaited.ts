import fc from "fast-check";
import { awaitedIn, foreseenOf, openMatters } from "../../../shared/casework/case/awaited-facts.ts";
import { awaitedOf, type ListedAct } from "../../../shared/domain/case/awaits-claimant.ts";
import type { CaseEvent } from "../../../shared/domain/case/case-events.ts";
import type { ClaimEvent } from "../../../shared/domain/case/claim-events.ts";
import type { ClaimLaw } from "../../../shared/domain/case/claim-law.ts";
import { forecast } from "../../../shared/domain/work/work-list.ts";
import { engine, lifeOf } from "./against.ts";
import { leftTo } from "./claimants-part.ts";
import { asOpenMatters, caseWith, type MatterDraws, matterDraws, openAbout, turnsOf } from "./drawn-matters.ts";
import { type Draws, drawsOf } from "./histories.ts";
import { fileAt } from "./passing.ts";
import { dayIn, plusDays } from "./terms.ts";

/** A function that names the acts awaited from the claimant. */
export type Namer = typeof awaitedOf;

/** A function that names them from a list's row. */
export type Lister = typeof awaitedIn;

/** The functions under comparison: the real ones, or some with a mistake in them. */
interface Readers {
  readonly name: Namer;
  readonly list: Lister;
}

/** Acts that are only a right are put in brackets. */
const said = ({ act, asked, on, until }: ListedAct): string =>
  `${asked ? act : `(${act})`} ${on ?? until ?? "any day"}`;

/** Compares the list's row, written at the last entry, with the claim's page at a later instant. */
function listApart(history: readonly ClaimEvent[], entries: readonly CaseEvent[], law: ClaimLaw, list: Lister) {
  const written = history.at(-1)?.recordedAt ?? "";
  const awaits = foreseenOf(entries, law, written, forecast(history, law, written));
  return (now: string): readonly string[] => {
    const claim = engine.claimAt(history, law, now);
    const read = claim ? awaitedOf(claim, law, now, openMatters(entries, claim, law)) : [];
    // A list shows two offers of the same day as one.
    const [listed, page] = [list({ awaits }, now), read].map((acts) => [...new Set(acts.map(said))].join());
    return listed === page ? [] : [`${now} ${claim?.state}: the list says ${listed || "nothing"}, the page ${page}`];
  };
}

/**
 * Whether required acts come first and, in each group, those that end first; an act without a day ranks just after
 * those due today.
 */
function isInOrder(named: readonly ListedAct[], today: string): boolean {
  const ranks = named.map(({ asked, on, until }) => `${asked ? 0 : 1} ${on ?? until ?? `${today}.`}`);
  return ranks.join() === ranks.toSorted().join();
}

interface Drawn {
  readonly draws: Draws;
  readonly matters: MatterDraws;
  /** How many days after the last entry to read. */
  readonly days: readonly number[];
}

/** Describes each instant at which the named acts are not those the model leaves to the claimant. */
function differences({ draws, matters, days }: Drawn, { name, list }: Readers): readonly string[] {
  const { run, apart } = lifeOf(draws);
  if (apart) return [JSON.stringify(apart)];
  const { history, whole, law } = run;
  const { recordedAt: written } = run.file;
  const open = openAbout(written, matters);
  // Lists are rewritten when the calendars change, so the list is compared under one law; the claim itself is read
  // across every change.
  const { earlier: _, ...quiet } = whole;
  const onList = listApart(history, caseWith(history, open, matters), quiet, list);
  const evenings = days.map((ahead) => `${plusDays(written.slice(0, 10), ahead)}T23:30:00.000Z`);
  const instants = [written, ...evenings, ...turnsOf(open)].filter((each) => each >= written);
  return [...new Set(instants)].flatMap((now) => {
    const file = fileAt(run.file, law, now);
    const claim = engine.claimAt(history, whole, now);
    if (!claim) return [`${now}: nothing read`];
    const named = name(claim, whole, now, asOpenMatters(open));
    const left = named.map((each) => `${said(each)} ${each.about ?? ""}`).sort();
    const right = leftTo(file, law, now, open)
      .map(({ act, isRight, day, about }) => `${isRight ? `(${act})` : act} ${day ?? "any day"} ${about ?? ""}`)
      .sort();
    if (left.join() !== right.join())
      return [`${now} ${file.phase}: named ${left.join() || "nothing"}, the model ${right.join() || "nothing"}`];
    return isInOrder(named, dayIn(now))
      ? onList(now)
      : [`${now} ${file.phase}: out of order, ${named.map(said).join()}`];
  });
}

/** Reads random histories with random open matters after their last entry; shrinks the first one that differs. */
export function compareAwaited({
  runs,
  seed,
  name = awaitedOf,
  list = awaitedIn,
  isEnough = false,
}: Partial<Readers> & {
  readonly runs: number;
  readonly seed: number;
  /** Reports the first difference without shrinking it. */
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
