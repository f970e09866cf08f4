import { longestMinutes, slackMinutes } from "../../../shared/domain/visit/inspection.ts";

/**
 * Returns whether the hours written of a visit contradict those at which its files were made: one of them was made more
 * than 15 minutes before its start, or after its end, or after the two hours that it lasts at most. All are instants.
 */
export function contradictsFiles(
  { startedAt, endedAt }: { readonly startedAt: string; readonly endedAt?: string | undefined },
  takenAt: readonly string[],
): boolean {
  const minute = 60_000;
  const start = Date.parse(startedAt);
  const end = endedAt === undefined ? start + longestMinutes * minute : Date.parse(endedAt);
  return takenAt.some((at) => {
    const made = Date.parse(at);
    return made < start - slackMinutes * minute || made > end + slackMinutes * minute;
  });
}
