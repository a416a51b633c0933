/** The command was typed wrongly, or a file is not as it should be; the message is the sentence. */
export class UsageError extends Error {}
