import { useState } from "preact/hooks";
import type { ClientProblem, Outcome } from "../client.ts";
import { Choice, TextField } from "../look/field.tsx";
import { useOffice } from "../office.ts";
import { lookUpWords } from "../words/look-up.ts";
import type { LookedUp } from "../words/receipt.ts";
import { api, session } from "./api.ts";

/**
 * Renders the fields by which a receipt is looked up: the supply's code and, by choice, the receipt's number and total
 * or the number of the holder's document.
 */
export function ReceiptProof({ problem }: { readonly problem: ClientProblem | undefined }) {
  const { supplyCodeLength } = useOffice();
  const [credential, setCredential] = useState("receipt");
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
        options={{ receipt: lookUpWords.byReceipt, document: lookUpWords.byDocument }}
        chosen="receipt"
        onChoose={setCredential}
        problem={undefined}
      />
      {credential === "receipt" ? (
        <>
          <TextField
            key="receiptNumber"
            name="receiptNumber"
            label={lookUpWords.receiptNumber}
            hint={lookUpWords.receiptNumberHint}
            size="short"
            problem={problem}
          />
          <TextField
            key="total"
            name="total"
            label={lookUpWords.total}
            hint={lookUpWords.totalHint}
            keyboard="decimal"
            size="short"
            problem={problem}
          />
        </>
      ) : (
        <TextField
          key="documentNumber"
          name="documentNumber"
          label={lookUpWords.documentNumber}
          hint={lookUpWords.documentNumberHint}
          size="short"
          problem={problem}
        />
      )}
    </>
  );
}

/**
 * Returns what is typed in `ReceiptProof`, as the API takes it: with the receipt's number and total, or with the
 * holder's document, as was chosen. Nothing is checked.
 */
export function typedProof(typed: (name: string) => string) {
  const supplyCode = typed("supplyCode");
  return typed("second") === "document"
    ? { supplyCode, documentNumber: typed("documentNumber") }
    : { supplyCode, receiptNumber: typed("receiptNumber"), total: typed("total") };
}

/**
 * Looks up a supply's newest receipt or, if `shown` is `given`, the one whose number and total are given. If somebody
 * is signed in, looks it up with their account: other people's attempts on the supply then do not count against them.
 * If nobody is, or the session turns out to be over, looks it up without an account.
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
