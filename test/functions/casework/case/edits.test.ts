import { describe, expect, it } from "vitest";
import * as caseFileRoutes from "../../../../shared/contract/case-copy/case-file-routes.ts";
import { originKey, staff } from "../../api-call.ts";
import { staffWorkRoutes as routes } from "../../staff-work.ts";
import { rows } from "../edit-rows.ts";
import { on, openEdits, world } from "../edit-steps.ts";

openEdits();

it("has a row for every edit that states a version", () => {
  // The edits of a case's copies have their own tests.
  const edits = Object.entries(routes).filter(([id, route]) => !(id in caseFileRoutes) && "versioned" in route);
  expect(rows.map(({ id }) => id).sort()).toEqual(edits.map(([id]) => id).sort());
});

describe.each(rows)("$id", ({ route, who, ready, body, state, entries, bad, says, early, why }) => {
  it("is made once, by who may, on the version that was read", async () => {
    const { claimId, now, params, body: own } = await ready(world);
    on(now);
    const version = await world.versionOf(claimId);
    const of = { params: { claimId, ...params }, body: { ...body, ...own } };
    const [sub, ...roles] = who;
    const blind = await world.as(who, route, {
      ...of,
      headers: { "x-origin-key": originKey, "idempotency-key": "a-key-without-version" },
    });
    expect(blind).toMatchObject({ status: 428, body: { type: "urn:caudal:version-needed" } });
    expect(await world.as(who, route, { ...of, version: version - 1 })).toMatchObject({ status: 412 });
    expect(await world.as(who, route, { ...of, body: bad })).toMatchObject({
      status: 400,
      body: { errors: expect.arrayContaining([expect.objectContaining({ message: says })]) },
    });
    expect(await world.as(["sunass", "external-supervisor"], route, of)).toMatchObject({ status: 403 });
    const gone = await world.as(who, route, { ...of, params: { ...of.params, claimId: "nowhere" }, version });
    expect(gone).toMatchObject({ status: 404, body: { type: "urn:caudal:claim-not-found" } });
    expect(await world.versionOf(claimId)).toBe(version);

    const claims = { ...staff(...roles), sub };
    const key = `once-${claimId}`;
    const first = await world.as(who, route, { ...of, claims, key, version });
    expect(first).toMatchObject({ status: 200, body: { claimId, state, version: version + entries } });
    const second = await world.as(who, route, { ...of, claims, key, version });
    expect(second).toMatchObject({ status: 200, body: { state, version: version + entries } });
    expect(await world.versionOf(claimId)).toBe(version + entries);
  });

  it("is refused in words where the law does not take it", async () => {
    const { claimId, now, params } = await early(world);
    on(now);
    const refusal = await world.as(who, route, { params: { claimId, ...params }, body });
    expect(refusal).toMatchObject({ status: 409, body: { detail: expect.stringMatching(why) } });
  });
});
