import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { formProblem, type Outcome, transportProblem } from "../client.ts";
import { useAnswer, useSending } from "../look/asking.ts";
import { Choice, ErrorSummary, Submit } from "../look/field.tsx";
import { startWords } from "../words/claim-start.ts";
import { supplyName } from "../words/supply-name.ts";
import { api } from "./api.ts";
import { beginWithout, beginWithReceipt } from "./begin-claim.ts";
import { beginDraft } from "./draft-opening.ts";
import { addressOf } from "./page.tsx";
import { PhoneDrafts } from "./phone-drafts-list.tsx";
import { lookedUpReceipt, ReceiptProof, typedProof } from "./receipt-proof.tsx";
import { SignInAgain, Waiting } from "./signed-in.tsx";

interface StartFormsProps {
  readonly isSignedIn: boolean;
}

/** The claims begun on this phone, and the form that begins another. */
export function StartForms({ isSignedIn }: StartFormsProps) {
  const [isAnother, setIsAnother] = useState(false);
  return (
    <>
      <PhoneDrafts />
      {isSignedIn && !isAnother ? <LinkedSupplies onAnother={() => setIsAnother(true)} /> : <AnyReceipt />}
    </>
  );
}

interface LinkedSuppliesProps {
  readonly onAnother: () => void;
}

/** Begins a claim about a supply of the account; the form for any receipt if it has none. */
function LinkedSupplies({ onAnother }: LinkedSuppliesProps) {
  const { route } = useLocation();
  const { answer, again } = useAnswer(() => api.listSupplies(), "");
  const supplies = answer?.ok ? answer.value.supplies : [];
  const only = supplies.length === 1 ? supplies[0]?.linkId : undefined;
  const { problem, busy, onSubmit } = useSending(
    async (typed): Promise<Outcome<string>> => {
      const supply = supplies.find(({ linkId }) => linkId === (typed("linkId") || only));
      if (supply) return beginDraft({ linkId: supply.linkId, supplyCode: supply.supplyCode });
      const wrong = formProblem({ linkId: startWords.whichMissing });
      return wrong ? { ok: false, problem: wrong } : transportProblem("refused");
    },
    (draftId) => route(addressOf("claimStep", { draftId, step: "recibo" })),
  );
  if (!answer?.ok) return <Waiting answer={answer} again={again} />;
  if (supplies.length === 0) return <AnyReceipt />;
  return (
    <>
      <ErrorSummary problem={problem} />
      <SignInAgain problem={problem} />
      <form method="dialog" noValidate onSubmit={onSubmit}>
        {supplies.length > 1 && (
          <Choice
            name="linkId"
            legend={startWords.which}
            options={Object.fromEntries(supplies.map(({ linkId, supplyCode }) => [linkId, supplyName(supplyCode)]))}
            problem={problem}
          />
        )}
        <Submit busy={busy}>{startWords.start}</Submit>
      </form>
      <p>
        <button type="button" class="link" onClick={onAnother}>
          {startWords.another}
        </button>
      </p>
    </>
  );
}

/**
 * Begins a claim about a receipt: looked up by what is typed, or, if the person has less at hand or it is not found, taken as
 * they write it.
 */
function AnyReceipt() {
  const { route } = useLocation();
  const { problem, busy, onSubmit } = useSending(
    async (typed) => {
      const sheet = await lookedUpReceipt(typedProof(typed));
      return sheet.ok ? beginWithReceipt(sheet.value) : sheet;
    },
    (address) => route(address),
  );
  const asWritten = async (event: Event) => {
    const { currentTarget } = event;
    const form = currentTarget instanceof HTMLButtonElement ? currentTarget.form : null;
    const typed = (name: string) => String((form && new FormData(form).get(name)) ?? "");
    const begun = await beginWithout({ supplyCode: typed("supplyCode"), receiptNumber: typed("receiptNumber") });
    if (begun.ok) route(begun.value);
  };
  return (
    <section>
      <h2>{startWords.whichReceipt}</h2>
      <p>{startWords.whichReceiptText}</p>
      <ErrorSummary problem={problem} />
      <form method="dialog" noValidate onSubmit={onSubmit}>
        <ReceiptProof problem={problem} />
        <Submit busy={busy}>{startWords.start}</Submit>
        <p>{startWords.asWrittenText}</p>
        <p>
          <button type="button" class="button plain" onClick={asWritten}>
            {startWords.asWritten}
          </button>
        </p>
      </form>
    </section>
  );
}
