import { Group, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { $api } from '@/shared/api/client';
import { type Sender, itemsOf } from '@/shared/api/types';
import { withQuery } from '@/shared/ui/Pager';
import { CATEGORY_CODES, QUALITY_CODES, TEMPLATE_STATE_CODES, category, quality, templateState } from '@/shared/words';
import { t } from '@/shared/i18n';
import { templateLanguages } from './languages';

/** Kept in the address. */
export const FILTERS = ['search', 'senderId', 'category', 'status', 'language', 'quality'];

const options = (all: string, codes: string[], words: (code: string) => string) => [
  { value: '', label: all },
  ...codes.map((value) => ({ value, label: words(value) })),
];

export function TemplateFilters() {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const senders = $api.useQuery('get', '/api/v1/senders', { params: { query: { limit: 200 } } });
  const all = itemsOf<Sender>(senders.data);
  const choose = (key: string, value: string | null) =>
    void navigate(withQuery(params, { [key]: value }), { preventScrollReset: true });
  const select = (key: string, label: string, data: { value: string; label: string }[]) => (
    <NativeSelect
      aria-label={label}
      value={params.get(key) ?? ''}
      data={data}
      onChange={(e) => choose(key, e.currentTarget.value)}
    />
  );
  return (
    <Group gap="xs">
      <Search onChange={(text) => choose('search', text)} />
      {all.length > 1 &&
        select('senderId', t('Sender'), [
          { value: '', label: t('All senders') },
          ...all.map((sender) => ({ value: String(sender.id), label: sender.name })),
        ])}
      {select('category', t('Category'), options(t('All categories'), CATEGORY_CODES, category))}
      {select('status', t('State'), options(t('All states'), TEMPLATE_STATE_CODES, templateState))}
      {select(
        'quality',
        t('Quality'),
        options(t('Any quality'), QUALITY_CODES, (code) => t('Quality: {{quality}}', { quality: quality(code) })),
      )}
      {select('language', t('Language'), [{ value: '', label: t('All languages') }, ...templateLanguages()])}
    </Group>
  );
}

const SETTLES_MS = 250;

function Search({ onChange }: { onChange: (text: string) => void }) {
  const [params] = useSearchParams();
  const [text, setText] = useState(params.get('search') ?? '');
  const settle = useDebouncedCallback(onChange, SETTLES_MS);
  return (
    <TextInput
      aria-label={t('Search templates')}
      placeholder={t('Search by name')}
      leftSection={<IconSearch size={16} />}
      value={text}
      onChange={(e) => {
        setText(e.currentTarget.value);
        settle(e.currentTarget.value.trim());
      }}
    />
  );
}
