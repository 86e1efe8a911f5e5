import { strict as assert } from 'node:assert';
import { languageOf } from '../../../src/core/record/languageOf';

describe('the language of a few words', () => {
  const told: readonly (readonly [string, string | undefined])[] = [
    ['Restore snapshot', 'English'],
    ['Revert the deploy and flush the cache', 'English'],
    ['Zurücksetzen des Deployments mit der Pipeline, wenn die Fehlerrate steigt', 'German'],
    ['Rückgängig machen und den Schalter umlegen', 'German'],
    ['Revenir à la version précédente avec le pipeline', 'French'],
    ['Volver a la versión anterior con el pipeline', 'Spanish'],
    // Too little to tell, or a word that English has, too.
    ['Flip flag off', undefined],
    ['Zurücksetzen des Deployments', undefined],
    ['Disable a la carte mode', undefined],
    // Languages whose words are not known.
    ['Ripristinare la versione precedente con la pipeline se il tasso di errore sale', undefined],
    ['Zet de vorige versie terug als de foutmarge van het systeem stijgt', undefined],
    ['Återställ den gamla versionen om det blir fel på servern', undefined],
    ['Przywrócić poprzednią wersję, jeśli się nie powiedzie', undefined],
    ['', undefined],
  ];
  for (const [text, language] of told) {
    it(`${language ?? 'none'}: ${text}`, () => {
      assert.equal(languageOf(text), language);
    });
  }
});
