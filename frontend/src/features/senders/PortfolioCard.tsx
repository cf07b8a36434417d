import { Button, Group, NumberInput, Paper, Stack, Switch, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { $api } from '@/shared/api/client';
import type { Schemas } from '@/shared/api/types';
import { count } from '@/shared/format';
import { Answer } from '@/shared/ui/states';
import { t } from '@/shared/i18n';

type Portfolio = Schemas['PortfolioView'];

/** What all numbers of the portfolio share: the limit of 24 hours, and who has the first claim on it. */
export function PortfolioCard({ id }: { id: string }) {
  const portfolio = $api.useQuery('get', '/api/v1/portfolios/{id}', { params: { path: { id } } });
  return (
    <Paper withBorder p="md">
      <Title order={2} mb="sm">
        {t('Share of the limit')}
      </Title>
      <Answer of={portfolio}>{(found) => <Reserve key={found.reservedShare} id={id} portfolio={found} />}</Answer>
    </Paper>
  );
}

function Reserve({ id, portfolio }: { id: string; portfolio: Portfolio }) {
  const { reservedShare = 0, reserved = 0, exemptOpenWindows = false, messagingLimit, senderIds } = portfolio;
  const [percent, setPercent] = useState<number | string>(Math.round(reservedShare * 1_000) / 10);
  const queries = useQueryClient();
  const patch = $api.useMutation('patch', '/api/v1/portfolios/{id}', {
    onSuccess: () =>
      Promise.all(
        ['/api/v1/portfolios/{id}', '/api/v1/portfolios', '/api/v1/senders/{id}/limits'].map((path) =>
          queries.invalidateQueries({ queryKey: ['get', path] }),
        ),
      ),
  });
  const change = (body: Schemas['PatchPortfolio']) => patch.mutate({ params: { path: { id } }, body });
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t('{{n}} numbers share this portfolio.', {
          n: count(senderIds?.length ?? 0),
          count: senderIds?.length ?? 0,
        })}
      </Text>
      <Group align="flex-end" gap="xs">
        <NumberInput
          label={t('Kept for utility and one-time passwords')}
          suffix=" %"
          min={0}
          max={99}
          decimalScale={1}
          clampBehavior="strict"
          value={percent}
          onChange={setPercent}
          w={{ base: '100%', xs: 340 }}
        />
        <Button
          variant="default"
          disabled={percent === ''}
          loading={patch.isPending}
          onClick={() => change({ reservedShare: Number(percent) / 100 })}
        >
          {t('Set')}
        </Button>
      </Group>
      {messagingLimit != null && (
        <Text size="sm">
          {t('Marketing leaves {{n}} of {{all}} people to them.', { n: count(reserved), all: count(messagingLimit) })}
        </Text>
      )}
      <Switch
        label={t('People who wrote within 24 hours do not use the limit')}
        checked={exemptOpenWindows}
        disabled={patch.isPending}
        onChange={(e) => change({ exemptOpenWindows: e.currentTarget.checked })}
      />
    </Stack>
  );
}
