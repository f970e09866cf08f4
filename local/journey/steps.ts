import { createHash } from "node:crypto";
import { addDays, type CalendarDay, calendarDay, limaDay, limaInstant } from "../../shared/domain/calendar-day.ts";
import type { ClaimState } from "../../shared/domain/claim-states.ts";
import type { SeededPerson } from "../people.ts";
import type { Life, Step } from "./life.ts";
import { type Office, Surprise } from "./office.ts";

/** A step by its name and what it does. */
export const step = (name: string, does: Step["does"]): Step => ({ name, does });

export const customer = "maria" satisfies SeededPerson;

/** Throws a `Surprise` that says `what` unless `so`; it ends the journey. */
export function expect(so: boolean, what: string): void {
  if (!so) throw new Surprise(what);
}

export const claimOf = (life: Life) => life.call(customer, "showClaim", { params: { claimId: life.kept("claimId") } });

async function expectState(life: Life, state: ClaimState): Promise<string> {
  const { state: now } = await life.file();
  expect(now === state, `expected ${state}, the claim is ${now}`);
  return state;
}

/** Moves the clock to an instant, unless it is past it. */
async function advanceTo(office: Office, instant: string): Promise<void> {
  if ((await office.now()) < instant) await office.moveClock(instant);
}

/**
 * A step named `what` that moves the clock to `time`, in Lima, of the day that `day` returns; does nothing if the clock
 * is past that. It is a step of its own, because the steps after it start from the instant it leaves.
 */
export const goTo = (what: string, day: (life: Life) => Promise<CalendarDay>, time = "09:00"): Step =>
  step(what, async (life) => {
    const instant = limaInstant(await day(life), time);
    await advanceTo(life.office, instant);
    return instant;
  });

/** The claimant's e-mail address: one for each supply, so that the mails of two claims are not mixed up. */
export const emailOf = (life: Life): string => `cliente.${life.supply.supplyCode}@example.pe`;

/**
 * Waits until the mails to the claimant that name the claim's code have `time` different keys, and returns the last of
 * these, in the order they were sent. A key is what the first group of `pattern` matches in a mail.
 * @throws `Surprise` after 30 s.
 */
export async function keyInMail(life: Life, pattern: RegExp, time = 1): Promise<string> {
  return life.until("the mail with the key", async () => {
    const mails = await life.office.messages(emailOf(life));
    const keys = mails
      .toReversed()
      .flatMap(({ text }) => (text.includes(life.kept("code")) && pattern.exec(text)?.[1]) || []);
    return [...new Set(keys)][time - 1];
  });
}

/**
 * Downloads a file from its address and returns its name and size.
 * @throws `Surprise` if its SHA-256 is not `sha256` or it is no PDF.
 */
export async function downloaded(
  { url, fileName }: { url: string; fileName: string },
  sha256: string,
): Promise<string> {
  const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
  expect(createHash("sha256").update(bytes).digest("hex") === sha256, `${fileName} is not what its fingerprint says`);
  expect(new TextDecoder().decode(bytes.slice(0, 5)) === "%PDF-", `${fileName} is no PDF`);
  return `${fileName}, ${bytes.byteLength} bytes`;
}

/**
 * A step that moves the clock forward by `days` working days. If an earlier attempt of the step already moved the clock
 * to another day, the step leaves it. It expects the claim to be in `state` then, by time alone and without an act.
 */
export const afterWorkingDays = (days: number, state: ClaimState): Step =>
  step(`pasan ${days} días hábiles: ${state}`, async (life) => {
    const from = await life.keep(`before ${days}`, () => life.office.now());
    if ((await life.office.now()) === from || limaDay(await life.office.now()) === limaDay(from))
      await life.office.moveClock(`+${days}wd`);
    return expectState(life, state);
  });

/**
 * A step that moves the clock to 00:00 in Lima of the day after the claim's `notifyBy`, unless it is past that. It
 * expects the claim to be in `state`, whether or not a job has run.
 */
export const afterLastDay = (state: ClaimState): Step =>
  step(`al día siguiente del último para notificar: ${state}`, async (life) => {
    await advanceTo(life.office, limaInstant(addDays(calendarDay(life.kept("notifyBy")), 1), "00:00"));
    return expectState(life, state);
  });
