import { useEffect } from "preact/hooks";
import { clockOf } from "../words/clock.ts";
import { filedWords } from "../words/desk-intake.ts";
import { monthAndYear } from "../words/format.ts";
import type { FiledClaim } from "./intake-answers.ts";
import { addressOf, Heading } from "./page.tsx";

interface IntakeFiledProps {
  readonly filed: FiledClaim;
  readonly another: () => void;
}

/** What to read aloud to the claimant once their claim is filed, and what is left to do. `another` begins a new intake. */
export function IntakeFiled({ filed, another }: IntakeFiledProps) {
  const { claimId, code, filedAt, visit, hearing, awaitsAppointments, notifyBy, owner, duplicates, receipts } = filed;
  const { observed, proofAsked } = filed;
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
        {proofAsked && <p>{filedWords.proofAsked}</p>}
        {observed && (
          <p>
            {filedWords.observed} {observed.defects.join(" ")}{" "}
            {observed.until && filedWords.observedUntil(observed.until)}
          </p>
        )}
      </section>
      {late.length > 0 && <p>{filedWords.late(late.map(({ period }) => monthAndYear(period)).join(", "))}</p>}
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
        <a class="button" href={addressOf("caseAct", { claimId, act: "copia" })}>
          {filedWords.copy}
        </a>
        <a class="button plain" href={addressOf("case", { claimId })}>
          {filedWords.open}
        </a>
        <button type="button" class="button plain" onClick={another}>
          {filedWords.another}
        </button>
      </div>
    </>
  );
}
