import { around, element, keyed } from './dom';
import { headPart, sectionPart } from './parts';
import {
  opener,
  readState,
  readToPage,
  readWords,
  sealer,
  type PageState,
  type PageWords,
  type PanelSection,
  type ToHost,
  type ToPage,
} from './protocol';
import { RiskMoves } from './riskMoves';

declare function acquireVsCodeApi(): {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: PageState): void;
};

/** What the text answers to what a person did comes within this time, in milliseconds. */
const answerTime = 2000;

const api = acquireVsCodeApi();
const { channel = '', words = '' } = document.body.dataset;

/** The page of the record panel: shows what the host tells, and tells the host what a person does. */
class Page {
  private readonly root = element('main');
  private readonly head = element('div', { class: 'head' });
  private readonly columns = {
    first: element('div', { class: 'column' }),
    second: element('div', { class: 'column' }),
  };
  private readonly live = element('p', { class: 'unseen', role: 'status', 'aria-live': 'polite' });
  private readonly keysHint: HTMLElement;
  private readonly sections = new Map<string, HTMLElement>();
  private readonly moves: RiskMoves;
  private readonly seal = sealer<ToHost>(channel, Date.now());
  private state: PageState = readState(api.getState()) ?? { uri: '', scroll: 0, focus: '', open: [] };
  /** What came while a risk was dragged. */
  private held: ToPage[] | undefined;
  private isRestored = false;
  /** What was read aloud last of what a person did, and when. */
  private said = { text: '', at: 0 };
  private pending = 0;

  constructor(private readonly texts: PageWords) {
    this.keysHint = element('p', { id: 'risk-keys', class: 'unseen' }, texts.riskKeys);
    this.root.setAttribute('aria-label', texts.panel);
    document.body.append(this.root, this.keysHint, this.live);
    this.moves = new RiskMoves(
      this.root,
      {
        setRisk: (risk, probability, impact) => {
          this.tell({ type: 'setRisk', risk, probability, impact });
        },
        announce: (text) => {
          this.said = { text, at: performance.now() };
          this.live.textContent = text;
        },
        hold: (isHeld) => {
          const waiting = this.held ?? [];
          this.held = isHeld ? [] : undefined;
          for (const message of waiting) this.show(message);
        },
      },
      texts,
    );
    this.root.addEventListener('click', ({ target }) => {
      this.act(target);
    });
    this.root.addEventListener('keydown', (event) => {
      this.onKey(event);
    });
    this.root.addEventListener(
      'toggle',
      () => {
        this.remember();
      },
      true,
    );
    this.root.addEventListener('focusin', ({ target }) => {
      const key = around(target, 'key')?.dataset['key'] ?? '';
      if (key !== this.state.focus) this.remember({ focus: key });
    });
    document.addEventListener('scroll', () => {
      if (this.pending === 0)
        this.pending = requestAnimationFrame(() => {
          this.pending = 0;
          this.remember();
        });
    });
    // A page that is made anew takes the keyboard back only where it is meant.
    window.addEventListener('focus', () => {
      if (document.activeElement === document.body) keyed(this.root, this.state.focus)?.focus({ preventScroll: true });
    });
  }

  tell(message: ToHost): void {
    api.postMessage(this.seal(message));
  }

  show(message: ToPage): void {
    if (this.held) {
      this.held.push(message);
      return;
    }
    if (message.type === 'message') {
      this.sections.clear();
      this.moves.show(undefined);
      const { kind, text, hint } = message;
      this.root.replaceChildren(
        element('div', { class: `message ${kind}` }, element('p', {}, text), element('p', { class: 'facts' }, hint)),
      );
      return;
    }
    const { uri, head, order, changed, announce } = message;
    const isOther = uri !== this.state.uri;
    if (isOther) this.state = { uri, scroll: 0, focus: '', open: [] };
    const focus = this.focused();
    if (!this.root.contains(this.head)) this.root.replaceChildren(this.head, this.columns.first, this.columns.second);
    if (head) this.head.replaceChildren(headPart(head, this.texts));
    for (const section of changed) this.draw(section);
    for (const [id, drawn] of this.sections)
      if (!order.includes(id)) {
        drawn.remove();
        this.sections.delete(id);
      }
    this.arrange(order);
    if (changed.some(({ id }) => id === 'risk')) this.moves.show(changed.find(({ id }) => id === 'risk')?.risks);
    this.unfold();
    if (focus !== '' && this.focused() !== focus) keyed(this.root, focus)?.focus({ preventScroll: true });
    if (isOther) window.scrollTo(0, 0);
    if (!this.isRestored || isOther) this.restore();
    if (announce !== undefined) {
      // What was done stays in front of what came of it.
      const { text, at } = this.said;
      this.live.textContent = text !== '' && performance.now() - at < answerTime ? `${text} ${announce}` : announce;
    }
  }

