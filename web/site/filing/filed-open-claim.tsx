import { useEffect, useRef, useState } from "preact/hooks";
import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import { formProblem } from "../../client.ts";
import { useAnswer, useFocus, useSending } from "../../look/asking.ts";
import { Choice, ErrorSummary, Submit, TextField } from "../../look/field.tsx";
import { painted } from "../../look/loaded-module.tsx";
import { Notice } from "../../look/notice.tsx";
import { useOffice } from "../../office.ts";
import { sitePages } from "../../paths.ts";
import { date, monthAndYear } from "../../words/format.ts";
import { api } from "../api.ts";
import { DownloadButton } from "../download-button.tsx";
import { addressOf } from "../page.tsx";
import { filedWords } from "./claim-filed.words.ts";
import { filesWithoutAccount } from "./draft-files.ts";
import { type FiledWithoutAccount, forgetFiled, keepFiled } from "./filed-claim.ts";
import { Lacking, NoPaying, Plans, Stamp } from "./filed-facts.tsx";
import { openFiledWords } from "./filed-open-claim.words.ts";
import { delivered } from "./kept-sending.ts";

const pollMs = 2000;

interface KeptProps {
  readonly kept: FiledWithoutAccount;
}

interface FiledOpenClaimProps extends KeptProps {
  /** Called once the person had what the tab keeps of the claim erased. */
  readonly onForget: () => void;
}

/**
 * Renders a claim that was just filed without an account: its code, its hour, its key, its cargo and its files. A form
 * confirms the person's mobile or mail by six digits sent there; the days of visit and hearing are shown then. Asks the
 * API again every two seconds until the cargo is made. If the telephone is somebody else's, a button deletes what the
 * tab keeps.
 */
