import { useState } from "preact/hooks";
import { useAnswer, useSending } from "../../look/asking.ts";
import { Facts } from "../../look/facts.tsx";
import { ErrorSummary, Submit } from "../../look/field.tsx";
import { Loaded } from "../../look/loaded-module.tsx";
import { sitePages } from "../../paths.ts";
import type { ClaimView } from "../../words/claim.ts";
import { deadline } from "../../words/deadline.ts";
import { cubicMetres, dateWithWeekday, soles } from "../../words/format.ts";
import { instalmentText } from "../../words/instalments.ts";
import { api } from "../api.ts";
import type { DoneKey } from "../claim/act-done.ts";
import { claimNames } from "../claim/claim-names.words.ts";
import { ClaimWaiting } from "../claim/claim-waiting.tsx";
import { daysLeftFor } from "../claim/days-left-for.words.ts";
import { addressOf, Heading } from "../page.tsx";
import { usePlace } from "../place.tsx";
import { SignedIn, SignInAgain } from "../signed-in.tsx";
import { offerWords } from "./claim-offer.words.ts";
import { counteredWords } from "./countered.words.ts";

/**
 * Renders the offer in the address to settle a claim, for whoever is signed in: its amounts, its last day, and buttons
 * to accept it, to refuse it or to propose something else. Each answer is sent only after a confirmation. An answer
 * given by telephone may be changed until a day that the page names. Says so if the offer can no longer be answered.
 */
export function ClaimOfferPage() {
  const { claimId = "", offerId = "" } = usePlace().params;
  return (
    <>
      <p class="back">
        <a href={addressOf("claim", { claimId })}>{offerWords.back}</a>
      </p>
      <SignedIn why={claimNames.signIn} before={<Heading>{sitePages.claimOffer.title}</Heading>}>
        <Answering claimId={claimId} offerId={offerId} />
      </SignedIn>
    </>
  );
}

interface AnsweringProps {
  readonly claimId: string;
  readonly offerId: string;
}

type Offer = ClaimView["offers"][number];

function Answering({ claimId, offerId }: AnsweringProps) {
  const { route } = usePlace();
  const { answer, again } = useAnswer(() => api.showClaim({ params: { claimId } }), claimId);
  const [accepting, setAccepting] = useState<boolean | "otherwise">();
  const offer = answer?.ok ? answer.value.offers.find((each) => each.offerId === offerId) : undefined;
  if (!answer?.ok || !offer)
    return (
      <>
        <Heading>{sitePages.claimOffer.title}</Heading>
        {answer?.ok ? <p>{offerWords.over}</p> : <ClaimWaiting answer={answer} again={again} />}
      </>
    );
  const leave = () => {
    sessionStorage.setItem("caudal.done" satisfies DoneKey, claimId);
    route(addressOf("claim", { claimId }));
  };
  if (accepting === "otherwise")
    return (
      <Loaded load={() => import("./counter-offer.tsx")} about="counter-offer">
        {({ CounterOffer }) => (
          <CounterOffer claimId={claimId} offer={offer} onDone={leave} onBack={() => setAccepting(undefined)} />
        )}
      </Loaded>
    );
  if (accepting !== undefined)
    return (
      <ConfirmAnswer
        claimId={claimId}
        offer={offer}
        daysLeft={daysLeftFor("answer-offer", answer.value)}
        accepted={accepting}
        onDone={leave}
        onBack={() => setAccepting(undefined)}
      />
    );
  const isOpen = offer.accepted === undefined || offer.undoUntil !== undefined;
  const mayAnswer = isOpen && answer.value.actions.includes("answer-offer");
  return (
    <>
      <Heading arrived>{sitePages.claimOffer.title}</Heading>
      <p>{offerWords.lede}</p>
      <OfferFacts offer={offer} daysLeft={daysLeftFor("answer-offer", answer.value)} over={!mayAnswer} />
      <p>{offer.terms}</p>
      {offer.accepted !== undefined && !offer.counter && <p>{offerWords.answered[offer.accepted ? "yes" : "no"]}</p>}
      {offer.counter && <p>{counteredWords(offer, answer.value.state).join(" ")}</p>}
      {offer.undoUntil && <p>{offerWords.undo(dateWithWeekday(offer.undoUntil))}</p>}
      {offer.accepted === undefined && !mayAnswer && <p>{offerWords.over}</p>}
      {mayAnswer && <Choose accepted={offer.accepted} onChoose={setAccepting} />}
    </>
  );
}

