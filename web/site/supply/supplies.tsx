import { useEffect, useRef, useState } from "preact/hooks";
import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import type { ClientProblem } from "../../client.ts";
import { useAnswer, useSending } from "../../look/asking.ts";
import { Confirm } from "../../look/confirm.tsx";
import { ErrorSummary, Submit } from "../../look/field.tsx";
import { Loaded } from "../../look/loaded-module.tsx";
import { Loading, ProblemNotice, SignInButton } from "../../look/notice.tsx";
import { sitePages } from "../../paths.ts";
import { problemWords } from "../../words/transport-problems.ts";
import { api, signInAgain } from "../api.ts";
import { addressOf, Heading, useSessionIsOpen } from "../page.tsx";
import { usePlace } from "../place.tsx";
import { fillInKept } from "../receipt/kept-look-up.ts";
import { ReceiptProof, typedProof } from "../receipt/receipt-proof.tsx";
import { suppliesWords } from "./supplies.words.ts";
import { supplyName } from "./supply-name.words.ts";

/**
 * Lists the supplies linked to the account of whoever is signed in. Each can be opened or, after a confirmation,
 * unlinked. A form links another by a look-up; who came to it from the report of a problem goes back there then.
 */
export function SuppliesPage() {
  const isOpen = useSessionIsOpen();
  return (
    <>
      <Heading>{sitePages.supplies.title}</Heading>
      <p>{suppliesWords.lede}</p>
      {isOpen === undefined && <Loading />}
      {isOpen === true && <Supplies />}
      {isOpen === false && <SignInFirst />}
    </>
  );
}

function SignInFirst() {
  return (
    <section class="card">
      <h2>{suppliesWords.signInFirst}</h2>
      <p>{suppliesWords.signInText}</p>
      <SignInButton begin={signInAgain}>{problemWords.signIn}</SignInButton>
    </section>
  );
}

function Supplies() {
  const { query, route } = usePlace();
  const isForProblem = query["para"] === "problema";
  const { answer, again } = useAnswer(() => api.listSupplies(), "");
  const [news, setNews] = useState<string>();
  /** Takes the focus from the form below it, which is empty then and does not say why. */
  const said = useRef<HTMLDivElement>(null);
  const changed = (sentence: string) => {
    setNews(sentence);
    again();
  };
  return (
    <>
      <div role="status" tabIndex={-1} ref={said}>
        {news && <p class="notice good">{news}</p>}
      </div>
      {!answer && <Loading />}
      {answer && !answer.ok && <ProblemNotice problem={answer.problem} again={again} signIn={signInAgain} />}
      {answer?.ok && (
        <>
          {answer.value.ended.length > 0 && (
            <Loaded load={supplyAccounts} about="" aside>
              {({ EndedLinks }) => <EndedLinks ended={answer.value.ended} />}
            </Loaded>
          )}
          <List supplies={answer.value.supplies} onChange={changed} />
          <p>
            {suppliesWords.profileText} <a href={addressOf("profile")}>{sitePages.profile.title}</a>
          </p>
          <LinkSupply
            isForProblem={isForProblem}
            linked={answer.value.supplies.map(({ supplyCode }) => supplyCode)}
            onLink={(code) => {
              if (isForProblem) return route(addressOf("problems"));
              changed(suppliesWords.linked(code));
              said.current?.focus();
            }}
          />
        </>
      )}
    </>
  );
}

type Supply = AnswerOf<Routes["listSupplies"]>["supplies"][number];

/** Loaded for the few who look at it. */
const supplyAccounts = () => import("./supply-accounts.tsx");

interface ListProps {
  readonly supplies: readonly Supply[];
  readonly onChange: (sentence: string) => void;
}

function List({ supplies, onChange }: ListProps) {
  const [asked, setAsked] = useState<Supply>();
  const [opened, setOpened] = useState<string>();
  const [problem, setProblem] = useState<ClientProblem>();
  if (supplies.length === 0) return <p>{suppliesWords.empty}</p>;
  const unlink = async ({ linkId, supplyCode }: Supply) => {
    const outcome = await api.unlinkSupply({ params: { linkId } });
    const isGone = outcome.ok || outcome.problem.kind === "urn:caudal:supply-not-linked";
    if (isGone) onChange(suppliesWords.unlinked(supplyCode));
    else setProblem(outcome.problem);
  };
  return (
    <section>
      <h2>{suppliesWords.list}</h2>
      {problem && <ProblemNotice problem={problem} signIn={signInAgain} />}
      <ul class="doors">
        {supplies.map((supply) => (
          <li key={supply.linkId}>
            <h3>{supplyName(supply.supplyCode)}</h3>
            <div class="buttons">
              <a class="button plain" href={addressOf("consumption", { linkId: supply.linkId })}>
                {suppliesWords.see}
                <span class="unseen"> {suppliesWords.of(supply.supplyCode)}</span>
              </a>
              <button type="button" class="link" onClick={() => setAsked(supply)}>
                {suppliesWords.unlink}
                <span class="unseen"> {suppliesWords.of(supply.supplyCode)}</span>
              </button>
              {opened !== supply.linkId && (
                <button type="button" class="link" onClick={() => setOpened(supply.linkId)}>
                  {suppliesWords.others}
                  <span class="unseen"> {suppliesWords.of(supply.supplyCode)}</span>
                </button>
              )}
            </div>
            {opened === supply.linkId && (
              <Loaded load={supplyAccounts} about={supply.linkId}>
                {({ SupplyAccounts }) => <SupplyAccounts supply={supply} />}
              </Loaded>
            )}
          </li>
        ))}
      </ul>
      {asked && (
        <Confirm
          title={suppliesWords.confirmTitle(asked.supplyCode)}
          text={suppliesWords.confirmText}
          yes={suppliesWords.confirmYes}
          no={suppliesWords.confirmNo}
          onAnswer={(yes) => {
            setAsked(undefined);
            if (yes) unlink(asked);
          }}
        />
      )}
    </section>
  );
}

interface LinkSupplyProps {
  readonly linked: readonly string[];
  /** Whether the person links it to report a problem, and goes on with that then. */
  readonly isForProblem: boolean;
  readonly onLink: (supplyCode: string) => void;
}

/** Renders the form that links a supply, filled in with what opened a receipt of one in this tab that is not linked. */
function LinkSupply({ linked, isForProblem, onLink }: LinkSupplyProps) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (form.current) fillInKept(form.current, linked);
  }, []);
  const { problem, busy, onSubmit } = useSending(
    (typed) => api.linkSupply({ body: typedProof(typed) }),
    (link, sent) => {
      sent.reset();
      onLink(link.supplyCode);
    },
  );
  return (
    <section>
      <h2>{suppliesWords.linkTitle}</h2>
      <ErrorSummary problem={problem} />
      <p>{suppliesWords.linkText}</p>
      <p>{suppliesWords.without}</p>
      {isForProblem && <p>{suppliesWords.forProblem}</p>}
      <form method="dialog" noValidate ref={form} onSubmit={onSubmit}>
        <ReceiptProof problem={problem} options={suppliesWords.linkBy} />
        <Submit busy={busy}>{suppliesWords.linkAction}</Submit>
      </form>
    </section>
  );
}
