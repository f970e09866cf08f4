import { useState } from "preact/hooks";
import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import type { ClientProblem } from "../../client.ts";
import { useAnswer } from "../../look/asking.ts";
import { Confirm } from "../../look/confirm.tsx";
import { Notice, ProblemNotice } from "../../look/notice.tsx";
import { api, signInAgain } from "../api.ts";
import { Waiting } from "../signed-in.tsx";
import { supplyAccountsWords as words } from "./supply-accounts.words.ts";

type Account = AnswerOf<Routes["listSupplyAccounts"]>["accounts"][number];

interface SupplyAccountsProps {
  readonly supply: AnswerOf<Routes["listSupplies"]>["supplies"][number];
}

/**
 * Lists the other accounts that linked a supply, if this account linked it by the holder's document; each of their
 * links can be ended after a confirmation. If not, says how a holder gets to see them.
 */
export function SupplyAccounts({ supply: { linkId, supplyCode, proof } }: SupplyAccountsProps) {
  return proof === "holder-document" ? (
    <Accounts linkId={linkId} supplyCode={supplyCode} />
  ) : (
    <p class="card">{words.notHolder}</p>
  );
}

interface AccountsProps {
  readonly linkId: string;
  readonly supplyCode: string;
}

function Accounts({ linkId, supplyCode }: AccountsProps) {
  const { answer, again } = useAnswer(() => api.listSupplyAccounts({ params: { linkId } }), linkId);
  const [asked, setAsked] = useState<Account>();
  const [problem, setProblem] = useState<ClientProblem>();
  const [isEnded, setIsEnded] = useState(false);
  const end = async ({ linkId: accountLinkId }: Account) => {
    setIsEnded(false);
    const outcome = await api.endSupplyLink({ params: { linkId, accountLinkId } });
    setProblem(outcome.ok ? undefined : outcome.problem);
    setIsEnded(outcome.ok);
    again();
  };
  return (
    <section class="card">
      <h4>{words.title(supplyCode)}</h4>
      <div role="status">{isEnded && <p class="notice good">{words.done}</p>}</div>
      {problem && <ProblemNotice problem={problem} signIn={signInAgain} />}
      <Waiting answer={answer} again={again} />
      {answer?.ok && answer.value.accounts.length === 0 && <p>{words.none}</p>}
      {answer?.ok && answer.value.accounts.length > 0 && (
        <ul class="doors">
          {answer.value.accounts.map((account) => (
            <li key={account.linkId}>
              <p>
                <b>{nameOf(account)}</b>
                <br />
                {words.since(account.linkedAt)} {words.by[account.proof]}
              </p>
              <button type="button" class="link" onClick={() => setAsked(account)}>
                {words.end}
                <span class="unseen"> {words.of(nameOf(account))}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {asked && (
        <Confirm
          title={words.confirmTitle}
          text={words.confirmText}
          yes={words.yes}
          no={words.no}
          onAnswer={(yes) => {
            setAsked(undefined);
            if (yes) end(asked);
          }}
        />
      )}
    </section>
  );
}

function nameOf({ contact }: Account): string {
  return contact === undefined ? words.noContact : words.contact(contact);
}

interface EndedLinksProps {
  readonly ended: AnswerOf<Routes["listSupplies"]>["ended"];
}

/**
 * Says, for each link in `ended`, that this account has the supply no more, when and why, and how to link it again if
 * its holder changed. Renders nothing if there is none.
 */
export function EndedLinks({ ended }: EndedLinksProps) {
  return ended.map(({ supplyCode, endedAt, because }) => (
    <Notice key={supplyCode}>
      <p>
        {/* An API of the release before says no reason. */}
        {words.ended[because === "holder-changed" ? because : "by-holder"](supplyCode, endedAt)} {words.claimsStay}
      </p>
      {because === "holder-changed" && <p>{words.linkAgain}</p>}
    </Notice>
  ));
}
