import { NativeSelect, SegmentedControl, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useEffect } from 'react';
import { $api } from '@/shared/api/client';
import { type Sender, type Template, itemsOf } from '@/shared/api/types';
import { message, t } from '@/shared/i18n';
import { CATEGORY_CODES, category as categoryWords } from '@/shared/words';
import type { Faults } from './faults';
import { templateLanguages } from '@/shared/languages';
import { PASSWORD_PARTS, TEXT_PARTS } from './parts';
import { timesToLive } from './timesToLive';
import { type Wording, asName } from './wording';

interface BasicsProps {
  template: Template | undefined;
  wording: Wording;
  senderId: number | undefined;
  faults: Faults;
  onChange: (part: Partial<Wording>) => void;
  onSender: (id: number) => void;
}

const ABOUT: Record<string, string> = {
  MARKETING: message('Offers and news, only for people who opted in.'),
  UTILITY: message('About something that the person ordered or asked for.'),
  AUTHENTICATION: message('One-time passwords.'),
};

export function Basics({ template, wording, senderId, faults, onChange, onSender }: BasicsProps) {
  const { name, language, category, timeToLive } = wording;
  const fixed = template !== undefined;
  return (
    <Stack gap="sm">
      {!fixed && <Account senderId={senderId} onSender={onSender} />}
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput
          label={t('Name')}
          description={t('Small letters, digits and underscores; people do not see it')}
          value={name}
          disabled={fixed}
          error={faults.at('name', name)}
          onChange={(e) => onChange({ name: asName(e.currentTarget.value) })}
        />
        <NativeSelect
          label={t('Language')}
          description={t('In which it is written')}
          data={templateLanguages(language)}
          value={language}
          disabled={fixed}
          error={faults.at('language', language)}
          onChange={(e) => onChange({ language: e.currentTarget.value })}
        />
      </SimpleGrid>
      <Stack gap={4}>
        <Text size="sm" fw={500} id="category-label">
          {t('Category')}
        </Text>
        <SegmentedControl
          aria-labelledby="category-label"
          value={category}
          disabled={template?.status === 'APPROVED'}
          data={CATEGORY_CODES.map((code) => ({ value: code, label: categoryWords(code) }))}
          onChange={(next) => onChange({ category: next, timeToLive: undefined, ...partsFor(wording, next) })}
        />
        <Text size="xs" c={faults.at('category', category) ? 'var(--mantine-color-error)' : 'dimmed'}>
          {faults.at('category', category) ?? t(ABOUT[category] ?? '')}
        </Text>
      </Stack>
      <NativeSelect
        label={t('Time to deliver')}
        description={t('If the phone stays off longer, the message is dropped')}
        value={timeToLive ?? ''}
        data={timesToLive(category, timeToLive)}
        error={faults.at('timeToLive', timeToLive)}
        onChange={(e) => onChange({ timeToLive: e.currentTarget.value || undefined })}
        maw={320}
      />
    </Stack>
  );
}

/** One-time passwords have parts of their own; other words stay as they are. */
function partsFor({ category, components }: Wording, next: string): Pick<Wording, 'components'> {
  if (next === 'AUTHENTICATION') return { components: PASSWORD_PARTS };
  return { components: category === 'AUTHENTICATION' ? TEXT_PARTS : components };
}

/** A template belongs to an account, which is named by one of its numbers. */
function Account({ senderId, onSender }: Pick<BasicsProps, 'senderId' | 'onSender'>) {
  const senders = $api.useQuery('get', '/api/v1/senders', { params: { query: { limit: 200 } } });
  const all = itemsOf<Sender>(senders.data);
  const first = all[0]?.id;
  useEffect(() => {
    if (senderId === undefined && first !== undefined) onSender(first);
  }, [senderId, first, onSender]);
  if (senders.data && all.length === 0)
    return <Text c="var(--mantine-color-error)">{t('Connect a sender first.')}</Text>;
  if (all.length < 2) return null;
  return (
    <NativeSelect
      label={t('Account of')}
      value={senderId ?? ''}
      data={all.map((sender) => ({ value: String(sender.id), label: sender.name }))}
      onChange={(e) => onSender(Number(e.currentTarget.value))}
    />
  );
}
