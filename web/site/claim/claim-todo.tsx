import { apiNow, apiToday } from "../../api-clock.ts";
import { Loaded } from "../../look/loaded-module.tsx";
import { useOffice } from "../../office.ts";
import { actWords, type ClaimView, claimWords, documentsId, filesId } from "../../words/claim.ts";
import { awaitedParts } from "../../words/claim-awaits.ts";
import { addressOf } from "../page.tsx";
import { howWords, isPassed, whenWords } from "./claim-appointments.words.ts";
import { inShort } from "./claim-in-short.words.ts";

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

type Short = NonNullable<ReturnType<typeof inShort>>;

/** Returns where the button of a claim's standing leads, and its label; undefined without a button or its page. */
function shortLink({ button }: Short, claim: ClaimView): readonly [href: string, label: string] | undefined {
  const { claimId } = claim;
  switch (button) {
    case "again":
      return [addressOf("claimStart"), claimWords.again];
    case "decision":
      return [addressOf("claimDecision", { claimId }), claimWords.readDecision];
    case "documents":
      return [`#${documentsId}`, claimWords.seeDocuments];
    case "meeting":
      return linkOf({ act: "attend-hearing" }, claim);
    case "review":
      return linkOf({ act: "appeal-filed" }, claim);
    default:
      return undefined;
  }
}

/** Renders where a claim stands: what that means, with its amounts and days, and the button for what comes first. */
function Standing({ claim, short }: ViewProps & { readonly short: Short }) {
  const [href, label] = shortLink(short, claim) ?? [];
  return (
    <section class="card">
      <h2>{short.title}</h2>
      {short.again && (
        <Loaded load={() => import("../resolution/claim-withdrawal.tsx")} about="again">
          {({ Again }) => <Again receipts={claim.receipts} />}
        </Loaded>
      )}
      {short.says.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <div class="buttons">
        {href && (
          <a class="button" href={href}>
            {label}
          </a>
        )}
        {short.mayReview && short.button !== "review" && (
          <a class="button plain" href={addressOf("claimAct", { claimId: claim.claimId, act: "revision" })}>
            {actWords["appeal-filed"].label}
          </a>
        )}
      </div>
    </section>
  );
}

/** The acts that the button of a claim's standing leads to already. */
function leftOut({ mayReview, button }: Partial<Short>): ReadonlySet<Awaited["act"]> {
  if (mayReview) return new Set(["appeal-filed", "reconsideration-filed"]);
  return new Set(button === "meeting" ? ["attend-hearing"] : []);
}

/**
 * Renders where the claim stands, then what waits for the claimant: the files of which a copy is wanted, what is asked
 * of them, and what they only have a right to. The first button is green.
 */
export function ClaimTodo({ claim }: ViewProps) {
  const { claimId, unnotifiedDecision, attachments, next } = claim;
  const bad = next === "nobody" ? [] : attachments.filter(({ copyWanted }) => copyWanted);
  const short = inShort(claim, apiToday());
  const out = leftOut(short ?? {});
  const shown = onPages(claim).filter(({ act }) => !out.has(act));
  const asked = shown.filter((each) => each.asked);
  const left = shown.filter((each) => !each.asked && (each.act !== "go-to-court" || each.until !== undefined));
  const isPlain = bad.length > 0 || short?.button !== undefined;
  const isEmpty = shown.length + bad.length === 0;
  // Who waits for an answer may still have to do something for it: that comes before.
  const isFirst = short && (short.button !== undefined || asked.length === 0);
  return (
    <>
      {isFirst && <Standing claim={claim} short={short} />}
      {!(isEmpty && short && !unnotifiedDecision) && (
        <section class="card">
          <h2>{claimWords.todo}</h2>
          <Copies claim={claim} bad={bad} />
          {isEmpty && !unnotifiedDecision && <p>{claimWords.nothing}</p>}
          <Acts claim={claim} acts={asked} {...(isPlain && { isPlain })} />
          {left.length > 0 && <p>{asked.length > 0 ? claimWords.besides : claimWords.onlyRights}</p>}
          <Acts claim={claim} acts={left} isPlain />
          {unnotifiedDecision && (
            <p>
              <a class="button plain" href={addressOf("claimAct", { claimId, act: actWords["appeal-filed"].act })}>
                {claimWords.haveDecision}
              </a>
            </p>
          )}
        </section>
      )}
      {short && !isFirst && <Standing claim={claim} short={short} />}
    </>
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

/** Lima is five hours behind UTC all year. */
const timeInLima = (now: number): string => new Date(now - 5 * 3_600_000).toISOString().slice(11, 16);

/** The acts that mend what was found missing, which stands beside them. */
const mended: ReadonlySet<Awaited["act"]> = new Set(["remedied", "new-evidence-brought"]);

function Acts({ claim, acts, isPlain }: ActsProps) {
  const { telephone } = useOffice();
  if (acts.length === 0) return null;
  const now = timeInLima(apiNow());
  const isOver = (act: Awaited) => isPassed(act, claim, now);
  const main = isPlain ? undefined : acts.find((act) => linkOf(act, claim) && !isConfirmed(act, claim) && !isOver(act));
  return (
    <ul class="acts">
      {acts.map((act) => {
        const [href, label] = linkOf(act, claim) ?? [];
        const [name, when] = awaitedParts(act, whenWords(act, claim, now));
        return (
          <li key={`${act.act} ${act.about}`}>
            <p>
              <b>{name}</b> {when} {isConfirmed(act, claim) && !isOver(act) && claimWords.confirmed}
            </p>
            {mended.has(act.act) && (
              <ul>
                {claim.defects.map((defect) => (
                  <li key={defect}>{defect}</li>
                ))}
              </ul>
            )}
            <p>{isOver(act) ? claimWords.notCome(telephone) : howWords(act, claim)}</p>
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
