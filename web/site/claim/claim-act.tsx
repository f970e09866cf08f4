import type { FunctionComponent } from "preact";
import { useAnswer } from "../../look/asking.ts";
import { Loaded } from "../../look/loaded-module.tsx";
import { sitePages } from "../../paths.ts";
import type { ClaimView } from "../../words/claim.ts";
import { api } from "../api.ts";
import { addressOf, Heading } from "../page.tsx";
import { usePlace } from "../place.tsx";
import { SignedIn } from "../signed-in.tsx";
import type { DoneKey } from "./act-done.ts";
import type { ActProps } from "./act-form.tsx";
import { actFormWords } from "./claim-act.words.ts";
import { claimNames } from "./claim-names.words.ts";
import { ClaimWaiting } from "./claim-waiting.tsx";

interface Act {
  /** The form is offered while the API offers one of these actions; without any, to the account that filed. */
  readonly actions?: readonly ClaimView["actions"][number][];
  readonly load: () => Promise<FunctionComponent<ActProps>>;
}

/** The forms for what a claimant may do with a claim, by their part of the address. */
const acts: Readonly<Record<string, Act>> = {
  corregir: { actions: ["remedied"], load: () => import("./claim-additions.tsx").then(({ Remedy }) => Remedy) },
  prueba: {
    actions: ["new-evidence-brought"],
    load: () => import("./claim-additions.tsx").then(({ NewEvidence }) => NewEvidence),
  },
  ampliar: { actions: ["claim-extended"], load: () => import("./claim-additions.tsx").then(({ Extend }) => Extend) },
  contraste: {
    actions: ["meter-test-asked"],
    load: () => import("../visit/claim-meter-test.tsx").then(({ MeterTest }) => MeterTest),
  },
  desistir: {
    actions: ["withdrawal-requested"],
    load: () => import("../resolution/claim-withdrawal.tsx").then(({ Withdraw }) => Withdraw),
  },
  seguir: {
    actions: ["withdrawal-undone"],
    load: () => import("../term/claim-undo.tsx").then(({ UndoWithdrawal }) => UndoWithdrawal),
  },
  queja: {
    actions: ["queja-filed"],
    load: () => import("../recourse/claim-queja.tsx").then(({ Complain }) => Complain),
  },
  clave: { load: () => import("./claim-key.tsx").then(({ ReplaceKey }) => ReplaceKey) },
  revision: {
    actions: ["reconsideration-filed", "appeal-filed"],
    load: () => import("../recourse/claim-recourse.tsx").then(({ Recourse }) => Recourse),
  },
};

/**
 * Renders the form of one act on a claim, for whoever is signed in. The address names the claim and the act. If the API
 * does not offer the act now, or there is no such act, says so. When the form calls its `onDone`, goes to the claim's
 * page.
 */
export function ClaimActPage() {
  const { claimId = "", act = "" } = usePlace().params;
  return (
    <>
      <p class="back">
        <a href={addressOf("claim", { claimId })}>{actFormWords.backTo}</a>
      </p>
      <SignedIn why={claimNames.signIn} before={<Heading>{sitePages.claimAct.title}</Heading>}>
        <OfferedAct key={`${claimId} ${act}`} claimId={claimId} act={act} />
      </SignedIn>
    </>
  );
}

interface OfferedActProps {
  readonly claimId: string;
  readonly act: string;
}

function OfferedAct({ claimId, act }: OfferedActProps) {
  const { route } = usePlace();
  const { answer, again } = useAnswer(() => api.showClaim({ params: { claimId } }), claimId);
  if (!answer?.ok)
    return (
      <>
        <Heading>{sitePages.claimAct.title}</Heading>
        <ClaimWaiting answer={answer} again={again} />
      </>
    );
  const offered = acts[act];
  const { actions, mayReplaceKey } = answer.value;
  if (!offered || !(offered.actions ? offered.actions.some((action) => actions.includes(action)) : mayReplaceKey))
    return (
      <>
        <Heading>{actFormWords.notNow}</Heading>
        <p>{actFormWords.notNowText}</p>
      </>
    );
  return (
    <Loaded load={offered.load} about={act}>
      {(Act) => (
        <Act
          claim={answer.value}
          onDone={() => {
            sessionStorage.setItem("caudal.done" satisfies DoneKey, claimId);
            route(addressOf("claim", { claimId }));
          }}
        />
      )}
    </Loaded>
  );
}
