/** Languages whose words the rules know that look for words. */
export type Language = 'English' | 'German' | 'French' | 'Spanish';

/** Words that hardly any text does without, and that no other of the languages has. */
const words: Readonly<Record<Language, RegExp>> = {
  English: wordPattern(
    'the and to of is are for with back by it old new this that will from before after deploy restore revert step',
  ),
  German: wordPattern(
    'der das und ist wird werden wenn mit den dem ein eine einer nicht auf zurück von bei beim im zum zur für',
  ),
  French: wordPattern('le la les et est des une un avec si pour dans retour du au aux sur par revenir'),
  Spanish: wordPattern('el los las y una un con si para en del al por volver vuelve se'),
};

/**
 * The language of a text by its commonest words; undefined where it is too short to tell, or where none of the known
 * ones is ahead of the others: rules that look for words say nothing then.
 */
export function languageOf(text: string): Language | undefined {
  const counts = Object.entries(words)
    .map(([name, pattern]) => ({ name: name as Language, count: text.match(pattern)?.length ?? 0 }))
    .sort((a, b) => b.count - a.count);
  const [first, second] = counts;
  return first && first.count > (second?.count ?? 0) ? first.name : undefined;
}

function wordPattern(list: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${list.replaceAll(' ', '|')})(?![\\p{L}\\p{N}])`, 'giu');
}
