import { useEffect, useState } from "preact/hooks";
import { formProblem, type Outcome } from "../../client.ts";
import { useSending } from "../../look/asking.ts";
import { ErrorSummary, Submit, TextField } from "../../look/field.tsx";
import { FileField } from "../../look/file-field.tsx";
import { Loaded } from "../../look/loaded-module.tsx";
import { sitePages } from "../../paths.ts";
import { api } from "../api.ts";
import { Heading } from "../page.tsx";
import type { Asked, Verification } from "./verification.ts";
import { verifyWords } from "./verify.words.ts";

/**
 * Renders the forms that check whether a document is the utility's and in force: by its code, or by its file, of which
 * only the SHA-256 is sent. If the address has a code (`?codigo=`), as that of a QR has, checks it at once.
 */
export function VerifyPage() {
  const [asked, setAsked] = useState<Asked>();
  const [fromQr, setFromQr] = useState<string>();
  const ask = async (by: Asked["by"], answer: () => Promise<Outcome<Verification>>) => {
    setAsked({ by });
    const given = await answer();
    // The answer is dropped if another check was asked meanwhile.
    setAsked((now) => (now?.by === by ? { by, answer: given } : now));
  };
  const askCode = (code: string) => ask({ code }, () => api.showVerification({ params: { code } }));
  const askFile = (file: File) =>
    ask({ fileName: file.name }, async () => {
      const sha256 = await import("../../look/send-file.ts")
        .then((send) => send.fingerprint(file))
        .catch(() => undefined);
      return sha256 === undefined ? unreadable : api.verifyFile({ body: { sha256 } });
    });
  useEffect(() => {
    const code = new URLSearchParams(location.search).get("codigo")?.trim();
    if (!code) return;
    setFromQr(code);
    askCode(code);
  }, []);
  return (
    <>
      <Heading>{sitePages.verify.title}</Heading>
      {asked && (
        <Loaded about="found" load={() => import("./verify-found.tsx")}>
          {({ VerifyFound }) => (
            <VerifyFound
              key={JSON.stringify(asked.by)}
              {...asked}
              again={() => "code" in asked.by && askCode(asked.by.code)}
            />
          )}
        </Loaded>
      )}
      <p>{verifyWords.lede}</p>
      <CodeForm key={fromQr} code={fromQr} onCode={askCode} />
      <form
        onChange={({ target }) => target instanceof HTMLInputElement && target.files?.[0] && askFile(target.files[0])}
      >
        <FileField
          name="file"
          label={verifyWords.file}
          hint={verifyWords.fileHint}
          accept="application/pdf"
          problem={undefined}
        />
      </form>
    </>
  );
}

const unreadable = {
  ok: false,
  problem: { kind: "refused", title: verifyWords.unreadable, detail: "", fields: [] },
} as const;

interface CodeFormProps {
  readonly code: string | undefined;
  readonly onCode: (code: string) => Promise<void>;
}

function CodeForm({ code, onCode }: CodeFormProps) {
  const { problem, busy, onSubmit } = useSending<string>(async (typed) => {
    const given = typed("code").trim();
    const wrong = formProblem({ code: given ? undefined : verifyWords.codeMissing });
    return wrong ? { ok: false, problem: wrong } : { ok: true, value: given };
  }, onCode);
  return (
    <form method="dialog" noValidate onSubmit={onSubmit}>
      <ErrorSummary problem={problem} />
      <TextField
        name="code"
        label={verifyWords.code}
        hint={verifyWords.codeHint}
        initial={code ?? ""}
        size="short"
        problem={problem}
      />
      <Submit busy={busy}>{verifyWords.checkCode}</Submit>
    </form>
  );
}
