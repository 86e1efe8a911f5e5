import { largestFile, limitText } from '../text/decodeText';

/** Whether a text is read whole: of a larger one only a part is known, and nothing may be written over the rest. */
export function canBeChanged(text: string): boolean {
  const mayBeLarge = text.length * 3 > largestFile;
  return limitText(text).cut === 'none' && (!mayBeLarge || new TextEncoder().encode(text).length <= largestFile);
}
