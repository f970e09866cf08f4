import { createHash } from "node:crypto";
import type { ClaimState } from "../../shared/domain/case/claim-states.ts";
import { addDays, type CalendarDay, calendarDay, limaDay, limaInstant } from "../../shared/domain/term/calendar-day.ts";
import type { SeededPerson } from "../people.ts";
import type { Life, Step } from "./life.ts";
import { type Office, Surprise } from "./office.ts";

export const step = (name: string, does: Step["does"]): Step => ({ name, does });

export const customer = "maria" satisfies SeededPerson;

/** Throws a `Surprise` with the message `what` if `so` is false. */
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
 * Returns a step named `what` that moves the clock to `time` (`HH:MM` in Lima) of the day that `day` returns. If the
 * clock is past this instant, the step leaves the clock.
 */
export const goTo = (what: string, day: (life: Life) => Promise<CalendarDay>, time = "09:00"): Step =>
  step(what, async (life) => {
    const instant = limaInstant(await day(life), time);
    await advanceTo(life.office, instant);
    return instant;
  });

/** Returns the claimant's e-mail address. Each supply has its own, so that the mails of two claims are not mixed up. */
export const emailOf = (life: Life): string => `cliente.${life.supply.supplyCode}@example.pe`;

/**
 * Waits for the `time`-th different key in the claimant's mails, in the order they were sent, and returns it. Only
 * mails that name the claim's code count. A mail's key is what the first group of `pattern` matches.
 * @throws `Surprise` after 30 s, or if no step kept the claim's code
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
 * Downloads a file from its address and returns a line with its name and size.
 * @throws `Surprise` if the file's SHA-256 is not `sha256` or the file is no PDF
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
 * Returns a step that moves the clock forward by `days` working days of the company. If an earlier attempt of the step
 * already moved the clock to another day, the step does not move the clock again. Then the step throws `Surprise`
 * unless the claim is in `state`. A life may have only one such step with the same `days`.
 */
export const afterWorkingDays = (days: number, state: ClaimState): Step =>
  step(`pasan ${days} días hábiles: ${state}`, async (life) => {
    const from = await life.keep(`before ${days}`, () => life.office.now());
    if ((await life.office.now()) === from || limaDay(await life.office.now()) === limaDay(from))
      await life.office.moveClock(`+${days}wd`);
    return expectState(life, state);
  });

/**
 * Returns a step that moves the clock to 00:00 in Lima of the day after the last day to notify, which an earlier step
 * kept as `notifyBy`. If the clock is past this instant, the step leaves the clock. Then the step throws `Surprise`
 * unless the claim is in `state`.
 */
export const afterLastDay = (state: ClaimState): Step =>
  step(`al día siguiente del último para notificar: ${state}`, async (life) => {
    await advanceTo(life.office, limaInstant(addDays(calendarDay(life.kept("notifyBy")), 1), "00:00"));
    return expectState(life, state);
  });
