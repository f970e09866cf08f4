import { useState } from "preact/hooks";
import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import { apiToday } from "../../api-clock.ts";
import { useAnswer, useSending } from "../../look/asking.ts";
import { Facts } from "../../look/facts.tsx";
import { Loaded } from "../../look/loaded-module.tsx";
import { ProblemNotice } from "../../look/notice.tsx";
import { sitePages } from "../../paths.ts";
import { deadline } from "../../words/deadline.ts";
import { dateWithWeekday } from "../../words/format.ts";
import { api } from "../api.ts";
import { addressOf, Heading, unbroken } from "../page.tsx";
import { usePlace } from "../place.tsx";
import { Waiting } from "../signed-in.tsx";
import { noticeWords } from "./notice.words.ts";

type NoticeView = AnswerOf<Routes["showNotice"]>;

/**
 * Renders a decision or another act that is notified by e-mail; the key in the address is enough, without a sign-in.
 * Opening the page acknowledges nothing: only its button does, until the last day for it. Shows what the act says once
 * it is notified.
 */
export function NoticePage() {
  const { noticeKey = "" } = usePlace().params;
  const { answer, again } = useAnswer(() => api.showNotice({ params: { noticeKey } }), noticeKey);
  const [acknowledged, setAcknowledged] = useState<NoticeView>();
  const notice = acknowledged ?? (answer?.ok ? answer.value : undefined);
  return (
    <>
      <Heading>{sitePages.notice.title}</Heading>
      {!notice && <Waiting answer={answer} again={again} />}
      {notice && (
        <>
          <p class="lede">{unbroken(noticeWords.what(notice))}</p>
          {notice.notifiedOn ? (
            <Loaded load={() => import("../resolution/notified-decision.tsx")} about="decision">
              {({ NotifiedDecision }) => (
                <NotifiedDecision noticeKey={noticeKey} notice={notice} here={acknowledged !== undefined} />
              )}
            </Loaded>
          ) : (
            <Acknowledge noticeKey={noticeKey} notice={notice} onDone={setAcknowledged} />
          )}
          <p>
            <a href={addressOf("claim", { claimId: notice.claimId })}>{noticeWords.toClaim}</a>
          </p>
        </>
      )}
    </>
  );
}

interface NoticeProps {
  readonly noticeKey: string;
  readonly notice: NoticeView;
}

interface AcknowledgeProps extends NoticeProps {
  readonly onDone: (notice: NoticeView) => void;
}

/**
 * Says what acknowledging means, with the button that does it. After the last day to acknowledge, says only that it is
 * too late.
 */
function Acknowledge({ noticeKey, notice, onDone }: AcknowledgeProps) {
  const { issuedOn, sentAt, acknowledgeBy, daysLeft } = notice;
  const { problem, busy, onSubmit } = useSending(
    () => api.acknowledgeNotice({ params: { noticeKey }, body: {} }),
    onDone,
  );
  const isOver = acknowledgeBy < apiToday();
  return (
    <>
      <Facts
        rows={[[notice.of === "resolution" ? noticeWords.issued : noticeWords.dated, dateWithWeekday(issuedOn)]]}
      />
      <p>{noticeWords.sent(sentAt)}</p>
      {isOver ? (
        <p>{notice.of === "resolution" ? noticeWords.over : noticeWords.overNotified}</p>
      ) : (
        <>
          <p>
            <b>{noticeWords.openingIsNot}</b>
          </p>
          <p>{noticeWords.consequence[notice.of]}</p>
          <p>
            {noticeWords.by} <b>{deadline(acknowledgeBy, daysLeft)}</b>.{" "}
            {notice.of === "resolution" ? noticeWords.byThen : noticeWords.thenNotified}
          </p>
          <form method="dialog" noValidate onSubmit={onSubmit}>
            {problem && <ProblemNotice problem={problem} />}
            <button type="submit" class="button" aria-busy={busy || undefined}>
              {noticeWords.confirm}
            </button>
          </form>
        </>
      )}
    </>
  );
}
