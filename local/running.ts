import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import * as z from "zod";

const file = (state: string) => join(state, "stack.json");
const noted = z.object({ origin: z.string() });

/** Writes to a state folder the address of the stack that uses it. An earlier address in the folder is overwritten. */
export function noteRunning(state: string, origin: string): void {
  writeFileSync(file(state), JSON.stringify({ origin }));
}

/**
 * Returns the address of the stack that runs on a state folder. Undefined if no address was noted there, or if no stack
 * of this folder answers at it within two seconds, for example because it was killed.
 */
export async function runningOn(state: string): Promise<string | undefined> {
  if (!existsSync(file(state))) return undefined;
  const { origin } = noted.parse(JSON.parse(readFileSync(file(state), "utf8")));
  const asked = fetch(`${origin}/_local/clock`, { signal: AbortSignal.timeout(2000) });
  // Any other answer at that address is not a stack on this folder.
  const answered = await asked.then((response) => response.json()).catch(() => undefined);
  return z.object({ state: z.literal(resolve(state)) }).safeParse(answered).success ? origin : undefined;
}
