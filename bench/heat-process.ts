import { workers } from "../infra/workers.ts";
import { type OfficeInProcess, originKey, runningFunction } from "../local/in-process/office.ts";
import { billedSupplies } from "../local/journey/supplies.ts";
import { lookUpReceipt } from "../shared/contract/receipt/receipt-routes.ts";
import { type Heat, heatOf } from "./heat.ts";
import { loads } from "./replay/load.ts";
import { replayed } from "./replay/replayed.ts";

/**
 * `node bench/heat-process.ts few|quick`: lives of claims, and then look-ups without an account by as many people; what
 * each partition of the tables gets of both. A process of its own, since the office takes its clients for good. What a
 * schedule starts is not counted: it is of no claim.
 */
const load = loads[process.argv[2] === "quick" ? "quick" : "few"];
/** So many look-ups come before they are counted: a batch of the stream. */
const atOnce = 100;
const lookUps = 200;

let counts = false;
const isScheduled = (): boolean => {
  const name = runningFunction();
  return name !== undefined && workers[name as keyof typeof workers]?.every !== undefined;
};

interface Asked {
  /** Claims that came to a decision, or look-ups. */
  readonly times: number;
  readonly heat: Heat;
}

let opened: { readonly office: OfficeInProcess; readonly receipts: string } | undefined;
let ofClaims: (() => Promise<Heat>) | undefined;
const isCounted = () => counts && !isScheduled();
await replayed(load, () => {}, {
  opened: (office, receipts) => {
    opened = { office, receipts };
    ofClaims = heatOf(office.stores.tables.client, isCounted);
    counts = true;
  },
});
if (!opened || !ofClaims) throw new Error("the office was not opened");
const { office, receipts } = opened;
const claims: Asked = { times: load.resolved, heat: await ofClaims() };
const ofLookUps = heatOf(office.stores.tables.client, isCounted);
const { handler } = await import("../functions/receipts/index.ts");
for (const [at, { supplyCode, receiptNumber, total }] of billedSupplies(receipts).slice(0, lookUps).entries()) {
  await lookUp({ supplyCode, receiptNumber, total }, `10.0.${Math.floor(at / 250)}.${at % 250}`);
  if (at % atOnce === atOnce - 1) await office.follow();
}
await office.follow();
const sources: Readonly<Record<string, Asked>> = { claims, lookUps: { times: lookUps, heat: await ofLookUps() } };
const plain = Object.entries(sources).map(([name, { times, heat }]) => [
  name,
  { times, ...Object.fromEntries(Object.entries(heat).map(([kind, of]) => [kind, Object.fromEntries(of)])) },
]);
process.stdout.write(`${JSON.stringify(Object.fromEntries(plain))}\n`, () => process.exit(0));

async function lookUp(body: object, viewer: string): Promise<void> {
  const { method, path } = lookUpReceipt;
  const event = {
    version: "2.0",
    routeKey: `${method} /api${path}`,
    rawPath: `/api${path}`,
    headers: { "x-origin-key": originKey, "x-viewer-address": viewer, "content-type": "application/json" },
    body: JSON.stringify(body),
    isBase64Encoded: false,
    requestContext: { requestId: "heat", http: { method, path: `/api${path}` } },
  };
  const { statusCode } = (await handler(event as never, {} as never)) as { readonly statusCode: number };
  if (statusCode !== 200) throw new Error(`a look-up answered ${statusCode}`);
}
