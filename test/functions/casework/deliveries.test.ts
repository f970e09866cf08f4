import { expect, it } from "vitest";
import { listDeliveries, recordDelivery, reportDelivery } from "../../../shared/contract/notice-routes.ts";
import { lastEntry } from "../../../shared/domain/case-events.ts";
import { at, clerk, inspector, on, openCaseFiles, world } from "./case-file-world.ts";
import { steps } from "./casework-world.ts";

openCaseFiles();

const deliveredAt = "2026-12-29T15:00:00.000Z";
const deviceTime = "2026-12-29T15:02:00.000Z";
const list = async (who = inspector) => (await world.as(who, listDeliveries)).body;

it("lists what is to be handed over, with its last day and the visits made in vain, until it was handed over", async () => {
  const { claimId, params } = await at(steps.dispatched(world));
  on("2026-12-29T14:00:00.000Z");
  const row = { claimId, noticeId: "notice-1", to: "CALLE FICTICIA 101", claimantName: "CLIENTE DE PRUEBA UNO" };
  const first = await list();
  expect(first).toMatchObject({ deliveries: [{ ...row, attempts: 0, telephone: "900000001" }], more: false });
  const [{ until, workingDays }] = first.deliveries;
  expect(until > "2026-12-29").toBe(true);
  expect(workingDays).toBeGreaterThan(0);
  const premises = "Casa de dos pisos, puerta verde.";
  on("2026-12-29T16:00:00.000Z");
  await world.as(clerk, recordDelivery, {
    params: { claimId, ...params },
    body: { outcome: "absent", deliveredAt, premises, nextOn: "2026-12-30" },
  });
  expect((await list()).deliveries).toMatchObject([{ ...row, attempts: 1, nextOn: "2026-12-30" }]);
  on("2026-12-30T16:00:00.000Z");
  await world.as(clerk, recordDelivery, {
    params: { claimId, ...params },
    body: {
      outcome: "delivered",
      deliveredAt: "2026-12-30T15:00:00.000Z",
      receiver: { name: "A", relation: "titular" },
    },
  });
  expect((await list()).deliveries).toEqual([]);
});

it("is reported from a phone on any version of the case, once, with the phone's hours apart from the server's", async () => {
  const { claimId, params } = await at(steps.dispatched(world));
  on("2026-12-29T16:00:00.000Z");
  const uploadId = "facade";
  const { sha256 } = await world.upload("inspector-1", uploadId);
  const takenAt = "2026-12-29T15:01:00.000Z";
  const body = {
    ...{ outcome: "absent", deliveredAt, deviceTime, premises: "Casa verde.", nextOn: "2026-12-30" },
    uploadIds: [uploadId],
    captures: [{ uploadId, kind: "photo", takenAt, sha256 }],
  };
  const send = (sent: object, key: string, who = inspector) =>
    world.as(who, reportDelivery, { params: { claimId, ...params }, body: sent, key });
  const bare = await send({ ...body, uploadIds: [], captures: [] }, "delivery-without-photo");
  expect(bare).toMatchObject({ status: 400, body: { errors: [{ message: expect.stringContaining("fachada") }] } });
  const changed = { ...body, captures: [{ uploadId, kind: "photo", takenAt, sha256: "0".repeat(64) }] };
  expect(await send(changed, "delivery-with-changed-photo")).toMatchObject({ status: 409 });
  expect((await send(body, "delivery-by-a-clerk-1", clerk)).status).toBe(403);
  const made = await send(body, "delivery-from-a-phone-1");
  expect(made).toMatchObject({ status: 200, body: { claimId } });
  expect((await send(body, "delivery-from-a-phone-1")).text).toBe(made.text);
  const attempted = lastEntry((await world.caseFiles.read(claimId))?.events ?? [], "delivery-attempted");
  expect(attempted).toMatchObject({
    effectiveAt: deliveredAt,
    recordedAt: "2026-12-29T16:00:00.000Z",
    by: { sub: "inspector-1" },
    details: { deviceTime, captures: [{ documentId: uploadId, kind: "photo", takenAt }] },
  });
});

it("hands it over for good, and answers the phone that comes second why it is too late", async () => {
  const { claimId, params } = await at(steps.dispatched(world));
  on("2026-12-29T16:00:00.000Z");
  const body = {
    ...{ outcome: "delivered", deliveredAt, deviceTime },
    receiver: { name: "CLIENTE DE PRUEBA UNO", relation: "titular" },
  };
  const send = (key: string, who = inspector, noticeId = params?.["noticeId"] ?? "") =>
    world.as(who, reportDelivery, { params: { claimId, noticeId }, body, key });
  expect((await send("delivery-of-none-at-all", inspector, "another")).body.type).toBe("urn:caudal:notice-not-found");
  expect((await send("delivery-from-a-phone-2")).body).toMatchObject({ state: "notified" });
  const second = await send("delivery-from-a-phone-3", ["inspector-2", "inspector"]);
  expect(second).toMatchObject({ status: 409, body: { type: "urn:caudal:not-now" } });
});
