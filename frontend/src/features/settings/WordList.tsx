import { Button, Fieldset, Group, SimpleGrid, TagsInput } from '@mantine/core';
import type { Schemas } from '@/shared/api/types';
import { t } from '@/shared/i18n';
import type { WordChanges, Words } from './useWordChanges';
import { ANY, languageName } from './wordLanguages';

const LONGEST = 40;
const MOST = 200;

interface WordListProps {
  list: Schemas['ConsentWordListView'];
  changes: WordChanges;
  /** It was new, and nobody has put a word in. */
  onEmpty: () => void;
}

/** The words of one language. */
export function WordList({ list, changes, onEmpty }: WordListProps) {
  const { language = ANY, own, optOut = [], confirmation = [] } = list;
  const words: Words = changes.underWay(language) ?? { optOut, confirmation };
  const field = (name: keyof Words, label: string, description: string) => (
    <TagsInput
      label={label}
      description={description}
      placeholder={t('Add a word')}
      value={words[name]}
      error={changes.errorOf(language, name)}
      maxTags={MOST}
      maxLength={LONGEST}
      splitChars={[',', ';', '\n']}
      onChange={(next) => changes.change(language, { ...words, [name]: next.map((word) => word.trim()) })}
    />
  );
  return (
    <Fieldset legend={languageName(language)}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {field('optOut', t('Opts out of marketing'), t('From anybody'))}
        {field('confirmation', t('Confirms consent'), t('From people who were asked for it'))}
      </SimpleGrid>
      {(own || language !== ANY) && (
        <Group justify="flex-end" mt="sm">
          <Button
            size="xs"
            variant="default"
            disabled={changes.pending}
            onClick={() => (own ? changes.change(language, undefined) : onEmpty())}
          >
            {language === ANY ? t('The usual words again') : t('Remove these words')}
          </Button>
        </Group>
      )}
    </Fieldset>
  );
}
