import { Group, Select } from '@mantine/core';
import type { Filter } from '@/shared/api/types';
import { LOCAL_ZONE } from '@/shared/format';
import { t } from '@/shared/i18n';
import { ValueField } from './ValueField';
import type { Leaf } from './filters';
import { type Kind, OPERATORS, type Operator, operatorWords, useFields } from './kinds';

type PropertyNode = Extract<Leaf, { type: 'property' }>;

const DAYS_BEGIN: Kind[] = ['DATE', 'TIME'];

/** "City is one of Pune, Mumbai". */
export function PropertyFields({ node, onChange }: { node: PropertyNode; onChange: (node: Filter) => void }) {
  const fields = useFields();
  const kindOf = (path: string): Kind => fields.find((f) => f.path === path)?.kind ?? 'TEXT';
  const kind = kindOf(node.path);
  const choosePath = (path: string) => {
    const next = kindOf(path);
    const zone = DAYS_BEGIN.includes(next) ? { timezone: LOCAL_ZONE } : {};
    const op = OPERATORS[next].includes(node.op) ? node.op : (OPERATORS[next][0] ?? 'EXISTS');
    onChange({ type: 'property', path, op, ...(next === kind && { value: node.value }), ...zone });
  };
  const chooseOp = (op: Operator) => onChange({ ...node, op, value: undefined });
  return (
    <Group gap="xs" align="flex-start">
      <Select
        aria-label={t('What')}
        searchable
        allowDeselect={false}
        data={fields.map((f) => ({ value: f.path, label: f.label }))}
        value={node.path}
        onChange={(path) => path && choosePath(path)}
        w={190}
      />
      <Select
        aria-label={t('Comparison')}
        allowDeselect={false}
        data={OPERATORS[kind].map((op) => ({ value: op, label: operatorWords(op) }))}
        value={node.op}
        onChange={(op) => op && chooseOp(op as Operator)}
        w={170}
      />
      <ValueField kind={kind} op={node.op} value={node.value} onChange={(value) => onChange({ ...node, value })} />
    </Group>
  );
}
