import { dayIn } from '../core/lifecycle/instants';
import { nextDay } from '../core/lifecycle/nextDay';
import type { Clock } from '../core/ports';

/**
 * Tells when a new day begins at a place, by its own clocks: with one timer that ends with the day. A machine that slept
 * has late timers; anyone who sees it wake asks to {@link look}.
 */
export class DayWatch<Place> {
  private days = new Map<Place, { readonly zone: string; readonly day: string }>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly clock: Clock,
    /** The places by now, each with its time zone. */
    private readonly zones: () => readonly (readonly [place: Place, zone: string])[],
    private readonly dawned: (place: Place) => void,
  ) {}

  /** Tells of the days that began since the last look, and waits for the next one. */
  look(): void {
    const now = this.clock.now();
    const before = this.days;
    const zones = this.zones();
    this.days = new Map(zones.map(([place, zone]) => [place, { zone, day: dayIn(zone, now) }]));
    clearTimeout(this.timer);
    if (zones.length > 0) {
      const next = Math.min(...new Set(zones.map(([, zone]) => nextDay(zone, now))));
      this.timer = setTimeout(() => {
        this.look();
      }, next - now);
    }
    for (const [place, { zone, day }] of this.days) {
      const known = before.get(place);
      // A place that goes by other clocks now is another matter: its policy changed.
      if (known?.zone === zone && known.day !== day) this.dawned(place);
    }
  }

  dispose(): void {
    clearTimeout(this.timer);
  }
}
