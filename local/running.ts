import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import * as z from "zod";

const file = (state: string) => join(state, "stack.json");
const noted = z.object({ origin: z.string() });

/** Leaves in a folder of state where the stack that uses it answers. */
export function noteRunning(state: string, origin: string): void {
  writeFileSync(file(state), JSON.stringify({ origin }));
}

/** The address of the stack that runs on a folder of state; one that was killed does not count. */
export async function runningOn(state: string): Promise<string | undefined> {
  if (!existsSync(file(state))) return undefined;
  const { origin } = noted.parse(JSON.parse(readFileSync(file(state), "utf8")));
  const asked = fetch(`${origin}/_local/clock`, { signal: AbortSignal.timeout(2000) });
  // Whatever else answers at that address, it is no stack on this folder.
  const answered = await asked.then((response) => response.json()).catch(() => undefined);
  return z.object({ state: z.literal(resolve(state)) }).safeParse(answered).success ? origin : undefined;
}
