import * as z from "zod";

const health = z.object({ status: z.literal("ok"), commit: z.string() });

const pauseMs = 5000;

/**
 * Asks a site's API whether it runs the commit that `revision` begins with (`9f66838 2026-11-28T07:10:00.000Z`) and can
 * read its tables. Tries up to `tries` times, five seconds apart, since the edge may still serve older answers. Returns
 * what was wrong at the last try; undefined as soon as a try succeeds.
 */
export async function failureOfSite(address: string, revision: string, tries = 12): Promise<string | undefined> {
  const failure = await failureNow(address, revision.split(" ")[0] ?? "");
  if (failure === undefined || tries <= 1) return failure;
  await new Promise((wake) => setTimeout(wake, pauseMs));
  return failureOfSite(address, revision, tries - 1);
}

/** Returns the commit that a site's API runs; undefined if it does not say, as while it fails. */
export async function commitOfSite(address: string): Promise<string | undefined> {
  try {
    const answer = await fetch(`${address}/api/health`);
    return health.parse(await answer.json()).commit;
  } catch {
    return undefined;
  }
}

async function failureNow(address: string, commit: string): Promise<string | undefined> {
  try {
    const answer = await fetch(`${address}/api/health`);
    if (!answer.ok) return `/api/health answers ${answer.status}`;
    const { success, data } = health.safeParse(await answer.json());
    if (!success) return "/api/health does not answer as the contract says";
    if (data.commit !== commit) return `/api/health answers the commit ${data.commit}, not ${commit}`;
    // The office's hours and calendars are read from the table.
    const office = await fetch(`${address}/api/office`);
    return office.ok ? undefined : `/api/office answers ${office.status}`;
  } catch (failure) {
    return `it does not answer: ${failure instanceof Error ? failure.message : String(failure)}`;
  }
}
