import { writeKeyOf } from "../../look/write-key.tsx";
import { api } from "../api.ts";
import { Heading } from "../page.tsx";
import { ActForm, type ActProps } from "./act-form.tsx";
import { claimKeyWords } from "./claim-key.words.ts";

/** Renders what changes with the claim's key, and the button that changes it. */
export function ReplaceKey({ claim: { claimId }, onDone }: ActProps) {
  return (
    <>
      <Heading arrived>{claimKeyWords.title}</Heading>
      {claimKeyWords.says.map((said) => (
        <p key={said}>{said}</p>
      ))}
      <ActForm
        name={`key.${claimId}`}
        action={claimKeyWords.send}
        check={() => undefined}
        send={(typed) => api.replaceKey({ params: { claimId }, body: {}, key: writeKeyOf(typed) })}
        onDone={onDone}
      >
        {() => null}
      </ActForm>
    </>
  );
}
