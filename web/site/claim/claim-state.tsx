import { useState } from "preact/hooks";
import type { AnswerOf, ClientRequestOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import { formProblem, transportProblem } from "../../client.ts";
import { useSending } from "../../look/asking.ts";
import { ErrorSummary, Submit, TextField } from "../../look/field.tsx";
import { PersonDocument } from "../../look/person-document.tsx";
import { sitePages } from "../../paths.ts";
import { documentError, personDocumentNames } from "../../words/person.ts";
import { api } from "../api.ts";
import { addressOf, Heading } from "../page.tsx";
import { claimCodeWords } from "./claim-code.words.ts";
import { lookUpStateWords } from "./claim-look-up.words.ts";

type Found = AnswerOf<Routes["lookUpClaim"]>;

/** Loaded only once somebody asks: it has the words of every state. */
const loadState = () => import("./claim-state-found.tsx").then((state) => state.ClaimStateFound);

interface Answered {
  readonly found: Found;
  readonly document: ClientRequestOf<Routes["lookUpClaim"]>["body"]["document"];
  readonly ClaimStateFound: Awaited<ReturnType<typeof loadState>>;
}

type Kind = keyof typeof personDocumentNames;
const isKind = (kind: string): kind is Kind => kind in personDocumentNames;

/**
 * Renders the form that looks up a claim by its code and its claimant's document, without a sign-in. Once found, shows
 * the claim's state in place of the form. The code and the document are never in the address.
 */
export function ClaimStatePage() {
  const [answered, setAnswered] = useState<Answered | null>();
  if (answered) {
    const { found, document, ClaimStateFound } = answered;
    return <ClaimStateFound found={found} document={document} onAnother={() => setAnswered(null)} />;
  }
  return <Ask onAnswered={setAnswered} arrived={answered === null} />;
}

interface AskProps {
  readonly onAnswered: (answered: Answered) => void;
  /** Whether the person came back here from an answer. */
  readonly arrived: boolean;
}

function Ask({ onAnswered, arrived }: AskProps) {
  const { problem, busy, onSubmit } = useSending<Answered>(async (typed) => {
    const kind = typed("kind");
    const wrong = formProblem({
      code: typed("code").trim() ? undefined : claimCodeWords.codeMissing,
      number: documentError(kind, typed("number").trim()),
    });
    if (wrong) return { ok: false, problem: wrong };
    const loading = loadState().catch(() => undefined);
    const document = { kind: isKind(kind) ? kind : "DNI", number: typed("number") } as const;
    const found = await api.lookUpClaim({ body: { code: typed("code"), document } });
    if (!found.ok) return found;
    const ClaimStateFound = await loading;
    return ClaimStateFound
      ? { ok: true, value: { found: found.value, document, ClaimStateFound } }
      : transportProblem("unreachable");
  }, onAnswered);
  return (
    <>
      <Heading arrived={arrived}>{sitePages.claimState.title}</Heading>
      <ErrorSummary problem={problem} />
      <p>{lookUpStateWords.lede}</p>
      <form method="dialog" noValidate onSubmit={onSubmit}>
        <TextField
          name="code"
          label={claimCodeWords.code}
          hint={claimCodeWords.codeHint}
          size="short"
          problem={problem}
        />
        <PersonDocument
          legend={lookUpStateWords.kind}
          label={lookUpStateWords.number}
          hint={lookUpStateWords.numberHint}
          problem={problem}
        />
        <Submit busy={busy}>{lookUpStateWords.action}</Submit>
      </form>
      <p>
        {lookUpStateWords.lost} <a href={addressOf("claims")}>{sitePages.claims.title}</a>. {lookUpStateWords.lostAlso}
      </p>
    </>
  );
}
