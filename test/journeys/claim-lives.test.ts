import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { importFile } from "../../local/import-file.ts";
import { branches } from "../../local/journey/branches.ts";
import { type Office, openOffice } from "../../local/journey/office.ts";
import { type BilledSupply, journeyWorld } from "../../local/journey/supplies.ts";
import { walk } from "../../local/journey/walk.ts";
import { type LocalStack, startLocalStack } from "../../local/stack.ts";
import { type Story, storyLines } from "../../local/trace.ts";
import { sayAside } from "../say-aside.ts";
import { tapQueues } from "./queue-tap.ts";
import { walkedStack } from "./walked-stack.ts";

let tap: Awaited<ReturnType<typeof tapQueues>>;
/** The addresses that the people of the lives called, which a gateway's log would have. */
const addresses: string[] = [];
let stack: LocalStack;
let office: Office;
let supplies: readonly BilledSupply[];

beforeAll(async () => {
  stack = await startLocalStack({
    say: sayAside,
    between: async (service, endpoint) => {
      if (service !== "SQS") return endpoint;
      tap = await tapQueues(endpoint);
      return tap.endpoint;
    },
  });
  const { fetch } = globalThis;
  vi.spyOn(globalThis, "fetch").mockImplementation((...asked) => {
    const [to] = asked;
    addresses.push(to instanceof Request ? to.url : String(to));
    return fetch(...asked);
  });
  office = openOffice(stack.origin);
  const world = journeyWorld();
  supplies = world.supplies;
  const bytes = new TextEncoder().encode(world.receipts);
  const token = await stack.token("billing");
  await importFile({ origin: stack.origin, token, kind: "receipts", fileName: "recibos.csv", bytes });
});

afterAll(async () => {
  await stack?.stop();
  tap?.stop();
  vi.restoreAllMocks();
});

/** The personal data in the lives: name, address, telephone, mail, own words. */
const personal = /DE PRUEBA|FICTICIA|900000001|example\.pe|los mismos tres/i;

function loggedLines(): readonly string[] {
  const folder = join(stack.state, "logs");
  return readdirSync(folder).flatMap((name) => readFileSync(join(folder, name), "utf8").split("\n"));
}

describe("a claim walks to its end by HTTP alone", () => {
  it.each(branches.map((branch, at) => [branch.title, branch, at] as const))(
    "%s",
    { timeout: 180_000 },
    async (_, branch, at) => {
      const supply = supplies[at];
      if (!supply) throw new Error("there are not enough supplies for every branch");
      const said: string[] = [];
      await walk(office, supply, branch, "lives", { say: (line) => said.push(line) });
      expect(said).toHaveLength(branch.steps.length + 1);
    },
  );

  it("and no function failed by a mistake in its code, even if a retry succeeded", () => {
    expect(loggedLines().length).toBeGreaterThan(100);
    expect(loggedLines().filter((line) => /"failure":"(Type|Reference|Range|Syntax)Error"/.test(line))).toEqual([]);
  });

  it("and nothing of its people is in a log, in a message of a queue or in an address", () => {
    const documents = new RegExp(supplies.map(({ holderDocument }) => `\\b${holderDocument}\\b`).join("|"));
    const isOfPerson = (line: string) => personal.test(line) || documents.test(line);
    // The local mailbox is asked by address, so the search would find personal data if there were any.
    const [mailbox, asked] = [/\/_local\/messages/, addresses.filter((address) => !/\/_local\//.test(address))];
    expect(addresses.filter((address) => mailbox.test(address)).every(isOfPerson)).toBe(true);
    const lines = [loggedLines(), tap.sent, asked];
    for (const seen of lines) expect(seen.length).toBeGreaterThan(100);
    expect(lines.flat().filter(isOfPerson)).toEqual([]);
  });

  it("and what came of each act is shown by `npm run trace`: from the request over the queues to the mail", async () => {
    const { claims } = await office.call("maria", "listClaims", { query: {} });
    const { code } = claims.at(-1) ?? {};
    const story: Story = await (await fetch(`${stack.origin}/_local/trace/${code}`)).json();
    expect(story.entries.filter(({ trace }) => trace === undefined)).toEqual([]);
    const [filed] = story.entries;
    const of = story.lines.filter(({ trace }) => trace === filed?.trace).map(({ by, event }) => `${by} ${event}`);
    for (const line of ["claims completed", "relay published", "send-notices completed", "render-documents completed"])
      expect(of).toContain(line);
    // The notice of the filing and its outcome are entries of the same trace.
    const types = story.entries.filter(({ trace }) => trace === filed?.trace).map(({ type }) => type);
    expect(types).toContain("claim-filed");
    expect(types).toContain("notice-sent");
    expect(storyLines(story).length).toBeGreaterThan(story.entries.length);
  });

  it("and all that is stored agrees: what `npm run fsck` finds, with every kept file read", async () => {
    const walked = await walkedStack(stack);
    expect(walked.found).toEqual([]);
    expect(walked).toMatchObject({ claims: branches.length, faults: 0 });
    expect(walked.files).toBeGreaterThan(branches.length);
  });
});
