import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api } from '@/shared/api/client';
import { wordsOf } from '@/shared/api/problem';
import { t } from '@/shared/i18n';

/** Whether one person gets it, and which rule decides. */
export function WhyNot({ id }: { id: number }) {
  const [phone, setPhone] = useState('');
  const ask = useMutation({
    mutationFn: async () =>
      (await api.GET('/api/v1/campaigns/{id}/why', { params: { path: { id }, query: { phone: phone.trim() } } })).data,
    meta: { inline: true },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="xs">
        <Group align="flex-end" gap="xs">
          <TextInput
            label={t('Phone of the person')}
            placeholder="+91 98765 43210"
            type="tel"
            value={phone}
            onChange={(e) => setPhone(e.currentTarget.value)}
          />
          <Button type="submit" variant="default" disabled={!phone.trim()} loading={ask.isPending}>
            {t('Ask')}
          </Button>
        </Group>
        <Text size="sm" role="status">
          {ask.error ? wordsOf(ask.error) : ask.data?.explanation}
        </Text>
      </Stack>
    </form>
  );
}
