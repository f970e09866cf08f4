import { useEffect, useRef, useState } from "preact/hooks";
import { useAnswer } from "../../look/asking.ts";
import type { AttachmentsProps } from "../../look/attachments.tsx";
import { Loaded } from "../../look/loaded-module.tsx";
import type { SentAttachment } from "../../look/send-attachment.ts";
import { attachmentsWords } from "../../words/attachments.ts";
import { keepingSend, withKept } from "../filing/kept-sending.ts";
import { erasePhoto } from "./phone-photos.ts";

const isRefused = ({ state }: SentAttachment): boolean => state === "refused";

/** How often what waits on the phone is sent again. */
const retryMs = 10_000;

interface PhoneAttachmentsProps extends Pick<AttachmentsProps, "counter" | "label" | "problem" | "onChange"> {
  /** Names the files on this phone. */
  readonly draftId: string;
  /** The files that were chosen before. */
  readonly initial: readonly SentAttachment[];
  /** What is said of a file that waits; without it, that it goes with the claim. */
  readonly keptHere?: string;
}

/**
 * Renders a list of at most five files, each sent as it is chosen. A file waits on this phone until it has arrived, and
 * is sent again when the network is back and every ten seconds. A file that leaves the list, or that its check refused,
 * is erased from the phone.
 */
export function PhoneAttachments({
  draftId,
  counter,
  label,
  initial,
  keptHere = attachmentsWords.keptHere,
  problem,
  onChange,
}: PhoneAttachmentsProps) {
  const known = useRef(initial);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const again = () => setTurn((before) => before + 1);
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
  }, []);
  // Asked again when the network is back: what waits is then sent.
  const { answer } = useAnswer(
    async () => ({ ok: true, value: await withKept(draftId, known.current, keptHere) }),
    `${draftId} ${turn}`,
  );
  const changed = (list: readonly SentAttachment[]) => {
    const left = new Set(list.map(({ keptId }) => keptId));
    // What its check refused would be sent again, or filed, the next time the phone's files are read.
    const over = [...known.current.filter(({ keptId }) => !left.has(keptId)), ...list.filter(isRefused)];
    for (const { keptId } of over) if (keptId !== undefined) erasePhoto(draftId, keptId);
    known.current = list;
    onChange(list);
  };
  return (
    <Loaded load={() => import("../../look/attachments.tsx")} about="attachments">
      {({ Attachments }) =>
        answer?.ok ? (
          <Attachments
            key={turn}
            max={5}
            counter={counter}
            {...(label !== undefined && { label })}
            send={keepingSend(draftId, keptHere)}
            initial={answer.value}
            problem={problem}
            onChange={changed}
          />
        ) : null
      }
    </Loaded>
  );
}
