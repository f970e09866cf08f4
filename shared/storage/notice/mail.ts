import { type MessageHeader, type MessageTag, SESv2Client, SendEmailCommand } from "@aws-sdk/client-sesv2";
import { traceNow } from "../check/trace.ts";

/** Whom mail is from; the name is the verified address. */
export type Sender = { readonly client: SESv2Client; readonly name: string };

export interface MailLetter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The text as a page. */
  readonly html?: string | undefined;
  /** The address to which a mail program posts to end such mails (RFC 8058); absent from what is not news. */
  readonly stopAt?: string | undefined;
}

/** The result of sending: the provider's id of the message, by which it reports delivery, or `refused` for good. */
export type Sent = { readonly messageId: string } | "refused";

/**
 * Mail from the office. Sent twice, it arrives twice: the service takes no key. `send` returns `refused` if the service
 * rejects the address or the message, and throws on any other failure or if it gets no id.
 */
export interface Mail {
  send(letter: MailLetter): Promise<Sent>;
}

/** The failures that mean the mail service will never take the address or the message. */
const refusals: ReadonlySet<string> = new Set(["BadRequestException", "MessageRejected"]);

export function openSes(): SESv2Client {
  return new SESv2Client({});
}

/**
 * Opens the sending of mail from the office's address.
 * @param configurationSet names the settings by which the mail service reports delivery outcomes
 */
export function openMail({ client, name }: Sender, configurationSet: string): Mail {
  const inUtf8 = (Data: string) => ({ Data, Charset: "UTF-8" });
  return {
    send: async ({ to, subject, text, html, stopAt }) => {
      try {
        const { MessageId } = await client.send(
          new SendEmailCommand({
            FromEmailAddress: name,
            ConfigurationSetName: configurationSet,
            Destination: { ToAddresses: [to] },
            ...tagged(),
            Content: {
              Simple: {
                ...(stopAt !== undefined && { Headers: oneClick(stopAt) }),
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

/** Returns the headers by which a mail program offers to end such mails with one press. */
function oneClick(stopAt: string): MessageHeader[] {
  return [
    { Name: "List-Unsubscribe", Value: `<${stopAt}>` },
    { Name: "List-Unsubscribe-Post", Value: "List-Unsubscribe=One-Click" },
  ];
}

/** Tags a mail with the trace in which it is sent; the service gives the tag back with each outcome. */
function tagged(): { EmailTags?: MessageTag[] } {
  const trace = traceNow();
  // A tag has letters, digits, dashes and underscores alone.
  return trace === undefined ? {} : { EmailTags: [{ Name: "trace", Value: trace.replace(/[^\w-]/g, "_") }] };
}

/**
 * Returns the result of a sending by the id that the provider gave the message. Throws if the id is undefined or empty.
 */
export function named(messageId: string | undefined): Sent {
  if (!messageId) throw new Error("the service took a message and gave it no id");
  return { messageId };
}
