import { NativeSelect } from '@mantine/core';
import { useNavigate, useSearchParams } from 'react-router';
import { withQuery } from '@/shared/ui/Pager';

export interface Option {
  value: string;
  label: string;
}

interface FilterSelectProps {
  /** Under which it stands in the address. */
  name: string;
  label: string;
  /** What is chosen where nothing is. */
  all: string;
  options: Option[];
  /** The label stands above, instead of being said only to those who cannot see what is chosen. */
  labelled?: boolean;
  /** What goes into the address with it. */
  also?: Record<string, string | null>;
  w?: number;
}

/** A filter of a list that is one of several; what is chosen holds at once, and stands in the address. */
export function FilterSelect({ name, label, all, options, labelled, also, w }: FilterSelectProps) {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  return (
    <NativeSelect
      {...(labelled ? { label } : { 'aria-label': label })}
      {...(w && { w })}
      data={[{ value: '', label: all }, ...options]}
      value={params.get(name) ?? ''}
      onChange={(e) =>
        void navigate(withQuery(params, { ...also, [name]: e.currentTarget.value }), { preventScrollReset: true })
      }
    />
  );
}

/** What the list in sight is filtered by, as the address has it. */
export function useAsked(names: readonly string[]): Record<string, string> {
  const [params] = useSearchParams();
  return Object.fromEntries(names.flatMap((name) => (params.get(name) ? [[name, params.get(name) ?? '']] : [])));
}

export const optionsOf = (codes: string[], words: (code: string) => string): Option[] =>
  codes.map((value) => ({ value, label: words(value) }));
