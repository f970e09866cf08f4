import { useEffect, useRef, useState } from "preact/hooks";
import type { ClientProblem } from "../../client.ts";
import { Choice, ErrorSummary, TextField } from "../../look/field.tsx";
import { LongText } from "../../look/long-text.tsx";
import { DayField } from "../../look/native-date.tsx";
import { cubicMetres, dateWithWeekday, monthAndYear, soles } from "../../words/format.ts";
import { instalmentText } from "../../words/instalments.ts";
import { api } from "../api.ts";
import { fieldWords } from "../case/act-fields.words.ts";
import type { ActFieldsProps, ActForm } from "../case/act-form.ts";
import type { CaseFile } from "../case/case-file.ts";
import { calledActWords } from "../counter/called-acts.words.ts";
import { acceptedNames, claimantActWords, intakeChannelNames } from "../counter/claimant-acts.words.ts";
import { chosenOf, fieldProblem, numberOf, textOf } from "../typed.ts";

type Offered = CaseFile["offers"][number];

/** The offer that the claimant answered with a proposal of their own, if no offer was made after it. */
const counteredOf = ({ offers }: CaseFile): Offered | undefined => offers.slice(-1).find(({ counter }) => counter);

interface PricedFieldsProps {
  readonly claimId: string;
  /** The receipt that is priced: it is asked in the form if it is undefined. */
  readonly receiptNumber?: string | undefined;
  readonly initial?: { readonly m3: number; readonly instalments?: readonly string[] | undefined } | undefined;
  readonly hint?: string;
  /**
   * Returns what to read aloud of a volume and parts as they are typed, so that it is thought over; undefined if
   * nothing.
   */
  readonly doubtOf?: ((m3: number, isInParts: boolean) => string | undefined) | undefined;
  readonly problem: ClientProblem | undefined;
}

/**
 * The volume and the parts of a proposal, and a button that says what they would cost before anything is sent. A price
 * is shown until anything in the form changes.
 */
function PricedFields({ claimId, receiptNumber, initial, hint, doubtOf, problem }: PricedFieldsProps) {
  const [price, setPrice] = useState<string>();
  const [volume, setVolume] = useState("");
  const [parts, setParts] = useState("");
  const [refused, setRefused] = useState<ClientProblem>();
  const part = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const form = part.current?.closest("form");
    const forget = (): void => setPrice(undefined);
    form?.addEventListener("input", forget);
    return () => form?.removeEventListener("input", forget);
  }, []);
  const ask = async ({ currentTarget: { form } }: { readonly currentTarget: HTMLButtonElement }) => {
    const data = new FormData(form ?? undefined);
    const typed = (name: string): string => String(data.get(name) ?? "");
    const number = receiptNumber ?? typed("receiptNumber");
    if (!number) return setRefused(fieldProblem("receiptNumber", fieldWords.choose).problem);
    const query = {
      receiptNumber: number,
      m3: numberOf(typed("m3")) ?? Number.NaN,
      instalments: numberOf(typed("instalments")),
    };
    const priced = await api.priceOffer({ params: { claimId }, query });
    setRefused(priced.ok ? undefined : priced.problem);
    setPrice(
      priced.ok
        ? fieldWords.offerPriced(
            soles(priced.value.after),
            priced.value.instalments && instalmentText(priced.value.instalments),
          )
        : undefined,
    );
  };
  const m3 = numberOf(volume);
  const doubt = m3 === undefined ? undefined : doubtOf?.(m3, parts.trim() !== "");
  const keep = ({ target }: { readonly target: EventTarget | null }): void => {
    if (!(target instanceof HTMLInputElement)) return;
    if (target.name === "m3") setVolume(target.value);
    if (target.name === "instalments") setParts(target.value);
  };
  return (
    <div ref={part} onInput={keep}>
      <TextField
        name="m3"
        label={fieldWords.offerM3}
        {...(hint && { hint })}
        initial={initial ? String(initial.m3) : ""}
        numeric
        size="short"
        problem={problem ?? refused}
      />
      <TextField
        name="instalments"
        label={fieldWords.offerInstalments}
        hint={fieldWords.offerInstalmentsHint}
        initial={String(initial?.instalments?.length ?? "")}
        numeric
        size="tiny"
        problem={problem ?? refused}
      />
      <ErrorSummary problem={problem ? undefined : refused} />
      <p>
        <button type="button" class="button plain" onClick={ask}>
          {fieldWords.offerPrice}
        </button>
      </p>
      <p role="status">{price}</p>
      <p role="status">{doubt && <b>{doubt}</b>}</p>
    </div>
  );
}

