import { Button, Group, NumberInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { $api } from '@/shared/api/client';
import { t } from '@/shared/i18n';

/** The operator's own figure, which a sync leaves alone; or Meta's again. */
export function OwnThroughput({ id, current }: { id: number; current: number | undefined }) {
  const [value, setValue] = useState<number | string>(current ?? '');
  const queries = useQueryClient();
  const patch = $api.useMutation('patch', '/api/v1/senders/{id}', {
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['get', '/api/v1/senders/{id}'] }),
        queries.invalidateQueries({ queryKey: ['get', '/api/v1/senders/{id}/limits'] }),
      ]),
  });
  const set = (throughputPerSecond: number | null) =>
    patch.mutate({
      params: { path: { id } },
      // A merge patch: null gives Meta's figure back.
      body: { throughputPerSecond } as { throughputPerSecond?: number },
    });
  return (
    <Group align="flex-end" gap="xs">
      <NumberInput
        label={t('Messages a second, at most')}
        min={0.1}
        decimalScale={1}
        value={value}
        onChange={setValue}
        w={260}
      />
      <Button variant="default" disabled={!Number(value)} loading={patch.isPending} onClick={() => set(Number(value))}>
        {t('Set')}
      </Button>
      <Button variant="subtle" disabled={patch.isPending} onClick={() => set(null)}>
        {t('As Meta says')}
      </Button>
    </Group>
  );
}
