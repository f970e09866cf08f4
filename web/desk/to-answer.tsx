import type { AnswerOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";
import { Notice } from "../look/notice.tsx";
import { filingsWords } from "../words/desk-filings.ts";
import { addressOf } from "./page.tsx";

interface ToAnswerProps {
  readonly counts: AnswerOf<Routes["countDeskFilings"]>["toAnswer"];
}

/** How many documents are past their day to be answered, or close to it. */
export function ToAnswer({ counts: { overdue, close } }: ToAnswerProps) {
  if (overdue + close === 0) return null;
  return (
    <Notice {...(overdue > 0 && { tone: "bad" })}>
      <p>
        <a href={`${addressOf("filings")}?lista=to-answer`}>
          {[overdue > 0 && filingsWords.overdue(overdue), close > 0 && filingsWords.close(close)]
            .filter(Boolean)
            .join(" ")}
        </a>
      </p>
    </Notice>
  );
}
