// What people write in change records, made up: sentences of a few patterns filled with words of a few hundred, so that
// no two records share a paragraph.

const firstNames =
  'Ana Tom Lena Dana Priya Omar Ines Jonas Mei Luca Sara Ravi Emil Nora Hugo Yara Ivan Clara Noah Aisha Felix Greta Marco Leila Oskar Rosa Pavel Juno Arun Elif Simon Vera Hanna Diego Wanda Karim Marta Theo Alma Nils'.split(
    ' ',
  );
const lastNames =
  'Ruiz Becker Holt Field Nair Haddad Costa Weber Chen Ferri Lind Iyer Novak Berg Moreau Silva Petrov Jansen Okafor Rahman Keller Sato Dubois Vargas Nilsen Kovacs Marino Ozturk Adler Fischer Laurent Mendes Kaya Orlov Steiner Walsh Tanaka Schmid Bauer Rossi Olsen Duarte Meyer Vogel Lopez Hansen'.split(
    ' ',
  );
const nouns =
  'parcel label route depot scan manifest carrier tariff invoice pallet shipment tracking-page address customs-form pickup slot driver-shift locker barcode return claim refund voucher contract price-list forecast stock-count order basket checkout session token webhook mailing notification report export import archive backup replica partition shard index cursor snapshot ledger audit-trail dashboard feature-flag rate-limiter scheduler worker queue topic consumer producer gateway proxy resolver cache thumbnail attachment template translation calendar search-box filter ranking profile consent-form subscription quota license'.split(
    ' ',
  );
const qualities =
  'nightly regional stale partial duplicate slow unbounded hidden legacy shared temporary orphaned verbose fragile manual noisy oversized missing outdated unsigned internal external weekly concurrent idle empty broken pending expired archived'.split(
    ' ',
  );
const groups = [
  'Warehouse support',
  'The night shift',
  'Customer care',
  'The data team',
  'Accounting',
  'The partners in the north',
  'Our largest customer',
  'The on-call engineer',
  'The mobile team',
  'Dispatch',
  'Returns',
  'The hubs',
  'Field sales',
  'The import office',
];
const harms = [
  'times out',
  'is written twice',
  'is lost on a restart',
  'grows without a limit',
  'arrives hours late',
  'shows figures of the day before',
  'blocks every other request',
  'has to be repaired by hand',
  'is retried for ever',
  'comes back empty',
  'fills the disk',
  'is rounded the wrong way',
];
const remedies = [
  'streams {n} instead of holding it in memory',
  'moves {n} behind a queue of its own',
  'gives {n} an index and a limit',
  'splits {n} from {m}',
  'keeps {n} for {days} days and then removes it',
  'reads {n} in pages of {count}',
  'validates {n} before it reaches {m}',
  'replaces the {q} {n} by one that is made every {count} seconds',
  'retries {n} {few} times with a growing pause',
  'caches {n} for {count} seconds',
  'writes {n} once, with a key that can be repeated',
  'joins {n} and {m} in one table',
];
const patterns = [
  '{Group} see that {n} {harm} about {count} times a week.',
  'When {m} is busy, {n} {harm}.',
  'The {q} {n} of {service} {harm}, and {group} work around it.',
  'Since the last release {n} takes {count} seconds where it took {few}.',
  'This {remedy}.',
  '{Group} asked for it in {few} of the last {count} reviews.',
  'It saves {group} about {few} hours a day.',
  'Of {count} tickets about {n}, {few} name {m} as the reason.',
  'We measured {count} ms for {n} and {few} ms for {m}.',
  'Nothing else reads the {q} {n}, so that it can go.',
  'The {q} {m} stays as it is; only {n} changes.',
  'A {q} {n} was tried in spring and given up, since {m} {harm}.',
  'With it, {service} {remedy}.',
  '{Group} will see a new column for {n} and no other difference.',
  'Until now {service} wrote {n} next to {m}, which {harm} on busy days.',
  'Every {n} carries its {m}, and {service} refuses those without.',
  'On {count} of {count} hosts the {q} {n} is gone already.',
  'The numbers come from {service}, which counts each {n} and each {m}.',
];

/** The words of one record: its own service, people and sentences. */
export class Prose {
  /** @param {import('./random.mjs').Random} random */
  constructor(random) {
    this.random = random;
    this.service = this.makeService();
  }

  makeService() {
    const kinds = ['api', 'worker', 'web', 'sync', 'store', 'jobs', 'hub', 'feed'];
    return `${this.random.pick(nouns)}-${this.random.pick(kinds)}`;
  }

  noun() {
    return this.random.pick(nouns).replaceAll('-', ' ');
  }

  /** `Ana Ruiz` */
  person() {
    return `${this.random.pick(firstNames)} ${this.random.pick(lastNames)}`;
  }

  /**
   * People that are all different.
   * @param {number} count
   */
  people(count) {
    /** @type {Set<string>} */
    const people = new Set();
    while (people.size < count) people.add(this.person());
    return [...people];
  }

