import { Group, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { $api } from '@/shared/api/client';
import { type Sender, itemsOf } from '@/shared/api/types';
import { FilterSelect, optionsOf } from '@/shared/ui/FilterSelect';
import { withQuery } from '@/shared/ui/Pager';
import { CATEGORY_CODES, QUALITY_CODES, TEMPLATE_STATE_CODES, category, quality, templateState } from '@/shared/words';
import { t } from '@/shared/i18n';
import { templateLanguages } from '@/shared/languages';

/** Kept in the address. */
export const FILTERS = ['search', 'senderId', 'category', 'status', 'language', 'quality'];

export function TemplateFilters() {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const senders = $api.useQuery('get', '/api/v1/senders', { params: { query: { limit: 200 } } });
  const all = itemsOf<Sender>(senders.data);
  const search = (text: string) => void navigate(withQuery(params, { search: text }), { preventScrollReset: true });
  return (
    <Group gap="xs">
      <Search onChange={search} />
      {all.length > 1 && (
        <FilterSelect
          name="senderId"
          label={t('Sender')}
          all={t('All senders')}
          options={all.map((sender) => ({ value: String(sender.id), label: sender.name }))}
        />
      )}
      <FilterSelect
        name="category"
        label={t('Category')}
        all={t('All categories')}
        options={optionsOf(CATEGORY_CODES, category)}
      />
      <FilterSelect
        name="status"
        label={t('State')}
        all={t('All states')}
        options={optionsOf(TEMPLATE_STATE_CODES, templateState)}
      />
      <FilterSelect
        name="quality"
        label={t('Quality')}
        all={t('Any quality')}
        options={optionsOf(QUALITY_CODES, (code) => t('Quality: {{quality}}', { quality: quality(code) }))}
      />
      <FilterSelect name="language" label={t('Language')} all={t('All languages')} options={templateLanguages()} />
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
