import { PublishCommand, SNSClient } from "@aws-sdk/client-sns";
import { named, type Sent } from "./mail.ts";

/** Text messages to Peruvian mobiles. Sent twice, it comes twice. */
export interface Texts {
  /** @param mobile nine digits, without the country's 51 */
  send(mobile: string, text: string): Promise<Sent>;
}

/** What the service answers for a number that is none, or whose owner asked for no more messages. */
const refusals: ReadonlySet<string> = new Set([
  "InvalidParameterException",
  "InvalidParameterValueException",
  "OptedOutException",
]);

/** The one client of a function. */
export function openSns(): SNSClient {
  return new SNSClient({});
}

export function openTexts({ client }: { readonly client: SNSClient }): Texts {
  return {
    send: async (mobile, text) => {
      try {
        const { MessageId } = await client.send(
          new PublishCommand({
            PhoneNumber: `+51${mobile}`,
            Message: text,
            MessageAttributes: { "AWS.SNS.SMS.SMSType": { DataType: "String", StringValue: "Transactional" } },
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
