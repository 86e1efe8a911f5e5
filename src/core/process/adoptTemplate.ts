import { scan } from '../markdown/scan';
import { slice } from '../text/span';
import { comparableName, spelledName } from './comparableName';
import { optionsIn } from './compileOptions';
import { namesOf } from './compileField';
import { isPlaceholder } from './placeholder';
import type { FieldDefinition, Process, SectionDefinition } from './process';
import { stageAtLeast } from './condition';
import {
  stages,
  type Condition,
  type FieldRule,
  type ProcessSource,
  type SectionRule,
  type Stage,
} from './processDefinition';
import { pruneSource } from './pruneSource';
import { readTemplate, type Template, type TemplateField, type TemplateSection } from './readTemplate';
import { fieldText } from './renderTemplate';
import { isAnswered, type TeamTemplate } from './teamTemplate';

/**
 * The source of a process with some of its templates given by a team, each for a document of its own. What the template has under the name of a known
 * section or field stays that, with its key and everything that its rule says, wherever it stands now; what it leaves
 * out is still understood in records and asked for in none; what it adds is asked for from PROPOSED on in new records,
 * or from when the process asks for it, or it says itself: those whose ID is not older than the template's `since`, or,
 * where it has none, drafts and proposals only.
 *
 * `process` is what `source` compiles to.
 * @throws ProcessDefinitionError where they do not fit.
 */
export function adoptTemplates(
  source: ProcessSource,
  process: Process,
  templates: readonly TeamTemplate[],
): ProcessSource {
  // What a template says of its document changes nothing in the others: they need not be compiled again in between.
  return pruneSource(templates.reduce((adopted, template) => adoptTemplate(adopted, process, template), source));
}

function adoptTemplate(source: ProcessSource, process: Process, template: TeamTemplate): ProcessSource {
  const adoption = new Adoption(source, process, template);
  return {
    ...source,
    documents: source.documents.map((document) =>
      document.id === template.document ? { ...document, template: template.text } : document,
    ),
    sections: adoption.sectionRules(),
    fields: adoption.fieldRules(),
  };
}

/** How parts of a path are joined; a heading or label that contains it cannot be named by a rule. */
const separator = ' / ';

class Adoption {
  private readonly template: Template;
  private readonly known: ReadonlyMap<SectionDefinition, TemplateSection>;
  private readonly sectionOf: ReadonlyMap<TemplateSection, SectionDefinition>;
  private readonly own: readonly FieldDefinition[];
  private readonly taken = new Set<TemplateField | TemplateSection>();
  private readonly paths = new Set<string>();

  constructor(
    private readonly source: ProcessSource,
    private readonly process: Process,
    private readonly team: TeamTemplate,
  ) {
    this.template = readTemplate(team.text);
    this.known = this.matchSections();
    this.sectionOf = new Map([...this.known].map(([definition, section]) => [section, definition]));
    this.own = process.fields.filter(({ document, optional }) => document === team.document && !optional);
  }

  /** The sections of the template by what the process knows of them: that of the same parent, else the only one. */
  private matchSections(): ReadonlyMap<SectionDefinition, TemplateSection> {
    const found = new Map<SectionDefinition, TemplateSection>();
    const free = new Set(this.template.sections);
    for (const section of this.process.sections) {
      if (section.document !== this.team.document) continue;
      const parent = section.parent && found.get(section.parent);
      // The section that a document is goes by any name.
      const isRoot = this.team.document !== 'record' && section.parent === undefined;
      const named = [...free].filter(({ heading }) => section.names.includes(comparableName(heading)));
      const match = isRoot
        ? this.template.sections[0]
        : (named.find((each) => each.parent === parent) ?? (named.length === 1 ? named[0] : undefined));
      if (!match) continue;
      found.set(section, match);
      free.delete(match);
    }
    this.matchRenamed(found, free);
    return found;
  }

  /** "Approval" is "Approval Status": a name that begins or goes on like the one of a single section that is not there. */
  private matchRenamed(found: Map<SectionDefinition, TemplateSection>, free: Set<TemplateSection>): void {
    const missing = this.process.sections.filter(
      (section) => section.document === this.team.document && !found.has(section),
    );
    for (const section of missing) {
      const parent = section.parent && found.get(section.parent);
      if (section.parent && !parent) continue;
      const alike = [...free].filter((each) => each.parent === parent && isAlike(section, each));
      const [match] = alike;
      if (!match || alike.length > 1) continue;
      const rivals = missing.filter((each) => each.parent === section.parent && isAlike(each, match));
      if (rivals.length > 1) continue;
      found.set(section, match);
      free.delete(match);
    }
  }

