import { around, isThing } from './dom';
import type { PageState } from './protocol/page';

/** Where a person is on a page. */
type Whereabouts = Pick<PageState, 'scroll' | 'focus' | 'open'>;

/** A page that nobody has been on. */
export const nowhere: Whereabouts = { scroll: 0, focus: '', open: [] };

/** Keeps where a person is on a page, and brings them back there: after a part was drawn again, and after a reload. */
export class PagePlace {
  private isRestored = false;
  private pending = 0;

  constructor(
    private readonly root: HTMLElement,
    private now: Whereabouts,
    private readonly remember: (now: Whereabouts) => void,
  ) {
    root.addEventListener(
      'toggle',
      () => {
        this.note();
      },
      true,
    );
    root.addEventListener('focusin', ({ target }) => {
      const focus = keyAround(target);
      if (focus !== this.now.focus) this.note(focus);
    });
    document.addEventListener('scroll', () => {
      if (this.pending === 0)
        this.pending = requestAnimationFrame(() => {
          this.pending = 0;
          this.note();
        });
    });
    // A page that is made again takes the keyboard back only where it is meant.
    window.addEventListener('focus', () => {
      if (document.activeElement === document.body) this.focusOn(this.now.focus);
    });
  }

  /**
   * Draws, and leaves the keyboard, the disclosures and the place on the page where they were. Where the thing that has
   * the keyboard goes, its neighbor gets it: nobody has to begin from the top.
   */
  draw(make: () => void): void {
    const focus = this.focused();
    const neighbors = this.neighbors();
    make();
    for (const fold of this.folds()) if (this.now.open.includes(fold.dataset['fold'] ?? '')) fold.open = true;
    if (focus !== '' && this.focused() !== focus && !this.focusOn(focus))
      neighbors.some((key) => this.focusOn(key) && this.focused() === key);
    if (this.isRestored) return;
    this.isRestored = true;
    if (this.now.scroll > 0) window.scrollTo(0, this.now.scroll);
    if (document.hasFocus()) this.focusOn(this.now.focus);
    this.note();
  }

  /** Begins at the top: something else is shown. */
  leave(): void {
    this.now = nowhere;
    this.isRestored = false;
    this.root.replaceChildren();
    window.scrollTo(0, 0);
  }

  /** Puts the keyboard on something, if it is there. */
  focusOn(key: string): boolean {
    const found = key === '' ? null : document.getElementById(key);
    found?.focus({ preventScroll: true });
    return found !== null;
  }

  /** Tells once more where the person is. */
  note(focus = this.now.focus): void {
    if (!this.isRestored) return;
    const open = this.folds().flatMap((fold) => (fold.open ? [fold.dataset['fold'] ?? ''] : []));
    this.now = { scroll: Math.round(window.scrollY), focus, open };
    this.remember(this.now);
  }

  private folds(): HTMLDetailsElement[] {
    return [...this.root.querySelectorAll<HTMLDetailsElement>('details[data-fold]')];
  }

  /** What stands in the same section as the thing that has the keyboard, the nearest first: what is before it, then what follows. */
  private neighbors(): string[] {
    const here = document.activeElement;
    const things = [...(around(here, 'section')?.querySelectorAll(reachable) ?? [])];
    const at = things.findIndex((each) => each === here);
    return [...things.slice(0, Math.max(0, at)).reverse(), ...things.slice(at + 1)].map(({ id }) => id);
  }

  private focused(): string {
    return keyAround(document.activeElement);
  }
}

/** What can have the keyboard and is known by a key. */
const reachable = ':is(button, select, summary, [tabindex])[id]';

function keyAround(target: EventTarget | null): string {
  const found = target instanceof Element ? target.closest(reachable) : null;
  return isThing(found) ? found.id : '';
}
