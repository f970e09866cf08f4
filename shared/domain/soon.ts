/** A day this many working days ahead, or fewer, is soon: on the desk, in its counts and in its colours. */
export const soonDays = 3;
