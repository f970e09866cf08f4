import type { ClientProblem } from "../client.ts";
import { documentError, identityWords, personDocumentNames } from "../words/person.ts";
import type { KnownPerson } from "./known-person.ts";
import { PersonDocument } from "./person-document.tsx";

type Typed = (name: string) => string;
type Kind = keyof typeof personDocumentNames;

const isKind = (typed: string): typed is Kind => Object.hasOwn(personDocumentNames, typed);

/** Whether a submission's kind is a request of a person about their data, for which the office must know who they are. */
export const isDataRight = (kind: string): boolean => kind.startsWith("data-");

interface IdentityProps {
  readonly problem: ClientProblem | undefined;
  /** The document that the person's account knows. */
  readonly known?: KnownPerson["document"];
}

/** The fields for the identity document of a person who makes a request about their data. */
export function Identity({ problem, known }: IdentityProps) {
  return (
    <PersonDocument
      kindName="identityKind"
      legend={identityWords.kind}
      label={identityWords.number}
      hint={identityWords.hint}
      kind={known?.kind ?? ""}
      initial={known?.number ?? ""}
      problem={problem}
    />
  );
}

/** The document typed in `Identity`; undefined if `kind`, the submission's, is no such request or no document kind is chosen. */
export function identityOf(kind: string, typed: Typed): { readonly kind: Kind; readonly number: string } | undefined {
  const identityKind = typed("identityKind");
  return isDataRight(kind) && isKind(identityKind) ? { kind: identityKind, number: typed("number") } : undefined;
}

/** What is wrong with the document's number, by field name; empty where `identityOf` gives no document. */
export function identityMissing(kind: string, typed: Typed) {
  const identity = identityOf(kind, typed);
  if (!identity) return {};
  return {
    number: identity.number.trim() ? documentError(identity.kind, identity.number.trim()) : identityWords.missing,
  };
}
