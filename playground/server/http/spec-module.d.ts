/** The package names a .js file as its own types; what is in it is checked when it is loaded. */
declare module 'discord-api-spec/zod';
