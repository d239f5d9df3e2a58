/** Why Discord's client would not let a user do this: the act never reaches the bot. */
export class ActRefused extends Error {}
