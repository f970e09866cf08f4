import { useState } from "preact/hooks";
import type { BillingClaimType } from "../../../shared/domain/case/claim-types.ts";
import type { ClientProblem, Outcome } from "../../client.ts";
import { useSending } from "../../look/asking.ts";
import { Checks } from "../../look/checks.tsx";
import { asksAboutMeter, asksForVisit, typeOfReason } from "../../look/claim-reasons.ts";
import { Choice, ErrorSummary, Submit, TextField } from "../../look/field.tsx";
import { useKeptForm } from "../../look/kept-form.ts";
import { LanguageFields } from "../../look/language-fields.tsx";
import { LongText } from "../../look/long-text.tsx";
import { Notice } from "../../look/notice.tsx";
import { officeFacts } from "../../office.ts";
import { reasonNames } from "../../words/claim-form.ts";
import { keptWords } from "../../words/kept-form.ts";
import { languageWords } from "../../words/languages.ts";
import { personDocumentNames } from "../../words/person.ts";
import { api } from "../api.ts";
import { requestNames } from "../case/case.words.ts";
import { hearingModeNames } from "../conciliation/hearing.words.ts";
import { SignInAgain } from "../page.tsx";
import { SelectField } from "../select-field.tsx";
import { callFormKey } from "./call.ts";
import { intakeWords } from "./intake.words.ts";
import type { FiledClaim, FoundSupply } from "./intake-answers.ts";
import { type Body, bodyOf, missingIn } from "./intake-body.ts";
import { ReadBack } from "./intake-read-back.tsx";
import { ReadPrivacy } from "./read-privacy.tsx";

const formKey = (supplyCode: string): string => callFormKey(supplyCode, "claim");
const writeKey = (supplyCode: string): string => callFormKey(supplyCode, "claim.key");

/**
 * Returns the idempotency key of the claim that is being written down for a supply. It is kept in the tab until the
 * claim is filed or the call ends, so that a repeat files nothing twice.
 */
function keyFor(supplyCode: string): string {
  const kept = sessionStorage.getItem(writeKey(supplyCode)) ?? crypto.randomUUID();
  sessionStorage.setItem(writeKey(supplyCode), kept);
  return kept;
}

/** Erases from the tab what was typed in the claim's form of a supply, and the idempotency key of that claim. */
export function dropIntake(supplyCode: string): void {
  sessionStorage.removeItem(formKey(supplyCode));
  sessionStorage.removeItem(writeKey(supplyCode));
}

/** A claim that was filed, how it came, and its claimant as typed, by whose contact the cargo is sent. */
export interface Filed {
  readonly filed: FiledClaim;
  readonly channel: Body["channel"];
  readonly claimant: Body["claimant"];
}

interface IntakeFormProps {
  readonly found: FoundSupply;
  /** The holder's document as the caller said it, if it is the one on record. */
  readonly holderDocument: string | undefined;
  /** Called once the API has filed the claim; what was typed is erased then. */
  readonly onFiled: (filed: Filed) => void;
  /** Called when staff ask to begin again. Erases nothing by itself. */
  readonly onClear: () => void;
}

/**
 * Renders the form in which staff write down a claim while the person speaks. Questions that the chosen reason does not
 * need are not shown. The first submit names missing answers or, if there are none, shows what was typed, to be read
 * back. The second submit files the claim. What is typed is kept for the call, and a repeat files nothing twice.
 */
