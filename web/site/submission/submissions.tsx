import { useState } from "preact/hooks";
import { Loaded } from "../../look/loaded-module.tsx";
import { Loading } from "../../look/notice.tsx";
import { sitePages } from "../../paths.ts";
import { Heading, useSessionIsOpen } from "../page.tsx";
import type { OpenlyFiled } from "./present-document.tsx";
import { submissionWords } from "./submission-form.words.ts";

const keptKey = "caudal.presented";

/**
 * Returns what was presented without an account in this tab, which a reload must not lose; undefined if nothing was.
 */
function keptFiled(): OpenlyFiled | undefined {
  return JSON.parse(sessionStorage.getItem(keptKey) ?? "null") ?? undefined;
}

/**
 * Renders the document desk. Whoever is signed in has the form and their earlier submissions. Anybody else has the form
 * without an account. Once that is sent, or a number and key are given, what was presented stands in its place. Below
 * are the recent outages.
 */
export function SubmissionsPage() {
  const isOpen = useSessionIsOpen();
  return (
    <>
      <Heading>{sitePages.submissions.title}</Heading>
      {isOpen === undefined && <Lede />}
      {isOpen === undefined && <Loading />}
      {isOpen === true && (
        <>
          <Lede />
          <Loaded
            load={() => Promise.all([import("./present-with-account.tsx"), import("./my-submissions.tsx")])}
            about="present"
          >
            {([{ PresentDocument }, { MySubmissions }]) => (
              <>
                <PresentDocument />
                <MySubmissions />
              </>
            )}
          </Loaded>
        </>
      )}
      {isOpen === false && <WithoutAccount />}
      <Loaded load={() => import("../problem/outages.tsx")} about="outages" aside>
        {({ Outages }) => <Outages />}
      </Loaded>
    </>
  );
}

function Lede() {
  return (
    <p>
      {submissionWords.lede} {submissionWords.counts}
    </p>
  );
}

/**
 * Renders the form without an account. Once it is sent, or a number and key are given, renders what was presented in
 * its place.
 */
function WithoutAccount() {
  const [filed, setFiled] = useState(keptFiled);
  const [isFinding, setIsFinding] = useState(false);
  const keep = (presented: OpenlyFiled | undefined) => {
    if (presented) sessionStorage.setItem(keptKey, JSON.stringify(presented));
    else sessionStorage.removeItem(keptKey);
    setFiled(presented);
    // It stands in place of a long form: who pressed its last button would see the foot of the page.
    scrollTo(0, 0);
    document.querySelector("h1")?.focus({ preventScroll: true });
  };
  if (filed)
    return (
      <Loaded load={() => import("./open-submission.tsx")} about={filed.number}>
        {({ OpenSubmission }) => <OpenSubmission filed={filed} onAnother={() => keep(undefined)} />}
      </Loaded>
    );
  return (
    <>
      <Lede />
      <p>
        {submissionWords.openly} <a href={sitePages.signIn.path}>{submissionWords.signIn}</a>
      </p>
      <details onToggle={() => setIsFinding(true)}>
        <summary>{submissionWords.find}</summary>
        {isFinding && (
          <Loaded load={() => import("./find-submission.tsx")} about="find">
            {({ FindSubmission }) => <FindSubmission onFound={keep} />}
          </Loaded>
        )}
      </details>
      <Loaded load={() => import("./present-document.tsx")} about="present">
        {({ PresentOpenly }) => (
          <PresentOpenly onDone={({ number, submissionKey }) => keep({ number, submissionKey })} />
        )}
      </Loaded>
    </>
  );
}
