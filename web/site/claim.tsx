import { useState } from "preact/hooks";
import { useAnswer } from "../look/asking.ts";
import { Loaded } from "../look/loaded-module.tsx";
import { Notice } from "../look/notice.tsx";
import { sitePages } from "../paths.ts";
import { actWords, type ClaimView, claimWords, filesId, isOver } from "../words/claim.ts";
import { howWords, whenWords } from "../words/claim-appointments.ts";
import { awaitedParts } from "../words/claim-awaits.ts";
import { claimNames } from "../words/claim-names.ts";
import { frameWords } from "../words/frame.ts";
import type { DoneKey } from "./act-done.ts";
import { api } from "./api.ts";
import { ClaimWaiting } from "./claim-waiting.tsx";
import { addressOf, Heading } from "./page.tsx";
import { usePlace } from "./place.tsx";
import { ProofAsked } from "./proof-asked.tsx";
import { SignedIn } from "./signed-in.tsx";

/**
 * Renders the page of the claim in the address, for whoever is signed in: that what they just did is recorded, what the
 * claimant must or may do now, then the rest, which is loaded after it.
 */
export function ClaimPage() {
  const { claimId = "" } = usePlace().params;
  const [code, setCode] = useState<string>();
  return (
    <>
      <p class="back">
        <a href={addressOf("claims")}>{sitePages.claims.title}</a>
      </p>
      <Heading>{code === undefined ? sitePages.claim.title : claimNames.title(code)}</Heading>
      <SignedIn why={claimNames.signIn}>
        <Claim claimId={claimId} onCode={setCode} />
      </SignedIn>
    </>
  );
}

interface ClaimProps {
  readonly claimId: string;
  readonly onCode: (code: string) => void;
}

function Claim({ claimId, onCode }: ClaimProps) {
  const [isDone] = useState(() => {
    const key: DoneKey = "caudal.done";
    const done = sessionStorage.getItem(key);
    sessionStorage.removeItem(key);
    return done === claimId;
  });
  const { answer, again } = useAnswer(async () => {
    const shown = await api.showClaim({ params: { claimId } });
    if (shown.ok) onCode(shown.value.code);
    return shown;
  }, claimId);
  if (!answer?.ok) return <ClaimWaiting answer={answer} again={again} />;
  const claim = answer.value;
  return (
    <>
      {claim.testData && (
        <p>
          <span class="tag">{frameWords.testDataShort}</span>
        </p>
      )}
      {isDone && <Notice tone="good" title={claimWords.done} />}
      {claim.proofAsked && <ProofAsked claimId={claimId} mayAdd={claim.actions.includes("claim-extended")} />}
      <Todo claim={claim} />
      <Loaded load={() => import("./claim-details.tsx")} about="rest">
        {({ ClaimDetails }) => (
          <ClaimDetails claim={claim} openOfferId={claim.awaits.find(({ act }) => act === "answer-offer")?.about} />
        )}
      </Loaded>
    </>
  );
}

interface ViewProps {
  readonly claim: ClaimView;
}

type Awaited = ClaimView["awaits"][number];

/** Whether an awaited act is a visit or a hearing that the claimant confirmed, on the day and hour it has now. */
function isConfirmed({ act, about }: Pick<Awaited, "act" | "about">, { visits, hearing }: ClaimView): boolean {
  if (act === "attend-hearing") return hearing?.confirmed === true;
  return act === "receive-visit" && visits.some((visit) => visit.inspectionId === about && visit.confirmed);
}

/** Returns the address where an act is done, and the link's label. Undefined for an act that no page is for. */
function linkOf({ act, about = "" }: Awaited, claim: ClaimView): readonly [href: string, label: string] | undefined {
  const { claimId, state, hearing } = claim;
  switch (act) {
    case "remedied":
    case "new-evidence-brought":
    case "claim-extended":
    case "reconsideration-filed":
    case "appeal-filed":
      return [addressOf("claimAct", { claimId, act: actWords[act].act }), actWords[act].label];
    case "answer-offer":
      return [addressOf("claimOffer", { claimId, offerId: about }), claimWords.seeOffer];
    case "acknowledge-notice":
      return [addressOf("notice", { noticeKey: about }), claimWords.readNotice];
    case "send-file":
      return [`#${filesId}`, claimWords.seeFiles];
    case "attend-hearing":
      return hearing?.choice || state === "hearing-due"
        ? [
            addressOf("claimMeeting", { claimId }),
            hearing?.choice && !hearing.confirmed ? claimWords.seeHearing : claimWords.hearing,
          ]
        : undefined;
    case "receive-visit":
      return [
        addressOf("claimVisit", { claimId }),
        isConfirmed({ act, about }, claim) ? claimWords.visit : claimWords.seeVisit,
      ];
    default:
      return undefined;
  }
}

