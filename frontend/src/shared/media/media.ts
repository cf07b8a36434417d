import type { Schemas } from '@/shared/api/types';

export type MediaKind = Schemas['MediaKind'];

const KINDS: string[] = ['IMAGE', 'VIDEO', 'DOCUMENT'];

export const isMediaKind = (kind: string | undefined): kind is MediaKind => kind !== undefined && KINDS.includes(kind);

/** How one of our files is named where a text stands. */
export const referenceTo = (id: number) => `media:${id}`;

/** Which of our files a text names. */
export function mediaIdOf(text: string | null | undefined): number | undefined {
  const id = /^media:(\d+)$/.exec(text ?? '')?.[1];
  return id === undefined ? undefined : Number(id);
}

export const contentOf = (id: number) => `/api/v1/media/${id}/content`;
