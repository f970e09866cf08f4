import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import { deskPages } from "../../desk-paths.ts";
import { useAnswer } from "../../look/asking.ts";
import { dateWithWeekday } from "../../words/format.ts";
import { api } from "../api.ts";
import { addressOf, Heading, StaffOnly, Waiting } from "../page.tsx";
import { retentionWords } from "./retention.words.ts";

type Rule = AnswerOf<Routes["listRetention"]>["rules"][number];

/**
 * Renders, for each kind of record, how long it is kept, from when and why, and up to 50 records whose time is over,
 * with links. Of a kind that is erased by itself, no records are listed. Without a session, asks to sign in.
 */
export function RetentionPage() {
  return (
    <>
      <Heading>{deskPages.retention.title}</Heading>
      <StaffOnly>
        <p>{retentionWords.lede}</p>
        <Rules />
      </StaffOnly>
    </>
  );
}

function Rules() {
  const { answer, again } = useAnswer(() => api.listRetention(), "");
  if (!answer?.ok) return <Waiting answer={answer} again={again} />;
  return (
    <>
      {answer.value.rules.map((rule) => (
        <section key={rule.what}>
          <h2>{retentionWords.names[rule.what]}</h2>
          <p>
            <b>
              {retentionWords.kept(rule.keep)} {retentionWords.from[rule.from]}.
            </b>{" "}
            {rule.why}
          </p>
          <Past rule={rule} />
        </section>
      ))}
    </>
  );
}

function Past({ rule: { what, keptSince, past } }: { readonly rule: Rule }) {
  if (keptSince === undefined) return <p>{retentionWords.byItself}</p>;
  if (past.length === 0) return <p>{retentionWords.nothing}</p>;
  const address = (id: string): string => {
    if (what === "readings") return addressOf("reading", { readingId: id });
    return what === "claims" ? addressOf("case", { claimId: id }) : addressOf("submission", { submissionId: id });
  };
  return (
    <>
      <p>{retentionWords.past(dateWithWeekday(keptSince))}</p>
      <ul>
        {past.map(({ id, code, since }) => (
          <li key={id}>
            <a href={address(id)}>{code}</a> ({dateWithWeekday(since)})
          </li>
        ))}
      </ul>
    </>
  );
}
