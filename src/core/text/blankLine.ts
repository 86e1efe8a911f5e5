/** Where a paragraph ends: a line ending (LF, CRLF or CR) and a line with nothing but blanks below it. */
export const blankLine = /(?:\r\n|\r(?!\n)|\n)[^\S\r\n]*[\r\n]/;
