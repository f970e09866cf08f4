import { useEffect, useRef, useState } from "preact/hooks";
import { useAnswer } from "../look/asking.ts";
import type { AttachmentsProps } from "../look/attachments.tsx";
import { Loaded } from "../look/loaded-module.tsx";
import type { SentAttachment } from "../look/send-attachment.ts";
import { heldAnswers, keepAnswers } from "./draft.ts";
import { listedIn } from "./draft-answers.ts";
import { filesOfAccount, filesWithoutAccount } from "./draft-files.ts";
import { keepingSend, withKept } from "./kept-sending.ts";
import { erasePhoto } from "./phone-photos.ts";

/** How often what waits on the phone is sent again. */
const retryMs = 10_000;

interface DraftAttachmentsProps extends Pick<AttachmentsProps, "problem" | "onChange"> {
  readonly draftId: string;
  readonly isAccounts: boolean;
  readonly initial: readonly SentAttachment[];
}

/** The list of files of a draft. Each waits on this phone until the claim is sent, so that no reload or lost network loses it. */
export function DraftAttachments({ draftId, isAccounts, initial, problem, onChange }: DraftAttachmentsProps) {
  const known = useRef(initial);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const again = () => setTurn((before) => before + 1);
    // Now, not with the first file: a part of the page that was asked for without a network is given up by many phones.
    if (!isAccounts) import("../open-routes.generated.ts").catch(() => undefined);
    addEventListener("online", again);
    // A weak network fails without a word, and comes back without one.
    const timer = setInterval(() => {
      const has = (wanted: SentAttachment["state"]) => known.current.some(({ state }) => state === wanted);
      if (has("kept") && !has("sending")) again();
    }, retryMs);
    return () => {
      removeEventListener("online", again);
      clearInterval(timer);
    };
  }, [isAccounts]);
  // Asked again when the network is back: what waits is then sent.
  const { answer } = useAnswer(
    async () => ({ ok: true, value: await withKept(draftId, known.current) }),
    `${draftId} ${turn}`,
  );
  const changed = (list: readonly SentAttachment[]) => {
    const left = new Set(list.map(({ keptId }) => keptId));
    for (const { keptId } of known.current) if (keptId !== undefined && !left.has(keptId)) erasePhoto(draftId, keptId);
    known.current = list;
    const listed = listedIn(list);
    if (JSON.stringify(listed) !== JSON.stringify(heldAnswers(draftId)?.["attachments"] ?? []))
      keepAnswers(draftId, { attachments: listed });
    onChange(list);
  };
  return (
    <Loaded load={() => import("../look/attachments.tsx")} about="attachments">
      {({ Attachments }) =>
        answer?.ok ? (
          <Attachments
            key={turn}
            max={5}
            counter={isAccounts ? filesOfAccount : filesWithoutAccount(draftId)}
            send={keepingSend(draftId)}
            initial={answer.value}
            problem={problem}
            onChange={changed}
          />
        ) : null
      }
    </Loaded>
  );
}
