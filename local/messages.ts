import { randomUUID } from "node:crypto";
import * as z from "zod";
import type { MailEvents } from "./mail-events.ts";
import type { Records } from "./records.ts";
import { ignored } from "./resources.ts";
import type { TextEvents } from "./text-events.ts";

const message = z.object({
  id: z.string(),
  at: z.string(),
  channel: z.enum(["mail", "sms"]),
  to: z.string(),
  subject: z.string().optional(),
  text: z.string(),
  html: z.string().optional(),
});
/** A mail or SMS that the cloud would have sent; `at` is by the stack's clock. */
export type Message = z.output<typeof message>;

export interface Messages {
  /** Stores a message with the stack's instant and returns its new id; sends nothing. */
  deliver(message: Omit<Message, "id" | "at">): string;
  /** Returns the messages, newest first; with `to`, only those to exactly this address or telephone. */
  sent(to?: string): readonly Message[];
}

export function openMessages(records: Records, now: () => string): Messages {
  return {
    deliver: (sending) => {
      const id = randomUUID();
      records.set(id, { ...sending, id, at: now() });
      return id;
    },
    sent: (to) => {
      const all = records
        .all()
        .map(({ value }) => message.parse(value))
        .reverse();
      return to === undefined ? all : all.filter((one) => one.to === to);
    },
  };
}

/** An answer of one of the services that functions send by. */
export interface ServiceAnswer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

const part = z.object({ Data: z.string() });
const mail = z.strictObject({
  FromEmailAddress: z.string(),
  Destination: z.strictObject({ ToAddresses: z.array(z.string()).length(1) }),
  Content: z.strictObject({
    Simple: z.object({
      Subject: part,
      Body: z.strictObject({ Text: part, Html: part.optional() }),
    }),
  }),
  ReplyToAddresses: ignored,
  ConfigurationSetName: z.string(),
  EmailTags: z.array(z.strictObject({ Name: z.string(), Value: z.string() })).default([]),
});

/**
 * Answers SES v2 `SendEmail`: stores the mail in `messages`, has `events` report its outcome later, and answers 200
 * with the mail's id. Answers 400 if the mail is not of simple content to one address, or if the templates lack its
 * configuration set. Throws if `body` is not JSON.
 */
export function sendEmail(messages: Messages, events: MailEvents, body: string): ServiceAnswer {
  const asked = mail.safeParse(JSON.parse(body));
  const answer = (status: number, value: object) => ({ status, type: "application/json", body: JSON.stringify(value) });
  if (!asked.success) return answer(400, { message: `not known here: ${z.prettifyError(asked.error)}` });
  const {
    Destination,
    Content,
    ConfigurationSetName: configurationSet,
    FromEmailAddress: from,
    EmailTags,
  } = asked.data;
  if (!events.knows(configurationSet))
    return answer(400, { message: `the templates have no configuration set ${configurationSet}` });
  const { Subject, Body } = Content.Simple;
  const [to = ""] = Destination.ToAddresses;
  const subject = Subject.Data;
  const html = Body.Html && { html: Body.Html.Data };
  const messageId = messages.deliver({ channel: "mail", to, subject, text: Body.Text.Data, ...html });
  const tags = Object.fromEntries(EmailTags.map(({ Name, Value }) => [Name, [Value]]));
  events.follow({ messageId, from, to, subject, configurationSet, tags });
  return answer(200, { MessageId: messageId });
}

/**
 * Answers SNS `Publish` to a telephone, in the query protocol: stores the text, has `events` report its outcome later,
 * and answers 200 with the text's id. Answers 400 if the call is not `Publish`, or if the telephone or the text is
 * missing.
 */
export function publishSms(messages: Messages, events: TextEvents, body: string): ServiceAnswer {
  const form = new URLSearchParams(body);
  const [to, text] = [form.get("PhoneNumber"), form.get("Message")];
  const answer = (status: number, xml: string) => ({ status, type: "text/xml", body: xml });
  const refused = "<Code>InvalidParameter</Code><Message>only Publish to a PhoneNumber is known here</Message>";
  if (form.get("Action") !== "Publish" || !to || !text)
    return answer(400, `<ErrorResponse><Error>${refused}</Error></ErrorResponse>`);
  const id = messages.deliver({ channel: "sms", to, text });
  events.follow(id, to);
  const namespace = "http://sns.amazonaws.com/doc/2010-03-31/";
  const result = `<PublishResult><MessageId>${id}</MessageId></PublishResult>`;
  return answer(200, `<PublishResponse xmlns="${namespace}">${result}</PublishResponse>`);
}
