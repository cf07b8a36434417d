import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { $api } from '@/shared/api/client';
import type { Schemas } from '@/shared/api/types';
import { Answer } from '@/shared/ui/states';
import { t } from '@/shared/i18n';
import { WordList } from './WordList';
import { languageName, otherLanguages } from './wordLanguages';
import { useWordChanges } from './useWordChanges';

type List = Schemas['ConsentWordListView'];

/** What people can reply to end marketing, or to confirm it; a change holds at once and can be taken back. */
export function ConsentWords() {
  const words = $api.useQuery('get', '/api/v1/consent-words');
  return (
    <Stack maw={860}>
      <Text size="sm">
        {t(
          'A reply that is nothing but one of these words decides at once, whatever its case, accents and punctuation. Each change holds from the next reply on.',
        )}
      </Text>
      <Answer of={words}>{({ lists }) => <Lists lists={lists ?? []} />}</Answer>
    </Stack>
  );
}

function Lists({ lists }: { lists: List[] }) {
  const [begun, setBegun] = useState<string[]>([]);
  const changes = useWordChanges(lists);
  const known = lists.map(({ language = '' }) => language);
  const empty = begun.filter((language) => !known.includes(language)).map((language) => ({ language }));
  const shown: List[] = [...lists, ...empty];
  return (
    <>
      {shown.map((list) => (
        <WordList
          key={list.language}
          list={list}
          changes={changes}
          onEmpty={() => setBegun(begun.filter((language) => language !== list.language))}
        />
      ))}
      <Group justify="space-between">
        <Select
          key={shown.length}
          aria-label={t('Add words of a language')}
          placeholder={t('Add words of a language')}
          searchable
          data={otherLanguages(shown.map(({ language = '' }) => language))}
          value={null}
          onChange={(language) => language && setBegun([...begun, language])}
          w={280}
        />
        <Group gap="xs" role="status">
          {changes.last && (
            <>
              <Text size="sm">{t('Changed: {{language}}.', { language: languageName(changes.last.language) })}</Text>
              <Button size="xs" variant="default" loading={changes.pending} onClick={changes.undo}>
                {t('Undo')}
              </Button>
            </>
          )}
        </Group>
      </Group>
    </>
  );
}
