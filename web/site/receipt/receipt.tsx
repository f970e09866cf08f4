import { useEffect, useState } from "preact/hooks";
import { transportProblem } from "../../client.ts";
import { useSending } from "../../look/asking.ts";
import { ErrorSummary, Submit } from "../../look/field.tsx";
import { SignInButton } from "../../look/notice.tsx";
import { sitePages } from "../../paths.ts";
import type { LookedUp } from "../../words/receipt.ts";
import { problemWords } from "../../words/transport-problems.ts";
import { signInAgain } from "../api.ts";
import { Heading } from "../page.tsx";
import { lookUpWords } from "./look-up.words.ts";
import type { LookUpKey } from "./look-up-key.ts";
import { lookedUpReceipt, ReceiptProof, typedProof } from "./receipt-proof.tsx";

/** Not imported above: it is most of this page's code, and is not needed before a receipt is found. */
const loadFound = () => import("./receipt-found.tsx").then(({ ReceiptFound }) => ReceiptFound);

/**
 * Renders the form that looks up a supply's newest receipt, for which no sign-in is needed, and then the receipt in
 * place of the form. What was typed is never in the address; what opened a receipt the tab keeps, and looks it up
 * again. If the API asks for a sign-in to go on, shows its button.
 */
export function ReceiptPage() {
  const [found, setFound] = useState<Found | null>();
  if (!found) return <LookUp onFound={setFound} arrived={found === null} />;
  const { ReceiptFound, ...shown } = found;
  return <ReceiptFound {...shown} onAnother={() => setFound(null)} />;
}

interface Found {
  readonly newest: LookedUp;
  readonly proof: ReturnType<typeof typedProof>;
  readonly ReceiptFound: Awaited<ReturnType<typeof loadFound>>;
}

interface LookUpProps {
  readonly onFound: (found: Found) => void;
  /** Whether the person came back here from a receipt. */
  readonly arrived: boolean;
}

function LookUp({ onFound, arrived }: LookUpProps) {
  const { problem, busy, onSubmit } = useSending<Found>(async (typed) => {
    const loading = loadFound().catch(() => undefined);
    const proof = typedProof(typed);
    const answer = await lookedUpReceipt(proof);
    if (!answer.ok) return answer;
    const ReceiptFound = await loading;
    return ReceiptFound
      ? { ok: true, value: { newest: answer.value, proof, ReceiptFound } }
      : transportProblem("unreachable");
  }, onFound);
  useEffect(() => {
    if (sessionStorage["caudal.receipt" satisfies LookUpKey])
      import("./kept-look-up.ts").then((kept) => kept.lookUpAgain());
  }, []);
  const isAskedToSignIn = problem?.kind === "urn:caudal:sign-in-to-continue";
  return (
    <>
      <Heading arrived={arrived}>{sitePages.receipt.title}</Heading>
      <ErrorSummary problem={problem} />
      {isAskedToSignIn && (
        <p>
          <SignInButton begin={signInAgain}>{problemWords.signIn}</SignInButton>
        </p>
      )}
      <form method="dialog" noValidate onSubmit={onSubmit}>
        <ReceiptProof problem={problem} />
        <Submit busy={busy} plain={isAskedToSignIn}>
          {lookUpWords.action}
        </Submit>
      </form>
    </>
  );
}
