import { around, element } from './dom';
import { beginPage, type VsCodeApi } from './pageApi';
import { headPart, sectionPart } from './parts';
import { onPictureKey } from './pictureKeys';
import {
  readState,
  readToPage,
  readWords,
  type PageState,
  type PageWords,
  type PanelHead,
  type PanelSection,
  type ToHost,
  type ToPage,
} from './protocol/recordPanel';
import { RiskMoves } from './riskMoves';
import { nowhere, PagePlace } from './whereabouts';

/** What the text answers to what a person did comes within this time, in milliseconds. */
const answerTime = 2000;

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
  private readonly place: PagePlace;
  /** The record that is shown. */
  private uri: string;
  /** What came while a risk was dragged. */
  private held: ToPage[] | undefined;
  /** What was read aloud last of what a person did, and when. */
  private said = { text: '', at: 0 };

  constructor(
    api: VsCodeApi,
    private readonly texts: PageWords,
    private readonly tell: (message: ToHost) => void,
  ) {
    const state = readState(api.getState());
    this.uri = state?.uri ?? '';
    this.place = new PagePlace(this.root, state ?? nowhere, (now) => {
      api.setState({ ...now, uri: this.uri } satisfies PageState);
    });
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
      onPictureKey(event, (target) => {
        this.act(target);
      });
    });
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
    if (uri !== this.uri) this.place.leave();
    this.uri = uri;
    this.place.draw(() => {
      this.drawAll(head, order, changed);
    });
    if (announce !== undefined) {
      // What was done stays in front of what came of it.
      const { text, at } = this.said;
      this.live.textContent = text !== '' && performance.now() - at < answerTime ? `${text} ${announce}` : announce;
    }
  }

  private drawAll(head: PanelHead | undefined, order: readonly string[], changed: readonly PanelSection[]): void {
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

  private act(target: EventTarget | null): void {
    const thing = around(target, 'move') ?? around(target, 'place') ?? around(target, 'copy');
    const { move, place, copy } = thing?.dataset ?? {};
    if (move !== undefined) this.tell({ type: 'move', to: move });
    else if (place !== undefined) this.tell({ type: 'reveal', place });
    else if (copy !== undefined) void this.copy(copy);
  }

  /** As it can be pasted into a sheet or a text: lines, and tabs between the cells. */
  private async copy(key: string): Promise<void> {
    const table = this.place
      .folds()
      .find((fold) => fold.dataset['fold'] === key)
      ?.querySelector('table');
    const rows = [...(table?.rows ?? [])].map((row) =>
      [...row.cells].map(({ textContent }) => textContent.replace(/\s+/g, ' ')).join('\t'),
    );
    await navigator.clipboard.writeText(rows.join('\n'));
    this.live.textContent = this.texts.copied;
  }
}

/** Begins the page of a record. */
export function beginRecordPage(api: VsCodeApi): void {
  beginPage<ToPage, ToHost, PageWords>(api, {
    readWords,
    readMessage: readToPage,
    make: (words, tell) => {
      const page = new Page(api, words, tell);
      return (message) => {
        page.show(message);
      };
    },
    ready: { type: 'ready' },
  });
}
