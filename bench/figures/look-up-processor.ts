import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { build } from "../../scripts/build.ts";
import { bundleOf, lastLineOf } from "../bundles.ts";
import type { Figure } from "../figure.ts";
import { makeTable, meteredTable } from "../metered.ts";
import { eventOf } from "./first-request.ts";
import { loadSupplies, sources as lookUpSources } from "./look-up.ts";

/**
 * Returns the milliseconds of processor that the deployed function takes for a look-up, in a process that has answered
 * many: the least of seven rounds.
 */
async function processorMs(quick: boolean): Promise<number> {
  build(["functions"]);
  const table = await meteredTable();
  try {
    const credentials = { accessKeyId: "a", secretAccessKey: "b" };
    const client = new DynamoDBClient({ endpoint: table.endpoint, region: "us-east-1", credentials });
    await makeTable(client, "claims");
    client.destroy();
    // Each supply's holder asks from an address of their own.
    const events = (await loadSupplies(table)).map((attempt, at) =>
      eventOf({ route: "POST /api/receipt-lookups", body: { ...attempt } }, `192.0.2.${at}`),
    );
    const program = `
      const { handler } = require(${JSON.stringify(bundleOf("receipts"))});
      const write = process.stdout.write.bind(process.stdout);
      process.stdout.write = () => true;
      const round = async (times) => {
        for (let time = 0; time < times; time += 1)
          for (const event of ${JSON.stringify(events)}) {
            const { statusCode, body } = await handler(event, { getRemainingTimeInMillis: () => 15000 });
            if (statusCode !== 200) throw new Error(statusCode + " " + body);
          }
      };
      (async () => {
        const times = ${quick ? 2 : 15};
        await round(times);
        let least = Infinity;
        for (let at = 0; at < 7; at += 1) {
          const began = process.cpuUsage();
          await round(times);
          const { user, system } = process.cpuUsage(began);
          least = Math.min(least, (user + system) / 1000 / (times * ${events.length}));
        }
        write("\\n" + least);
        process.exit();
      })();`;
    return Number(
      lastLineOf(program, { AWS_ENDPOINT_URL: table.endpoint, TABLE_BILLING: "billing", TABLE_CLAIMS: "claims" }),
    );
  } finally {
    await table.stop();
  }
}

export const sources = [...lookUpSources, "scripts/bundle.ts", "scripts/bundle-plugins.ts"];

export const figures: readonly Figure[] = [
  {
    name: "look-up-processor",
    group: "fast",
    unit: "ms",
    goal: { atMost: 2 },
    wholeOnly: true,
    against:
      "processor time of a right look-up without sign-in by the deployed bundle, with its log and its three calls of the store, in a process that has answered 1,500 (minimum of seven rounds)",
    seed: 20_261_124,
    measure: ({ quick }) => processorMs(quick),
  },
];
