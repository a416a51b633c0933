/** An .xlsx file cannot be opened; the message says why and what to do. */
export class FileRefused extends Error {}
