import { around, element, keyed } from './dom';
import { dayAfterKey } from './monthPart';
import { actPart, overviewHead, overviewSection } from './overviewParts';
import { beginPage, type VsCodeApi } from './pageApi';
import { onPictureKey } from './pictureKeys';
import type { FromOverview, OverviewState, OverviewWords, ToOverview } from './protocol/overview';
import { readOverviewState, readOverviewWords, readToOverview } from './protocol/readOverview';
import { nowhere, PagePlace } from './whereabouts';

/** The page over all records: shows what the host tells, and tells the host what a person does. */
class OverviewPage {
  private readonly root = element('main');
  private readonly head = element('div', { class: 'head' });
  private readonly live = element('p', { class: 'unseen', role: 'status', 'aria-live': 'polite' });
  private readonly sections = new Map<string, HTMLElement>();
  private readonly place: PagePlace;
  private asked: string;
  /** The day that gets the keyboard once its month is there. */
  private awaited = '';

  constructor(
    api: VsCodeApi,
    private readonly words: OverviewWords,
    private readonly tell: (message: FromOverview) => void,
  ) {
    const state = readOverviewState(api.getState());
    this.asked = state?.asked ?? '';
    this.place = new PagePlace(this.root, state ?? nowhere, (now) => {
      api.setState({ ...now, asked: this.asked } satisfies OverviewState);
    });
    this.root.setAttribute('aria-label', words.page);
    document.body.append(this.root, this.live);
    this.root.addEventListener('click', ({ target }) => {
      this.act(target);
    });
    this.root.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLSelectElement)
        tell({ type: 'select', select: target.dataset['select'] ?? '', value: target.value });
    });
    this.root.addEventListener('keydown', (event) => {
      this.onKey(event);
    });
    window.addEventListener('focus', () => {
      this.takeKeyboard();
    });
  }

  show(message: ToOverview): void {
    if (message.type === 'message') {
      const { text, hint, acts } = message;
      this.sections.clear();
      this.root.replaceChildren(
        element(
          'div',
          { class: 'message' },
          element('p', {}, text),
          element('p', { class: 'facts' }, hint),
          element('p', { class: 'tools' }, ...acts.map(actPart)),
        ),
      );
      this.live.textContent = [text, hint].join(' ').trim();
      return;
    }
    this.place.draw(() => {
      this.draw(message);
    });
    if (this.asked !== message.asked) {
      this.asked = message.asked;
      this.place.note();
    }
    if (this.awaited !== '' && this.focusDay(this.awaited)) this.awaited = '';
    this.takeKeyboard();
    if (message.announce !== undefined) this.live.textContent = message.announce;
  }

  private draw({ head, order, changed }: Extract<ToOverview, { type: 'show' }>): void {
    if (!this.root.contains(this.head)) this.root.replaceChildren(this.head);
    if (head) this.head.replaceChildren(overviewHead(head));
    for (const section of changed) {
      const drawn = overviewSection(section, this.words);
      this.sections.get(section.id)?.replaceWith(drawn);
      this.sections.set(section.id, drawn);
    }
    for (const [id, drawn] of this.sections)
      if (!order.includes(id)) {
        drawn.remove();
        this.sections.delete(id);
      }
    // One that stands right is not touched, for it would lose the keyboard.
    let before: Element = this.head;
    for (const id of order) {
      const section = this.sections.get(id);
      if (!section) continue;
      if (before.nextElementSibling !== section) before.after(section);
      before = section;
    }
  }

  private act(target: EventTarget | null): void {
    const thing =
      around(target, 'opens') ?? around(target, 'choose') ?? around(target, 'unfold') ?? around(target, 'act');
    const { opens, choose, unfold, act } = thing?.dataset ?? {};
    if (opens !== undefined) this.tell({ type: 'open', record: opens });
    else if (choose !== undefined) this.tell({ type: 'choose', choose });
    else if (unfold !== undefined) this.tell({ type: 'unfold', list: unfold });
    else if (act !== undefined) this.tell({ type: 'act', act });
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

  /** A calendar that is opened is gone through by keys at once: where nothing on the page has them, a day gets them. */
  private takeKeyboard(): void {
    if (!document.hasFocus() || document.activeElement !== document.body) return;
    this.root.querySelector<HTMLElement>('[data-day][tabindex="0"]')?.focus({ preventScroll: true });
  }

  /** Puts the keyboard on a day of the month in view. */
  private focusDay(day: string): boolean {
    const cell = keyed(this.root, `day.${day}`);
    if (!cell || cell.classList.contains('beside')) return false;
    for (const each of this.root.querySelectorAll<HTMLElement>('[data-day]')) each.tabIndex = each === cell ? 0 : -1;
    cell.focus();
    return true;
  }
}

/** Begins the page over all records. */
export function beginOverviewPage(api: VsCodeApi): void {
  beginPage<ToOverview, FromOverview, OverviewWords>(api, {
    readWords: readOverviewWords,
    readMessage: readToOverview,
    make: (words, tell) => {
      const page = new OverviewPage(api, words, tell);
      return (message) => {
        page.show(message);
      };
    },
    ready: { type: 'ready' },
  });
}
