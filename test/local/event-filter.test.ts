import { describe, expect, it } from "vitest";
import { filterCriteria, passes } from "../../local/event-filter.ts";

const criteria = (...patterns: object[]) =>
  filterCriteria.parse({ Filters: patterns.map((one) => ({ Pattern: JSON.stringify(one) })) }).Filters;
const outbox = { dynamodb: { NewImage: { undeliveredShard: { S: [{ exists: true }] } } } };
const image = (NewImage?: object) => ({ eventName: "MODIFY", dynamodb: { Keys: { pk: { S: "a" } }, NewImage } });

describe("an event source's filter", () => {
  it.each<[object[], object, boolean, string]>([
    [[outbox], image({ undeliveredShard: { S: "3" } }), true, "the attribute is there"],
    [[outbox], image({ other: { S: "3" } }), false, "another is"],
    [[outbox], image(), false, "the item was deleted"],
    [[outbox], image({ undeliveredShard: { N: "3" } }), false, "it is of another type"],
    [[outbox], image({ undeliveredShard: { S: { deep: "3" } } }), false, "only leaves are asked about"],
    [
      [{ dynamodb: { NewImage: { sk: { S: [{ exists: false }] } } } }],
      image({}),
      true,
      "what must not be there is not",
    ],
    [[{ eventName: ["INSERT", "MODIFY"] }], image(), true, "one of the values"],
    [[{ eventName: ["INSERT"] }], image(), false, "none of the values"],
    [[{ eventName: ["MODIFY"], ...outbox }], image(), false, "one field holds, the other does not"],
    [[{ eventName: ["INSERT"] }, { eventName: ["MODIFY"] }], image(), true, "one filter of two"],
    [[{ tags: { set: ["ours"] } }], { tags: { set: ["theirs", "ours"] } }, true, "one of a list is as wanted"],
    [[{ tags: { set: ["ours"] } }], { tags: { set: ["theirs"] } }, false, "none of a list is"],
    [[], image(), true, "there is none"],
  ])("%j lets %j pass: %s (%s)", (patterns, event, expected) => {
    expect(passes(criteria(...patterns), event)).toBe(expected);
  });

  it.each<[object, string]>([
    [{ pk: { S: [{ prefix: "CLAIM#" }] } }, "a test not known here"],
    [{ pk: [] }, "no test at all"],
    [{ pk: "CLAIM#1" }, "a value without its list"],
  ])("is refused with %j (%s)", (pattern) => {
    expect(() => criteria(pattern)).toThrow();
  });
});
