import { keys } from '../../process/fieldKeys';
import { highestRisk } from '../../lifecycle/highestRisk';
import { bandNamed, bandOf, compareBands, isHighBand } from '../../process/riskScale';
import { once } from '../../record/facts';
import type { ChangeRecord, Place } from '../../record/record';
import { chosenOption } from '../../record/chosen';
import { at } from '../../record/places';

/** How high the risk of a record is, and where it says so: the overall risk level, else the highest risk. */
export interface DeclaredRisk extends Place {
  readonly band: string;
  /** It asks for more than the usual depth. */
  readonly isHigh: boolean;
  /** It is above the band from which on a risk is high. */
  readonly isHigher: boolean;
}

/** The risk that a record declares; undefined where it declares none. */
export const declaredRisk = once((record: ChangeRecord): DeclaredRisk | undefined => {
  const overall = chosenOption(record, keys.overallRisk);
  const { risk: scale } = record.process;
  const place = (where: Place, band: string): DeclaredRisk => ({
    document: where.document,
    span: where.span,
    band,
    isHigh: isHighBand(scale, band),
    isHigher: compareBands(scale, band, scale.high) > 0,
  });
  const declared = overall && bandNamed(scale, overall.value);
  if (overall && declared !== undefined) return place(overall, declared);
  const highest = highestRisk(record);
  return highest && place(at(highest.risk.document, highest.risk.description.span), bandOf(scale, highest.score));
});
