import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { functionProperties, type LocalFunction, openFunction } from "../../local/functions.ts";

const open: LocalFunction[] = [];
afterEach(async () => void (await Promise.all(open.splice(0).map((one) => one.stop()))));

/** Opens a function with this code as its handler; `clock` is milliseconds ahead of the present. */
function functionOf(code: string, more: object = {}, clock = new Float64Array(new SharedArrayBuffer(8))) {
  const folder = mkdtempSync(join(tmpdir(), "function-"));
  writeFileSync(join(folder, "index.cjs"), code);
  const said: string[] = [];
  const resource = {
    stack: "s",
    id: "F",
    type: "AWS::Lambda::Function",
    name: "f",
    properties: {},
    assetFolder: folder,
  };
  const properties = { Runtime: "nodejs24.x", Handler: "index.handler", Timeout: 5, ...more };
  const one = openFunction(resource, functionProperties.parse(properties), {
    environment: { EVERY: "1" },
    clock: clock.buffer,
    logs: folder,
    say: (line) => said.push(line),
  });
  open.push(one);
  return { invoke: one.invoke, said, log: () => readFileSync(join(folder, "f.log"), "utf8") };
}

const handler = (body: string) => `let calls = 0; exports.handler = async (event, context) => { calls++; ${body} };`;

describe("a function's environment", () => {
  it("is used again, one event at a time, up to three side by side; the rest wait", async () => {
    const { invoke } = functionOf(`const { threadId } = require("node:worker_threads"); let busy = false;
      exports.handler = async () => { if (busy) throw new Error("two at once"); busy = true; await new Promise((done) => setTimeout(done, 30)); busy = false; return threadId; };`);
    const answers = await Promise.all(Array.from({ length: 9 }, () => invoke({})));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(new Set(answers.map((one) => one.ok && one.value)).size).toBe(3);
  });

  it("has its own variables and the context of a function", async () => {
    const { invoke } = functionOf(
      handler(
        "return [process.env.OWN, process.env.EVERY, process.env.HOME ?? null, context.functionName, context.getRemainingTimeInMillis() > 4000, event.a];",
      ),
      { Environment: { Variables: { OWN: "o" } } },
    );
    expect(await invoke({ a: 1 })).toEqual({ ok: true, value: ["o", "1", null, "f", true, 1] });
  });

  it("asks a store once for what it refuses, also while the office's clock is far from the store's", async () => {
    let asked = 0;
    const store = createServer((_, response) => {
      asked += 1;
      response.writeHead(400, { "content-type": "application/x-amz-json-1.0" });
      response.end(JSON.stringify({ __type: "ConditionalCheckFailedException" }));
    });
    await new Promise<void>((resolve) => void store.listen(0, "127.0.0.1", resolve));
    const endpoint = `http://127.0.0.1:${(store.address() as AddressInfo).port}`;
    const client = JSON.stringify(createRequire(import.meta.url).resolve("@aws-sdk/client-dynamodb"));
    const clock = new Float64Array(new SharedArrayBuffer(8));
    clock[0] = 40 * 24 * 3_600_000;
    const { invoke } = functionOf(
      `const { DynamoDBClient, GetItemCommand } = require(${client});
      const credentials = { accessKeyId: "a", secretAccessKey: "b" };
      const client = new DynamoDBClient({ region: "us-east-1", endpoint: "${endpoint}", credentials });
      exports.handler = async () => {
        await client.send(new GetItemCommand({ TableName: "t", Key: { pk: { S: "1" } } }));
      };`,
      { Timeout: 60 },
      clock,
    );
    expect(await invoke({})).toMatchObject({ ok: false, message: expect.stringContaining("ConditionalCheckFailed") });
    store.close();
    expect(asked).toBe(1);
  });

  it("answers with what JSON can represent", async () => {
    const { invoke } = functionOf(handler("return event.nothing ? undefined : { a: new Date(0), b: undefined };"));
    expect(await invoke({})).toEqual({ ok: true, value: { a: "1970-01-01T00:00:00.000Z" } });
    expect(await invoke({ nothing: true })).toEqual({ ok: true, value: null });
  });

  it.each([
    ["throw new TypeError('boom')", "failed", "TypeError: boom", "a throw"],
    ["process.exit(3)", "failed", "the environment ended", "an exit"],
    [
      "setTimeout(() => { throw new Error('later') }); return new Promise(() => {})",
      "failed",
      "later",
      "a throw of nobody's",
    ],
    ["return new Promise(() => {})", "timed-out", "Task timed out after 1 seconds", "no answer in time"],
    ["for (;;);", "timed-out", "Task timed out after 1 seconds", "a loop without end"],
    ["const all = []; for (;;) all.push(new Array(1e5).fill('x'))", "failed", "memory", "more memory than it has"],
  ])("that does `%s` %s: %s (%s), and the next event gets another", async (body, error, message) => {
    const { invoke } = functionOf(handler(`if (event.go) return 'well'; ${body}`), {
      // What fails by itself has all the time that a busy machine takes for it.
      Timeout: error === "timed-out" ? 1 : 60,
      MemorySize: 64,
    });
    expect(await invoke({})).toEqual({ ok: false, error, message: expect.stringContaining(message) });
    expect(await invoke({ go: true })).toEqual({ ok: true, value: "well" });
  });

  it("keeps its state after a throw", async () => {
    const { invoke } = functionOf(handler("if (calls === 1) throw new Error('first'); return calls;"));
    await invoke({});
    expect(await invoke({})).toEqual({ ok: true, value: 2 });
  });

  it.each([
    ["exports.other = 1;", "Runtime.HandlerNotFound"],
    ["throw new Error('at load');", "at load"],
    ["exports.handler = (", "SyntaxError"],
  ])("that cannot load `%s` fails each event: %s", async (code, message) => {
    const { invoke } = functionOf(code);
    expect(await invoke({})).toEqual({ ok: false, error: "failed", message: expect.stringContaining(message) });
    expect(await invoke({})).toMatchObject({ ok: false });
  });

  it("logs to its file, and a short line to the terminal", async () => {
    const { invoke, said, log } = functionOf(
      handler("process.stdout.write('x'.repeat(300) + '\\n'); console.error('to error');"),
    );
    await invoke({});
    await expect.poll(log).toContain("to error");
    expect(log()).toContain("x".repeat(300));
    expect(said).toContain(`f: ${"x".repeat(160)}`);
  });

  it("keeps what only informs in its file, and says what warns", async () => {
    const { invoke, said, log } = functionOf(
      handler(
        `for (const level of ["info", "warn"]) console.log(JSON.stringify({ level, event: level + "-event", requestId: "r" }));`,
      ),
    );
    await invoke({});
    await expect.poll(() => said).toEqual(["f: warn-event"]);
    expect(log()).toContain("info-event");
  });
});