/**
 * Returns the awaited acts, without those whose page an earlier one leads to already: one page files both recourses,
 * one sends all files.
 */
function onPages(claim: ClaimView): readonly Awaited[] {
  const { awaits } = claim;
  const pages = awaits.map((act) => linkOf(act, claim)?.[0]);
  return awaits.filter((_, at) => pages[at] === undefined || pages.indexOf(pages[at]) === at);
}

/**
 * Renders what waits for the claimant: first the files of which a copy is wanted, then what is asked of them, then what
 * they only have a right to. The first button is green.
 */
function Todo({ claim }: ViewProps) {
  const { claimId, defects, state, unnotifiedDecision, attachments, next } = claim;
  const bad = next === "nobody" ? [] : attachments.filter(({ copyWanted }) => copyWanted);
  const shown = onPages(claim);
  const asked = shown.filter((each) => each.asked);
  const left = shown.filter((each) => !each.asked && (each.act !== "go-to-court" || each.until !== undefined));
  return (
    <section class="card">
      <h2>{claimWords.todo}</h2>
      <Copies claim={claim} bad={bad} />
      {shown.length + bad.length === 0 && <p>{isOver(claim) ? claimWords.over : claimWords.nothing}</p>}
      <Acts claim={claim} acts={asked} {...(bad.length > 0 && { isPlain: true })} />
      {defects.length > 0 && (
        <ul>
          {defects.map((defect) => (
            <li key={defect}>{defect}</li>
          ))}
        </ul>
      )}
      {left.length > 0 && <p>{asked.length > 0 ? claimWords.besides : claimWords.onlyRights}</p>}
      <Acts claim={claim} acts={left} isPlain />
      {unnotifiedDecision && (
        <p>
          <a class="button plain" href={addressOf("claimAct", { claimId, act: actWords["appeal-filed"].act })}>
            {claimWords.haveDecision}
          </a>
        </p>
      )}
      {state === "negative-silence" && claimWords.noAnswer.map((text) => <p key={text}>{text}</p>)}
    </section>
  );
}

interface CopiesProps extends ViewProps {
  /** The files of which another copy is wanted. */
  readonly bad: ClaimView["attachments"];
}

/** Names the files that could not be opened, with a link to where a copy is sent. Renders nothing if there are none. */
function Copies({ claim: { claimId, actions }, bad }: CopiesProps) {
  if (bad.length === 0) return null;
  const href = actions.includes("claim-extended")
    ? addressOf("claimAct", { claimId, act: actWords["claim-extended"].act })
    : `${addressOf("submissions")}?reclamo=${claimId}`;
  return (
    <ul class="acts">
      <li>
        <p>
          <b>{claimWords.copy}</b> {claimWords.copyOf(bad.map(({ fileName }) => fileName).join(", "))}
        </p>
        <a class="button" href={href}>
          {claimWords.sendCopy}
        </a>
      </li>
    </ul>
  );
}

interface ActsProps extends ViewProps {
  readonly acts: readonly Awaited[];
  /** No button is green. */
  readonly isPlain?: true;
}

function Acts({ claim, acts, isPlain }: ActsProps) {
  if (acts.length === 0) return null;
  const main = isPlain ? undefined : acts.find((act) => linkOf(act, claim) && !isConfirmed(act, claim));
  return (
    <ul class="acts">
      {acts.map((act) => {
        const [href, label] = linkOf(act, claim) ?? [];
        const [name, when] = awaitedParts(act, whenWords(act, claim));
        return (
          <li key={`${act.act} ${act.about}`}>
            <p>
              <b>{name}</b> {when} {isConfirmed(act, claim) && claimWords.confirmed} {howWords(act)}
            </p>
            {href && (
              <a class={act === main ? "button" : "button plain"} href={href}>
                {label}
              </a>
            )}
          </li>
        );
      })}
    </ul>
  );
}
