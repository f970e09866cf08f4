import { expect, it } from "vitest";
import { sendNotices } from "../../../../functions/send-notices/send-notices.ts";
import { entriesOf, lastEntry } from "../../../../shared/domain/case/case-events.ts";
import { fixedNotices } from "../../../doubles/fixed-notices.ts";
import { form } from "../../../shared/casework/case-world.ts";
import { noticeDeps } from "../../send-notices/notice-deps.ts";
import { staffWorkRoutes as routes } from "../../staff-work.ts";
import { clerk, on, openCaseFiles, world } from "../case-file-world.ts";
import { type CaseworkWorld, filedAt, steps, type Worker } from "../casework-world.ts";

openCaseFiles();

const operator: Worker = ["operator-1", "operator"];
/** Somebody without mail or mobile, to whom nothing that is only sent or written is of use. */
const claimant = { ...form.claimant, email: undefined, telephone: undefined, notifyByEmail: false };

async function called() {
  on(filedAt);
  const { grounds, request, meterTest } = form;
  return world.as(operator, routes.takeClaim, {
    body: {
      ...{ claimant, grounds, request, meterTest, supplyCode: "12345", channel: "telephone", declaredBy: "voice" },
      receipts: [{ number: "S001-00045001", period: "2026-10" }],
    },
  });
}

/** Lets the office notify of an entry; nothing may leave by mail or text message. */
async function notify(claimId: string, seq: number): Promise<void> {
  const never = {
    send: async () => {
      throw new Error("nothing can be sent to this claimant");
    },
  };
  await sendNotices({
    ...world,
    ...noticeDeps,
    notices: fixedNotices(),
    mail: never,
    texts: never,
    now: () => filedAt,
  })({
    claimId,
    seq,
  });
}

const eventsOf = async (claimId: string) => (await world.caseFiles.read(claimId))?.events ?? [];

it("who cannot read files a claim by telephone: declared aloud, its terms to be said on the call, its copy by post", async () => {
  const { status, body } = await called();
  expect(status).toBe(201);
  expect(body).toMatchObject({ code: expect.stringMatching(/^RE-/), notifyBy: "2027-01-15", filedAt });
  const events = await eventsOf(body.claimId);
  expect(entriesOf(events, "claim-filed")).toMatchObject([
    { channel: "telephone", details: { form: { declaration: { how: "voice" } } } },
  ]);
  await notify(body.claimId, 1);
  const { copies } = (await world.as(clerk, routes.listCopiesToPost)).body;
  expect(copies.filter(({ claimId }: { claimId: string }) => claimId === body.claimId)).toMatchObject([
    { type: "claim-filed", of: 1, to: "CALLE FICTICIA 101" },
  ]);
});

it("who cannot read signs a recourse on paper, which is evidence; no code is sent, and no paper is no recourse", async () => {
  const byTelephone = async () => {
    const { claimId } = (await called()).body;
    return { file: await world.caseFiles.read(claimId) } as Awaited<ReturnType<CaseworkWorld["fileOne"]>>;
  };
  const { claimId, now } = await steps.notified({ ...world, fileOne: byTelephone });
  on(now);
  const ask = (route: (typeof routes)[keyof typeof routes], body: object) =>
    world.as(operator, route, { params: { claimId }, body });
  const said = { kind: "appeal", grounds: "No estoy de acuerdo.", uploadIds: [] } as const;
  for (const channel of ["sms", "email"])
    expect((await ask(routes.askConfirmation, { channel, what: { act: "recourse", ...said } })).status).toBe(409);
  const signed = (uploadIds: readonly string[]) =>
    ask(routes.takeRecourse, { ...said, came: "counter", confirmation: { by: "signature", uploadIds } });
  expect((await signed([])).status).toBe(400);
  expect(entriesOf(await eventsOf(claimId), "appeal-filed")).toEqual([]);
  const { documentId } = await world.upload("operator-1", `ruego-${claimId}`);
  const filed = await signed([documentId]);
  expect(filed, filed.text).toMatchObject({ status: 201, body: { filedAt: now, late: false } });
  expect(lastEntry(await eventsOf(claimId), "appeal-filed")?.details).toMatchObject({
    grounds: said.grounds,
    taken: { came: "counter", confirmed: { by: "signature", attachments: [{ documentId }] } },
  });
});