export function IntakeForm({ found, holderDocument, onFiled, onClear }: IntakeFormProps) {
  const { supplyCode } = found;
  const kept = useKeptForm(sessionStorage, formKey(supplyCode));
  const [reason, setReason] = useState("");
  const type = typeOfReason(reason);
  const [toReadBack, setToReadBack] = useState<{ readonly body: Body; readonly reason: string }>();
  const { problem, busy, onSubmit } = useSending<Filed | undefined>(
    async (typed, form): Promise<Outcome<Filed | undefined>> => {
      const missing = missingIn(typed, found);
      if (missing) {
        setToReadBack(undefined);
        return { ok: false, problem: missing };
      }
      const body = bodyOf(found, typed, form);
      if (!toReadBack) {
        setToReadBack({ body, reason: typed("reason") });
        return { ok: true, value: undefined };
      }
      const filed = await api.takeClaim({ body, key: keyFor(supplyCode) });
      if (!filed.ok && filed.problem.fields.length > 0) setToReadBack(undefined);
      const { channel, claimant } = body;
      return filed.ok ? { ok: true, value: { filed: filed.value, channel, claimant } } : filed;
    },
    (done) => {
      if (!done) return;
      dropIntake(supplyCode);
      onFiled(done);
    },
  );
  return (
    <section class="brief">
      <h2>{intakeWords.title}</h2>
      <p>
        <b>{intakeWords.draft}</b> {intakeWords.aloud}
      </p>
      {problem?.kind === "urn:caudal:write-key-used" ? (
        <Notice tone="bad" title={intakeWords.alreadyTitle}>
          <p>{intakeWords.alreadyText}</p>
        </Notice>
      ) : (
        <ErrorSummary problem={problem} />
      )}
      <SignInAgain problem={problem} />
      <form method="dialog" noValidate ref={kept.form} onInput={kept.keep} onSubmit={onSubmit}>
        <div class="spoken" hidden={toReadBack !== undefined}>
          <About found={found} problem={problem} type={type} setReason={setReason} />
          <Claimant problem={problem} type={type} holderDocument={holderDocument} />
        </div>
        {toReadBack && (
          <ReadBack found={found} {...toReadBack} problem={problem} onChange={() => setToReadBack(undefined)} />
        )}
        <div class="buttons">
          <Submit busy={busy}>{toReadBack ? intakeWords.send : intakeWords.readBack}</Submit>
          {!toReadBack && (
            <button type="button" class="button plain" onClick={onClear}>
              {keptWords.empty}
            </button>
          )}
        </div>
      </form>
    </section>
  );
}

interface PartProps {
  /** The type of the reason chosen, which decides the questions. */
  readonly type: BillingClaimType | undefined;
  readonly problem: ClientProblem | undefined;
}

interface AboutProps extends PartProps {
  readonly found: FoundSupply;
  readonly setReason: (reason: string) => void;
}

/** Receipts shown at once; the older ones are folded. */
const receiptsShown = 3;

function About({ found: { receipts }, problem, type, setReason }: AboutProps) {
  const [test, setTest] = useState("");
  const optionsOf = (some: FoundSupply["receipts"]) =>
    Object.fromEntries(some.map((receipt) => [receipt.number, intakeWords.receiptOption(receipt)]));
  const older = receipts.slice(receiptsShown);
  return (
    <div>
      {receipts.length > 0 && (
        <Checks
          name="receipts"
          legend={intakeWords.receipt}
          options={optionsOf(receipts.slice(0, receiptsShown))}
          chosen={[]}
          problem={problem}
        />
      )}
      {older.length > 0 && (
        <details>
          <summary>{intakeWords.older}</summary>
          <Checks name="receipts" legend={intakeWords.older} asked options={optionsOf(older)} chosen={[]} />
        </details>
      )}
      <TypedReceipt isAlone={receipts.length === 0} problem={problem} />
      <SelectField
        name="reason"
        label={intakeWords.reason}
        options={reasonNames}
        onChoose={setReason}
        problem={problem}
      />
      <LongText name="grounds" label={intakeWords.grounds} max={1500} problem={problem} />
      <SelectField name="request" label={intakeWords.request} options={requestNames} problem={problem} />
      {type && asksAboutMeter(type) && (
        <>
          <div class="row">
            <SelectField
              name="leakCheck"
              label={intakeWords.leakCheck}
              options={intakeWords.leakChecks}
              problem={problem}
            />
            <TextField name="meterReading" label={intakeWords.meterReading} numeric problem={problem} />
          </div>
          <Choice
            name="meterTest"
            legend={intakeWords.meterTest}
            options={intakeWords.yesNo}
            onChoose={setTest}
            problem={problem}
          />
          {test === "yes" && (
            <Choice
              name="meterTestCost"
              legend={intakeWords.meterTestCost}
              options={intakeWords.yesNo}
              problem={problem}
            />
          )}
        </>
      )}
    </div>
  );
}

interface TypedReceiptProps extends Pick<PartProps, "problem"> {
  /** Whether the supply has no receipt to choose from. */
  readonly isAlone: boolean;
}

