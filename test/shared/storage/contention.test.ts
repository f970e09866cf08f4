import { SQSClient } from "@aws-sdk/client-sqs";
import { afterEach, describe, expect, it, vi } from "vitest";
import { openImportRegister } from "../../../shared/storage/billing/import-register.ts";
import { openImportWork } from "../../../shared/storage/billing/import-work.ts";
import { openReceiptLedger } from "../../../shared/storage/billing/receipt-ledger.ts";
import type { Table } from "../../../shared/storage/dynamodb.ts";
import { openOutages } from "../../../shared/storage/problem/outages.ts";
import { openSqs } from "../../../shared/storage/sqs.ts";

/** What the service answers when writers meet, and no emulator does. */
function cancelled(...codes: readonly string[]): Error {
  const CancellationReasons = codes.map((Code) => ({ Code }));
  return Object.assign(new Error("Transaction cancelled"), {
    name: "TransactionCanceledException",
    CancellationReasons,
  });
}
const met = cancelled("None", "TransactionConflict");

/** A table that gives these answers, one a call, and the last one for ever. */
function answering(...answers: readonly (Error | object)[]): { table: Table; sent: string[] } {
  const sent: string[] = [];
  const send = async (command: { constructor: { name: string } }): Promise<object> => {
    const answer = answers[Math.min(sent.length, answers.length - 1)] ?? {};
    sent.push(command.constructor.name);
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return { table: { client: { send } as unknown as Table["client"], name: "billing" }, sent };
}

afterEach(() => {
  vi.useRealTimers();
});

describe("an import whose ranges end at the same moment", () => {
  it.each([
    [[{}], 1, "alone"],
    [[met, {}], 2, "one other"],
    [[met, met, met, {}], 4, "a few others"],
    [[met, cancelled("ConditionalCheckFailed", "None")], 2, "another delivery of the same range was counted"],
  ])("counts a range in spite of meeting others: $2", async (answers, calls) => {
    const { table, sent } = answering(...answers);
    await openImportRegister(table).countRange("i1", "storing", 0, 10, {});
    expect(sent).toHaveLength(calls);
  });

  it.each([
    [met, 8, "it gives up, and the message comes again"],
    [cancelled("None", "ValidationError"), 1, "another reason is not one to wait for"],
    [new Error("throttled"), 1, "nor is another failure"],
  ])("%s: $1 calls ($2)", async (failure, calls) => {
    vi.useFakeTimers();
    const { table, sent } = answering(failure);
    const counting = openImportRegister(table).countRange("i1", "storing", 0, 10, {});
    const failed = expect(counting).rejects.toThrow(failure);
    await vi.runAllTimersAsync();
    await failed;
    expect(sent).toHaveLength(calls);
  });
});

describe("what a worker adds once", () => {
  const certificate = { verificationCode: "C", documentId: "d1", kind: "outage-certificate" } as never;
  const add = (table: Table) => openOutages(table).addCertificate("o1", certificate);

  it("is left as it is where another added it", async () => {
    const { table, sent } = answering(cancelled("ConditionalCheckFailed", "None"));
    await add(table);
    expect(sent).toHaveLength(1);
  });

  it("fails where others hold the items, so that its message comes again", async () => {
    vi.useFakeTimers();
    const { table } = answering(met);
    const failed = expect(add(table)).rejects.toThrow("busy");
    await vi.runAllTimersAsync();
    await failed;
  });
});

describe("a row that two imports write at the same moment", () => {
  const key = { pk: "S#00012345", sk: "M#2026-10#S001-00045001" };
  const first = { importId: "i1", line: 2, row: "A" };
  const found = (entry: object) => ({ Responses: { billing: [{ ...key, ...entry }] } });
  const overtaken = cancelled("ConditionalCheckFailed", "None");

  it.each([
    [[cancelled("TransactionConflict", "None"), found(first), {}], 3, "looks again and writes"],
    [[overtaken, found({ importId: "i2", line: 2, row: "B" }), {}], 3, "looks again and writes over what came between"],
    [[overtaken, found({ importId: "i9", line: 2, row: "Z" })], 2, "looks again and leaves what is later"],
    [[overtaken, found({ importId: "i3", line: 2, row: "C" })], 2, "looks again and finds its own row"],
  ])("$2", async (answers, calls) => {
    const { table, sent } = answering(...answers);
    await openReceiptLedger(table).store({ key, row: "C", line: 2 }, "i3", first);
    expect(sent).toHaveLength(calls);
  });

  it("passes on what is no contention", async () => {
    const { table } = answering(new Error("throttled"));
    await expect(openReceiptLedger(table).store({ key, row: "C", line: 2 }, "i3", first)).rejects.toThrow("throttled");
  });
});

describe("reading many rows", () => {
  it("asks again for the keys the service left out", async () => {
    const keys = [1, 2, 3].map((at) => ({ pk: `S#0000000${at}`, sk: "M#2026-10#S001-00000001" }));
    const item = (at: number) => ({ ...keys[at], row: `row ${at}`, importId: "i1", line: at });
    const { table, sent } = answering(
      { Responses: { billing: [item(2)] }, UnprocessedKeys: { billing: { Keys: keys.slice(0, 2) } } },
      { Responses: { billing: [item(1)] }, UnprocessedKeys: { billing: { Keys: keys.slice(0, 1) } } },
      { Responses: { billing: [item(0)] } },
    );
    const rows = await openReceiptLedger(table).read(keys);
    expect(rows.map((entry) => entry?.row)).toEqual(["row 0", "row 1", "row 2"]);
    expect(sent).toEqual(["BatchGetCommand", "BatchGetCommand", "BatchGetCommand"]);
  });
});

describe("queueing ranges", () => {
  it("fails when the queue takes some of them and not others", async () => {
    vi.spyOn(SQSClient.prototype, "send").mockImplementation(async () => ({ Failed: [{ Id: "3" }] }));
    const work = openImportWork({ client: openSqs(), name: "queue" });
    await expect(work.send("i1", "storing", 10)).rejects.toThrow("1 tasks of import i1 were not queued");
  });
});
