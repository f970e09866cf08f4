/** How many wrong attempts a confirmation code allows, and for how many minutes it can be used. */
export const codeTries = 5;
export const codeMinutes = 10;
