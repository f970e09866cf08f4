import { Confirm } from "../look/confirm.tsx";
import { eraseWords } from "../words/phone-drafts.ts";
import { forgetDraft } from "./draft.ts";

interface EraseDraftProps {
  readonly draftId: string;
  readonly onAnswer: (erased: boolean) => void;
}

/** Asks whether to erase a draft from this phone, and erases it with its photos if the person says so. */
export function EraseDraft({ draftId, onAnswer }: EraseDraftProps) {
  return (
    <Confirm
      title={eraseWords.title}
      text={eraseWords.text}
      yes={eraseWords.yes}
      no={eraseWords.no}
      onAnswer={(yes) => {
        if (yes) forgetDraft(draftId);
        onAnswer(yes);
      }}
    />
  );
}
