import { Anchor, Button, Chip, Group, Table, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { $api } from '@/shared/api/client';
import { type Campaign, type CampaignState, itemsOf } from '@/shared/api/types';
import { moment } from '@/shared/format';
import { useTold } from '@/shared/told/told';
import { Page } from '@/shared/ui/Page';
import { Pager, withQuery } from '@/shared/ui/Pager';
import stacked from '@/shared/ui/stacked.module.css';
import { Answer, EmptyState } from '@/shared/ui/states';
import { CampaignStateBadge } from '@/shared/ui/badges';
import { CAMPAIGN_STATE_CODES, campaignState } from '@/shared/words';
import { CampaignCounts } from '@/shared/ui/CampaignCounts';
import { t } from '@/shared/i18n';

const LIMIT = 20;
const REFRESH_MS = 5_000;

export function Component() {
  const [params] = useSearchParams();
  const state = (params.get('state') ?? undefined) as CampaignState | undefined;
  const campaigns = $api.useQuery(
    'get',
    '/api/v1/campaigns',
    { params: { query: { state, limit: LIMIT, cursor: params.get('cursor') ?? undefined } } },
    { refetchInterval: REFRESH_MS },
  );
  return (
    <Page title={t('Campaigns')} actions={<NewCampaign />}>
      <StateFilter chosen={state} />
      <Answer of={campaigns}>
        {(page) => (
          <>
            <CampaignTable campaigns={itemsOf<Campaign>(page)} filtered={state !== undefined} />
            <Pager nextCursor={page.nextCursor} />
          </>
        )}
      </Answer>
    </Page>
  );
}

const NewCampaign = () => (
  <Button component={Link} to="/setup-campaign" leftSection={<IconPlus size={16} />}>
    {t('Set up campaign')}
  </Button>
);

function StateFilter({ chosen }: { chosen: string | undefined }) {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  return (
    <Chip.Group
      value={chosen ?? 'ALL'}
      onChange={(value) => void navigate(withQuery(params, { state: value === 'ALL' ? null : (value as string) }))}
    >
      <Group gap={6} role="group" aria-label={t('State')}>
        {['ALL', ...CAMPAIGN_STATE_CODES].map((code) => (
          <Chip key={code} value={code} size="xs" variant="outline">
            {code === 'ALL' ? t('All') : campaignState(code)}
          </Chip>
        ))}
      </Group>
    </Chip.Group>
  );
}

function CampaignTable({ campaigns, filtered }: { campaigns: Campaign[]; filtered: boolean }) {
  if (campaigns.length === 0)
    return (
      <EmptyState title={filtered ? t('No campaign is in this state') : t('No campaigns yet')}>
        {!filtered && <Text c="dimmed">{t('Four steps, and the first one is on its way.')}</Text>}
      </EmptyState>
    );
  return (
    <Table verticalSpacing="sm" highlightOnHover className={stacked.table}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('Campaign')}</Table.Th>
          <Table.Th>{t('State')}</Table.Th>
          <Table.Th w="32%">{t('Recipients')}</Table.Th>
          <Table.Th>{t('Created')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {campaigns.map((campaign) => (
          <CampaignRow key={campaign.id} campaign={campaign} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function CampaignRow({ campaign }: { campaign: Campaign }) {
  const draft = campaign.state === 'DRAFT';
  const told = useTold();
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor component={Link} fw={600} to={draft ? `/setup-campaign/${campaign.id}` : `/campaigns/${campaign.id}`}>
          {campaign.name}
        </Anchor>
      </Table.Td>
      <Table.Td>
        <CampaignStateBadge state={campaign.state} />
        {campaign.stateReason?.message && (
          <Text size="xs" c="dimmed" maw={240}>
            {told(campaign.stateReason.message)}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        {draft ? <Text c="dimmed">{t('Not launched')}</Text> : <CampaignCounts campaign={campaign} />}
      </Table.Td>
      <Table.Td data-label={t('Created')}>{moment(campaign.createdAt)}</Table.Td>
    </Table.Tr>
  );
}
