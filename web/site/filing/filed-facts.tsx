import { Facts } from "../../look/facts.tsx";
import { Loaded } from "../../look/loaded-module.tsx";
import type { ClaimView } from "../../words/claim.ts";
import { hearingTime, timeWords, visitTime } from "../../words/claim-times.ts";
import { dateWithWeekday, dayInLima, instant } from "../../words/format.ts";
import { holdAskedWords, holdPageWord } from "../billing/hold-asked.words.ts";
import { howToAttend } from "../conciliation/claim-hearing.words.ts";
import { addressOf } from "../page.tsx";
import { filedWords } from "./claim-filed.words.ts";

type FiledClaim = Pick<
  ClaimView,
  "code" | "filedAt" | "filedOn" | "notifyBy" | "hearing" | "awaitsAppointments" | "owner"
>;

interface StampProps {
  readonly claim: FiledClaim;
}

/**
 * Renders the code of a claim, the instant it was filed, and the last day to answer it. If it counts as filed on
 * another day than that of the instant in Lima, names that day too.
 */
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

interface LackingProps {
  readonly claimId: string;
  readonly proofAsked?: true | undefined;
  readonly powerAsked?: true | undefined;
  readonly isGuest?: true;
}

/** Says what may be missing to act for the supply: a proof of who claims, the power of who claims for the holder. */
export function Lacking({ claimId, proofAsked, powerAsked, isGuest }: LackingProps) {
  return (
    <>
      {powerAsked && <p>{filedWords.power}</p>}
      {proofAsked && (
        <Loaded load={() => import("./proof-asked.tsx")} about="proof">
          {({ ProofAsked }) => <ProofAsked {...(!isGuest && { claimId })} mayAdd={false} />}
        </Loaded>
      )}
    </>
  );
}

interface NoPayingProps {
  readonly hold: Partial<Pick<ClaimView, "holdAsked" | "holdKey">>;
}

/**
 * Says that what is claimed need not be paid meanwhile; while the commercial system did not confirm that, by when it
 * must; and leads to the «No cortar», if it may be shown.
 */
export function NoPaying({ hold: { holdAsked, holdKey } }: NoPayingProps) {
  return (
    <>
      <p>{filedWords.noPaying}</p>
      {holdAsked && <p>{holdAskedWords(holdAsked)}</p>}
      {holdKey && (
        <p>
          <a href={addressOf("hold", { holdKey })}>{holdPageWord}</a>
        </p>
      )}
    </>
  );
}

interface PlansProps {
  readonly claim: Pick<FiledClaim, "hearing" | "awaitsAppointments" | "owner">;
  /** The first visit; undefined if there is none yet. */
  readonly visit: Pick<ClaimView["visits"][number], "on" | "from" | "to"> | undefined;
}

/**
 * Renders the visit and the hearing of a claim, each if it has a day, and who has the claim. If the claim waits for its
 * appointments, says that they come later.
 */
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
