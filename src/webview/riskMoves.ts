import { around } from './dom';
import type { PageWords, PanelRisk, PanelRisks } from './protocol/recordPanel';

/** What the page does when a risk is given another place. */
export interface RiskMoveTarget {
  /** 0 is what stays as it is. */
  setRisk(risk: string, probability: number, impact: number): void;
  announce(text: string): void;
  /** While a risk is dragged nothing is drawn anew. */
  hold(isHeld: boolean): void;
}

type Step = readonly [part: 'probability' | 'impact', by: 1 | -1];

/** As the matrix lies: probability upwards, impact to the right. */
const steps: Readonly<Record<string, Step>> = {
  ArrowUp: ['probability', 1],
  ArrowDown: ['probability', -1],
  ArrowRight: ['impact', 1],
  ArrowLeft: ['impact', -1],
};

/** How far a pointer goes before it drags, in CSS pixels: less is a click. */
const threshold = 5;

/** How long the text may take to say where a risk was put, in milliseconds. */
const patience = 2000;

/** Lets risks be moved in the matrix and in the list, by arrow keys, by choice and by dragging. */
export class RiskMoves {
  private shown: PanelRisks = { levels: [], risks: [] };
  /** Where risks were put and the text does not say yet: the next key goes on from there. */
  private readonly ahead = new Map<string, { probability: number; impact: number; at: number }>();

  constructor(
    root: HTMLElement,
    private readonly target: RiskMoveTarget,
    private readonly words: PageWords,
  ) {
    root.addEventListener('keydown', (event) => {
      this.onKey(event);
    });
    root.addEventListener('change', ({ target: changed }) => {
      if (changed instanceof HTMLSelectElement) this.onChoice(changed);
    });
    root.addEventListener('pointerdown', (event) => {
      const mark = around(event.target, 'risk');
      if (mark && event.button === 0 && event.isPrimary) this.drag(mark, event);
    });
  }

  /** Takes what the text says now. */
  show(risks: PanelRisks | undefined): void {
    this.shown = risks ?? { levels: [], risks: [] };
    for (const [key, { probability, impact }] of this.ahead) {
      const now = this.risk(key);
      if (!now || (now.probability === probability && now.impact === impact)) this.ahead.delete(key);
    }
  }

  /** Where a risk is, or will be in a moment; what was not written by then was refused. */
  private placeOf(risk: PanelRisk): { probability: number; impact: number } {
    const put = this.ahead.get(risk.key);
    return put && performance.now() - put.at < patience ? put : risk;
  }

  private onKey(event: KeyboardEvent): void {
    const key = around(event.target, 'risk')?.dataset['risk'];
    const step = steps[event.key];
    if (key === undefined || !step || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const risk = this.risk(key);
    if (!risk) return;
    const [part, by] = step;
    const now = this.placeOf(risk);
    const values = this.shown.levels.map(({ value }) => value);
    // What has no level yet begins at the lowest.
    const at = values.indexOf(now[part]);
    const next = values[at < 0 ? 0 : at + by];
    if (next !== undefined) this.put(risk, { ...this.whole(now), [part]: next });
  }

  private onChoice(choice: HTMLSelectElement): void {
    const { level, of } = choice.dataset;
    const risk = of === undefined ? undefined : this.risk(of);
    const value = Number(choice.value);
    if (!risk || value === 0 || (level !== 'probability' && level !== 'impact')) return;
    this.put(risk, { ...this.placeOf(risk), [level]: value });
  }

  /** A risk that is on the matrix has both values: what is open is the lowest level. */
  private whole({ probability, impact }: { probability: number; impact: number }): {
    probability: number;
    impact: number;
  } {
    const lowest = this.shown.levels[0]?.value ?? 1;
    return { probability: probability || lowest, impact: impact || lowest };
  }

  private put(risk: PanelRisk, { probability, impact }: { probability: number; impact: number }): void {
    const now = this.placeOf(risk);
    if (now.probability === probability && now.impact === impact) return;
    this.ahead.set(risk.key, { probability, impact, at: performance.now() });
    const name = (wanted: number): string => this.shown.levels.find(({ value }) => value === wanted)?.name ?? '–';
    const said: Readonly<Record<string, string>> = {
      risk: risk.name,
      probability: name(probability),
      impact: name(impact),
    };
    this.target.announce(this.words.riskAt.replace(/\{(\w+)\}/g, (all, word: string) => said[word] ?? all));
    this.target.setRisk(risk.key, probability, impact);
  }

  private drag(mark: HTMLElement | SVGElement, { pointerId, clientX, clientY }: PointerEvent): void {
    const risk = this.risk(mark.dataset['risk'] ?? '');
    const picture = mark.closest('svg');
    if (!risk || !picture) return;
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
      const [probability, impact] = [
        Number(cell?.getAttribute('data-probability')),
        Number(cell?.getAttribute('data-impact')),
      ];
      look(undefined);
      mark.style.translate = '';
      mark.classList.remove('dragged');
      // The click that follows on a drag is none.
      window.addEventListener('click', stop, { capture: true, once: true });
      setTimeout(() => {
        window.removeEventListener('click', stop, { capture: true });
      });
      this.target.hold(false);
      if (cell && probability > 0 && impact > 0) this.put(risk, { probability, impact });
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

  private risk(key: string): PanelRisk | undefined {
    return this.shown.risks.find((risk) => risk.key === key);
  }
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

/** The cell of the matrix under a pointer, whatever lies above it. */
function cellAt(picture: SVGSVGElement, x: number, y: number): Element | undefined {
  return [...picture.querySelectorAll('[data-probability][data-impact]:not([data-risk])')].find((cell) => {
    const { left, right, top, bottom } = cell.getBoundingClientRect();
    return left <= x && x < right && top <= y && y < bottom;
  });
}
