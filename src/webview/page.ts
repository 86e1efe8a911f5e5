import { Idiomorph } from 'idiomorph';
import { around } from './dom';
import { GridMoves } from './gridMoves';
import { dayAfterKey } from './monthKeys';
import { onPictureKey, stopAt } from './pictureKeys';
import { opener, sealer } from './protocol/envelope';
import { readState, readToPage, type FromPage, type PageState, type ToPage } from './protocol/page';
import { nowhere, PagePlace } from './whereabouts';

/** What VS Code gives to a page, once. */
export interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

/** What the host answers to what a person did comes within this time, in milliseconds. */
const answerTime = 2000;

/** A page: shows the HTML that its host tells, and tells the host what a person does. It knows nothing of either. */
class Page {
  private readonly place: PagePlace;
  private readonly moves: GridMoves;
  private memory: Pick<PageState, 'topic' | 'asked'>;
  /** The day that gets the keyboard once its month is there. */
  private awaited = '';
  /** What came while something was dragged. */
  private held: ToPage[] | undefined;
  /** What was read aloud last of what a person did, and when. */
  private said = { text: '', at: 0 };

  constructor(
    api: VsCodeApi,
    private readonly root: HTMLElement,
    private readonly live: HTMLElement,
    private readonly tell: (message: FromPage) => void,
  ) {
    const state = readState(api.getState());
    this.memory = { topic: state?.topic ?? '', asked: state?.asked ?? '' };
    this.place = new PagePlace(root, state ?? nowhere, (now) => {
      api.setState({ ...this.memory, ...now } satisfies PageState);
    });
    this.moves = new GridMoves(root, {
      put: (item, row, column) => {
        tell({ type: 'put', item, row, column });
      },
      announce: (text) => {
        this.said = { text, at: performance.now() };
        live.textContent = text;
      },
      hold: (isHeld) => {
        const waiting = this.held ?? [];
        this.held = isHeld ? [] : undefined;
        for (const message of waiting) this.show(message);
      },
    });
    root.addEventListener('click', ({ target }) => {
      this.act(target);
    });
    root.addEventListener('change', ({ target }) => {
      const select = target instanceof HTMLSelectElement ? target.dataset['select'] : undefined;
      if (target instanceof HTMLSelectElement && select !== undefined)
        tell({ type: 'select', select, value: target.value });
    });
    root.addEventListener('keydown', (event) => {
      this.onKey(event);
    });
    window.addEventListener('focus', () => {
      this.takeKeyboard();
    });
  }

  show(message: ToPage): void {
    if (this.held) {
      this.held.push(message);
      return;
    }
    const { html, topic, asked, announce } = message;
    if (topic === '') {
      // There is nothing to be at: where a person was is kept for what comes next.
      this.draw(html);
      this.live.textContent = announce ?? '';
      return;
    }
    if (topic !== this.memory.topic) this.place.leave();
    const isNews = topic !== this.memory.topic || asked !== this.memory.asked;
    this.memory = { topic, asked };
    this.place.draw(() => {
      this.draw(html);
    });
    this.moves.afterDraw();
    if (isNews) this.place.note();
    if (this.awaited !== '' && this.focusDay(this.awaited)) this.awaited = '';
    const { activeElement } = document;
    if (activeElement?.getAttribute('tabindex') === '-1') stopAt(activeElement);
    this.takeKeyboard();
    if (announce === undefined) return;
    // What was done stays in front of what came of it.
    const { text, at } = this.said;
    this.live.textContent = text !== '' && performance.now() - at < answerTime ? `${text} ${announce}` : announce;
  }

  private draw(html: string): void {
    void Idiomorph.morph(this.root, html, {
      morphStyle: 'innerHTML',
      callbacks: {
        beforeNodeMorphed: (_, next) => !(next instanceof Element && next.hasAttribute('data-same')),
        // What a person opened stays open.
        beforeAttributeUpdated: (name, element) => !(name === 'open' && element instanceof HTMLDetailsElement),
      },
    });
  }

  private act(target: EventTarget | null): void {
    const thing = around(target, 'act');
    const { act = '', what = '' } = thing?.dataset ?? {};
    if (thing && act === 'copy') void this.copy(thing);
    else if (act !== '') this.tell({ type: 'act', act, what });
  }

  private onKey(event: KeyboardEvent): void {
    const { target, key } = event;
    const day = target instanceof HTMLElement ? target.dataset['day'] : undefined;
    if (day === undefined) {
      onPictureKey(event, (thing) => {
        this.act(thing);
      });
      return;
    }
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const next = dayAfterKey(day, key);
    if (next === undefined && key !== 'Enter' && key !== ' ') return;
    event.preventDefault();
    if (next === undefined) this.act(target);
    else if (!this.focusDay(next)) {
      this.awaited = next;
      this.tell({ type: 'goTo', day: next });
    }
  }

  /** A grid of days is gone through by keys at once: where nothing on the page has the keyboard, a day gets it. */
  private takeKeyboard(): void {
    if (!document.hasFocus() || document.activeElement !== document.body) return;
    this.root.querySelector<HTMLElement>('[data-day][tabindex="0"]')?.focus({ preventScroll: true });
  }

  /** Puts the keyboard on a day of the month in view. */
  private focusDay(day: string): boolean {
    const cell = this.root.querySelector<HTMLElement>(`[data-day="${CSS.escape(day)}"]:not(.beside)`);
    if (!cell) return false;
    stopAt(cell);
    cell.focus();
    return true;
  }

  /** A table as it can be pasted into a sheet or a text: lines, and tabs between the cells. */
  private async copy(button: HTMLElement | SVGElement): Promise<void> {
    const rows = [...(button.closest('details')?.querySelector('table')?.rows ?? [])].map((row) =>
      [...row.cells].map(({ textContent }) => textContent.replace(/\s+/g, ' ')).join('\t'),
    );
    await navigator.clipboard.writeText(rows.join('\n'));
    this.live.textContent = button.dataset['said'] ?? '';
  }
}

/** Begins a page where the host put what belongs to it: the channel of its messages. */
export function beginPage(api: VsCodeApi): void {
  const { channel = '' } = document.body.dataset;
  const root = document.querySelector('main');
  const live = document.querySelector<HTMLElement>('[role=status]');
  if (!root || !live) return;
  const seal = sealer<FromPage>(channel, Date.now());
  const tell = (message: FromPage): void => {
    api.postMessage(seal(message));
  };
  const page = new Page(api, root, live, tell);
  const open = opener(channel, readToPage);
  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const message = open(data);
    if (message !== undefined) page.show(message);
  });
  tell({ type: 'ready' });
}
