import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import { Notice } from "../../look/notice.tsx";
import { addressOf } from "../page.tsx";
import { submissionsWords } from "./submissions.words.ts";

interface ToAnswerProps {
  /** `overdue`: past their last day. `close`: close to it. */
  readonly counts: AnswerOf<Routes["countDeskSubmissions"]>["toAnswer"];
}

/**
 * Says how many submissions are past their last day to be answered and how many are close to it, with a link to their
 * list. Draws nothing if there are none.
 */
export function ToAnswer({ counts: { overdue, close } }: ToAnswerProps) {
  if (overdue + close === 0) return null;
  return (
    <Notice {...(overdue > 0 && { tone: "bad" })}>
      <p>
        <a href={`${addressOf("submissions")}?lista=to-answer`}>
          {[overdue > 0 && submissionsWords.overdue(overdue), close > 0 && submissionsWords.close(close)]
            .filter(Boolean)
            .join(" ")}
        </a>
      </p>
    </Notice>
  );
}
