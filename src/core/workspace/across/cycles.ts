/**
 * The cycles of a graph that is given by its arrows: for one node of each cycle (the first by name) the way from it back
 * to it, without the return. Linear in nodes and arrows; never recursive, so that no chain is too long for it. An arrow
 * from a node to itself is no cycle.
 */
export function cyclesOf(arrows: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, readonly string[]> {
  const cycles = new Map<string, readonly string[]>();
  for (const component of componentsOf(arrows)) {
    if (component.length < 2) continue;
    const [first = ''] = [...component].sort();
    cycles.set(first, shortestWayBack(first, new Set(component), arrows));
  }
  return cycles;
}

/** One step of the search: a node and how many of its arrows were followed. */
interface Visit {
  readonly node: string;
  next: number;
}

/** Strongly connected components, by Tarjan's algorithm with a stack of our own. */
function componentsOf(arrows: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const components: string[][] = [];
  const lower = (node: string, to: number): void => {
    low.set(node, Math.min(low.get(node) ?? to, to));
  };
  for (const start of arrows.keys()) {
    if (order.has(start)) continue;
    const visits: Visit[] = [{ node: start, next: 0 }];
    for (let visit = visits.at(-1); visit; visit = visits.at(-1)) {
      const { node } = visit;
      if (visit.next === 0) {
        order.set(node, order.size);
        lower(node, order.get(node) ?? 0);
        open.push(node);
        isOpen.add(node);
      }
      const target = arrows.get(node)?.[visit.next++];
      if (target !== undefined) {
        if (!order.has(target) && arrows.has(target)) visits.push({ node: target, next: 0 });
        else if (isOpen.has(target)) lower(node, order.get(target) ?? 0);
        continue;
      }
      visits.pop();
      const above = visits.at(-1);
      if (above) lower(above.node, low.get(node) ?? 0);
      if (low.get(node) === order.get(node)) {
        const component = open.splice(open.indexOf(node));
        for (const each of component) isOpen.delete(each);
        components.push(component);
      }
    }
  }
  return components;
}

function shortestWayBack(
  first: string,
  component: ReadonlySet<string>,
  arrows: ReadonlyMap<string, readonly string[]>,
): string[] {
  const before = new Map<string, string>();
  const queue = [first];
  // The queue grows while it is gone through.
  for (const node of queue) {
    for (const target of arrows.get(node) ?? []) {
      if (target === first && node !== first) {
        const way = [node];
        for (let step = before.get(node); step !== undefined; step = before.get(step)) way.unshift(step);
        return way;
      }
      if (!component.has(target) || target === first || before.has(target)) continue;
      before.set(target, node);
      queue.push(target);
    }
  }
  return [first];
}
