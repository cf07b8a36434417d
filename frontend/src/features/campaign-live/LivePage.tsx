import { Grid, Stack, Tabs } from '@mantine/core';
import { Suspense, lazy } from 'react';
import { Navigate, useNavigate, useParams, useSearchParams } from 'react-router';
import { $api } from '@/shared/api/client';
import type { Campaign } from '@/shared/api/types';
import { count } from '@/shared/format';
import { t } from '@/shared/i18n';
import { withQuery } from '@/shared/ui/Pager';
import { Answer, LoadingState } from '@/shared/ui/states';
import { BucketPanel } from './BucketPanel';
import { FunnelCard } from './FunnelCard';
import { Headline } from './Headline';
import { NeedsYou } from './NeedsYou';
import { ReasonsCard } from './ReasonsCard';
import { SpeedCard } from './SpeedCard';
import { useLiveStats } from './useLiveStats';

const Recipients = lazy(() => import('./Recipients').then((m) => ({ default: m.Recipients })));
const Replies = lazy(() => import('./Replies').then((m) => ({ default: m.Replies })));
const Activity = lazy(() => import('./Activity').then((m) => ({ default: m.Activity })));
const VariantsCard = lazy(() => import('./VariantsCard').then((m) => ({ default: m.VariantsCard })));
const SetupTab = lazy(() => import('./SetupTab').then((m) => ({ default: m.SetupTab })));

export function Component() {
  const id = Number(useParams().id);
  const campaign = $api.useQuery('get', '/api/v1/campaigns/{id}', { params: { path: { id } } });
  return (
    <Answer of={campaign}>
      {(answer) =>
        answer.state === 'DRAFT' ? (
          <Navigate to={`/setup-campaign/${id}`} replace />
        ) : (
          <Live key={id} campaign={answer as Campaign} />
        )
      }
    </Answer>
  );
}

function Live({ campaign }: { campaign: Campaign }) {
  const { stats, connection } = useLiveStats(campaign);
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const tab = params.get('tab') ?? 'recipients';
  const show = (next: string | null) => void navigate(withQuery(params, { tab: next }), { preventScrollReset: true });
  return (
    <Stack gap="md" maw={1240}>
      <title>{`${campaign.name} · Tiercast`}</title>
      <Headline campaign={campaign} stats={stats} connection={connection} />
      <BucketPanel stats={stats} />
      <NeedsYou campaign={campaign} stats={stats} />
      <Grid>
        <Grid.Col span={{ base: 12, md: 6 }}>
          <FunnelCard campaign={campaign} stats={stats} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 6 }}>
          <SpeedCard campaign={campaign} stats={stats} />
        </Grid.Col>
      </Grid>
      {(stats?.variants?.length ?? 0) > 1 && (
        <Suspense>
          <VariantsCard campaign={campaign} stats={stats} />
        </Suspense>
      )}
      <ReasonsCard campaign={campaign} stats={stats} />
      <Tabs id="recipients" value={tab} onChange={show} keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="recipients">{t('Recipients')}</Tabs.Tab>
          <Tabs.Tab value="replies">
            {t('Replies')} {(stats?.engagement?.replied ?? 0) > 0 && `(${count(stats?.engagement?.replied)})`}
          </Tabs.Tab>
          <Tabs.Tab value="activity">{t('Activity')}</Tabs.Tab>
          <Tabs.Tab value="setup">{t('Setup')}</Tabs.Tab>
        </Tabs.List>
        <Suspense fallback={<LoadingState />}>
          <Tabs.Panel value="recipients" pt="md">
            <Recipients campaignId={campaign.id} version={stats?.version} />
          </Tabs.Panel>
          <Tabs.Panel value="replies" pt="md">
            <Replies campaignId={campaign.id} stats={stats} />
          </Tabs.Panel>
          <Tabs.Panel value="activity" pt="md">
            <Activity campaignId={campaign.id} state={stats?.state ?? campaign.state} />
          </Tabs.Panel>
          <Tabs.Panel value="setup" pt="md">
            <SetupTab campaign={campaign} />
          </Tabs.Panel>
        </Suspense>
      </Tabs>
    </Stack>
  );
}
