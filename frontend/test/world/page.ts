/** A list that ends here. */
export const page = (...items: unknown[]) => ({ items, nextCursor: null });
