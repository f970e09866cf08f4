import { type ConsentedChannel, entriesOf } from "../domain/case-events.ts";
import type { CaseAt } from "./case-at.ts";

/** Whether a claimant agrees to be notified by a channel: by the form, until they say otherwise (digest 5.6). */
export function consentsTo(channel: ConsentedChannel, { file, filing }: Pick<CaseAt, "file" | "filing">): boolean {
  const said = entriesOf(file.events, "notice-consent").findLast(({ details }) => details.channel === channel);
  if (said) return said.details.granted;
  return channel === "email" && filing.details.form.claimant.notifyByEmail;
}

/** The address a claimant is notified at by e-mail, if they agree to that and left one. */
export function noticeAddress(at: Pick<CaseAt, "file" | "filing">): string | undefined {
  return consentsTo("email", at) ? at.filing.details.form.claimant.email : undefined;
}
