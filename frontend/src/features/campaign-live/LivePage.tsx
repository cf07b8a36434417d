import { Grid, Stack, Tabs } from '@mantine/core';
import { useParams, useSearchParams } from 'react-router';
import { $api } from '@/shared/api/client';
import type { Campaign } from '@/shared/api/types';
import { Answer } from '@/shared/ui/states';
import { BucketPanel } from './BucketPanel';
import { FunnelCard } from './FunnelCard';
import { Headline } from './Headline';
import { ReasonsCard } from './ReasonsCard';
import { Recipients } from './Recipients';
import { SetupTab } from './SetupTab';
import { SpeedCard } from './SpeedCard';
import { useLiveStats } from './useLiveStats';

export function Component() {
  const id = Number(useParams().id);
  const campaign = $api.useQuery('get', '/api/v1/campaigns/{id}', { params: { path: { id } } });
  return <Answer of={campaign}>{(answer) => <Live campaign={answer as Campaign} />}</Answer>;
}

function Live({ campaign }: { campaign: Campaign }) {
  const { stats, connection } = useLiveStats(campaign);
  const [params, setParams] = useSearchParams();
  const tab = params.get('tab') ?? 'recipients';
  return (
    <Stack gap="md" maw={1240}>
      <title>{`${campaign.name} · Tiercast`}</title>
      <Headline campaign={campaign} stats={stats} connection={connection} />
      <BucketPanel stats={stats} />
      <Grid>
        <Grid.Col span={{ base: 12, md: 6 }}>
          <FunnelCard campaignId={campaign.id} stats={stats} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 6 }}>
          <SpeedCard campaign={campaign} stats={stats} />
        </Grid.Col>
      </Grid>
      <ReasonsCard campaignId={campaign.id} stats={stats} />
      <Tabs value={tab} onChange={(value) => setParams({ tab: value ?? 'recipients' })} keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="recipients">Recipients</Tabs.Tab>
          <Tabs.Tab value="setup">Setup</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="recipients" pt="md">
          <Recipients campaignId={campaign.id} version={stats?.version} />
        </Tabs.Panel>
        <Tabs.Panel value="setup" pt="md">
          <SetupTab campaign={campaign} />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}
