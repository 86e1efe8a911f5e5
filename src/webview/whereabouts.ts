import { around, keyed } from './dom';

/** Where a person is on a page. */
export interface Whereabouts {
  /** In CSS pixels. */
  readonly scroll: number;
  /** The key of the thing that has the keyboard; empty if nothing has. */
  readonly focus: string;
  /** The disclosures that are open. */
  readonly open: readonly string[];
}

/** A page that nobody has been on. */
export const nowhere: Whereabouts = { scroll: 0, focus: '', open: [] };

/** Keeps where a person is on a page, and brings them back there: after a part was drawn anew, and after a reload. */
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
      const focus = around(target, 'key')?.dataset['key'] ?? '';
      if (focus !== this.now.focus) this.note(focus);
    });
    document.addEventListener('scroll', () => {
      if (this.pending === 0)
        this.pending = requestAnimationFrame(() => {
          this.pending = 0;
          this.note();
        });
    });
    // A page that is made anew takes the keyboard back only where it is meant.
    window.addEventListener('focus', () => {
      if (document.activeElement === document.body) this.focusOn(this.now.focus);
    });
  }

  /**
   * Draws, and leaves the keyboard, the disclosures and the place on the page where they were. Where the thing that has
   * the keyboard goes, its neighbour gets it: nobody has to begin from the top.
   */
  draw(make: () => void): void {
    const focus = this.focused();
    const neighbours = this.neighbours();
    make();
    for (const fold of this.folds()) if (this.now.open.includes(fold.dataset['fold'] ?? '')) fold.open = true;
    if (focus !== '' && this.focused() !== focus && !this.focusOn(focus))
      neighbours.some((key) => this.focusOn(key) && this.focused() === key);
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
    window.scrollTo(0, 0);
  }

  /** Puts the keyboard on something, if it is there. */
  focusOn(key: string): boolean {
    const found = keyed(this.root, key);
    found?.focus({ preventScroll: true });
    return found !== undefined;
  }

  /** Tells once more where the person is. */
  note(focus = this.now.focus): void {
    if (!this.isRestored) return;
    const open = this.folds().flatMap((fold) => (fold.open ? [fold.dataset['fold'] ?? ''] : []));
    this.now = { scroll: Math.round(window.scrollY), focus, open };
    this.remember(this.now);
  }

  folds(): HTMLDetailsElement[] {
    return [...this.root.querySelectorAll<HTMLDetailsElement>('details[data-fold]')];
  }

  /** What stands in the same section as the thing that has the keyboard, the nearest first: what is before it, then what follows. */
  private neighbours(): string[] {
    const here = around(document.activeElement, 'key');
    const things = [...(around(here ?? null, 'section')?.querySelectorAll<HTMLElement>('[data-key]') ?? [])];
    const at = things.findIndex((each) => each === here);
    return [...things.slice(0, Math.max(0, at)).reverse(), ...things.slice(at + 1)].map(
      ({ dataset }) => dataset['key'] ?? '',
    );
  }

  private focused(): string {
    return around(document.activeElement, 'key')?.dataset['key'] ?? '';
  }
}
