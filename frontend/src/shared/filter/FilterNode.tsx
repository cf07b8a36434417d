import { ActionIcon, Button, Chip, Group, Menu, Paper, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { Suspense, lazy } from 'react';
import type { Filter } from '@/shared/api/types';
import { message, t } from '@/shared/i18n';
import { type AllOrAny, LEAVES, type Leaf, fresh, unwrap, wrap } from './filters';

const LeafFields = lazy(() => import('./LeafFields').then((m) => ({ default: m.LeafFields })));

export const LEAF_WORDS: Record<Leaf['type'], string> = {
  property: message('Something known of the person'),
  tag: message('Tag'),
  group: message('Group'),
  segment: message('Another segment'),
  event: message('Something the person did'),
  campaign: message('How far a campaign got'),
};

interface FilterNodeProps {
  node: Filter;
  onChange: (node: Filter) => void;
  /** Undefined for the outermost. */
  onRemove?: () => void;
  /** The number of the condition among its neighbours, for those who cannot see where it stands. */
  place: string;
  /** The segment being edited cannot be made of itself. */
  selfId: number | undefined;
}

/** One condition, or a box of several; each can be turned into its opposite. */
export function FilterNode({ node, onChange, onRemove, place, selfId }: FilterNodeProps) {
  const { negated, inner } = unwrap(node);
  const set = (next: Filter) => onChange(wrap(negated, next));
  const several = inner.type === 'all' || inner.type === 'any';
  return (
    <Paper withBorder p="sm" role="group" aria-label={t('Condition {{place}}', { place })}>
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="sm">
        <Stack gap="sm" flex={1} miw={0}>
          {several ? (
            <Several node={inner} onChange={set} place={place} selfId={selfId} />
          ) : (
            <>
              <Text size="xs" c="dimmed">
                {t(LEAF_WORDS[inner.type])}
              </Text>
              <Suspense>
                <LeafFields node={inner} onChange={set} selfId={selfId} />
              </Suspense>
            </>
          )}
        </Stack>
        <Group gap={4} wrap="nowrap">
          <Chip size="xs" checked={negated} onChange={(not) => onChange(wrap(not, inner))}>
            {t('not')}
          </Chip>
          {onRemove && (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('Remove condition {{place}}', { place })}
              onClick={onRemove}
            >
              <IconTrash size={16} />
            </ActionIcon>
          )}
        </Group>
      </Group>
    </Paper>
  );
}

interface SeveralProps {
  node: AllOrAny;
  onChange: (node: Filter) => void;
  place: string;
  selfId: number | undefined;
}

function Several({ node, onChange, place, selfId }: SeveralProps) {
  const put = (of: Filter[]) => onChange({ ...node, of });
  return (
    <>
      <SegmentedControl
        size="xs"
        w="fit-content"
        aria-label={t('How the conditions of {{place}} go together', { place })}
        data={[
          { value: 'all', label: t('All of these') },
          { value: 'any', label: t('Any of these') },
        ]}
        value={node.type}
        onChange={(type) => onChange({ type: type as AllOrAny['type'], of: node.of })}
      />
      {node.of.map((part, i) => (
        <FilterNode
          key={i}
          node={part}
          place={place === '' ? String(i + 1) : `${place}.${i + 1}`}
          selfId={selfId}
          onChange={(next) => put(node.of.map((old, k) => (k === i ? next : old)))}
          onRemove={() => put(node.of.filter((_, k) => k !== i))}
        />
      ))}
      {node.of.length === 0 && (
        <Text size="sm" c="dimmed">
          {node.type === 'all' ? t('No condition: everybody.') : t('No condition: nobody.')}
        </Text>
      )}
      <AddCondition onAdd={(added) => put([...node.of, added])} />
    </>
  );
}

function AddCondition({ onAdd }: { onAdd: (node: Filter) => void }) {
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button size="xs" variant="default" leftSection={<IconPlus size={14} />} w="fit-content">
          {t('Add a condition')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {LEAVES.map((type) => (
          <Menu.Item key={type} onClick={() => onAdd(fresh(type))}>
            {t(LEAF_WORDS[type])}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => onAdd({ type: 'any', of: [] })}>{t('A box of several')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
