import { parseArgs } from "node:util";
import { type RouteId, routes } from "../shared/contract/routes.ts";
import { drawn } from "../test/evidence/sealed-cases.ts";
import { liveOffice, openLivedOffice } from "./lived-office.ts";
import { loads } from "./replay/load.ts";
import { replayed } from "./replay/replayed.ts";
import { hearCalls } from "./rights.ts";
import { openPeople, wholeRequest } from "./whole-requests.ts";

/**
 * `node bench/rights-process.ts [--few | --lived]`: replays the office in a process of its own, or lives every way of a
 * claim in it, and prints what its functions asked.
 */
const { values } = parseArgs({
  options: { few: { type: "boolean", default: false }, lived: { type: "boolean", default: false } },
});

/** How long the relay is taken to have been gone. */
const secondsMissed = 3600;

/** Lives every way of a claim, sends what no way sends, and has what the relay missed delivered later. */
async function lived(): Promise<void> {
  const office = await openLivedOffice();
  const { people, through } = openPeople();
  await liveOffice(office, { through });
  const draw = drawn(1);
  // One reads what the build puts beside its bundle; the other is no function of this process.
  for (const id of Object.keys(routes) as RouteId[])
    if (
      !office.answered.has(id) &&
      id !== "showDescription" &&
      !["listSealKeys", "showVerification", "verifyFile"].includes(id)
    )
      await wholeRequest(office, id, people, draw);
  office.stores.takeChanges();
  office.clock.pass(secondsMissed);
  await office.run("redeliver");
  await office.run("sweep");
}

const calls = hearCalls();
await (values.lived ? lived() : replayed(loads[values.few ? "few" : "quick"], () => {}));
const used = calls.used();
const line = JSON.stringify({
  used,
  missing: calls.missing(),
  unnoticed: used.filter((right) => !calls.missing(right).includes(right)),
});
process.stdout.write(`${line}\n`, () => process.exit(0));
