import { writeKeyOf } from "../look/write-key.tsx";
import { claimKeyWords } from "../words/claim-key.ts";
import { ActForm, type ActProps } from "./act-form.tsx";
import { api } from "./api.ts";
import { Heading } from "./page.tsx";

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
