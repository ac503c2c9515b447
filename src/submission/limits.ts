/** The most rows that one upload takes. */
export const maximumUploadRows = 500_000;

/** The most bytes of an upload, counted after it was unpacked: 500,000 rows of the XML form fit. */
export const maximumUploadBytes = 256 * 1024 * 1024;

/** The longest row in characters, and the longest text between two tags. */
export const maximumRowLength = 64 * 1024;

/** Rows that are judged and stored at once, in one transaction. */
export const rowsOfBatch = 5_000;

/** How long the next piece of an upload may keep us waiting, in milliseconds. */
export const longestPauseMs = 60_000;

/** How long an upload may take to come in, in milliseconds. */
export const longestUploadMs = 30 * 60_000;
