import * as z from "zod";

const health = z.object({ status: z.literal("ok"), commit: z.string() });

const pauseMs = 5000;

/**
 * Asks a site from outside whether it answers with a revision (`9f66838 2026-11-28T07:10:00.000Z`) and reads its tables.
 * Asks up to `tries` times, with five seconds between, since the edge may still pass on the answer of before. Returns
 * what is wrong at the last try; undefined if nothing is.
 */
export async function failureOfSite(address: string, revision: string, tries = 12): Promise<string | undefined> {
  const failure = await failureNow(address, revision.split(" ")[0] ?? "");
  if (failure === undefined || tries <= 1) return failure;
  await new Promise((wake) => setTimeout(wake, pauseMs));
  return failureOfSite(address, revision, tries - 1);
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
