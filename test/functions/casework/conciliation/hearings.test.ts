import { expect, it } from "vitest";
import { listHearings } from "../../../../shared/contract/conciliation/conciliation-routes.ts";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";
import { form, hearingHeld, maria } from "../../../shared/casework/case-world.ts";
import { on, openCaseFiles, world } from "../case-file-world.ts";
import { filedAt, type Worker } from "../casework-world.ts";

openCaseFiles();

const conciliator: Worker = ["conciliator-1", "conciliator"];
const week = (day: string, who = conciliator) => world.as(who, listHearings, { query: { day } });

it("lists the week's hearings by day and hour, each with its mode, its link and whether it is confirmed", async () => {
  on(filedAt);
  const languageChoice = { language: "qu", interpreter: true };
  const first = await world.fileOne(filedAt, { form: { ...form, hearingMode: "virtual" } });
  const second = await world.fileOne(filedAt, {
    form: { ...form, claimant: { ...form.claimant, languageChoice }, hearingMode: "telephone" },
  });
  const day = first.file.head.hearing?.on ?? "";
  const { at = "" } = second.file.head.hearing ?? {};
  await world.elsewhere(second.file.head.claimId, filedAt, [
    { type: "hearing-confirmed", effectiveAt: filedAt, by: maria, details: { on: calendarDay(day), at } },
  ]);
  const link = "https://meet.example.pe/sala-1";
  await world.elsewhere(first.file.head.claimId, filedAt, [
    {
      type: "hearing-link-set",
      effectiveAt: filedAt,
      by: { kind: "staff", sub: "conciliator-1", roles: ["conciliator"] },
      details: { on: calendarDay(day), at: first.file.head.hearing?.at ?? "", link },
    },
  ]);
  const { status, body } = await week(day);
  expect(status).toBe(200);
  expect([body.from <= day, body.to >= day, body.more]).toEqual([true, true, false]);
  const own = body.hearings.filter(({ claimId }: { claimId: string }) =>
    [first.file.head.claimId, second.file.head.claimId].includes(claimId),
  );
  // Of the same hour, by their ids, which are drawn.
  const byMode = Object.fromEntries(own.map((one: { mode: string }) => [one.mode, one]));
  expect(byMode).toMatchObject({
    virtual: { claimId: first.file.head.claimId, on: day, link, confirmed: false },
    telephone: { claimId: second.file.head.claimId, on: day, telephone: "900000001", confirmed: true, languageChoice },
  });
  expect(byMode["virtual"]).not.toHaveProperty("telephone");
});

it("has every number that its claimant gave, with the day of each, and calls the one it would call", async () => {
  on(filedAt);
  const { file } = await world.fileOne(filedAt, { form: { ...form, hearingMode: "telephone" } });
  const { claimId, hearing } = file.head;
  const changedAt = "2026-11-25T15:00:00.000Z";
  await world.elsewhere(claimId, changedAt, [
    { type: "contact-changed", effectiveAt: changedAt, by: maria, details: { telephone: "955555555" } },
  ]);
  const { body } = await week(hearing?.on ?? "");
  expect(body.hearings.find((one: { claimId: string }) => one.claimId === claimId)).toMatchObject({
    ...{ telephone: "955555555", telephoneOn: "2026-11-25" },
    otherNumbers: [{ number: "900000001", on: "2026-11-23" }],
  });
});

it("is empty in a week without hearings, and refuses a day that is none", async () => {
  on(filedAt);
  await world.fileOne(filedAt);
  expect((await week("2026-11-23")).body).toEqual({
    from: "2026-11-23",
    to: "2026-11-29",
    hearings: [],
    unrecorded: [],
    more: false,
  });
  expect((await week("mañana")).status).toBe(400);
  expect((await week("2026-11-23", ["resolver-1", "resolver"])).status).toBe(403);
});

const unrecordedIn = async (day: string) =>
  (await week(day)).body.unrecorded.map((one: { claimId: string }) => one.claimId);

it("has apart what nobody recorded of days before today, the same in every week, if it can be recorded", async () => {
  on(filedAt);
  const [open, waiting] = [await world.fileOne(filedAt), await world.fileOne(filedAt)];
  const { claimId, hearing } = open.file.head;
  const by = { kind: "staff", sub: "analyst-1", roles: ["analyst"] } as const;
  await world.elsewhere(claimId, filedAt, [{ type: "claim-accepted", effectiveAt: filedAt, by, details: {} }]);
  const day = hearing?.on ?? "";
  const later = new Date(Date.parse(day) + 7 * 86_400_000).toISOString().slice(0, 10);
  // The week after it is looked at before its day: it is still to come.
  expect(await unrecordedIn(later)).not.toContain(claimId);
  on(`${later}T18:00:00.000Z`);
  const missed = await unrecordedIn(later);
  expect(await unrecordedIn(day)).toEqual(missed);
  expect((await week(day)).body.hearings.map((one: { claimId: string }) => one.claimId)).not.toContain(claimId);
  expect(missed).toContain(claimId);
  // Nobody admitted it: there is no acta to write.
  expect(missed).not.toContain(waiting.file.head.claimId);
});

it("leaves out a hearing that was recorded", async () => {
  on(filedAt);
  const { file } = await world.fileOne(filedAt);
  const { claimId, hearing } = file.head;
  const idsOf = async () =>
    (await week(hearing?.on ?? "")).body.hearings.map((one: { claimId: string }) => one.claimId);
  expect(await idsOf()).toContain(claimId);
  const by = { kind: "staff", sub: "analyst-1", roles: ["analyst"] } as const;
  await world.elsewhere(claimId, filedAt, [{ type: "claim-accepted", effectiveAt: filedAt, by, details: {} }]);
  const heldAt = "2026-12-23T18:00:00.000Z";
  on(heldAt);
  await world.elsewhere(claimId, heldAt, [hearingHeld(heldAt)]);
  expect(await idsOf()).not.toContain(claimId);
  on("2026-12-30T18:00:00.000Z");
  expect(await unrecordedIn("2026-12-30")).not.toContain(claimId);
});
