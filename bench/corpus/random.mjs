/** Random numbers from a seed (mulberry32): the same seed always gives the same ones. */
export class Random {
  #state;

  /** @param {...number} seeds several seeds make one, so that every record of a corpus has its own */
  constructor(...seeds) {
    this.#state = seeds.reduce((state, seed) => Math.imul(state ^ seed, 0x9e3779b1) >>> 0, 0x2545f491);
  }

  /** From 0 to below 1. */
  next() {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    const state = this.#state;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /**
   * A whole number, both ends included.
   * @param {number} least
   * @param {number} most
   */
  int(least, most) {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  /** @param {number} probability */
  chance(probability) {
    return this.next() < probability;
  }

  /**
   * @template T
   * @param {readonly T[]} list not empty
   * @returns {T}
   */
  pick(list) {
    return /** @type {T} */ (list[Math.floor(this.next() * list.length)]);
  }

  /**
   * Some of a list, each once, in random order.
   * @template T
   * @param {readonly T[]} list
   * @param {number} count
   */
  some(list, count) {
    const rest = [...list];
    for (let at = rest.length - 1; at > 0; at--) {
      const other = this.int(0, at);
      [rest[at], rest[other]] = [/** @type {T} */ (rest[other]), /** @type {T} */ (rest[at])];
    }
    return rest.slice(0, count);
  }

  /**
   * @template T
   * @param {number} count
   * @param {(index: number) => T} make
   */
  list(count, make) {
    return Array.from({ length: count }, (_, index) => make(index));
  }
}
