import { useRoute } from "preact-iso";
import { deskPages } from "../../desk-paths.ts";
import { Loaded } from "../../look/loaded-module.tsx";
import { Notice } from "../../look/notice.tsx";
import { addressOf, Heading, StaffOnly, Waiting } from "../page.tsx";
import { placeInList } from "../register/opened-list.ts";
import { appointmentsOf, hasHearingAhead } from "../visit/case-appointments.ts";
import { useOwnRoles } from "../work/roles.ts";
import { useCaseKeys } from "../work/work-keys.tsx";
import { acts, actWords, workActs } from "./acts.words.ts";
import { type CaseTab, caseTabs, caseWords } from "./case.words.ts";
import { actsFor, type CaseFile, hasUnsignedBeside, mainActOf, useCase, workActsFor } from "./case-file.ts";
import { CaseHeader } from "./case-header.tsx";
import { CaseSummary } from "./case-summary.tsx";

/**
 * Renders the page of the case and tab that the address names, the summary if the tab is unknown. Above the tabs stand
 * links to the list shown last and to the case before and after on it, what was just recorded (`?hecho=`), and the
 * header. On the summary, what the caller may do comes first. Without a session, asks to sign in.
 */
export function CasePage() {
  const { claimId = "", tab } = useRoute().params;
  return (
    <div class="close">
      <Around claimId={claimId} />
      <StaffOnly>
        <Asked claimId={claimId} tab={tabs.find((each) => each === tab) ?? "resumen"} />
      </StaffOnly>
    </div>
  );
}

/** The way back to the list that the case was opened from, and to the cases beside it there; by keys too. */
function Around({ claimId }: { readonly claimId: string }) {
  const { address, name, before, next } = placeInList(claimId);
  useCaseKeys(claimId);
  return (
    <nav class="views" aria-label={caseWords.around}>
      <p class="back">
        <a href={address}>{name}</a>
      </p>
      {before && <a href={addressOf("case", before)}>{caseWords.before(before.code)}</a>}
      {next && <a href={addressOf("case", next)}>{caseWords.next(next.code)}</a>}
    </nav>
  );
}

const isTab = (tab: string): tab is CaseTab => tab in caseTabs;
const tabs = Object.keys(caseTabs).filter(isTab);

interface AskedProps {
  readonly claimId: string;
  readonly tab: CaseTab;
}

function Asked({ claimId, tab }: AskedProps) {
  const { answer, again } = useCase(claimId);
  const { query } = useRoute();
  const done = [...acts, ...workActs].find((act) => act === query["hecho"]);
  if (!answer?.ok) {
    return (
      <>
        <Heading>{deskPages.case.title}</Heading>
        <Waiting answer={answer} again={again} />
      </>
    );
  }
  const { value: file } = answer;
  return (
    <>
      <Heading>{file.code}</Heading>
      {done && (
        <Notice tone="good">
          <p>{actWords[done].done}</p>
          <Next claimId={claimId} />
        </Notice>
      )}
      {(file.confirmingWays.telephone.includes("voice") || (file.copiesByPost ?? []).length > 0) && (
        <Loaded load={() => import("../delivery/copy-to-post.tsx")} about="copy" aside>
          {({ CopyToPost }) => <CopyToPost file={file} />}
        </Loaded>
      )}
      <CaseHeader file={file} />
      {hasHearingAhead(file) && (
        <p class="standing">
          {appointmentsOf(file).map(([name, when]) => (
            <span key={name}>
              {name}: <b>{when}</b>
            </span>
          ))}
        </p>
      )}
      <nav aria-label={caseWords.menu}>
        <ul class="tabs">
          {tabs.map((each) => (
            <li key={each}>
              <a
                href={
                  each === "resumen" ? addressOf("case", { claimId }) : addressOf("caseTab", { claimId, tab: each })
                }
                aria-current={each === tab ? "page" : undefined}
              >
                {caseTabs[each]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Part file={file} tab={tab} />
    </>
  );
}

/** After an act: the next case of the list, or the list again if this was its last. */
function Next({ claimId }: { readonly claimId: string }) {
  const { address, next } = placeInList(claimId);
  return (
    <p>
      <a class="button plain" href={next ? addressOf("case", next) : address}>
        {next ? caseWords.next(next.code) : caseWords.toList}
      </a>
    </p>
  );
}

interface PartProps {
  readonly file: CaseFile;
  readonly tab: CaseTab;
}

function Part({ file, tab }: PartProps) {
  if (tab !== "resumen") {
    return (
      <Loaded load={() => import("./case-parts.tsx")} about="case-parts">
        {({ caseParts }) => caseParts[tab](file)}
      </Loaded>
    );
  }
  return (
    <>
      <ToDo file={file} />
      <CaseSummary file={file} />
    </>
  );
}

function ToDo({ file }: { readonly file: CaseFile }) {
  const roles = useOwnRoles();
  const offered = actsFor(file, roles);
  const first = mainActOf(file, offered);
  const isInSignatures = roles.includes("signer") && hasUnsignedBeside(file);
  return (
    <section>
      <h2>{caseWords.todo}</h2>
      {isInSignatures && (
        <p>
          <a href={addressOf("signatures")}>{caseWords.inSignatures}</a>
        </p>
      )}
      {offered.length === 0 ? (
        !isInSignatures && <p>{caseWords.nothing}</p>
      ) : (
        <p class="buttons">
          {offered.map((act) => (
            <a
              key={act}
              class={act === first ? "button" : "button plain"}
              href={addressOf("caseAct", { claimId: file.claimId, act })}
            >
              {actWords[act].title}
            </a>
          ))}
        </p>
      )}
      <ul class="choices">
        {workActsFor(file, roles).map((act) => (
          <li key={act}>
            <a href={addressOf("caseAct", { claimId: file.claimId, act })}>{actWords[act].title}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
