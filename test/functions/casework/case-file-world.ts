import { afterAll, beforeAll, beforeEach, vi } from "vitest";
import { showCase } from "../../../shared/contract/case/case-routes.ts";
import type { CaseEvent } from "../../../shared/domain/case/case-events.ts";
import { type TestTables, testTables } from "../../shared/storage/test-tables.ts";
import { captureLog } from "../log-lines.ts";
import { type CaseworkWorld, caseworkWorld, filedAt, type Step, type Worker } from "./casework-world.ts";

let local: TestTables;
export let world: CaseworkWorld;
export const on = (now: string): void => void vi.useFakeTimers({ toFake: ["Date"], now: new Date(now) });
export const clerk: Worker = ["clerk-1", "clerk"];
export const inspector: Worker = ["inspector-1", "inspector"];
export const conciliator: Worker = ["conciliator-1", "conciliator"];
export const supervisor: Worker = ["sunass", "external-supervisor"];
export const at = async (step: Promise<Step>): Promise<Step> => {
  const ready = await step;
  on(ready.now);
  return ready;
};

export const shown = async (claimId: string, who: Worker = clerk) =>
  (await world.as(who, showCase, { params: { claimId } })).body;

/** Every value of a key that opens something, wherever a history holds one. */
export function keysIn(events: readonly CaseEvent[]): readonly string[] {
  const found: string[] = [];
  JSON.stringify(events, (name, value: unknown) => {
    if (/Key$/.test(name) && typeof value === "string") found.push(value);
    return value;
  });
  return found;
}

/** A casework of its own for the tests of a file; its log is captured. */
export function openCaseFiles(): void {
  beforeAll(async () => {
    local = await testTables();
    world = await caseworkWorld(local);
  }, 60_000);
  beforeEach(() => {
    captureLog();
    on(filedAt);
  });
  afterAll(async () => {
    vi.useRealTimers();
    await local.stop();
  });
}
