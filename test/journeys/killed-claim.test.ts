import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importFile } from "../../local/import-file.ts";
import { branches } from "../../local/journey/branches.ts";
import type { Step } from "../../local/journey/life.ts";
import { openOffice, Surprise } from "../../local/journey/office.ts";
import { journeyWorld } from "../../local/journey/supplies.ts";
import { walk } from "../../local/journey/walk.ts";
import { tokenOf } from "../../local/token-request.ts";
import { type MortalStack, mortalStack } from "./mortal-stack.ts";

let stack: MortalStack;
const { supplies, receipts } = journeyWorld();

beforeAll(async () => {
  stack = await mortalStack();
  await stack.start();
  const bytes = new TextEncoder().encode(receipts);
  const token = await tokenOf(stack.origin, "billing");
  await importFile({ origin: stack.origin, token, kind: "receipts", fileName: "recibos.csv", bytes });
});

afterAll(() => stack.remove(), 60_000);

/** Yields the same delays in every run: from before the request is read to after it is answered. */
function* delays(): Generator<number, never> {
  for (let state = 7; ; state = (state * 16_807) % 2_147_483_647) yield state % 120;
}
const delay = delays();

/**
 * Kills the stack while a step is carried out, and carries the step out again from its start, with the same keys, on a
 * new stack.
 */
async function killedWithin(attempt: () => Promise<string>, database: boolean): Promise<string> {
  const first = attempt().catch((failure: unknown) => {
    // A step that fails because nothing answers is expected here; a refusal by the office is not.
    if (failure instanceof Surprise) throw failure;
    return undefined;
  });
  await new Promise((resolve) => setTimeout(resolve, delay.next().value));
  await stack.kill({ database });
  await stack.start();
  await first;
  return attempt();
}

/** Kills the stack the moment it answered, before any worker knows of the step. */
async function killedAfter(attempt: () => Promise<string>, database: boolean): Promise<string> {
  const seen = await attempt();
  await stack.kill({ database });
  await stack.start();
  return seen;
}

describe("a claim whose office is killed at every step", () => {
  it("loses nothing that was answered, and doubles nothing", { timeout: 900_000 }, async () => {
    const office = openOffice(stack.origin);
    const [branch] = branches;
    const [supply] = supplies;
    if (!branch || !supply) throw new Error("there is no branch or no supply");
    const kills: string[] = [];
    const perform = (step: Step, attempt: () => Promise<string>): Promise<string> => {
      kills.push(step.name);
      // The stack is killed every time, and at every third step its database too.
      return (kills.length % 2 === 0 ? killedWithin : killedAfter)(attempt, kills.length % 3 === 0);
    };
    await walk(office, supply, branch, "killed", { say: () => {}, perform });
    expect(kills).toHaveLength(branch.steps.length);

    const { claims } = await office.call("maria", "listClaims", { query: {} });
    expect(claims).toHaveLength(1);
    const claimId = claims[0]?.claimId ?? "";
    // The letter of the last act is rendered after the act was answered.
    const documents = async () =>
      (await office.call("maria", "showClaim", { params: { claimId } })).documents.map(({ kind }) => kind).sort();
    await expect
      .poll(documents, { timeout: 60_000 })
      .toEqual([
        "appeal-form",
        "billing-summary",
        "claim-cargo",
        "claim-form",
        "compliance-letter",
        "conciliation-record",
        "conciliation-summons",
        "do-not-cut",
        "elevation-letter",
        "elevation-notice",
        "external-inspection",
        "inspection-notice",
        "internal-inspection",
        "meter-test-right",
        "notification-record",
        "resolution",
        "submission-cargo",
        "submission-constancia",
      ]);
    const whole = await office.call("manager", "showCase", { params: { claimId } });
    const { state, entries, inspections, attachments, resolutions, offers } = whole;
    expect(state).toBe("closed");
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, at) => at + 1));
    const facts = entries.map(({ type }) => type).filter((type) => !/^notice-(sent|delivered)$/.test(type));
    // Each entry once, but for documents (three) and the checks of attachments.
    const doubled = facts.filter((type, at) => facts.indexOf(type) !== at);
    expect(new Set(doubled)).toEqual(new Set(["document-added"]));
    expect(inspections).toHaveLength(1);
    expect(attachments).toHaveLength(3);
    expect(resolutions).toHaveLength(1);
    expect(offers).toHaveLength(1);
    expect(resolutions[0]?.number).toMatch(/^0*1-/);
  });
});
