import { useState } from "preact/hooks";
import { useAnswer } from "../look/asking.ts";
import { Loaded } from "../look/loaded-module.tsx";
import { sitePages } from "../paths.ts";
import { actWords, type ClaimView, claimWords, filesId, isOver } from "../words/claim.ts";
import { howWords, whenWords } from "../words/claim-appointments.ts";
import { awaitedParts } from "../words/claim-awaits.ts";
import { claimNames } from "../words/claim-names.ts";
import { frameWords } from "../words/frame.ts";
import { api } from "./api.ts";
import { addressOf, Heading } from "./page.tsx";
import { usePlace } from "./place.tsx";
import { ProofAsked } from "./proof-asked.tsx";
import { SignedIn, Waiting } from "./signed-in.tsx";

/**
 * Renders the page of the claim in the address, for whoever is signed in: first what the claimant must or may do now,
 * then the rest, which is loaded after it.
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
  const { answer, again } = useAnswer(async () => {
    const shown = await api.showClaim({ params: { claimId } });
    if (shown.ok) onCode(shown.value.code);
    return shown;
  }, claimId);
  if (!answer?.ok) return <Waiting answer={answer} again={again} />;
  const claim = answer.value;
  return (
    <>
      {claim.testData && (
        <p>
          <span class="tag">{frameWords.testDataShort}</span>
        </p>
      )}
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

/** Returns the address where an act is done, and the link's label. Undefined for an act that no page is for. */
function linkOf(
  { act, about = "" }: Awaited,
  { claimId, state, hearing }: ClaimView,
): readonly [href: string, label: string] | undefined {
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
        ? [addressOf("claimMeeting", { claimId }), claimWords.seeHearing]
        : undefined;
    case "receive-visit":
      return [addressOf("claimVisit", { claimId }), claimWords.seeVisit];
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
 * Renders what waits for the claimant: first what is asked of them, with the first act's button green, then what they
 * only have a right to.
 */
function Todo({ claim }: ViewProps) {
  const { claimId, defects, state, unnotifiedDecision } = claim;
  const shown = onPages(claim);
  const asked = shown.filter((each) => each.asked);
  const left = shown.filter((each) => !each.asked && (each.act !== "go-to-court" || each.until !== undefined));
  return (
    <section class="card">
      <h2>{claimWords.todo}</h2>
      {shown.length === 0 && <p>{isOver(claim) ? claimWords.over : claimWords.nothing}</p>}
      <Acts claim={claim} acts={asked} />
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

interface ActsProps extends ViewProps {
  readonly acts: readonly Awaited[];
  /** No button is green. */
  readonly isPlain?: true;
}

function Acts({ claim, acts, isPlain }: ActsProps) {
  if (acts.length === 0) return null;
  const main = isPlain ? undefined : acts.find((act) => linkOf(act, claim));
  return (
    <ul class="acts">
      {acts.map((act) => {
        const [href, label] = linkOf(act, claim) ?? [];
        const [name, when] = awaitedParts(act, whenWords(act, claim));
        return (
          <li key={`${act.act} ${act.about}`}>
            <p>
              <b>{name}</b> {when} {howWords(act)}
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