  sectionRules(): SectionRule[] {
    const rules: SectionRule[] = [];
    const keys = new Set(this.source.sections.map(({ key }) => key));
    for (const rule of this.source.sections) {
      const section = this.process.sections.find(({ key }) => key === rule.key);
      if (section?.document !== this.team.document) {
        rules.push(rule);
        continue;
      }
      const match = this.known.get(section);
      const path = match && this.pathOf(match);
      if (path !== undefined && this.isFree(`section:${path}`))
        rules.push({ ...rule, path, aliases: this.aliases(rule.aliases, section.heading) });
    }
    for (const section of this.template.sections) {
      const path = this.pathOf(section);
      if (path === undefined || !this.isFree(`section:${path}`)) continue;
      const definition = this.sectionOf.get(section);
      if (definition) {
        const aliases = this.aliases(undefined, definition.heading);
        if (comparableName(section.heading) !== comparableName(definition.heading) && !keys.has(definition.key))
          rules.push({ path, key: definition.key, aliases });
      } else if (!isOptional(section.heading) && !this.isHeadingField(section)) {
        rules.push({ path, key: free(keys, section.heading), ...this.newlyDue(section) });
      }
    }
    return rules;
  }

  fieldRules(): FieldRule[] {
    const ruleOf = new Map(this.source.fields.map((rule) => [rule.key, rule]));
    const others = this.source.fields.filter(({ key }) => !this.own.some((field) => field.key === key));
    for (const { path } of others) this.isFree(`field:${path}`);
    const rules = this.own.flatMap((field) => this.ruleFor(field, ruleOf.get(field.key)));
    return [...rules, ...this.addedFields(), ...others.flatMap((rule) => this.rehomed(rule))];
  }

  /** The rule of a known field, for where it stands in the template, or for records alone where it does not. */
  private ruleFor(field: FieldDefinition, rule: FieldRule | undefined): FieldRule[] {
    const match = this.matchOf(field);
    const path = match && this.pathOf(match.at, match.label);
    if (!match || path === undefined || !this.isFree(`field:${path}`)) return rule ? this.onlyRead(field, rule) : [];
    this.taken.add(match.asks);
    const { value } = match;
    const hasOptions = match.listed || optionsIn(value, true).length > 0;
    const { requiredFrom, requiredWhen, initial, ...rest } = rule ?? { path, key: field.key };
    const begins = this.beginning(field, initial, value);
    const isDue = requiredFrom !== undefined && (hasOptions || !isAnswered(value));
    const common = {
      path,
      key: field.key,
      aliases: this.aliases(rest.aliases, field.label),
      ...(isDue ? { requiredFrom, ...(requiredWhen ? { requiredWhen } : {}) } : {}),
      ...(begins === undefined ? {} : { initial: begins }),
    };
    const isChoice = rest.answer === 'choice' || rest.answer === 'choices';
    return isChoice && !hasOptions ? [{ ...common, answer: 'text' }] : [{ ...rest, ...common }];
  }

  /** What a new record says already; the row of a history with other columns is made by their names. */
  private beginning(field: FieldDefinition, initial: string | undefined, value: string): string | undefined {
    if (initial === undefined || field.answer !== 'table') return initial;
    const header = scan(value).blocks.find((block) => block.kind === 'table')?.header;
    if (!header) return undefined;
    const columns = header.cells.map((cell) => comparableName(slice(value, cell)));
    const [date = '', status = '', note = ''] = initial.split('|').map((cell) => cell.trim());
    const at = (pattern: RegExp): number => columns.findIndex((name) => pattern.test(name));
    const places = [
      at(/\b(?:date|when)\b/),
      at(/\b(?:status|state)\b/),
      at(/\b(?:notes?|comments?|change|description|what)\b/),
    ];
    if (places[0] === -1 || places[1] === -1) return undefined;
    const said = [date, status, note];
    return columns.map((_, column) => said[places.indexOf(column)] ?? '').join(' | ');
  }

  /** A field that the template does not have is one of ours: read where it is written, asked for nowhere. */
  private onlyRead(field: FieldDefinition, rule: FieldRule): FieldRule[] {
    const home = field.section && this.nearest(field.section);
    const path = this.pathOf(home, field.label);
    if (path === undefined || !this.isFree(`field:${path}`)) return [];
    const { key, aliases, localAliases, unlabeled, answer, exclusive, values, more, synonyms } = rule;
    const isProse = field.written === 'prose';
    const isChoice = answer === 'choice' || answer === 'choices';
    const said = { aliases, localAliases, unlabeled, exclusive, values, more, synonyms };
    return [
      {
        path,
        key,
        answer: isProse ? 'text' : (answer ?? field.answer),
        optional: true,
        ...Object.fromEntries(Object.entries(said).filter(([, word]) => word !== undefined)),
        ...(isProse && !isChoice ? {} : { template: fieldText(field) }),
      },
    ];
  }

