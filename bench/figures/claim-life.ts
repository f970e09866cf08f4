import { importFile } from "../../local/import-file.ts";
import { branches } from "../../local/journey/branches.ts";
import { openOffice } from "../../local/journey/office.ts";
import { journeyWorld } from "../../local/journey/supplies.ts";
import { walk } from "../../local/journey/walk.ts";
import { startLocalStack } from "../../local/stack.ts";
import { type Figure, once } from "../figure.ts";
import { type Metered, type MeteringProxy, meteringProxy } from "../metering-proxy.ts";

/**
 * Takes a claim by HTTP from the linked supply to the execution of the tribunal's decision, workers included. Returns
 * what that costs in the stores, and the messages sent to the queues.
 */
const life = once(async (): Promise<Metered & { readonly messages: number }> => {
  const proxies: MeteringProxy[] = [];
  const stack = await startLocalStack({
    say: () => {},
    between: async (_, endpoint) => {
      const proxy = await meteringProxy(endpoint);
      proxies.push(proxy);
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
    await walk(openOffice(stack.origin), supply, branch, "bench", { say: () => {} });
    const [store, queue] = proxies;
    if (!store || !queue) throw new Error("the stack does not use the metering proxies");
    return { ...store.metered, messages: queue.metered.messages };
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

/** The goals were set for a claim of eight entries; this claim has some thirty, one of each kind. */
const whole = "one F01 claim from filing to execution after an appeal, by the rules AWS bills by";

export const figures: readonly Figure[] = [
  of("claim-life-write-units", "units", 50, whole, "writeUnits"),
  of("claim-life-read-units", "units", 12, `${whole}; the journey's own reads of the pages included`, "readUnits"),
  of(
    "claim-life-store-requests",
    "requests",
    60,
    `${whole}; the journey's own reads of the pages included`,
    "requests",
  ),
  of("claim-life-queue-messages", "messages", 6, "messages sent to the queues in the same life", "messages"),
  of(
    "meter-disagreements",
    "writes",
    0,
    "writes outside transactions for which the store itself reports other units than the meter, in the same life",
    "disagreements",
  ),
];