  /** Puts a section where it belongs; its neighbours stay as they are. */
  private draw(section: PanelSection): void {
    const drawn = sectionPart(section, this.texts);
    const before = this.sections.get(section.id);
    if (before?.parentElement === this.columns[section.column]) before.replaceWith(drawn);
    else {
      before?.remove();
      this.columns[section.column].append(drawn);
    }
    this.sections.set(section.id, drawn);
    for (const mark of drawn.querySelectorAll('svg [data-risk]'))
      mark.setAttribute('aria-describedby', this.keysHint.id);
  }

  /** Sections in their order; one that stands right is not touched, for it would lose the keyboard. */
  private arrange(order: readonly string[]): void {
    for (const column of Object.values(this.columns)) {
      const wanted = order.flatMap((id) => this.sections.get(id) ?? []).filter((each) => each.parentElement === column);
      wanted.forEach((each, index) => {
        const there = column.children[index];
        if (there !== each) column.insertBefore(each, there ?? null);
      });
    }
  }

  private focused(): string {
    return around(document.activeElement, 'key')?.dataset['key'] ?? '';
  }

  private restore(): void {
    this.isRestored = true;
    if (this.state.scroll > 0) window.scrollTo(0, this.state.scroll);
    if (document.hasFocus()) keyed(this.root, this.state.focus)?.focus({ preventScroll: true });
    this.remember();
  }

  private unfold(): void {
    for (const fold of this.folds()) if (this.state.open.includes(fold.dataset['fold'] ?? '')) fold.open = true;
  }

  private folds(): HTMLDetailsElement[] {
    return [...this.root.querySelectorAll<HTMLDetailsElement>('details[data-fold]')];
  }

  private remember({ focus = this.state.focus }: { readonly focus?: string } = {}): void {
    if (!this.isRestored) return;
    const open = this.folds().flatMap((fold) => (fold.open ? [fold.dataset['fold'] ?? ''] : []));
    this.state = { uri: this.state.uri, scroll: Math.round(window.scrollY), focus, open };
    api.setState(this.state);
  }

  private act(target: EventTarget | null): void {
    const thing = around(target, 'move') ?? around(target, 'place') ?? around(target, 'copy');
    const { move, place, copy } = thing?.dataset ?? {};
    if (move !== undefined) this.tell({ type: 'move', to: move });
    else if (place !== undefined) this.tell({ type: 'reveal', place });
    else if (copy !== undefined) void this.copy(copy);
  }

  /** As it can be pasted into a sheet or a text: lines, and tabs between the cells. */
  private async copy(key: string): Promise<void> {
    const table = this.folds()
      .find((fold) => fold.dataset['fold'] === key)
      ?.querySelector('table');
    const rows = [...(table?.rows ?? [])].map((row) =>
      [...row.cells].map(({ textContent }) => textContent.replace(/\s+/g, ' ')).join('\t'),
    );
    await navigator.clipboard.writeText(rows.join('\n'));
    this.live.textContent = this.texts.copied;
  }

  /** Enter and Space do what a click does on things that are no buttons; arrows go from thing to thing of a picture. */
  private onKey(event: KeyboardEvent): void {
    const { target, key } = event;
    if (!(target instanceof SVGElement)) return;
    if (key === 'Enter' || key === ' ') {
      event.preventDefault();
      this.act(target);
      return;
    }
    const way = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity }[key];
    if (way === undefined || target.dataset['risk'] !== undefined) return;
    event.preventDefault();
    const things = [...(target.ownerSVGElement?.querySelectorAll<SVGElement>('[role=button]:not([data-risk])') ?? [])];
    const at = Math.max(0, Math.min(things.length - 1, things.indexOf(target) + way));
    const next = things[at];
    if (!next) return;
    for (const thing of things) thing.setAttribute('tabindex', thing === next ? '0' : '-1');
    next.focus();
  }
}

/** Begins where the host put what belongs to a page. */
function begin(): void {
  let data: unknown;
  try {
    data = JSON.parse(words);
  } catch {
    return;
  }
  const texts = readWords(data);
  if (!texts) return;
  const page = new Page(texts);
  const open = opener(channel, readToPage);
  window.addEventListener('message', ({ data: envelope }: MessageEvent<unknown>) => {
    const message = open(envelope);
    if (message) page.show(message);
  });
  page.tell({ type: 'ready' });
}

begin();
