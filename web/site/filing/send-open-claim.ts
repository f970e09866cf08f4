import type { ClientRequestOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import { type Outcome, transportProblem } from "../../client.ts";
import type { SentAttachment } from "../../look/send-attachment.ts";
import { api, session } from "../api.ts";
import { takenFiles } from "../attachment/checked-files.ts";
import { attachmentsOf, listedIn, receiptsOf } from "../resolution/draft-answers.ts";
import { type Answers, textOf } from "./answers.ts";
import { openClaimOf } from "./claim-body.ts";
import { carriedIn, forgetText, keepAnswers, markFiled } from "./draft.ts";
import { filesWithoutAccount } from "./draft-files.ts";
import { type FiledWithoutAccount, keepFiled, rememberFiled } from "./filed-claim.ts";
import { announced, withKept } from "./kept-sending.ts";

type Body = ClientRequestOf<Routes["fileOpenClaim"]>["body"];

/** How long the claim waits for its files to be announced. A file that is not announced by then is left out of it. */
const announcingMs = 10_000;

/**
 * Files the claim of a draft without an account, with the draft's own idempotency key, and returns the claim's id.
 * Files that wait on this phone are only announced, and sent later; one not announced within ten seconds, or refused by
 * its check, is left out. Keeps the answer in the tab, erases the draft's text and adds the claim to the account of who
 * is signed in. Fails with `refused` if an answer is missing, or with the API's problem: the draft stays.
 */
export async function sendOpenClaim(draftId: string, before: Answers): Promise<Outcome<string>> {
  const { taken, refused } = await takenFiles(filesWithoutAccount(draftId), draftId, attachmentsOf(before));
  const files = await allAnnounced(draftId, taken);
  const answers = keepAnswers(draftId, { attachments: listedIn(files) });
  const chosen = receiptsOf(answers).map(({ number }) => number);
  const seen = carriedIn(draftId)?.history.find(({ number }) => chosen.includes(number));
  const claim = openClaimOf(answers, seen?.totalDue);
  if (!claim) return transportProblem("refused");
  const answer = await filedOnce({ ...claim, draftId }, textOf(answers, "writeKey"));
  if (!answer.ok) return answer;
  const filed = answer.value;
  const kept = { filed, draftId, borrowed: claim.borrowed ?? false, ...notSent(files, refused) };
  keepFiled({ ...kept, inAccount: false });
  rememberFiled(filed);
  markFiled(draftId, filed);
  forgetText(draftId);
  if (session.isOpen()) {
    const { code, claimKey } = filed;
    const [opened] = await Promise.all([
      api.openClaim({ body: { code, claimKey } }),
      api.dropDraft({ params: { draftId } }),
    ]);
    // Where the account may not have it, its page opens by its key.
    keepFiled({ ...kept, inAccount: opened.ok });
  }
  return { ok: true, value: filed.claimId };
}

/** Returns the files of a draft. Those that waited without an upload have one if they could be announced in time. */
async function allAnnounced(
  draftId: string,
  attachments: readonly SentAttachment[],
): Promise<readonly SentAttachment[]> {
  const files = await withKept(draftId, attachments);
  const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), announcingMs));
  return Promise.all(
    files.map(async (file) => {
      if (file.uploadId !== undefined || !file.unsent) return file;
      const upload = await Promise.race([announced(filesWithoutAccount(draftId), file.unsent), late]);
      return { ...file, ...upload };
    }),
  );
}

function notSent(
  files: readonly SentAttachment[],
  refused: readonly string[],
): Pick<FiledWithoutAccount, "waiting" | "leftOut"> {
  const kept = files.filter(({ state }) => state === "kept");
  return {
    waiting: kept.filter(({ uploadId }) => uploadId !== undefined).map(({ unsent: _, ...file }) => file),
    leftOut: [...refused, ...kept.filter(({ uploadId }) => uploadId === undefined).map(({ fileName }) => fileName)],
  };
}

const attemptsKey = (key: string): string => `caudal.attempts.${key}`;

/**
 * Files a claim. If the answer to an earlier attempt was lost and that attempt filed the claim with other answers,
 * returns the claim of that attempt.
 */
async function filedOnce(body: Body, key: string): ReturnType<typeof api.fileOpenClaim> {
  const before: readonly Body[] = JSON.parse(sessionStorage.getItem(attemptsKey(key)) ?? "[]");
  sessionStorage.setItem(attemptsKey(key), JSON.stringify([...before, body]));
  let filed = await api.fileOpenClaim({ body, key });
  for (const earlier of before) {
    if (filed.ok || filed.problem.kind !== "urn:caudal:write-key-used") break;
    filed = await api.fileOpenClaim({ body: earlier, key });
  }
  // A refusal filed nothing: what was sent need not be kept.
  if (filed.ok || filed.problem.kind.startsWith("urn:")) sessionStorage.removeItem(attemptsKey(key));
  return filed;
}
