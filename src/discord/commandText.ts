/**
 * Name and description of a command, subcommand or option, as Discord lists them: a name in lower case without blanks,
 * a description of at most 100 characters.
 */
export type Named = readonly [name: string, description: string];

/** A command with its parts, named as in the code. */
export interface CommandText {
  named: Named;
  subcommands?: Record<string, Named>;
  options?: Record<string, Named>;
  choices?: Record<string, string>;
  /** The entry in the menu of a message: at most 32 characters; capitals and blanks are allowed. */
  menu?: string;
}