  group() {
    return this.random.pick(groups);
  }

  sentence() {
    return capital(this.#fill(this.random.pick(patterns)));
  }

  /** A thing to be done, without a full stop: `Moves parcels behind a queue of their own`. */
  remedy() {
    return capital(this.#fill(this.random.pick(remedies)));
  }

  /** A thing that may go wrong: `The nightly manifest arrives hours late`. */
  danger() {
    return `The ${this.random.pick(qualities)} ${this.noun()} ${this.random.pick(harms)}`;
  }

  title() {
    const verbs = [
      'Limit',
      'Move',
      'Split',
      'Index',
      'Stream',
      'Remove',
      'Replace',
      'Cache',
      'Archive',
      'Sign',
      'Count',
    ];
    return `${this.random.pick(verbs)} the ${this.random.pick(qualities)} ${this.noun()} of the ${this.noun()}`;
  }

  /** A path: `/src/parcel/depotQueue.ts`. */
  file() {
    const folder = this.random.pick(['src', 'lib', 'tests', 'docs', 'infra', 'db/migrations', 'packages/web']);
    const endings = folder === 'docs' ? ['md'] : folder.startsWith('db') ? ['sql'] : ['ts', 'py', 'go', 'java', 'yml'];
    const name = `${this.random.pick(nouns)}-${this.random.pick(nouns)}`;
    return `/${folder}/${this.random.pick(nouns)}/${name}.${this.random.pick(endings)}`;
  }

  /** @param {number} count how many, all different */
  files(count) {
    /** @type {Set<string>} */
    const files = new Set();
    while (files.size < count) files.add(this.file());
    return [...files];
  }

  /**
   * Sentences on one line, as most people write.
   * @param {number} least
   * @param {number} most
   */
  paragraph(least, most) {
    return this.random.list(this.random.int(least, most), () => this.sentence()).join(' ');
  }

  /** A few paragraphs as they come: plain, wrapped, as a list, with code, emphasis or a link among them. */
  passage() {
    const { random } = this;
    const parts = [this.paragraph(1, 4)];
    if (random.chance(0.4)) parts.push(wrapped(this.paragraph(2, 4), random.int(60, 110)));
    if (random.chance(0.3)) parts.push(random.list(random.int(2, 5), () => `- ${this.sentence()}`).join('\n'));
    if (random.chance(0.12)) parts.push(this.#code());
    if (random.chance(0.15))
      parts.push(
        `See [the notes on ${this.noun()}](https://wiki.example.com/${this.service}/${random.int(100, 9999)}).`,
      );
    if (random.chance(0.15))
      parts.push(`It is **${this.noun()}** that matters, and \`${this.service}\` is *where* it is kept.`);
    if (random.chance(0.08)) parts.push(`> ${this.sentence()} ${this.sentence()}`);
    return parts.join('\n\n');
  }

  #code() {
    const name = this.noun().replaceAll(' ', '_');
    const limit = this.random.int(10, 900);
    return this.random.pick([
      `\`\`\`sql\nSELECT ${name}, count(*) FROM ${this.service.replaceAll('-', '_')}\nWHERE seen_at > now() - interval '${limit} hours'\nGROUP BY ${name};\n\`\`\``,
      `\`\`\`yaml\n${this.service}:\n  ${name}:\n    limit: ${limit}\n    retries: ${this.random.int(1, 9)}\n\`\`\``,
      `\`\`\`\n${this.random.list(this.random.int(2, 6), () => `12:${this.random.int(10, 59)}:07 WARN ${this.service} ${name} took ${this.random.int(100, 9000)} ms`).join('\n')}\n\`\`\``,
    ]);
  }

  /**
   * @param {string} pattern
   * @returns {string}
   */
  #fill(pattern) {
    const { random } = this;
    return pattern
      .replace(/\{(\w+)\}/g, (_, slot) => {
        switch (slot) {
          case 'Group':
            return this.group();
          case 'group': {
            const group = this.group();
            return group.charAt(0).toLowerCase() + group.slice(1);
          }
          case 'n':
          case 'm':
            return `the ${this.noun()}`;
          case 'q':
            return random.pick(qualities);
          case 'harm':
            return random.pick(harms);
          case 'remedy':
            return this.#fill(random.pick(remedies));
          case 'service':
            return random.chance(0.5) ? this.service : this.makeService();
          case 'few':
            return String(random.int(2, 9));
          default:
            return String(random.int(10, 900));
        }
      })
      .replaceAll(/\b(The|A|a|the) ([a-z]+) the /g, '$1 $2 ');
  }
}

/** @param {string} text */
export function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * @param {string} text
 * @param {number} width
 */
function wrapped(text, width) {
  let line = 0;
  return text
    .split(' ')
    .map((word, index) => {
      const breaks = index > 0 && line + word.length + 1 > width;
      line = breaks ? word.length : line + word.length + 1;
      return `${index === 0 ? '' : breaks ? '\n' : ' '}${word}`;
    })
    .join('');
}
