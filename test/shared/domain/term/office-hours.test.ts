import { describe, expect, it } from "vitest";
import {
  type ChannelHours,
  type OfficeState,
  officeChannels,
  officeState,
} from "../../../../shared/domain/term/office-hours.ts";
import { calendars } from "../../../../tenants/eps-moquegua/calendars.ts";
import { tenant } from "../../../../tenants/eps-moquegua/tenant.ts";

const mornings: ChannelHours = [{ weekdays: [1, 2, 3, 4, 5], opens: "08:00", closes: "13:00" }];
const split: ChannelHours = [
  { weekdays: [1, 2, 3, 4, 5], opens: "14:00", closes: "16:30" },
  { weekdays: [1, 2, 3, 4, 5], opens: "08:00", closes: "13:00" },
  { weekdays: [6], opens: "09:00", closes: "12:00" },
];
const shuffled: ChannelHours = [
  { weekdays: [2], opens: "10:00", closes: "11:00" },
  { weekdays: [2], opens: "14:00", closes: "16:30" },
  { weekdays: [2], opens: "08:00", closes: "09:00" },
  { weekdays: [2], opens: "12:00", closes: "13:00" },
];
const ordered: ChannelHours = [
  { weekdays: [2], opens: "08:00", closes: "13:00" },
  { weekdays: [2], opens: "14:00", closes: "16:30" },
];
const nights: ChannelHours = [{ weekdays: [1], opens: "20:00", closes: "24:00" }];

const until = (instant: string): OfficeState => ({ open: true, until: instant });
const opensAt = (instant: string): OfficeState => ({ open: false, opensAt: instant });

describe("a channel", () => {
  it.each<[string, ChannelHours, OfficeState, string]>([
    [
      "2026-11-24T13:00:00.000Z",
      mornings,
      until("2026-11-24T18:00:00.000Z"),
      "Tuesday 08:00: open from the first minute",
    ],
    ["2026-11-24T15:00:00.000Z", mornings, until("2026-11-24T18:00:00.000Z"), "Tuesday 10:00"],
    ["2026-11-24T17:59:59.999Z", mornings, until("2026-11-24T18:00:00.000Z"), "Tuesday 12:59: to the last"],
    ["2026-11-24T12:59:59.999Z", mornings, opensAt("2026-11-24T13:00:00.000Z"), "Tuesday 07:59: later today"],
    ["2026-11-24T18:00:00.000Z", mornings, opensAt("2026-11-26T13:00:00.000Z"), "Tuesday 13:00: over 25 November"],
    ["2026-11-25T15:00:00.000Z", mornings, opensAt("2026-11-26T13:00:00.000Z"), "25 November at 10:00"],
    ["2026-11-27T02:00:00.000Z", mornings, opensAt("2026-11-27T13:00:00.000Z"), "Thursday 21:00, Friday in UTC"],
    ["2026-11-27T19:00:00.000Z", mornings, opensAt("2026-11-30T13:00:00.000Z"), "Friday 14:00: on Monday"],
    ["2026-11-28T15:00:00.000Z", mornings, opensAt("2026-11-30T13:00:00.000Z"), "Saturday: on Monday"],
    ["2026-12-24T19:00:00.000Z", mornings, opensAt("2026-12-28T13:00:00.000Z"), "over Christmas and a weekend"],
    ["2024-12-20T19:00:00.000Z", mornings, opensAt("2024-12-26T13:00:00.000Z"), "over two decreed days and Christmas"],
    ["2026-12-31T19:00:00.000Z", mornings, opensAt("2027-01-04T13:00:00.000Z"), "over New Year's Day"],
    ["2026-11-24T18:30:00.000Z", split, opensAt("2026-11-24T19:00:00.000Z"), "13:30: between two shifts"],
    ["2026-11-24T20:00:00.000Z", split, until("2026-11-24T21:30:00.000Z"), "15:00: the second shift"],
    ["2026-11-24T10:00:00.000Z", split, opensAt("2026-11-24T13:00:00.000Z"), "05:00: the first of the day's shifts"],
    ["2026-11-24T10:00:00.000Z", shuffled, opensAt("2026-11-24T13:00:00.000Z"), "the first of four"],
    ["2026-11-24T10:00:00.000Z", ordered, opensAt("2026-11-24T13:00:00.000Z"), "the first, in whatever order they are"],
    ["2026-11-28T15:00:00.000Z", split, until("2026-11-28T17:00:00.000Z"), "Saturday 10:00, if it has Saturdays"],
    ["2027-05-01T15:00:00.000Z", split, opensAt("2027-05-03T13:00:00.000Z"), "a holiday on a Saturday closes it"],
    ["2026-11-24T02:00:00.000Z", nights, until("2026-11-24T05:00:00.000Z"), "Monday 21:00: until the end of the day"],
    ["2026-11-24T05:00:00.000Z", nights, opensAt("2026-12-01T01:00:00.000Z"), "Tuesday 00:00: next Monday at 20:00"],
    ["2026-12-25T15:00:00.000Z", "always", { open: true }, "always is always, Christmas too"],
    ["2026-11-24T15:00:00.000Z", [], { open: false }, "no shifts: it never opens"],
  ])("at %s with %j: %j (%s)", (now, hours, state) => {
    expect(officeState(now, hours, calendars.USER)).toEqual(state);
  });

  it("has a state for each of the tenant's channels", () => {
    const now = "2026-11-24T20:00:00.000Z";
    const states = officeChannels.map((channel) => [
      channel,
      officeState(now, tenant.hours[channel].value, calendars.USER).open,
    ]);
    expect(states).toEqual([
      ["counter", false],
      ["telephone", false],
      ["web", true],
      ["document-desk", true],
    ]);
  });
});
