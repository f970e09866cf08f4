import { useState } from "preact/hooks";
import { resendAttachment } from "../../look/resend-attachment.ts";
import { readied } from "../../look/send-attachment.ts";
import { fingerprint } from "../../look/send-file.ts";
import { filesOfAccount } from "../filing/draft-files.ts";
import { cargoWords } from "../submission/submission.words.ts";

interface ResendAttachmentProps {
  readonly uploadId: string;
  /** The hash of the file as it was announced. */
  readonly sha256: string;
  /** Called once the file has arrived. */
  readonly onSent?: () => void;
}

/**
 * Renders a field that sends a file which was announced and never arrived. Sends nothing if neither the chosen file nor
 * the smaller photo made of it has the hash `sha256`, and says so.
 */
export function ResendAttachment({ uploadId, sha256, onSent }: ResendAttachmentProps) {
  const [said, setSaid] = useState<string>();
  const choose = async ({ currentTarget: { files } }: { readonly currentTarget: HTMLInputElement }) => {
    const [file] = files ?? [];
    const unsent = file && (await announcedOf(file, sha256));
    if (!unsent) return setSaid(cargoWords.resendOther);
    const attachment = { fileName: unsent.name, sizeBytes: unsent.size, state: "lost", uploadId, unsent } as const;
    const { state, reason } = await resendAttachment(filesOfAccount, attachment, () => {});
    setSaid(state === "pending" ? cargoWords.resent : (reason ?? cargoWords.resendLost));
    if (state === "pending") onSent?.();
  };
  const name = `resend-${uploadId}`;
  return (
    <span class="field">
      <label for={name}>{cargoWords.resend}</label>
      <input id={name} type="file" accept="image/*,application/pdf" onChange={choose} />
      <span role="status">{said}</span>
    </span>
  );
}

/** Returns the file, or the smaller JPEG made of it, whichever has the announced SHA-256; undefined if neither has. */
async function announcedOf(file: File, sha256: string): Promise<File | undefined> {
  for (const each of [file, await readied(file)])
    if ((await fingerprint(each).catch(() => undefined)) === sha256) return each;
  return undefined;
}
