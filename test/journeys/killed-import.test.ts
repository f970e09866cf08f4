import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { type ImportProgress, importFile } from "../../local/import-file.ts";
import { santaMonicaFile } from "../../local/seed/santa-monica.ts";
import { tokenOf } from "../../local/token-request.ts";
import { tenant } from "../../settings.ts";

const state = mkdtempSync(join(tmpdir(), "caudal-killed-"));
let running: { readonly child: ChildProcess; readonly origin: string } | undefined;

/** The whole stack as a process of its own, so that it can be killed without a word. */
async function startStack(): Promise<NonNullable<typeof running>> {
  const child = spawn(process.execPath, [join(import.meta.dirname, "stack-process.ts"), state], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const origin = await new Promise<string>((resolve, reject) => {
    child.stdout.once("data", (text) => resolve(String(text).trim()));
    child.once("exit", (code) => reject(new Error(`the stack ended with ${code}`)));
  });
  running = { child, origin };
  return running;
}

async function killStack(): Promise<void> {
  const child = running?.child;
  if (!child) return;
  await new Promise((resolve) => {
    child.once("exit", resolve);
    child.kill("SIGKILL");
  });
}

afterAll(async () => {
  await killStack();
  // A new stack on the same state ends the store that the killed one left behind.
  const { child } = await startStack();
  await new Promise((resolve) => {
    child.once("exit", resolve);
    child.kill("SIGTERM");
  });
  rmSync(state, { recursive: true, force: true });
}, 60_000);

const file = new TextEncoder().encode(santaMonicaFile(tenant.billing.tariffLists.value));

describe("the bills of Santa Monica, on real parts", () => {
  it("are imported whole although the stack is killed twice", { timeout: 400_000 }, async () => {
    const killedAt: ImportProgress[] = [];
    const { origin } = await startStack();
    const importing = importFile({
      origin,
      token: await tokenOf(origin, "billing"),
      kind: "receipts",
      fileName: "santa-monica.csv",
      bytes: file,
      onProgress: (progress) => {
        if (progress.state === "storing" && progress.progress.done > 3_000 && killedAt.length === 0) {
          killedAt.push(progress);
          running?.child.kill("SIGKILL");
        }
      },
    });
    await expect(importing).rejects.toThrow();

    let { origin: again } = await startStack();
    let token = await tokenOf(again, "billing");
    const last = async (): Promise<ImportProgress> => {
      const response = await fetch(`${again}/api/desk/imports?limit=1`, {
        headers: { authorization: `Bearer ${token}` },
      });
      const { imports } = await response.json();
      return imports[0];
    };
    const until = async (reached: (progress: ImportProgress) => boolean): Promise<ImportProgress> => {
      for (;;) {
        const progress = await last();
        if (reached(progress) || progress.state === "done" || progress.state === "refused") return progress;
        await new Promise((resolve) => setTimeout(resolve, 300));
      }
    };
    killedAt.push(await until(({ state: at, progress }) => at === "checking" && progress.done > 2_000));
    await killStack();
    ({ origin: again } = await startStack());
    token = await tokenOf(again, "billing");

    expect(killedAt.map((each) => each.state)).toEqual(["storing", "checking"]);
    expect(await until(({ state: at }) => at === "done")).toMatchObject({
      state: "done",
      counts: {
        rows: 21_405,
        accepted: 19_419,
        unchanged: 0,
        repeatedCopies: 205,
        repeatedOther: 1_781,
        superseded: 0,
        refused: 0,
      },
    });
  });
});
