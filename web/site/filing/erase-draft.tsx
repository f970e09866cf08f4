import { Confirm } from "../../look/confirm.tsx";
import { forgetDraft } from "./draft.ts";
import { eraseWords } from "./phone-drafts.words.ts";

interface EraseDraftProps {
  readonly draftId: string;
  /** Called with whether the draft was erased. */
  readonly onAnswer: (erased: boolean) => void;
}

/** Asks in a dialog whether to erase a draft from this phone. If the person says yes, erases it with its photos. */
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
