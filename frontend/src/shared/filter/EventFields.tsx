import { ActionIcon, Button, Group, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { Filter } from '@/shared/api/types';
import { LOCAL_ZONE } from '@/shared/format';
import { t } from '@/shared/i18n';
import type { Condition, Leaf } from './filters';
import { type Operator, operatorWords, takesNoValue } from './kinds';

type EventNode = Extract<Leaf, { type: 'event' }>;

const OPERATORS: Operator[] = ['EQ', 'NE', 'GT', 'GTE', 'LT', 'LTE', 'CONTAINS', 'EXISTS', 'NOT_EXISTS'];
const PREFIX = 'event.';

/** "purchase, at least 2 times within the last 30 days, where total is more than 100". */
export function EventFields({ node, onChange }: { node: EventNode; onChange: (node: Filter) => void }) {
  const where = node.where ?? [];
  const put = (next: Condition[]) => onChange({ ...node, where: next });
  const days = /^P(\d+)D$/.exec(node.within ?? '')?.[1];
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <TextInput
          aria-label={t('What the person did')}
          placeholder="purchase"
          value={node.name}
          onChange={(e) => onChange({ ...node, name: e.currentTarget.value })}
          w={170}
        />
        <NumberInput
          aria-label={t('At least so often')}
          prefix={t('at least ')}
          suffix=" ×"
          min={1}
          allowDecimal={false}
          value={node.atLeast ?? 1}
          onChange={(n) => onChange({ ...node, atLeast: typeof n === 'number' ? n : undefined })}
          w={140}
        />
        <NumberInput
          aria-label={t('Within so many days')}
          placeholder={t('at any time')}
          prefix={t('in the last ')}
          suffix={t(' days')}
          min={1}
          allowDecimal={false}
          value={days ? Number(days) : ''}
          onChange={(n) =>
            onChange({
              ...node,
              within: typeof n === 'number' && n > 0 ? `P${n}D` : undefined,
              timezone: LOCAL_ZONE,
            })
          }
          w={190}
        />
      </Group>
      {where.map((condition, i) => (
        <ConditionRow
          key={i}
          condition={condition}
          onChange={(next) => put(where.map((old, k) => (k === i ? next : old)))}
          onRemove={() => put(where.filter((_, k) => k !== i))}
        />
      ))}
      <Button
        size="compact-xs"
        variant="default"
        w="fit-content"
        leftSection={<IconPlus size={12} />}
        onClick={() => put([...where, { path: PREFIX, op: 'EQ' }])}
      >
        {t('where …')}
      </Button>
    </Stack>
  );
}

interface ConditionRowProps {
  condition: Condition;
  onChange: (condition: Condition) => void;
  onRemove: () => void;
}

function ConditionRow({ condition, onChange, onRemove }: ConditionRowProps) {
  return (
    <Group gap="xs">
      <TextInput
        aria-label={t('Property of the event')}
        placeholder="total"
        size="xs"
        value={condition.path.slice(PREFIX.length)}
        onChange={(e) => onChange({ ...condition, path: PREFIX + e.currentTarget.value })}
        w={130}
      />
      <Select
        aria-label={t('Comparison')}
        size="xs"
        allowDeselect={false}
        data={OPERATORS.map((op) => ({ value: op, label: operatorWords(op) }))}
        value={condition.op}
        onChange={(op) => op && onChange({ ...condition, op: op as Operator })}
        w={140}
      />
      {!takesNoValue(condition.op) && (
        <TextInput
          aria-label={t('Value')}
          size="xs"
          value={condition.value === undefined ? '' : String(condition.value)}
          onChange={(e) => onChange({ ...condition, value: typed(e.currentTarget.value) })}
          w={130}
        />
      )}
      <ActionIcon variant="subtle" color="gray" aria-label={t('Remove this part')} onClick={onRemove}>
        <IconTrash size={14} />
      </ActionIcon>
    </Group>
  );
}

/** Events say what they carry in JSON: "100" typed here means the number. A text that is still being typed stays text. */
function typed(text: string): unknown {
  if (text === 'true' || text === 'false') return text === 'true';
  return /^-?\d+(\.\d*[1-9])?$/.test(text) ? Number(text) : text;
}