export function FiledOpenClaim({ kept, onForget }: FiledOpenClaimProps) {
  const { filed, borrowed } = kept;
  const { code, claimKey, receipts } = filed;
  const { answer, again } = useAnswer(() => api.showOpenClaim({ body: { code, claimKey } }), code);
  const waits = answer?.ok && !answer.value.cargoReady;
  useEffect(() => {
    if (!waits) return;
    const timer = setTimeout(again, pollMs);
    return () => clearTimeout(timer);
  }, [answer]);
  const [confirmed, setConfirmed] = useState<Confirmed>();
  const reached = (by: Confirmed) => {
    setConfirmed(by);
    again();
  };
  const late = receipts.filter((receipt) => receipt.late);
  const forget = () => {
    forgetFiled(kept);
    onForget();
  };
  return (
    <>
      <Stamp claim={filed} />
      {answer?.ok && answer.value.cargoReady ? (
        <p>
          <DownloadButton ask={() => api.downloadOpenCargo({ body: { code, claimKey } })}>
            {filedWords.cargo}
          </DownloadButton>
        </p>
      ) : (
        <p role="status">{answer?.ok === false ? filedWords.cargoText : filedWords.cargoWaiting}</p>
      )}
      <p>
        {filedWords.key}: <b class="code">{claimKey}</b>
        <br />
        {openFiledWords.keyText} <a href={addressOf("openByKey")}>{sitePages.openByKey.title}</a>.
        {answer?.ok && answer.value.channels.length === 0 && ` ${openFiledWords.keyByPost}`}
      </p>
      <Lacking {...filed} isGuest />
      <DeliveredFiles kept={kept} />
      {late.length > 0 && <p>{filedWords.late(late.map(({ period }) => monthAndYear(period)).join(", "))}</p>}
      {answer?.ok && answer.value.holdBy && <p>{openFiledWords.holdBy(date(answer.value.holdBy))}</p>}
      {answer?.ok && !answer.value.holdBy && receipts.length > 0 && <NoPaying hold={answer.value} />}
      {confirmed ? (
        <Reached confirmed={confirmed} kept={kept} />
      ) : (
        <>
          <Plans visit={filed.visit} claim={filed} />
          {answer?.ok && !answer.value.contactConfirmed && (
            <Contact kept={kept} channels={answer.value.channels} onConfirm={reached} />
          )}
        </>
      )}
      <section>
        <h2>{filedWords.next}</h2>
        <ol>
          {[
            filedWords.complete,
            ...(confirmed
              ? [
                  filedWords.visitStep(confirmed.visit !== undefined),
                  filedWords.hearingStep(confirmed.hearing !== undefined),
                ]
              : [openFiledWords.appointments]),
            filedWords.decide,
          ].map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p>
          {openFiledWords.stateText} <a href={addressOf("claimState")}>{openFiledWords.state}</a>
        </p>
        {borrowed && (
          <p>
            {openFiledWords.eraseText}{" "}
            <button type="button" class="link" onClick={forget}>
              {openFiledWords.erase}
            </button>
          </p>
        )}
      </section>
    </>
  );
}

/**
 * Sends, as it appears, the files of a claim that this phone still has, and shows how many are left, with a button that
 * tries again. Names the files that are no part of the claim. Renders nothing if there are neither.
 */
export function DeliveredFiles({ kept }: KeptProps) {
  const { filed, draftId, waiting, leftOut } = kept;
  const [left, setLeft] = useState(waiting);
  const [busy, setBusy] = useState(waiting.length > 0);
  const deliver = async () => {
    setBusy(true);
    const arrived = await Promise.all(left.map((file) => delivered(filesWithoutAccount(draftId), draftId, file)));
    const still = left.filter((_, at) => !arrived[at]);
    keepFiled({ ...kept, waiting: still });
    setLeft(still);
    setBusy(false);
  };
  useEffect(() => {
    if (waiting.length > 0) deliver();
  }, []);
  if (waiting.length === 0 && leftOut.length === 0) return null;
  return (
    <section>
      <h2>{openFiledWords.files}</h2>
      <p role="status">
        {busy ? openFiledWords.sending(left.length) : left.length > 0 ? openFiledWords.left(left.length) : ""}
        {!busy && left.length === 0 && waiting.length > 0 && openFiledWords.arrived}
      </p>
      {left.length > 0 && !busy && (
        <button type="button" class="button plain" onClick={deliver}>
          {openFiledWords.again}
        </button>
      )}
      {leftOut.length > 0 && <p>{openFiledWords.leftOut(leftOut, filed.code)}</p>}
    </section>
  );
}

type Confirmed = AnswerOf<Routes["confirmOpenContact"]>;
type Channel = "sms" | "email";

interface ContactProps extends KeptProps {
  readonly channels: readonly Channel[];
  readonly onConfirm: (confirmed: Confirmed) => void;
}

/**
 * Renders the form that has six digits sent to the person's mobile or mail, and then the form that confirms it by these
 * digits. Without a mobile or a mail, says how the person is reached instead.
 */
function Contact({ kept: { filed, borrowed }, channels, onConfirm }: ContactProps) {
  const { address, hours } = useOffice();
  const [sentTo, setSentTo] = useState<Channel>();
  const card = useRef<HTMLElement>(null);
  const turned = (to: Channel | undefined) => {
    setSentTo(to);
    // The pressed button is gone once this is drawn.
    painted().then(() => card.current?.querySelector<HTMLElement>("input, button")?.focus());
  };
  const { code, claimKey } = filed;
  const [only] = channels;
  const asking = useSending(
    async (typed) => {
      const channel = channels.find((each) => each === typed("channel")) ?? only ?? "sms";
      return api.askOpenContact({ body: { code, claimKey, channel } });
    },
    ({ channel }) => turned(channel),
  );
  const confirming = useSending(async (typed) => {
    const digits = typed("digits").replace(/\s/g, "");
    const wrong = formProblem({ digits: /^\d{6}$/.test(digits) ? undefined : openFiledWords.digitsWrong });
    if (wrong) return { ok: false, problem: wrong };
    const answer = await api.confirmOpenContact({ body: { code, claimKey, digits } });
    // The title of this refusal speaks to staff of «la persona»: its sentence stands at the field.
    return !answer.ok && answer.problem.kind === "urn:caudal:not-confirmed"
      ? { ok: false, problem: formProblem({ digits: answer.problem.detail }) ?? answer.problem }
      : answer;
  }, onConfirm);
  if (only === undefined)
    return (
      <section class="card">
        <h2>{openFiledWords.byPost}</h2>
        <p>{openFiledWords.byPostText(address, hours.counter)}</p>
      </section>
    );
  const { title, text } = borrowed ? openFiledWords.borrowed : openFiledWords.own;
  return (
    <section class="card" ref={card}>
      <h2>{!borrowed && channels.length === 1 ? openFiledWords.titles[only] : title}</h2>
      {sentTo === undefined ? (
        <>
          <p>{text}</p>
          <ErrorSummary problem={asking.problem} />
          <form method="dialog" noValidate onSubmit={asking.onSubmit}>
            {channels.length > 1 && (
              <Choice
                name="channel"
                legend={openFiledWords.channel}
                options={openFiledWords.channels}
                chosen={only}
                problem={asking.problem}
              />
            )}
            <Submit busy={asking.busy} plain>
              {openFiledWords.ask}
            </Submit>
          </form>
        </>
      ) : (
        <>
          <p role="status">{openFiledWords.sent[sentTo]}</p>
          <ErrorSummary problem={confirming.problem} />
          <form method="dialog" noValidate onSubmit={confirming.onSubmit}>
            <TextField
              name="digits"
              label={openFiledWords.digits}
              numeric
              fill="one-time-code"
              size="short"
              problem={confirming.problem}
            />
            <div class="buttons">
              <Submit busy={confirming.busy} plain>
                {openFiledWords.confirm}
              </Submit>
              <button type="button" class="link" onClick={() => turned(undefined)}>
                {openFiledWords.notArrived}
              </button>
            </div>
          </form>
        </>
      )}
    </section>
  );
}

interface ReachedProps extends KeptProps {
  readonly confirmed: Confirmed;
}

/**
 * Renders what a confirmed contact gives: the days of visit and hearing and, if the telephone is the person's own, the
 * link that adds the claim to an account.
 */
function Reached({ confirmed, kept: { filed, borrowed } }: ReachedProps) {
  const { visit, hearing, awaitsAppointments } = confirmed;
  const key = new URLSearchParams({ codigo: filed.code, clave: filed.claimKey });
  const box = useFocus<HTMLDivElement>(confirmed);
  return (
    <>
      <div tabIndex={-1} ref={box}>
        <Notice tone="good" title={openFiledWords.confirmed}>
          {!borrowed && (
            <p>
              {openFiledWords.accountText} <a href={`${addressOf("openByKey")}#${key}`}>{openFiledWords.account}</a>
            </p>
          )}
        </Notice>
      </div>
      <Plans visit={visit} claim={{ hearing, awaitsAppointments, owner: filed.owner }} />
    </>
  );
}
