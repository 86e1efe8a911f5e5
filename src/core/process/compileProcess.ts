import { slice } from '../text/span';
import { comparableName } from './comparableName';
import { compileField, type FieldRequest } from './compileField';
import type { DocumentDefinition, FieldDefinition, Process, SectionDefinition } from './process';
import type { DocumentSource, FieldRule, ProcessSource, SectionRule, StatusDefinition } from './processDefinition';
import { readTemplate, type Template, type TemplateField, type TemplateSection } from './readTemplate';

/** Thrown by {@link compileProcess} for a source that contradicts itself; names everything that is wrong. */
export class ProcessDefinitionError extends Error {
  override readonly name = 'ProcessDefinitionError';
  constructor(
    readonly processId: string,
    readonly problems: readonly string[],
  ) {
    super(`The process «${processId}» is not consistent:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
  }
}

type Growing<T> = { -readonly [Key in keyof T]: T[Key] };

/**
 * Reads the templates of a process into sections, fields and options, and adds what its rules say of them.
 * @throws ProcessDefinitionError where a rule fits nothing or a transition names an unknown status.
 */
export function compileProcess(source: ProcessSource): Process {
  return new Compiler(source).compile();
}

class Compiler {
  private readonly problems: string[] = [];
  private readonly sections: SectionDefinition[] = [];
  private readonly fields: FieldDefinition[] = [];
  private readonly sectionKeys = new Set<string>();
  private readonly keys = new Set<string>();
  private readonly reserved: ReadonlySet<string>;
  private readonly fieldRules: ReadonlyMap<string, FieldRule>;
  private readonly sectionRules: ReadonlyMap<string, SectionRule>;
  private readonly unused = new Set<FieldRule | SectionRule>();

  constructor(private readonly source: ProcessSource) {
    this.fieldRules = new Map(source.fields.map((rule) => [comparablePath(rule.path), rule]));
    this.sectionRules = new Map(source.sections.map((rule) => [comparablePath(rule.path), rule]));
    this.reserved = new Set(source.fields.map(({ key }) => key));
    for (const rule of [...source.fields, ...source.sections]) this.unused.add(rule);
  }

  compile(): Process {
    const { source } = this;
    const documents = source.documents.map((document) => this.compileDocument(document));
    this.addOwnFields();
    this.checkTransitions();
    for (const { path } of this.unused) this.problems.push(`no template has «${path}»`);
    if (this.problems.length > 0) throw new ProcessDefinitionError(source.id, this.problems);
    const byKey = new Map(this.fields.map((field) => [field.key, field]));
    const statuses = statusesByName(source.statuses);
    const { id, name, kind, identity, transitions, roles, tokens } = source;
    return {
      source,
      id,
      name,
      kind,
      identity,
      statuses: source.statuses,
      transitions,
      roles,
      tokens,
      documents,
      sections: this.sections,
      fields: this.fields,
      field: (key) => byKey.get(key),
      status: (text) => statuses.get(statusName(text)),
    };
  }

  private compileDocument({ id, template: text, requiredFrom, requiredWhen }: DocumentSource): DocumentDefinition {
    const template = readTemplate(text, this.plainLabels());
    for (const field of template.preamble) this.addField(field, undefined, id, template);
    const made = new Map<TemplateSection, Growing<SectionDefinition>>();
    for (const section of template.sections) {
      const definition = this.section(section, section.parent && made.get(section.parent), id, text);
      made.set(section, definition);
      this.sections.push(definition);
      this.addProse(section, definition, id, text);
      for (const field of section.fields) this.addField(field, definition, id, template);
    }
    for (const definition of made.values()) {
      definition.children = [...made.values()].filter(({ parent }) => parent === definition);
      definition.fields = this.fields.filter(({ section }) => section === definition);
    }
    return {
      id,
      template: text,
      ...(requiredFrom ? { requiredFrom } : {}),
      ...(requiredWhen ? { requiredWhen } : {}),
      sections: [...made.values()].filter(({ parent }) => parent === undefined),
    };
  }

  /** Last parts of the paths of the rules: labels that are fields even without bold. */
  private plainLabels(): ReadonlySet<string> {
    return new Set(
      [...this.fieldRules.keys()].map((path) => path.slice(path.lastIndexOf(' / ') + 1).replace(/^\/ /, '')),
    );
  }

  private section(
    section: TemplateSection,
    parent: SectionDefinition | undefined,
    document: DocumentSource['id'],
    text: string,
  ): Growing<SectionDefinition> {
    const rule = this.sectionRules.get(section.path);
    if (rule) this.unused.delete(rule);
    const names = [section.heading, ...(rule?.aliases ?? [])].map(comparableName);
    return {
      key: this.sectionKey(rule?.key ?? slug(section.path), parent?.key),
      heading: section.heading,
      names: [...new Set(names)],
      level: section.level,
      document,
      parent,
      children: [],
      fields: [],
      body: slice(text, section.body),
      span: section.span,
      requiredFrom: rule?.requiredFrom,
      requiredWhen: rule?.requiredWhen,
    };
  }

  /** A heading that is answered by the prose or list below it. */
  private addProse(
    section: TemplateSection,
    definition: SectionDefinition,
    document: DocumentSource['id'],
    text: string,
  ): void {
    const rule = this.fieldRules.get(section.path);
    if (!rule) return;
    this.unused.delete(rule);
    const body = section.body;
    const end = slice(text, body).replace(/\s*\n---\s*$/, '').length + body.start;
    this.push({
      rule,
      label: section.heading,
      section: definition,
      document,
      text,
      span: { start: section.span.start, end },
      value: { start: body.start, end },
      items: [],
      written: 'prose',
      group: undefined,
    });
  }

  private addField(
    field: TemplateField,
    section: SectionDefinition | undefined,
    document: DocumentSource['id'],
    { text }: Template,
  ): void {
    const rule = this.fieldRules.get(field.path);
    if (rule) this.unused.delete(rule);
    const groupKey =
      field.group &&
      this.fields.find(({ section: home, label }) => home === section && label === field.group?.label)?.key;
    this.push({
      rule,
      label: field.label,
      section,
      document,
      text,
      span: field.span,
      value: field.value,
      items: field.items,
      written: undefined,
      group: groupKey,
    });
  }

  /** Fields of ours, which no template has (reading 44). */
  private addOwnFields(): void {
    for (const rule of [...this.unused]) {
      if (!('optional' in rule) || rule.optional !== true) continue;
      this.unused.delete(rule);
      const path = comparablePath(rule.path);
      const at = path.lastIndexOf(' / ');
      const home = at < 0 ? undefined : this.sections.find((section) => pathOf(section) === path.slice(0, at));
      const label = rule.path.slice(rule.path.lastIndexOf(' / ') + 1).replace(/^\/ /, '');
      const text = rule.template ?? '';
      const mark = text.indexOf(': ');
      this.push({
        rule,
        label,
        section: home,
        document: home?.document ?? 'record',
        text,
        span: { start: 0, end: text.length },
        value: { start: mark < 0 ? text.length : mark + 2, end: text.length },
        items: [],
        written: undefined,
        group: undefined,
      });
    }
  }

  private push(request: Omit<FieldRequest, 'key'>): void {
    const key = this.uniqueKey(request.rule, slug(request.label), request.section?.key);
    this.fields.push(compileField({ ...request, key }));
  }

  private sectionKey(wanted: string, parent: string | undefined): string {
    let key = this.sectionKeys.has(wanted) && parent !== undefined ? `${parent}-${wanted}` : wanted;
    for (let more = 2; this.sectionKeys.has(key); more++) key = `${wanted}-${String(more)}`;
    this.sectionKeys.add(key);
    return key;
  }

  /** The key of a rule as it is; any other name gets its section before it, or a number, where it is taken. */
  private uniqueKey(rule: FieldRule | SectionRule | undefined, name: string, prefix?: string): string {
    const wanted = rule?.key ?? name;
    const isFree = (candidate: string): boolean =>
      !this.keys.has(candidate) && (rule !== undefined || !this.reserved.has(candidate));
    let key = isFree(wanted) || prefix === undefined ? wanted : `${prefix}-${wanted}`;
    for (let more = 2; !isFree(key); more++) key = `${wanted}-${String(more)}`;
    this.keys.add(key);
    return key;
  }

  private checkTransitions(): void {
    const known = new Set(this.source.statuses.map(({ id }) => id));
    for (const { from, to } of this.source.transitions) {
      for (const status of [from, to])
        if (!known.has(status)) this.problems.push(`a transition names the unknown status «${status}»`);
    }
  }
}

function comparablePath(path: string): string {
  return path.split(' / ').map(comparableName).join(' / ');
}

function pathOf(section: SectionDefinition): string {
  const own = section.names[0] ?? '';
  return section.parent ? `${pathOf(section.parent)} / ${own}` : own;
}

function slug(text: string): string {
  return comparableName(text.slice(text.lastIndexOf(' / ') + 1))
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}

function statusesByName(statuses: readonly StatusDefinition[]): ReadonlyMap<string, StatusDefinition> {
  return new Map(
    statuses.flatMap((status) => [status.id, ...(status.aliases ?? [])].map((name) => [statusName(name), status])),
  );
}

function statusName(text: string): string {
  return text.replace(/[\s_-]+/g, '').toUpperCase();
}
