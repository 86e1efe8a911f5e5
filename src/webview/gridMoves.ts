import { around } from './dom';

/** What the page does when a thing is given another place in its grid. */
export interface GridMoveTarget {
  /** 0 is what stays as it is. */
  put(item: string, row: number, column: number): void;
  announce(text: string): void;
  /** While a thing is dragged nothing is drawn. */
  hold(isHeld: boolean): void;
}

type Axis = 'row' | 'column';

/** As the grid lies: rows upwards, columns to the right. */
const steps: Readonly<Record<string, readonly [axis: Axis, by: 1 | -1]>> = {
  ArrowUp: ['row', 1],
  ArrowDown: ['row', -1],
  ArrowRight: ['column', 1],
  ArrowLeft: ['column', -1],
};

/** How far a pointer goes before it drags, in CSS pixels: less is a click. */
const threshold = 5;

/** How long the host may take to say where a thing was put, in milliseconds. */
const patience = 2000;

/**
 * Lets things be moved in a grid: by arrow keys, by dragging, and by the choice of a row and a column. A thing is a
 * `data-item`; its row and column are two `select`s (`data-of`, `data-axis`) with the values of the levels from the
 * lowest; cells have `data-row` and `data-column`.
 */
export class GridMoves {
  /** Where things were put and the host does not say yet, by the ID of the choice: the next key goes on from there. */
  private readonly ahead = new Map<string, { readonly value: string; readonly at: number }>();

  constructor(
    private readonly root: HTMLElement,
    private readonly target: GridMoveTarget,
  ) {
    root.addEventListener('keydown', (event) => {
      this.onKey(event);
    });
    root.addEventListener('change', ({ target: changed }) => {
      const item = changed instanceof HTMLSelectElement ? changed.dataset['of'] : undefined;
      if (item !== undefined) this.put(item);
    });
    root.addEventListener('pointerdown', (event) => {
      const mark = around(event.target, 'item');
      if (mark && event.button === 0 && event.isPrimary) this.drag(mark, event);
    });
  }

  /** Keeps what was chosen until the host says it as well; what it does not say by then was refused. */
  afterDraw(): void {
    for (const [id, { value, at }] of this.ahead) {
      const select = document.getElementById(id);
      if (!(select instanceof HTMLSelectElement) || select.value === value || performance.now() - at > patience)
        this.ahead.delete(id);
      else select.value = value;
    }
  }

  private onKey(event: KeyboardEvent): void {
    const item = around(event.target, 'item')?.dataset['item'];
    const step = steps[event.key];
    if (item === undefined || !step || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const [axis, by] = step;
    const choice = this.choice(item, axis);
    if (!choice) return;
    const values = [...choice.options].map(({ value }) => value).filter((value) => value !== '0');
    // What has no level yet begins at the lowest.
    const at = values.indexOf(choice.value);
    const next = values[at < 0 ? 0 : at + by];
    if (next === undefined) return;
    choice.value = next;
    this.put(item);
  }

  private choice(item: string, axis: Axis): HTMLSelectElement | undefined {
    return [...this.root.querySelectorAll<HTMLSelectElement>(`select[data-axis=${axis}]`)].find(
      ({ dataset }) => dataset['of'] === item,
    );
  }

  /** Tells the host where a thing is by its choices now. */
  private put(item: string): void {
    const [row, column] = [this.choice(item, 'row'), this.choice(item, 'column')];
    if (!row || !column) return;
    const at = performance.now();
    for (const { id, value } of [row, column]) if (value !== '0') this.ahead.set(id, { value, at });
    const list = around(row, 'said');
    const words = [around(row, 'name')?.dataset['name'] ?? '', nameOf(row), nameOf(column)];
    this.target.announce(
      (list?.dataset['said'] ?? '').replace(/\{(\d)\}/g, (place, index: string) => words[Number(index)] ?? place),
    );
    this.target.put(item, Number(row.value), Number(column.value));
  }

  private drag(mark: HTMLElement | SVGElement, { pointerId, clientX, clientY }: PointerEvent): void {
    const item = mark.dataset['item'] ?? '';
    const [row, column] = [this.choice(item, 'row'), this.choice(item, 'column')];
    const picture = mark.closest('svg');
    if (!row || !column || !picture) return;
    const scale = scaleOf(picture);
    let over: Element | undefined;
    let isDragged = false;
    const look = (cell: Element | undefined): void => {
      over?.classList.remove('drop');
      over = cell;
      over?.classList.add('drop');
    };
    const move = (event: PointerEvent): void => {
      if (event.pointerId !== pointerId) return;
      const [dx, dy] = [event.clientX - clientX, event.clientY - clientY];
      if (!isDragged && Math.hypot(dx, dy) < threshold) return;
      if (!isDragged) {
        isDragged = true;
        mark.setPointerCapture(pointerId);
        mark.classList.add('dragged');
        this.target.hold(true);
      }
      mark.style.translate = `${String(dx * scale)}px ${String(dy * scale)}px`;
      look(cellAt(picture, event.clientX, event.clientY));
    };
    const end = (cell: Element | undefined): void => {
      for (const [name, listener] of listeners) window.removeEventListener(name, listener, true);
      if (!isDragged) return;
      const wanted = [cell?.getAttribute('data-row') ?? '', cell?.getAttribute('data-column') ?? ''] as const;
      look(undefined);
      mark.style.translate = '';
      mark.classList.remove('dragged');
      // The click that follows on a drag is none.
      window.addEventListener('click', stop, { capture: true, once: true });
      setTimeout(() => {
        window.removeEventListener('click', stop, { capture: true });
      });
      this.target.hold(false);
      if (!cell || (row.value === wanted[0] && column.value === wanted[1])) return;
      [row.value, column.value] = wanted;
      this.put(item);
    };
    const listeners = new Map<string, (event: Event) => void>([
      [
        'pointermove',
        (event) => {
          if (event instanceof PointerEvent) move(event);
        },
      ],
      [
        'pointerup',
        (event) => {
          if (event instanceof PointerEvent && event.pointerId === pointerId) end(over);
        },
      ],
      [
        'pointercancel',
        () => {
          end(undefined);
        },
      ],
      [
        'keydown',
        (event) => {
          if (event instanceof KeyboardEvent && event.key === 'Escape') end(undefined);
        },
      ],
    ]);
    for (const [name, listener] of listeners) window.addEventListener(name, listener, true);
  }
}

function nameOf({ selectedOptions: [option] }: HTMLSelectElement): string {
  return option?.text ?? '';
}

function stop(event: Event): void {
  event.stopPropagation();
  event.preventDefault();
}

/** How many units of a picture one CSS pixel is. */
function scaleOf(picture: SVGSVGElement): number {
  const { width } = picture.getBoundingClientRect();
  const box = picture.viewBox.baseVal;
  return width > 0 && box.width > 0 ? box.width / width : 1;
}

/** The cell of the grid under a pointer, whatever lies above it. */
function cellAt(picture: SVGSVGElement, x: number, y: number): Element | undefined {
  return [...picture.querySelectorAll('[data-row][data-column]')].find((cell) => {
    const { left, right, top, bottom } = cell.getBoundingClientRect();
    return left <= x && x < right && top <= y && y < bottom;
  });
}
