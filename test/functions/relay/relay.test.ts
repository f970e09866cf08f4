import { GetItemCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { relayEntry } from "../../../functions/relay/relay-entry.ts";
import { record } from "../../../shared/casework/case/record.ts";
import type { ClaimsKey } from "../../../shared/storage/case/claim-keys.ts";
import { envelopeKeyOf } from "../../../shared/storage/case/claim-keys.ts";
import { type Backlog, openBacklog, openOutbox } from "../../../shared/storage/check/outbox.ts";
import { transact } from "../../../shared/storage/dynamodb.ts";
import { type Death, mortal } from "../../doubles/mortal.ts";
import { type CaseWorld, caseWorld, person } from "../../shared/casework/case-world.ts";
import { type ServedTables, servedTables } from "../../shared/storage/served-tables.ts";
import { type PublishedQueues, publishedQueues } from "./published-queues.ts";

let local: ServedTables;
let world: CaseWorld;
let backlog: Backlog;
let all: PublishedQueues;
beforeAll(async () => {
  local = await servedTables();
  world = await caseWorld(local);
  backlog = openBacklog(world.claims);
}, 60_000);
afterAll(() => local.stop());
beforeEach(() => {
  all = publishedQueues();
});

const morning = "2026-11-23T15:00:00.000Z";

/** An item as the stream gives it. */
async function imageOf({ pk, sk }: ClaimsKey): Promise<unknown> {
  const { client, name } = world.claims;
  const { Item } = await client.send(new GetItemCommand({ TableName: name, Key: { pk: { S: pk }, sk: { S: sk } } }));
  return Item;
}

const relay = (death?: Death) => {
  const life = mortal(death);
  const { inspections, notices, documents } = all.queues;
  return relayEntry({
    outbox: life.wrap(openOutbox(world.claims)),
    queues: { inspections: life.wrap(inspections), notices: life.wrap(notices), documents: life.wrap(documents) },
  });
};

async function newEntry() {
  const { file } = await world.fileOne(morning);
  const { claimId } = file.head;
  const key = envelopeKeyOf(claimId, 1);
  return { key, image: await imageOf(key), task: { claimId, seq: 1 } };
}

describe("relaying an entry", () => {
  it("publishes it to every queue that must learn of it, and takes it out of the outbox", async () => {
    const { key, image, task } = await newEntry();
    expect(await backlog.find(key)).toBeDefined();
    await relay()(image);
    expect(all.published).toEqual({ inspections: [task], notices: [task], documents: [task] });
    expect(await backlog.find(key)).toBeUndefined();
    await relay()(await imageOf(key));
    expect(all.published.notices).toHaveLength(1);
  });

  it("publishes it again when the stream is replayed: the workers bear it", async () => {
    const { image, task } = await newEntry();
    await relay()(image);
    await relay()(image);
    expect(all.published.inspections).toEqual([task, task]);
  });

  it.each([1, 2, 3, 4].flatMap((nth) => (["before", "after"] as const).map((when) => ({ nth, when }))))(
    "killed $when step $nth it stays in the outbox until all queues have it",
    async (death) => {
      const { key, image, task } = await newEntry();
      await expect(relay(death)(image)).rejects.toThrow("killed");
      const isOut = (await backlog.find(key)) === undefined;
      expect(isOut).toBe(death.nth === 4 && death.when === "after");
      await relay()(image);
      for (const tasks of Object.values(all.published)) expect(tasks).toContainEqual(task);
      expect(await backlog.find(key)).toBeUndefined();
    },
  );

  it("publishes nothing that no queue must learn of", async () => {
    const { file } = await world.fileOne(morning);
    const { claimId } = file.head;
    await record(world, { claimId, now: morning }, () => ({
      ok: true,
      value: {
        entries: [{ type: "claim-accepted", effectiveAt: morning, by: person("analyst-1", "analyst"), details: {} }],
      },
    }));
    await relay()(await imageOf(envelopeKeyOf(claimId, 2)));
    expect(all.published).toEqual({ inspections: [], notices: [], documents: [] });
  });

  it("only takes out an entry of a type that is no longer published", async () => {
    const { key, image } = await newEntry();
    await relay()({ ...(image as object), type: { S: "claim-accepted" } });
    expect(all.published).toEqual({ inspections: [], notices: [], documents: [] });
    expect(await backlog.find(key)).toBeUndefined();
  });

  it("fails for a type of another version, which stays", async () => {
    const { key, image } = await newEntry();
    await expect(relay()({ ...(image as object), type: { S: "claim-sung" } })).rejects.toThrow();
    expect(await backlog.find(key)).toBeDefined();
  });
});

describe("relaying a submission", () => {
  it("publishes it to the queues of documents and of notices", async () => {
    const writes = world.submissions.file({
      submissionId: "f1",
      number: "MP-2026-000001-1",
      kind: "document",
      subject: "Un pedido",
      text: "Pido una copia.",
      presenter: "CLIENTE DE PRUEBA UNO",
      sub: "maria",
      office: "MOQ",
      presentedAt: morning,
      filedOn: "2026-11-23",
      state: "presented",
      channel: "web",
      attachments: [],
    });
    await transact(world.claims.client, writes);
    const key = { pk: "SUBMISSION#f1", sk: "SUBMISSION" };
    await relay()(await imageOf(key));
    expect(all.published).toEqual({
      inspections: [],
      notices: [{ submissionId: "f1" }],
      documents: [{ submissionId: "f1" }],
    });
    expect(await backlog.find(key)).toBeUndefined();
  });
});

describe("relaying a request for attention", () => {
  it("publishes it to the queue of documents, and publishes nothing for an entry written since", async () => {
    const { problemId } = await world.fileProblem(morning);
    const key = { pk: `PROBLEM#${problemId}`, sk: "PROBLEM" };
    await relay()(await imageOf(key));
    expect(all.published).toEqual({ inspections: [], notices: [], documents: [{ problemId }] });
    expect(await backlog.find(key)).toBeUndefined();
    const stored = await world.problems.find(problemId);
    if (!stored) throw new Error("the request is not there");
    const attended = {
      type: "attended",
      at: morning,
      by: person("analyst-1", "analyst"),
      solved: true,
      text: "Se destapó.",
    } as const;
    await world.problems.append(
      world.problems.entry({ ...stored, until: undefined }, attended, { key: "k1", contentHash: "a" }, false),
    );
    await relay()(await imageOf(key));
    expect(all.published.documents).toHaveLength(1);
  });
});
