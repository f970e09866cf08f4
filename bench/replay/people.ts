/**
 * Who works in the office, and how many of each there are; as many inspectors and conciliators as the tenant's agenda
 * asks.
 */
export const people = {
  operator: 1,
  clerk: 2,
  analyst: 1,
  inspector: 5,
  conciliator: 4,
  resolver: 3,
  signer: 1,
  billing: 1,
} as const;
export type Desk = keyof typeof people;

const office = { opens: "08:00", closes: "13:00", hours: 5 } as const;
/** Their visits are given for the hours from 8:00 to 16:00. */
const field = { opens: "08:00", closes: "16:00", hours: 8 } as const;
export const hoursOf = (desk: Desk): typeof office | typeof field => (desk === "inspector" ? field : office);
