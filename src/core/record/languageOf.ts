/** Languages whose words the rules know that look for words. */
export type Language = 'English' | 'German' | 'French' | 'Spanish';

/** Words that hardly any text does without, and that few other languages have. */
const words: Readonly<Record<Language, readonly string[]>> = {
  English: wordList(
    'the and to of is are for with back by it old new this that will from before after deploy restore revert step',
  ),
  German: wordList(
    'der das des und ist wird werden wenn mit den dem ein eine einer nicht auf zurück von bei beim im zum zur für',
  ),
  French: wordList('le la les et est des une un avec si pour dans retour du au aux sur par revenir en erreur'),
  Spanish: wordList('el la los las y una un con si en para del al por volver vuelve se'),
};

/** The same of languages that the rules do not know: Italian, Dutch, Portuguese, Swedish and its neighbors, Polish. */
const unknown = wordList(
  'il che di gli della delle nel alla per non dei con se una la ' +
    'het een van voor niet naar bij wordt en de den der is ' +
    'não uma os ao em pela dos o a ' +
    'och att det som til till på ikke ' +
    'się jest nie oraz przez',
);

/**
 * The language of a text by its commonest words; undefined where it is too short to tell, or where none of the known
 * ones is ahead of all others: rules that look for words say nothing then. For English one word will do; in any other
 * language it may be a word that English has taken over, or one of a language that is not known.
 */
export function languageOf(text: string): Language | undefined {
  const said = new Set(text.match(/[\p{L}\p{N}]+/gu)?.map((word) => word.toLowerCase()));
  const counts = Object.entries(words)
    .map(([name, list]) => ({ name: name as Language, count: count(list, said) }))
    .sort((a, b) => b.count - a.count);
  const [first, second] = counts;
  if (!first || first.count <= (second?.count ?? 0)) return undefined;
  if (first.name === 'English') return first.name;
  return first.count > 1 && first.count > count(unknown, said) ? first.name : undefined;
}

/** How many words of a list a text has. */
function count(list: readonly string[], said: ReadonlySet<string>): number {
  return list.filter((word) => said.has(word)).length;
}

function wordList(list: string): readonly string[] {
  return [...new Set(list.split(' '))];
}
