import { workers } from "../../infra/workers.ts";
import { importFile } from "../../local/import-file.ts";
import { branches } from "../../local/journey/branches.ts";
import type { Step } from "../../local/journey/life.ts";
import { type Office, openOffice } from "../../local/journey/office.ts";
import { journeyWorld } from "../../local/journey/supplies.ts";
import { walk } from "../../local/journey/walk.ts";
import { startLocalStack } from "../../local/stack.ts";
import { routesByFunction } from "../../shared/contract/routes.ts";
import { type Figure, once } from "../figure.ts";
import { type Metered, type MeteringProxy, meteringProxy } from "../metering-proxy.ts";
import { quietOffice, workedQueues } from "../quiet-office.ts";

/** What works by the clock and for all claims, and counts in batches: no claim's own. */
const isOfNobody = (name: string): boolean =>
  Object.entries(workers).some(
    ([worker, { every, follows }]) =>
      name.endsWith(`-${worker}`) && (every !== undefined || follows?.waits !== undefined),
  );

/** Whether a function answers requests; while the journey only waits, all of those are its polls. */
const isOfApi = (name: string): boolean => Object.keys(routesByFunction).some((one) => name.endsWith(`-${one}`));

/**
 * Takes a claim by HTTP from the linked supply to the execution of the tribunal's decision, workers included. Returns
 * what that costs in the stores, and the messages sent to the queues.
 */
const life = once(async (): Promise<Metered & { readonly writesAnEntry: number }> => {
  const proxies: MeteringProxy[] = [];
  const endpoints: string[] = [];
  let waits = 0;
  const stack = await startLocalStack({
    say: () => {},
    between: async (_, endpoint) => {
      const proxy = await meteringProxy(endpoint, (name) => !isOfNobody(name) && !(waits > 0 && isOfApi(name)));
      proxies.push(proxy);
      endpoints.push(endpoint);
      return proxy.endpoint;
    },
  });
  try {
    const { supplies, receipts } = journeyWorld();
    const [supply] = supplies;
    const [branch] = branches;
    if (!supply || !branch) throw new Error("there is no supply or no branch");
    const bytes = new TextEncoder().encode(receipts);
    const token = await stack.token("billing");
    await importFile({ origin: stack.origin, token, kind: "receipts", fileName: "recibos.csv", bytes });
    for (const proxy of proxies) proxy.reset();
    const office: Office = {
      ...openOffice(stack.origin),
      waiting: async (ask) => {
        waits += 1;
        try {
          return await ask();
        } finally {
          waits -= 1;
        }
      },
    };
    const [, queueEndpoint = ""] = endpoints;
    const quiet = quietOffice(queueEndpoint, workedQueues(stack.resources));
    const perform = async (_: Step, attempt: () => Promise<string>): Promise<string> => {
      const seen = await attempt();
      await quiet();
      return seen;
    };
    await walk(office, supply, branch, "bench", { say: () => {}, perform });
    const [store, queue] = proxies;
    if (!store || !queue) throw new Error("the stack does not use the metering proxies");
    const { metered } = store;
    return { ...metered, messages: queue.metered.messages, writesAnEntry: metered.writeUnits / metered.entries };
  } finally {
    await stack.stop();
    for (const proxy of proxies) await proxy.stop();
  }
});

const of = (
  name: string,
  unit: string,
  goal: number,
  against: string,
  read: keyof Awaited<ReturnType<typeof life>>,
): Figure => ({
  name,
  group: "desk",
  unit,
  goal: { atMost: goal },
  against,
  seed: 7,
  measure: async (options) => (await life(options))[read],
});

const whole =
  "one F01 claim from filing to execution after an appeal, by the rules AWS bills by, cancelled transactions too; without schedules, and without what the journey asks while it only waits";

export const sources = ["functions", "local/journey", "shared/casework", "shared/domain", "shared/storage"];

export const figures: readonly Figure[] = [
  of("claim-life-write-units-an-entry", "units", 10.5, `${whole}; over the entries of the case`, "writesAnEntry"),
  of("claim-life-read-units", "units", 600, whole, "readUnits"),
  of("claim-life-store-requests", "requests", 450, whole, "requests"),
  of(
    "claim-life-queue-messages",
    "messages",
    24,
    "messages sent to the queues in the same life: one for each entry and queue whose worker has to know of it",
    "messages",
  ),
  of(
    "meter-disagreements",
    "writes",
    0,
    "writes outside transactions for which the store itself reports other units than the meter, in the same life",
    "disagreements",
  ),
];
