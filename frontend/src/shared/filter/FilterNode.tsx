import { ActionIcon, Chip, Group, Paper, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { Suspense, lazy } from 'react';
import type { Filter } from '@/shared/api/types';
import { t } from '@/shared/i18n';
import { type AllOrAny, LEAF_WORDS, unwrap, wrap } from './filters';

const AddCondition = lazy(() => import('./AddCondition').then((m) => ({ default: m.AddCondition })));
const LeafFields = lazy(() => import('./LeafFields').then((m) => ({ default: m.LeafFields })));

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
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap" gap="sm">
          {several ? (
            <AllOrAnyChoice node={inner} onChange={set} place={place} />
          ) : (
            <Text size="xs" c="dimmed">
              {t(LEAF_WORDS[inner.type])}
            </Text>
          )}
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
        {several ? (
          <Several node={inner} onChange={set} place={place} selfId={selfId} />
        ) : (
          <Suspense>
            <LeafFields node={inner} onChange={set} selfId={selfId} />
          </Suspense>
        )}
      </Stack>
    </Paper>
  );
}

interface SeveralProps {
  node: AllOrAny;
  onChange: (node: Filter) => void;
  place: string;
  selfId: number | undefined;
}

const AllOrAnyChoice = ({ node, onChange, place }: Omit<SeveralProps, 'selfId'>) => (
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
);

function Several({ node, onChange, place, selfId }: SeveralProps) {
  const put = (of: Filter[]) => onChange({ ...node, of });
  return (
    <>
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
      <Suspense>
        <AddCondition onAdd={(added) => put([...node.of, added])} />
      </Suspense>
    </>
  );
}
