import { Facts } from "../look/facts.tsx";
import type { ClaimView } from "../words/claim.ts";
import { filedWords } from "../words/claim-filed.ts";
import { howToAttend } from "../words/claim-hearing.ts";
import { hearingTime, timeWords, visitTime } from "../words/claim-times.ts";
import { dateWithWeekday, dayInLima, instant } from "../words/format.ts";

type FiledClaim = Pick<
  ClaimView,
  "code" | "filedAt" | "filedOn" | "notifyBy" | "hearing" | "awaitsAppointments" | "owner"
>;

interface StampProps {
  readonly claim: FiledClaim;
}

/** The code of a claim, its instant, and the last day to answer it. */
export function Stamp({ claim: { code, filedAt, filedOn, notifyBy } }: StampProps) {
  return (
    <div class="sheet-top">
      <p>
        {filedWords.code}
        <br />
        <b class="code">{code}</b>
      </p>
      <p>
        {filedWords.at} {instant(filedAt)}
        {filedOn !== dayInLima(Date.parse(filedAt)) && ` ${timeWords.filedOn} ${dateWithWeekday(filedOn)}.`}
      </p>
      <p>
        {filedWords.answerBy} <b>{dateWithWeekday(notifyBy)}</b>.
      </p>
    </div>
  );
}

interface PlansProps {
  readonly claim: Pick<FiledClaim, "hearing" | "awaitsAppointments" | "owner">;
  readonly visit: Pick<ClaimView["visits"][number], "on" | "from" | "to"> | undefined;
}

/** The visit and the hearing of a claim, or that they come later, and who has the claim. */
export function Plans({ visit, claim: { hearing, awaitsAppointments, owner } }: PlansProps) {
  return (
    <Facts
      rows={[
        [filedWords.appointments, awaitsAppointments && filedWords.appointmentsLater],
        [filedWords.visit, visit && visitTime(visit)],
        [filedWords.hearing, hearing && `${hearingTime(hearing)}. ${howToAttend(hearing)}`],
        [filedWords.hearingLink, hearing?.link && <a href={hearing.link}>{hearing.link}</a>],
        [filedWords.owner, owner && timeWords.ownerOf(owner.name, owner.extension)],
      ]}
    />
  );
}
