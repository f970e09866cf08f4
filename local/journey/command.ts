import { randomBytes } from "node:crypto";
import { build } from "../../scripts/build.ts";
import { refused, typedArguments } from "../../scripts/typed-arguments.ts";
import { importFile } from "../import-file.ts";
import { seededWorld } from "../seed.ts";
import { startLocalStack } from "../stack.ts";
import { tokenOf } from "../token-request.ts";
import { branches } from "./branches.ts";
import { type Office, openOffice } from "./office.ts";
import { type BilledSupply, billedSupplies, journeyWorld } from "./supplies.ts";
import { walk } from "./walk.ts";

const usage = `npm run journey [-- [--branch ${branches.map(({ name }) => name).join("|")}] [--against URL]]
Lleva un reclamo por cada rama de su vida, en una oficina propia; con --against en una abierta, cuyo reloj adelanta varios meses.`;
const { values } = typedArguments(usage, { options: { against: { type: "string" }, branch: { type: "string" } } });
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const chosen = branches.filter(({ name }) => values.branch === undefined || name === values.branch);
if (chosen.length === 0) refused(`No hay ninguna rama ${values.branch}.`, usage);

/** Imports receipts into a stack of the journey's own and returns its supplies. */
async function ownWorld(origin: string): Promise<readonly BilledSupply[]> {
  const { receipts, supplies } = journeyWorld();
  const token = await tokenOf(origin, "billing");
  const bytes = new TextEncoder().encode(receipts);
  await importFile({ origin, token, kind: "receipts", fileName: "recibos.csv", bytes });
  return supplies;
}

/**
 * Returns the seeded supplies of a running stack, one for each chosen branch, with the newest receipt that the stack
 * has of each, whenever it was seeded.
 */
async function runningWorld(office: Office): Promise<readonly BilledSupply[]> {
  const seeded = billedSupplies(seededWorld(await office.now()).receipts).slice(0, chosen.length);
  return Promise.all(
    seeded.map(async (supply) => {
      const body = { supplyCode: supply.supplyCode, documentNumber: supply.holderDocument };
      const [newest] = (await office.call("operator", "searchSupplies", { body })).receipts;
      return newest
        ? { ...supply, receiptNumber: newest.number, period: newest.period, m3: newest.m3 ?? supply.m3 }
        : supply;
    }),
  );
}

async function walkAll(origin: string, supplies: readonly BilledSupply[]): Promise<void> {
  const office = openOffice(origin);
  const run = randomBytes(4).toString("hex");
  for (const [at, branch] of chosen.entries()) {
    const supply = supplies[at];
    if (!supply) throw new Error("there are not enough supplies for every branch");
    await walk(office, supply, branch, run, { say });
  }
  say(
    `\n${chosen.length} ${chosen.length === 1 ? "reclamo" : "reclamos"} de principio a fin, sin sorpresas. El reloj quedó en ${await office.now()}.`,
  );
}

try {
  if (values.against === undefined) {
    build(["functions", "web", "assembly"], say);
    const stack = await startLocalStack({ say: () => {} });
    try {
      await walkAll(stack.origin, await ownWorld(stack.origin));
    } finally {
      await stack.stop();
    }
  } else {
    say(`Contra ${values.against}: su reloj avanzará varios meses.`);
    await walkAll(values.against, await runningWorld(openOffice(values.against)));
  }
} catch (failure) {
  process.stderr.write(`\nSorpresa: ${failure instanceof Error ? failure.message : String(failure)}\n`);
  process.exitCode = 1;
}
