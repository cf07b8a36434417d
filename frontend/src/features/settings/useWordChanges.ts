import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '@/shared/api/client';
import { Problem, wordsOf } from '@/shared/api/problem';
import type { Schemas } from '@/shared/api/types';

type List = Schemas['ConsentWordListView'];

export interface Words {
  optOut: string[];
  confirmation: string[];
}

interface Change {
  language: string;
  /** Undefined: as if nobody had ever changed them. */
  words: Words | undefined;
}

export type WordChanges = ReturnType<typeof useWordChanges>;

async function write({ language, words }: Change) {
  const params = { path: { language } };
  if (words) await api.PUT('/api/v1/consent-words/{language}', { params, body: words });
  else await api.DELETE('/api/v1/consent-words/{language}', { params });
}

/** Saves each change at once, and knows what was there before the last one. */
export function useWordChanges(lists: List[]) {
  const queries = useQueryClient();
  const [last, setLast] = useState<Change>();
  const save = useMutation({
    mutationFn: write,
    meta: { inline: true },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['get', '/api/v1/consent-words'] }),
  });
  const change = (language: string, words: Words | undefined) => {
    const before = lists.find((list) => list.language === language);
    const own = before?.own ? { optOut: before.optOut ?? [], confirmation: before.confirmation ?? [] } : undefined;
    save.mutate({ language, words }, { onSuccess: () => setLast({ language, words: own }) });
  };
  const undo = () => last && save.mutate(last, { onSuccess: () => setLast(undefined) });
  const of = (language: string) => (save.variables?.language === language ? save : undefined);
  return {
    change,
    undo,
    last,
    pending: save.isPending,
    /** What is being saved of this list. */
    underWay: (language: string) => (save.isPending ? of(language)?.variables?.words : undefined),
    /** Why the last change of one of its fields was refused, in the words of the server. */
    errorOf: (language: string, field: keyof Words) =>
      fault(of(language)?.error, of(language)?.variables?.words, field),
  };
}

function fault(error: unknown, words: Words | undefined, field: keyof Words): string | undefined {
  if (!error) return undefined;
  const errors = error instanceof Problem ? error.errors : [];
  const own = errors.find((e) => e.field.startsWith(field));
  if (!own) return errors.length === 0 && field === 'optOut' ? wordsOf(error) : undefined;
  const word = words?.[field][Number(/\[(\d+)\]/.exec(own.field)?.[1])];
  return word === undefined ? own.message : `“${word}”: ${own.message}`;
}
