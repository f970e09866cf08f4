import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openOffice } from "../../local/journey/office.ts";
import { makeLivingOffice } from "../../local/living-office.ts";
import { seed } from "../../local/seed.ts";
import { type LocalStack, startLocalStack } from "../../local/stack.ts";
import { walkOffice } from "../../scripts/fsck/office-faults.ts";
import { tenant } from "../../settings.ts";
import { limaDay } from "../../shared/domain/calendar-day.ts";
import { nextWorkingDay } from "../../shared/domain/legal-calendar.ts";
import { queues } from "../../shared/domain/work-list.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { openS3 } from "../../shared/storage/s3.ts";
import { sayAside } from "../say-aside.ts";

let stack: LocalStack;

beforeAll(async () => {
  stack = await startLocalStack({ say: sayAside });
  await seed(stack, () => {});
});

afterAll(async () => {
  await stack?.stop();
});

describe("the office that a newcomer finds", () => {
  it("is made once, while the stack serves", { timeout: 600_000 }, async () => {
    const making = makeLivingOffice(stack);
    expect(await making.done).toMatch(/^\d+ reclamos en todas las bandejas/);
    expect(await makeLivingOffice(stack).done).toMatch(/^La oficina ya tiene reclamos/);
  });

  it("has a claim in every work list, and its totals agree with the lists", async () => {
    const office = openOffice(stack.origin);
    // A claim is to be conciliated on the day of its hearing, and nobody holds one on a day off.
    const listed = queues.filter((queue) => queue !== "over" && queue !== "conciliation");
    for (const queue of listed) {
      const { claims } = await office.call("manager", "listWork", { query: { queue } });
      expect(claims.length, queue).toBeGreaterThan(0);
    }
    const counted = async () => {
      const { queues: counts } = await office.call("manager", "countWork", {});
      return counts.reduce((sum, { total }) => sum + total, 0);
    };
    await expect.poll(counted, { timeout: 60_000 }).toBeGreaterThan(40);
  });

  it("has visits on the next day of work, promised calls, requests, documents, a queja, figures of the month", async () => {
    const office = openOffice(stack.origin);
    const today = limaDay(stack.now());
    const calendar = tenant.calendars.COMPANY.value;
    const date = nextWorkingDay(calendar, today);
    const visits = await Promise.all(
      (["inspector", "inspector2"] as const).map((who) => office.call(who, "listInspections", { query: { date } })),
    );
    expect(visits.flatMap(({ inspections }) => inspections).length).toBeGreaterThan(0);
    expect((await office.call("operator", "listCallBacks", { query: {} })).callBacks.length).toBeGreaterThan(1);
    expect((await office.call("operator", "listDeskProblems", { query: {} })).problems.length).toBeGreaterThan(1);
    expect((await office.call("billing", "listReadings", { query: {} })).readings).toHaveLength(2);
    expect((await office.call("clerk", "listDeskSubmissions", { query: {} })).submissions.length).toBeGreaterThan(0);
    expect((await office.call("clerk", "listQuejas", {})).claims.length).toBeGreaterThan(0);
    expect((await office.call("signer", "listSignatures", { query: {} })).documents.length).toBeGreaterThan(1);
  });

  it("and all that is stored agrees: what `npm run fsck` finds, with every kept file read", async () => {
    Object.assign(process.env, stack.environment);
    const { resources } = stack;
    const client = openDynamoDb();
    const claims = { client, name: resources["table-claims"] ?? "" };
    const billing = { client, name: resources["table-billing"] ?? "" };
    const evidence = { client: openS3(), bucket: resources["bucket-evidence"] ?? "", readBytes: true };
    const faults: string[] = [];
    const walked = await walkOffice({ claims, billing, evidence, tenant, now: stack.now }, (fault) =>
      faults.push(fault),
    );
    expect(faults).toEqual([]);
    expect(walked.claims).toBeGreaterThan(60);
  });
});
