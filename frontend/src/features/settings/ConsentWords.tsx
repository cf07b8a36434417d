import { Badge, Code, Group, Stack, Text } from '@mantine/core';
import { $api } from '@/shared/api/client';
import { Answer } from '@/shared/ui/states';
import { Rich } from '@/shared/ui/Rich';
import { t } from '@/shared/i18n';

/** Set where the installation is set up, since they must hold from the first message on. */
export function ConsentWords() {
  const words = $api.useQuery('get', '/api/v1/consent-words', {}, { staleTime: Infinity });
  return (
    <Answer of={words}>
      {({ optOut, confirmation }) => (
        <Stack gap="xs" maw={860}>
          <Words about={t('A reply that is nothing but one of these opts out of marketing at once:')} words={optOut} />
          <Words about={t('Whoever was asked for consent gives it with one of these:')} words={confirmation} />
          <Text size="sm" c="dimmed">
            <Rich
              text={t('Who runs this installation changes them by <code>TIERCAST_OPT_OUT_WORDS</code>.')}
              as={{ code: (name) => <Code>{name}</Code> }}
            />
          </Text>
        </Stack>
      )}
    </Answer>
  );
}

const Words = ({ about, words }: { about: string; words: string[] | undefined }) => (
  <div>
    <Text size="sm" mb={4}>
      {about}
    </Text>
    <Group gap={4}>
      {(words ?? []).map((word) => (
        <Badge key={word} variant="default" tt="none" fw={500}>
          {word}
        </Badge>
      ))}
    </Group>
  </div>
);
