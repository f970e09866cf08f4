import { describe, expect, it, vi } from "vitest";
import { remembered } from "../../../../shared/casework/value/remembered.ts";

describe("a remembered reader", () => {
  it("asks once what is asked twice, and anew what is asked otherwise", async () => {
    const lastMonths = vi.fn(async (supplyCode: string, months: number) => `${supplyCode} ${months}`);
    const reader = remembered({ lastMonths });
    expect(await Promise.all([reader.lastMonths("1", 2), reader.lastMonths("1", 2)])).toEqual(["1 2", "1 2"]);
    expect(await reader.lastMonths("1", 3)).toBe("1 3");
    expect(lastMonths).toHaveBeenCalledTimes(2);
  });

  it("passes on what is no question", () => {
    expect(remembered({ office: "MOQ" }).office).toBe("MOQ");
  });
});