/** A receipt that is not on record, as the caller reads it: folded if there are receipts to choose from. */
function TypedReceipt({ isAlone, problem }: TypedReceiptProps) {
  const fields = (
    <div class="row">
      <TextField name="typedReceipt" label={intakeWords.typedReceipt} problem={problem} />
      <TextField name="typedMonth" label={intakeWords.typedMonth} problem={problem} />
    </div>
  );
  if (isAlone)
    return (
      <>
        <p>{intakeWords.noReceipts}</p>
        {fields}
      </>
    );
  return (
    <details open={problem?.fields.some(({ field }) => field.startsWith("typed")) || undefined}>
      <summary>{intakeWords.otherReceipt}</summary>
      {fields}
    </details>
  );
}

interface ClaimantProps extends PartProps {
  readonly holderDocument: string | undefined;
}

/**
 * Renders the fields of who claims. Asks for a company's name with a RUC or a representative, for the consent to e-mail
 * once there is one, for the visit if the type has one. The number of who says to be the holder is `holderDocument`.
 */
function Claimant({ problem, type, holderDocument }: ClaimantProps) {
  const [as, setAs] = useState("");
  const [kind, setKind] = useState("DNI");
  const [email, setEmail] = useState("");
  const [mode, setMode] = useState("telephone");
  /** The holder has just said it: nobody is asked twice. */
  const ownNumber = as === "holder" && /^\d{8}$/.test(holderDocument ?? "") ? holderDocument : undefined;
  const text = (name: "givenNames" | "paternalSurname" | "maternalSurname" | "companyName" | "address") => (
    <TextField name={name} label={intakeWords[name]} initial="" problem={problem} />
  );
  return (
    <div>
      <Choice
        name="channel"
        legend={intakeWords.channel}
        options={intakeWords.channels}
        chosen="telephone"
        problem={problem}
      />
      <ReadPrivacy />
      <Choice
        name="privacyNoticeRead"
        legend={intakeWords.privacyNoticeRead}
        options={intakeWords.yesNo}
        problem={problem}
      />
      <SelectField
        name="as"
        label={intakeWords.standing}
        options={intakeWords.standings}
        onChoose={setAs}
        problem={problem}
      />
      {as === "representative" && (
        <Checks name="acts" legend={intakeWords.power} options={intakeWords.powers} chosen={[]} />
      )}
      <div class="row">
        <SelectField
          name="kind"
          label={intakeWords.kind}
          options={personDocumentNames}
          chosen="DNI"
          onChoose={setKind}
          problem={problem}
        />
        <TextField
          key={ownNumber}
          name="number"
          label={intakeWords.number}
          numeric={kind === "DNI" || kind === "RUC"}
          {...(ownNumber && { initial: ownNumber })}
          problem={problem}
        />
      </div>
      <div class="row">
        {text("givenNames")}
        {text("paternalSurname")}
        {text("maternalSurname")}
      </div>
      {(as === "representative" || kind === "RUC") && text("companyName")}
      {text("address")}
      <div
        class="row"
        onInput={({ target }) => {
          if (target instanceof HTMLInputElement && target.name === "email") setEmail(target.value);
        }}
        onChange={({ target }) => {
          if (target instanceof HTMLInputElement && target.name === "email") setEmail(target.value);
        }}
      >
        <TextField name="telephone" label={intakeWords.telephone} keyboard="tel" problem={problem} />
        <TextField name="email" label={intakeWords.email} keyboard="email" problem={problem} />
      </div>
      {email.trim() !== "" && (
        <Choice name="notifyByEmail" legend={intakeWords.notifyByEmail} options={intakeWords.yesNo} problem={problem} />
      )}
      <div class="row">
        <SelectField
          name="hearingMode"
          label={intakeWords.hearing}
          options={Object.fromEntries(officeFacts.hearingModes.map((each) => [each, hearingModeNames[each]]))}
          chosen="telephone"
          onChoose={setMode}
          problem={problem}
        />
        {mode !== "in-person" && (
          <TextField name="hearingTelephone" label={intakeWords.hearingTelephone} keyboard="tel" problem={problem} />
        )}
        {type && asksForVisit(type) && (
          <SelectField
            name="visitPreference"
            label={intakeWords.visit}
            options={intakeWords.visits}
            problem={problem}
          />
        )}
      </div>
      <LanguageFields
        known={undefined}
        words={{ ...languageWords.aloud, legend: languageWords.heard }}
        problem={problem}
      />
    </div>
  );
}
