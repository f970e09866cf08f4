import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { sendNotices } from "../../../../functions/send-notices/send-notices.ts";
import { trackDeliveries } from "../../../../functions/track-deliveries/track-deliveries.ts";
import { publishEntry } from "../../../../shared/casework/case/publish-entry.ts";
import type { LinkEnd } from "../../../../shared/domain/supply/supply-link.ts";
import { openBacklog, openOutbox } from "../../../../shared/storage/check/outbox.ts";
import type { AccountContact } from "../../../../shared/storage/claim/account-contacts.ts";
import { openEndedLinks } from "../../../../shared/storage/supply/supply-links.ts";
import type { WorkerTask } from "../../../../shared/storage/worker-tasks.ts";
import { fixedNotices } from "../../../doubles/fixed-notices.ts";
import { type CaseWorld, caseWorld } from "../../../shared/casework/case-world.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { captureLog } from "../../log-lines.ts";
import { noticeDeps } from "../notice-deps.ts";

let local: TestTables;
let world: CaseWorld;
beforeAll(async () => {
  local = await testTables();
}, 60_000);
afterAll(() => local.stop());
beforeEach(async () => {
  world = await caseWorld(local);
  sent.length = 0;
  captureLog();
});
afterEach(() => void vi.restoreAllMocks());

const linkedAt = "2026-11-20T15:00:00.000Z";
const endedAt = "2026-11-24T15:00:00.000Z";
const now = "2026-11-24T15:01:00.000Z";
const sent: { readonly to: string; readonly words: string }[] = [];

/** Ends a link of jorge's and returns its id. */
async function end(because?: LinkEnd): Promise<string> {
  const link = await world.supplyLinks.link("jorge", "00012345", linkedAt);
  await world.supplyLinks.end({ ...link, sub: "jorge" }, endedAt, because);
  return link.linkId;
}

/** What the outbox publishes to the queue of notices. */
async function published(): Promise<readonly WorkerTask[]> {
  const tasks: WorkerTask[] = [];
  const notices = { send: async (task: WorkerTask) => void tasks.push(task) };
  const nothing = { send: async () => expect.unreachable("only a notice is published") };
  const backlog = openBacklog(world.claims);
  for (const { key } of await backlog.waiting(now, 0, 10)) {
    const entry = await backlog.find(key);
    if (entry)
      await publishEntry(
        { outbox: openOutbox(world.claims), queues: { notices, documents: nothing, inspections: nothing } },
        entry,
      );
  }
  return tasks;
}

function notify(task: unknown, contact: AccountContact | undefined, refused = false) {
  const send = (to: string, words: string) => {
    sent.push({ to, words });
    return Promise.resolve(refused ? ("refused" as const) : { messageId: `m-${sent.length}` });
  };
  return sendNotices({
    ...world,
    ...noticeDeps,
    endedLinks: openEndedLinks(world.claims),
    accountContacts: { find: async (sub) => (sub === "jorge" ? contact : undefined) },
    notices: fixedNotices(),
    mail: { send: ({ to, subject, text }) => send(to, `${subject}\n${text}`) },
    texts: { send },
    now: () => now,
  })(task);
}

const byMail: AccountContact = { channel: "email", to: "jorge@example.pe" };

describe("an account whose link was ended", () => {
  it("is notified through the outbox, once, of which supply and when, and where to look", async () => {
    const linkId = await end();
    const tasks = await published();
    expect(tasks).toEqual([{ sub: "jorge", linkId }]);
    expect(await published()).toEqual([]);
    for (const task of [...tasks, ...tasks]) await notify(task, byMail);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.to).toBe("jorge@example.pe");
    for (const words of ["00012345", "24 de noviembre de 2026", "https://reclamos.example.pe/mis-suministros/"])
      expect(sent[0]?.words).toContain(words);
  });

  it("is notified that nobody ended it if the holder changed, in a mail and in a text message of one part", async () => {
    const linkId = await end("holder-changed");
    await notify({ sub: "jorge", linkId }, byMail);
    for (const words of ["00012345", "a nombre de otra persona", "Nadie lo quitó", "Los reclamos que presentaste"])
      expect(sent[0]?.words).toContain(words);
    expect(sent[0]?.words).not.toContain("documento del titular quitó");
    const again = await world.supplyLinks.link("jorge", "00012345", now);
    await world.supplyLinks.end({ ...again, sub: "jorge" }, now, "holder-changed");
    await notify({ sub: "jorge", linkId }, { channel: "sms", to: "900000002" });
    expect(sent[1]?.words).toContain("a nombre de otra persona");
    expect(sent[1]?.words.length).toBeLessThanOrEqual(160);
  });

  it("gets a text message of one part if it signs in by a mobile", async () => {
    const linkId = await end();
    await notify({ sub: "jorge", linkId }, { channel: "sms", to: "900000002" });
    expect(sent).toEqual([{ to: "900000002", words: expect.stringContaining("00012345") }]);
    expect(sent[0]?.words.length).toBeLessThanOrEqual(160);
  });

  it.each([
    ["has no contact any more", undefined, false, 0],
    ["whose address is refused", byMail, true, 1],
  ])("is not tried again if it %s", async (_, contact, refused, tries) => {
    const linkId = await end();
    await notify({ sub: "jorge", linkId }, contact, refused);
    await notify({ sub: "jorge", linkId }, byMail);
    expect(sent).toHaveLength(tries);
  });

  it("is not notified if it made the link anew", async () => {
    const linkId = await end();
    await world.supplyLinks.link("jorge", "00012345", now, "holder-document");
    await notify({ sub: "jorge", linkId }, byMail);
    expect(sent).toEqual([]);
    expect(await world.supplyLinks.list("jorge")).toHaveLength(1);
  });

  it("has the delivery outcome of its message known, and nobody's case changed by it", async () => {
    const linkId = await end();
    await notify({ sub: "jorge", linkId }, byMail);
    expect(await world.caseFiles.placeOfMessage("m-1")).toEqual({ sub: "jorge" });
    const outcome = { became: "bounced", messageId: "m-1", at: now, reason: "Permanent" };
    await expect(trackDeliveries({ ...world, now: () => now })(outcome, now)).resolves.toBeUndefined();
  });
});
