/** Whether this is a run of everything (`npm test -- --whole`): what is drawn of many is drawn whole then. */
export const isWhole = process.env["CAUDAL_TEST_WHOLE"] === "yes";
