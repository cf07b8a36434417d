import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { $api } from '@/shared/api/client';
import { wordsOf } from '@/shared/api/problem';
import { t } from '@/shared/i18n';

const KEPT_UNDER = 'tiercast-test-phones';
const MOST = 10;

const phonesIn = (text: string) =>
  text
    .split(/[,;\s]+(?=\+)|[,;]/)
    .map((phone) => phone.trim())
    .filter(Boolean);

/** The message as it stands, to a few phones of one's own; remembered for the next time. */
export function TestSend({ id }: { id: number }) {
  const [text, setText] = useState(() => localStorage.getItem(KEPT_UNDER) ?? '');
  const phones = phonesIn(text);
  const test = $api.useMutation('post', '/api/v1/campaigns/{id}/test', { meta: { inline: true } });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    localStorage.setItem(KEPT_UNDER, text);
    test.mutate({ params: { path: { id } }, body: { phones } });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="xs">
        <Group align="flex-end" gap="xs">
          <TextInput
            label={t('Phones for the test')}
            description={t('With + and country code; up to ten, separated by commas')}
            type="tel"
            value={text}
            onChange={(e) => setText(e.currentTarget.value)}
            flex={1}
          />
          <Button
            type="submit"
            variant="default"
            disabled={phones.length === 0 || phones.length > MOST}
            loading={test.isPending}
          >
            {t('Send the test')}
          </Button>
        </Group>
        {test.error && (
          <Alert color="red" variant="outline" role="alert">
            {wordsOf(test.error)}
          </Alert>
        )}
        <div role="status">
          {test.data?.items?.map(({ phone, outcome, message }) => (
            <Text key={phone} size="sm">
              {phone}: {outcome === 'ACCEPTED' ? t('on its way') : message}
            </Text>
          ))}
        </div>
      </Stack>
    </form>
  );
}
