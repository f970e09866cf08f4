import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { GetObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { afterAll, expect, it } from "vitest";
import { commandOf } from "../../local/dynamodb.ts";
import { type LocalStack, root, startLocalStack } from "../../local/stack.ts";
import { findStoreProgram } from "../../local/store-program.ts";
import { sayAside } from "../say-aside.ts";
import { assembly } from "./fixtures/assembly.ts";
import { storesOf } from "./fixtures/cloud.ts";

const { templates, notes } = assembly();
const state = mkdtempSync(join(tmpdir(), "killed-"));
const Bucket = "caudal-dev-imports-000000000000";

const started: ChildProcess[] = [];
afterAll(() => {
  for (const child of started) child.kill("SIGKILL");
});

/** Starts a stack in a child process; returns the process and the stack's addresses. */
async function childStack(): Promise<{ process: ChildProcess; stack: LocalStack }> {
  const program = join(state, "..", `stack-${process.pid}.mjs`);
  writeFileSync(
    program,
    `import { startLocalStack } from ${JSON.stringify(join(root, "local", "stack.ts"))};
     const { origin, environment, resources } = await startLocalStack({ ...${JSON.stringify({ templates, state })}, say: () => {} });
     process.send({ origin, environment, resources });`,
  );
  const child = spawn(process.execPath, [program], { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  started.push(child);
  const stack = await new Promise<LocalStack>((done, fail) =>
    child.once("message", (message) => done(message as LocalStack)).once("exit", fail),
  );
  return { process: child, stack };
}

it("kill -9 loses nothing: data, files, queue, mail, clock and the position in a stream are restored", async () => {
  const { process: child, stack: before } = await childStack();
  const stores = storesOf(before);
  await stores.put("before");
  await expect.poll(() => notes().some((note) => String(note["followed"]) === "before")).toBe(true);
  await fetch(`${before.origin}/_local/sns/`, {
    method: "POST",
    body: new URLSearchParams({ Action: "Publish", PhoneNumber: "+51900000001", Message: "Hola" }),
  });
  await fetch(`${before.origin}/_local/clock`, { method: "POST", body: '{"to":"+2d"}' });
  const { secret } = await (await fetch(`${before.origin}/api/health`)).json();
  const { token } = await (await fetch(`${before.origin}/_local/tokens/maria`)).json();
  await stores.s3.send(new PutObjectCommand({ Bucket, Key: "other/x", Body: "kept" }));
  await stores.send("files", "waiting", "taken");
  await stores.received("files");
  await stores.put("unseen");
  const database = Number(readFileSync(join(state, "dynamodb", "pid"), "utf8"));
  child.removeAllListeners("exit").kill("SIGKILL");
  await new Promise((done) => child.once("exit", done));
  const { mark } = findStoreProgram(() => {});
  expect(commandOf(database)).toContain(mark);

  const after = await startLocalStack({ templates, state, say: sayAside, port: Number(new URL(before.origin).port) });
  const again = storesOf(after);
  expect(commandOf(database)).not.toContain(mark);
  expect((await again.received("files")).sort()).toEqual(["taken", "waiting"]);
  expect(await (await again.s3.send(new GetObjectCommand({ Bucket, Key: "other/x" }))).Body?.transformToString()).toBe(
    "kept",
  );
  await expect
    .poll(() => notes().filter((note) => String(note["followed"]).includes("unseen")).length)
    .toBeGreaterThan(0);
  expect(notes().filter((note) => String(note["followed"]) === "before")).toHaveLength(1);
  expect((Date.parse(after.now()) - Date.now()) / 86_400_000).toBeCloseTo(2, 2);
  const { messages } = await (await fetch(`${after.origin}/_local/messages?to=%2B51900000001`)).json();
  expect(messages).toMatchObject([{ text: "Hola" }]);
  expect((await (await fetch(`${after.origin}/api/health`)).json()).secret).toBe(secret);
  expect((await fetch(`${after.origin}/api/mine`, { headers: { authorization: `Bearer ${token}` } })).status).toBe(200);
  await after.stop();
});
