import { Button, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from 'react-router';
import { $api } from '@/shared/api/client';
import { type Campaign, itemsOf } from '@/shared/api/types';
import { Page } from '@/shared/ui/Page';
import { Answer } from '@/shared/ui/states';
import { t } from '@/shared/i18n';
import { FirstRun } from './FirstRun';
import { NeedsAttention } from './NeedsAttention';
import { RunningCampaigns } from './RunningCampaigns';
import { SenderGauges } from './SenderGauges';
import { Trends } from './Trends';

const REFRESH_MS = 5_000;

export function Component() {
  const campaigns = $api.useQuery(
    'get',
    '/api/v1/campaigns',
    { params: { query: { limit: 200 } } },
    { refetchInterval: REFRESH_MS },
  );
  return (
    <Page
      title={t('Dashboard')}
      actions={
        <Button component={Link} to="/setup-campaign" leftSection={<IconPlus size={16} />}>
          {t('Set up campaign')}
        </Button>
      }
    >
      <Answer of={campaigns}>{(page) => <Overview campaigns={itemsOf<Campaign>(page)} />}</Answer>
    </Page>
  );
}

function Overview({ campaigns }: { campaigns: Campaign[] }) {
  if (campaigns.every((c) => c.state === 'DRAFT')) return <FirstRun draft={campaigns[0]} />;
  return (
    <Stack gap="xl">
      <NeedsAttention campaigns={campaigns} />
      <RunningCampaigns campaigns={campaigns} />
      <SenderGauges />
      <Trends campaigns={campaigns} />
    </Stack>
  );
}
