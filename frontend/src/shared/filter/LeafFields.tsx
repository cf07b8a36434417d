import { Group, Select, TextInput } from '@mantine/core';
import { $api } from '@/shared/api/client';
import { type Campaign, type Filter, type Group as ContactGroup, type Segment, itemsOf } from '@/shared/api/types';
import { message, t } from '@/shared/i18n';
import { EventFields } from './EventFields';
import { PropertyFields } from './PropertyFields';
import type { Leaf } from './filters';

interface LeafFieldsProps {
  node: Leaf;
  onChange: (node: Filter) => void;
  selfId: number | undefined;
}

export function LeafFields({ node, onChange, selfId }: LeafFieldsProps) {
  switch (node.type) {
    case 'property':
      return <PropertyFields node={node} onChange={onChange} />;
    case 'event':
      return <EventFields node={node} onChange={onChange} />;
    case 'tag':
      return (
        <TextInput
          aria-label={t('Tag')}
          placeholder="vip"
          value={node.tag}
          onChange={(e) => onChange({ ...node, tag: e.currentTarget.value })}
          maw={280}
        />
      );
    case 'group':
      return <GroupChoice id={node.groupId} onChange={(groupId) => onChange({ ...node, groupId })} />;
    case 'segment':
      return (
        <SegmentChoice id={node.segmentId} selfId={selfId} onChange={(segmentId) => onChange({ ...node, segmentId })} />
      );
    case 'campaign':
      return <CampaignFields node={node} onChange={onChange} />;
  }
}

interface ChoiceProps {
  id: number;
  onChange: (id: number) => void;
}

const EVERY = { params: { query: { limit: 200 } } };
const chosen = (id: number) => (id > 0 ? String(id) : null);
const options = (things: { id: number; name: string }[]) => things.map((x) => ({ value: String(x.id), label: x.name }));

function GroupChoice({ id, onChange }: ChoiceProps) {
  const groups = $api.useQuery('get', '/api/v1/groups', EVERY);
  return (
    <Select
      aria-label={t('Group')}
      placeholder={t('Choose a group')}
      searchable
      allowDeselect={false}
      data={options(itemsOf<ContactGroup>(groups.data))}
      value={chosen(id)}
      onChange={(next) => next && onChange(Number(next))}
      maw={320}
    />
  );
}

function SegmentChoice({ id, selfId, onChange }: ChoiceProps & { selfId: number | undefined }) {
  const segments = $api.useQuery('get', '/api/v1/segments', EVERY);
  return (
    <Select
      aria-label={t('Segment')}
      placeholder={t('Choose a segment')}
      searchable
      allowDeselect={false}
      data={options(itemsOf<Segment>(segments.data).filter((s) => s.id !== selfId))}
      value={chosen(id)}
      onChange={(next) => next && onChange(Number(next))}
      maw={320}
    />
  );
}

type CampaignNode = Extract<Leaf, { type: 'campaign' }>;

const MILESTONES: Record<CampaignNode['reached'], string> = {
  SENT: message('was sent to them'),
  DELIVERED: message('was delivered to them'),
  READ: message('was read by them'),
  FAILED: message('failed with them'),
  REPLIED: message('was replied to by them'),
  CLICKED: message('was clicked by them'),
};

function CampaignFields({ node, onChange }: { node: CampaignNode; onChange: (node: Filter) => void }) {
  const campaigns = $api.useQuery('get', '/api/v1/campaigns', EVERY);
  const started = itemsOf<Campaign>(campaigns.data).filter((c) => c.state !== 'DRAFT');
  return (
    <Group gap="xs">
      <Select
        aria-label={t('Campaign')}
        placeholder={t('Choose a campaign')}
        searchable
        allowDeselect={false}
        data={options(started)}
        value={chosen(node.campaignId)}
        onChange={(next) => next && onChange({ ...node, campaignId: Number(next) })}
      />
      <Select
        aria-label={t('How far it got')}
        allowDeselect={false}
        data={Object.entries(MILESTONES).map(([value, label]) => ({ value, label: t(label) }))}
        value={node.reached}
        onChange={(next) => next && onChange({ ...node, reached: next as CampaignNode['reached'] })}
      />
    </Group>
  );
}
