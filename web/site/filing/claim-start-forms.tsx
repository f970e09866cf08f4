import { useState } from "preact/hooks";
import { type ClientProblem, formProblem, type Outcome, transportProblem } from "../../client.ts";
import { useAnswer, useSending } from "../../look/asking.ts";
import { Choice, ErrorSummary, Submit } from "../../look/field.tsx";
import { Loaded } from "../../look/loaded-module.tsx";
import { ProblemNotice } from "../../look/notice.tsx";
import { api } from "../api.ts";
import { usePlace } from "../place.tsx";
import { lookedUpReceipt, ReceiptProof, typedProof } from "../receipt/receipt-proof.tsx";
import { SignInAgain, Waiting } from "../signed-in.tsx";
import { supplyName } from "../supply/supply-name.words.ts";
import { startWords } from "./claim-start.words.ts";

interface StartFormsProps {
  readonly isSignedIn: boolean;
}

/**
 * Lists the claims begun on this phone, and renders the form that begins another. Whoever is signed in chooses a linked
 * supply or, by a button, any receipt. Anybody else, or an account without supplies, looks up a receipt, or begins with
 * a receipt as they write it. Goes to the first question of the claim that was begun.
 */
export function StartForms({ isSignedIn }: StartFormsProps) {
  const [isAnother, setIsAnother] = useState(false);
  return (
    <>
      <Loaded load={() => import("./phone-drafts-list.tsx")} about="drafts" aside={!mayHaveDrafts()}>
        {({ PhoneDrafts }) => <PhoneDrafts />}
      </Loaded>
      {isSignedIn && !isAnother ? <LinkedSupplies onAnother={() => setIsAnother(true)} /> : <AnyReceipt />}
    </>
  );
}

/**
 * Whether this phone keeps drafts at all, perhaps old ones. Most phones do not, and the page then does not wait for the
 * list.
 */
function mayHaveDrafts(): boolean {
  try {
    return Object.keys(localStorage).some((key) => key.startsWith("caudal.draft."));
  } catch {
    return false;
  }
}

/** What begins a claim: loaded when one is begun, with most of the step that is shown next. */
const loadBeginning = () => import("../claim/begin-claim.ts").catch(() => undefined);

interface LinkedSuppliesProps {
  readonly onAnother: () => void;
}

/**
 * Renders the form that begins a claim about a supply of the account; the form for any receipt if the account has none.
 */
function LinkedSupplies({ onAnother }: LinkedSuppliesProps) {
  const { route } = usePlace();
  const { answer, again } = useAnswer(() => api.listSupplies(), "");
  const supplies = answer?.ok ? answer.value.supplies : [];
  const only = supplies.length === 1 ? supplies[0]?.linkId : undefined;
  const { problem, busy, onSubmit } = useSending(
    async (typed): Promise<Outcome<string>> => {
      const supply = supplies.find(({ linkId }) => linkId === (typed("linkId") || only));
      const beginning = supply && (await loadBeginning());
      if (beginning) return beginning.beginWithSupply({ linkId: supply.linkId, supplyCode: supply.supplyCode });
      if (supply) return transportProblem("unreachable");
      const wrong = formProblem({ linkId: startWords.whichMissing });
      return wrong ? { ok: false, problem: wrong } : transportProblem("refused");
    },
    (address) => route(address),
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
 * Renders the form that begins a claim about a receipt. The receipt is looked up by what is typed or, by a second
 * button, taken as the person writes it.
 */
function AnyReceipt() {
  const { route } = usePlace();
  const [unbegun, setUnbegun] = useState<ClientProblem>();
  const { problem, busy, onSubmit } = useSending(
    async (typed) => {
      setUnbegun(undefined);
      const loading = loadBeginning();
      const sheet = await lookedUpReceipt(typedProof(typed), "given");
      if (!sheet.ok) return sheet;
      const beginning = await loading;
      return beginning ? beginning.beginWithReceipt(sheet.value) : transportProblem("unreachable");
    },
    (address) => route(address),
  );
  const asWritten = async (event: Event) => {
    const { currentTarget } = event;
    const form = currentTarget instanceof HTMLButtonElement ? currentTarget.form : null;
    const typed = (name: string) => String((form && new FormData(form).get(name)) ?? "");
    const beginning = await loadBeginning();
    const answers = { supplyCode: typed("supplyCode"), receiptNumber: typed("receiptNumber") };
    const begun = (await beginning?.beginWithout(answers)) ?? transportProblem("unreachable");
    if (begun.ok) route(begun.value);
    else setUnbegun(begun.problem);
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
        {unbegun && <ProblemNotice problem={unbegun} />}
      </form>
    </section>
  );
}
