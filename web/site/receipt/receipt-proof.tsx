import { useState } from "preact/hooks";
import type { ClientProblem, Outcome } from "../../client.ts";
import { Choice, TextField } from "../../look/field.tsx";
import { useOffice } from "../../office.ts";
import type { LookedUp } from "../../words/receipt.ts";
import { api, session } from "../api.ts";
import { lookUpWords, proofFields } from "./look-up.words.ts";

interface ReceiptProofProps {
  readonly problem: ClientProblem | undefined;
  /** What one may have at hand, the first chosen. */
  readonly options?: Readonly<Record<string, string>>;
}

/**
 * Renders the fields by which a receipt is looked up, or a supply linked: the supply's code and, by choice, the
 * receipt's number and total, the key printed on it, or the number of the holder's document.
 */
export function ReceiptProof({ problem, options = lookUpWords.by }: ReceiptProofProps) {
  const { supplyCodeLength } = useOffice();
  const [first = ""] = Object.keys(options);
  const [credential, setCredential] = useState(first);
  return (
    <>
      <TextField
        name="supplyCode"
        label={lookUpWords.supplyCode}
        hint={lookUpWords.supplyCodeHint(supplyCodeLength)}
        numeric
        size="short"
        problem={problem}
      />
      <Choice
        name="second"
        legend={lookUpWords.second}
        options={options}
        chosen={first}
        onChoose={setCredential}
        problem={undefined}
      />
      {proofFields[credential]?.map((field) => (
        <TextField key={field.name} {...field} size="short" problem={problem} />
      ))}
    </>
  );
}

/**
 * Returns what is typed in `ReceiptProof`, as the API takes it: with the receipt's number and total, its key or
 * the holder's document, as was chosen. Nothing is checked.
 */
export function typedProof(typed: (name: string) => string) {
  const given = proofFields[typed("second")]?.map(({ name }) => [name, typed(name)] as const);
  return { supplyCode: typed("supplyCode"), ...Object.fromEntries(given ?? []) };
}

/**
 * Looks up a supply's newest receipt or, if `shown` is `given`, the one whose number and total, or key, are given. If
 * somebody is signed in, looks it up with their account: other people's attempts on the supply then do not count
 * against them. If nobody is, or the session turns out to be over, looks it up without an account.
 */
export async function lookedUpReceipt(
  proof: ReturnType<typeof typedProof>,
  shown?: "given",
): Promise<Outcome<LookedUp>> {
  const body = shown ? { ...proof, shown } : proof;
  const own = session.isOpen() ? await api.lookUpReceiptSignedIn({ body }) : undefined;
  const isOver =
    own?.ok === false && (own.problem.kind === "signed-out" || own.problem.kind === "urn:caudal:wrong-token");
  return own && !isOver ? own : api.lookUpReceipt({ body });
}
