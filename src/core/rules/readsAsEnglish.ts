/** Whether a text has one of the commonest English words: rules that look for words say nothing of other languages. */
export function readsAsEnglish(text: string): boolean {
  return /\b(?:the|and|to|of|is|are|in|for|with|back|by|on|it|old|new|deploy|restore|revert|step)\b/i.test(text);
}
