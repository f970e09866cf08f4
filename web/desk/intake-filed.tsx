import { useEffect } from "preact/hooks";
import { filedWords, searchWords } from "../words/desk-intake.ts";
import { clockOf, monthAndYear } from "../words/format.ts";
import type { Filed } from "./intake-form.tsx";
import { addressOf, Heading } from "./page.tsx";

interface IntakeFiledProps extends Filed {
  /** Called to begin another intake. */
  readonly another: () => void;
}

/**
 * Renders what staff read to the claimant once the claim is filed: its code, visit, hearing, last day, owner, from when
 * a consent to e-mail counts, and what is to be corrected or proved. Then what is left to do: how the cargo reaches the
 * claimant (by e-mail, text message or paper), receipts late or not on record, and other claims about the same
 * receipts.
 */
export function IntakeFiled({ filed, claimant, another }: IntakeFiledProps) {
  const { claimId, code, filedAt, visit, hearing, awaitsAppointments, notifyBy, owner, duplicates, receipts } = filed;
  const { observed, proofAsked, notifyByEmailAfter } = filed;
  const sentBy = sendingOf(claimant);
  // Of a receipt that is not on record nothing is known, not even whether it is late.
  const asWritten = receipts.filter((receipt) => receipt.late === undefined);
  const late = receipts.filter((receipt) => receipt.late);
  useEffect(() => document.querySelector("h1")?.focus(), []);
  return (
    <>
      <Heading>{filedWords.title}</Heading>
      <section class="card" aria-labelledby="read-aloud">
        <h2 id="read-aloud">{filedWords.read}</h2>
        <p class="code">
          {filedWords.code} <b>{code}</b>.
        </p>
        <p>
          {filedWords.filed(filedAt)} {visit && filedWords.visit(visit.on, clockOf(visit.from), clockOf(visit.to))}{" "}
          {awaitsAppointments && filedWords.appointmentsLater}{" "}
          {hearing && filedWords.hearing(hearing, clockOf(hearing.at))} {filedWords.notifyBy(notifyBy)}{" "}
          {owner && filedWords.owner(owner.name, owner.extension)} {filedWords.noPayment}
        </p>
        {notifyByEmailAfter && <p>{filedWords.mailAfter(notifyByEmailAfter)}</p>}
        {proofAsked && <p>{filedWords.proofAsked}</p>}
        {observed && (
          <p>
            {filedWords.observed} {observed.defects.join(" ")}{" "}
            {observed.until && filedWords.observedUntil(observed.until)}
          </p>
        )}
      </section>
      <p>{filedWords.sentBy[sentBy]}</p>
      {late.length > 0 && <p>{filedWords.late(late.map(({ period }) => monthAndYear(period)).join(", "))}</p>}
      {asWritten.length > 0 && (
        <p>
          {filedWords.asWritten(asWritten.map(({ number, period }) => `${number}, ${monthAndYear(period)}`).join("; "))}
        </p>
      )}
      {duplicates.length > 0 && (
        <>
          <p>{filedWords.duplicates}</p>
          <ul>
            {duplicates.map((other) => (
              <li key={other.claimId}>
                <a href={addressOf("case", { claimId: other.claimId })}>{other.code}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <div class="buttons">
        {sentBy === "post" && (
          <a class="button" href={addressOf("caseAct", { claimId, act: "copia" })}>
            {filedWords.copy}
          </a>
        )}
        <a class="button plain" href={addressOf("case", { claimId })}>
          {filedWords.open}
        </a>
        <button type="button" class={sentBy === "post" ? "button plain" : "button"} onClick={another}>
          {searchWords.another}
        </button>
      </div>
    </>
  );
}

/** How the cargo goes: by mail if there is an address, by text message to a mobile, else on paper. */
function sendingOf({ email, telephone = "" }: Filed["claimant"]): keyof typeof filedWords.sentBy {
  if (email) return "email";
  return /^(51)?9\d{8}$/.test(telephone.replace(/\D/g, "")) ? "sms" : "post";
}
