import { useState } from "preact/hooks";
import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import { useSending } from "../../look/asking.ts";
import { Facts } from "../../look/facts.tsx";
import { ErrorSummary, Submit, TextField } from "../../look/field.tsx";
import { LongText } from "../../look/long-text.tsx";
import { Notice } from "../../look/notice.tsx";
import { cubicMetres, soles } from "../../words/format.ts";
import { instalmentText } from "../../words/instalments.ts";
import { api } from "../api.ts";
import { Heading } from "../page.tsx";
import { SignInAgain } from "../signed-in.tsx";
import { counterWords } from "./counter-offer.words.ts";

interface CounterOfferProps {
  readonly claimId: string;
  /** The offer that it is proposed instead of. */
  readonly offer: { readonly offerId: string; readonly before: string; readonly after: string };
  /** Called once the API has recorded the proposal. */
  readonly onDone: () => void;
  /** Called when the person goes back to the offer. */
  readonly onBack: () => void;
}

/** What a claimant proposes, and what it would cost by the API. */
interface Proposal {
  readonly counter: { readonly m3: number; readonly instalments?: number; readonly says: string };
  readonly price: AnswerOf<Routes["priceCounterOffer"]>;
}

/** Returns a whole number as typed; `NaN`, which the API refuses, for anything else. */
const wholeOf = (typed: string): number => (/^\d+$/.test(typed.trim()) ? Number(typed) : Number.NaN);

/**
 * Asks what a claimant proposes in place of an offer: m³ and, if they like, instalments and some words. Shows what the
 * proposal would cost by the API, and asks to think it over if it is for no water, for the whole receipt or for more
 * than the offer. After a confirmation sends it, which refuses the offer.
 */
export function CounterOffer(props: CounterOfferProps) {
  const [proposal, setProposal] = useState<Proposal>();
  const [typed, setTyped] = useState<Proposal["counter"]>();
  if (proposal) return <Confirm {...props} {...proposal} onBack={() => setProposal(undefined)} />;
  const keep = (next: Proposal): void => {
    setTyped(next.counter);
    setProposal(next);
  };
  return <Proposing {...props} typed={typed} onPriced={keep} />;
}

interface ProposingProps extends CounterOfferProps {
  readonly typed: Proposal["counter"] | undefined;
  readonly onPriced: (proposal: Proposal) => void;
}

function Proposing({ claimId, offer: { offerId }, typed: before, onPriced, onBack }: ProposingProps) {
  const { problem, busy, onSubmit } = useSending(async (typed) => {
    const parts = typed("instalments").trim();
    const counter = {
      m3: wholeOf(typed("m3")),
      ...(parts !== "" && { instalments: wholeOf(parts) }),
      says: typed("says"),
    };
    const { says: _, ...query } = counter;
    const priced = await api.priceCounterOffer({ params: { claimId, offerId }, query });
    return priced.ok ? { ok: true, value: { counter, price: priced.value } } : priced;
  }, onPriced);
  return (
    <>
      <Heading arrived>{counterWords.title}</Heading>
      <ErrorSummary problem={problem} />
      <SignInAgain problem={problem} />
      <p>{counterWords.lede}</p>
      <form method="dialog" noValidate onSubmit={onSubmit}>
        <TextField
          name="m3"
          label={counterWords.m3}
          hint={counterWords.m3Hint}
          initial={before ? String(before.m3) : ""}
          numeric
          size="tiny"
          problem={problem}
        />
        <TextField
          name="instalments"
          label={counterWords.instalments}
          hint={counterWords.instalmentsHint}
          initial={String(before?.instalments ?? "")}
          numeric
          size="tiny"
          problem={problem}
        />
        <LongText name="says" label={counterWords.says} initial={before?.says ?? ""} max={500} problem={problem} />
        <div class="buttons">
          <Submit busy={busy}>{counterWords.see}</Submit>
          <button type="button" class="button plain" onClick={onBack}>
            {counterWords.back}
          </button>
        </div>
      </form>
    </>
  );
}

/** Returns what to think over of a proposal, in words; undefined if nothing. */
function doubtOf({ counter: { m3, instalments }, price: { after } }: Proposal, offer: CounterOfferProps["offer"]) {
  if (m3 === 0) return counterWords.nothing;
  if (instalments !== undefined) return undefined;
  if (Number(after) >= Number(offer.before)) return counterWords.asBilled;
  return Number(after) > Number(offer.after) ? counterWords.more(soles(offer.after)) : undefined;
}

function Confirm({ claimId, offer, counter, price, onDone, onBack }: CounterOfferProps & Proposal) {
  const doubt = doubtOf({ counter, price }, offer);
  const [key] = useState(() => crypto.randomUUID());
  const { problem, busy, onSubmit } = useSending(
    () =>
      api.answerOffer({
        params: { claimId, offerId: offer.offerId },
        body: { accepted: false, counter },
        key,
      }),
    onDone,
  );
  return (
    <>
      <Heading arrived>{counterWords.sure}</Heading>
      <ErrorSummary problem={problem} />
      <SignInAgain problem={problem} />
      <Facts
        rows={[
          [counterWords.after, <b key="after">{soles(price.after)}</b>],
          [counterWords.volume, cubicMetres(counter.m3)],
          ...(price.instalments ? [[counterWords.paid, instalmentText(price.instalments)] as const] : []),
          ...(counter.says.trim() ? [[counterWords.said, counter.says] as const] : []),
        ]}
      />
      {doubt && (
        <Notice>
          <p>{doubt}</p>
        </Notice>
      )}
      <p>{counterWords.means}</p>
      <form method="dialog" noValidate onSubmit={onSubmit} class="buttons">
        <Submit busy={busy}>{counterWords.confirm}</Submit>
        <button type="button" class="button plain" onClick={onBack}>
          {counterWords.change}
        </button>
      </form>
    </>
  );
}
