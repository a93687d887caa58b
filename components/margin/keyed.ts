/** Items with keys that differ: their name, and a number where a name is there again. */
export function keyed<Item>(items: readonly Item[], nameOf: (item: Item) => string): { readonly key: string; readonly item: Item }[] {
  const seen = new Map<string, number>();
  return items.map((item) => {
    const name = nameOf(item);
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return { key: times === 1 ? name : `${name} ${times}`, item };
  });
}
