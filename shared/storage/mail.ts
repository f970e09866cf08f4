import { SESv2Client, SendEmailCommand } from "@aws-sdk/client-sesv2";

/** Whom mail is from; the name is the verified address. */
export type Sender = { readonly client: SESv2Client; readonly name: string };

export interface MailLetter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same as a page. */
  readonly html?: string | undefined;
}

/** What became of something sent: what its provider names it by in all it tells of it later, or `refused` for good. */
export type Sent = { readonly messageId: string } | "refused";

/** Mail from the office. Sent twice, it comes twice: the service knows no key of a message. What may pass later throws. */
export interface Mail {
  send(letter: MailLetter): Promise<Sent>;
}

/** What the mail service answers for an address or a message it will never take. */
const refusals: ReadonlySet<string> = new Set(["BadRequestException", "MessageRejected"]);

/** The one client of a function. */
export function openSes(): SESv2Client {
  return new SESv2Client({});
}

/**
 * @param configurationSet says where the service reports what becomes of it
 */
export function openMail({ client, name }: Sender, configurationSet: string): Mail {
  const inUtf8 = (Data: string) => ({ Data, Charset: "UTF-8" });
  return {
    send: async ({ to, subject, text, html }) => {
      try {
        const { MessageId } = await client.send(
          new SendEmailCommand({
            FromEmailAddress: name,
            ConfigurationSetName: configurationSet,
            Destination: { ToAddresses: [to] },
            Content: {
              Simple: {
                Subject: inUtf8(subject),
                Body: { Text: inUtf8(text), ...(html !== undefined && { Html: inUtf8(html) }) },
              },
            },
          }),
        );
        return named(MessageId);
      } catch (failure) {
        if (failure instanceof Error && refusals.has(failure.name)) return "refused";
        throw failure;
      }
    },
  };
}

/** What was sent, by the name its provider gave it. */
export function named(messageId: string | undefined): Sent {
  if (!messageId) throw new Error("the service took a message and did not name it");
  return { messageId };
}
