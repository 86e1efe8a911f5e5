import * as v from 'valibot';
import { isDay, readRhythm, rhythmExamples } from '../../lifecycle/windows';

const name = v.pipe(
  v.string('A name is a text.'),
  v.trim(),
  v.nonEmpty('A name is not empty.'),
  v.maxLength(80, 'A name has at most 80 characters.'),
  v.check((text) => !/\p{Cc}/u.test(text), 'A name has no control characters.'),
);

const words = v.pipe(v.string('A text is expected.'), v.maxLength(200, 'At most 200 characters are expected.'));

const timeExpected = 'A time of day is written as 02:00.';
const time = v.pipe(v.string(timeExpected), v.regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, timeExpected));

const dayExpected = 'A day is written as 2026-12-18.';
const day = v.pipe(v.string(dayExpected), v.check(isDay, dayExpected));

/** One of `windows`. */
export const windowSchema = v.pipe(
  v.strictObject({
    name: v.pipe(name, v.description('What the window is called, in the calendar and elsewhere.')),
    on: v.pipe(
      v.string(`${rhythmExamples} is expected.`),
      v.check((text) => readRhythm(text) !== undefined, `${rhythmExamples} is expected.`),
      v.description(
        'On which days it is: first Sunday of the month, every Tuesday, every day, or one day (2026-03-01).',
      ),
    ),
    from: v.pipe(time, v.description('When it begins, by the clocks of the zone of the policy.')),
    to: v.pipe(time, v.description('When it ends; a time before its beginning is one of the next day.')),
    use: v.nullish(v.pipe(words, v.description('What it is for.'))),
  }),
  v.check(({ from, to }) => from !== to, 'A window does not end when it begins.'),
);

/** One of `freezes`. */
export const freezeSchema = v.pipe(
  v.strictObject({
    name: v.pipe(name, v.description('What the freeze is called, in the calendar and elsewhere.')),
    from: v.pipe(day, v.description('Its first day, in the zone of the policy.')),
    to: v.pipe(day, v.description('Its last day.')),
    reason: v.nullish(v.pipe(words, v.description('Why nothing is to be changed.'))),
  }),
  v.check(({ from, to }) => from <= to, 'A freeze does not end before it begins.'),
);

/** `windows` of a policy. */
export const windowsSchema = v.pipe(
  v.array(windowSchema, 'A list of windows is expected.'),
  v.maxLength(50, 'At most 50 windows are expected.'),
);

/** `freezes` of a policy. */
export const freezesSchema = v.pipe(
  v.array(freezeSchema, 'A list of freezes is expected.'),
  v.maxLength(200, 'At most 200 freezes are expected.'),
);
