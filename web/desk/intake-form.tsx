import type { ClientRequestOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";
import type { ClientProblem, Outcome } from "../client.ts";
import { useSending } from "../look/asking.ts";
import { Checks } from "../look/checks.tsx";
import { Choice, ErrorSummary, Submit, TextField } from "../look/field.tsx";
import { useKeptForm } from "../look/kept-form.ts";
import { Leaflet } from "../look/leaflet.tsx";
import { LongText } from "../look/long-text.tsx";
import { Notice } from "../look/notice.tsx";
import { PersonDocument } from "../look/person-document.tsx";
import { readingOf } from "../look/typed-reading.ts";
import { officeFacts } from "../office.ts";
import { reviewWords } from "../words/claim-review.ts";
import { billingTypeNames } from "../words/claim-types.ts";
import { requestNames } from "../words/desk-case.ts";
import { hearingModeNames } from "../words/desk-hearing.ts";
import { intakeWords } from "../words/desk-intake.ts";
import { cubicMetres, monthAndYear, soles } from "../words/format.ts";
import { api } from "./api.ts";
import type { FiledClaim, FoundSupply } from "./intake-answers.ts";
import { SignInAgain } from "./page.tsx";
import { ReadPrivacy } from "./read-privacy.tsx";
import { chosenOf, fieldProblem, markedOf, textOf } from "./typed.ts";

type Body = ClientRequestOf<Routes["takeClaim"]>["body"];

const formKey = (supplyCode: string): string => `caudal.intake.${supplyCode}`;
const writeKey = (supplyCode: string): string => `caudal.intake.key.${supplyCode}`;

/** The idempotency key of the supply's claim, kept in the tab until it is filed, so that a repeat files nothing twice. */
function keyFor(supplyCode: string): string {
  const kept = sessionStorage.getItem(writeKey(supplyCode)) ?? crypto.randomUUID();
  sessionStorage.setItem(writeKey(supplyCode), kept);
  return kept;
}

/** Forgets what was typed about a supply, and its claim's key. */
export function dropIntake(supplyCode: string): void {
  sessionStorage.removeItem(formKey(supplyCode));
  sessionStorage.removeItem(writeKey(supplyCode));
}

interface IntakeFormProps {
  readonly found: FoundSupply;
  readonly onFiled: (filed: FiledClaim) => void;
  readonly onClear: () => void;
}

/**
 * The form in which staff file a claim (Formato 2) for a person. What is typed is kept in the tab until it is filed or cleared.
 */
export function IntakeForm({ found, onFiled, onClear }: IntakeFormProps) {
  const { supplyCode } = found;
  const kept = useKeptForm(sessionStorage, formKey(supplyCode));
  const { problem, busy, onSubmit } = useSending(
    async (typed, form): Promise<Outcome<FiledClaim>> => {
      const body = bodyOf(found, typed, form);
      return "ok" in body ? body : api.takeClaim({ body, key: keyFor(supplyCode) });
    },
    (filed) => {
      dropIntake(supplyCode);
      onFiled(filed);
    },
  );
  return (
    <section>
      <h2>{intakeWords.title}</h2>
      <p>
        <b>{intakeWords.draft}</b>
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
        <About found={found} problem={problem} />
        <Claimant problem={problem} />
        <Declared problem={problem} />
        <div class="buttons">
          <Submit busy={busy}>{intakeWords.send}</Submit>
          <button type="button" class="button plain" onClick={onClear}>
            {intakeWords.clear}
          </button>
        </div>
      </form>
    </section>
  );
}

interface PartProps {
  readonly problem: ClientProblem | undefined;
}

interface AboutProps extends PartProps {
  readonly found: FoundSupply;
}

function About({ found: { receipts }, problem }: AboutProps) {
  const receiptOptions = Object.fromEntries(
    receipts.map(({ number, period, m3, amount }) => [
      number,
      intakeWords.receiptOption(number, monthAndYear(period), cubicMetres(m3), soles(amount)),
    ]),
  );
  return (
    <>
      <Choice name="channel" legend={intakeWords.channel} options={intakeWords.channels} problem={problem} />
      <Choice name="claimType" legend={intakeWords.claimType} options={billingTypeNames} problem={problem} />
      <Checks name="receipts" legend={intakeWords.receipt} options={receiptOptions} chosen={[]} problem={problem} />
      <LongText
        name="grounds"
        label={intakeWords.grounds}
        hint={intakeWords.groundsHint}
        max={1500}
        problem={problem}
      />
      <Choice name="request" legend={intakeWords.request} options={requestNames} problem={problem} />
      <Choice name="leakCheck" legend={intakeWords.leakCheck} options={intakeWords.leakChecks} problem={problem} />
      <TextField
        name="meterReading"
        label={intakeWords.meterReading}
        hint={intakeWords.meterReadingHint}
        numeric
        size="short"
        problem={problem}
      />
      <Choice name="meterTest" legend={intakeWords.meterTest} options={intakeWords.yesNo} problem={problem} />
      <Choice name="meterTestCost" legend={intakeWords.meterTestCost} options={intakeWords.yesNo} problem={problem} />
      <Choice name="visitPreference" legend={intakeWords.visit} options={intakeWords.visits} problem={problem} />
    </>
  );
}

function Claimant({ problem }: PartProps) {
  return (
    <>
      <h3>{intakeWords.claimant}</h3>
      <Choice name="as" legend={intakeWords.standing} options={intakeWords.standings} problem={problem} />
      <Checks
        name="acts"
        legend={intakeWords.power}
        hint={intakeWords.powerHint}
        options={intakeWords.powers}
        chosen={[]}
      />
      <PersonDocument legend={intakeWords.kind} label={intakeWords.number} problem={problem} />
      {(["givenNames", "paternalSurname", "maternalSurname", "companyName", "address"] as const).map((name) => (
        <TextField key={name} name={name} label={intakeWords[name]} initial="" problem={problem} />
      ))}
      <TextField
        name="telephone"
        label={intakeWords.telephone}
        hint={intakeWords.telephoneHint}
        keyboard="tel"
        size="short"
        problem={problem}
      />
      <TextField name="email" label={intakeWords.email} keyboard="email" problem={problem} />
      <Choice name="notifyByEmail" legend={intakeWords.notifyByEmail} options={intakeWords.yesNo} problem={problem} />
      <Choice
        name="hearingMode"
        legend={intakeWords.hearing}
        hint={intakeWords.hearingHint}
        options={Object.fromEntries(officeFacts.hearingModes.map((mode) => [mode, hearingModeNames[mode]]))}
        problem={problem}
      />
      <TextField
        name="hearingTelephone"
        label={intakeWords.hearingTelephone}
        hint={intakeWords.hearingTelephoneHint}
        keyboard="tel"
        size="short"
        problem={problem}
      />
    </>
  );
}

/** What is read to the person before the claim is filed, and their declaration. */
function Declared({ problem }: PartProps) {
  return (
    <>
      <h3>{intakeWords.declared}</h3>
      <Leaflet />
      <Choice name="leaflet" legend={intakeWords.leaflet} options={intakeWords.yesNo} problem={problem} />
      <ReadPrivacy />
      <Choice
        name="privacyNoticeRead"
        legend={intakeWords.privacyNoticeRead}
        options={intakeWords.yesNo}
        problem={problem}
      />
      <p>
        {intakeWords.readDeclaration} «{reviewWords.declaration}»
      </p>
      <Choice name="declaredBy" legend={intakeWords.declaredBy} options={intakeWords.declarations} problem={problem} />
    </>
  );
}

type Typed = (name: string) => string;
type Refused = ReturnType<typeof fieldProblem>;

const answerOf = (typed: string): boolean | undefined => (typed === "" ? undefined : typed === "yes");

function claimantOf(typed: Typed, form: HTMLFormElement): Body["claimant"] | Refused {
  const as = chosenOf(intakeWords.standings, typed("as"));
  const kind = chosenOf(intakeWords.kinds, typed("kind"));
  const notifyByEmail = answerOf(typed("notifyByEmail"));
  if (!as) return fieldProblem("as", intakeWords.choose);
  if (!kind) return fieldProblem("kind", intakeWords.choose);
  if (notifyByEmail === undefined) return fieldProblem("notifyByEmail", intakeWords.choose);
  return {
    givenNames: typed("givenNames"),
    paternalSurname: typed("paternalSurname"),
    maternalSurname: textOf(typed("maternalSurname")),
    companyName: textOf(typed("companyName")),
    document: { kind, number: typed("number") },
    standing: as === "representative" ? { as, acts: markedOf(intakeWords.powers, form, "acts") } : { as },
    address: typed("address"),
    telephone: textOf(typed("telephone")),
    email: textOf(typed("email")),
    notifyByEmail,
  };
}

/** The claim as typed, or the problem of the first choice that was not made; the API checks the rest. */
function bodyOf({ supplyCode, receipts }: FoundSupply, typed: Typed, form: HTMLFormElement): Body | Refused {
  const channel = chosenOf(intakeWords.channels, typed("channel"));
  const claimType = chosenOf(billingTypeNames, typed("claimType"));
  const chosen = new FormData(form).getAll("receipts");
  const request = chosenOf(requestNames, typed("request"));
  if (!channel) return fieldProblem("channel", intakeWords.choose);
  if (!claimType) return fieldProblem("claimType", intakeWords.choose);
  if (chosen.length === 0) return fieldProblem("receipts", intakeWords.chooseReceipt);
  if (!request) return fieldProblem("request", intakeWords.choose);
  const claimant = claimantOf(typed, form);
  if ("ok" in claimant) return claimant;
  return {
    supplyCode,
    channel,
    claimant,
    claimType,
    receipts: receipts.flatMap(({ number, period }) => (chosen.includes(number) ? { number, period } : [])),
    grounds: typed("grounds"),
    request,
    leakCheck: chosenOf(intakeWords.leakChecks, typed("leakCheck")),
    meterReading: readingOf(typed("meterReading")),
    meterTest: answerOf(typed("meterTest")),
    meterTestCostAccepted: answerOf(typed("meterTestCost")),
    leaflet: answerOf(typed("leaflet")),
    privacyNoticeRead: answerOf(typed("privacyNoticeRead")),
    declaredBy: chosenOf(intakeWords.declarations, typed("declaredBy")),
    visitPreference: chosenOf(intakeWords.visits, typed("visitPreference")),
    hearingMode: chosenOf(hearingModeNames, typed("hearingMode")),
    hearingTelephone: textOf(typed("hearingTelephone")),
  };
}