  /** A field of ours goes with the section that it belongs to. */
  private rehomed(rule: FieldRule): FieldRule[] {
    const field = this.process.field(rule.key);
    if (field?.document !== this.team.document || !field.section) return [rule];
    const path = this.pathOf(this.nearest(field.section), field.label);
    return path === undefined ? [] : [{ ...rule, path }];
  }

  private nearest(section: SectionDefinition): TemplateSection | undefined {
    for (let each: SectionDefinition | undefined = section; each; each = each.parent) {
      const match = this.known.get(each);
      if (match) return match;
    }
    return this.team.document === 'record' ? undefined : this.template.sections[0];
  }

  /** What the template has and the process does not know. */
  private addedFields(): FieldRule[] {
    const rules: FieldRule[] = [];
    const keys = new Set([...this.source.fields, ...this.process.fields].map(({ key }) => key));
    const groups = new Set(this.template.fields.map(({ group }) => group));
    for (const section of this.template.sections) {
      const path = this.pathOf(section);
      if (this.sectionOf.has(section) || this.taken.has(section) || isOptional(section.heading)) continue;
      if (!this.isHeadingField(section) || path === undefined || !this.isFree(`field:${path}`)) continue;
      rules.push({ path, key: free(keys, section.heading), ...this.newlyDue(section) });
    }
    for (const field of this.template.fields) {
      if (this.taken.has(field) || field.plain || groups.has(field) || !this.asks(field)) continue;
      const path = this.pathOf(field.section, field.label);
      if (path === undefined || !this.isFree(`field:${path}`)) continue;
      rules.push({ path, key: free(keys, field.label), ...this.newlyDue(field.section, field) });
    }
    return rules;
  }

  /** A label asks for an answer: nothing but placeholders stands there. Boxes may all stay empty. */
  private asks({ label, span, value, items, section }: TemplateField): boolean {
    const { text } = this.template;
    if (isOptional(text.slice(span.start, value.start)) || isOptional(label)) return false;
    for (let each = section; each; each = each.parent) if (isOptional(each.heading)) return false;
    return items.every(({ box }) => box === undefined) && isPlaceholder(slice(text, value));
  }

  private isHeadingField({ body }: TemplateSection): boolean {
    const text = slice(this.template.text, body);
    return text !== '' && isPlaceholder(text);
  }

  /** Where the template asks for a known field: under its label in its section, else the only one of its name. */
  private matchOf(field: FieldDefinition): Match | undefined {
    const { text, fields, sections } = this.template;
    const home = field.section && this.known.get(field.section);
    const isNamed = (name: string): boolean => field.names.includes(comparableName(name));
    const labels = fields.filter((each) => !this.taken.has(each) && isNamed(each.label));
    const isPlain = labels.some(({ plain }) => !plain);
    const candidates = isPlain ? labels.filter(({ plain }) => !plain) : labels;
    const label =
      candidates.find(
        (each) => each.section === home && (field.section === undefined) === (each.section === undefined),
      ) ?? (candidates.length === 1 ? candidates[0] : undefined);
    if (label) {
      const listed = label.items.some(({ box }) => box !== undefined);
      return { asks: label, at: label.section, label: label.label, value: slice(text, label.value), listed };
    }
    const headings = sections.filter((each) => !this.taken.has(each) && isNamed(each.heading));
    // A heading that is a field ("Change History") is known by the names of its section as well.
    const isHeading = field.written === 'prose' && field.section?.heading === field.label;
    const own = isHeading && home && !this.taken.has(home) ? home : undefined;
    const heading = own ?? (headings.length === 1 ? headings[0] : undefined);
    if (!heading) return undefined;
    const value = slice(text, heading.body);
    const listed = scan(value).blocks.some((block) => block.kind === 'item' && block.box !== undefined);
    return { asks: heading, at: heading, label: undefined, value, listed };
  }

  /** The path of a section, or of a label in it; undefined where a rule cannot name it. */
  private pathOf(section: TemplateSection | undefined, label?: string): string | undefined {
    const parts = label === undefined ? [] : [label];
    for (let each = section; each; each = each.parent) parts.unshift(each.heading);
    if (parts.length === 0 || parts.some((part) => part.includes(separator) || comparableName(part) === ''))
      return undefined;
    return parts.join(separator);
  }

