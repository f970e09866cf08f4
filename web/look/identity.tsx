import type { ClientProblem } from "../client.ts";
import { documentError, identityWords, personDocumentNames } from "../words/person.ts";
import { PersonDocument } from "./person-document.tsx";

type Typed = (name: string) => string;
type Kind = keyof typeof personDocumentNames;

const isKind = (typed: string): typed is Kind => Object.hasOwn(personDocumentNames, typed);

/** Whether a filing asks for a right over its person's data: the office must know who that is. */
export const isDataRight = (kind: string): boolean => kind.startsWith("data-");

/** The document of identity of who asks for a right over their data. */
export function Identity({ problem }: { readonly problem: ClientProblem | undefined }) {
  return (
    <PersonDocument
      kindName="identityKind"
      legend={identityWords.kind}
      label={identityWords.number}
      hint={identityWords.hint}
      problem={problem}
    />
  );
}

/** What was typed there, of what is presented as one of those. */
export function identityOf(kind: string, typed: Typed): { readonly kind: Kind; readonly number: string } | undefined {
  const identityKind = typed("identityKind");
  return isDataRight(kind) && isKind(identityKind) ? { kind: identityKind, number: typed("number") } : undefined;
}

/** What is wrong with it, by field. */
export function identityMissing(kind: string, typed: Typed) {
  const identity = identityOf(kind, typed);
  if (!identity) return {};
  return {
    number: identity.number.trim() ? documentError(identity.kind, identity.number.trim()) : identityWords.missing,
  };
}
