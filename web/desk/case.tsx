import { useLocation, useRoute } from "preact-iso";
import { deskPages } from "../desk-paths.ts";
import { Loaded } from "../look/loaded-module.tsx";
import { Notice } from "../look/notice.tsx";
import { acts, actWords, mainActs } from "../words/desk-acts.ts";
import { type CaseTab, caseTabs, caseWords } from "../words/desk-case.ts";
import { actsFor, type CaseFile, useCase } from "./case-file.ts";
import { CaseHeader } from "./case-header.tsx";
import { CaseSummary } from "./case-summary.tsx";
import { addressOf, Heading, StaffOnly, Waiting } from "./page.tsx";
import { useOwnRoles } from "./roles.ts";

/** The page of a case: its header, its parts as tabs, by the address, and on the summary what may be done. */
export function CasePage() {
  const { claimId = "", tab } = useRoute().params;
  return (
    <>
      <p class="back">
        <a href={addressOf("work")}>{caseWords.back}</a>
      </p>
      <StaffOnly>
        <Asked claimId={claimId} tab={tabs.find((each) => each === tab) ?? "resumen"} />
      </StaffOnly>
    </>
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
  const { query } = useLocation();
  const done = acts.find((act) => act === query["hecho"]);
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
        </Notice>
      )}
      <CaseHeader file={file} />
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
  const offered = actsFor(file, useOwnRoles());
  const first = mainActs.find((act) => offered.includes(act));
  return (
    <section>
      <h2>{caseWords.todo}</h2>
      {offered.length === 0 ? (
        <p>{caseWords.nothing}</p>
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
    </section>
  );
}
