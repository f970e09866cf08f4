import type { ClientProblem } from "../client.ts";
import { identityWords } from "../words/identity.ts";
import { documentError, personDocumentNames } from "../words/person.ts";
import type { KnownPerson } from "./known-person.ts";
import { PersonDocument } from "./person-document.tsx";

type Typed = (name: string) => string;
type Kind = keyof typeof personDocumentNames;

const isKind = (typed: string): typed is Kind => Object.hasOwn(personDocumentNames, typed);

/**
 * Whether a submission of this kind is a request of a person about their personal data. For such a request the office
 * must know who the person is.
 */
export const isDataRight = (kind: string): boolean => kind.startsWith("data-");

interface IdentityProps {
  readonly problem: ClientProblem | undefined;
  /** The document that the person's account knows. */
  readonly known?: KnownPerson["document"];
}

/**
 * Renders the fields for the identity document of a person who makes a request about their data, filled in with
 * `known`.
 */
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

/**
 * Returns the document typed in `Identity`. Undefined if `kind`, the submission's, is no request about personal data,
 * or if no kind of document is chosen. The number is not checked.
 */
export function identityOf(kind: string, typed: Typed): { readonly kind: Kind; readonly number: string } | undefined {
  const identityKind = typed("identityKind");
  return isDataRight(kind) && isKind(identityKind) ? { kind: identityKind, number: typed("number") } : undefined;
}

/**
 * Returns, under the key `number`, the sentence on what is wrong with the document's number; undefined if nothing is.
 * Returns an empty object if `kind`, the submission's, is no request about personal data, or if no kind of document is
 * chosen.
 */
export function identityMissing(kind: string, typed: Typed) {
  const identity = identityOf(kind, typed);
  if (!identity) return {};
  return {
    number: identity.number.trim() ? documentError(identity.kind, identity.number.trim()) : identityWords.missing,
  };
}