interface ChooseProps {
  /** The answer given by telephone, which may still be changed. */
  readonly accepted: boolean | undefined;
  readonly onChoose: (accepting: boolean | "otherwise") => void;
}

/**
 * Says what each answer to the offer means, with a button for each but the one already given, and a button to propose
 * something else.
 */
function Choose({ accepted, onChoose }: ChooseProps) {
  const options = [true, false].filter((one) => one !== accepted);
  return (
    <>
      {options.map((one) => (
        <p key={String(one)}>{one ? offerWords.ifYes : offerWords.ifNo}</p>
      ))}
      <div class="buttons equal">
        {options.map((one) => (
          <button key={String(one)} type="button" class="button plain" onClick={() => onChoose(one)}>
            {one ? offerWords.accept : offerWords.refuse}
          </button>
        ))}
      </div>
      <p>
        <button type="button" class="link" onClick={() => onChoose("otherwise")}>
          {offerWords.otherwise}
        </button>
      </p>
    </>
  );
}

interface OfferFactsProps {
  readonly offer: Offer;
  /** Working days left to answer it. */
  readonly daysLeft: number | undefined;
  /** Nobody may answer it any more, or again: its last day is left out. */
  readonly over?: boolean;
}

function OfferFacts({
  daysLeft,
  over = false,
  offer: { receiptNumber, m3, before, after, instalments, until },
}: OfferFactsProps) {
  const less = Number(before) - Number(after);
  return (
    <Facts
      rows={[
        [offerWords.before, soles(before)],
        [offerWords.after, <b key="after">{soles(after)}</b>],
        [offerWords.less, less > 0 ? soles(less.toFixed(2)) : undefined],
        [offerWords.volume, cubicMetres(m3)],
        ...(instalments ? [[offerWords.paid, instalmentText(instalments)] as const] : []),
        [offerWords.receipt, receiptNumber],
        [offerWords.until, over ? undefined : deadline(until, daysLeft)],
      ]}
    />
  );
}

interface ConfirmAnswerProps extends OfferFactsProps {
  readonly claimId: string;
  readonly accepted: boolean;
  readonly onDone: () => void;
  readonly onBack: () => void;
}

/** Asks for a confirmation of the answer `accepted`, and sends it. */
function ConfirmAnswer({ claimId, offer, daysLeft, accepted, onDone, onBack }: ConfirmAnswerProps) {
  const [key] = useState(() => crypto.randomUUID());
  const { offerId } = offer;
  const { problem, busy, onSubmit } = useSending(
    () => api.answerOffer({ params: { claimId, offerId }, body: { accepted }, key }),
    onDone,
  );
  return (
    <>
      <Heading arrived>{accepted ? offerWords.sureYes : offerWords.sureNo}</Heading>
      <ErrorSummary problem={problem} />
      <SignInAgain problem={problem} />
      <OfferFacts offer={offer} daysLeft={daysLeft} />
      <p>{accepted ? offerWords.ifYes : offerWords.ifNo}</p>
      <form method="dialog" noValidate onSubmit={onSubmit} class="buttons">
        <Submit busy={busy}>{accepted ? offerWords.confirmYes : offerWords.confirmNo}</Submit>
        <button type="button" class="button plain" onClick={onBack}>
          {offerWords.think}
        </button>
      </form>
    </>
  );
}
