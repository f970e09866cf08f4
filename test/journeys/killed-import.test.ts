import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ImportProgress, importFile } from "../../local/import-file.ts";
import { santaMonicaFile } from "../../local/seed/santa-monica.ts";
import { tokenOf } from "../../local/token-request.ts";
import { tenant } from "../../settings.ts";
import { type MortalStack, mortalStack } from "./mortal-stack.ts";

let stack: MortalStack;
beforeAll(async () => {
  stack = await mortalStack();
  await stack.start();
}, 60_000);
afterAll(() => stack.remove(), 60_000);

const file = new TextEncoder().encode(santaMonicaFile(tenant.billing.tariffLists.value));

describe("the bills of Santa Monica, on real parts", () => {
  it("are imported whole although the stack is killed twice", { timeout: 400_000 }, async () => {
    const killedAt: ImportProgress[] = [];
    const { origin } = stack;
    let killing = Promise.resolve();
    const importing = importFile({
      origin,
      token: await tokenOf(origin, "billing"),
      kind: "receipts",
      fileName: "santa-monica.csv",
      bytes: file,
      onProgress: (progress) => {
        if (progress.state === "storing" && progress.progress.done > 3_000 && killedAt.length === 0) {
          killedAt.push(progress);
          killing = stack.kill({ database: true });
        }
      },
    });
    await expect(importing).rejects.toThrow();

    await killing;
    await stack.start();
    let token = await tokenOf(origin, "billing");
    const last = async (): Promise<ImportProgress> => {
      const response = await fetch(`${origin}/api/desk/imports?limit=1`, {
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
    await stack.kill({ database: true });
    await stack.start();
    token = await tokenOf(origin, "billing");

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
