import { useState } from "preact/hooks";
import { useRoute } from "preact-iso";
import type { AnswerOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";
import { useAnswer, useSending } from "../look/asking.ts";
import { Facts } from "../look/facts.tsx";
import { Loaded } from "../look/loaded.tsx";
import { ProblemNotice } from "../look/notice.tsx";
import { sitePages } from "../paths.ts";
import { dateWithWeekday, dayInLima } from "../words/format.ts";
import { noticeWords } from "../words/notice.ts";
import { api } from "./api.ts";
import { Heading } from "./page.tsx";
import { Waiting } from "./signed-in.tsx";

type NoticeView = AnswerOf<Routes["showNotice"]>;

/** A decision sent by e-mail. Opening the page acknowledges nothing: a button does, and says what it brings. */
export function NoticePage() {
  const { noticeKey = "" } = useRoute().params;
  const { answer, again } = useAnswer(() => api.showNotice({ params: { noticeKey } }), noticeKey);
  const [acknowledged, setAcknowledged] = useState<NoticeView>();
  const notice = acknowledged ?? (answer?.ok ? answer.value : undefined);
  return (
    <>
      <Heading>{sitePages.notice.title}</Heading>
      {!notice && <Waiting answer={answer} again={again} />}
      {notice && (
        <>
          <p class="lede">{noticeWords.what(notice.number, notice.code)}</p>
          {notice.acknowledgedAt ? (
            <Loaded load={() => import("./notified-decision.tsx")} about="decision">
              {({ NotifiedDecision }) => (
                <NotifiedDecision noticeKey={noticeKey} notice={notice} here={acknowledged !== undefined} />
              )}
            </Loaded>
          ) : (
            <Acknowledge noticeKey={noticeKey} notice={notice} onDone={setAcknowledged} />
          )}
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

function Acknowledge({ noticeKey, notice, onDone }: AcknowledgeProps) {
  const { issuedOn, sentAt, acknowledgeBy } = notice;
  const { problem, busy, onSubmit } = useSending(
    () => api.acknowledgeNotice({ params: { noticeKey }, body: {} }),
    onDone,
  );
  const isOver = acknowledgeBy < dayInLima(Date.now());
  return (
    <>
      <Facts rows={[[noticeWords.issued, dateWithWeekday(issuedOn)]]} />
      <p>{noticeWords.sent(sentAt)}</p>
      {isOver ? (
        <p>{noticeWords.over}</p>
      ) : (
        <>
          <p>
            <b>{noticeWords.openingIsNot}</b>
          </p>
          <p>{noticeWords.consequence}</p>
          <p>
            {noticeWords.by} <b>{dateWithWeekday(acknowledgeBy)}</b>. {noticeWords.byThen}
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
