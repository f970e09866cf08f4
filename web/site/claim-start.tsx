import { useLocation } from "preact-iso";
import { formProblem, transportProblem } from "../client.ts";
import { useAnswer, useSending } from "../look/asking.ts";
import { Choice, ErrorSummary, Submit } from "../look/field.tsx";
import { sitePages } from "../paths.ts";
import { startWords } from "../words/claim-start.ts";
import { suppliesWords } from "../words/supplies.ts";
import { api } from "./api.ts";
import { beginDraft } from "./draft.ts";
import { addressOf, Heading } from "./page.tsx";
import { SignedIn, SignInAgain, Waiting } from "./signed-in.tsx";

/** What a claim needs, and the button that begins its draft. The address may name the supply and the receipt. */
export function ClaimStartPage() {
  return (
    <>
      <Heading>{sitePages.claimStart.title}</Heading>
      <p>{startWords.lede}</p>
      <p>
        <b>{startWords.noPaying}</b>
      </p>
      <h2>{startWords.have}</h2>
      <ul>
        {startWords.things.map((thing) => (
          <li key={thing}>{thing}</li>
        ))}
      </ul>
      <SignedIn why={startWords.signIn}>
        <Start />
      </SignedIn>
    </>
  );
}

function Start() {
  const { query, route } = useLocation();
  const { answer, again } = useAnswer(() => api.listSupplies(), "");
  const supplies = answer?.ok ? answer.value.supplies : [];
  const only = supplies.length === 1 ? supplies[0]?.linkId : undefined;
  const { suministro = only ?? "", recibo } = query;
  const { problem, busy, onSubmit } = useSending(
    async (typed) => {
      const supply = supplies.find(({ linkId }) => linkId === (typed("linkId") || suministro));
      if (!supply) {
        const wrong = formProblem({ linkId: startWords.whichMissing });
        return wrong ? { ok: false, problem: wrong } : transportProblem("refused");
      }
      const { linkId, supplyCode } = supply;
      return beginDraft({ linkId, supplyCode, ...(recibo && { receipts: [recibo] }) });
    },
    (draftId) => route(addressOf("claimStep", { draftId, step: "recibo" })),
  );
  if (!answer?.ok) return <Waiting answer={answer} again={again} />;
  if (supplies.length === 0)
    return (
      <>
        <p>{startWords.none}</p>
        <a class="button" href={addressOf("supplies")}>
          {startWords.link}
        </a>
      </>
    );
  return (
    <>
      <ErrorSummary problem={problem} />
      <SignInAgain problem={problem} />
      <form method="dialog" noValidate onSubmit={onSubmit}>
        {supplies.length > 1 && (
          <Choice
            name="linkId"
            legend={startWords.which}
            options={Object.fromEntries(
              supplies.map(({ linkId, supplyCode }) => [linkId, suppliesWords.supply(supplyCode)]),
            )}
            chosen={suministro}
            problem={problem}
          />
        )}
        <Submit busy={busy}>{startWords.start}</Submit>
      </form>
    </>
  );
}
