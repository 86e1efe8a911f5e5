const pictures = /[\p{Extended_Pictographic}\u{1f1e6}-\u{1f1ff}\u{1f3fb}-\u{1f3ff}\u{fe0f}\u{20e3}]\u{200d}?/gu;

/** A text without emoji and other pictures, in whatever way they are put together; the rest as it is. */
export function withoutPictures(text: string): string {
  return isPlain.test(text) ? text : text.replace(pictures, '');
}

/** Texts without a picture, which nearly all are: nothing in them but ASCII and the letters of Europe. */
const isPlain = /^[\u0000-\u00a8\u00aa-\u00ad\u00af-\u1fff]*$/;