  private isFree(path: string): boolean {
    const name = path.split(separator).map(comparableName).join(separator);
    if (this.paths.has(name)) return false;
    this.paths.add(name);
    return true;
  }

  /** The names of a thing stay known where a template calls it otherwise. */
  private aliases(aliases: readonly string[] | undefined, name: string): string[] {
    return [...new Set([...(aliases ?? []), ...namesOf(name)])];
  }

  /** From when on something new is asked for, and in which records. */
  private newlyDue(
    section: TemplateSection | undefined,
    field?: TemplateField,
  ): { requiredFrom: Stage; requiredWhen: Condition } {
    const { since } = this.team;
    const waiting = this.process.statuses.filter(({ stage, id }) => stage === 'proposed' || id === this.firstStatus());
    return {
      requiredFrom: this.stageOf(section, field),
      requiredWhen: since === undefined ? { field: 'status', is: waiting.map(({ id }) => id) } : { idSince: since },
    };
  }

  /** The latest that the process or the template itself says of something new, or of a section that it stands in. */
  private stageOf(section: TemplateSection | undefined, field: TemplateField | undefined): Stage {
    const { text } = this.template;
    let latest: Stage = 'proposed';
    const ask = (name: string, words: string): void => {
      const own = isFilledLater(words) ? 'completed' : this.stageElsewhere(name);
      if (own && stageAtLeast(own, latest)) latest = own;
    };
    if (field) ask(field.label, slice(text, field.span));
    for (let each = section; each; each = each.parent) ask(each.heading, `${each.heading}\n${slice(text, each.lead)}`);
    return latest;
  }

  /** From when on the process asks for something of this name, in whatever document of its own. */
  private stageElsewhere(name: string): Stage | undefined {
    const wanted = comparableName(name);
    const { sections, fields, documents } = this.process;
    const isNamed = ({ names }: { readonly names: readonly string[] }): boolean => names.includes(wanted);
    const known = [...sections.filter(isNamed), ...fields.filter(isNamed)];
    // What closes a record is asked for by nothing before it is closed.
    const isOfClosure = documents.some(
      ({ id, requiredFrom }) =>
        requiredFrom === undefined && id !== 'record' && known.some(({ document }) => document === id),
    );
    if (isOfClosure) return 'completed';
    const later = known.flatMap((each) => stagesOf(each));
    return later.length > 0 ? stages.find((stage) => later.includes(stage)) : undefined;
  }

  private firstStatus(): string | undefined {
    return this.process.field('status')?.initial;
  }
}

/** Where a template asks for a known field: under a label, or below a heading. */
interface Match {
  readonly asks: TemplateField | TemplateSection;
  readonly at: TemplateSection | undefined;
  readonly label: string | undefined;
  readonly value: string;
  /** Its options are boxes. */
  readonly listed: boolean;
}

/** When a field is asked for; a section that asks for nothing itself, when its fields are. */
function stagesOf(known: SectionDefinition | FieldDefinition): Stage[] {
  const { requiredFrom } = known;
  if (requiredFrom !== undefined) return [requiredFrom];
  return 'fields' in known ? known.fields.flatMap((field) => field.requiredFrom ?? []) : [];
}

/** "To be filled after completion", "complete after deployment", "post-implementation". */
function isFilledLater(words: string): boolean {
  return (
    /\b(?:after|upon|once|following) (?:\w+ ){0,3}(?:complet|implement|deploy|release|clos|go-?live|merg|roll-?out|done\b|finished\b)/i.test(
      words,
    ) ||
    /\bpost[- ](?:implementation|deployment|release|change|completion|mortem)\b/i.test(words) ||
    /\b(?:lessons learn(?:ed|t)|retrospective)\b/i.test(words)
  );
}

/** Whether a heading has a name of a section with words before or behind it. */
function isAlike({ names }: SectionDefinition, { heading }: TemplateSection): boolean {
  const name = comparableName(heading);
  return name.length >= 4 && names.some((each) => each.startsWith(`${name} `) || name.startsWith(`${each} `));
}

/** "Notes (optional)" is asked for by no rule. */
function isOptional(words: string): boolean {
  return /[([]\s*optional\b|\boptional\s*[)\]]/i.test(words);
}

/** A key that nothing has yet; taken from now on. */
function free(keys: Set<string>, name: string): string {
  const slug =
    spelledName(name)
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '') || 'unnamed';
  let key = slug;
  for (let number = 2; keys.has(key); number++) key = `${slug}-${String(number)}`;
  keys.add(key);
  return key;
}
