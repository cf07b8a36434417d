import { Alert, Button, Group, NumberInput, Select, SimpleGrid, Stack, Switch, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { $api } from '@/shared/api/client';
import { wordsOf } from '@/shared/api/problem';
import type { Knobs } from '@/shared/api/types';
import { count } from '@/shared/format';
import { t } from '@/shared/i18n';
import { ShareField } from './ShareField';
import { DELAYS, SHARES } from './knobs';

const LIMITS = [50, 250, 1_000, 2_000, 10_000, 100_000];
const UNLIMITED = 'unlimited';

/** The knobs as they were when the page opened, turned here, and sent together. */
export function KnobForm({ knobs: opened }: { knobs: Knobs }) {
  const [knobs, setKnobs] = useState(opened);
  const queries = useQueryClient();
  const turn = $api.useMutation('put', '/api/v1/sandbox', {
    meta: { inline: true },
    onSuccess: async () => {
      notifications.show({ message: t('The sandbox behaves like this from now on.') });
      await queries.invalidateQueries({ queryKey: ['get', '/api/v1/sandbox'] });
    },
  });
  const set = (part: Partial<Knobs>) => setKnobs({ ...knobs, ...part });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    turn.mutate({ body: knobs });
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Title order={2}>{t('How it behaves')}</Title>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <NumberInput
            label={t('Messages a second')}
            description={t('Per number; empty: unlimited')}
            min={1}
            allowDecimal={false}
            value={knobs.throughputPerSecond ?? ''}
            onChange={(n) => set({ throughputPerSecond: typeof n === 'number' ? n : undefined })}
          />
          <Select
            label={t('People in 24 hours')}
            description={t('Of the whole portfolio')}
            allowDeselect={false}
            data={[
              ...LIMITS.map((n) => ({ value: String(n), label: count(n) })),
              { value: UNLIMITED, label: t('Unlimited') },
            ]}
            value={String(knobs.messagingLimit ?? UNLIMITED)}
            onChange={(v) => set({ messagingLimit: v === UNLIMITED ? undefined : Number(v) })}
          />
          <NumberInput
            label={t('Time to answer a send')}
            suffix=" ms"
            min={0}
            max={60_000}
            value={knobs.latencyMillis ?? 0}
            onChange={(n) => set({ latencyMillis: Number(n) })}
          />
          <NumberInput
            label={t('Seed')}
            description={t('The same seed, the same outcomes')}
            allowDecimal={false}
            value={knobs.seed ?? 0}
            onChange={(n) => set({ seed: Number(n) })}
          />
        </SimpleGrid>
        <Switch
          label={t('Refuse more than one message in 6 seconds to the same person')}
          checked={knobs.pairLimit ?? false}
          onChange={(e) => set({ pairLimit: e.currentTarget.checked })}
        />
        <Text fw={600}>{t('How many')}</Text>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          {SHARES.map(([key, label]) => (
            <ShareField key={key} label={label} share={knobs[key] ?? 0} onChange={(n) => set({ [key]: n })} />
          ))}
        </SimpleGrid>
        <Text fw={600}>{t('How long each status takes, on average')}</Text>
        <SimpleGrid cols={{ base: 1, xs: 3 }}>
          {DELAYS.map(([key, label]) => (
            <NumberInput
              key={key}
              label={label}
              suffix=" ms"
              min={0}
              max={3_600_000}
              value={knobs.statusDelayMillis?.[key] ?? 0}
              onChange={(n) => set({ statusDelayMillis: { ...knobs.statusDelayMillis, [key]: Number(n) } })}
            />
          ))}
        </SimpleGrid>
        {turn.error && (
          <Alert color="red" variant="outline" role="alert">
            {wordsOf(turn.error)}
          </Alert>
        )}
        <Group>
          <Button type="submit" loading={turn.isPending}>
            {t('Turn the knobs')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
