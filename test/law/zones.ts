import { spawn } from "node:child_process";
import { join } from "node:path";
import type { Comparison, Mutant } from "./compare.ts";

/**
 * The time zones to count in, with their minutes behind UTC in January. The last is a day ahead of Lima and has no
 * claimants.
 */
export const zones = { UTC: 0, "America/Lima": 300, "Pacific/Kiritimati": -840 } as const;
export type Zone = keyof typeof zones;
export const zoneNames = ["UTC", "America/Lima", "Pacific/Kiritimati"] as const satisfies readonly Zone[];

/** Runs a Node program in a time zone and returns its output; rejects if the program fails. */
export function runIn(zone: Zone, args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, TZ: zone },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let written = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    written += text;
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve(written) : reject(new Error(`${zone}: ended with ${code}`))));
  });
}

/** Compares the engine with the oracle in a time zone; returns the comparison and the mutants it found. */
export async function compareIn(
  zone: Zone,
  cases: number,
  seed: number,
): Promise<Comparison & { readonly found: readonly Mutant[] }> {
  const answer = await runIn(zone, [join(import.meta.dirname, "compare-process.ts"), String(cases), String(seed)]);
  const { offset, ...comparison }: Awaited<ReturnType<typeof compareIn>> & { offset: number } = JSON.parse(answer);
  if (offset !== zones[zone]) throw new Error(`${zone}: the process was ${offset} minutes behind UTC`);
  return comparison;
}