describe("its clock", () => {
  const all = handler(`return {
    now: Date.now(), made: new Date().getTime(), text: Date.parse(Date()), given: new Date(5).getTime(), parts: Date.UTC(1970, 0, 2),
    kind: new Date() instanceof Date, own: new Date().constructor === Date, stretched: new (class extends Date {})().getTime() };`);

  it("is the stack's for what asks for the present, and only for that", async () => {
    const ahead = 40 * 86_400_000;
    const { invoke } = functionOf(all, {}, new Float64Array(new SharedArrayBuffer(8)).fill(ahead));
    const { ok, ...answer } = await invoke({});
    expect(ok).toBe(true);
    const near = expect.closeTo((Date.now() + ahead) / 1e4, 0);
    const { value } = answer as { value: Record<string, number> };
    expect([value["now"], value["made"], value["text"], value["stretched"]].map((ms = 0) => ms / 1e4)).toEqual([
      near,
      near,
      near,
      near,
    ]);
    expect(value).toMatchObject({ given: 5, parts: 86_400_000, kind: true, own: true });
  });

  it("moves while the environment lives", async () => {
    const clock = new Float64Array(new SharedArrayBuffer(8));
    const { invoke } = functionOf(handler("return new Date().getFullYear();"), {}, clock);
    const before = await invoke({});
    clock[0] = 366 * 86_400_000;
    const after = await invoke({});
    expect(after.ok && after.value).toBe(1 + Number(before.ok && before.value));
  });
});
