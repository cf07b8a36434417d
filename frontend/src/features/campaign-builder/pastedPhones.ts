import { api } from '@/shared/api/client';

/** How many single people an audience can name. */
export const AT_MOST = 10_000;
const PER_REQUEST = 1_000;

export interface Found {
  ids: number[];
  created: number;
  /** As they were pasted. */
  refused: string[];
}

/** One a line, or between commas, semicolons and tabs; each once. Spaces may be part of a number. */
export const phonesIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\n,;\t]+/)
      .map((part) => part.trim())
      .filter((part) => /\d/.test(part)),
  ),
];

async function store(phones: string[], optedIn: boolean) {
  const consent = optedIn ? { consent: { marketing: 'OPTED_IN' as const } } : {};
  const { data } = await api.POST('/api/v1/contacts/batch', {
    body: { contacts: phones.map((phone) => ({ phone, ...consent })) },
  });
  return data?.items ?? [];
}

/** The contacts of these phones. Only who is new is taken as opted in: whoever opted out once stays so. */
export async function contactsOf(phones: string[], optedIn: boolean): Promise<Found> {
  const found: Found = { ids: [], created: 0, refused: [] };
  for (let from = 0; from < phones.length; from += PER_REQUEST) {
    const part = phones.slice(from, from + PER_REQUEST);
    const outcomes = await store(part, false);
    const fresh = outcomes.filter(({ outcome }) => outcome === 'CREATED').map(({ index = 0 }) => part[index] ?? '');
    if (optedIn && fresh.length > 0) await store(fresh, true);
    found.created += fresh.length;
    for (const { id, index = 0 } of outcomes) {
      if (id == null) found.refused.push(part[index] ?? '');
      else found.ids.push(id);
    }
  }
  return { ...found, ids: [...new Set(found.ids)] };
}
