import { useEffect, useState } from "preact/hooks";
import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import { formProblem } from "../../client.ts";
import { useAnswer, useFocus, useSending } from "../../look/asking.ts";
import { ErrorSummary, Submit, TextField } from "../../look/field.tsx";
import { LanguageFields, languageMissing } from "../../look/language-fields.tsx";
import { Loaded } from "../../look/loaded-module.tsx";
import { Notice } from "../../look/notice.tsx";
import { PersonDocument } from "../../look/person-document.tsx";
import { Tick } from "../../look/tick.tsx";
import { sitePages } from "../../paths.ts";
import { documentError } from "../../words/person.ts";
import { api } from "../api.ts";
import { addressOf, Heading } from "../page.tsx";
import { SignedIn, SignInAgain, Waiting } from "../signed-in.tsx";
import { profileWords } from "./profile.words.ts";
import { type Profile, profileOf } from "./profile-answers.ts";

/**
 * Renders the form of what a customer keeps of themselves in their account, with which other forms are filled in. If
 * the link of a message brought a key (`#no=`), renders, without a sign-in, the button that ends the messages about new
 * receipts, and the form only once they ended.
 */
export function ProfilePage() {
  const [newsKey, setNewsKey] = useState("");
  const [stopped, setStopped] = useState(false);
  useEffect(() => setNewsKey(new URLSearchParams(location.hash.slice(1)).get("no") ?? ""), []);
  return (
    <>
      <Heading>{sitePages.profile.title}</Heading>
      {newsKey && (
        <Loaded load={() => import("./stop-news.tsx")} about={newsKey}>
          {({ StopNews }) => <StopNews newsKey={newsKey} stopped={stopped} onStopped={() => setStopped(true)} />}
        </Loaded>
      )}
      {(newsKey === "" || stopped) && (
        <>
          <p>{profileWords.lede}</p>
          <SignedIn why={profileWords.signIn}>
            <MyProfile />
          </SignedIn>
        </>
      )}
    </>
  );
}

function MyProfile() {
  const { answer, again } = useAnswer(() => api.showProfile(), "");
  if (!answer?.ok) return <Waiting answer={answer} again={again} />;
  return <ProfileForm kept={answer.value.profile} receiptNews={answer.value.receiptNews} />;
}

/** The claims that took the contact, if that was asked for. */
type Saved = AnswerOf<Routes["saveProfile"]>["claims"] & { readonly isAsked: boolean };

/** Says what was saved, above the form, and takes the focus: the button stands two screens below it. */
function SavedNotice({ saved }: { readonly saved: Saved }) {
  const { changed, busy, isAsked } = saved;
  const box = useFocus<HTMLDivElement>(saved);
  return (
    <div tabIndex={-1} ref={box}>
      <Notice tone="good">
        <p>{profileWords.saved}</p>
        {changed.length > 0 && <p>{profileWords.changed(changed)}</p>}
        {isAsked && changed.length + busy.length === 0 && <p>{profileWords.unchanged}</p>}
      </Notice>
      {busy.length > 0 && (
        <Notice tone="bad">
          <p>{profileWords.busy(busy)}</p>
        </Notice>
      )}
    </div>
  );
}

interface ProfileFormProps {
  readonly kept: Profile | undefined;
  readonly receiptNews: boolean;
}

function ProfileForm({ kept, receiptNews }: ProfileFormProps) {
  const [saved, setSaved] = useState<Saved>();
  const { problem, busy, onSubmit } = useSending(async (typed) => {
    setSaved(undefined);
    const { document, email, notifyByEmail } = profileOf(typed);
    const wrong = formProblem({
      number: document && documentError(document.kind, document.number),
      email: notifyByEmail && !email ? profileWords.emailForNotice : undefined,
      ...languageMissing(typed),
    });
    if (wrong) return { ok: false, problem: wrong };
    const inOpenClaims = typed("inOpenClaims") === "yes";
    const outcome = await api.saveProfile({
      body: { ...profileOf(typed), receiptNews: typed("receiptNews") === "yes", inOpenClaims },
    });
    return outcome.ok ? { ok: true, value: { ...outcome.value.claims, isAsked: inOpenClaims } } : outcome;
  }, setSaved);
  const field = (name: "givenNames" | "paternalSurname" | "maternalSurname" | "companyName" | "address") => ({
    name,
    label: profileWords[name],
    initial: kept?.[name] ?? "",
    problem,
  });
  return (
    <>
      {saved && <SavedNotice saved={saved} />}
      <ErrorSummary problem={problem} />
      <SignInAgain problem={problem} />
      <form method="dialog" noValidate onSubmit={onSubmit}>
        <TextField {...field("givenNames")} fill="given-name" />
        <TextField {...field("paternalSurname")} fill="family-name" />
        <TextField {...field("maternalSurname")} />
        <TextField {...field("companyName")} fill="organization" />
        <PersonDocument
          legend={profileWords.kind}
          label={profileWords.number}
          kind={kept?.document?.kind ?? ""}
          initial={kept?.document?.number ?? ""}
          problem={problem}
        />
        <TextField {...field("address")} fill="street-address" />
        <TextField
          name="telephone"
          label={profileWords.telephone}
          hint={profileWords.telephoneHint}
          keyboard="tel"
          fill="tel-national"
          size="short"
          initial={kept?.telephone ?? ""}
          problem={problem}
        />
        <TextField
          name="email"
          label={profileWords.email}
          keyboard="email"
          fill="email"
          initial={kept?.email ?? ""}
          problem={problem}
        />
        <Tick
          name="notifyByEmail"
          label={profileWords.notifyByEmail}
          hint={profileWords.notifyHint}
          ticked={kept?.notifyByEmail ?? false}
          problem={problem}
        />
        <Tick
          name="receiptNews"
          label={profileWords.receiptNews}
          hint={profileWords.receiptNewsHint}
          ticked={receiptNews}
          problem={problem}
        />
        <LanguageFields known={kept?.languageChoice} problem={problem} />
        <TextField
          name="representative"
          label={profileWords.representative}
          hint={profileWords.representativeHint}
          initial={kept?.representative ?? ""}
          problem={problem}
        />
        <Tick
          name="inOpenClaims"
          label={profileWords.inOpenClaims}
          hint={profileWords.inOpenClaimsHint}
          problem={problem}
        />
        <Submit busy={busy}>{profileWords.save}</Submit>
      </form>
      <p>
        <a href={addressOf("supplies")}>{profileWords.supplies}</a>
      </p>
    </>
  );
}
