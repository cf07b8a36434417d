import { Button, Group, MultiSelect, Stack, Tabs, Text as Words } from '@mantine/core';
import { t } from '@/shared/i18n';
import { spokenLanguages } from '@/shared/languages';
import { forWhom } from '@/shared/words';
import { type Text, spokenIn } from './draft';

interface TextTabsProps {
  texts: Text[];
  /** Which of them is worked on. */
  at: number;
  show: (at: number) => void;
  onChange: (text: Text) => void;
  onRemove: () => void;
}

/** The texts of a campaign that has several: which one is worked on, and who gets it. */
export function TextTabs({ texts, at, show, onChange, onRemove }: TextTabsProps) {
  const text = texts[at];
  return (
    <Stack gap="md">
      <Tabs value={String(at)} onChange={(next) => show(Number(next))} activateTabWithKeyboard={false}>
        <Tabs.List aria-label={t('Texts')}>
          {texts.map((one, i) => (
            <Tabs.Tab key={i} value={String(i)} aria-controls={undefined}>
              {forWhom(one)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      {text?.when ? (
        <Group align="flex-end" gap="xs">
          <MultiSelect
            label={t('Languages of the people who get this text')}
            searchable
            data={spokenLanguages(spokenIn(texts)).map((choice) => ({
              ...choice,
              disabled: spokenIn(texts.filter((other) => other !== text)).includes(choice.value),
            }))}
            value={text.when.languages}
            onChange={(languages) => languages.length > 0 && onChange({ ...text, when: { languages } })}
            flex={1}
            miw={220}
          />
          <Button variant="default" onClick={onRemove}>
            {t('Remove this text')}
          </Button>
        </Group>
      ) : (
        <Words size="sm" c="dimmed">
          {t('Whoever speaks none of the other languages gets this text.')}
        </Words>
      )}
    </Stack>
  );
}
