import { usualWords } from './processWords';
import { usualLoop } from './changeLoop';
import { remembered } from '../text/remembered';
import { slice } from '../text/span';
import { comparableName, spelledName, withoutAccents } from './comparableName';
import { compileField, namesOf, type FieldRequest } from './compileField';
import { definitionProblems } from './definitionProblems';
import { compileLimits } from './limits';
import { pathParts, PathRules } from './pathRules';
import { isPlaceholder } from './placeholder';
import type { DocumentDefinition, FieldDefinition, Process, SectionDefinition } from './process';
import type { DocumentSource, FieldRule, ProcessSource, SectionRule, StatusDefinition } from './processDefinition';
import { readTemplate, type TemplateField, type TemplateSection } from './readTemplate';
import { compileRisk, riskName, threeSteps } from './riskDefinition';

/** Thrown by {@link compileProcess} for a source that contradicts itself; names everything that is wrong. */
export class ProcessDefinitionError extends Error {
  override readonly name = 'ProcessDefinitionError';
  constructor(
    readonly processId: string,
    /** One sentence each. */
    readonly problems: readonly string[],
  ) {
    super(`The process "${processId}" contradicts itself:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
  }
}

/**
 * Reads the templates of a process into sections, fields and options, and adds what its rules say of them. The same
 * source always gives an equal process.
 * @throws ProcessDefinitionError where a rule fits nothing in a template, a key is used twice, or a transition or
 * condition names a status, field or option that the process does not have.
 */
export function compileProcess(source: ProcessSource): Process {
  const compiler = new Compiler(source);
  const documents = source.documents.map((document) => compiler.addDocument(document));
  compiler.addOwnFields();
  const { id, name, kind, identity, statuses, transitions, roles, tokens } = source;
  const { sections, fields } = compiler;
  const byKey = new Map(fields.map((field) => [field.key, field]));
  const byStatus = statusesByName(statuses);
  const process: Process = {
    source,
    id,
    name,
    kind,
    identity,
    statuses,
    transitions,
    roles,
    tokens,
    documents,
    sections,
    fields,
    risk: compileRisk(source.risk ?? threeSteps),
    limits: compileLimits(source.limits),
    loop: source.loop ?? usualLoop,
    words: source.words ?? usualWords,
    field: (key) => byKey.get(key),
    status: (text) => byStatus.get(statusName(text)),
    statusWith: (role) => statuses.find((status) => status.role === role),
  };
  const problems = [...compiler.unmatched(), ...definitionProblems(process)];
  if (problems.length > 0) throw new ProcessDefinitionError(id, problems);
  return process;
}

/** A section whose lists still grow. */
interface GrowingSection extends SectionDefinition {
  readonly children: SectionDefinition[];
  readonly fields: FieldDefinition[];
}

/** What all documents of a process share: one list of sections and fields, each key once. */
class Compiler {
  readonly sections: GrowingSection[] = [];
  readonly fields: FieldDefinition[] = [];
  private readonly sectionRules: PathRules<SectionRule>;
  private readonly fieldRules: PathRules<FieldRule>;
  private readonly sectionKeys: Set<string>;
  private readonly fieldKeys: Set<string>;

  private readonly bands: readonly string[];

  constructor({ sections, fields, risk = threeSteps }: ProcessSource) {
    this.bands = Object.keys(risk.bands);
    this.sectionRules = new PathRules(sections);
    this.fieldRules = new PathRules(fields);
    this.sectionKeys = new Set(sections.map(({ key }) => key));
    this.fieldKeys = new Set(fields.map(({ key }) => key));
  }

  addDocument({ id, template: text, requiredFrom, requiredWhen }: DocumentSource): DocumentDefinition {
    const template = readTemplate(text);
    const first = this.sections.length;
    const made = new Map<TemplateSection, GrowingSection>();
    const fieldsOf = groupBy(template.fields, ({ section }) => section);
    this.addFields(fieldsOf.get(undefined) ?? [], undefined, id, text);
    for (const section of template.sections) {
      const definition = this.addSection(section, section.parent && made.get(section.parent), id, text);
      made.set(section, definition);
      this.addHeadingField(section, definition, text);
      this.addFields(fieldsOf.get(section) ?? [], definition, id, text);
    }
    return {
      id,
      template: text,
      ...(requiredFrom ? { requiredFrom } : {}),
      ...(requiredWhen ? { requiredWhen } : {}),
      sections: this.sections.slice(first).filter(({ parent }) => parent === undefined),
    };
  }

  private addSection(
    { heading, level, span, body }: TemplateSection,
    parent: GrowingSection | undefined,
    document: DocumentSource['id'],
    text: string,
  ): GrowingSection {
    const rule = this.sectionRules.take([...pathOf(parent), comparableName(heading)]);
    const section: GrowingSection = {
      key: rule?.key ?? free(this.sectionKeys, slug(heading), parent?.key),
      heading,
      names: namesOf(heading, rule?.aliases),
      level,
      document,
      parent,
      children: [],
      fields: [],
      body: slice(text, body),
      span,
      requiredFrom: rule?.requiredFrom,
      requiredWhen: rule?.requiredWhen,
    };
    parent?.children.push(section);
    this.sections.push(section);
    return section;
  }

  /** A heading that is answered by what stands below it: a rule says so, or nothing but placeholders stands there. */
  private addHeadingField(section: TemplateSection, definition: GrowingSection, text: string): void {
    const rule = this.fieldRules.take(pathOf(definition));
    if (!rule && (definition.body === '' || !isPlaceholder(definition.body))) return;
    this.addField(definition, {
      rule,
      label: section.heading,
      document: definition.document,
      template: { text, span: { start: section.span.start, end: section.lead.end }, value: section.lead },
      placeholder: definition.body,
      items: [],
      isHeading: true,
      group: undefined,
    });
  }

  private addFields(
    fields: readonly TemplateField[],
    section: GrowingSection | undefined,
    document: DocumentSource['id'],
    text: string,
  ): void {
    const keys = new Map<TemplateField, string>();
    for (const field of fields) {
      const { label, group, span, value, items } = field;
      const home = pathOf(section);
      const name = comparableName(label);
      const rule =
        (group && this.fieldRules.take([...home, comparableName(group.label), name])) ??
        this.fieldRules.take([...home, name]);
      if (field.plain && !rule) continue;
      const added = this.addField(section, {
        rule,
        label,
        document,
        template: { text, span, value },
        items,
        isHeading: false,
        group: group && keys.get(group),
      });
      keys.set(field, added.key);
    }
  }

  /** Fields of ours, which no template has (reading 44). Their own line says how they are written. */
  addOwnFields(): void {
    for (const rule of this.fieldRules.rest()) {
      if (rule.optional !== true) continue;
      const parts = pathParts(rule.path);
      const home = parts.slice(0, -1).map(comparableName);
      const section = this.sections.find((each) => pathOf(each).join('/') === home.join('/'));
      if (home.length > 0 && !section) continue;
      this.fieldRules.take(parts.map(comparableName));
      const text = rule.template ?? '';
      const field = readTemplate(text).fields[0];
      this.addField(section, {
        rule,
        label: parts.at(-1) ?? rule.path,
        document: section?.document ?? 'record',
        template: field && { text, span: field.span, value: field.value },
        items: field?.items ?? [],
        isHeading: false,
        group: undefined,
      });
    }
  }

  private addField(home: GrowingSection | undefined, request: Omit<FieldRequest, 'key' | 'section'>): FieldDefinition {
    const key = request.rule?.key ?? free(this.fieldKeys, slug(request.label), home?.key);
    const field = this.withBands(key, { ...request, key, section: home });
    this.fields.push(field);
    home?.fields.push(field);
    return field;
  }

  /** Every band of the scale of risks can be the overall risk, whatever the template offers. */
  private withBands(key: string, request: FieldRequest): FieldDefinition {
    const field = compileField(request);
    const { rule } = request;
    if (key !== 'overall-risk' || !rule || field.options.length === 0) return field;
    const offered = new Set(field.options.map(({ value }) => riskName(value)));
    const missing = this.bands.filter((band) => !offered.has(riskName(band)));
    return missing.length === 0
      ? field
      : compileField({ ...request, rule: { ...rule, more: [...(rule.more ?? []), ...missing] } });
  }

  /** Rules that fit nothing. */
  unmatched(): string[] {
    return [
      ...this.sectionRules.rest().map(({ path }) => `No template has the section "${path}".`),
      ...this.fieldRules.rest().map(({ path }) => `No template has the field "${path}".`),
    ];
  }
}

/** Comparable names of a section and all above it, outermost first. */
function pathOf(section: SectionDefinition | undefined): string[] {
  return section ? [...pathOf(section.parent), comparableName(section.heading)] : [];
}

function groupBy<T, K>(things: readonly T[], keyOf: (thing: T) => K): ReadonlyMap<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const thing of things) {
    const group = groups.get(keyOf(thing));
    if (group) group.push(thing);
    else groups.set(keyOf(thing), [thing]);
  }
  return groups;
}

/** The name, if nothing else has it, else the name behind its section's, else with a number; taken from now on. */
function free(taken: Set<string>, name: string, prefix: string | undefined): string {
  let key = taken.has(name) && prefix !== undefined ? `${prefix}-${name}` : name;
  for (let number = 2; taken.has(key); number++) key = `${name}-${String(number)}`;
  taken.add(key);
  return key;
}

/** `Disk I/O` → `disk-i-o`. */
function slug(label: string): string {
  const words = spelledName(label)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return words === '' ? 'unnamed' : words;
}

function statusesByName(statuses: readonly StatusDefinition[]): ReadonlyMap<string, StatusDefinition> {
  const byName = new Map<string, StatusDefinition>();
  for (const status of statuses) for (const alias of status.aliases ?? []) byName.set(statusName(alias), status);
  for (const status of statuses) byName.set(statusName(status.id), status);
  return byName;
}

/** Without case, blanks, hyphens and accents. */
const statusName = remembered((text: string): string =>
  withoutAccents(text)
    .replace(/[\s_-]+/g, '')
    .toLowerCase(),
);
