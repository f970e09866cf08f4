import type { OpenedThing, Opening } from "../counter/openings.ts";
import type { StaffRole } from "../work/people.ts";

/** How many things one of the staff opened in a span of time, each counted once however often it was opened. */
export interface LookCount {
  /** The account. */
  readonly by: string;
  /** Claims, requests for attention and submissions. */
  readonly cases: number;
  /** Supplies, and promised calls. */
  readonly people: number;
  /** Attachments, imports and registers, and files of a case. */
  readonly files: number;
  /** Claims that no record shows to be their work. */
  readonly outside: number;
}

/** A count beside those of who has a role in common. */
export interface ComparedCount extends LookCount {
  /**
   * Of cases and people together, and of claims outside their work; absent for who has no colleague of a role there.
   */
  readonly median?: { readonly opened: number; readonly outside: number } | undefined;
  readonly standsOut: boolean;
}

const counted: Readonly<Record<OpenedThing, "cases" | "people" | "files" | undefined>> = {
  claim: "cases",
  problem: "cases",
  submission: "cases",
  supply: "people",
  "call-back": "people",
  attachment: "files",
  import: "files",
  register: "files",
  log: undefined,
};

/**
 * Returns what each of the staff opened, whoever opened anything. Looking at the logs counts as nothing.
 * @param isOwn whether a claim is somebody's work, as far as records say
 */
export function countLooks(
  openings: readonly Opening[],
  isOwn: (by: string, claimId: string) => boolean,
): readonly LookCount[] {
  return [...Map.groupBy(openings, ({ by }) => by)].map(([by, own]) => {
    const ids = (group: string): ReadonlySet<string> =>
      new Set(own.flatMap(({ what, id }) => (counted[what] === group ? [`${what} ${id}`] : [])));
    const parts = new Set(own.flatMap(({ what, id, part }) => (part === undefined ? [] : [`${what} ${id} ${part}`])));
    const claims = [...new Set(own.flatMap(({ what, id }) => (what === "claim" ? [id] : [])))];
    return {
      ...{ by, cases: ids("cases").size, people: ids("people").size, files: ids("files").size + parts.size },
      outside: claims.filter((claimId) => !isOwn(by, claimId)).length,
    };
  });
}

/** Fewer than these are nothing to ask about, whatever others opened. */
const fewestToStandOut = 10;

/**
 * Returns the counts, each beside the median of who shares a role with its person, that one included. Those come first
 * who stand out: with more than twice the median, and ten at least. Then by what is outside their work.
 */
export function comparedLooks(
  counts: readonly LookCount[],
  rolesOf: (by: string) => readonly StaffRole[],
): readonly ComparedCount[] {
  const opened = ({ cases, people }: LookCount): number => cases + people;
  const outside = (count: LookCount): number => count.outside;
  return counts
    .map((count) => {
      const roles = rolesOf(count.by);
      const peers = counts.filter(({ by }) => by === count.by || rolesOf(by).some((role) => roles.includes(role)));
      if (peers.length === 1) return { ...count, standsOut: false };
      const median = { opened: medianOf(peers.map(opened)), outside: medianOf(peers.map(outside)) };
      const isFar = (own: number, theirs: number): boolean => own >= fewestToStandOut && own > 2 * theirs;
      const standsOut = isFar(opened(count), median.opened) || isFar(count.outside, median.outside);
      return { ...count, median, standsOut };
    })
    .toSorted(
      (a, b) =>
        Number(b.standsOut) - Number(a.standsOut) ||
        b.outside - a.outside ||
        opened(b) - opened(a) ||
        (a.by < b.by ? -1 : 1),
    );
}

/** The value in the middle; of an even number of values, the lower of the two. */
function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? 0;
}