/** Offers to leave a receipt at another volume (m³), to have it paid in parts, or both: the API prices it. */
export const offer: ActForm = {
  Fields: ({ file, problem }) => {
    const { receipts, hearing, claimId } = file;
    const countered = counteredOf(file);
    const { counter } = countered ?? {};
    return (
      <>
        {counter && (
          <section class="card">
            <h2>{fieldWords.offerCountered(cubicMetres(counter.m3), soles(counter.after))}</h2>
            {counter.instalments && <p>{instalmentText(counter.instalments)}.</p>}
            {counter.says && <p class="said">{counter.says}</p>}
            <p>{fieldWords.offerCounteredText}</p>
          </section>
        )}
        <Choice
          name="receiptNumber"
          legend={fieldWords.offerReceipt}
          options={Object.fromEntries(
            receipts.map(({ number, period, m3, amount }) => [
              number,
              `${monthAndYear(period)}: ${fieldWords.offerNow(cubicMetres(m3), soles(amount))}`,
            ]),
          )}
          chosen={countered?.receiptNumber ?? (receipts.length === 1 ? (receipts[0]?.number ?? "") : "")}
          problem={problem}
        />
        <PricedFields claimId={claimId} initial={counter} hint={fieldWords.seenByUser} problem={problem} />
        <LongText
          name="terms"
          label={fieldWords.offerTerms}
          hint={fieldWords.seenByUser}
          max={1000}
          problem={problem}
        />
        <DayField
          name="until"
          label={fieldWords.offerUntil}
          problem={problem}
          {...(hearing && { initial: hearing.on, hint: fieldWords.offerUntilHint(dateWithWeekday(hearing.on)) })}
        />
      </>
    );
  },
  send: async ({ write, typed }) =>
    api.makeOffer({
      ...write,
      body: {
        receiptNumber: textOf(typed("receiptNumber")),
        m3: numberOf(typed("m3")) ?? Number.NaN,
        instalments: numberOf(typed("instalments")),
        terms: typed("terms"),
        until: typed("until"),
      },
    }),
};

/**
 * Returns what is read aloud to a claimant who proposes no water, the whole receipt, or more than the offer, as the
 * page of their offer asks them to think it over; undefined if nothing. Parts are a reason to propose as much.
 */
function doubtAbout(offered: Offered | undefined, receipts: CaseFile["receipts"]) {
  const billed = receipts.find(({ number }) => number === offered?.receiptNumber)?.m3 ?? Number.POSITIVE_INFINITY;
  return (m3: number, isInParts: boolean): string | undefined => {
    if (m3 === 0) return calledActWords.thinkOver.nothing;
    if (isInParts || !offered) return undefined;
    if (m3 >= billed) return calledActWords.thinkOver.asBilled;
    return m3 > offered.m3 ? calledActWords.thinkOver.more(soles(offered.after)) : undefined;
  };
}

/**
 * Asks which open offer the claimant answers, whether they accept it, and what they propose if it is something else.
 */
function AnswerFields({ file: { offers, claimId, receipts }, problem }: ActFieldsProps) {
  const [accepted, setAccepted] = useState("");
  const open = offers.filter((one) => one.accepted === undefined || one.undoUntil);
  const [offerId, setOfferId] = useState("");
  const answered = open.find((one) => one.offerId === offerId);
  return (
    <>
      <p>
        <b>{calledActWords.answerNotSuggested}</b>
      </p>
      <Choice name="came" legend={claimantActWords.came} options={intakeChannelNames} problem={problem} />
      <Choice
        name="offerId"
        legend={claimantActWords.offer}
        options={Object.fromEntries(
          open.map((one) => [one.offerId, fieldWords.offerName(cubicMetres(one.m3), soles(one.after))]),
        )}
        onChoose={setOfferId}
        problem={problem}
      />
      <Choice
        name="accepted"
        legend={claimantActWords.accepted}
        options={acceptedNames}
        onChoose={setAccepted}
        problem={problem}
      />
      {accepted === "other" && (
        <>
          <PricedFields
            claimId={claimId}
            receiptNumber={answered?.receiptNumber}
            doubtOf={doubtAbout(answered, receipts)}
            problem={problem}
          />
          <LongText name="says" label={claimantActWords.counterSays} max={500} problem={problem} />
        </>
      )}
    </>
  );
}

/** Records a claimant's answer to an open offer, with what they propose instead. */
export const offerAnswer: ActForm = {
  Fields: AnswerFields,
  send: async ({ write: { params, key }, typed }) => {
    const came = chosenOf(intakeChannelNames, typed("came"));
    const accepted = chosenOf(acceptedNames, typed("accepted"));
    const offerId = typed("offerId");
    if (!came) return fieldProblem("came", fieldWords.choose);
    if (!offerId) return fieldProblem("offerId", fieldWords.choose);
    if (!accepted) return fieldProblem("accepted", fieldWords.choose);
    const counter = accepted === "other" && {
      counter: {
        m3: numberOf(typed("m3")) ?? Number.NaN,
        instalments: numberOf(typed("instalments")),
        says: typed("says"),
      },
    };
    const body = { came, accepted: accepted === "yes", ...counter };
    return api.takeOfferAnswer({ params: { ...params, offerId }, key, body });
  },
};
