import type { AnswerOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";
import { Loaded } from "../look/loaded-module.tsx";
import { ProblemNotice } from "../look/notice.tsx";
import { usePages } from "../look/page-list.ts";
import { sitePages } from "../paths.ts";
import { awaitedWords } from "../words/claim-awaits.ts";
import { claimNames } from "../words/claim-names.ts";
import { stateNames } from "../words/claim-state-names.ts";
import { claimsWords } from "../words/claims.ts";
import { deadline } from "../words/deadline.ts";
import { suppliesWords } from "../words/supplies.ts";
import { api } from "./api.ts";
import { addressOf, Heading, unbroken } from "./page.tsx";
import { SignedIn, signInHere, Waiting } from "./signed-in.tsx";

type Summary = AnswerOf<Routes["listClaims"]>["claims"][number];

/** The claims of the person who is signed in: first those that ask something of them; then their drafts. */
export function ClaimsPage() {
  return (
    <>
      <Heading>{sitePages.claims.title}</Heading>
      <SignedIn why={claimNames.signIn}>
        <Claims />
        <Loaded load={() => import("./drafts.tsx")} about="drafts" aside>
          {({ Drafts }) => <Drafts />}
        </Loaded>
      </SignedIn>
      <p>
        {claimsWords.resumeText} <a href={addressOf("openByKey")}>{claimsWords.resume}</a>
      </p>
      <p>
        {claimsWords.stateText} <a href={addressOf("claimState")}>{claimsWords.state}</a>
      </p>
    </>
  );
}

function Claims() {
  const {
    answer,
    again,
    items: claims,
    problem,
    more,
  } = usePages(
    (cursor) => api.listClaims({ query: { cursor } }),
    (page) => page.claims,
  );
  if (!answer?.ok) return <Waiting answer={answer} again={again} />;
  const waits = ({ awaits }: Summary) => awaits.some(({ asked }) => asked);
  const over = ({ next: actor }: Summary) => actor === "nobody";
  const waiting = claims.filter(waits).toSorted((a, b) => firstDay(a).localeCompare(firstDay(b)));
  return (
    <>
      {claims.length === 0 && <p>{claimsWords.empty}</p>}
      <List title={claimsWords.waiting} claims={waiting} />
      <List title={claimsWords.others} claims={claims.filter((claim) => !waits(claim) && !over(claim))} />
      <List title={claimsWords.over} claims={claims.filter((claim) => over(claim) && !waits(claim))} />
      {problem && <ProblemNotice problem={problem} signIn={signInHere} />}
      {more && (
        <p>
          <button type="button" class="button plain" onClick={more}>
            {claimsWords.more}
          </button>
        </p>
      )}
      <p>
        <a class="button" href={addressOf("claimStart")}>
          {claimsWords.start}
        </a>
      </p>
    </>
  );
}

/** The day of the first awaited act, for sorting; empty, which sorts first, if it has none. */
function firstDay({ awaits: [first] }: Summary): string {
  return first?.on ?? first?.until ?? "";
}

interface ListProps {
  readonly title: string;
  readonly claims: readonly Summary[];
}

function List({ title, claims }: ListProps) {
  if (claims.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul class="doors">
        {claims.map(({ claimId, code, supplyCode, state, filedAt, next, dueOn, daysLeft, awaits: [first] }) => (
          <li key={claimId}>
            <h3>
              <a href={addressOf("claim", { claimId })}>{unbroken(claimNames.title(code))}</a>
            </h3>
            <p>
              <b>{stateNames[state]}</b>. {suppliesWords.supply(supplyCode)}. {claimsWords.filed(filedAt)}
            </p>
            {first && <p>{first.asked ? <b>{awaitedWords(first)}</b> : awaitedWords(first)}</p>}
            {!first && next !== "nobody" && next !== "user" && dueOn && (
              <p>
                {claimsWords.due({ next, daysLeft })} {deadline(dueOn, daysLeft)}.
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
