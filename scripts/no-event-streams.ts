const message = "the office calls no operation that streams events";

/**
 * Stands in a bundle, with `EventStreamSerde`, for the SDK's reader of streams of events
 * (`@smithy/core/event-streams`).
 * @throws always: the office calls no operation that streams events
 */
export function eventStreamSerdeProvider(): never {
  throw new Error(message);
}

/** Returns the settings of a client as they are: without what reads streams of events. */
export const resolveEventStreamSerdeConfig = (config: object): object => config;

export class EventStreamSerde {
  constructor() {
    throw new Error(message);
  }
}
