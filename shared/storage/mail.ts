import { SESv2Client, SendEmailCommand } from "@aws-sdk/client-sesv2";

export interface MailLetter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** What became of something sent: `refused` for good, however often it is tried. What may pass later throws. */
export type Sent = "sent" | "refused";

/** Mail from the office. Sent twice, it comes twice: the service knows no key of a message. */
export interface Mail {
  send(letter: MailLetter): Promise<Sent>;
}

/** What the mail service answers for an address or a message it will never take. */
const refusals: ReadonlySet<string> = new Set(["BadRequestException", "MessageRejected"]);

/** The one client of a function. */
function openSes(): SESv2Client {
  return new SESv2Client({});
}

/** @param sender the verified address mail is from */
export function openMail(sender: string, client: SESv2Client = openSes()): Mail {
  const inUtf8 = (Data: string) => ({ Data, Charset: "UTF-8" });
  return {
    send: async ({ to, subject, text }) => {
      try {
        await client.send(
          new SendEmailCommand({
            FromEmailAddress: sender,
            Destination: { ToAddresses: [to] },
            Content: { Simple: { Subject: inUtf8(subject), Body: { Text: inUtf8(text) } } },
          }),
        );
        return "sent";
      } catch (failure) {
        if (failure instanceof Error && refusals.has(failure.name)) return "refused";
        throw failure;
      }
    },
  };
}
