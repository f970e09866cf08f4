import { useRef, useState } from "preact/hooks";
import { formProblem } from "../../client.ts";
import { useAnswer, useSending } from "../../look/asking.ts";
import { Facts } from "../../look/facts.tsx";
import { Choice, ErrorSummary } from "../../look/field.tsx";
import { Loaded } from "../../look/loaded-module.tsx";
import { useOffice } from "../../office.ts";
import { sitePages } from "../../paths.ts";
import { visitTime } from "../../words/claim-times.ts";
import { slotOptions, type VisitView, visitWords, whyFixed } from "../../words/visit.ts";
import { api } from "../api.ts";
import { claimNames } from "../claim/claim-names.words.ts";
import { ClaimWaiting } from "../claim/claim-waiting.tsx";
import { addressOf, Heading } from "../page.tsx";
import { usePlace } from "../place.tsx";
import { SignedIn, SignInAgain } from "../signed-in.tsx";

/**
 * Renders the next visit of the claim in the address, for whoever is signed in: who comes, when, what they look at and
 * how to prepare. Has a button that confirms the visit, and a form that moves it to another free slot; if it cannot be
 * moved, says why. Says so if there is no visit to come.
 */
export function ClaimVisitPage() {
  const { claimId = "" } = usePlace().params;
  return (
    <>
      <p class="back">
        <a href={addressOf("claim", { claimId })}>{visitWords.back}</a>
      </p>
      <Heading>{sitePages.claimVisit.title}</Heading>
      <SignedIn why={claimNames.signIn}>
        <Visit claimId={claimId} />
      </SignedIn>
    </>
  );
}

function Visit({ claimId }: { readonly claimId: string }) {
  const { answer, again } = useAnswer(() => api.showVisit({ params: { claimId } }), claimId);
  const [after, setAfter] = useState<VisitView>();
  const [isMoved, setIsMoved] = useState(false);
  if (!answer?.ok) return <ClaimWaiting answer={answer} again={again} />;
  const shown = after ?? answer.value;
  const { visit, change, address, inside, outside, repeated, languageChoice } = shown;
  if (!visit || !change) return <p>{visitWords.none}</p>;
  return (
    <>
      <Facts
        rows={[
          [visitWords.when, <b key="when">{visitTime(visit)}</b>],
          [visitWords.where, address],
          [visitWords.who, visit.inspector ?? visitWords.nobodyYet],
        ]}
      />
      <p>{visitWords.askCard}</p>
      {visit.late && <p>{visitWords.late}</p>}
      <Confirm key={`${visit.on} ${visit.from}`} view={shown} visit={visit} onDone={setAfter} />
      {/* A new slot is announced once, where the form was. */}
      <p role="status">{isMoved && visitWords.moved}</p>
      <Move
        view={shown}
        visit={visit}
        change={change}
        onDone={(moved) => {
          setAfter(moved);
          setIsMoved(true);
        }}
        onStale={() => {
          setAfter(undefined);
          again();
        }}
      />
      <Loaded load={() => import("../notice/claim-language.tsx")} about="language" aside>
        {({ ClaimLanguage }) => <ClaimLanguage claimId={claimId} choice={languageChoice} />}
      </Loaded>
      <h2>{visitWords.looks}</h2>
      <ul>
        {inside && <li>{visitWords.inside}</li>}
        {outside && <li>{visitWords.outside}</li>}
      </ul>
      <h2>{visitWords.ready}</h2>
      <ul>
        {visitWords.readyItems(inside).map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
      <p class="note">{visitWords.absent(repeated)}</p>
    </>
  );
}

interface ActingProps {
  readonly view: VisitView;
  readonly visit: NonNullable<VisitView["visit"]>;
  readonly onDone: (view: VisitView) => void;
}

/** Renders the button that confirms the visit; once it is confirmed, says so. */
function Confirm({ view: { claimId, confirmed }, visit: { inspectionId, on, from }, onDone }: ActingProps) {
  /** Takes the focus of the button, which goes away. */
  const said = useRef<HTMLParagraphElement>(null);
  const [key] = useState(() => crypto.randomUUID());
  const { problem, busy, onSubmit } = useSending(
    () => api.confirmVisit({ params: { claimId }, body: { inspectionId, on, from }, key }),
    (after) => {
      said.current?.focus();
      onDone(after);
    },
  );
  return (
    <form method="dialog" noValidate onSubmit={onSubmit}>
      <ErrorSummary problem={problem} />
      <SignInAgain problem={problem} />
      <p role="status" tabIndex={-1} ref={said}>
        {confirmed && visitWords.confirmed}
      </p>
      {!confirmed && (
        <button type="submit" class="button" aria-busy={busy || undefined}>
          {visitWords.confirm}
        </button>
      )}
    </form>
  );
}

interface MoveProps extends ActingProps {
  readonly change: NonNullable<VisitView["change"]>;
  /** Called when a slot was refused: the free ones are read again. */
  readonly onStale: () => void;
}

/** Renders the form that chooses another free slot, or says why there is none. */
function Move({ view: { claimId }, visit: { inspectionId }, change, onDone, onStale }: MoveProps) {
  const { telephone } = useOffice();
  const [key, setKey] = useState(() => crypto.randomUUID());
  const { problem, busy, onSubmit } = useSending(
    async (typed) => {
      const [on = "", from = ""] = typed("slot").split(" ");
      const wrong = formProblem({ slot: from ? undefined : visitWords.missing });
      if (wrong) return { ok: false, problem: wrong };
      const moved = await api.moveVisit({ params: { claimId }, body: { inspectionId, on, from }, key });
      if (!moved.ok && moved.problem.kind === "urn:caudal:not-now") onStale();
      return moved;
    },
    (after) => {
      setKey(crypto.randomUUID());
      onDone(after);
    },
  );
  const fixed = whyFixed(change, telephone);
  if (fixed) return <p>{fixed}</p>;
  return (
    <details open={problem !== undefined || undefined}>
      <summary>{visitWords.change}</summary>
      <form method="dialog" noValidate onSubmit={onSubmit}>
        <ErrorSummary problem={problem} />
        <SignInAgain problem={problem} />
        <Choice
          name="slot"
          legend={visitWords.choose}
          hint={visitWords.chooseHint(change.until, change.left)}
          options={slotOptions(change.slots)}
          problem={problem}
        />
        <button type="submit" class="button plain" aria-busy={busy || undefined}>
          {visitWords.send}
        </button>
      </form>
    </details>
  );
}
