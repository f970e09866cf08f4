import { spawn } from "node:child_process";
import { join } from "node:path";
import type { Comparison, Mutant } from "./compare.ts";

/** Zones to count in, and their minutes behind UTC in January: one is where nobody claims, a day ahead of Lima. */
export const zones = { UTC: 0, "America/Lima": 300, "Pacific/Kiritimati": -840 } as const;
export type Zone = keyof typeof zones;
export const zoneNames = ["UTC", "America/Lima", "Pacific/Kiritimati"] as const satisfies readonly Zone[];

/** What a program of Node writes when it runs in a zone; rejects if it ends badly. */
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

/** The comparison of the engine with the oracle in a zone, and the mutants it found. */
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
